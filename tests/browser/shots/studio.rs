//! Two small shops, one a skin, and a project that shoots in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use image::{ImageFormat, RgbaImage};
use merchant_docs::content::screenshots::{Area, Capture, Screenshots, ShotId};
use merchant_docs::edition::Edition;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::process::Command;

const USER: &str = "merchant";
const PASSWORD: &str = "a long & odd password";

/// A shop in a skin, with a record of what was sent to it.
#[derive(Clone)]
pub(super) struct Shop {
    pub(super) edition: Edition,
    sent: Arc<Mutex<Vec<String>>>,
}

/// A project that shoots in a shop.
pub(super) struct Studio {
    pub(super) folder: TempDir,
    pub(super) address: String,
    pub(super) shop: Shop,
}

/// What stood in `public/shots` before.
pub(super) const YESTERDAY: &[u8] = b"the picture of yesterday";

/// Opens a shop and a project, and runs `body` with both.
pub(super) fn studio(edition: Edition, body: impl AsyncFnOnce(&Studio)) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        let shop = Shop { edition, sent: Arc::default() };
        let router = Router::new().fallback(answer).with_state(shop.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        let folder = tempfile::tempdir().unwrap();
        copy(&fixture("docs"), &folder.path().join("docs"));
        for edition in Edition::ALL {
            let picture = folder.path().join("public").join(grid().file(edition));
            fs::create_dir_all(picture.parent().unwrap()).unwrap();
            fs::write(picture, YESTERDAY).unwrap();
        }
        body(&Studio { folder, address, shop }).await;
    });
}

pub(super) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/shop").join(name)
}

pub(super) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

pub(super) fn grid() -> ShotId {
    ShotId::parse("catalog/products-grid").unwrap()
}

/// Answers as a shop would: a sign-in with a cookie before the Admin, late rows, and errors where asked for.
pub(super) async fn answer(State(shop): State<Shop>, request: Request) -> Response {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let is_in = request.headers().get(COOKIE).is_some_and(|cookie| cookie == "admin=in");
    if method != Method::GET {
        shop.sent.lock().unwrap().push(format!("{method} {path}"));
    }
    if method == Method::POST && path == "/admin/" {
        let body = axum::body::to_bytes(request.into_body(), 1000).await.unwrap();
        let right = format!("login%5Busername%5D={USER}&login%5Bpassword%5D=a+long+%26+odd+password");
        return if body == right.as_bytes() {
            (StatusCode::SEE_OTHER, [(LOCATION, "/admin/"), (SET_COOKIE, "admin=in; Path=/")]).into_response()
        } else {
            shop.page("sign-in", StatusCode::OK)
        };
    }
    let name = path.trim_matches('/').trim_start_matches("admin").trim_matches('/');
    match name {
        "skin.css" => {
            let css = fs::read(fixture(&format!("{}.css", shop.edition.id()))).unwrap();
            ([(CONTENT_TYPE, "text/css")], css).into_response()
        }
        "cart" => shop.page(name, StatusCode::OK),
        _ if !is_in => shop.page("sign-in", StatusCode::OK),
        "" => shop.page("dashboard", StatusCode::OK),
        "mui/index/render" => "<tr><td>Lamp</td><td>Tent</td></tr>".into_response(),
        "products" | "settings" | "denied" => shop.page(name, StatusCode::OK),
        _ => (StatusCode::NOT_FOUND, "no such page").into_response(),
    }
}

impl Shop {
    /// Returns the shop in another skin.
    pub(super) fn in_skin(&self, edition: Edition) -> Self {
        Self { edition, ..self.clone() }
    }

    fn page(&self, name: &str, status: StatusCode) -> Response {
        let html = fs::read_to_string(fixture(&format!("pages/{name}.html"))).unwrap();
        let (product, only) = match self.edition {
            Edition::OpenSource => ("<strong>Magento</strong> ver. 2.4.9", ""),
            Edition::MageOs => ("<strong>Mage-OS</strong> ver. 3.5.0", "<b id=rma>RMA</b>"),
        };
        let was_refused = !self.sent.lock().unwrap().is_empty();
        let message = if was_refused { "<p class=message-error>The account is locked.</p>" } else { "" };
        let html = html
            .replace("<!-- product -->", product)
            .replace("<!-- only mage-os -->", only)
            .replace("<!-- customer -->", "Guest")
            .replace("<!-- message -->", message);
        (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
    }
}

impl Studio {
    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Runs `cargo site shots` as a person does.
    pub(super) async fn shoot(&self, arguments: &[&str]) -> Output {
        self.shoot_as(PASSWORD, arguments).await
    }

    pub(super) async fn shoot_as(&self, password: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_merchant-docs"));
        command.arg("--project").arg(self.folder.path());
        command.args(["shots", "--edition", self.shop.edition.id(), "--patience", "20", "--url", &self.address]);
        command.env("MERCHANT_DOCS_ADMIN_USER", USER).env("MERCHANT_DOCS_ADMIN_PASSWORD", password);
        command.env("MERCHANT_DOCS_SHOTS_TEST", "Tent");
        command.args(arguments).output().await.expect("the press can be started")
    }

    /// Replaces a part of the definitions.
    pub(super) fn redefine(&self, from: &str, to: &str) {
        let file = self.path("docs/shots.toml");
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{from}");
        fs::write(file, text.replace(from, to)).unwrap();
    }

    pub(super) fn capture(&self, id: &str) -> Option<Capture> {
        let json = fs::read_to_string(self.path("docs/shots.json")).unwrap();
        let screenshots = Screenshots::parse(&json).unwrap();
        screenshots.get(&ShotId::parse(id).unwrap())?.editions.get(&self.shop.edition).cloned()
    }

    pub(super) fn bytes(&self, id: &str) -> Vec<u8> {
        let id = ShotId::parse(id).unwrap();
        fs::read(self.path("public").join(id.file(self.shop.edition))).unwrap()
    }

    pub(super) fn picture(&self, id: &str) -> RgbaImage {
        image::load_from_memory_with_format(&self.bytes(id), ImageFormat::WebP).unwrap().into_rgba8()
    }

    /// Says which marks a picture has and where.
    pub(super) fn marks(&self, id: &str) -> Vec<(String, Option<[i32; 4]>)> {
        let numbers = |Area { x, y, width, height }| [x, y, width, height];
        let capture = self.capture(id).expect("the screenshot was taken");
        capture.marks.into_iter().map(|mark| (mark.label, mark.area.map(numbers))).collect()
    }

    /// Returns what was sent to the shop besides the sign-in.
    pub(super) fn sent(&self) -> Vec<String> {
        let sent = self.shop.sent.lock().unwrap().clone();
        sent.into_iter().filter(|request| request != "POST /admin/").collect()
    }
}

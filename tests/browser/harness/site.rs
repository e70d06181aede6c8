//! The built sites, each served as a host without any cleverness would.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse};
use merchant_docs::press::live::{self, Preview, Recipe};
use merchant_docs::press::load::Project;
use merchant_docs::press::serve;
use merchant_docs::press::site::PublicUrl;
use merchant_docs::route::BasePath;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A site that `cargo site test` built, and which of its files are gone from the host.
pub(crate) struct Site {
    folder: PathBuf,
    base: BasePath,
    gone: Gone,
    /// What is served instead of the folder, which then only holds the app.
    preview: Option<Arc<Preview>>,
}

/// Tells whether the host lost a file, by its path below the root.
type Gone = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// An empty page of the same host, from which storage can be filled before the site is opened.
pub(super) const BLANK: &str = "/-/blank";

/// A site under an address.
pub(crate) struct Served {
    /// Scheme, host and sub-path, without a slash at the end.
    pub(crate) address: String,
    folder: PathBuf,
    host: RefCell<Option<Host>>,
}

/// A server that runs, and what stops it.
struct Host {
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

impl Site {
    /// The site as readers get it.
    pub(crate) fn release() -> Self {
        Self::built("release", "/")
    }

    /// The site whose app checks itself: a hydration that does not fit says so on the console.
    pub(crate) fn debug() -> Self {
        Self::built("debug", "/")
    }

    /// The site under `/manual/docs/`.
    pub(crate) fn sub_path() -> Self {
        Self::built("sub-path", "/manual/docs/")
    }

    /// The preview of a project, with the app that readers get; it follows the project's files.
    pub(crate) fn live(project: &Path) -> Self {
        let site = Self::release();
        let document = fs::read_to_string(site.folder.join("index.html")).expect("the site was just found");
        let from = document.find("<script type=\"module\">").expect("a module starts the app");
        let until = document.find("<script async").expect("the service worker is asked for last");
        let template = format!(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><!-- press:head -->{}</head><body><!-- press:body --></body></html>",
            &document[from..until]
        );
        let project = Project { root: project.to_owned() };
        let recipe = Recipe { project, app: site.folder.clone(), template, public_url: PublicUrl::default() };
        let preview = Preview::open(recipe).expect("the template has its marks");
        preview.follow().expect("the system tells about changes");
        Self { preview: Some(preview), ..site }
    }

    /// The site of a folder, as a release of its own.
    pub(crate) fn of(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), base: BasePath::default(), gone: Arc::new(|_| false), preview: None }
    }

    /// Where the site lies.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    fn built(name: &str, base: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/test-sites").join(name);
        assert!(folder.join("index.html").is_file(), "{} is not built: run cargo site test", folder.display());
        let base = BasePath::parse(base).expect("the sub-path is written as paths are");
        Self { folder, base, gone: Arc::new(|_| false), preview: None }
    }

    /// Takes files off the host, by their path below the root.
    pub(crate) fn without(self, gone: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        Self { gone: Arc::new(gone), ..self }
    }

    /// Serves the site on a free port until it is stopped or the runtime ends.
    pub(super) async fn serve(self) -> Served {
        self.serve_at("127.0.0.1:0").await
    }

    async fn serve_at(self, at: &str) -> Served {
        let listener = TcpListener::bind(at).await.expect("the port is free");
        let host = listener.local_addr().expect("a bound port has a number");
        let address = format!("http://{host}{}", self.base.as_str().trim_end_matches('/'));
        let gone = self.gone;
        let router = match &self.preview {
            Some(preview) => live::router(preview),
            None => serve::router(&self.folder, &self.base),
        };
        let router = router.layer(from_fn(move |request: Request, next: Next| {
            let path = request.uri().path();
            let (is_blank, is_gone) = (path.ends_with(BLANK), gone(path));
            async move {
                match () {
                    // Without an icon of its own, the browser would ask for one.
                    () if is_blank => {
                        Html("<!DOCTYPE html><title>Blank</title><link rel=icon href=data:,>").into_response()
                    }
                    () if is_gone => StatusCode::NOT_FOUND.into_response(),
                    () => next.run(request).await,
                }
            }
        }));
        let (stop, stopped) = oneshot::channel();
        let server = axum::serve(listener, router).with_graceful_shutdown(async { drop(stopped.await) });
        let ended = tokio::spawn(async move { drop(server.await) });
        Served { address, folder: self.folder, host: RefCell::new(Some(Host { stop, ended })) }
    }
}

impl Served {
    /// Takes the site off the network: nothing listens at its address any more.
    pub(crate) async fn stop(&self) {
        let host = self.host.take().expect("the site is served");
        host.stop.send(()).expect("the server waits for this");
        host.ended.await.expect("a server ends in peace");
    }

    /// Puts a site at the same address, after [`stop`](Self::stop).
    pub(crate) async fn start(&self, site: Site) {
        let at =
            self.address.trim_start_matches("http://").split('/').next().expect("an address has a host").to_owned();
        let served = site.serve_at(&at).await;
        self.host.replace(served.host.take());
    }

    /// Lists the paths of all pages, home first; documents that are made to be printed have no app and are none.
    pub(crate) fn paths(&self) -> Vec<String> {
        let mut found = Vec::new();
        collect(&self.folder, "/", &mut found);
        found.retain(|path| !path.starts_with("/print/"));
        found.sort();
        found
    }

    /// Returns the page with the most text.
    pub(crate) fn longest(&self) -> String {
        self.paths().into_iter().max_by_key(|path| self.html(path).len()).expect("a site has a home page")
    }

    /// Returns the first page whose markup contains `part`.
    #[track_caller]
    pub(crate) fn page_with(&self, part: &str) -> String {
        let found = self.paths().into_iter().find(|path| self.html(path).contains(part));
        found.unwrap_or_else(|| panic!("no page of the manual has `{part}`"))
    }

    /// Returns all pages whose markup contains `part`.
    pub(crate) fn pages_with(&self, part: &str) -> Vec<String> {
        self.paths().into_iter().filter(|path| self.html(path).contains(part)).collect()
    }

    fn html(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(&path[1..]).join("index.html")).expect("the page was just listed")
    }
}

fn collect(folder: &Path, path: &str, found: &mut Vec<String>) {
    if folder.join("index.html").is_file() {
        found.push(path.to_owned());
    }
    for entry in fs::read_dir(folder).expect("the site can be read") {
        let entry = entry.expect("the site can be read");
        let name = entry.file_name().into_string().expect("the press writes plain names");
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}{name}/"), found);
        }
    }
}

//! The preview's server: documents from memory, pictures and the app from disk.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use super::event::Stamps;
use super::{Newer, Preview, Shown};
use crate::press::article::Html;
use crate::route::Route;

/// Where the preview keeps what is its own; no route can have a part with a full stop.
const OWN: &str = ".live";

const SCRIPT: &str = include_str!("live.js");
const STYLES: &str = include_str!("live.css");

/// After which time a browser asks again for a preview that was stopped. Shorter, and it asks a thousand times over lunch;
/// longer, and a writer reloads by hand.
const RETRY: Duration = Duration::from_millis(500);

/// Returns the service of a preview.
pub fn router(preview: &Arc<Preview>) -> Router {
    let site = Router::new()
        .route(&format!("/{OWN}/events"), get(events))
        .route(&format!("/{OWN}/live.js"), get(|| async { own("text/javascript", SCRIPT) }))
        .route(&format!("/{OWN}/live.css"), get(|| async { own("text/css", STYLES) }))
        .fallback(file)
        .with_state(Arc::clone(preview));
    match preview.recipe.public_url.base.as_str() {
        "/" => site,
        path => Router::new().nest_service(path, site).fallback(missing).with_state(Arc::clone(preview)),
    }
}

/// Serves a preview on this machine, and on this machine only, until Ctrl-C.
///
/// # Errors
///
/// Returns an error when the port is taken.
pub fn serve(preview: &Arc<Preview>, port: u16, ready: impl FnOnce(SocketAddr)) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("starting the server")?;
    runtime.block_on(async {
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let listener =
            TcpListener::bind(address).await.with_context(|| format!("port {port} is taken; give another --port"))?;
        ready(listener.local_addr()?);
        // Streams of events have no end to wait for.
        tokio::select! {
            served = axum::serve(listener, router(preview)).into_future() => served.context("serving"),
            _ = tokio::signal::ctrl_c() => Ok(()),
        }
    })
}

fn own(kind: &'static str, text: &'static str) -> Response {
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-cache")], text).into_response()
}

/// Tells a browser how things stand, and again at every change.
async fn events(State(preview): State<Arc<Preview>>) -> impl IntoResponse {
    let mut news = preview.news.subscribe();
    news.mark_changed();
    let events = stream::unfold(news, |mut news| async move {
        news.changed().await.ok()?;
        let json = Arc::clone(&news.borrow_and_update());
        Some((Ok::<_, Infallible>(Event::default().retry(RETRY).data(&json)), news))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// Answers with a file of the site: from memory, else from disk, else the page for unknown addresses.
async fn file(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/').to_owned();
    if let Some(found) = newer(&preview, &path).await {
        return found;
    }
    if let Some(found) = in_memory(&preview.shown(), &path, &preview) {
        return found;
    }
    on_disk(&preview, &path, request).await
}

/// Answers with a page of a manual that is newer than the site in memory.
async fn newer(preview: &Arc<Preview>, path: &str) -> Option<Response> {
    let route = Route::parse(&format!("/{path}")).ok()?;
    let maker = Arc::clone(preview);
    let newer = tokio::task::spawn_blocking(move || maker.newer_page(&route)).await.ok()??;
    Some(match newer {
        Newer::Document(document, stamps) => sent(StatusCode::OK, "index.html", &document, &stamps, preview),
        Newer::Gone => missing_page(preview),
    })
}

fn in_memory(shown: &Shown, path: &str, preview: &Preview) -> Option<Response> {
    let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    if let Some(bytes) = shown.files.get(&name) {
        return Some(sent(StatusCode::OK, &name, bytes, &shown.event.stamps(), preview));
    }
    let folder = format!("{path}/");
    shown.files.contains_key(&format!("{folder}index.html")).then(|| {
        let address = preview.recipe.public_url.base.file(&folder);
        (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, address)]).into_response()
    })
}

/// Answers with a picture or a file of the app. Documents beside the app are what it was built from.
async fn on_disk(preview: &Preview, path: &str, request: Request) -> Response {
    let is_document = mime_guess::from_path(path).first().is_some_and(|kind| kind == mime_guess::mime::TEXT_HTML);
    if path.ends_with('/') || is_document {
        return missing_page(preview);
    }
    let files = |folder| ServeDir::new(folder).append_index_html_on_directories(false);
    let mut files = files(preview.recipe.app.clone()).fallback(files(preview.recipe.project.public()));
    match files.try_call(request).await {
        Ok(mut answer) if answer.status() != StatusCode::NOT_FOUND => {
            // A browser may keep a picture, but asks whether it is still the same.
            answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
            answer.into_response()
        }
        _ => missing_page(preview),
    }
}

/// Answers outside the sub-path.
async fn missing(State(preview): State<Arc<Preview>>) -> Response {
    missing_page(&preview)
}

fn missing_page(preview: &Preview) -> Response {
    let shown = preview.shown();
    match shown.files.get("404.html") {
        Some(bytes) => sent(StatusCode::NOT_FOUND, "404.html", bytes, &shown.event.stamps(), preview),
        None => sent(StatusCode::SERVICE_UNAVAILABLE, "index.html", WAITING.as_bytes(), &shown.event.stamps(), preview),
    }
}

/// What stands at every address until the manual is without a mistake for the first time.
const WAITING: &str = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>The manual has mistakes</title>\
    <link rel=\"icon\" href=\"data:,\"></head><body class=\"live-waiting\"><main><h1>The manual has mistakes</h1>\
    <p>The terminal lists them, and so does this page. It shows the site as soon as they are mended.</p></main></body></html>\n";

fn sent(status: StatusCode, name: &str, bytes: &[u8], stamps: &Stamps, preview: &Preview) -> Response {
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    let body = match kind.subtype().as_str() {
        "html" => with_script(bytes, stamps, preview),
        _ => bytes.to_owned(),
    };
    let charset = if kind.type_() == "text" { "; charset=utf-8" } else { "" };
    (status, [(CONTENT_TYPE, format!("{kind}{charset}")), (CACHE_CONTROL, "no-cache".to_owned())], body).into_response()
}

/// Writes the preview's script and styles into the head of a document.
fn with_script(document: &[u8], stamps: &Stamps, preview: &Preview) -> Vec<u8> {
    const END: &[u8] = b"</head>";
    let base = &preview.recipe.public_url.base;
    let (site, whole) = (stamps.site.to_string(), stamps.whole.to_string());
    let mut html = Html::default();
    html.void("link", &[("rel", "stylesheet"), ("href", &base.file(&format!("{OWN}/live.css")))]);
    let source = base.file(&format!("{OWN}/live.js"));
    html.element("script", &[("src", &source), ("defer", ""), ("data-site", &site), ("data-whole", &whole)], "");
    let at = document.windows(END.len()).position(|part| part == END).unwrap_or(document.len());
    [&document[..at], html.finish().as_bytes(), &document[at..]].concat()
}

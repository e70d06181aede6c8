//! A plain server of static files, as a host without any cleverness is one.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context as _, Result};
use axum::Router;
use tokio::net::TcpListener;
use tower_http::services::{ServeDir, ServeFile};

use crate::route::BasePath;

/// Returns the service of a built site: files below `base`, `404.html` with status 404 for everything else.
pub fn router(folder: &Path, base: &BasePath) -> Router {
    let not_found = ServeFile::new(folder.join("404.html"));
    let files = ServeDir::new(folder).not_found_service(not_found.clone());
    match base.as_str() {
        "/" => Router::new().fallback_service(files),
        path => Router::new()
            .nest_service(path, files)
            .fallback_service(ServeDir::new(folder.join("-")).not_found_service(not_found)),
    }
}

/// Serves until Ctrl-C.
///
/// # Errors
///
/// Returns an error when the port is taken.
pub fn serve(folder: &Path, base: &BasePath, port: u16, ready: impl FnOnce(SocketAddr)) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("starting the server")?;
    runtime.block_on(async {
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let listener =
            TcpListener::bind(address).await.with_context(|| format!("port {port} is taken; give another --port"))?;
        ready(listener.local_addr()?);
        let stop = async { drop(tokio::signal::ctrl_c().await) };
        axum::serve(listener, router(folder, base)).with_graceful_shutdown(stop).await.context("serving")
    })
}

//! A plain server of static files, as a host without any cleverness is one.

use std::path::Path;

use axum::Router;
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

//! Pages that have moved: a document at each old address, and the list of them for hosts that redirect by themselves.

use std::fmt::Write as _;

use super::article::Html;
use super::site::{Files, PublicUrl};
use crate::content::manual::{Manual, Page};

/// Allows nothing: the document is a link.
const POLICY: &str = "default-src 'none'";

/// Adds a document for each old address, and `_redirects`, which Netlify and Cloudflare Pages read.
///
/// Where the host redirects, browsers carry the `#fragment` over. From the document they do not: that would take a script.
pub(super) fn add(files: &mut Files, manual: &Manual, public_url: &PublicUrl) {
    let mut list = String::new();
    for (old, page) in manual.moves() {
        let base = &public_url.base;
        let _ = writeln!(list, "{} {} 301", base.page(&old.route), base.page(&page.route));
        files.insert(old.route.file(), document(page, public_url).into_bytes());
    }
    if !list.is_empty() {
        files.insert("_redirects".to_owned(), list.into_bytes());
    }
}

/// Returns a document that leads on to a page, by itself or, where that is switched off, by a link.
fn document(page: &Page, public_url: &PublicUrl) -> String {
    let path = public_url.base.page(&page.route);
    let title = page.front.title.text(page.front.editions.single().unwrap_or_default());
    let mut html = Html::default();
    html.open("html", &[("lang", "en")]).open("head", &[]).void("meta", &[("charset", "utf-8")]);
    html.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    html.void("meta", &[("http-equiv", "refresh"), ("content", &format!("0; url={path}"))]);
    html.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    html.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    html.void("meta", &[("name", "robots"), ("content", "noindex")]);
    if let Some(origin) = &public_url.origin {
        html.void("link", &[("rel", "canonical"), ("href", &format!("{origin}{path}"))]);
    }
    html.element("title", &[], &format!("Moved: {title}")).close().open("body", &[]).open("main", &[]);
    html.element("h1", &[], "This page has moved").open("p", &[]).text("It is now at ");
    html.element("a", &[("href", &path)], &title).text(".");
    format!("<!DOCTYPE html>\n{}\n", html.finish())
}

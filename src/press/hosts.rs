//! What search engines and hosts read: sitemap, robots, headers.

use std::fmt::Write;

use super::article::escape;
use super::site::{Files, PublicUrl};
use crate::content::manual::Manual;
use crate::route::Route;

/// Headers for hosts that read a `_headers` file: Netlify and Cloudflare Pages.
///
/// Files with a hash in their name never change; pages are asked for anew each time, and so is `sw.js`, which must never be
/// matched by a pattern for scripts: a worker that browsers keep for a year cannot be replaced.
const HEADERS: &str = "\
/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Content-Security-Policy: frame-ancestors 'none'
  Permissions-Policy: camera=(), geolocation=(), microphone=()
  Cache-Control: no-cache
";

/// Adds the files for search engines and hosts.
pub(super) fn add(files: &mut Files, routes: &[&Route], manual: &Manual, public_url: &PublicUrl) {
    let base = &public_url.base;
    let mut headers = HEADERS.replace("/*", &base.file("*"));
    for path in ["merchant-docs-*", "offline-*", "*.css", "guide-*", "search-*"] {
        let _ = write!(
            headers,
            "{}\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n",
            base.file(path)
        );
    }
    for (path, kind) in [("*.md", "markdown"), ("*.txt", "plain")] {
        let _ = write!(headers, "{}\n  Content-Type: text/{kind}; charset=utf-8\n", base.file(path));
    }
    files.insert("_headers".to_owned(), headers.into_bytes());
    // GitHub Pages would otherwise leave out files that begin with an underscore.
    files.insert(".nojekyll".to_owned(), Vec::new());
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(origin) = &public_url.origin {
        let _ = writeln!(robots, "Sitemap: {origin}{}", base.file("sitemap.xml"));
        files.insert("sitemap.xml".to_owned(), sitemap(routes, manual, origin, public_url).into_bytes());
    }
    files.insert("robots.txt".to_owned(), robots.into_bytes());
}

fn sitemap(routes: &[&Route], manual: &Manual, origin: &str, public_url: &PublicUrl) -> String {
    let mut xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            .to_owned();
    for route in routes {
        let address = escape(&format!("{origin}{}", public_url.base.page(route)));
        let day = manual.page(route).and_then(|page| manual.changes.of(page));
        let day = day.map_or_else(String::new, |day| format!("<lastmod>{day}</lastmod>"));
        let _ = writeln!(xml, "<url><loc>{address}</loc>{day}</url>");
    }
    xml.push_str("</urlset>\n");
    xml
}

//! Which page does this link mean?
//!
//! Every address of the site is built and parsed here, the sub-path of the host included, so that a link in the
//! text, a file on disk and the address bar can never disagree.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::edition::Edition;

/// The part of the address that belongs to the site's search.
pub const SEARCH: &str = "search";

/// The part of the address that belongs to the list of all pages that differ between the editions.
pub const COMPARE: &str = "compare";

/// The part of the address that belongs to what is printed as one document.
pub const PRINT: &str = "print";

/// The part of the address that belongs to the page about reading without a network.
pub const OFFLINE: &str = "offline";

/// The parts of the address that belong to pages of the site; no guide may have one.
pub const RESERVED: [&str; 4] = [SEARCH, COMPARE, PRINT, OFFLINE];

/// The address of a page inside the manual: `/` or `/guide/` or `/guide/page/`, without the host's sub-path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Route(String);

/// Why a text is not a [`Route`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RouteError {
    /// It does not begin with `/`.
    NotAbsolute,
    /// It does not end with `/`.
    NoTrailingSlash,
    /// A part is empty or has other characters than `a`–`z`, `0`–`9`, `-` and `_`.
    BadPart,
}

impl fmt::Display for RouteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAbsolute => "a route begins with `/`",
            Self::NoTrailingSlash => "a route ends with `/`",
            Self::BadPart => "the parts of a route have only the characters a-z, 0-9, `-` and `_`",
        })
    }
}

impl std::error::Error for RouteError {}

impl Route {
    /// Returns the route of the home page.
    #[must_use]
    pub fn home() -> Self {
        Self("/".to_owned())
    }

    /// Reads a route.
    ///
    /// # Errors
    ///
    /// Returns what is wrong with the text: see [`RouteError`].
    pub fn parse(text: &str) -> Result<Self, RouteError> {
        let inner = text.strip_prefix('/').ok_or(RouteError::NotAbsolute)?;
        if inner.is_empty() {
            return Ok(Self::home());
        }
        let inner = inner.strip_suffix('/').ok_or(RouteError::NoTrailingSlash)?;
        let fits = |part: &str| !part.is_empty() && part.bytes().all(is_route_byte);
        if inner.split('/').all(fits) { Ok(Self(text.to_owned())) } else { Err(RouteError::BadPart) }
    }

    /// Returns the route of a file below `docs/`: `catalog/categories.md` is `/catalog/categories/`, an
    /// `index.md` is the route of its folder.
    ///
    /// # Errors
    ///
    /// Returns [`RouteError::BadPart`] when a folder or file name has characters that a route may not have.
    pub fn of_source(path: &str) -> Result<Self, RouteError> {
        let stem = path.strip_suffix(".md").unwrap_or(path);
        match stem.strip_suffix("index") {
            Some("") => Ok(Self::home()),
            Some(folder) if folder.ends_with('/') => Self::parse(&format!("/{folder}")),
            _ => Self::parse(&format!("/{stem}/")),
        }
    }

    /// Returns the route as text, with a slash at both ends.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the parts between the slashes.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('/').filter(|part| !part.is_empty())
    }

    /// Returns the guide that the route belongs to; `None` for the home page.
    #[must_use]
    pub fn guide(&self) -> Option<&str> {
        self.parts().next()
    }

    /// Returns the page above one that stands below another page of its guide: `/reference/settings/` of
    /// `/reference/settings/web/`. Guides and the pages directly in them have none.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (above, _) = self.0.trim_end_matches('/').rsplit_once('/')?;
        (above.matches('/').count() > 1).then(|| Self(format!("{above}/")))
    }

    /// Returns where the page's file stands below the output folder.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{}index.html", &self.0[1..])
    }

    /// Returns where the page's Markdown for one edition stands below the output folder.
    #[must_use]
    pub fn markdown_file(&self, edition: Edition) -> String {
        format!("{}index.{}.md", &self.0[1..], edition.id())
    }
}

const fn is_route_byte(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_')
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Route {
    type Error = RouteError;

    fn try_from(text: String) -> Result<Self, RouteError> {
        Self::parse(&text)
    }
}

impl From<Route> for String {
    fn from(route: Route) -> Self {
        route.0
    }
}

/// The place of a heading inside a page: what stands behind the `#`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Anchor(String);

impl Anchor {
    /// Makes the anchor of a heading from its words: lower case, hyphens between, nothing else.
    ///
    /// A heading without a letter or digit gives an empty anchor, which the dialect reports.
    #[must_use]
    pub fn from_heading(text: &str) -> Self {
        let mut slug = String::with_capacity(text.len());
        for c in text.chars().flat_map(char::to_lowercase) {
            if c.is_alphanumeric() {
                slug.push(c);
            } else if !matches!(c, '\'' | '’') && !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        slug.truncate(slug.trim_end_matches('-').len());
        Self(slug)
    }

    /// Takes an anchor as an author wrote it, in `{#…}` or behind a link's `#`.
    #[must_use]
    pub fn written(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Returns the anchor without `#`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The sub-path of the host under which the site lives: `/`, or `/docs/` for `https://shop.example/docs/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BasePath(String);

impl Default for BasePath {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl BasePath {
    /// Reads a sub-path; slashes at both ends may be missing.
    ///
    /// # Errors
    ///
    /// Returns [`RouteError::BadPart`] when a part has characters other than letters, digits and `-_.~`.
    pub fn parse(text: &str) -> Result<Self, RouteError> {
        let inner = text.trim_matches('/');
        if inner.is_empty() {
            return Ok(Self::default());
        }
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
        let parts_fit = inner.split('/').all(|part| !part.is_empty() && part != ".." && part.bytes().all(fits));
        if parts_fit { Ok(Self(format!("/{inner}/"))) } else { Err(RouteError::BadPart) }
    }

    /// Returns the sub-path with a slash at both ends.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the path of a page on the host.
    #[must_use]
    pub fn page(&self, route: &Route) -> String {
        self.file(&route.as_str()[1..])
    }

    /// Returns the path of a file on the host; `file` is relative to the site's root.
    #[must_use]
    pub fn file(&self, file: &str) -> String {
        format!("{}{file}", self.0)
    }

    /// Returns the route that a path on the host means; `None` when it is outside the sub-path or no page's form.
    ///
    /// `/docs` is not below `/docs/x/`, and `/docsearch/` is not below `/docs/`: whole parts are compared.
    #[must_use]
    pub fn route_of(&self, path: &str) -> Option<Route> {
        let inner = path.strip_prefix(self.0.as_str())?;
        let inner = inner.strip_suffix("index.html").unwrap_or(inner);
        Route::parse(&format!("/{inner}")).ok()
    }
}

/// Where a click on a link inside the site leads, when the app may handle it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InAppTarget {
    /// The page.
    pub route: Route,
    /// What stands in the address behind the path: query and fragment with their signs.
    pub suffix: String,
}

/// Decides whether `href` (absolute, as the browser resolves it) is a page of this site.
///
/// `origin` is the site's own origin. Files, other sites and other schemes give `None`: the browser follows them.
#[must_use]
pub fn in_app_target(href: &str, origin: &str, base: &BasePath) -> Option<InAppTarget> {
    let rest = href.strip_prefix(origin)?;
    let end = rest.find(['?', '#']).unwrap_or(rest.len());
    let (path, suffix) = rest.split_at(end);
    let route = base.route_of(path)?;
    Some(InAppTarget { route, suffix: suffix.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_source(path: &str, expected: Result<&str, RouteError>) {
        assert_eq!(Route::of_source(path).as_ref().map(Route::as_str), expected.as_ref().copied());
    }

    #[test]
    fn a_file_below_docs_has_one_route() {
        check_source("index.md", Ok("/"));
        check_source("catalog/index.md", Ok("/catalog/"));
        check_source("catalog/simple-product.md", Ok("/catalog/simple-product/"));
        check_source("catalog/my-index.md", Ok("/catalog/my-index/"));
        check_source("Catalog/Simple Product.md", Err(RouteError::BadPart));
        check_source("../secret.md", Err(RouteError::BadPart));
    }

    #[test]
    fn a_route_has_slashes_at_both_ends() {
        assert_eq!(Route::parse("catalog/"), Err(RouteError::NotAbsolute));
        assert_eq!(Route::parse("/catalog"), Err(RouteError::NoTrailingSlash));
        assert_eq!(Route::parse("//"), Err(RouteError::BadPart));
        assert_eq!(Route::parse("/a//b/"), Err(RouteError::BadPart));
        assert!(Route::parse("/a/b-2/").is_ok());
    }

    #[test]
    fn a_page_is_a_folder_with_an_index_file() {
        assert_eq!(Route::home().file(), "index.html");
        assert_eq!(Route::parse("/sales/refund/").unwrap().file(), "sales/refund/index.html");
    }

    #[test]
    fn only_parts_of_a_page_have_a_parent() {
        let parent = |route: &str| Route::parse(route).unwrap().parent().map(String::from);
        assert_eq!(parent("/reference/settings/web/").as_deref(), Some("/reference/settings/"));
        assert_eq!((parent("/reference/settings/"), parent("/reference/"), parent("/")), (None, None, None));
    }

    #[track_caller]
    fn check_anchor(heading: &str, expected: &str) {
        assert_eq!(Anchor::from_heading(heading).as_str(), expected);
        assert_eq!(Anchor::from_heading(expected).as_str(), expected, "not idempotent");
    }

    #[test]
    fn an_anchor_is_the_words_of_its_heading() {
        check_anchor("Before you start", "before-you-start");
        check_anchor("  What if it doesn't work? ", "what-if-it-doesnt-work");
        check_anchor("Price & stock (per source)", "price-stock-per-source");
        check_anchor("Größe", "größe");
        check_anchor("!?", "");
    }

    #[test]
    fn a_sub_path_matches_whole_parts_only() {
        let base = BasePath::parse("docs").unwrap();
        assert_eq!(base.as_str(), "/docs/");
        assert_eq!(base.route_of("/docs/"), Some(Route::home()));
        assert_eq!(base.route_of("/docs/sales/refund/index.html").unwrap().as_str(), "/sales/refund/");
        assert_eq!(base.route_of("/docsearch/"), None);
        assert_eq!(base.route_of("/docs"), None);
        assert_eq!(base.route_of("/docs/app.js"), None);
        assert_eq!(BasePath::parse("/a/../b/"), Err(RouteError::BadPart));
    }

    #[test]
    fn only_pages_of_this_site_are_in_app_targets() {
        let base = BasePath::default();
        let target = |href| in_app_target(href, "https://d.example", &base);
        let hit = target("https://d.example/sales/refund/?edition=mage-os#steps").unwrap();
        assert_eq!((hit.route.as_str(), hit.suffix.as_str()), ("/sales/refund/", "?edition=mage-os#steps"));
        assert_eq!(target("https://other.example/sales/"), None);
        assert_eq!(target("https://d.example.evil.example/sales/"), None);
        assert_eq!(target("https://d.example/robots.txt"), None);
        assert_eq!(target("javascript:alert(1)"), None);
    }
}

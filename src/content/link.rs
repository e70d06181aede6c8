//! Where does a link lead?
//!
//! Only what is listed here can be written; everything else, script addresses above all, is refused where it stands.

use super::wording::Wording;
use crate::edition::PerEdition;
pub(crate) use crate::lint::unsafe_link::UNSAFE_LINK;
use crate::route::{Anchor, Route};

/// The target of a link, or a role of the dialect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// A page of the manual, or a heading on it.
    Page(Route, Option<Anchor>),
    /// A heading of the same page.
    Heading(Anchor),
    /// An address outside, `https:`, `http:` or `mailto:`.
    Outside(PerEdition<String>),
    /// A place in the Admin; the path is the link's text.
    AdminPath,
    /// A configuration field by its path, `web/seo/use_rewrites`.
    Setting(String),
    /// A command of `bin/magento`; its name is the link's text unless written behind the colon.
    Command(String),
    /// An entry of the glossary.
    GlossaryEntry(String),
}

/// Why a link's address means nothing here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkError {
    /// The scheme is not one of the allowed ones.
    Scheme(String),
    /// The address is relative or not a route; holds what is wrong.
    NotARoute(&'static str),
}

const OUTSIDE: [&str; 3] = ["https", "http", "mailto"];

impl LinkTarget {
    /// Reads an address as an author wrote it, terms already resolved.
    ///
    /// # Errors
    ///
    /// Returns [`LinkError`] for a scheme that is not allowed and for an address that is no route.
    pub fn parse(address: &Wording) -> Result<Self, LinkError> {
        let texts = address.texts();
        let first = texts.open_source.trim();
        if let Some(anchor) = first.strip_prefix('#') {
            return Ok(Self::Heading(Anchor::written(anchor)));
        }
        if first.starts_with('/') && !first.starts_with("//") {
            return Self::parse_route(first);
        }
        match split_scheme(first) {
            Some(("admin", _)) => Ok(Self::AdminPath),
            Some(("setting", path)) => Ok(Self::Setting(path.to_owned())),
            Some(("cli", name)) => Ok(Self::Command(name.to_owned())),
            Some(("term", id)) => Ok(Self::GlossaryEntry(id.to_owned())),
            _ => Self::parse_outside(texts),
        }
    }

    fn parse_route(text: &str) -> Result<Self, LinkError> {
        let (path, anchor) = match text.split_once('#') {
            Some((path, anchor)) => (path, Some(Anchor::written(anchor))),
            None => (text, None),
        };
        match Route::parse(path) {
            Ok(route) => Ok(Self::Page(route, anchor)),
            Err(_) => Err(LinkError::NotARoute("links inside the manual are routes like `/sales/refund/`")),
        }
    }

    fn parse_outside(texts: PerEdition<String>) -> Result<Self, LinkError> {
        for (_, text) in texts.iter() {
            match split_scheme(text.trim()) {
                Some((scheme, _)) if OUTSIDE.contains(&scheme) => {}
                Some((scheme, _)) => return Err(LinkError::Scheme(scheme.to_owned())),
                None => {
                    return Err(LinkError::NotARoute(
                        "relative links are not used: write the route, `/guide/page/`, or a whole address",
                    ));
                }
            }
        }
        Ok(Self::Outside(PerEdition::from_fn(|edition| texts.get(edition).trim().to_owned())))
    }
}

/// Splits `scheme:rest`; the scheme's letters must be lower case, so `JavaScript:` is no known scheme either.
fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    (!scheme.contains(['/', '?', '#'])).then_some((scheme, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(address: &str) -> Result<LinkTarget, LinkError> {
        LinkTarget::parse(&Wording::same(address))
    }

    #[test]
    fn script_addresses_are_refused_in_every_disguise() {
        for address in ["javascript:alert(1)", "JavaScript:alert(1)", " javascript:x", "data:text/html,x", "vbscript:x"]
        {
            assert!(matches!(parse(address), Err(LinkError::Scheme(_))), "{address}");
        }
        assert!(matches!(parse("java\tscript:x"), Err(LinkError::Scheme(_))));
        assert!(matches!(parse("//evil.example/"), Err(LinkError::NotARoute(_))));
    }

    #[test]
    fn roles_and_routes_are_told_apart() {
        assert_eq!(parse("admin:"), Ok(LinkTarget::AdminPath));
        assert_eq!(parse("setting:web/seo/use_rewrites"), Ok(LinkTarget::Setting("web/seo/use_rewrites".into())));
        assert_eq!(parse("#steps"), Ok(LinkTarget::Heading(Anchor::written("steps"))));
        let route = Route::parse("/sales/refund/").unwrap();
        assert_eq!(parse("/sales/refund/#stock"), Ok(LinkTarget::Page(route, Some(Anchor::written("stock")))));
        assert!(matches!(parse("refund.md"), Err(LinkError::NotARoute(_))));
    }
}

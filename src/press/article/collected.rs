//! What ids and links of a page become in a document that holds many pages.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::route::{BasePath, Route};

/// The pages that stand in one document.
#[derive(Debug)]
pub(in crate::press) struct Pages {
    /// The number that readers find each page by: `6.2`.
    pub numbers: BTreeMap<Route, String>,
    /// The sub-path that links begin with.
    pub base: BasePath,
    /// Scheme and host of the site, when it is known.
    pub origin: Option<String>,
}

/// A page among the others of its document.
#[derive(Debug, Clone)]
pub(in crate::press) struct Collected {
    pages: Rc<Pages>,
    id: String,
    /// How many titles stand above its headings, besides the document's.
    titles: u8,
}

/// The attributes that name elements of the same page.
const NAMES_IDS: [&str; 6] = ["aria-controls", "aria-describedby", "aria-labelledby", "for", "id", "popovertarget"];

/// Returns the id of a page: its route with hyphens, behind a word with which no id of the frame begins.
#[must_use]
pub(in crate::press) fn page_id(route: &Route) -> String {
    format!("page-{}", route.parts().collect::<Vec<_>>().join("-"))
}

impl Collected {
    /// Begins the text of a page whose headings stand below as many titles: the guide's, or also its own.
    #[must_use]
    pub(in crate::press) fn new(pages: &Rc<Pages>, route: &Route, titles: u8) -> Self {
        Self { pages: Rc::clone(pages), id: page_id(route), titles }
    }

    /// Returns by how much the levels of its headings rise.
    #[must_use]
    pub(super) fn titles(&self) -> u8 {
        self.titles
    }

    /// Returns the id that an element of this page has in the document.
    #[must_use]
    pub(super) fn id(&self, id: &str) -> String {
        format!("{}--{id}", self.id)
    }

    /// Returns an attribute as it stands in the document, and what a reader on paper is told besides; `None` for what only
    /// the app could answer.
    pub(super) fn attribute<'v>(&self, key: &str, value: &'v str) -> Option<(Cow<'v, str>, Option<Reference>)> {
        match key {
            "data-action" => None,
            "href" => Some(self.link(value)),
            _ if NAMES_IDS.contains(&key) => Some((self.id(value).into(), None)),
            _ => Some((value.into(), None)),
        }
    }

    /// A page that stands in the document is linked there; another by its whole address.
    fn link<'v>(&self, href: &'v str) -> (Cow<'v, str>, Option<Reference>) {
        let (path, anchor) = href.split_once('#').map_or((href, None), |(path, anchor)| (path, Some(anchor)));
        if let (true, Some(anchor)) = (path.is_empty(), anchor) {
            return (format!("#{}", self.id(anchor)).into(), None);
        }
        let Some(route) = self.pages.base.route_of(path) else { return (href.into(), None) };
        let Some(number) = self.pages.numbers.get(&route) else {
            let origin = self.pages.origin.as_deref().unwrap_or_default();
            return (format!("{origin}{href}").into(), Some(Reference { key: "data-page", value: route.to_string() }));
        };
        let id = page_id(&route);
        let target = anchor.map_or_else(|| format!("#{id}"), |anchor| format!("#{id}--{anchor}"));
        let reference = (id != self.id).then(|| Reference { key: "data-section", value: number.clone() });
        (target.into(), reference)
    }
}

/// What a link says on paper: the number of a page of the same document, or the address of one outside of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// The attribute.
    pub key: &'static str,
    /// Its value.
    pub value: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(href: &str, expected: &str, reference: Option<(&'static str, &str)>) {
        let route = |text: &str| Route::parse(text).unwrap();
        let numbers = [(route("/sales/"), "6"), (route("/sales/refund/"), "6.1"), (route("/sales/ship/"), "6.2")];
        let pages = Rc::new(Pages {
            numbers: numbers.map(|(route, number)| (route, number.to_owned())).into(),
            base: BasePath::parse("/docs/").unwrap(),
            origin: Some("https://shop.example".to_owned()),
        });
        let page = Collected::new(&pages, &route("/sales/refund/"), 2);
        let (href, found) = page.attribute("href", href).unwrap();
        let reference = reference.map(|(key, value)| Reference { key, value: value.to_owned() });
        assert_eq!((href.as_ref(), found), (expected, reference));
    }

    #[test]
    fn a_link_stays_in_the_document_when_its_page_does() {
        check("#stock", "#page-sales-refund--stock", None);
        check("/docs/sales/refund/#stock", "#page-sales-refund--stock", None);
        check("/docs/sales/ship/", "#page-sales-ship", Some(("data-section", "6.2")));
        check("/docs/sales/#steps", "#page-sales--steps", Some(("data-section", "6")));
    }

    #[test]
    fn a_link_to_another_page_has_its_whole_address() {
        check("/docs/store/#a", "https://shop.example/docs/store/#a", Some(("data-page", "/store/")));
        check("/docs/shots/a.webp", "/docs/shots/a.webp", None);
        check("https://mage-os.org/", "https://mage-os.org/", None);
    }

    #[test]
    fn ids_begin_with_the_page_and_actions_are_dropped() {
        let numbers = BTreeMap::new();
        let pages = Rc::new(Pages { numbers, base: BasePath::default(), origin: None });
        let page = Collected::new(&pages, &Route::parse("/sales/refund/").unwrap(), 2);
        assert_eq!(page.attribute("for", "task-a"), Some(("page-sales-refund--task-a".into(), None)));
        assert_eq!(page.attribute("class", "task-a"), Some(("task-a".into(), None)));
        assert_eq!(page.attribute("data-action", "zoom"), None);
    }
}

//! What a page shows, as data: made by the press, rendered to markup there, packed for in-app navigation.
//!
//! Fields ending in `_html` hold markup that the press wrote and escaped, with both editions in it.

use serde::{Deserialize, Serialize};

use crate::edition::{Edition, EditionSet, PerEdition};
use crate::route::{Anchor, BasePath, Route};

/// Everything that the app needs to take over a prerendered page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bootstrap {
    /// The site.
    pub site: SiteView,
    /// The page at hand, without its markup, which is in the document already.
    pub page: PageView,
}

/// What all pages share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteView {
    /// The name of the site.
    pub title: String,
    /// The sub-path of the host.
    pub base: BasePath,
    /// The address of the sources; empty when there is none.
    pub source_address: String,
    /// Guide and file of each pack, the file relative to the site's root; the home page's has the empty name.
    pub packs: Vec<(String, String)>,
    /// The files of the search.
    pub search: SearchFiles,
}

/// What the files of the search are called, relative to the site's root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchFiles {
    /// Stands in the names of all files of one build: names and texts are of use together only, and one hash in every page
    /// weighs less than one for each of them.
    pub build: String,
    /// The index of what was generated, which most builds leave as it is.
    pub generated: String,
}

impl SearchFiles {
    /// Returns the file of names.
    #[must_use]
    pub fn names(&self) -> String {
        format!("search-names-{}.bin", self.build)
    }

    /// Returns the file of one part of the texts.
    #[must_use]
    pub fn texts(&self, part: usize) -> String {
        format!("search-texts-{part}-{}.bin", self.build)
    }
}

/// What kind of page it is, which decides its frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// A page of text.
    Article,
    /// A guide's list of its pages.
    Guide,
    /// The first page.
    Home,
    /// The page that a host shows for an unknown address.
    NotFound,
    /// The search with a page of its own.
    Search,
}

/// A page as the app needs it: what it is called, and its markup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageView {
    /// Its address.
    pub route: Route,
    /// Its frame.
    pub kind: PageKind,
    /// The title for the document's title and for announcements.
    pub title: PerEdition<String>,
    /// Everything inside `<main>`; empty in a [`Bootstrap`].
    pub html: String,
}

impl PageView {
    /// Returns the title of the browser's tab: page, edition, site.
    #[must_use]
    pub fn document_title(&self, site_title: &str, edition: Edition) -> String {
        match self.kind {
            PageKind::Home => format!("{site_title} · {}", edition.name()),
            _ => format!("{} · {} · {site_title}", self.title.get(edition), edition.name()),
        }
    }
}

/// A page as the press composes it: every part that stands inside `<main>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageParts {
    /// Its address.
    pub route: Route,
    /// Its frame.
    pub kind: PageKind,
    /// The title for the document's title and for announcements.
    pub title: PerEdition<String>,
    /// The title as markup.
    pub title_html: String,
    /// The sentence below the title.
    pub lead_html: String,
    /// For whom the page exists.
    pub editions: EditionSet,
    /// The closest page for readers of the other edition.
    pub nearest: Option<LinkView>,
    /// The way from the home page, without the page itself.
    pub breadcrumbs: Vec<LinkView>,
    /// The headings.
    pub contents: Vec<ContentsEntry>,
    /// The page before.
    pub previous: Option<LinkView>,
    /// The page after.
    pub next: Option<LinkView>,
    /// Whether a person has reviewed it.
    pub status: StatusView,
    /// The day on which the text was last changed, as readers write it, where the history is known.
    pub changed: Option<String>,
    /// How many minutes reading it takes; `None` for pages that nobody reads from end to end.
    pub reading_minutes: Option<usize>,
    /// At how many places the editions differ.
    pub differences: usize,
    /// Where its text can be edited.
    pub edit: Option<LinkView>,
    /// Where readers say whether it has helped.
    pub feedback: Option<FeedbackView>,
    /// The file of its Markdown for each edition that has it.
    pub markdown: Vec<(Edition, String)>,
    /// The article.
    pub article_html: String,
    /// What stands below the article: cards or a list of pages.
    pub listing_html: String,
}

/// A link with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkView {
    /// The address on the host.
    pub href: String,
    /// The text as markup.
    pub html: String,
}

/// The addresses of the form for readers' opinion, filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackView {
    /// For those whom the page has helped.
    pub helped: String,
    /// For those whom it has not.
    pub missed: String,
}

/// A heading in "On this page".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentsEntry {
    /// What the link names.
    pub anchor: Anchor,
    /// The words as markup.
    pub html: String,
    /// Who sees the heading.
    pub editions: EditionSet,
    /// The headings one level below.
    pub children: Vec<ContentsEntry>,
}

/// How far a page is on its way to readers' trust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatusView {
    /// The page has no text of its own.
    None,
    /// Begun by machine, not yet reviewed.
    Drafted {
        /// The releases it was checked against.
        checked: Option<PerEdition<String>>,
    },
    /// Reviewed by a person.
    Reviewed {
        /// Who.
        by: String,
        /// When, as readers write it.
        on: String,
        /// The releases it was checked against.
        checked: Option<PerEdition<String>>,
    },
}

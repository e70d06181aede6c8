//! The pages of the manual by their state, on one sheet: `cargo site status --html FILE`.

mod release;
mod sheet;

use super::git::{self, Change};
use super::load::Project;
use super::status::has_screenshot;
use crate::content::date::Date;
use crate::content::front_matter::Status;
use crate::content::manual::{Manual, Page};
use crate::edition::Edition;
use crate::facts::versions::Versions;

/// All pages that people write, guide by guide.
#[derive(Debug)]
pub(super) struct Board {
    title: String,
    /// The day on which it was made.
    on: Date,
    history: History,
    guides: Vec<(String, Vec<Card>)>,
}

/// Whether changes since a review can be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum History {
    /// Git was asked.
    Known,
    /// There is no git, or the folder is in none.
    Unknown,
}

/// A page.
#[derive(Debug)]
struct Card {
    title: String,
    path: String,
    review: Review,
    /// Why it should be looked at again, a sentence each.
    stale: Vec<String>,
    /// What changed since the review.
    changes: Vec<Change>,
    picture: Picture,
}

#[derive(Debug, PartialEq, Eq)]
enum Review {
    Drafted,
    Reviewed { by: String, on: Date },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Picture {
    Shown,
    Missing,
}

impl Board {
    /// Looks at every page, and at the history of the reviewed ones.
    pub(super) fn of(project: &Project, manual: &Manual, today: Date) -> Self {
        let history = if git::is_there(project) { History::Known } else { History::Unknown };
        let versions = manual.facts.as_ref().map(|facts| &facts.versions);
        let card = |page: &Page| card(page, versions, |path| git::since_review(project, path));
        let home = ("Home".to_owned(), card(&manual.home).into_iter().collect());
        let guides = manual.guides.iter().map(|guide| {
            let pages = std::iter::once(&guide.landing).chain(&guide.pages);
            (guide.title.text(Edition::default()), pages.filter_map(card).collect())
        });
        let guides = std::iter::once(home).chain(guides).filter(|(_, cards): &(_, Vec<Card>)| !cards.is_empty());
        Self { title: manual.site.title.clone(), on: today, history, guides: guides.collect() }
    }

    /// Returns the board as one HTML file that needs nothing else.
    pub(super) fn html(&self) -> String {
        sheet::render(self)
    }

    fn cards(&self) -> impl Iterator<Item = &Card> {
        self.guides.iter().flat_map(|(_, cards)| cards)
    }
}

/// Makes the card of a page that people write.
fn card(page: &Page, versions: Option<&Versions>, history: impl Fn(&str) -> Vec<Change>) -> Option<Card> {
    let (review, changes) = match &page.front.status {
        Status::Generated => return None,
        Status::Drafted => (Review::Drafted, Vec::new()),
        Status::Reviewed { by, on } => (Review::Reviewed { by: by.clone(), on: *on }, history(&page.file.path)),
    };
    let mut stale: Vec<String> = versions.map(|versions| release::older(page, versions)).unwrap_or_default();
    if !changes.is_empty() {
        let count = changes.len();
        stale.push(format!("changed {count} time{} since the review", if count == 1 { "" } else { "s" }));
    }
    Some(Card {
        title: page.front.title.text(Edition::default()),
        path: page.file.path.clone(),
        review,
        stale,
        changes,
        picture: if has_screenshot(page) { Picture::Shown } else { Picture::Missing },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manual(front: &str) -> Manual {
        use std::collections::{BTreeMap, BTreeSet};

        use crate::content::sources::Sources;
        let page = |front: &str| format!("+++\ntitle = \"A <b>\"\ndescription = \"D.\"\n{front}\n+++\n\nText.\n");
        let docs = BTreeMap::from([
            ("manual.toml".to_owned(), "title = \"M\"\ndescription = \"D\"\nguides = []\n".into()),
            ("index.md".to_owned(), page(front).into_bytes()),
        ]);
        let sources = Sources::from_bytes(docs, BTreeSet::new()).value;
        crate::content::manual::compile(&sources).value.unwrap()
    }

    #[test]
    fn a_reviewed_page_that_changed_is_stale_and_says_how() {
        let manual = manual("status = \"reviewed\"\nreviewed_by = \"B\"\nreviewed_on = \"2026-11-22\"");
        let changes = vec![Change { on: "2026-11-24".into(), subject: "docs: say <more>".into() }];
        let card = card(&manual.home, None, |_| changes.clone()).unwrap();
        assert_eq!(card.stale, ["changed 1 time since the review"]);
        let guides = vec![("G".to_owned(), vec![card])];
        let on = Date::parse("2026-11-25").unwrap();
        let html = Board { title: "M".into(), on, history: History::Known, guides }.html();
        assert!(html.contains("A &lt;b&gt;") && html.contains("docs: say &lt;more&gt;"), "{html}");
        assert!(!html.contains("A <b>") && !html.contains("<more>"), "all that comes from outside is escaped");
    }

    #[test]
    fn a_draft_has_no_history() {
        let manual = manual("status = \"drafted\"");
        let card = card(&manual.home, None, |_| panic!("nobody asks")).unwrap();
        assert_eq!((card.review, card.stale, card.picture), (Review::Drafted, Vec::new(), Picture::Missing));
    }
}

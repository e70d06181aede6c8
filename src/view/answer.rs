//! What search answers, as the dialog shows it.

use std::cell::LazyCell;
use std::rc::Rc;

use crate::edition::Edition;
use crate::route::{BasePath, Route};
use crate::search::{Highlighter, Hit, Query, Reading, SECTIONS_MAX, SearchIndex};

/// Generated pages of one answer: settings, commands and whatever else has a name of its own.
const REFERENCE_MAX: usize = 3;
/// Pages of one answer. Fewer, and the right page is missed; more, and nobody reads them on a phone.
pub(super) const PAGES_MAX: usize = 8;
/// Sections that are shown with an excerpt, of the best page, the second and the third. Excerpts cost the most of an answer,
/// on a phone they push the next page out of sight, and further down nobody reads more than titles.
const EXCERPTS_MAX: [usize; 3] = [SECTIONS_MAX, 1, 1];
/// Letters of an excerpt: two lines on a desk, three on a phone.
const EXCERPT_CHARS_MAX: usize = 120;

/// What the dialog has to say to what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Answer {
    /// Nothing was typed.
    #[default]
    Unasked,
    /// The index is on its way.
    Waiting,
    /// The index cannot be read; holds why, in words.
    Failed(String),
    /// Pages, best first.
    Found(Vec<FoundPage>),
    /// No page has the words; a better spelling, and pages with similar names.
    Nothing {
        /// The query as the manual would spell it.
        spelling: Option<String>,
        /// The closest pages.
        nearest: Vec<FoundPage>,
    },
}

/// A page among the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPage {
    /// Its path.
    pub href: String,
    /// The names of what it belongs to.
    pub breadcrumb: String,
    /// Its title.
    pub title: Vec<Piece>,
    /// The edition that alone has it, when it is not the reader's.
    pub other_edition: Option<Edition>,
    /// What its opening says; empty when no text is at hand or a section says more.
    pub excerpt: Vec<Piece>,
    /// The sections that answer best.
    pub sections: Vec<FoundSection>,
}

/// A section among the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundSection {
    /// The path with its fragment.
    pub href: String,
    /// Its heading.
    pub heading: Vec<Piece>,
    /// The passage that has the words; empty when no text is at hand.
    pub excerpt: Vec<Piece>,
}

/// A piece of text, marked when it is what was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they were looked for.
    pub is_match: bool,
}

impl Answer {
    /// Returns the pages that are listed.
    #[must_use]
    pub fn pages(&self) -> &[FoundPage] {
        match self {
            Self::Found(pages) | Self::Nothing { nearest: pages, .. } => pages,
            Self::Unasked | Self::Waiting | Self::Failed(_) => &[],
        }
    }

    /// Returns what a screen reader is told.
    #[must_use]
    pub fn in_words(&self) -> String {
        let pages = |count: usize| if count == 1 { "1 page".to_owned() } else { format!("{count} pages") };
        match self {
            Self::Unasked => String::new(),
            Self::Waiting => "The search is being prepared.".to_owned(),
            Self::Failed(problem) => problem.clone(),
            Self::Found(found) => format!("{} found.", pages(found.len())),
            Self::Nothing { nearest, .. } if nearest.is_empty() => "Nothing found.".to_owned(),
            Self::Nothing { nearest, .. } => format!("Nothing found. {} come close.", pages(nearest.len())),
        }
    }
}

/// Finds the text below a heading of a page, as an edition reads it.
pub type SectionText<'a> = dyn Fn(&Route, &str, Edition) -> Option<Rc<str>> + 'a;

/// What an answer is made from.
pub struct Library<'a> {
    /// What was typed, as the index of what was written understands it.
    pub reading: &'a Reading<'a>,
    /// The index of what was generated, when it is at hand.
    pub reference: Option<&'a SearchIndex>,
    /// The sub-path of the site.
    pub base: &'a BasePath,
    /// Returns the text below a heading as an edition reads it, when the page is at hand.
    pub section_text: &'a SectionText<'a>,
}

impl Library<'_> {
    /// Answers what was typed.
    ///
    /// What was written stands above what was generated, unless the very name of a setting or command was typed.
    pub fn answer(&self, typed: &str, edition: Edition) -> Answer {
        let found_in = |index| self.found_in_reference(index, typed, edition);
        let mut reference = self.reference.map(found_in).unwrap_or_default();
        // A shorter list is asked for, not cut off: what only the other edition has stands at its end.
        let mut pages = self.found(self.reading, self.reading.search(edition, PAGES_MAX - reference.len()), edition);
        if is_name(typed, &reference) && !pages.iter().any(|page| is_same(typed, &page.title)) {
            std::mem::swap(&mut pages, &mut reference);
        }
        pages.append(&mut reference);
        if pages.is_empty() {
            let suggestions = self.reading.suggest(edition);
            let nearest = self.found(self.reading, suggestions.nearest, edition);
            return Answer::Nothing { spelling: suggestions.spelling, nearest };
        }
        Answer::Found(pages)
    }

    fn found_in_reference(&self, index: &SearchIndex, typed: &str, edition: Edition) -> Vec<FoundPage> {
        let name = Query::of_name(typed);
        let reading = Reading::new(index, &name);
        let hits = reading.search(edition, REFERENCE_MAX);
        if !hits.is_empty() {
            return self.found(&reading, hits, edition);
        }
        let reading = Reading::new(index, self.reading.query);
        let hits = reading.search(edition, REFERENCE_MAX);
        self.found(&reading, hits, edition)
    }

    fn found(&self, reading: &Reading<'_>, hits: Vec<Hit>, edition: Edition) -> Vec<FoundPage> {
        let highlighters = Edition::ALL.map(|edition| LazyCell::new(move || reading.highlighter(edition)));
        let page = |(rank, hit): (usize, Hit)| {
            let edition = if hit.other_edition { edition.other() } else { edition };
            self.page(&highlighters[edition as usize], hit, rank, edition)
        };
        hits.into_iter().enumerate().map(page).collect()
    }

    fn page(&self, highlighter: &Highlighter, hit: Hit, rank: usize, edition: Edition) -> FoundPage {
        let route = Route::parse(&hit.route).ok();
        let excerpts = EXCERPTS_MAX.get(rank).copied().unwrap_or_default();
        let excerpt = |anchor: &str, place: usize| {
            let route = route.as_ref().filter(|_| place < excerpts);
            let text = route.and_then(|route| (self.section_text)(route, anchor, edition)).unwrap_or_default();
            let excerpt = highlighter.excerpt(&text, EXCERPT_CHARS_MAX);
            pieces(&excerpt.text, &excerpt.marks)
        };
        let path = route.as_ref().map_or_else(String::new, |route| self.base.page(route));
        let sections: Vec<FoundSection> = hit
            .sections
            .iter()
            .filter(|section| !section.anchor.is_empty())
            .enumerate()
            .map(|(place, section)| FoundSection {
                href: format!("{path}#{}", section.anchor),
                heading: pieces(&section.heading, &highlighter.marks(&section.heading)),
                excerpt: excerpt(&section.anchor, place),
            })
            .collect();
        FoundPage {
            title: pieces(&hit.title, &highlighter.marks(&hit.title)),
            breadcrumb: hit.breadcrumb.join(" › "),
            other_edition: hit.other_edition.then_some(edition),
            excerpt: if sections.is_empty() { excerpt("", 0) } else { Vec::new() },
            sections,
            href: path,
        }
    }
}

/// Tells whether what was typed names something generated: a path or a command by its signs, a setting by its label.
fn is_name(typed: &str, reference: &[FoundPage]) -> bool {
    typed.contains(['/', '_', ':'])
        || reference.iter().flat_map(|page| &page.sections).any(|section| is_same(typed, &section.heading))
}

/// Tells whether a text is what was typed, but for case and a path in brackets behind it.
fn is_same(typed: &str, pieces: &[Piece]) -> bool {
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let label = text.rfind('(').map_or("", |bracket| text[..bracket].trim_end());
    [&*text, label].iter().any(|name| name.eq_ignore_ascii_case(typed.trim()))
}

/// Cuts a text at the bounds of its marks.
fn pieces(text: &str, marks: &[std::ops::Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut done = 0;
    let mut push = |text: &str, is_match| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), is_match });
        }
    };
    for mark in marks.iter().filter(|mark| mark.start <= mark.end) {
        if mark.start < done {
            continue;
        }
        push(&text[done..mark.start], false);
        push(&text[mark.clone()], true);
        done = mark.end;
    }
    push(&text[done..], false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::EditionSet;
    use crate::search::{Document, Kind, Section, Synonyms, build_index};

    fn index() -> SearchIndex {
        let section = |anchor: &str, heading: &str| Section {
            anchor: anchor.into(),
            heading: heading.into(),
            editions: EditionSet::BOTH,
            runs: vec![crate::search::Run::both("Give the money back.")],
        };
        let document = Document {
            route: "/sales/refund/".into(),
            title: "Refund an order".into(),
            breadcrumb: vec!["Orders".into()],
            kind: Kind::Page,
            editions: EditionSet::BOTH,
            sections: vec![section("", ""), section("online", "Refund online")],
            aliases: Vec::new(),
            link_texts: Vec::new(),
        };
        SearchIndex::decode(&build_index(&[document], &Synonyms::default())).unwrap()
    }

    fn ask(typed: &str) -> Answer {
        let section_text = |_: &Route, _: &str, _: Edition| Some(Rc::from("Give the money back."));
        let base = BasePath::parse("/docs/").unwrap();
        let index = index();
        let query = Query::parse(typed);
        let reading = Reading::new(&index, &query);
        Library { reading: &reading, reference: None, base: &base, section_text: &section_text }
            .answer(typed, Edition::OpenSource)
    }

    #[test]
    fn addresses_have_the_sub_path_and_the_heading() {
        let answer = ask("refund online");
        let page = &answer.pages()[0];
        assert_eq!(
            (page.href.as_str(), page.sections[0].href.as_str()),
            ("/docs/sales/refund/", "/docs/sales/refund/#online")
        );
    }

    #[test]
    fn words_are_marked_in_titles_and_excerpts() {
        let answer = ask("money refund");
        let page = &answer.pages()[0];
        assert_eq!(page.title[0], Piece { text: "Refund".into(), is_match: true });
        let marked: Vec<&Piece> = page.sections[0].excerpt.iter().filter(|piece| piece.is_match).collect();
        assert_eq!(marked[0].text, "money");
    }

    #[test]
    fn an_unknown_word_is_said_to_be_missing() {
        assert_eq!(ask("zebra").in_words(), "Nothing found.");
    }
}

//! What does the reader get to see? Documents with their best sections, this edition's first.

use crate::edition::{Edition, EditionSet};

use super::document::{DocumentId, Kind};
use super::index::SearchIndex;
use super::query::{Reading, Reason};
use super::rank::{Board, Scored, Tuning, best};

/// A document that answers a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Which document it is.
    pub document: DocumentId,
    /// Where it is.
    pub route: String,
    /// What it is called, in the reader's edition if it exists there.
    pub title: String,
    /// The names of what it belongs to, outermost first.
    pub breadcrumb: Vec<String>,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The editions it exists in.
    pub editions: EditionSet,
    /// How well it answers; comparable within one list and one edition only.
    pub score: f32,
    /// The sections that answer best, at most [`SECTIONS_MAX`].
    pub sections: Vec<SectionHit>,
    /// Whether the document exists in the other edition only.
    pub other_edition: bool,
}

/// A section that answers a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionHit {
    /// Its place in the document, counted from zero; with it the text for an excerpt is found.
    pub section: u32,
    /// The fragment that leads to it; empty for the opening of the document.
    pub anchor: String,
    /// Its heading; empty for the opening of the document.
    pub heading: String,
}

/// Sections that are shown below one document.
pub const SECTIONS_MAX: usize = 3;

/// What a section has to score against the best one of its document to be shown beside it.
///
/// At 0 every mention is listed; at 1 only the best section.
const SECTION_SHARE_MIN: f32 = 0.5;

/// What a document of the other edition has to score against the best hit to displace the last hits of a full list.
///
/// At 0 foreign pages take a quarter of every list; above 1 they never show unless the list is short.
const OTHER_EDITION_SHARE_MIN: f32 = 0.6;

impl Reading<'_> {
    /// Finds the documents that answer the query, best first.
    ///
    /// Documents of the other edition alone are kept but ranked below all of `edition`: hiding them made readers
    /// believe that a feature does not exist. At most a quarter of a full list is theirs, and only good answers.
    #[must_use]
    pub fn search(&self, edition: Edition, limit: usize) -> Vec<Hit> {
        if limit == 0 {
            return Vec::new();
        }
        let index = self.index;
        let own = Ranking::new(self, edition);
        let mut scored = best(own.board.scored(), limit);
        let mut hits = Vec::with_capacity(scored.len());
        let other_edition = edition.other();
        if !index.has_documents_only_in(other_edition) {
            hits.extend(scored.into_iter().map(|scored| own.hit(scored, false)));
            return hits;
        }
        let others = Ranking::new(self, other_edition);
        let foreign = |scored: &Scored| !index.catalogue.documents[scored.document as usize].editions.contains(edition);
        let foreign = best(others.board.scored().filter(foreign), limit);
        let least = scored.first().map_or(0.0, |top| top.score * OTHER_EDITION_SHARE_MIN);
        let good = foreign.iter().take_while(|scored| scored.score >= least).count();
        let free = limit - scored.len();
        let places = free.max(good.min((limit / 4).max(1)));
        let foreign: Vec<Scored> = foreign.into_iter().take(places).collect();
        scored.truncate((limit - foreign.len()).max(1));
        hits.extend(scored.into_iter().map(|scored| own.hit(scored, false)));
        let places = limit - hits.len();
        hits.extend(foreign.into_iter().take(places).map(|scored| others.hit(scored, true)));
        hits
    }

    /// Lists the files of texts that have to be fetched before the query can be answered in full.
    #[must_use]
    pub fn missing_bodies(&self, edition: Edition) -> Vec<usize> {
        let index = self.index;
        if index.bodies.iter().all(Option::is_some) {
            return Vec::new();
        }
        let mut wanted = vec![false; index.bodies.len()];
        let editions = if index.has_documents_only_in(edition.other()) { &Edition::ALL[..] } else { &[edition][..] };
        for group in editions.iter().flat_map(|edition| self.groups(*edition)) {
            for candidate in group.candidates.iter().filter(|candidate| candidate.reason != Reason::Initial) {
                wanted[index.body_of(candidate.stem)] = true;
            }
        }
        (0..wanted.len()).filter(|part| wanted[*part] && index.bodies[*part].is_none()).collect()
    }
}

/// A query looked up in one edition.
struct Ranking<'index> {
    index: &'index SearchIndex,
    edition: Edition,
    board: Board<'index>,
}

impl<'index> Ranking<'index> {
    fn new(reading: &Reading<'index>, edition: Edition) -> Self {
        let mut board = Board::new(reading.index, edition, Tuning::FITTED);
        for group in reading.groups(edition) {
            board.look_up(group, None);
        }
        Self { index: reading.index, edition, board }
    }

    fn hit(&self, scored: Scored, other_edition: bool) -> Hit {
        let entry = &self.index.catalogue.documents[scored.document as usize];
        Hit {
            document: DocumentId(scored.document),
            route: entry.route.clone(),
            title: entry.title.text(self.edition).to_owned(),
            breadcrumb: self.index.catalogue.breadcrumbs[entry.breadcrumb as usize].clone(),
            kind: entry.kind,
            editions: entry.editions,
            score: scored.score,
            sections: self.sections(scored.document),
            other_edition,
        }
    }

    /// Picks the sections that answer best, in the order of their scores.
    fn sections(&self, document: u32) -> Vec<SectionHit> {
        let range = self.index.catalogue.documents[document as usize].sections.clone();
        let first = range.start;
        let sections = range.map(|section| Scored { document: section, score: self.board.section_score(section) });
        let mut sections = best(sections.filter(|section| section.score > 0.0), SECTIONS_MAX);
        let least = sections.first().map_or(0.0, |top| top.score * SECTION_SHARE_MIN);
        sections.retain(|section| section.score >= least);
        let hit = |section: Scored| {
            let part = &self.index.catalogue.sections[section.document as usize];
            SectionHit {
                section: section.document - first,
                anchor: part.anchor.clone(),
                heading: part.heading.text(self.edition).to_owned(),
            }
        };
        sections.into_iter().map(hit).collect()
    }
}

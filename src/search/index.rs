//! What does the engine know about the manual? Documents, sections, stems and where they occur.

use std::ops::Range;

use crate::edition::{Edition, EditionSet};

use super::dictionary::{Dictionary, StemId};
use super::document::{DocumentId, Kind, Wording};

/// The part of a document that a word stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The document's title.
    Title,
    /// The words of links that lead to the document, and its aliases.
    Link,
    /// The heading of a section.
    Heading,
    /// The text of a section.
    Body,
}

/// A text shown to one set of editions: the smallest thing a word can be found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    pub(crate) document: u32,
    /// The section, counted over the whole manual; the document's first one for titles and links.
    pub(crate) section: u32,
    pub(crate) field: Field,
    pub(crate) editions: EditionSet,
    /// How many words that count the text has.
    pub(crate) words: u32,
}

impl Unit {
    /// Tells what the unit is a piece of, apart from editions.
    pub(crate) fn text(&self) -> (u32, u32, Field) {
        (self.document, self.section, self.field)
    }
}

/// A document as the reader of a result list sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) route: String,
    pub(crate) title: Wording,
    pub(crate) breadcrumb: u32,
    pub(crate) kind: Kind,
    pub(crate) editions: EditionSet,
    pub(crate) sections: Range<u32>,
    /// Which units of links exist, one bit for each value of an edition set.
    pub(crate) link_units: u8,
}

/// A section as the reader of a result list sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) anchor: String,
    pub(crate) heading: Wording,
    pub(crate) editions: EditionSet,
    /// Which units of text exist, one bit for each value of an edition set.
    pub(crate) body_units: u8,
}

/// Everything that has a name: the table of contents that hits are made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Catalogue {
    pub(crate) documents: Vec<Entry>,
    pub(crate) sections: Vec<Part>,
    pub(crate) breadcrumbs: Vec<Vec<String>>,
}

/// Where each stem of one stretch of the dictionary occurs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Postings {
    /// The first stem of the stretch.
    pub(crate) first: u32,
    /// Where the list of each stem starts, and where the last one ends.
    pub(crate) starts: Vec<u32>,
    /// The units, ascending within one stem.
    pub(crate) units: Vec<u32>,
    /// How often the stem occurs in the unit, at most [`COUNT_MAX`].
    pub(crate) counts: Vec<u8>,
}

/// Occurrences of a stem in one unit that are told apart.
///
/// At 1 a section that repeats a word looks like one that mentions it; above 3 the index grows and no ranking
/// changes.
pub(crate) const COUNT_MAX: u8 = 3;

impl Postings {
    /// Starts an empty stretch at stem `first`.
    pub(crate) fn starting_at(first: u32) -> Self {
        Self { first, starts: vec![0], units: Vec::new(), counts: Vec::new() }
    }

    /// Adds an occurrence of the stem at hand.
    pub(crate) fn push(&mut self, unit: u32, count: u8) {
        self.units.push(unit);
        self.counts.push(count);
    }

    /// Goes on to the next stem.
    pub(crate) fn close_stem(&mut self) {
        self.starts.push(u32::try_from(self.units.len()).unwrap_or(u32::MAX));
    }

    /// Returns how many stems the stretch has.
    pub(crate) fn stems(&self) -> u32 {
        u32::try_from(self.starts.len() - 1).unwrap_or(u32::MAX)
    }

    /// Lists the units and counts of `stem`; nothing for a stem outside of the stretch.
    pub(crate) fn of(&self, stem: StemId) -> impl Iterator<Item = (u32, u8)> + '_ {
        let range = self.range(stem);
        self.units[range.clone()].iter().copied().zip(self.counts[range].iter().copied())
    }

    fn range(&self, stem: StemId) -> Range<usize> {
        let Some(at) = stem.0.checked_sub(self.first) else {
            return 0..0;
        };
        match (self.starts.get(at as usize), self.starts.get(at as usize + 1)) {
            (Some(start), Some(end)) => *start as usize..*end as usize,
            _ => 0..0,
        }
    }
}

/// A group of wordings that mean the same, as stems.
pub(crate) type SynonymGroup = Vec<Vec<StemId>>;

/// The searchable manual in memory.
#[derive(Clone, Debug)]
pub struct SearchIndex {
    pub(crate) catalogue: Catalogue,
    pub(crate) dictionary: Dictionary,
    /// The editions in which each stem can be seen anywhere, fetched or not.
    pub(crate) stem_editions: Vec<EditionSet>,
    pub(crate) units: Vec<Unit>,
    /// Titles, headings and links.
    pub(crate) names: Postings,
    /// Texts, in stretches of the dictionary; one may be missing until it has been fetched.
    pub(crate) bodies: Vec<Option<Postings>>,
    /// The first stem of each stretch of texts.
    pub(crate) body_starts: Vec<u32>,
    pub(crate) synonyms: Vec<SynonymGroup>,
    /// Ties the texts to the names they were built with.
    pub(crate) fingerprint: u64,
    /// What is counted for each edition on its own.
    pub(crate) tallies: [Tally; 2],
}

/// The numbers that ranking needs of one edition.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    /// Documents that exist in the edition.
    pub(crate) documents: u32,
    /// Documents that exist in no other edition.
    pub(crate) exclusive: u32,
    /// Words of text in each document that its readers see.
    pub(crate) document_words: Vec<u32>,
    /// Words of text in each section that its readers see.
    pub(crate) section_words: Vec<u32>,
    /// Words in each title that its readers see.
    pub(crate) title_words: Vec<u32>,
    /// Words of links that lead to each document.
    pub(crate) link_words: Vec<u32>,
    /// Words of text in all documents together.
    pub(crate) words: u32,
    /// How many names hold each stem.
    pub(crate) names_with: Vec<u32>,
    /// Sections that have text.
    pub(crate) sections: u32,
}

impl Tally {
    /// Counts what readers of `edition` see.
    pub(crate) fn of(catalogue: &Catalogue, units: &[Unit], edition: Edition) -> Self {
        let seen = |editions: EditionSet| editions.contains(edition);
        let mut tally = Self {
            documents: count(catalogue.documents.iter().filter(|entry| seen(entry.editions)).count()),
            exclusive: count(
                catalogue.documents.iter().filter(|entry| entry.editions == EditionSet::only(edition)).count(),
            ),
            document_words: vec![0; catalogue.documents.len()],
            section_words: vec![0; catalogue.sections.len()],
            title_words: vec![0; catalogue.documents.len()],
            link_words: vec![0; catalogue.documents.len()],
            ..Self::default()
        };
        for unit in units.iter().filter(|unit| seen(unit.editions)) {
            match unit.field {
                Field::Title => tally.title_words[unit.document as usize] += unit.words,
                Field::Link => tally.link_words[unit.document as usize] += unit.words,
                Field::Heading => {}
                Field::Body => {
                    tally.document_words[unit.document as usize] += unit.words;
                    tally.section_words[unit.section as usize] += unit.words;
                    tally.words = tally.words.saturating_add(unit.words);
                }
            }
        }
        tally.sections = count(tally.section_words.iter().filter(|words| **words > 0).count());
        tally
    }
}

impl SearchIndex {
    /// Returns how many documents can be found.
    #[must_use]
    pub fn len(&self) -> usize {
        self.catalogue.documents.len()
    }

    /// Tells whether nothing can be found at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.catalogue.documents.is_empty()
    }

    /// Tells whether there are documents that readers of the other edition do not have.
    pub(crate) fn has_documents_only_in(&self, edition: Edition) -> bool {
        self.tallies[edition as usize].exclusive > 0
    }

    /// Returns where `document` is.
    #[must_use]
    pub fn route(&self, document: DocumentId) -> Option<&str> {
        Some(&self.catalogue.documents.get(document.0 as usize)?.route)
    }

    /// Tells which stretch of texts `stem` belongs to.
    pub(crate) fn body_of(&self, stem: StemId) -> usize {
        self.body_starts.partition_point(|first| *first <= stem.0).saturating_sub(1)
    }

    /// Returns the fetched texts that `stem` may occur in.
    pub(crate) fn body_with(&self, stem: StemId) -> Option<&Postings> {
        self.bodies.get(self.body_of(stem))?.as_ref()
    }

    /// Tells whether readers of `edition` can see `stem` anywhere.
    pub(crate) fn is_seen(&self, stem: StemId, edition: Edition) -> bool {
        self.stem_editions[stem.index()].contains(edition)
    }

    /// Returns how many names that readers of `edition` see hold `stem`.
    pub(crate) fn names_with(&self, stem: StemId, edition: Edition) -> u32 {
        self.tallies[edition as usize].names_with[stem.index()]
    }

    /// Puts an index together from what was read, and counts what ranking needs.
    pub(crate) fn assemble(stored: Stored, units: Vec<Unit>, names: Postings, body_starts: Vec<u32>) -> Self {
        let tallies = Edition::ALL.map(|edition| Tally {
            names_with: count_names_with(&names, &units, edition),
            ..Tally::of(&stored.catalogue, &units, edition)
        });
        Self {
            catalogue: stored.catalogue,
            dictionary: stored.dictionary,
            stem_editions: stored.stem_editions,
            synonyms: stored.synonyms,
            bodies: vec![None; body_starts.len()],
            fingerprint: stored.fingerprint,
            units,
            names,
            body_starts,
            tallies,
        }
    }
}

/// Counts for each stem the names that readers of `edition` see and that hold it.
fn count_names_with(names: &Postings, units: &[Unit], edition: Edition) -> Vec<u32> {
    let count_one = |stem| {
        let seen = names.of(StemId(stem)).map(|(unit, _)| &units[unit as usize]);
        let mut last = None;
        let mut is_new = |unit: &&Unit| last.replace(unit.text()) != Some(unit.text());
        count(seen.filter(|unit| unit.editions.contains(edition)).filter(|unit| is_new(unit)).count())
    };
    (0..names.stems()).map(count_one).collect()
}

/// What is read from the file as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    pub(crate) catalogue: Catalogue,
    pub(crate) dictionary: Dictionary,
    pub(crate) stem_editions: Vec<EditionSet>,
    pub(crate) synonyms: Vec<SynonymGroup>,
    pub(crate) fingerprint: u64,
}

/// Lists the units of `catalogue` in the order of their numbers; the words of texts are still to be filled in.
pub(crate) fn lay_out_units(catalogue: &Catalogue) -> Vec<Unit> {
    let mut units = Vec::new();
    for (document, entry) in catalogue.documents.iter().enumerate() {
        let unit =
            |section: u32, field, editions| Unit { document: count(document), section, field, editions, words: 0 };
        let first = entry.sections.start;
        units.extend(wording_units(&entry.title, entry.editions).map(|(set, _)| unit(first, Field::Title, set)));
        units.extend(sets_in(entry.link_units).map(|set| unit(first, Field::Link, set)));
        for section in entry.sections.clone() {
            let part = &catalogue.sections[section as usize];
            units
                .extend(wording_units(&part.heading, part.editions).map(|(set, _)| unit(section, Field::Heading, set)));
            units.extend(sets_in(part.body_units).map(|set| unit(section, Field::Body, set)));
        }
    }
    units
}

/// Lists the texts of `wording` with the editions each is shown in; empty texts and empty sets are left out.
pub(crate) fn wording_units(wording: &Wording, editions: EditionSet) -> impl Iterator<Item = (EditionSet, &str)> {
    let sets = match wording {
        Wording::Same(text) => [(editions, text.as_str()), (EditionSet::NONE, "")],
        Wording::Different { open_source, mage_os } => [
            (editions.intersect(EditionSet::only(Edition::OpenSource)), open_source.as_str()),
            (editions.intersect(EditionSet::only(Edition::MageOs)), mage_os.as_str()),
        ],
    };
    sets.into_iter().filter(|(set, text)| set.bits() != 0 && !text.is_empty())
}

/// Lists the edition sets whose bit is set in `mask`.
pub(crate) fn sets_in(mask: u8) -> impl Iterator<Item = EditionSet> {
    (1..=3).filter(move |bits| mask & (1 << bits) != 0).map(EditionSet::from_bits)
}

/// Turns a length into the 32-bit number that the index counts with.
pub(crate) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Returns an edition whose readers see a unit of a title or heading.
pub(crate) fn edition_of_wording(editions: EditionSet) -> Edition {
    if editions.contains(Edition::OpenSource) { Edition::OpenSource } else { Edition::MageOs }
}

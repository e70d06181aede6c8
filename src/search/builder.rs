//! How does a manual become an index? Counting every stem of every unit.

use std::collections::BTreeMap;

use crate::edition::EditionSet;

use super::dictionary::Dictionary;
use super::document::{Document, Run, Wording};
use super::encode::{encode_parts, encode_whole};
use super::format::Contents;
use super::index::{
    COUNT_MAX, Catalogue, Entry, Field, Part, Postings, Unit, count, edition_of_wording, lay_out_units,
};
use super::memo::Memo;
use super::names::last_segment;
use super::stem::stem;
use super::synonyms::Synonyms;
use super::tokenise::{is_stop_word, tokenise};

/// An index as files: names first, then the texts in stretches of the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexFiles {
    /// Titles, headings, links and the dictionary; answers by name as soon as it is there.
    pub names: Vec<u8>,
    /// Where words occur in texts; each file is good for some of the words.
    pub bodies: Vec<Vec<u8>>,
}

/// Builds the index of a manual as one file.
#[must_use]
pub fn build_index(documents: &[Document], synonyms: &Synonyms) -> Vec<u8> {
    encode_whole(&Builder::new(documents).finish(synonyms))
}

/// Builds the index of a manual as a file of names and `parts` files of texts, fetched when a query needs them.
///
/// With one part every first query of a visit waits for all texts; with more than about 16 a long query waits
/// for many small files instead.
#[must_use]
pub fn build_index_files(documents: &[Document], synonyms: &Synonyms, parts: usize) -> IndexFiles {
    let contents = Builder::new(documents).finish(synonyms);
    let (names, bodies) = encode_parts(&contents, parts.max(1));
    IndexFiles { names, bodies }
}

/// The words of the manual on their way into the index.
struct Builder<'docs> {
    documents: &'docs [Document],
    catalogue: Catalogue,
    units: Vec<Unit>,
    lexicon: Lexicon,
    /// The units of links and texts that each stem occurs in, ascending, and how often; by number of the stem.
    occurrences: Vec<Vec<(u32, u8)>>,
}

/// Stems, numbered in the order in which they were met.
#[derive(Debug)]
struct Lexicon {
    by_word: Memo<usize>,
    by_stem: BTreeMap<String, usize>,
}

/// Places for words of a whole manual; one of a thousand pages has about 7,000.
const WORD_PLACES: usize = 1 << 16;

impl Lexicon {
    fn new() -> Self {
        Self { by_word: Memo::new(WORD_PLACES), by_stem: BTreeMap::new() }
    }

    /// Returns the number of the stem of `word`.
    fn number(&mut self, word: &str) -> usize {
        let by_stem = &mut self.by_stem;
        self.by_word.get(word, |word| {
            let next = by_stem.len();
            *by_stem.entry(stem(word)).or_insert(next)
        })
    }
}

impl<'docs> Builder<'docs> {
    fn new(documents: &'docs [Document]) -> Self {
        let catalogue = catalogue_of(documents);
        let units = lay_out_units(&catalogue);
        Self { documents, catalogue, units, lexicon: Lexicon::new(), occurrences: Vec::new() }
    }

    fn finish(mut self, synonyms: &Synonyms) -> Contents {
        for at in 0..self.units.len() {
            let unit = self.units[at];
            let document = &self.documents[unit.document as usize];
            match unit.field {
                Field::Title | Field::Heading => {}
                Field::Link => {
                    if unit.editions == document.editions {
                        document.aliases.iter().for_each(|alias| self.count_words(at, alias));
                    }
                    self.count_runs(at, &document.link_texts, document.editions);
                }
                Field::Body => {
                    let first = self.catalogue.documents[unit.document as usize].sections.start;
                    let section = &document.sections[(unit.section - first) as usize];
                    self.count_runs(at, &section.runs, section.editions.intersect(document.editions));
                }
            }
        }
        self.into_contents(synonyms)
    }

    /// Counts the runs that are shown to exactly the editions of `unit`.
    fn count_runs(&mut self, unit: usize, runs: &[Run], within: EditionSet) {
        let editions = self.units[unit].editions;
        for run in runs.iter().filter(|run| run.editions.intersect(within) == editions) {
            self.count_words(unit, &run.text);
        }
    }

    fn count_words(&mut self, at: usize, text: &str) {
        let unit = count(at);
        for word in words_of(text) {
            self.units[at].words += 1;
            let number = self.lexicon.number(&word);
            if number >= self.occurrences.len() {
                self.occurrences.resize(number + 1, Vec::new());
            }
            match self.occurrences[number].last_mut() {
                Some((last, times)) if *last == unit => *times = (*times + 1).min(COUNT_MAX),
                _ => self.occurrences[number].push((unit, 1)),
            }
        }
    }

    fn into_contents(mut self, synonyms: &Synonyms) -> Contents {
        let mut editions = self.stem_editions();
        for word in synonyms.groups().iter().flatten().flat_map(|text| words_of(text)) {
            self.lexicon.number(&word);
        }
        let stems = &self.lexicon.by_stem;
        editions.resize(stems.len(), EditionSet::NONE);
        let dictionary = Dictionary::from_sorted(stems.keys().map(String::as_str));
        let (mut links, mut bodies) = (Postings::starting_at(0), Postings::starting_at(0));
        for number in stems.values() {
            for (unit, times) in self.occurrences.get(*number).into_iter().flatten() {
                match self.units[*unit as usize].field {
                    Field::Link => links.push(*unit, *times),
                    _ => bodies.push(*unit, *times),
                }
            }
            links.close_stem();
            bodies.close_stem();
        }
        let synonyms = synonyms.groups().iter().map(|group| stems_of_group(group, &dictionary)).collect();
        let stem_editions = stems.values().map(|number| editions[*number]).collect();
        Contents { catalogue: self.catalogue, units: self.units, dictionary, stem_editions, links, bodies, synonyms }
    }

    /// Collects the editions in which each stem can be seen, by number of the stem.
    fn stem_editions(&mut self) -> Vec<EditionSet> {
        let editions_of = |units: &Vec<(u32, u8)>| {
            let editions = units.iter().map(|(unit, _)| self.units[*unit as usize].editions);
            editions.fold(EditionSet::NONE, EditionSet::union)
        };
        let mut seen: Vec<EditionSet> = self.occurrences.iter().map(editions_of).collect();
        for unit in &self.units {
            let entry = &self.catalogue.documents[unit.document as usize];
            let edition = edition_of_wording(unit.editions);
            let texts = match unit.field {
                Field::Title => [entry.title.text(edition), last_segment(&entry.route)],
                Field::Heading => [self.catalogue.sections[unit.section as usize].heading.text(edition), ""],
                Field::Link | Field::Body => continue,
            };
            for word in texts.into_iter().flat_map(words_of) {
                let number = self.lexicon.number(&word);
                if number >= seen.len() {
                    seen.resize(number + 1, EditionSet::NONE);
                }
                seen[number] = seen[number].union(unit.editions);
            }
        }
        seen
    }
}

/// Lists the words of `text` that mean something.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    tokenise(text).into_iter().map(|token| token.word).filter(|word| !is_stop_word(word))
}

fn stems_of_group(group: &[String], dictionary: &Dictionary) -> Vec<Vec<super::dictionary::StemId>> {
    let phrase = |text: &String| words_of(text).filter_map(|word| dictionary.find(&stem(&word))).collect();
    group.iter().map(phrase).filter(|stems: &Vec<_>| !stems.is_empty()).collect()
}

/// Lists what hits are made from, in the order of the documents.
fn catalogue_of(documents: &[Document]) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for document in documents {
        let start = count(catalogue.sections.len());
        for section in &document.sections {
            let editions = section.editions.intersect(document.editions);
            catalogue.sections.push(Part {
                anchor: section.anchor.clone(),
                heading: clean(&section.heading),
                editions,
                body_units: units_of(&section.runs, editions),
            });
        }
        let mut link_units = units_of(&document.link_texts, document.editions);
        if !document.aliases.is_empty() {
            link_units |= 1 << document.editions.bits();
        }
        let breadcrumb = breadcrumb_of(&mut catalogue.breadcrumbs, &document.breadcrumb);
        catalogue.documents.push(Entry {
            route: document.route.clone(),
            title: clean(&document.title),
            breadcrumb,
            kind: document.kind,
            editions: document.editions,
            sections: start..count(catalogue.sections.len()),
            link_units: link_units & !1,
        });
    }
    catalogue
}

/// Collects the edition sets of `runs`, one bit for each value of a set; the empty set is left out.
fn units_of(runs: &[Run], within: EditionSet) -> u8 {
    runs.iter().fold(0, |mask, run| mask | 1 << run.editions.intersect(within).bits()) & !1
}

fn breadcrumb_of(known: &mut Vec<Vec<String>>, breadcrumb: &[String]) -> u32 {
    let at = known.iter().position(|other| other == breadcrumb).unwrap_or_else(|| {
        known.push(breadcrumb.to_vec());
        known.len() - 1
    });
    count(at)
}

/// Replaces control characters, which separate texts in the file.
fn clean(wording: &Wording) -> Wording {
    let clean = |text: &String| text.replace(char::is_control, " ");
    match wording {
        Wording::Same(text) => Wording::Same(clean(text)),
        Wording::Different { open_source, mage_os } => {
            Wording::Different { open_source: clean(open_source), mage_os: clean(mage_os) }
        }
    }
}

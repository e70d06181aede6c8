//! Which documents answer best, and which of their sections?
//!
//! A document's score is that of its fields taken together (BM25F) plus that of its best section, times a bonus
//! when the query names the document. Everything is counted in whole numbers first and weighed once, so that the
//! same words give the same score however the text is cut into editions.

use crate::edition::Edition;

use super::index::{COUNT_MAX, Field, SearchIndex, Tally, count};
use super::query::{FULL_WEIGHT, Group, Reason};

/// The numbers that decide what "best" means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tuning {
    /// What a word counts in the title; at 1 titles drown in long texts, above 15 nothing else matters.
    pub(crate) title: f32,
    /// What a word counts in links to the document and in its aliases; above the title's, wrong links win.
    pub(crate) link: f32,
    /// What a word counts in any heading of the document.
    pub(crate) heading: f32,
    /// What a word counts in text of average length.
    pub(crate) body: f32,
    /// How soon repetition stops counting: near 0 at once, above 10 never.
    pub(crate) saturation: f32,
    /// How much long documents are marked down: 0 not at all, 1 in proportion.
    pub(crate) length: f32,
    /// How much documents with many links are marked down for each: 0 not at all, 1 in proportion.
    pub(crate) link_length: f32,
    /// The same numbers for the best section.
    pub(crate) section: SectionTuning,
    /// What a document gains when the query is its title; at 0 a long guide wins over the page of that name.
    pub(crate) title_bonus: f32,
    /// How much a document loses in proportion to what it lacks of the query; 0 nothing, 1 everything.
    pub(crate) coverage: f32,
}

/// The numbers that decide which section of a document is best, and what it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct SectionTuning {
    pub(crate) heading: f32,
    pub(crate) body: f32,
    pub(crate) saturation: f32,
    pub(crate) length: f32,
    /// What the best section counts beside the document as a whole.
    pub(crate) share: f32,
    /// How much a section loses in proportion to what it lacks of the query.
    pub(crate) coverage: f32,
}

impl Tuning {
    /// Fitted on the tuning half of the bench by averaging over resamples; see `BENCH.md`.
    pub(crate) const FITTED: Self = Self {
        title: 3.6,
        link: 2.1,
        heading: 0.8,
        body: 0.3,
        saturation: 4.8,
        length: 1.0,
        link_length: 0.2,
        section: SectionTuning { heading: 1.4, body: 0.6, saturation: 4.5, length: 0.7, share: 0.8, coverage: 0.1 },
        title_bonus: 2.8,
        coverage: 0.75,
    };
}

/// Words that lead to a document of average fame.
const LINK_WORDS_USUAL: f32 = 15.0;

/// How often a word was found, in [`FULL_WEIGHT`]ths, field by field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) title: u32,
    pub(crate) link: u32,
    pub(crate) heading: u32,
    pub(crate) body: u32,
}

impl Counts {
    /// Returns how often the word was found in each field.
    pub(crate) fn by_field(self) -> [(Field, f32); 4] {
        [
            (Field::Title, whole(self.title)),
            (Field::Link, whole(self.link)),
            (Field::Heading, whole(self.heading)),
            (Field::Body, whole(self.body)),
        ]
    }

    fn add(&mut self, field: Field, times: u32) {
        match field {
            Field::Title => self.title += times,
            Field::Link => self.link += times,
            Field::Heading => self.heading += times,
            Field::Body => self.body += times,
        }
    }
}

/// What the words looked at so far say about a document.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Standing {
    counts: Counts,
    pub(crate) fields: f32,
    /// How much of the query, by weight of its words, was found at all.
    pub(crate) found: f32,
    /// How much of the query was found in the title.
    pub(crate) titled: f32,
    /// How many words of the query are in the title.
    title_words: u32,
}

/// What the words looked at so far say about a section.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SectionStanding {
    heading: u32,
    body: u32,
    pub(crate) fields: f32,
    pub(crate) found: f32,
}

/// Scores in the making.
#[derive(Debug)]
pub(crate) struct Board<'index> {
    index: &'index SearchIndex,
    tally: &'index Tally,
    edition: Edition,
    tuning: Tuning,
    pub(crate) documents: Vec<Standing>,
    pub(crate) sections: Vec<SectionStanding>,
    /// The weight of all words of the query together.
    pub(crate) weight: f32,
    words_average: f32,
    section_words_average: f32,
    touched: Vec<u32>,
    touched_sections: Vec<u32>,
}

/// A document and its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scored {
    pub(crate) document: u32,
    pub(crate) score: f32,
}

/// What one word contributes to one document.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Contribution {
    pub(crate) counts: Counts,
    /// How telling the word is: the fewer documents have it, the more.
    pub(crate) rarity: f32,
    pub(crate) score: f32,
}

impl<'index> Board<'index> {
    /// Starts with nothing found.
    pub(crate) fn new(index: &'index SearchIndex, edition: Edition, tuning: Tuning) -> Self {
        let tally = &index.tallies[edition as usize];
        Self {
            index,
            tally,
            edition,
            tuning,
            documents: vec![Standing::default(); index.catalogue.documents.len()],
            sections: vec![SectionStanding::default(); index.catalogue.sections.len()],
            weight: 0.0,
            words_average: ratio(tally.words, tally.documents),
            section_words_average: ratio(tally.words, tally.sections),
            touched: Vec::new(),
            touched_sections: Vec::new(),
        }
    }

    /// Looks up one word; returns what it contributes to `watched`.
    pub(crate) fn look_up(&mut self, group: &Group, watched: Option<u32>) -> Contribution {
        for candidate in &group.candidates {
            let index = self.index;
            self.count(index.names.of(candidate.stem), candidate.weight);
            if candidate.reason == Reason::Initial {
                continue;
            }
            if let Some(body) = index.body_with(candidate.stem) {
                self.count(body.of(candidate.stem), candidate.weight);
            }
        }
        let rarity = rarity(count(self.touched.len()), self.tally.documents);
        self.weight += rarity;
        let mut contribution = Contribution { rarity, ..Contribution::default() };
        let mut touched = std::mem::take(&mut self.touched);
        for document in touched.drain(..) {
            let counts = self.documents[document as usize].counts;
            let score = self.weigh_document(document, rarity);
            if watched == Some(document) {
                contribution = Contribution { counts, rarity, score };
            }
        }
        self.touched = touched;
        let mut touched = std::mem::take(&mut self.touched_sections);
        touched.drain(..).for_each(|section| self.weigh_section(section, rarity));
        self.touched_sections = touched;
        contribution
    }

    /// Counts the occurrences that readers of the edition see, at most [`COUNT_MAX`] in each text of a section.
    fn count(&mut self, occurrences: impl Iterator<Item = (u32, u8)>, weight: u32) {
        let (mut last, mut room) = (None, 0);
        for (unit, times) in occurrences {
            let unit = &self.index.units[unit as usize];
            if !unit.editions.contains(self.edition) {
                continue;
            }
            if last.replace(unit.text()) != Some(unit.text()) {
                room = COUNT_MAX;
            }
            let times = times.min(room);
            room -= times;
            let times = u32::from(times) * weight;
            let standing = &mut self.documents[unit.document as usize];
            if standing.counts == Counts::default() {
                self.touched.push(unit.document);
            }
            standing.counts.add(unit.field, times);
            if matches!(unit.field, Field::Heading | Field::Body) {
                let section = &mut self.sections[unit.section as usize];
                if section.heading + section.body == 0 {
                    self.touched_sections.push(unit.section);
                }
                match unit.field {
                    Field::Heading => section.heading += times,
                    _ => section.body += times,
                }
            }
        }
    }

    fn weigh_document(&mut self, document: u32, rarity: f32) -> f32 {
        let tuning = &self.tuning;
        let at = document as usize;
        let counts = std::mem::take(&mut self.documents[at].counts);
        let words = number(self.tally.document_words[at]) / self.words_average;
        let links = number(self.tally.link_words[at]) / LINK_WORDS_USUAL;
        let times = tuning.title * whole(counts.title)
            + tuning.link * whole(counts.link) / (1.0 - tuning.link_length + tuning.link_length * links)
            + tuning.heading * whole(counts.heading)
            + tuning.body * whole(counts.body) / (1.0 - tuning.length + tuning.length * words).max(LENGTH_MIN);
        let score = rarity * times / (tuning.saturation + times);
        let standing = &mut self.documents[at];
        standing.fields += score;
        standing.found += rarity;
        if counts.title > 0 {
            standing.titled += rarity * whole(counts.title).min(1.0);
            standing.title_words += 1;
        }
        score
    }

    fn weigh_section(&mut self, section: u32, rarity: f32) {
        let tuning = &self.tuning.section;
        let words = number(self.tally.section_words[section as usize]) / self.section_words_average;
        let standing = &mut self.sections[section as usize];
        let times = tuning.heading * whole(standing.heading)
            + tuning.body * whole(standing.body) / (1.0 - tuning.length + tuning.length * words);
        (standing.heading, standing.body) = (0, 0);
        standing.fields += rarity * times / (tuning.saturation + times);
        standing.found += rarity;
    }

    /// Returns the score of a section on its own.
    pub(crate) fn section_score(&self, section: u32) -> f32 {
        let standing = &self.sections[section as usize];
        let coverage = self.tuning.section.coverage;
        standing.fields * (1.0 - coverage + coverage * standing.found / self.weight)
    }

    /// Returns the parts that make up the score of a document.
    pub(crate) fn parts(&self, document: u32) -> Parts {
        let standing = &self.documents[document as usize];
        let sections = self.index.catalogue.documents[document as usize].sections.clone();
        let best = sections.map(|section| self.section_score(section)).fold(0.0, f32::max);
        let title_words = self.tally.title_words[document as usize].max(1);
        let titled = ratio(standing.title_words.min(title_words), title_words);
        Parts {
            fields: standing.fields,
            section: self.tuning.section.share * best,
            title: 1.0 + self.tuning.title_bonus * titled * standing.titled / self.weight,
            coverage: 1.0 - self.tuning.coverage + self.tuning.coverage * standing.found / self.weight,
        }
    }

    /// Lists the documents with any word of the query, in their own order.
    pub(crate) fn scored(&self) -> impl Iterator<Item = Scored> + '_ {
        (0..count(self.documents.len()))
            .filter(|document| self.documents[*document as usize].found > 0.0)
            .map(|document| Scored { document, score: self.parts(document).score() })
    }
}

/// What a document's score is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    /// All fields of the document together.
    pub fields: f32,
    /// Its best section.
    pub section: f32,
    /// The factor for being named by the query.
    pub title: f32,
    /// The factor for having all words of the query.
    pub coverage: f32,
}

impl Parts {
    /// Returns the score.
    #[must_use]
    pub fn score(&self) -> f32 {
        (self.fields + self.section) * self.title * self.coverage
    }
}

/// Keeps the `limit` best, best first and earlier ones first among equals.
pub(crate) fn best(scored: impl Iterator<Item = Scored>, limit: usize) -> Vec<Scored> {
    let mut kept: Vec<Scored> = Vec::with_capacity(limit.min(KEPT_MAX) + 1);
    for scored in scored {
        if kept.len() == limit && kept.last().is_some_and(|last| last.score >= scored.score) {
            continue;
        }
        let place = kept.iter().rposition(|other| other.score >= scored.score).map_or(0, |better| better + 1);
        kept.insert(place, scored);
        kept.truncate(limit);
    }
    kept
}

/// Places that are reserved at once; a longer list grows as needed.
const KEPT_MAX: usize = 32;

/// The least length, against the average, that a text is taken to have; one line is not a perfect answer.
const LENGTH_MIN: f32 = 0.05;

fn whole(times: u32) -> f32 {
    number(times) / number(FULL_WEIGHT)
}

fn ratio(part: u32, whole: u32) -> f32 {
    number(part.max(1)) / number(whole.max(1))
}

/// Tells how telling a word is that `having` of `all` documents have.
///
/// A word that none has still asks for something, so it counts against the coverage of every document.
fn rarity(having: u32, all: u32) -> f32 {
    let (having, all) = (number(having), number(all));
    if having < 1.0 {
        UNKNOWN_SHARE * logarithm(2.0 * all + 2.0)
    } else {
        logarithm(1.0 + (all - having + 0.5) / (having + 0.5))
    }
}

/// What an unknown word weighs against one that a single document has.
const UNKNOWN_SHARE: f32 = 0.7;

/// Computes a natural logarithm of a number from 1 up, to three digits, alike on every machine.
fn logarithm(argument: f32) -> f32 {
    const LN_2: f32 = std::f32::consts::LN_2;
    let bits = argument.max(1.0).to_bits();
    let exponent = number(bits >> 23) - 127.0;
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000);
    let x = (mantissa - 1.0) / (mantissa + 1.0);
    exponent * LN_2 + 2.0 * x * (1.0 + x * x * (1.0 / 3.0 + x * x / 5.0))
}

/// Turns a count into the number that scores are computed with.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^24, and a rounded score is still a score")]
fn number(count: u32) -> f32 {
    count as f32
}

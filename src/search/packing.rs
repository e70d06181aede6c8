//! How do the places of a word fit into a few bits? Coding of postings, document by document.

use std::ops::Range;

use super::coder::{Chance, Coder, NumberChances};
use super::dictionary::StemId;
use super::index::{COUNT_MAX, Field, Postings, Unit, count};

/// The places where the stems of one field can occur.
#[derive(Debug)]
pub(crate) struct Places<'index> {
    units: &'index [Unit],
    /// The units of each document that has any, ascending.
    documents: Vec<Place>,
    /// The place of each unit, as an index into `documents`.
    place_of: Vec<u32>,
    members: Vec<u32>,
    /// Which stems the names of a document or section hold; what is in a heading is often in the text below it.
    names: &'index Postings,
}

#[derive(Debug)]
struct Place {
    members: Range<usize>,
    words: u32,
    size: usize,
}

/// The postings hold more occurrences than were announced, or point outside of the manual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Overflow;

impl<'index> Places<'index> {
    /// Lists the places of `field`.
    pub(crate) fn of(field: Field, units: &'index [Unit], names: &'index Postings) -> Self {
        let mut places =
            Self { units, documents: Vec::new(), place_of: vec![0; units.len()], members: Vec::new(), names };
        let mut document = None;
        for (at, unit) in units.iter().enumerate().filter(|(_, unit)| unit.field == field) {
            if document != Some(unit.document) {
                document = Some(unit.document);
                let start = places.members.len();
                places.documents.push(Place { members: start..start, words: 0, size: 0 });
            }
            places.members.push(count(at));
            places.place_of[at] = count(places.documents.len() - 1);
            if let Some(place) = places.documents.last_mut() {
                place.members.end += 1;
                place.words = place.words.saturating_add(unit.words);
                place.size = size_class(place.words);
            }
        }
        places
    }

    /// Codes the postings of the stems in `stems`; `known` is what to write, and empty when reading.
    pub(crate) fn code<C: Coder>(
        &self,
        coder: &mut C,
        stems: Range<u32>,
        known: &Postings,
        occurrences_max: usize,
    ) -> Result<Postings, Overflow> {
        let mut packing = Packing::new(self, occurrences_max, stems.start);
        for stem in stems {
            let known: Vec<(u32, u8)> = known.of(StemId(stem)).collect();
            packing.code_stem(coder, StemId(stem), &known)?;
        }
        Ok(packing.coded)
    }
}

/// Sorts lengths into classes of about half as long again each.
fn size_class(words: u32) -> usize {
    let words = words.max(1);
    let halves = words.ilog2() * 2 + u32::from(words >= (3 << words.ilog2()) / 2);
    (halves as usize).clamp(5, 20) - 5
}
const SIZES: usize = 16;

/// Sorts how rare something is, one in `rest / left`, into classes.
fn rarity_class(left: u32, rest: u32) -> usize {
    let ratio = rest.saturating_mul(4) / left.max(1);
    let length = ratio.max(4).ilog2();
    let half = u32::from(ratio.max(4) >= (3 << length) / 2);
    ((length - 2) * 2 + half).min(15) as usize
}
const RARITIES: usize = 16;

/// One in how many documents has to hold a stem for every document to be asked.
///
/// For rarer stems the distance to the next document is coded: that is as short and takes fewer steps.
const RARE_FROM: u32 = 40;

/// Coding at work.
struct Packing<'places, 'index> {
    places: &'places Places<'index>,
    occurrences_max: usize,
    coded: Postings,
    /// What the stem at hand has in names, as documents and sections, ascending.
    named_documents: Vec<u32>,
    named_sections: Vec<u32>,
    frequency: NumberChances,
    distance: [NumberChances; RARITIES],
    by_size: [[Chance; SIZES]; RARITIES],
    by_past: [[Chance; 16]; RARITIES],
    by_share: [[Chance; 24]; 16],
    by_rest: [[Chance; 64]; 8],
    by_step: [[Chance; 16]; 8],
    by_length: [[Chance; SIZES]; 8],
}

impl<'places, 'index> Packing<'places, 'index> {
    fn new(places: &'places Places<'index>, occurrences_max: usize, first: u32) -> Self {
        Self {
            places,
            occurrences_max,
            coded: Postings::starting_at(first),
            named_documents: Vec::new(),
            named_sections: Vec::new(),
            frequency: NumberChances::EVEN,
            distance: [NumberChances::EVEN; RARITIES],
            by_size: [[Chance::EVEN; SIZES]; RARITIES],
            by_past: [[Chance::EVEN; 16]; RARITIES],
            by_share: [[Chance::EVEN; 24]; 16],
            by_rest: [[Chance::EVEN; 64]; 8],
            by_step: [[Chance::EVEN; 16]; 8],
            by_length: [[Chance::EVEN; SIZES]; 8],
        }
    }

    fn code_stem<C: Coder>(&mut self, coder: &mut C, stem: StemId, known: &[(u32, u8)]) -> Result<(), Overflow> {
        self.look_up_names(stem);
        let places = self.places;
        let all = count(places.documents.len());
        let place = |entry: &(u32, u8)| places.place_of[entry.0 as usize];
        let mut documents: Vec<u32> = known.iter().map(place).collect();
        documents.dedup();
        let frequency = coder.number(&mut self.frequency, count(documents.len()));
        if frequency > all {
            return Err(Overflow);
        }
        let asked = frequency.saturating_mul(RARE_FROM) >= all;
        let documents = if asked {
            self.ask_documents(coder, frequency, &documents)
        } else {
            self.leap_documents(coder, frequency, &documents)?
        };
        let mut known = known;
        for document in documents {
            let own = known.iter().take_while(|entry| place(entry) == document).count();
            self.code_document(coder, document, frequency, &known[..own])?;
            known = &known[own..];
        }
        self.coded.close_stem();
        Ok(())
    }

    fn look_up_names(&mut self, stem: StemId) {
        self.named_documents.clear();
        self.named_sections.clear();
        for (unit, _) in self.places.names.of(stem) {
            let unit = self.places.units[unit as usize];
            self.named_documents.push(unit.document);
            if unit.field == Field::Heading {
                self.named_sections.push(unit.section);
            }
        }
    }

    /// Asks every document whether it holds the stem.
    fn ask_documents<C: Coder>(&mut self, coder: &mut C, frequency: u32, known: &[u32]) -> Vec<u32> {
        let all = count(self.places.documents.len());
        let (mut left, mut past, mut known) = (frequency, 0, known.iter().peekable());
        let mut found = Vec::with_capacity(frequency as usize);
        for at in 0..all {
            if left == 0 {
                break;
            }
            let place = &self.places.documents[at as usize];
            let named = self.is_named(place);
            let rarity = rarity_class(left, all - at);
            let holds = left == all - at
                || coder.bit_of_two(
                    &mut self.by_size[rarity][place.size],
                    &mut self.by_past[rarity][past * 2 + usize::from(named)],
                    known.peek() == Some(&&at),
                );
            if holds {
                known.next();
                found.push(at);
                left -= 1;
            }
            past = (past * 2 + usize::from(holds)) & 7;
        }
        found
    }

    /// Codes how far it is from each document that holds the stem to the next.
    fn leap_documents<C: Coder>(&mut self, coder: &mut C, frequency: u32, known: &[u32]) -> Result<Vec<u32>, Overflow> {
        let all = count(self.places.documents.len());
        let mut at = 0;
        let mut found = Vec::new();
        for place in 0..frequency {
            let rarity = rarity_class(frequency - place, all - at);
            let leap = known.get(place as usize).map_or(0, |document| document - at);
            at += coder.number(&mut self.distance[rarity], leap);
            if at >= all {
                return Err(Overflow);
            }
            found.push(at);
            at += 1;
        }
        Ok(found)
    }

    fn is_named(&self, place: &Place) -> bool {
        let Some(first) = self.places.members.get(place.members.start) else {
            return false;
        };
        self.named_documents.binary_search(&self.places.units[*first as usize].document).is_ok()
    }

    /// Codes which units of a document hold the stem, at least one, and how often.
    fn code_document<C: Coder>(
        &mut self,
        coder: &mut C,
        document: u32,
        frequency: u32,
        known: &[(u32, u8)],
    ) -> Result<(), Overflow> {
        let places = self.places;
        let place = &places.documents[document as usize];
        let commonness = (frequency.max(1).ilog2() as usize).min(7);
        let (mut held, mut known) = (0, known.iter().peekable());
        let all = place.members.len();
        for (at, member) in places.members[place.members.clone()].iter().enumerate() {
            let unit = places.units[*member as usize];
            let named = self.named_sections.binary_search(&unit.section).is_ok();
            let implied = held == 0 && at + 1 == all;
            let holds = implied || {
                let share = rarity_class(unit.words, place.words);
                let rest = (all - at).min(8) - 1;
                let past = if held == 0 {
                    0
                } else if held * 2 < at {
                    1
                } else {
                    2
                };
                coder.bit_of_two(
                    &mut self.by_share[share][commonness * 3 + past],
                    &mut self.by_rest[rest][commonness * 8 + past * 2 + usize::from(named)],
                    known.peek().is_some_and(|entry| entry.0 == *member),
                )
            };
            if holds {
                let times = known.next().map_or(1, |entry| entry.1);
                let times = self.code_count(coder, times, commonness, named, unit.words);
                if self.coded.units.len() >= self.occurrences_max {
                    return Err(Overflow);
                }
                self.coded.push(*member, times);
                held += 1;
            }
        }
        Ok(())
    }

    fn code_count<C: Coder>(&mut self, coder: &mut C, times: u8, commonness: usize, named: bool, words: u32) -> u8 {
        let mut so_far = 1;
        while so_far < COUNT_MAX {
            let step = usize::from(so_far - 1).min(3);
            let more = coder.bit_of_two(
                &mut self.by_step[commonness][step * 2 + usize::from(named)],
                &mut self.by_length[step.min(3)][size_class(words)],
                times > so_far,
            );
            if !more {
                break;
            }
            so_far += 1;
        }
        so_far
    }
}

//! How do files become an index, whatever happened to them on the way?

use std::ops::Range;

use crate::edition::EditionSet;

use super::bytes::{Reader, checksum};
use super::coder::Decoder;
use super::dictionary::{Dictionary, StemId};
use super::document::Kind;
use super::format::{
    BODY, DecodeError, EMPTY_ANCHOR, HEADER_BYTES, NAMES, WORDING_SEPARATOR, anchor_of, code_words, parted, unsealed,
};
use super::index::{
    Catalogue, Entry, Field, Part, Postings, SearchIndex, Stored, SynonymGroup, Unit, count, lay_out_units,
};
use super::names::{count_names, merge_links};
use super::packing::Places;

/// An index of which the first half is read: what there is, and the words of its names.
///
/// A phone takes a tenth of a second to read a whole index for the first time. Read in halves, with a pause in between, it
/// answers the reader meanwhile.
#[derive(Debug)]
pub struct HalfRead<'bytes> {
    bytes: &'bytes [u8],
    reader: Reader<'bytes>,
    catalogue: Catalogue,
    dictionary: Dictionary,
    stem_editions: Vec<EditionSet>,
    synonyms: Vec<SynonymGroup>,
    units: Vec<Unit>,
    titles: Postings,
}

impl<'bytes> HalfRead<'bytes> {
    /// Reads the first half of the bytes of a whole file, or of a file of names.
    ///
    /// # Errors
    ///
    /// Damaged, incomplete and foreign bytes are told apart, so that the reader can be told what happened.
    pub fn new(bytes: &'bytes [u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(unsealed(NAMES, bytes)?);
        let (dictionary, stem_editions) = read_dictionary(&mut reader)?;
        let catalogue = read_catalogue(&mut reader)?;
        let mut units = lay_out_units(&catalogue);
        read_words(&mut reader, &mut units)?;
        let synonyms = read_synonyms(&mut reader, &dictionary)?;
        let (titles, title_words) = count_names(&catalogue, &units, &dictionary);
        for (unit, words) in title_words {
            units[unit as usize].words = words;
        }
        Ok(Self { bytes, reader, catalogue, dictionary, stem_editions, synonyms, units, titles })
    }

    /// Reads the second half.
    ///
    /// # Errors
    ///
    /// As the first half.
    pub fn finish(self) -> Result<SearchIndex, DecodeError> {
        let Self { bytes, mut reader, catalogue, dictionary, stem_editions, synonyms, units, titles } = self;
        let stems = count(dictionary.len());
        let links = read_postings(&mut reader, Field::Link, &units, &titles, 0..stems)?;
        let names = merge_links(&titles, &links);
        let starts = read_starts(&mut reader, stems)?;
        let fingerprint = checksum(&bytes[HEADER_BYTES..bytes.len() - reader.rest().len()]);
        let stored = Stored { catalogue, dictionary, stem_editions, synonyms, fingerprint };
        let mut index = SearchIndex::assemble(stored, units, names, starts);
        for _ in 0..reader.number()? {
            index.add_body(reader.stream()?)?;
        }
        Ok(index)
    }
}

impl SearchIndex {
    /// Reads an index from the bytes of a whole file, or of a file of names.
    ///
    /// # Errors
    ///
    /// Damaged, incomplete and foreign bytes are told apart, so that the reader can be told what happened.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        HalfRead::new(bytes)?.finish()
    }

    /// Takes in one file of texts.
    ///
    /// # Errors
    ///
    /// Besides damage, a file that was built with other names is refused.
    pub fn add_body(&mut self, bytes: &[u8]) -> Result<(), DecodeError> {
        let mut reader = Reader::new(unsealed(BODY, bytes)?);
        if reader.eight()? != self.fingerprint {
            return Err(DecodeError::Stale);
        }
        let part = reader.number()?;
        let start = *self.body_starts.get(part).ok_or(DecodeError::Corrupt)?;
        let end = self.body_starts.get(part + 1).copied().unwrap_or(count(self.dictionary.len()));
        let body = read_postings(&mut reader, Field::Body, &self.units, &self.names, start..end)?;
        self.bodies[part] = Some(body);
        Ok(())
    }
}

fn read_dictionary(reader: &mut Reader) -> Result<(Dictionary, Vec<EditionSet>), DecodeError> {
    let stems = reader.sorted_texts()?;
    let mut editions = vec![EditionSet::BOTH; stems.len()];
    for bits in 0..3 {
        for stem in reader.ascending()? {
            *editions.get_mut(stem as usize).ok_or(DecodeError::Corrupt)? = EditionSet::from_bits(bits);
        }
    }
    Ok((Dictionary::from_sorted(stems.iter().map(String::as_str)), editions))
}

fn read_catalogue(reader: &mut Reader) -> Result<Catalogue, DecodeError> {
    let mut catalogue = Catalogue::default();
    let crumbs =
        |text: &str| text.split(WORDING_SEPARATOR).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    catalogue.breadcrumbs = reader.texts()?.into_iter().map(crumbs).collect();
    let (routes, titles) = (reader.texts()?, reader.texts()?);
    let (kinds, link_units) = (reader.small()?, reader.small()?);
    let (breadcrumbs, sizes) = (reader.numbers()?, reader.numbers()?);
    let lengths = [titles.len(), kinds.len(), link_units.len(), breadcrumbs.len(), sizes.len()];
    if lengths.iter().any(|length| *length != routes.len()) {
        return Err(DecodeError::Corrupt);
    }
    let mut start: u32 = 0;
    for (at, route) in routes.into_iter().enumerate() {
        let end = start.checked_add(sizes[at]).ok_or(DecodeError::Corrupt)?;
        if breadcrumbs[at] as usize >= catalogue.breadcrumbs.len() {
            return Err(DecodeError::Corrupt);
        }
        catalogue.documents.push(Entry {
            route: route.to_owned(),
            title: parted(titles[at]),
            breadcrumb: breadcrumbs[at],
            kind: Kind::from_code(kinds[at] >> 2).ok_or(DecodeError::Corrupt)?,
            editions: EditionSet::from_bits(kinds[at]),
            sections: start..end,
            link_units: link_units[at],
        });
        start = end;
    }
    let (headings, anchors, sets) = (reader.texts()?, reader.texts()?, reader.small()?);
    if [headings.len(), anchors.len(), sets.len()] != [start as usize; 3] {
        return Err(DecodeError::Corrupt);
    }
    for ((heading, anchor), sets) in headings.into_iter().zip(anchors).zip(sets) {
        let heading = parted(heading);
        let anchor = match anchor {
            "" => anchor_of(&heading),
            EMPTY_ANCHOR => String::new(),
            given => given.to_owned(),
        };
        catalogue.sections.push(Part {
            anchor,
            heading,
            editions: EditionSet::from_bits(*sets),
            body_units: sets >> 2,
        });
    }
    Ok(catalogue)
}

fn read_synonyms(reader: &mut Reader, dictionary: &Dictionary) -> Result<Vec<SynonymGroup>, DecodeError> {
    let mut groups = Vec::new();
    for _ in 0..reader.number()? {
        let mut group = Vec::new();
        for _ in 0..reader.number()? {
            let phrase: Vec<StemId> = reader.numbers()?.into_iter().map(StemId).collect();
            if phrase.is_empty() || phrase.iter().any(|stem| stem.index() >= dictionary.len()) {
                return Err(DecodeError::Corrupt);
            }
            group.push(phrase);
        }
        groups.push(group);
    }
    Ok(groups)
}

fn read_starts(reader: &mut Reader, stems: u32) -> Result<Vec<u32>, DecodeError> {
    let mut starts = Vec::new();
    for _ in 0..reader.number()? {
        starts.push(u32::try_from(reader.number()?).map_err(|_| DecodeError::Corrupt)?);
    }
    let ascending = starts.iter().zip(starts.iter().skip(1)).all(|(one, next)| one < next);
    let inside = starts.first() == Some(&0) && starts.last().is_some_and(|last| *last <= stems);
    if ascending && inside { Ok(starts) } else { Err(DecodeError::Corrupt) }
}

/// Occurrences that one byte can stand for at most; the coder rules out certainty.
const OCCURRENCES_PER_BYTE_MAX: usize = 8_192;

fn read_postings(
    reader: &mut Reader,
    field: Field,
    units: &[Unit],
    names: &Postings,
    stems: Range<u32>,
) -> Result<Postings, DecodeError> {
    let announced = reader.number()?;
    let bytes = reader.stream()?;
    let occurrences_max = announced.min(bytes.len().saturating_mul(OCCURRENCES_PER_BYTE_MAX));
    let known = Postings::starting_at(0);
    let places = Places::of(field, units, names);
    let postings =
        places.code(&mut Decoder::new(bytes), stems, &known, occurrences_max).map_err(|_| DecodeError::Corrupt)?;
    if postings.units.len() == announced { Ok(postings) } else { Err(DecodeError::Corrupt) }
}

fn read_words(reader: &mut Reader, units: &mut [Unit]) -> Result<(), DecodeError> {
    let mut decoder = Decoder::new(reader.stream()?);
    let counted = units.iter_mut().filter(|unit| matches!(unit.field, Field::Link | Field::Body));
    let counted: Vec<&mut Unit> = counted.collect();
    let words = code_words(&mut decoder, counted.iter().map(|_| 0));
    counted.into_iter().zip(words).for_each(|(unit, words)| unit.words = words);
    Ok(())
}

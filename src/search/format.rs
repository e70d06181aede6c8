//! What is in an index file, and how is a damaged one told from a whole one?
//!
//! A file is a header (magic, kind, version, length and checksum of the rest) and streams of one sort of value
//! each, texts as plain letters: the server's compression does better on those than a format of ours could.

use std::error::Error;
use std::fmt;

use crate::edition::{Edition, EditionSet};

use super::bytes::checksum;
use super::coder::{Coder, NumberChances};
use super::dictionary::Dictionary;
use super::document::Wording;
use super::index::{Catalogue, Postings, SynonymGroup, Unit, count};
use super::letters::{is_letter, lower};

/// Why bytes are not an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The bytes are something else, or an index of another version of the site.
    Foreign,
    /// The end of the file is missing.
    Truncated,
    /// The bytes were changed on the way.
    Corrupt,
    /// The texts were built with other names.
    Stale,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Foreign => "the file is not a search index of this version of the site",
            Self::Truncated => "the search index is incomplete",
            Self::Corrupt => "the search index is damaged",
            Self::Stale => "the parts of the search index come from different builds",
        })
    }
}

impl Error for DecodeError {}

/// Everything that goes into an index file.
#[derive(Clone, Debug)]
pub(crate) struct Contents {
    pub(crate) catalogue: Catalogue,
    pub(crate) units: Vec<Unit>,
    pub(crate) dictionary: Dictionary,
    /// The editions in which each stem can be seen anywhere.
    pub(crate) stem_editions: Vec<EditionSet>,
    pub(crate) links: Postings,
    pub(crate) bodies: Postings,
    pub(crate) synonyms: Vec<SynonymGroup>,
}

const MAGIC: &[u8; 4] = b"mdsx";
/// Marks a file of names, which may have the texts in it.
pub(crate) const NAMES: u8 = b'n';
/// Marks a file of texts.
pub(crate) const BODY: u8 = b'b';
/// Goes up with every change of the format; a file of another number is not read.
const VERSION: u8 = 1;
/// Bytes before what the header seals.
pub(crate) const HEADER_BYTES: usize = 4 + 1 + 1 + 4 + 8;

/// Separates the two wordings of a text that differs by edition.
pub(crate) const WORDING_SEPARATOR: char = '\u{1f}';
/// Stands for an anchor that does not follow from its heading but is empty.
pub(crate) const EMPTY_ANCHOR: &str = "\u{1f}";

/// Codes how many words texts have; long ones stand together, so the last length foretells the next.
pub(crate) fn code_words<C: Coder>(coder: &mut C, words: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut chances = [NumberChances::EVEN; 8];
    let mut last: u32 = 0;
    let code = |words| {
        last = coder.number(&mut chances[(last.max(1).ilog2() as usize).min(7)], words);
        last
    };
    words.map(code).collect()
}

/// Puts the header before `payload`.
pub(crate) fn sealed(kind: u8, payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEADER_BYTES + payload.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&[kind, VERSION]);
    bytes.extend_from_slice(&count(payload.len()).to_le_bytes());
    bytes.extend_from_slice(&checksum(payload).to_le_bytes());
    bytes.extend_from_slice(payload);
    bytes
}

/// Checks the header and returns what it seals.
pub(crate) fn unsealed(kind: u8, bytes: &[u8]) -> Result<&[u8], DecodeError> {
    let (magic, rest) = bytes.split_first_chunk::<4>().ok_or(DecodeError::Truncated)?;
    let (mark, rest) = rest.split_first_chunk::<2>().ok_or(DecodeError::Truncated)?;
    if magic != MAGIC || *mark != [kind, VERSION] {
        return Err(DecodeError::Foreign);
    }
    let (length, rest) = rest.split_first_chunk::<4>().ok_or(DecodeError::Truncated)?;
    let (sum, payload) = rest.split_first_chunk::<8>().ok_or(DecodeError::Truncated)?;
    match payload.len().cmp(&(u32::from_le_bytes(*length) as usize)) {
        std::cmp::Ordering::Less => Err(DecodeError::Truncated),
        std::cmp::Ordering::Equal if checksum(payload) == u64::from_le_bytes(*sum) => Ok(payload),
        _ => Err(DecodeError::Corrupt),
    }
}

/// Joins the wordings of a text into one.
pub(crate) fn joined(wording: &Wording) -> String {
    match wording {
        Wording::Same(text) => text.clone(),
        Wording::Different { open_source, mage_os } => {
            let mut text = open_source.clone();
            text.push(WORDING_SEPARATOR);
            text.push_str(mage_os);
            text
        }
    }
}

/// Parts a text into its wordings.
pub(crate) fn parted(text: &str) -> Wording {
    match text.split_once(WORDING_SEPARATOR) {
        None => Wording::Same(text.to_owned()),
        Some((open_source, mage_os)) => {
            Wording::Different { open_source: open_source.to_owned(), mage_os: mage_os.to_owned() }
        }
    }
}

/// Returns the anchor that follows from a heading, as code hosts make them.
pub(crate) fn anchor_of(heading: &Wording) -> String {
    let mut anchor = String::new();
    for char in heading.text(Edition::OpenSource).chars() {
        match char {
            ' ' | '-' => anchor.push('-'),
            '_' => anchor.push('_'),
            _ if is_letter(char) => anchor.push(lower(char)),
            _ => {}
        }
    }
    anchor
}

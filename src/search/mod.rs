//! Which section answers this query?
//!
//! [`build_index`] turns the texts of a manual into one file, [`SearchIndex::decode`] reads it, [`Reading::search`]
//! answers.
//! The smallest thing that is found is a *unit*: a text of one section as shown to one set of editions. Each query is
//! answered as if the index had been built from the reader's edition alone; documents of the other edition follow
//! below, marked as such.
//!
//! *Invariant:* no I/O, no clock, no hash order; the same documents give the same bytes, and the same bytes and
//! query give the same hits on every machine.

mod builder;
mod bytes;
mod coder;
mod decode;
mod dictionary;
mod document;
mod encode;
mod excerpt;
mod explain;
mod format;
mod hits;
mod index;
mod letters;
mod memo;
mod names;
mod packing;
mod query;
mod rank;
mod sorting;
mod stem;
mod suggest;
mod synonyms;
#[cfg(test)]
mod tests;
mod tokenise;

pub use builder::{IndexFiles, build_index, build_index_files};
pub use decode::HalfRead;
pub use document::{Document, DocumentId, Kind, Run, Section, Wording};
pub use excerpt::{Excerpt, Highlighter};
pub use explain::{Explanation, WordPart};
pub use format::DecodeError;
pub use hits::{Hit, SECTIONS_MAX, SectionHit};
pub use index::{Field, SearchIndex};
pub use query::{Query, Reading, Reason};
pub use rank::Parts;
pub use suggest::Suggestions;
pub use synonyms::Synonyms;
pub use tokenise::one_word;

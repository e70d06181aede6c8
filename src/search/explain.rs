//! Why does a document stand where it stands?

use std::fmt;

use crate::edition::Edition;

use super::document::DocumentId;
use super::query::{Candidate, Reading, Reason};
use super::rank::{Board, Contribution, Parts, Tuning};

/// The parts of one document's score.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What each word of the query contributes.
    pub words: Vec<WordPart>,
    /// What the words amount to together.
    pub parts: Parts,
}

/// What one word of the query contributes to one document.
#[derive(Clone, Debug, PartialEq)]
pub struct WordPart {
    /// The word as typed, folded.
    pub word: String,
    /// The stems it was looked up as, and why.
    pub stems: Vec<(String, Reason)>,
    /// How telling it is.
    pub rarity: f32,
    /// What it adds to the score of the fields; 0 when the document lacks it.
    pub score: f32,
    /// The fields it was found in, with how often; a partial match counts in part.
    pub found: [(super::index::Field, f32); 4],
}

impl Reading<'_> {
    /// Takes the score of `document` apart; nothing for a document that `edition` or the query does not reach.
    #[must_use]
    pub fn explain(&self, edition: Edition, document: DocumentId) -> Option<Explanation> {
        let mut board = Board::new(self.index, edition, Tuning::FITTED);
        let stem = |candidate: &Candidate| (self.index.dictionary.text(candidate.stem).to_owned(), candidate.reason);
        let mut words = Vec::new();
        for group in self.groups(edition) {
            let Contribution { rarity, score, counts } = board.look_up(group, Some(document.0));
            let stems = group.candidates.iter().map(stem).collect();
            words.push(WordPart { word: group.word.clone(), stems, rarity, score, found: counts.by_field() });
        }
        let found = board.documents.get(document.0 as usize)?.found > 0.0;
        found.then(|| Explanation { words, parts: board.parts(document.0) })
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { fields, section, title, coverage } = self.parts;
        let score = self.parts.score();
        writeln!(
            out,
            "{score:.2} = (fields {fields:.2} + section {section:.2}) × title {title:.2} × coverage {coverage:.2}"
        )?;
        for part in &self.words {
            write!(out, "  {} {:.2} (rarity {:.2})", part.word, part.score, part.rarity)?;
            for (field, times) in part.found.iter().filter(|(_, times)| *times > 0.0) {
                write!(out, " {field:?} {times:.1}")?;
            }
            for (stem, reason) in &part.stems {
                write!(out, " [{stem}: {reason:?}]")?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

//! Why does a document stand where it stands?

use std::fmt;

use crate::edition::Edition;

use super::document::DocumentId;
use super::index::SearchIndex;
use super::query::{Query, Reason, expand};
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

/// Takes the score of `document` apart; nothing for a document that `edition` or the query does not reach.
#[must_use]
pub fn explain(index: &SearchIndex, query: &Query, edition: Edition, document: DocumentId) -> Option<Explanation> {
    let mut board = Board::new(index, edition, Tuning::FITTED);
    let mut words = Vec::new();
    for group in expand(index, query, edition) {
        let contribution = board.look_up(&group, Some(document.0));
        let stem =
            |candidate: &super::query::Candidate| (index.dictionary.text(candidate.stem).to_owned(), candidate.reason);
        let stems = group.candidates.iter().map(stem).collect();
        let Contribution { rarity, score, .. } = contribution;
        words.push(WordPart { word: group.word, stems, rarity, score, found: contribution.counts.by_field() });
    }
    let found = board.documents.get(document.0 as usize)?.found > 0.0;
    found.then(|| Explanation { words, parts: board.parts(document.0) })
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

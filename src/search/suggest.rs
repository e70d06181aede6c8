//! What else could the reader try? Better spellings, and the nearest pages when nothing was found.

use crate::edition::Edition;

use super::dictionary::StemId;
use super::hits::Hit;
use super::index::{Field, SearchIndex};
use super::query::{Group, Query, Reading, Reason};
use super::stem::stem;
use super::tokenise::tokenise;

/// What to offer a reader who did not find anything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suggestions {
    /// The query with its misspelled words replaced; nothing when all words are known.
    pub spelling: Option<String>,
    /// Pages that have at least something like the words of the query in their names.
    pub nearest: Vec<Hit>,
}

/// Pages that are offered.
const NEAREST_MAX: usize = 5;

impl Reading<'_> {
    /// Works out what to offer to a reader of `edition`.
    #[must_use]
    pub fn suggest(&self, edition: Edition) -> Suggestions {
        let groups = self.groups(edition);
        let spelling = spelling(self.index, self.query, groups, edition);
        let loosened = loosened(self.index, groups, edition);
        let nearest = Reading::new(self.index, &loosened).search(edition, NEAREST_MAX);
        Suggestions { spelling, nearest }
    }
}

/// Replaces the words that were only found with another spelling.
fn spelling(index: &SearchIndex, query: &Query, groups: &[Group], edition: Edition) -> Option<String> {
    let mut changed = false;
    let mut words: Vec<String> = Vec::new();
    for word in query.words() {
        let group = groups.iter().find(|group| group.word == *word);
        let typo = group
            .and_then(|group| group.candidates.first())
            .filter(|candidate| candidate.reason == Reason::Typo)
            .and_then(|candidate| spelled(index, candidate.stem, edition));
        changed |= typo.is_some();
        words.push(typo.unwrap_or_else(|| word.clone()));
    }
    changed.then(|| words.join(" "))
}

/// Finds a word with this stem in a name, to show it as it is written there.
fn spelled(index: &SearchIndex, wanted: StemId, edition: Edition) -> Option<String> {
    let wanted_text = index.dictionary.text(wanted);
    let units = index.names.of(wanted).map(|(unit, _)| index.units[unit as usize]);
    let mut names = units.filter(|unit| unit.editions.contains(edition)).filter_map(|unit| match unit.field {
        Field::Title => Some(index.catalogue.documents[unit.document as usize].title.text(edition)),
        Field::Heading => Some(index.catalogue.sections[unit.section as usize].heading.text(edition)),
        Field::Link | Field::Body => None,
    });
    names.find_map(|name| tokenise(name).into_iter().map(|token| token.word).find(|word| stem(word) == wanted_text))
}

/// Keeps of each unknown word the longest beginning that any word of the manual shares.
fn loosened(index: &SearchIndex, groups: &[Group], edition: Edition) -> Query {
    let mut words = Vec::new();
    for group in groups {
        if let Some(candidate) = group.candidates.first() {
            words.push(index.dictionary.text(candidate.stem).to_owned());
            continue;
        }
        let beginnings = (3..group.word.len()).rev().filter_map(|end| group.word.get(..end));
        let known = |beginning: &&str| {
            index.dictionary.starting_with(beginning).any(|stem| index.is_seen(StemId(stem), edition))
        };
        words.extend(beginnings.into_iter().find(known).map(str::to_owned));
    }
    Query::parse(&words.join(" "))
}

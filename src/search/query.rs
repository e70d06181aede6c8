//! What did the reader mean? Words, the one still being typed, and the stems each may stand for.

use std::cell::OnceCell;

use crate::edition::Edition;

use super::dictionary::{Near, Reach, StemId};
use super::index::SearchIndex;
use super::sorting::{ascending, low_half};
use super::stem::stem;
use super::tokenise::{is_stop_word, one_word, tokenise};

/// What a reader typed, split into words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
    last: LastWord,
    spelling: Spelling,
}

/// Whether the reader may have meant another word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Spelling {
    /// Unknown words stand for those with a similar spelling.
    #[default]
    Forgiven,
    /// Unknown words stand for nothing.
    AsTyped,
}

/// Whether the reader has finished the last word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum LastWord {
    #[default]
    Finished,
    BeingTyped,
}

impl Query {
    /// Splits what was typed; the last word counts as unfinished unless a space or a mark follows it.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let tokens = tokenise(text);
        let typing = tokens.last().is_some_and(|token| token.end == text.len());
        let last = if typing { LastWord::BeingTyped } else { LastWord::Finished };
        let mut words: Vec<String> = tokens.into_iter().map(|token| token.word).collect();
        words.truncate(WORDS_MAX);
        Self { words, last, spelling: Spelling::Forgiven }
    }

    /// Takes what was typed for the beginning of one name, such as a configuration path or a label, spelled as it is.
    #[must_use]
    pub fn of_name(text: &str) -> Self {
        Self { spelling: Spelling::AsTyped, ..Self::parse(&one_word(text)) }
    }

    /// Takes the path of an address for words; a file's ending is none.
    #[must_use]
    pub fn of_address(path: &str) -> Self {
        let path = path.trim_end_matches('/');
        let words = path.rsplit_once('.').map_or(path, |(words, _)| words);
        Self { last: LastWord::Finished, ..Self::parse(words) }
    }

    /// Tells whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Returns the word that is still being typed.
    pub(crate) fn beginning(&self) -> Option<&str> {
        match self.last {
            LastWord::BeingTyped => self.words.last().map(String::as_str),
            LastWord::Finished => None,
        }
    }

    /// Returns the folded words in the order typed.
    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }
}

/// Words of a query that are looked at; a pasted paragraph would otherwise take as long as it is.
const WORDS_MAX: usize = 24;

/// Completions of an unfinished word that are looked at, those that occur most in names first.
///
/// Below 8 the second letter of a word finds too little; above 64 two letters cost more than a frame.
const COMPLETIONS_MAX: usize = 24;

/// Letters of a word just begun that are looked for in names only.
///
/// At 0 the first letter of each word takes longest to answer; above 3 rare words of texts appear late.
const INITIAL_CHARS_MAX: usize = 2;

/// Letters of an unfinished ending, such as the `iz` of `customiz`, that a stem may lack.
const ENDING_LETTERS_MAX: usize = 3;

/// Stems near to a misspelled word that are looked at.
const NEAR_MAX: usize = 6;

/// Why a stem is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It was typed.
    Exact,
    /// Two words that were typed are one in the manual, or the reverse.
    Joined,
    /// It means the same as what was typed.
    Synonym,
    /// It begins with what was typed.
    Completion,
    /// It begins with the one or two letters typed so far; texts have too many such words to tell anything.
    Initial,
    /// It is close to what was typed.
    Typo,
}

/// A stem that a word may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) stem: StemId,
    /// How much of a match it is, of [`FULL_WEIGHT`].
    pub(crate) weight: u32,
    pub(crate) reason: Reason,
}

/// The weight of a stem that was typed as it stands.
pub(crate) const FULL_WEIGHT: u32 = 64;

/// The stems that one word of the query may stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Group {
    /// The word as typed, folded.
    pub(crate) word: String,
    pub(crate) candidates: Vec<Candidate>,
    /// The stem of the word itself, whether or not it occurs anywhere.
    stem: Option<StemId>,
    ending: LastWord,
}

impl Group {
    fn add(&mut self, stem: StemId, weight: u32, reason: Reason) {
        match self.candidates.iter_mut().find(|candidate| candidate.stem == stem) {
            Some(known) if known.weight >= weight => {}
            Some(known) => *known = Candidate { stem, weight, reason },
            None => self.candidates.push(Candidate { stem, weight, reason }),
        }
    }
}

/// A query as one index understands it: what its words may stand for is worked out once for each edition.
///
/// Ranking, excerpts and suggestions all need it, and for misspelled words it takes a walk over all stems.
#[derive(Debug)]
pub struct Reading<'index> {
    pub(crate) index: &'index SearchIndex,
    pub(crate) query: &'index Query,
    groups: [OnceCell<Vec<Group>>; Edition::ALL.len()],
}

impl<'index> Reading<'index> {
    /// Reads `query` with the words of `index`.
    #[must_use]
    pub fn new(index: &'index SearchIndex, query: &'index Query) -> Self {
        Self { index, query, groups: Default::default() }
    }

    /// Returns the stems to look for in `edition`, a group for each word; words that carry no meaning are left out.
    pub(crate) fn groups(&self, edition: Edition) -> &[Group] {
        let Self { index, query, groups } = self;
        groups[edition as usize].get_or_init(|| Expansion { index, edition }.groups(query))
    }
}

struct Expansion<'index> {
    index: &'index SearchIndex,
    edition: Edition,
}

impl Expansion<'_> {
    fn groups(&self, query: &Query) -> Vec<Group> {
        let kept = |word: &&String| !is_stop_word(word);
        let last = query.words.len().saturating_sub(1);
        let only_stop_words = !query.words.iter().any(|word| kept(&word));
        let mut groups = Vec::new();
        for (at, word) in query.words.iter().enumerate() {
            let typing = at == last && query.last == LastWord::BeingTyped;
            let wanted = kept(&word) || (typing && only_stop_words);
            if !wanted {
                continue;
            }
            let ending = if typing { query.last } else { LastWord::Finished };
            let stem = self.index.dictionary.find(&stem(word));
            let mut group = Group { word: word.clone(), candidates: Vec::new(), stem, ending };
            self.add_exact(&mut group);
            self.add_completions(&mut group);
            let before = at.checked_sub(1).and_then(|before| query.words.get(before));
            self.add_joined(&mut group, before, Some(word));
            self.add_joined(&mut group, Some(word), query.words.get(at + 1));
            groups.push(group);
        }
        self.add_synonyms(&mut groups);
        for group in groups.iter_mut().filter(|group| group.candidates.is_empty()) {
            self.add_halves(group);
            if group.candidates.is_empty() && query.spelling == Spelling::Forgiven {
                self.add_near(group);
            }
        }
        groups
    }

    fn add_exact(&self, group: &mut Group) {
        if let Some(stem) = group.stem.filter(|stem| self.index.is_seen(*stem, self.edition)) {
            group.add(stem, FULL_WEIGHT, Reason::Exact);
        }
    }

    /// Adds the stems that begin with the word, the most frequent in names first.
    fn add_completions(&self, group: &mut Group) {
        if group.ending == LastWord::Finished {
            return;
        }
        let range = self.index.dictionary.starting_with(&group.word);
        let weight = if group.candidates.is_empty() { COMPLETION_WEIGHT } else { LONGER_WEIGHT };
        let seen = range.map(StemId).filter(|stem| self.index.is_seen(*stem, self.edition));
        for key in ascending(seen.map(|stem| self.key(0, stem))).take(COMPLETIONS_MAX) {
            let stem = stem_of_key(key);
            let named = self.index.names_with(stem, self.edition) > 0;
            let initial = named && group.word.chars().count() <= INITIAL_CHARS_MAX;
            group.add(stem, weight, if initial { Reason::Initial } else { Reason::Completion });
        }
        if group.candidates.is_empty() {
            let shortest = group.word.len().saturating_sub(ENDING_LETTERS_MAX).max(4);
            let beginnings = (shortest..group.word.len()).rev().filter_map(|end| group.word.get(..end));
            if let Some(stem) = { beginnings }.find_map(|word| self.find(word)) {
                group.add(stem, COMPLETION_WEIGHT, Reason::Completion);
            }
        }
    }

    /// Adds the compound of two neighbouring words, such as `checkout` for `check out`.
    fn add_joined(&self, group: &mut Group, first: Option<&String>, second: Option<&String>) {
        let (Some(first), Some(second)) = (first, second) else {
            return;
        };
        if let Some(stem) = self.find(&stem(&format_pair(first, second))) {
            group.add(stem, JOINED_WEIGHT, Reason::Joined);
        }
    }

    /// Adds the two known words that an unknown one is made of, such as `tax` and `rate` for `taxrate`.
    fn add_halves(&self, group: &mut Group) {
        let word = group.word.clone();
        let split = (3..word.len().saturating_sub(2)).find_map(|at| {
            let (first, second) = (word.get(..at)?, word.get(at..)?);
            Some((self.find(&stem(first))?, self.find(&stem(second))?))
        });
        for stem in split.into_iter().flat_map(|(first, second)| [first, second]) {
            group.add(stem, JOINED_WEIGHT / 2, Reason::Joined);
        }
    }

    /// Adds the nearest stems to an unknown word.
    fn add_near(&self, group: &mut Group) {
        let mut found = self.nearest(&group.word, Reach::Whole);
        if found.is_empty() && group.ending == LastWord::BeingTyped {
            found = self.nearest(&group.word, Reach::Beginning);
        }
        let keys = ascending(found.into_iter().map(|near| self.key(near.distance, near.stem)));
        for key in keys.take(NEAR_MAX) {
            let weight = if key >> DISTANCE_PLACE <= 1 { NEAR_WEIGHT } else { FAR_WEIGHT };
            group.add(stem_of_key(key), weight, Reason::Typo);
        }
    }

    /// Finds the stems at the least distance from `word` that the length of the word allows.
    fn nearest(&self, word: &str, reach: Reach) -> Vec<Near> {
        let stemmed = stem(word);
        let spellings: &[&str] = if reach == Reach::Whole && stemmed != word { &[word, &stemmed] } else { &[word] };
        let farthest = match word.chars().count() {
            0..=2 => 0,
            3..=6 => 1,
            _ => 2,
        };
        for distance in 1..=farthest {
            let mut found: Vec<Near> = Vec::new();
            for near in spellings.iter().flat_map(|spelling| self.index.dictionary.near(spelling, distance, reach)) {
                let known = found.iter().any(|other| other.stem == near.stem && other.distance <= near.distance);
                if !known && self.index.is_seen(near.stem, self.edition) {
                    found.push(near);
                }
            }
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// Adds the other wordings of every synonym that the query contains.
    fn add_synonyms(&self, groups: &mut [Group]) {
        for wordings in &self.index.synonyms {
            for (chosen, phrase) in wordings.iter().enumerate() {
                let Some(at) = position_of(groups, phrase) else {
                    continue;
                };
                for (_, other) in wordings.iter().enumerate().filter(|(other, _)| *other != chosen) {
                    for (offset, stem) in other.iter().enumerate() {
                        let group = &mut groups[at + offset.min(phrase.len() - 1)];
                        if self.index.is_seen(*stem, self.edition) {
                            group.add(*stem, SYNONYM_WEIGHT, Reason::Synonym);
                        }
                    }
                }
            }
        }
    }

    /// Makes a number that sorts stems: nearest first, then those in most names, then alphabetically.
    fn key(&self, distance: u8, stem: StemId) -> u64 {
        let names = self.index.names_with(stem, self.edition).min(NAMES_MAX);
        u64::from(distance) << DISTANCE_PLACE | (u64::from(NAMES_MAX - names) << 32) | u64::from(stem.0)
    }

    fn find(&self, stem: &str) -> Option<StemId> {
        self.index.dictionary.find(stem).filter(|stem| self.index.is_seen(*stem, self.edition))
    }
}

/// Names that are told apart when stems are sorted.
const NAMES_MAX: u32 = 0xff_ffff;
/// Where the distance stands in a sorting number.
const DISTANCE_PLACE: u32 = 56;

/// Takes the stem out of a sorting number.
fn stem_of_key(key: u64) -> StemId {
    StemId(low_half(key))
}

/// What a completion counts when the word was not typed in full.
const COMPLETION_WEIGHT: u32 = 56;
/// What a longer word counts beside the one that was typed.
const LONGER_WEIGHT: u32 = 16;
/// What a compound counts.
const JOINED_WEIGHT: u32 = 56;
/// What a stem one letter away counts.
const NEAR_WEIGHT: u32 = 48;
/// What a stem two letters away counts.
const FAR_WEIGHT: u32 = 32;
/// What another wording counts.
const SYNONYM_WEIGHT: u32 = 40;

/// Finds the first place where the words of the query are those of `phrase`.
fn position_of(groups: &[Group], phrase: &[StemId]) -> Option<usize> {
    let says = |(group, stem): (&Group, &StemId)| group.stem == Some(*stem);
    groups.windows(phrase.len()).position(|window| window.iter().zip(phrase).all(says))
}

fn format_pair(first: &str, second: &str) -> String {
    let mut pair = String::with_capacity(first.len() + second.len());
    pair.push_str(first);
    pair.push_str(second);
    pair
}

//! Which stems does the manual know, and which of them did the reader mean?

use std::ops::Range;

/// The place of a stem in the sorted dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct StemId(pub(crate) u32);

impl StemId {
    /// Returns the id as an index into lists that run parallel to the dictionary.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A stem that is close to what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Near {
    /// The stem.
    pub(crate) stem: StemId,
    /// How many letters were added, left out, replaced or swapped.
    pub(crate) distance: u8,
}

/// All stems in alphabetical order, each with the number of letters it shares with the one before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dictionary {
    letters: String,
    ends: Vec<u32>,
    shared: Vec<u8>,
}

/// Which stems count as near: the whole stem, or any beginning of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The stem as a whole has to be near.
    Whole,
    /// A beginning of the stem has to be near: the reader is still typing.
    Beginning,
}

impl Dictionary {
    /// Makes a dictionary of `stems`, which are sorted and unique.
    pub(crate) fn from_sorted<'a>(stems: impl Iterator<Item = &'a str>) -> Self {
        let mut dictionary = Self::default();
        for stem in stems {
            dictionary.push(stem);
        }
        dictionary
    }

    /// Appends a stem that sorts after all others.
    pub(crate) fn push(&mut self, stem: &str) {
        let last = self.len().checked_sub(1).map_or("", |last| self.at(last));
        let shared = last.bytes().zip(stem.bytes()).take_while(|(a, b)| a == b).count();
        self.shared.push(u8::try_from(shared).unwrap_or(u8::MAX));
        self.letters.push_str(stem);
        self.ends.push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
    }

    /// Returns how many stems there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns the letters of `stem`.
    pub(crate) fn text(&self, stem: StemId) -> &str {
        self.at(stem.index())
    }

    /// Finds a stem by its letters.
    pub(crate) fn find(&self, stem: &str) -> Option<StemId> {
        let at = self.first_not_below(stem);
        (at < self.len() && self.at(at) == stem).then(|| id(at))
    }

    /// Finds the stems that begin with `prefix`; they stand next to each other.
    pub(crate) fn starting_with(&self, prefix: &str) -> Range<u32> {
        let first = self.first_not_below(prefix);
        let count = (first..self.len()).take_while(|at| self.at(*at).starts_with(prefix)).count();
        id(first).0..id(first + count).0
    }

    /// Finds the stems within `distance_max` of `word`, alphabetically.
    ///
    /// Walks the sorted list once; the rows of the distance table that belong to shared letters are kept from
    /// one stem to the next, and whole families of stems are passed over once no continuation can be near.
    pub(crate) fn near(&self, word: &str, distance_max: u8, reach: Reach) -> Vec<Near> {
        let mut walk = Walk::new(word, distance_max, reach);
        let mut found = Vec::new();
        let mut hopeless_depth = usize::MAX;
        for at in 0..self.len() {
            let shared = usize::from(self.shared[at]);
            if shared >= hopeless_depth {
                continue;
            }
            hopeless_depth = usize::MAX;
            match walk.step(self.at(at).as_bytes(), shared) {
                Step::Near(distance) => found.push(Near { stem: id(at), distance }),
                Step::Far => {}
                Step::Hopeless { depth } => hopeless_depth = depth,
            }
        }
        found
    }

    fn at(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.letters.get(start as usize..self.ends[at] as usize).unwrap_or_default()
    }

    fn first_not_below(&self, text: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.at(middle) < text {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Makes an id of a place; the builder and the decoder keep dictionaries below 2^32 stems.
fn id(at: usize) -> StemId {
    StemId(u32::try_from(at).unwrap_or(u32::MAX))
}

/// What the walk learned from one stem.
enum Step {
    Near(u8),
    Far,
    /// No stem that shares `depth` letters with this one can be near.
    Hopeless {
        depth: usize,
    },
}

/// The Damerau-Levenshtein table of one word against the stem at hand, one row a letter of the stem.
struct Walk<'word> {
    word: &'word [u8],
    distance_max: u8,
    reach: Reach,
    rows: Vec<u8>,
    stem: Vec<u8>,
    /// The rows that are valid for the stem at hand.
    depth: usize,
}

impl<'word> Walk<'word> {
    fn new(word: &'word str, distance_max: u8, reach: Reach) -> Self {
        let word = word.as_bytes();
        let first_row = (0..=word.len()).map(|cost| u8::try_from(cost).unwrap_or(u8::MAX));
        Self { word, distance_max, reach, rows: first_row.collect(), stem: Vec::new(), depth: 0 }
    }

    /// Compares with `stem`, of which `shared` letters are those of the stem before.
    fn step(&mut self, stem: &[u8], shared: usize) -> Step {
        self.depth = self.depth.min(shared);
        self.stem.truncate(self.depth);
        self.stem.extend_from_slice(&stem[self.depth..]);
        let width = self.word.len() + 1;
        self.rows.resize(width * (stem.len() + 1), 0);
        while self.depth < stem.len() {
            self.depth += 1;
            if self.fill_row(self.depth) > self.distance_max {
                return self.verdict(self.depth).unwrap_or(Step::Hopeless { depth: self.depth });
            }
        }
        self.verdict(stem.len()).unwrap_or(Step::Far)
    }

    /// Tells whether the rows up to `depth` make the stem near.
    fn verdict(&self, depth: usize) -> Option<Step> {
        let width = self.word.len() + 1;
        let cost = |row: usize| self.rows[row * width + self.word.len()];
        let distance = match self.reach {
            Reach::Whole if depth == self.stem.len() => cost(depth),
            Reach::Whole => return None,
            Reach::Beginning => (0..=depth).map(cost).min()?,
        };
        (distance <= self.distance_max).then_some(Step::Near(distance))
    }

    /// Fills row `depth` and returns its least cost.
    fn fill_row(&mut self, depth: usize) -> u8 {
        let width = self.word.len() + 1;
        let letter = self.stem[depth - 1];
        let (done, row) = self.rows.split_at_mut(depth * width);
        let above = &done[(depth - 1) * width..];
        row[0] = u8::try_from(depth).unwrap_or(u8::MAX);
        let mut least = row[0];
        for column in 1..width {
            let replaced = above[column - 1] + u8::from(self.word[column - 1] != letter);
            let mut cost = replaced.min(above[column] + 1).min(row[column - 1] + 1);
            let swapped = depth > 1
                && column > 1
                && self.word[column - 2] == letter
                && self.word[column - 1] == self.stem[depth - 2];
            if swapped {
                cost = cost.min(done[(depth - 2) * width + column - 2] + 1);
            }
            row[column] = cost;
            least = least.min(cost);
        }
        // A swap may still lead back below the least cost of this row, from the row above.
        if depth > 1 { least.min(above.iter().copied().min().unwrap_or(least).saturating_add(1)) } else { least }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Dictionary, Reach, StemId};

    const STEMS: [&str; 7] = ["cart", "catalog", "categori", "ship", "shipment", "tax", "taxonomi"];

    #[track_caller]
    fn check(word: &str, reach: Reach, expected: &[(&str, u8)]) {
        let dictionary = Dictionary::from_sorted(STEMS.into_iter());
        let near = dictionary.near(word, 2, reach);
        let near: Vec<(&str, u8)> = near.iter().map(|near| (dictionary.text(near.stem), near.distance)).collect();
        assert_eq!(near, expected);
    }

    #[test]
    fn swapped_letters_are_one_step() {
        check("catlaog", Reach::Whole, &[("catalog", 1)]);
        check("atx", Reach::Whole, &[("tax", 1)]);
    }

    #[test]
    fn beginnings_count_when_typing() {
        check("shpm", Reach::Beginning, &[("ship", 2), ("shipment", 1)]);
    }

    #[test]
    fn stems_are_found_by_letters_and_beginning() {
        let dictionary = Dictionary::from_sorted(STEMS.into_iter());
        assert_eq!(dictionary.find("ship"), Some(StemId(3)));
        assert_eq!(dictionary.find("shi"), None);
        assert_eq!(dictionary.starting_with("ca"), 0..3);
        assert_eq!(dictionary.starting_with("zz"), 7..7);
    }

    /// Computes the distance with the whole table and no shortcuts (optimal string alignment).
    fn distance(one: &[u8], other: &[u8]) -> usize {
        let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let replaced = table[i - 1][j - 1] + usize::from(one[i - 1] != other[j - 1]);
                    let mut cost = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                        cost = cost.min(table[i - 2][j - 2] + 1);
                    }
                    cost
                };
            }
        }
        table[one.len()][other.len()]
    }

    proptest! {
        #[test]
        fn walk_finds_what_a_full_search_finds(stems in prop::collection::btree_set("[abc]{1,6}", 0..40), word in "[abc]{1,6}", most in 1u8..3) {
            let dictionary = Dictionary::from_sorted(stems.iter().map(String::as_str));
            for reach in [Reach::Whole, Reach::Beginning] {
                let far = |stem: &String| match reach {
                    Reach::Whole => distance(word.as_bytes(), stem.as_bytes()),
                    Reach::Beginning => (0..=stem.len()).map(|end| distance(word.as_bytes(), &stem.as_bytes()[..end])).min().unwrap_or(99),
                };
                let expected: Vec<(String, usize)> =
                    stems.iter().map(|stem| (stem.clone(), far(stem))).filter(|(_, far)| *far <= usize::from(most)).collect();
                let found: Vec<(String, usize)> = dictionary
                    .near(&word, most, reach)
                    .iter()
                    .map(|near| (dictionary.text(near.stem).to_owned(), usize::from(near.distance)))
                    .collect();
                prop_assert_eq!(found, expected);
            }
        }
    }
}

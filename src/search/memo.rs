//! What was worked out for a word before? A table that makes repeated words cheap.

use super::bytes::checksum;
use super::sorting::low_half;

/// Answers by word, at the place the letters give or one of the next.
///
/// A word that finds no place is worked out each time, so the answers never depend on the table.
#[derive(Clone, Debug)]
pub(crate) struct Memo<T> {
    places: Vec<Option<(String, T)>>,
}

/// Places that are tried for a word.
const TRIES_MAX: usize = 16;

impl<T: Copy> Memo<T> {
    /// Makes a table of `places`, about twice as many as there are different words.
    pub(crate) fn new(places: usize) -> Self {
        Self { places: vec![None; places] }
    }

    /// Returns what is known of `word`, and otherwise works it out and remembers it.
    pub(crate) fn get(&mut self, word: &str, work_out: impl FnOnce(&str) -> T) -> T {
        let first = low_half(checksum(word.as_bytes())) as usize % self.places.len();
        for place in self.places.iter_mut().skip(first).take(TRIES_MAX) {
            match place {
                Some((known, answer)) if *known == word => return *answer,
                Some(_) => {}
                None => {
                    let answer = work_out(word);
                    *place = Some((word.to_owned(), answer));
                    return answer;
                }
            }
        }
        work_out(word)
    }
}

#[cfg(test)]
mod tests {
    use super::Memo;

    #[test]
    fn each_word_is_worked_out_once_while_there_is_room() {
        let mut memo = Memo::new(64);
        let mut times = 0;
        for word in ["tax", "rate", "tax", "rate"] {
            let length = memo.get(word, |word| {
                times += 1;
                word.len()
            });
            assert_eq!(length, word.len());
        }
        assert_eq!(times, 2);
    }

    #[test]
    fn full_table_still_answers() {
        let mut memo = Memo::new(1);
        for word in ["tax", "rate", "rates"] {
            assert_eq!(memo.get(word, str::len), word.len());
        }
    }
}

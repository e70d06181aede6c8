//! Where do words occur in titles, routes and headings? Counted from the texts, so that no postings are stored.

use super::dictionary::{Dictionary, StemId};
use super::index::{COUNT_MAX, Catalogue, Field, Postings, Unit, count, edition_of_wording};
use super::memo::Memo;
use super::sorting::{ascending, low_half};
use super::stem::stem;
use super::tokenise::{is_stop_word, tokenise};

/// Counts the stems of titles and headings, and the words of each such unit.
pub(crate) fn count_names(
    catalogue: &Catalogue,
    units: &[Unit],
    dictionary: &Dictionary,
) -> (Postings, Vec<(u32, u32)>) {
    let mut stems = Stems::new(dictionary);
    let mut entries: Vec<u64> = Vec::new();
    let mut words = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let at = count(at);
        let edition = edition_of_wording(unit.editions);
        let start = entries.len();
        match unit.field {
            Field::Title => {
                let entry = &catalogue.documents[unit.document as usize];
                entries.extend(stems.of(entry.title.text(edition)).into_iter().map(|stem| key(stem, at)));
                for stem in stems.of(last_segment(&entry.route)) {
                    if !entries[start..].contains(&key(stem, at)) {
                        entries.push(key(stem, at));
                    }
                }
                words.push((at, count(entries.len() - start)));
            }
            Field::Heading => {
                let heading = catalogue.sections[unit.section as usize].heading.text(edition);
                entries.extend(stems.of(heading).into_iter().map(|stem| key(stem, at)));
                words.push((at, count(entries.len() - start)));
            }
            Field::Link | Field::Body => {}
        }
    }
    (postings_of(&ascending(entries.into_iter()).collect::<Vec<u64>>(), dictionary), words)
}

/// Adds the occurrences in links to those in titles and headings.
pub(crate) fn merge_links(named: &Postings, links: &Postings) -> Postings {
    let mut merged = Postings::starting_at(0);
    for stem in 0..named.stems() {
        let mut links = links.of(StemId(stem)).peekable();
        for (unit, times) in named.of(StemId(stem)) {
            while let Some((link, times)) = links.next_if(|(link, _)| *link < unit) {
                merged.push(link, times);
            }
            merged.push(unit, times);
        }
        links.for_each(|(link, times)| merged.push(link, times));
        merged.close_stem();
    }
    merged
}

/// Returns the part of a route that names the document itself.
pub(crate) fn last_segment(route: &str) -> &str {
    let route = route.trim_end_matches('/');
    route.rsplit_once('/').map_or(route, |(_, segment)| segment)
}

/// Makes a number that sorts occurrences by stem, then by unit.
fn key(stem: StemId, unit: u32) -> u64 {
    u64::from(stem.0) << 32 | u64::from(unit)
}

fn postings_of(keys: &[u64], dictionary: &Dictionary) -> Postings {
    let mut postings = Postings::starting_at(0);
    let mut rest = keys;
    for stem in 0..count(dictionary.len()) {
        while let Some(key) = rest.first().filter(|key| **key >> 32 == u64::from(stem)) {
            let times = rest.iter().take_while(|other| *other == key).count();
            let unit = low_half(*key);
            postings.push(unit, u8::try_from(times).unwrap_or(COUNT_MAX).min(COUNT_MAX));
            rest = &rest[times..];
        }
        postings.close_stem();
    }
    postings
}

/// Looks up the stems of words, and remembers them: headings repeat themselves.
struct Stems<'index> {
    dictionary: &'index Dictionary,
    known: Memo<Option<StemId>>,
}

/// Places for words of titles and headings; a manual of a thousand pages has about 3,000.
const WORD_PLACES: usize = 1 << 13;

impl<'index> Stems<'index> {
    fn new(dictionary: &'index Dictionary) -> Self {
        Self { dictionary, known: Memo::new(WORD_PLACES) }
    }

    fn of(&mut self, text: &str) -> Vec<StemId> {
        let words = tokenise(text).into_iter().map(|token| token.word);
        let dictionary = self.dictionary;
        words
            .filter(|word| !is_stop_word(word))
            .filter_map(|word| self.known.get(&word, |word| dictionary.find(&stem(word))))
            .collect()
    }
}

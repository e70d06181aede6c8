//! Search on the command line: what a reader would find, and why.

use std::fmt::Write as _;

use super::search_index;
use crate::content::manual::Manual;
use crate::edition::Edition;
use crate::search::{DecodeError, Query, Reading, SearchIndex};

/// How many pages are listed; the dialog shows as many.
const HITS_MAX: usize = 8;

/// Answers a query in words.
///
/// # Errors
///
/// Returns an error when the index that was just built cannot be read.
pub(super) fn answer(manual: &Manual, query: &str, edition: Edition, explained: bool) -> Result<String, DecodeError> {
    let index = SearchIndex::decode(&search_index::whole(manual))?;
    let query = Query::parse(query);
    let reading = Reading::new(&index, &query);
    let hits = reading.search(edition, HITS_MAX);
    let mut out = String::new();
    for hit in &hits {
        let mark = if hit.other_edition { " (other edition)" } else { "" };
        let _ = writeln!(out, "{}  {}{mark}", hit.route, hit.title);
        for section in hit.sections.iter().filter(|section| !section.anchor.is_empty()) {
            let _ = writeln!(out, "    #{}  {}", section.anchor, section.heading);
        }
        let of = if hit.other_edition { edition.other() } else { edition };
        if explained && let Some(explanation) = reading.explain(of, hit.document) {
            for line in explanation.to_string().lines() {
                let _ = writeln!(out, "    {line}");
            }
        }
    }
    if hits.is_empty() {
        out.push_str("Nothing found.\n");
        if let Some(spelling) = reading.suggest(edition).spelling {
            let _ = writeln!(out, "Did you mean: {spelling}");
        }
    }
    Ok(out)
}

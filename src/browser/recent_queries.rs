//! What was searched for before, kept on the reader's machine.

use super::storage::{self, Key};

/// How many queries are remembered: what fits the dialog without scrolling on a phone.
const QUERIES_MAX: usize = 6;

/// Returns the queries, latest first.
pub(super) fn all() -> Vec<String> {
    let lines = storage::read(Key::RecentQueries).unwrap_or_default();
    lines.lines().filter(|line| !line.trim().is_empty()).take(QUERIES_MAX).map(str::to_owned).collect()
}

/// Remembers a query that led to a page.
pub(super) fn remember(query: &str) {
    let query = query.trim();
    if !query.is_empty() {
        let mut queries = all();
        queries.retain(|other| other != query);
        queries.insert(0, query.to_owned());
        keep(&queries);
    }
}

/// Takes a query out of those that are remembered.
pub(super) fn forget(query: &str) {
    let mut queries = all();
    queries.retain(|other| other != query);
    keep(&queries);
}

fn keep(queries: &[String]) {
    if queries.is_empty() {
        storage::forget(Key::RecentQueries);
    } else {
        storage::write(Key::RecentQueries, &queries.join("\n"));
    }
}

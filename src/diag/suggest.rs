//! The nearest of the known names: what a person with a slip of the finger meant.

use std::collections::BTreeSet;

/// Returns the candidate that is nearest to `wanted`, if one is near enough to be meant.
///
/// "Near enough" is a third of the letters changed at most: with more, the proposal is noise; with less, two slips
/// in a seven-letter word find nothing. Of equally near ones the first in alphabetical order wins.
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (wanted.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter_map(|candidate| Some((distance(wanted, candidate, limit)?, candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}

/// How far a name may be from the one that was meant so that nobody needs to ask: with three letters changed, a short name
/// is another word.
const SLIP_LETTERS_MAX: usize = 2;

/// Returns the one candidate that a slip of the finger leads to; `None` when none is near or two are equally likely.
///
/// Stricter than [`nearest`], which only proposes: what this returns is written without asking.
pub fn one_slip_away<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (wanted.chars().count() / 3).clamp(1, SLIP_LETTERS_MAX);
    let near: BTreeSet<&str> =
        candidates.into_iter().filter(|candidate| distance(wanted, candidate, limit).is_some()).collect();
    near.first().copied().filter(|_| near.len() == 1)
}

/// Counts the letters to insert, drop, change or swap with a neighbour on the way from `a` to `b`; `None` as soon as they
/// must be more than `limit`, which for most of two thousand settings is soon.
fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = change.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before_last[j - 2] + 1);
            }
        }
        before_last = std::mem::replace(&mut last, row);
        if last.iter().chain(&before_last).all(|count| *count > limit) {
            return None;
        }
    }
    Some(last[b.len()]).filter(|count| *count <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wanted: &str, expected: Option<&str>) {
        assert_eq!(nearest(wanted, ["product", "short-name", "maker", "vendor"]), expected);
    }

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        check("prodcut", Some("product"));
        check("sort-name", Some("short-name"));
        check("vendors", Some("vendor"));
    }

    #[test]
    fn a_slip_is_certain_only_when_one_name_is_near() {
        assert_eq!(one_slip_away("prodcut", ["product", "maker"]), Some("product"));
        assert_eq!(one_slip_away("make", ["maker", "makes"]), None);
        assert_eq!(one_slip_away("pruducts-x", ["product"]), None);
        assert_eq!(one_slip_away("product", ["product", "product"]), Some("product"));
    }

    #[test]
    fn a_name_that_resembles_nothing_finds_nothing() {
        check("checkout", None);
        check("", None);
    }
}

//! Which screenshots are taken, and in which order?

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, bail};
use glob::{MatchOptions, Pattern};

use crate::content::screenshots::ShotId;
use crate::content::shot_definitions::ShotDefinitions;
use crate::diag::nearest;
use crate::edition::Edition;

/// Screenshots that are taken in one tab, one after the other.
pub(super) type Run = Vec<Stage>;

/// One definition that is followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stage {
    /// Which one.
    pub(super) id: ShotId,
    /// What for.
    pub(super) purpose: Purpose,
}

/// Why a definition is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To take its picture.
    Picture,
    /// To get where another one goes on.
    Passage,
}

/// What a person asked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted<'a> {
    /// Every definition of the edition.
    All,
    /// Those that pages show.
    Shown(&'a BTreeSet<ShotId>),
    /// Those with these names, in which `*` stands for any part.
    Named(&'a [String]),
}

/// Chooses among the definitions of an edition.
///
/// # Errors
///
/// Returns an error for a name that fits nothing: a slip of the finger must not look like success.
pub(super) fn choose(definitions: &ShotDefinitions, edition: Edition, wanted: Wanted) -> Result<BTreeSet<ShotId>> {
    let of_edition = || definitions.shots.iter().filter(|(_, shot)| shot.editions.contains(edition)).map(|(id, _)| id);
    match wanted {
        Wanted::All => Ok(of_edition().cloned().collect()),
        Wanted::Shown(shown) => Ok(of_edition().filter(|id| shown.contains(*id)).cloned().collect()),
        Wanted::Named(names) => {
            let mut chosen = BTreeSet::new();
            for name in names {
                let pattern = Pattern::new(name).with_context(|| format!("`{name}` is no pattern"))?;
                let fits = |id: &&ShotId| pattern.matches_with(id.as_str(), MatchOptions::new());
                let before = chosen.len();
                chosen.extend(of_edition().filter(fits).cloned());
                if chosen.len() == before && !of_edition().any(|id| fits(&id)) {
                    let near = nearest(name, of_edition().map(ShotId::as_str));
                    let help = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
                    bail!("no definition for {} fits `{name}`{help}", edition.name());
                }
            }
            Ok(chosen)
        }
    }
}

/// Orders screenshots into runs, so that what goes on where another one ended is taken right behind it.
pub(super) fn runs(definitions: &ShotDefinitions, chosen: &BTreeSet<ShotId>) -> Vec<Run> {
    let mut ends: Vec<Vec<&ShotId>> = chosen.iter().map(|id| definitions.chain(id)).collect();
    // The longest chains first: they take the shorter ones along.
    ends.sort_by_key(|chain| (std::cmp::Reverse(chain.len()), chain.last().copied()));
    let mut taken: BTreeSet<&ShotId> = BTreeSet::new();
    let mut runs = Vec::new();
    for chain in ends {
        if chain.last().is_none_or(|last| taken.contains(last)) {
            continue;
        }
        let stage = |id: &ShotId, is_new| {
            let purpose = if is_new && chosen.contains(id) { Purpose::Picture } else { Purpose::Passage };
            Stage { id: id.clone(), purpose }
        };
        runs.push(chain.into_iter().map(|id| stage(id, taken.insert(id))).collect::<Run>());
    }
    runs.sort_by(|a, b| a.iter().map(|stage| &stage.id).cmp(b.iter().map(|stage| &stage.id)));
    runs
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::content::shot_definitions::FILE;
    use crate::content::sources::Sources;

    fn definitions() -> ShotDefinitions {
        let text = [
            ("a/edit", "path = '/'"),
            ("a/edit-footer", "after = 'a/edit'"),
            ("a/edit-head", "after = 'a/edit'"),
            ("a/edit-head-open", "after = 'a/edit-head'"),
            ("b/log", "path = '/'\neditions = ['mage-os']"),
        ]
        .map(|(id, rest)| format!("[shots.\"{id}\"]\ntitle = 'x'\n{rest}\n"))
        .concat();
        let docs = BTreeMap::from([(FILE.to_owned(), text.into_bytes())]);
        ShotDefinitions::load(&Sources::from_bytes(docs, BTreeSet::new()).value).value.unwrap()
    }

    #[track_caller]
    fn check(edition: Edition, names: &[&str], expected: &[&str]) {
        let definitions = definitions();
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let chosen = choose(&definitions, edition, Wanted::Named(&names)).unwrap();
        let stage = |stage: &Stage| match stage.purpose {
            Purpose::Picture => stage.id.to_string(),
            Purpose::Passage => format!("({})", stage.id),
        };
        let runs = runs(&definitions, &chosen);
        let said: Vec<String> = runs.iter().map(|run| run.iter().map(stage).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn what_goes_on_is_taken_behind_what_it_follows() {
        check(Edition::OpenSource, &["a/*"], &["(a/edit) a/edit-footer", "a/edit a/edit-head a/edit-head-open"]);
        check(Edition::OpenSource, &["a/edit-head-open"], &["(a/edit) (a/edit-head) a/edit-head-open"]);
        check(Edition::MageOs, &["a/edit", "b/*"], &["a/edit", "b/log"]);
    }

    #[test]
    fn a_name_that_fits_nothing_is_an_error() {
        let refuse = |edition, name: &str| {
            choose(&definitions(), edition, Wanted::Named(&[name.to_owned()])).unwrap_err().to_string()
        };
        assert_eq!(refuse(Edition::MageOs, "b/logs"), "no definition for Mage-OS fits `b/logs`; did you mean `b/log`?");
        assert_eq!(refuse(Edition::OpenSource, "b/*"), "no definition for Magento Open Source fits `b/*`");
        assert_eq!(choose(&definitions(), Edition::OpenSource, Wanted::All).unwrap().len(), 4);
    }
}

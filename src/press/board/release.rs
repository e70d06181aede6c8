//! Was a page checked against the newest releases that are known?

use crate::content::front_matter::CheckedAgainst;
use crate::content::manual::Page;
use crate::edition::Edition;
use crate::facts::versions::Versions;

/// Returns a sentence for each edition in which a newer release is known than the page was checked against.
pub(super) fn older(page: &Page, versions: &Versions) -> Vec<String> {
    let Some(checked) = &page.front.checked else { return vec!["checked against no release yet".to_owned()] };
    page.front.editions.iter().filter_map(|edition| older_in(edition, checked, versions)).collect()
}

fn older_in(edition: Edition, checked: &CheckedAgainst, versions: &Versions) -> Option<String> {
    let release = checked.release(edition)?;
    let newest = newest(edition, release, versions)?;
    (numbers(release) < numbers(newest))
        .then(|| format!("checked against {} {release}, {newest} is known", edition.name()))
}

/// Returns the newest release to hold `release` against: a page for Mage-OS may name the core that Mage-OS stands on.
fn newest<'v>(edition: Edition, release: &str, versions: &'v Versions) -> Option<&'v str> {
    let all: Vec<&str> = match edition {
        Edition::OpenSource => versions.open_source.iter().map(|known| &*known.version).collect(),
        Edition::MageOs if versions.mage_os.iter().any(|known| known.version == release) => {
            versions.mage_os.iter().map(|known| &*known.version).collect()
        }
        // The core may stand there with the names of its patches.
        Edition::MageOs => versions.mage_os.iter().filter_map(|known| known.stands_on.split(' ').next()).collect(),
    };
    all.into_iter().max_by_key(|version| numbers(version))
}

/// `2.4.9-p1` is 2, 4, 9, 1.
fn numbers(version: &str) -> Vec<u32> {
    version.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn versions() -> Versions {
        toml::from_str(
            "[[open-source]]\nversion = \"2.4.10\"\n[[open-source]]\nversion = \"2.4.9\"\n\
             [[mage-os]]\nversion = \"3.5.0\"\nreleased = \"2026-01-01\"\nstands-on = \"2.4.9 with patch 249-2026\"\n\
             [[mage-os]]\nversion = \"2.0.0\"\nreleased = \"2025-01-01\"\nstands-on = \"2.4.8\"\n",
        )
        .unwrap()
    }

    #[track_caller]
    fn check(edition: Edition, release: &str, is_older: bool) {
        let release = Some(release.to_owned());
        let on = crate::content::date::Date::parse("2026-11-22").unwrap();
        let checked = CheckedAgainst { open_source: release.clone(), mage_os: release, on };
        assert_eq!(older_in(edition, &checked, &versions()).is_some(), is_older);
    }

    #[test]
    fn a_release_is_older_by_its_numbers_and_not_by_its_letters() {
        check(Edition::OpenSource, "2.4.9", true);
        check(Edition::OpenSource, "2.4.10", false);
        check(Edition::OpenSource, "2.4.10-p2", false);
    }

    #[test]
    fn mage_os_is_held_against_its_own_releases_or_its_core() {
        check(Edition::MageOs, "2.0.0", true);
        check(Edition::MageOs, "3.5.0", false);
        check(Edition::MageOs, "2.4.8", true);
        check(Edition::MageOs, "2.4.9", false);
    }
}

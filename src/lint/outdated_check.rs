//! # outdated-check
//!
//! A page was checked against a release that is not the newest of its edition in `docs/facts/versions.toml`.
//!
//! Why: readers of the newest release cannot know whether the page is still right for them.
//!
//! Bad:
//!
//! ```toml
//! checked = { open-source = "2.4.4", mage-os = "2.4.4", on = "2026-11-22" }
//! ```
//!
//! Good:
//!
//! ```toml
//! checked = { open-source = "2.4.9", mage-os = "3.5.0", on = "2026-11-22" }
//! ```

use crate::content::manual::{Manual, Page};
use crate::content::prose::front_matter_value;
use crate::diag::{Diagnostic, Lint};
use crate::edition::Edition;
use crate::facts::versions::Versions;

/// The rule.
pub(crate) static OUTDATED_CHECK: Lint =
    Lint::note("outdated-check", "a page that was checked against a release older than the newest");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    let Some(facts) = &manual.facts else { return };
    for page in manual.pages() {
        let old: Vec<String> =
            page.front.editions.iter().filter_map(|edition| older(page, &facts.versions, edition)).collect();
        if !old.is_empty() {
            let message = format!("this page was checked against {}", old.join(" and "));
            let found = Diagnostic::at(&OUTDATED_CHECK, &page.file, front_matter_value(page, "checked"), message);
            diagnostics.push(found.help("go through it in a shop of the newest release, then write that release here"));
        }
    }
}

/// Says which release of an edition a page was checked against when a newer one is known.
fn older(page: &Page, versions: &Versions, edition: Edition) -> Option<String> {
    let release = page.front.checked.as_ref()?.release(edition)?;
    let newest = match edition {
        Edition::OpenSource => &versions.open_source.first()?.version,
        // A page may name the release of the core below instead.
        Edition::MageOs if versions.mage_os.iter().any(|known| known.version == release) => {
            &versions.mage_os.first()?.version
        }
        Edition::MageOs => versions.mage_os.first()?.stands_on.split_whitespace().next()?,
    };
    (numbers(release) < numbers(newest)).then(|| format!("{} {release}, before {newest}", edition.name()))
}

fn numbers(release: &str) -> Vec<u32> {
    release.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn releases_are_compared_by_their_numbers() {
        assert!(numbers("2.4.9") < numbers("2.4.10"));
        assert!(numbers("2.4.8") < numbers("2.4.8-p1"));
        assert_eq!(numbers("3.5.0"), [3, 5, 0]);
    }
}

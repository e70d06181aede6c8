//! The releases of both products and how long each is supported.

use super::Sources;
use super::build::{self, About, Text, paragraph, section, table, words};
use crate::content::date::Date;
use crate::content::manual::Page;
use crate::facts::versions::{MageOsRelease, OpenSourceRelease};

/// Returns the page of releases; both tables are for both readers, since moving from one to the other is a reason to come.
pub(super) fn page(sources: &Sources<'_>) -> Page {
    let versions = &sources.facts.versions;
    let read = versions.read.map_or_else(|| "an unknown day".to_owned(), Date::for_readers);
    let blocks = vec![
        paragraph(words(
            "Run a release that still gets security fixes. Of Magento Open Source several lines do, each for about three \
             years; of Mage-OS only the newest release does, and an update brings it.",
        )),
        section(2, "Magento Open Source"),
        table(
            &["Release", "First day", "Newest patch seen", "Regular support ends"],
            versions.open_source.iter().map(open_source_row).collect(),
        ),
        section(2, "Mage-OS"),
        table(
            &["Release", "Date", "Stands on Magento Open Source", "What is new"],
            versions.mage_os.iter().map(mage_os_row).collect(),
        ),
        paragraph(words(format!("Read on {read} from {}. Look there before you plan an upgrade.", versions.sources))),
    ];
    let about = About {
        route: "/reference/versions/",
        title: "Versions and support dates".to_owned(),
        description: "Releases of both editions, what Mage-OS stands on, and until when each gets fixes.".to_owned(),
        also: &["end of life", "which version", "latest version", "support end", "eol", "release date"],
    };
    build::page(about, sources.file, blocks)
}

fn open_source_row(release: &OpenSourceRelease) -> Vec<Text> {
    let date = |date: Option<Date>| words(date.map_or_else(|| "not looked up".to_owned(), Date::for_readers));
    let patch = if release.newest_patch.is_empty() { "not looked up" } else { &release.newest_patch };
    vec![words(&*release.version), date(release.released), words(patch), date(release.supported_until)]
}

fn mage_os_row(release: &MageOsRelease) -> Vec<Text> {
    vec![
        words(&*release.version),
        words(release.released.for_readers()),
        words(&*release.stands_on),
        words(&*release.note),
    ]
}

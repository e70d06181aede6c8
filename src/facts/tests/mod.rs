//! What is read from the files, and what a broken file says.

mod fixture;
mod mutation;
mod roles;

use std::collections::{BTreeMap, BTreeSet};

use super::Facts;
use super::settings::Choices;
use crate::content::sources::Sources;
use crate::content::terms::Terms;
use crate::diag::render::{Format, render};
use crate::edition::Edition;
use crate::press::load::Project;

/// Reads the project's own files.
fn project_sources() -> Sources {
    Project { root: env!("CARGO_MANIFEST_DIR").into() }.sources().unwrap().value
}

fn project_terms(sources: &Sources) -> Terms {
    Terms::parse(sources.get("terms.toml").unwrap()).value
}

fn project_facts() -> Facts {
    let sources = project_sources();
    let checked = Facts::load(&sources, &project_terms(&sources));
    assert_eq!(render(&checked.diagnostics, Format::Short), "");
    checked.value.unwrap()
}

/// The rows of a JSON file, counted without the loaders.
fn rows(sources: &Sources, path: &str) -> usize {
    let text = &sources.get(&format!("facts/{path}")).unwrap().text;
    serde_json::from_str::<Vec<serde_json::Value>>(text).unwrap().len()
}

#[test]
fn every_row_of_the_exports_is_read() {
    let sources = project_sources();
    let rows = |path: &str| rows(&sources, path);
    let facts = project_facts();
    for edition in Edition::ALL {
        let export = facts.of(edition);
        let id = edition.id();
        let own = export.settings.iter().filter(|row| row.since.is_none()).count();
        assert_eq!(own, rows(&format!("{id}/settings.json")) + rows(&format!("{id}/settings-payment.json")));
        assert_eq!(
            export.menu.iter().filter(|row| row.since.is_none()).count(),
            rows(&format!("{id}/admin-menu.json"))
        );
        let commands = export.commands.iter().filter(|row| row.since.is_none()).count();
        assert_eq!(commands, rows(&format!("{id}/commands.json")));
        assert_eq!(export.cron_jobs.len(), rows(&format!("{id}/cron-jobs.json")));
        assert_eq!(export.resources.len(), rows(&format!("{id}/roles-resources.json")));
        assert_eq!(export.product_attributes.len(), rows(&format!("{id}/product-attributes.json")));
        assert_eq!(export.email_templates.len(), rows(&format!("{id}/email-templates.json")));
    }
}

#[test]
fn the_demo_shops_own_lists_are_not_shown() {
    let facts = project_facts();
    for edition in Edition::ALL {
        let shown: Vec<&str> = facts
            .of(edition)
            .settings
            .iter()
            .filter_map(|setting| match &setting.choices {
                Choices::Listed(labels) => Some(labels),
                _ => None,
            })
            .flatten()
            .map(String::as_str)
            .filter(|label| ["Autumn lookbook", "Trade Partners", "Awaiting pickup", "Books & Guides"].contains(label))
            .collect();
        assert_eq!(shown, [""; 0], "{edition:?}");
    }
}

#[test]
fn a_path_goes_on_from_the_menu_into_the_configuration() {
    let facts = project_facts();
    let both = [
        "Stores > Settings > Configuration > General > Web > Url Options > Add Store Code to Urls",
        "Stores > Settings > Configuration > Sales > Payment Methods > Check / Money Order > Enabled",
        "Stores > Settings > Configuration > Advanced > System > Full Page Cache > Varnish Configuration",
        "Reports > Products > Low Stock",
    ];
    for path in both {
        for edition in Edition::ALL {
            assert_eq!(facts.of(edition).admin.follow(path), Ok(()), "{edition:?}");
        }
    }
    let wrong = facts.of(Edition::OpenSource).admin.follow("Sales > Operation > Orders").unwrap_err();
    assert_eq!((wrong.index, &*wrong.above, wrong.nearest.as_deref()), (1, "Sales", Some("Operations")));
    let wrong = facts.of(Edition::MageOs).admin.follow("System > Tools > Backups").unwrap_err();
    assert_eq!((wrong.index, wrong.elsewhere), (2, None));
    assert!(facts.of(Edition::OpenSource).admin.follow("Stores > Inventory > Reservations").is_err());
}

/// Loads one changed file of the project's facts and returns the findings.
#[track_caller]
fn check_broken(path: &str, change: impl Fn(&str) -> String, expected: &str) {
    let sources = project_sources();
    let mut docs: BTreeMap<String, Vec<u8>> =
        sources.docs.iter().map(|(path, file)| (path.clone(), file.text.clone().into_bytes())).collect();
    let text = change(&sources.docs[path].text);
    docs.insert(path.to_owned(), text.into_bytes());
    let sources = Sources::from_bytes(docs, BTreeSet::new()).value;
    let found = render(&Facts::load(&sources, &project_terms(&sources)).diagnostics, Format::Short);
    assert_eq!(found.trim_end(), expected);
}

#[test]
fn a_broken_file_is_reported_where_it_is_broken() {
    check_broken(
        "facts/mage-os/caches.json",
        |_| "[\n{\"id\": \"config\", \"label\": 7}\n]".into(),
        "docs/facts/mage-os/caches.json:2:27: error[bad-facts]: invalid type: integer `7`, expected a string",
    );
    check_broken(
        "facts/mage-os/caches.json",
        |_| "[\n{\"id\": \"a\", \"label\": \"A\"},\n{\"id\": \"a\", \"label\": \"B\"}\n]".into(),
        "docs/facts/mage-os/caches.json:3:9: error[bad-facts]: `a` stands here twice",
    );
    check_broken(
        "facts/about.toml",
        |text| text.replacen("2026-11-22", "22.11.2026", 1),
        "docs/facts/about.toml:7:8: error[bad-facts]: `22.11.2026` is not a date of the form `2026-11-22`",
    );
}

#[test]
fn a_supplement_that_is_no_longer_needed_is_reported() {
    check_broken(
        "facts/supplement.toml",
        |_| "[[command]]\nedition = \"mage-os\"\nname = \"cache:flush\"\nsince = \"x\"\nsource = \"y\"\n".into(),
        "docs/facts/supplement.toml:3:8: error[bad-facts]: the export has `cache:flush` by now",
    );
    check_broken(
        "facts/supplement.toml",
        |_| "[[command]]\nedition = \"mage-os\"\nname = \"a:b\"\nsince = \"x\"\nsource = \"\"\n".into(),
        "docs/facts/supplement.toml:5:10: error[bad-facts]: this entry has no source",
    );
}

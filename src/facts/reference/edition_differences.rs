//! What one edition has and the other has not, computed from the two exports.

use super::build::{self, About, Text, code, link, paragraph, section, table, words};
use super::{Sources, read_from};
use crate::content::manual::Page;
use crate::content::model::{Block, BlockKind, Inline, Item, List};
use crate::edition::{Edition, PerEdition};
use crate::facts::admin_menu::MenuEntry;
use crate::facts::commands::Command;
use crate::facts::differences::{self, Difference, changes_of, compare};
use crate::facts::export::Export;
use crate::facts::settings::{PAYMENT_BY_COUNTRY, Setting};

/// Returns the page: what a merchant notices first stands first.
pub(super) fn page(sources: &Sources<'_>) -> Page {
    let facts = sources.facts;
    let (open_source, mage_os) = (facts.of(Edition::OpenSource), facts.of(Edition::MageOs));
    let mut blocks = vec![paragraph(words(
        "Everything that one edition has and the other has not, computed from a shop of each. \
         What is not listed here is the same in both.",
    ))];
    blocks.extend(menus(open_source, mage_os));
    blocks.extend(payment_and_delivery(open_source, mage_os));
    blocks.extend(products(open_source, mage_os));
    blocks.extend(settings(sources));
    blocks.extend(upkeep(open_source, mage_os));
    blocks.push(paragraph(vec![Inline::Emphasis(words(format!(
        "Compared: {} and {}, both read on {}; what newer releases add comes from their own files.",
        open_source.source.product,
        mage_os.source.product,
        mage_os.source.read.for_readers()
    )))]));
    blocks.push(read_from(facts));
    let about = About {
        route: "/reference/edition-differences/",
        title: "Differences between the editions".to_owned(),
        description: "Menus, settings, payment methods, attributes and commands that only one edition has.".to_owned(),
        also: &["Mage-OS vs Magento", "what is missing in Mage-OS", "extra features", "compare editions"],
    };
    build::page(about, sources.file, blocks)
}

/// Makes a heading and a list for each edition; nothing when neither has something of its own.
fn ends<T>(title: &str, found: &Difference<'_, T>, item: impl Fn(&T) -> Text) -> Vec<Block> {
    if found.removed.is_empty() && found.added.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![section(2, title)];
    for (edition, rows) in [(Edition::OpenSource, &found.removed), (Edition::MageOs, &found.added)] {
        if !rows.is_empty() {
            blocks.push(section(3, &format!("{title}: only in {}", edition.name())));
            blocks.push(list(rows.iter().map(|row| item(row)).collect()));
        }
    }
    blocks
}

fn list(items: Vec<Text>) -> Block {
    let items = items.into_iter().map(|text| Item { task: None, blocks: vec![paragraph(text)] }).collect();
    build::block(BlockKind::List(List { start: None, items }))
}

fn label_and_code(label: Option<&str>, name: &str) -> Text {
    label.map_or_else(|| vec![code(name)], |label| vec![Inline::Text(format!("{label}: ")), code(name)])
}

fn menus(open_source: &Export, mage_os: &Export) -> Vec<Block> {
    let screens = |export: &Export| export.menu.iter().filter(|row| row.action.is_some()).cloned().collect::<Vec<_>>();
    let (before, after) = (screens(open_source), screens(mage_os));
    let found = compare(&before, &after, |row: &MenuEntry| row.path.clone(), |_, _| false);
    ends("Menus", &found, |row| vec![Inline::Strong(words(&*row.path))])
}

fn payment_and_delivery(open_source: &Export, mage_os: &Export) -> Vec<Block> {
    let found = compare(&open_source.payment_methods, &mage_os.payment_methods, |row| row.code.clone(), |_, _| false);
    let mut blocks = ends("Payment methods", &found, |row| label_and_code(row.title.as_deref(), &row.code));
    let found = compare(&open_source.carriers, &mage_os.carriers, |row| row.code.clone(), |_, _| false);
    blocks.extend(ends("Carriers", &found, |row| label_and_code(Some(&row.title), &row.code)));
    blocks
}

fn products(open_source: &Export, mage_os: &Export) -> Vec<Block> {
    let key = |row: &crate::facts::system::Attribute| row.code.clone();
    let item = |row: &crate::facts::system::Attribute| label_and_code(row.label.as_deref(), &row.code);
    let found = compare(&open_source.product_attributes, &mage_os.product_attributes, key, |_, _| false);
    let mut blocks = ends("Product attributes", &found, item);
    let found = compare(&open_source.category_attributes, &mage_os.category_attributes, key, |_, _| false);
    blocks.extend(ends("Category attributes", &found, item));
    let found = compare(&open_source.content_types, &mage_os.content_types, |row| row.name.clone(), |_, _| false);
    blocks.extend(ends("Page Builder content types", &found, |row| label_and_code(Some(&row.label), &row.name)));
    blocks
}

/// Lists fields group by group; a country's payment section repeats those of all countries and is left out.
fn settings(sources: &Sources<'_>) -> Vec<Block> {
    let facts = sources.facts;
    let mut found = differences::settings(facts.of(Edition::OpenSource), facts.of(Edition::MageOs));
    for rows in [&mut found.removed, &mut found.added] {
        rows.retain(|row| row.section_id != PAYMENT_BY_COUNTRY);
    }
    found.changed.retain(|(row, _)| row.section_id != PAYMENT_BY_COUNTRY);
    let mut blocks = vec![section(2, "Settings")];
    for (edition, rows) in [(Edition::OpenSource, &found.removed), (Edition::MageOs, &found.added)] {
        if !rows.is_empty() {
            blocks.push(section(3, &format!("Settings: only in {}", edition.name())));
            blocks.push(table(&["Group", "Fields"], by_group(rows, sources)));
        }
    }
    if !found.changed.is_empty() {
        blocks.push(section(3, "Settings: in both, but not the same"));
        let rows = found.changed.iter().flat_map(|(old, new)| changed_rows(old, new, sources)).collect();
        blocks.push(table(&["Setting", "What differs", Edition::OpenSource.name(), Edition::MageOs.name()], rows));
    }
    blocks
}

fn by_group(rows: &[&Setting], sources: &Sources<'_>) -> Vec<Vec<Text>> {
    let mut groups: Vec<(String, Text)> = Vec::new();
    for row in rows {
        let title = row.labels().take(2 + row.groups.len()).collect::<Vec<_>>().join(" > ");
        let field = setting_link(row, sources);
        match groups.iter_mut().find(|(other, _)| *other == title) {
            Some((_, fields)) => fields.extend([Inline::Text(", ".to_owned()), field]),
            None => groups.push((title, vec![field])),
        }
    }
    groups.into_iter().map(|(title, fields)| vec![words(title), fields]).collect()
}

fn setting_link(setting: &Setting, sources: &Sources<'_>) -> Inline {
    match sources.facts.layout.place(&setting.path) {
        Some((route, anchor)) => link(route, Some(anchor), &*setting.label),
        None => Inline::Text(setting.label.clone()),
    }
}

fn changed_rows(old: &Setting, new: &Setting, sources: &Sources<'_>) -> Vec<Vec<Text>> {
    let row = |change: differences::Change| {
        vec![vec![setting_link(new, sources)], words(change.what), words(change.before), words(change.after)]
    };
    changes_of(old, new).into_iter().map(row).collect()
}

fn upkeep(open_source: &Export, mage_os: &Export) -> Vec<Block> {
    let sides = PerEdition { open_source, mage_os };
    let commands = sides.iter().map(|(_, export)| export.commands.iter().cloned().collect::<Vec<Command>>());
    let [before, after] = <[Vec<Command>; 2]>::try_from(commands.collect::<Vec<_>>()).expect("there are two editions");
    let found = compare(&before, &after, |row: &Command| row.name.clone(), |_, _| false);
    let mut blocks = ends("Commands", &found, |row| vec![code(&row.name)]);
    let found = compare(&open_source.email_templates, &mage_os.email_templates, |row| row.id.clone(), |_, _| false);
    blocks.extend(ends("E-mail templates", &found, |row| label_and_code(Some(&row.label), &row.id)));
    let found = compare(&open_source.cron_jobs, &mage_os.cron_jobs, |row| row.job.clone(), |_, _| false);
    blocks.extend(ends("Cron jobs", &found, |row| vec![code(&row.job)]));
    let found = compare(&open_source.resources, &mage_os.resources, |row| row.path.clone(), |_, _| false);
    blocks.extend(ends("Permissions", &found, |row| words(row.path.clone())));
    blocks
}

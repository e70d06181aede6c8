//! The map of the Admin menu, and what roles can allow.

use super::build::{About, Text, code, edition_tables, page, paragraph, role, section, words};
use super::{Sources, read_from};
use crate::content::link::LinkTarget;
use crate::content::manual::Page;
use crate::content::model::{Block, Inline};
use crate::edition::{Edition, PerEdition};
use crate::facts::admin_menu::MenuEntry;
use crate::facts::resources::Resource;

/// Returns the map of the menu: one table a top entry.
pub(super) fn admin_menu(sources: &Sources<'_>) -> Page {
    let facts = sources.facts;
    let mut blocks = vec![paragraph(words(
        "Every screen that the Admin menu leads to. What you see of it depends on your role: \
         entries without permission are hidden.",
    ))];
    let mut tops: Vec<&str> = Vec::new();
    for (_, export) in facts.exports.iter() {
        for entry in export.menu.iter() {
            let top = entry.path.split(" > ").next().unwrap_or_default();
            if !tops.contains(&top) {
                tops.push(top);
            }
        }
    }
    for top in tops {
        let rows = PerEdition::from_fn(|edition| {
            let below = |entry: &&MenuEntry| entry.path.split(" > ").next() == Some(top) && entry.action.is_some();
            facts.of(edition).menu.iter().filter(below).collect::<Vec<_>>()
        });
        if rows.iter().any(|(_, rows)| !rows.is_empty()) {
            blocks.push(section(2, top));
            blocks.extend(edition_tables(&rows, &["Path", "Permission"], |row| row.path.clone(), menu_row));
        }
    }
    blocks.push(read_from(facts));
    let about = About {
        route: "/reference/admin-menu/",
        title: "Admin menu".to_owned(),
        description: "All entries of the Admin menu in both editions, with the permission that shows each.".to_owned(),
        also: &["where is the menu", "menu missing", "map of the admin", "find a screen"],
    };
    page(about, sources.file, blocks)
}

fn menu_row(entry: &MenuEntry) -> Vec<Text> {
    vec![vec![role(LinkTarget::AdminPath, &entry.path)], vec![code(&entry.resource)]]
}

/// Returns what a role can allow, as the tree of a role shows it.
pub(super) fn roles_and_resources(sources: &Sources<'_>) -> Page {
    let facts = sources.facts;
    let mut blocks = vec![paragraph(vec![
        Inline::Text("What you can tick under Role Resources when you edit a role in ".to_owned()),
        role(LinkTarget::AdminPath, "System > Permissions > User Roles"),
        Inline::Text(". A box below another one needs the one above it.".to_owned()),
    ])];
    for top in tops(facts.of(Edition::OpenSource).resources.iter().chain(&facts.of(Edition::MageOs).resources)) {
        let rows = PerEdition::from_fn(|edition| {
            facts.of(edition).resources.iter().filter(|row| second(row) == top).collect::<Vec<_>>()
        });
        blocks.extend(resource_section(top, &rows));
    }
    blocks.push(read_from(facts));
    let about = About {
        route: "/reference/roles-and-resources/",
        title: "Roles and resources".to_owned(),
        description: "Every permission that a role can have, with its place in the tree and its id.".to_owned(),
        also: &["permissions", "access denied", "restrict user", "acl", "role resources"],
    };
    page(about, sources.file, blocks)
}

fn resource_section(top: &str, rows: &PerEdition<Vec<&Resource>>) -> Vec<Block> {
    let title = if top.is_empty() { "All of it" } else { top };
    let mut blocks = vec![section(2, title)];
    let cells = |row: &Resource| {
        let below = row.path.split(" > ").skip(2).collect::<Vec<_>>().join(" > ");
        vec![words(if below.is_empty() { row.title.clone() } else { below }), vec![code(&row.id)]]
    };
    blocks.extend(edition_tables(rows, &["Resource", "Id"], |row| row.id.clone(), cells));
    blocks
}

/// The second step of a resource's path; the first is the same for all.
fn second(resource: &Resource) -> &str {
    resource.path.split(" > ").nth(1).unwrap_or_default()
}

fn tops<'a>(resources: impl Iterator<Item = &'a Resource>) -> Vec<&'a str> {
    let mut tops = Vec::new();
    for resource in resources {
        let top = second(resource);
        if !tops.contains(&top) {
            tops.push(top);
        }
    }
    tops
}

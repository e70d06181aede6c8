//! Pages made of facts: written by no one, read like any other.
//!
//! Everything becomes ordinary [`Page`]s of blocks and inlines, so that search, switch, print and lints work on them.

mod build;
mod commands;
mod edition_differences;
mod glossary;
mod layout;
mod menu;
mod settings;
mod tables;
mod versions;

use std::sync::Arc;

use super::Facts;
use crate::content::manual::Page;
use crate::content::model::{Block, Inline};
use crate::content::sources::Sources as Files;
use crate::diag::SourceFile;
use crate::edition::PerEdition;
use crate::route::{Anchor, Route};
use build::{paragraph, per_edition};

pub use glossary::glossary;
pub use layout::{Layout, SectionPages, anchor, doubled};

/// The guide that the pages belong to.
pub const GUIDE: &str = "reference";

/// What the writers of pages need.
struct Sources<'a> {
    facts: &'a Facts,
    /// The file that a page is said to come from.
    file: &'a Arc<SourceFile>,
}

/// Returns all generated pages in reading order.
#[must_use]
pub fn pages(facts: &Facts, files: &Files) -> Vec<Page> {
    let Some(file) = files.get("facts/about.toml") else { return Vec::new() };
    let sources = &Sources { facts, file };
    let mut pages = settings::pages(sources);
    pages.push(menu::admin_menu(sources));
    pages.push(commands::page(sources));
    pages.push(edition_differences::page(sources));
    pages.extend(tables::pages(sources));
    pages.push(menu::roles_and_resources(sources));
    pages.push(versions::page(sources));
    pages
}

/// Returns page and anchor of a command, of which `name` may have more words.
#[must_use]
pub fn command_place(facts: &Facts, name: &str) -> Option<(Route, Anchor)> {
    let name = name.split_whitespace().next()?;
    facts.exports.iter().find(|(_, export)| export.commands.get(name).is_some())?;
    Some((Route::parse(commands::ROUTE).ok()?, commands::anchor(name)))
}

/// Says where and when the facts of a page were read.
fn read_from(facts: &Facts) -> Block {
    let source = PerEdition::from_fn(|edition| {
        let source = &facts.of(edition).source;
        format!("{} on {}", source.product, source.read.for_readers())
    });
    let text = |text: &str| Inline::Text(text.to_owned());
    paragraph(vec![Inline::Emphasis(vec![
        text("Read from "),
        per_edition(source),
        text(". Later releases can differ."),
    ])])
}

#[cfg(test)]
mod tests;

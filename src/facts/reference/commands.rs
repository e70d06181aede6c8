//! The commands of `bin/magento`.

use super::build::{About, code, heading, paragraph, passage, shell, words};
use super::{Sources, read_from};
use crate::content::manual::Page;
use crate::content::model::{Block, Inline};
use crate::edition::{Edition, EditionSet};
use crate::facts::Facts;
use crate::facts::commands::Command;
use crate::route::Anchor;

/// The address of the page.
pub(super) const ROUTE: &str = "/reference/commands/";

/// Options that every command of the export has beside those that the product itself calls common.
const COMMON: [&str; 1] = ["--bootstrap"];

/// Returns the command reference: a section a namespace, a heading a command.
pub(super) fn page(sources: &Sources<'_>) -> Page {
    let facts = sources.facts;
    let mut blocks = vec![paragraph(vec![
        Inline::Text("Run commands in the folder of the shop, as the owner of its files. ".to_owned()),
        Inline::Text(
            "Words in angle brackets are yours to fill; what stands in square brackets may be left out. ".to_owned(),
        ),
        code("bin/magento help"),
        Inline::Text(" with the name of a command explains it on your own shop.".to_owned()),
    ])];
    let mut namespace = None;
    for command in all(facts) {
        let own = command.name.split_once(':').map(|(namespace, _)| namespace);
        if namespace != Some(own) {
            namespace = Some(own);
            blocks.push(namespace_heading(own, facts));
        }
        let command_blocks = describe(command);
        match editions(facts, |name| name == command.name).single() {
            Some(edition) => blocks.push(passage(edition, command_blocks)),
            None => blocks.extend(command_blocks),
        }
    }
    blocks.push(read_from(facts));
    let about = About {
        route: ROUTE,
        title: "Commands".to_owned(),
        description: "Every command of bin/magento in both editions, with its arguments and options.".to_owned(),
        also: &["bin/magento", "command line", "cli", "console", "terminal"],
    };
    super::build::page(about, sources.file, blocks)
}

/// Returns the anchor of a command.
#[must_use]
pub(super) fn anchor(name: &str) -> Anchor {
    Anchor::written(&name.replace(':', "-"))
}

fn all(facts: &Facts) -> Vec<&Command> {
    let mut commands: Vec<&Command> = facts.of(Edition::OpenSource).commands.iter().collect();
    let own = facts.of(Edition::MageOs).commands.iter();
    commands.extend(own.filter(|command| facts.of(Edition::OpenSource).commands.get(&command.name).is_none()));
    commands.sort_by_key(|command| (command.name.contains(':'), command.name.clone()));
    commands
}

fn editions(facts: &Facts, matches: impl Fn(&str) -> bool) -> EditionSet {
    Edition::ALL.into_iter().filter(|edition| facts.of(*edition).commands.names().any(&matches)).collect()
}

/// A namespace that one edition has alone stands in its passage, heading included.
fn namespace_heading(namespace: Option<&str>, facts: &Facts) -> Block {
    let Some(namespace) = namespace else {
        return heading(2, Anchor::written("general"), words("Without a namespace"));
    };
    let title = heading(2, Anchor::written(&format!("namespace-{namespace}")), vec![code(namespace)]);
    let prefix = format!("{namespace}:");
    match editions(facts, |name| name.starts_with(&prefix)).single() {
        Some(edition) => passage(edition, vec![title]),
        None => title,
    }
}

fn describe(command: &Command) -> Vec<Block> {
    let mut blocks = vec![heading(3, anchor(&command.name), vec![code(&command.name)]), shell(usage(command))];
    if let Some(since) = &command.since {
        blocks.push(paragraph(words(format!("Since {since}; its arguments are not in the export."))));
    }
    blocks
}

fn usage(command: &Command) -> String {
    let mut words = vec![format!("bin/magento {}", command.name)];
    for option in command.options.iter().filter(|option| !COMMON.contains(&&*option.name)) {
        let value = if option.takes_value { "=<value>" } else { "" };
        words.push(format!("[{}{value}]", option.name));
    }
    for argument in &command.arguments {
        let more = if argument.array { "…" } else { "" };
        let name = format!("<{}>{more}", argument.name);
        words.push(if argument.required { name } else { format!("[{name}]") });
    }
    words.join(" ")
}

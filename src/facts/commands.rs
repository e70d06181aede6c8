//! The commands of `bin/magento`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::read::Folder;

/// A command.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Command {
    /// `cache:flush`.
    pub name: String,
    /// What stands behind the name, in order.
    #[serde(default)]
    pub arguments: Vec<Argument>,
    /// Its own options; those that every command has are left out.
    #[serde(default)]
    pub options: Vec<CommandOption>,
    /// The release that brought it, when a supplement has it.
    #[serde(skip)]
    pub since: Option<String>,
}

/// An argument of a command.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Argument {
    /// Its name in the product's help.
    pub name: String,
    /// Whether the command fails without it.
    #[serde(default)]
    pub required: bool,
    /// Whether it may be given more than once.
    #[serde(default)]
    pub array: bool,
}

/// An option of a command.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CommandOption {
    /// With its two hyphens.
    pub name: String,
    /// Whether a value follows.
    #[serde(default)]
    pub takes_value: bool,
}

/// All commands in the order of `bin/magento list`.
#[derive(Debug, Default)]
pub struct Commands {
    list: Vec<Command>,
    by_name: BTreeMap<String, usize>,
}

impl Commands {
    /// Reads `commands.json`.
    pub(super) fn load(folder: &mut Folder<'_>) -> Self {
        let list = folder.rows("commands.json", |command: &Command| &command.name);
        let mut commands = Self { list, by_name: BTreeMap::new() };
        commands.index();
        commands
    }

    /// Adds a command of the supplement.
    pub(super) fn add(&mut self, command: Command) {
        self.list.push(command);
    }

    /// Sorts by name as `bin/magento list` does, those without a namespace first, and builds the index anew.
    pub(super) fn index(&mut self) {
        self.list.sort_by_key(|command| (command.name.contains(':'), command.name.clone()));
        self.by_name = self.list.iter().enumerate().map(|(i, command)| (command.name.clone(), i)).collect();
    }

    /// Renames a command, for tests.
    #[cfg(test)]
    pub(crate) fn rename(&mut self, from: &str, to: &str) {
        self.list
            .iter_mut()
            .filter(|command| command.name == from)
            .for_each(|command| to.clone_into(&mut command.name));
        self.index();
    }

    /// Returns a command.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Command> {
        self.list.get(*self.by_name.get(name)?)
    }

    /// Iterates over all commands.
    pub fn iter(&self) -> impl Iterator<Item = &Command> {
        self.list.iter()
    }

    /// Iterates over the names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }
}

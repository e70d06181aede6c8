//! Where does a path through the Admin lead, and at which step does a wrong one leave the Admin?

use std::collections::BTreeMap;

use super::admin_menu::AdminMenu;
use super::settings::Settings;
use crate::diag::nearest;

/// The screen below which a path goes on through the configuration.
pub const CONFIGURATION: &str = "Stores > Settings > Configuration";

/// Everything that can be named in a path, as a tree of labels.
#[derive(Debug, Default)]
pub struct AdminTree {
    root: Node,
}

#[derive(Debug, Default)]
struct Node {
    below: BTreeMap<String, Node>,
}

/// A step of a path that the Admin does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongStep {
    /// Its place in the path, counted from 0.
    pub index: usize,
    /// The steps before it, joined; empty for the first.
    pub above: String,
    /// The label that was probably meant.
    pub nearest: Option<String>,
    /// Another place that has the step.
    pub elsewhere: Option<String>,
    /// What stands below the steps before it, when that is short enough to be read.
    pub choices: Vec<String>,
}

/// More choices than this are no help but a wall; fewer than four would leave out most headings of the menu.
const CHOICES_MAX: usize = 8;

impl AdminTree {
    /// Builds the tree of menu, configuration sections and fields.
    pub(super) fn new(menu: &AdminMenu, settings: &Settings) -> Self {
        let mut root = Node::default();
        for entry in menu.iter() {
            root.add(entry.path.split(" > "));
        }
        if !menu.contains(CONFIGURATION) {
            return Self { root };
        }
        let configuration = root.add(CONFIGURATION.split(" > "));
        for section in settings.sections() {
            let node = configuration.add([&*section.tab, &*section.label].into_iter());
            for group in &section.groups {
                node.add(std::iter::once(&**group));
            }
        }
        for setting in settings.iter() {
            configuration.add(setting.labels());
        }
        Self { root }
    }

    /// Follows a path from the top.
    ///
    /// # Errors
    ///
    /// Returns the first step that is not there.
    pub fn follow(&self, path: &str) -> Result<(), WrongStep> {
        let mut node = &self.root;
        let mut above = String::new();
        for (index, step) in path.split(" > ").enumerate() {
            match node.below.get(step) {
                Some(next) => node = next,
                None => return Err(self.wrong(node, index, step, above)),
            }
            above = if above.is_empty() { step.to_owned() } else { format!("{above} > {step}") };
        }
        Ok(())
    }

    fn wrong(&self, node: &Node, index: usize, step: &str, above: String) -> WrongStep {
        let names = || node.below.keys().map(String::as_str);
        let few = node.below.len() <= CHOICES_MAX;
        WrongStep {
            index,
            above,
            nearest: nearest(step, names()).map(str::to_owned),
            elsewhere: self.root.find(step),
            choices: if few { names().map(str::to_owned).collect() } else { Vec::new() },
        }
    }
}

impl Node {
    fn add<'a>(&mut self, steps: impl Iterator<Item = &'a str>) -> &mut Self {
        let mut node = self;
        for step in steps {
            node = node.below.entry(step.to_owned()).or_default();
        }
        node
    }

    /// Returns the shortest path to a label below this node.
    fn find(&self, label: &str) -> Option<String> {
        let mut level: Vec<(String, &Self)> = vec![(String::new(), self)];
        while !level.is_empty() {
            let mut next = Vec::new();
            for (path, node) in level {
                for (name, below) in &node.below {
                    let path = if path.is_empty() { name.clone() } else { format!("{path} > {name}") };
                    if name == label {
                        return Some(path);
                    }
                    next.push((path, below));
                }
            }
            level = next;
        }
        None
    }
}

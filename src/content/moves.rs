//! Where were pages before?

use super::front_matter::Link;
use super::manual::{Manual, Page};

impl Manual {
    /// Iterates over the addresses that pages had before, each with its page.
    pub fn moves(&self) -> impl Iterator<Item = (&Link, &Page)> {
        self.pages().flat_map(|page| page.front.moved_from.iter().map(move |old| (old, page)))
    }
}

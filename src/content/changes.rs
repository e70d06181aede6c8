//! When was each file of the manual last changed?

use std::collections::BTreeMap;

use super::date::Date;
use super::front_matter::Status;
use super::manual::Page;

/// The day of the last change of each file, by its path in the project.
///
/// Only a release asks the history of the project; where nobody asked, or there is none, nothing is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes(pub BTreeMap<String, Date>);

impl Changes {
    /// Returns the day on which a page was last changed; generated pages change with the facts and have none.
    #[must_use]
    pub fn of(&self, page: &Page) -> Option<Date> {
        self.0.get(&page.file.path).copied().filter(|_| page.front.status != Status::Generated)
    }
}

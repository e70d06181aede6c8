//! What a role can allow or refuse.

use serde::Deserialize;

use super::read::Folder;

/// A resource of access control.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Resource {
    /// Its id in the product's files.
    pub id: String,
    /// What stands in the tree of a role.
    pub title: String,
    /// The titles from the top down to it, joined by ` > `.
    pub path: String,
}

impl Resource {
    /// Returns how deep it stands, 0 at the top.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.path.matches(" > ").count()
    }
}

/// Reads `roles-resources.json`.
pub(super) fn load(folder: &mut Folder<'_>) -> Vec<Resource> {
    folder.rows("roles-resources.json", |resource: &Resource| &resource.id)
}

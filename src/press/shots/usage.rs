//! Which pages show which screenshot?

use std::collections::BTreeSet;

use crate::content::manual::{Manual, Page};
use crate::content::model::{BlockKind, Figure, Picture, walk_blocks};
use crate::content::screenshots::ShotId;

/// Returns every screenshot that a page shows.
pub(super) fn shown(manual: &Manual) -> BTreeSet<ShotId> {
    manual.pages().flat_map(of_page).collect()
}

/// Returns the files of the pages that show one of these screenshots, in reading order.
pub(super) fn pages_showing(manual: &Manual, changed: &BTreeSet<ShotId>) -> Vec<String> {
    let shows = |page: &&Page| of_page(page).iter().any(|id| changed.contains(id));
    manual.pages().filter(shows).map(|page| page.file.path.clone()).collect()
}

fn of_page(page: &Page) -> BTreeSet<ShotId> {
    let mut found = BTreeSet::new();
    walk_blocks(&page.blocks, &mut |block| {
        if let BlockKind::Figure(Figure { picture: Picture::Screenshot(id), .. }) = &block.kind {
            found.insert(id.clone());
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::load::Project;

    #[test]
    fn a_changed_picture_leads_to_its_pages() {
        let manual = Project { root: env!("CARGO_MANIFEST_DIR").into() }.compile().unwrap().value.unwrap();
        let id = shown(&manual).into_iter().next().expect("the manual shows screenshots");
        let pages = pages_showing(&manual, &BTreeSet::from([id.clone()]));
        let text = |path: &String| manual.pages().find(|page| page.file.path == *path).unwrap().file.text.clone();
        assert!(!pages.is_empty() && pages.iter().all(|path| text(path).contains(id.as_str())), "{pages:?}");
        assert!(pages_showing(&manual, &BTreeSet::new()).is_empty());
    }
}

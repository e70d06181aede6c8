//! Which files have changed?

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// How long files must stand still before they are read. At zero, an editor that writes a new file and renames it is read
/// twice, once without the page; at half a second, a writer waits for the clock.
const QUIET: Duration = Duration::from_millis(30);

/// How long changes may go on before they are read all the same. Shorter, and a checkout of another branch is read in
/// the middle; longer, and a program that writes all the time is never read.
const PATIENCE: Duration = Duration::from_secs(2);

/// The changes below some folders, in bursts.
pub(super) struct Changes {
    /// Stops watching when it is dropped.
    _watcher: RecommendedWatcher,
    folders: Vec<PathBuf>,
    events: Receiver<notify::Result<Event>>,
}

impl Changes {
    /// Begins to watch; a folder that does not exist is left out.
    ///
    /// # Errors
    ///
    /// Returns the error of the first folder that cannot be watched.
    pub(super) fn below(folders: &[PathBuf]) -> notify::Result<Self> {
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(sender)?;
        let folders: Vec<PathBuf> = folders.iter().filter(|folder| folder.is_dir()).cloned().collect();
        for folder in &folders {
            watcher.watch(folder, RecursiveMode::Recursive)?;
        }
        Ok(Self { _watcher: watcher, folders, events })
    }

    /// Waits for a change, then until the files stand still, and returns what changed; `None` when nobody watches any more.
    pub(super) fn next(&self) -> Option<BTreeSet<PathBuf>> {
        let mut changed = BTreeSet::new();
        while changed.is_empty() {
            self.take(&mut changed, self.events.recv().ok()?);
        }
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            match self.events.recv_timeout(QUIET) {
                Ok(event) => self.take(&mut changed, event),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        Some(changed)
    }

    /// Keeps what an event tells. After an error, events may be missing: then everything counts as changed.
    fn take(&self, changed: &mut BTreeSet<PathBuf>, event: notify::Result<Event>) {
        match event {
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => {}
            Ok(event) if event.need_rescan() => changed.extend(self.folders.iter().cloned()),
            Ok(event) => changed.extend(event.paths.into_iter().filter(|path| !self.is_hidden(path))),
            Err(_) => changed.extend(self.folders.iter().cloned()),
        }
    }

    /// Tells whether a path is one that editors and version control keep for themselves; the manual does not read it.
    fn is_hidden(&self, path: &Path) -> bool {
        // Some systems name a folder otherwise than we do; then the name of the file must tell.
        let name = || path.file_name().map_or(path, Path::new);
        let inside = self.folders.iter().find_map(|folder| path.strip_prefix(folder).ok()).unwrap_or_else(name);
        inside.components().any(|part| matches!(part, Component::Normal(name) if is_private(&name.to_string_lossy())))
    }
}

fn is_private(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~')
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn watched() -> (tempfile::TempDir, Changes) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("docs")).unwrap();
        let changes = Changes::below(&[folder.path().join("docs"), folder.path().join("public")]).unwrap();
        (folder, changes)
    }

    #[test]
    fn changes_in_quick_succession_are_one() {
        let (folder, changes) = watched();
        let page = folder.path().join("docs/page.md");
        for text in ["one", "two", "three"] {
            fs::write(&page, text).unwrap();
        }
        assert_eq!(changes.next(), Some(BTreeSet::from([page])));
        assert!(matches!(changes.events.recv_timeout(QUIET), Err(RecvTimeoutError::Timeout)));
    }

    #[test]
    fn a_file_that_is_renamed_into_place_is_a_change() {
        let (folder, changes) = watched();
        let (new, page) = (folder.path().join("docs/.page.md.swp"), folder.path().join("docs/page.md"));
        fs::write(&new, "text").unwrap();
        fs::rename(&new, &page).unwrap();
        assert_eq!(changes.next(), Some(BTreeSet::from([page])));
    }

    #[test]
    fn reading_and_hidden_files_are_no_changes() {
        let (folder, changes) = watched();
        fs::write(folder.path().join("docs/.hidden"), "").unwrap();
        fs::write(folder.path().join("docs/page.md~"), "").unwrap();
        drop(fs::read_dir(folder.path().join("docs")).unwrap());
        let page = folder.path().join("docs/page.md");
        fs::write(&page, "text").unwrap();
        assert_eq!(fs::read_to_string(&page).unwrap(), "text");
        assert_eq!(changes.next(), Some(BTreeSet::from([page])));
    }
}

//! Where pictures are kept: first beside the contact sheet, and in `public/` only when all of it is there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::contact_sheet::{Row, sheet};
use super::metadata;
use super::picture::Picture;
use crate::content::screenshots::{Capture, Screenshots, ShotId};
use crate::edition::Edition;
use crate::press::load::Project;

/// The pictures and the metadata of one edition.
pub(super) struct Store<'a> {
    project: &'a Project,
    edition: Edition,
    screenshots: Screenshots,
    rows: Vec<Row>,
}

/// Whether a picture took the place of one that looked otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// There was none.
    New,
    /// It looks otherwise.
    Changed,
    /// Every pixel is the same.
    Same,
}

impl<'a> Store<'a> {
    /// Empties the folder of the contact sheet.
    ///
    /// # Errors
    ///
    /// Returns an error when the folder cannot be made.
    pub(super) fn open(project: &'a Project, edition: Edition, screenshots: Screenshots) -> Result<Self> {
        let store = Self { project, edition, screenshots, rows: Vec::new() };
        let folder = store.folder();
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("emptying {}", folder.display()))?;
        }
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        Ok(store)
    }

    /// Returns the folder of the contact sheet.
    fn folder(&self) -> PathBuf {
        self.project.root.join("target/shots").join(self.edition.id())
    }

    /// Keeps a picture: in `public/`, in the metadata and for the contact sheet.
    ///
    /// # Errors
    ///
    /// Returns an error when a file cannot be written; what was there before is there still.
    pub(super) fn keep(&mut self, id: &ShotId, title: &str, picture: &Picture, capture: Capture) -> Result<Change> {
        let place = self.project.public().join(id.file(self.edition));
        let bytes = picture.to_webp()?;
        let before = match fs::read(&place) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error).with_context(|| format!("reading {}", place.display())),
        };
        // A file that is no picture is replaced like one that looks otherwise.
        let old = before.as_deref().and_then(|bytes| Picture::from_webp(bytes).ok());
        let difference = old.map(|old| picture.difference(&old));
        let change = match &difference {
            Some(difference) if difference.share > 0.0 => Change::Changed,
            Some(_) => Change::Same,
            None => Change::New,
        };
        self.for_sheet("new", id, &bytes)?;
        if let (Some(before), Some(difference)) = (&before, &difference) {
            self.for_sheet("old", id, before)?;
            self.for_sheet("difference", id, &difference.shown.to_webp()?)?;
        }
        self.rows.push(Row { id: id.clone(), title: title.to_owned(), share: difference.map(|found| found.share) });
        if change != Change::Same {
            replace(&place, &bytes)?;
        }
        self.screenshots.record(id, title, self.edition, capture);
        let json = metadata::to_json(&self.screenshots)?;
        replace(&self.project.docs().join("shots.json"), json.as_bytes())?;
        Ok(change)
    }

    fn for_sheet(&self, kind: &str, id: &ShotId, bytes: &[u8]) -> Result<()> {
        write(&self.folder().join(kind).join(format!("{id}.webp")), bytes)
    }

    /// Writes the contact sheet and returns its file.
    ///
    /// # Errors
    ///
    /// Returns an error when it cannot be written.
    pub(super) fn finish(&self) -> Result<PathBuf> {
        let file = self.folder().join("index.html");
        write(&file, sheet(self.edition, &self.rows).as_bytes())?;
        Ok(file)
    }
}

/// Writes a file whole or not at all.
fn replace(place: &Path, bytes: &[u8]) -> Result<()> {
    let name = place.file_name().context("a file has a name")?.to_string_lossy();
    let staging = place.with_file_name(format!(".{name}.new"));
    write(&staging, bytes)?;
    fs::rename(&staging, place).with_context(|| format!("replacing {}", place.display()))
}

fn write(place: &Path, bytes: &[u8]) -> Result<()> {
    let folder = place.parent().context("a file is in a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    fs::write(place, bytes).with_context(|| format!("writing {}", place.display()))
}

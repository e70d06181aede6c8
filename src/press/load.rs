//! Reads the files of the manual: the only reader of the disk beside the command line.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::{fix, new_page};
use crate::content::manual::{self, Manual};
use crate::content::sources::Sources;
use crate::diag::{self, Checked};

/// The folders of a project.
#[derive(Debug, Clone)]
pub struct Project {
    /// The project's folder, with `docs` and `public` in it.
    pub root: PathBuf,
}

impl Project {
    /// Returns the folder of the texts.
    #[must_use]
    pub fn docs(&self) -> PathBuf {
        self.root.join("docs")
    }

    /// Returns the folder of files that are copied as they are.
    #[must_use]
    pub fn public(&self) -> PathBuf {
        self.root.join("public")
    }

    /// Reads and compiles the manual.
    ///
    /// # Errors
    ///
    /// Returns an error when a file cannot be read at all; mistakes inside files are diagnostics.
    pub fn compile(&self) -> Result<Checked<Option<Manual>>> {
        Ok(compiled(&self.sources()?))
    }

    /// Reads the texts of the manual without compiling them.
    ///
    /// # Errors
    ///
    /// Returns an error when a file cannot be read at all.
    pub fn sources(&self) -> Result<Checked<Sources>> {
        let mut docs = BTreeMap::new();
        for path in files_below(&self.docs()).context("reading docs/")? {
            if is_source(&path) {
                let file = self.docs().join(&path);
                let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
                docs.insert(path, bytes);
            }
        }
        let public: BTreeSet<String> = match files_below(&self.public()) {
            Ok(files) => files.into_iter().collect(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => BTreeSet::new(),
            Err(error) => return Err(error).context("reading public/"),
        };
        Ok(Sources::from_bytes(docs, public))
    }
}

/// Compiles what was read; findings know how they are mended where only one way can be meant.
pub(super) fn compiled(sources: &Checked<Sources>) -> Checked<Option<Manual>> {
    let mut manual = manual::compile(&sources.value);
    manual.diagnostics.extend(sources.diagnostics.iter().cloned());
    manual.diagnostics.extend(manual.value.as_ref().map(new_page::unwritten).unwrap_or_default());
    fix::propose(&mut manual.diagnostics, manual.value.as_ref(), &sources.value);
    diag::sort(&mut manual.diagnostics);
    manual
}

fn is_source(path: &str) -> bool {
    ["md", "toml", "json", "svg"].iter().any(|kind| Path::new(path).extension().is_some_and(|end| end == *kind))
}

/// Lists the files below a folder, relative to it, with `/` between parts, in alphabetical order.
///
/// Hidden files and folders are left out: editors and version control keep theirs beside the text.
///
/// # Errors
///
/// Returns the error of the first folder that cannot be read.
pub fn files_below(folder: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

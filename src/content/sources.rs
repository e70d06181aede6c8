//! What the compiler reads: the text of every file, already in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use crate::diag::{Checked, Diagnostic, SourceFile};
use crate::lint::not_utf8::NOT_UTF8;
use crate::route::Route;

/// The files of `docs/` by their path below it, and the names of the files below `public/`.
#[derive(Debug, Default)]
pub struct Sources {
    /// Texts by path below `docs/`, in alphabetical order.
    pub docs: BTreeMap<String, Arc<SourceFile>>,
    /// Paths below `docs/` of files that are there, but are no text.
    pub unreadable: BTreeSet<String>,
    /// Paths below `public/`.
    pub public: BTreeSet<String>,
}

impl Sources {
    /// Takes the bytes of files as they are on disk.
    ///
    /// A byte-order mark is dropped and line ends become `\n`. Files that are not UTF-8 are left out and reported at
    /// the first bad byte.
    #[must_use]
    pub fn from_bytes(docs: BTreeMap<String, Vec<u8>>, public: BTreeSet<String>) -> Checked<Self> {
        let mut diagnostics = Vec::new();
        let mut texts = BTreeMap::new();
        let mut unreadable = BTreeSet::new();
        for (path, bytes) in docs {
            match decode(&path, bytes) {
                Ok(file) => {
                    texts.insert(path, Arc::new(file));
                }
                Err(found) => {
                    diagnostics.push(*found);
                    unreadable.insert(path);
                }
            }
        }
        Checked { value: Self { docs: texts, unreadable, public }, diagnostics }
    }

    /// Returns a file below `docs/`.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Arc<SourceFile>> {
        self.docs.get(path)
    }

    /// Tells whether a file is there, readable or not.
    #[must_use]
    pub fn exists(&self, path: &str) -> bool {
        self.docs.contains_key(path) || self.unreadable.contains(path)
    }

    /// Iterates over the routes that have a Markdown file, readable or not.
    pub fn routes(&self) -> impl Iterator<Item = Route> {
        let paths = self.docs.keys().chain(&self.unreadable);
        paths
            .filter(|path| Path::new(path).extension() == Some("md".as_ref()))
            .filter_map(|path| Route::of_source(path).ok())
    }
}

fn decode(path: &str, bytes: Vec<u8>) -> Result<SourceFile, Box<Diagnostic>> {
    let path = format!("docs/{path}");
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n");
            Ok(SourceFile { path, text })
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let file = Arc::new(SourceFile { path, text });
            let found =
                Diagnostic::at(&NOT_UTF8, &file, valid..valid + '\u{fffd}'.len_utf8(), "this file is not UTF-8 text")
                    .label("the first byte that is no text")
                    .help("save the file as UTF-8");
            Err(Box::new(found))
        }
    }
}

//! Reading without a network: the service worker, what it needs to know, and the list of all that can be kept.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::site::{Files, add_hashed};
use crate::edition::Edition;
use crate::route::{self, BasePath};

/// The script that registers the worker and is behind the page "Read offline".
const SCRIPT: &str = include_str!("offline.js");
/// The worker, without the two constants that [`finish`] puts before it.
const WORKER: &str = include_str!("service_worker.js");
/// The worker's file; at the root, because a worker answers for addresses below its own.
pub(super) const WORKER_FILE: &str = "sw.js";

/// A file that is copied beside ours: a picture, a font, or a part of the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Copied {
    /// Its size in bytes.
    pub bytes: u64,
    /// Its SHA-256.
    pub digest: [u8; 32],
}

/// Adds the worker and the list of what can be kept, and asks for the worker's script in every page. Nothing may be added
/// after: the name of the release is made of all files.
///
/// A preview leaves this out: its texts change while they are read, and no device should keep them.
pub(super) fn finish(files: &mut Files, copies: &BTreeMap<String, Copied>, base: &BasePath) {
    let script = add_hashed(files, "offline", "js", SCRIPT.as_bytes().to_vec());
    let release = release(files, copies);
    let tag = format!("<script async src=\"{}\" data-release=\"{release}\"></script></head>", base.file(&script));
    for (_, bytes) in files.iter_mut().filter(|(name, _)| page_path(name).is_some() || *name == "404.html") {
        let html = String::from_utf8_lossy(bytes).replacen("</head>", &tag, 1);
        *bytes = html.into_bytes();
    }
    let sizes: BTreeMap<&str, u64> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.len() as u64)).collect();
    let sizes = copies.iter().map(|(name, copied)| (name.as_str(), copied.bytes)).chain(sizes).collect();
    let manifest = manifest(&sizes, &release).to_string();
    let worker = format!("const RELEASE = {};\nconst SHELL = {};\n{WORKER}", json!(release), json!(shell(&sizes)));
    files.insert("offline.json".to_owned(), manifest.into_bytes());
    files.insert(WORKER_FILE.to_owned(), worker.into_bytes());
}

/// Names a release by everything in it: another text, another name.
fn release(files: &Files, copies: &BTreeMap<String, Copied>) -> String {
    let mut hash = Sha256::new();
    let own = files.iter().map(|(name, bytes)| (name, Sha256::digest(bytes).into()));
    for (name, digest) in own.chain(copies.iter().map(|(name, copied)| (name, copied.digest))) {
        let digest: [u8; 32] = digest;
        hash.update(name);
        hash.update(digest);
    }
    hash.update(WORKER);
    hash.finalize().iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Returns where a page is read: `sales/refund/` for `sales/refund/index.html`. What is made for paper is no page.
fn page_path(name: &str) -> Option<&str> {
    let path = name.strip_suffix("index.html").filter(|path| path.is_empty() || path.ends_with('/'))?;
    (path.split('/').next() != Some(route::PRINT)).then_some(path)
}

fn has_end(name: &str, ends: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| ends.contains(&end))
}

/// Returns what any page needs beside its text, and the page that says what is on the device.
fn shell<'a>(sizes: &BTreeMap<&'a str, u64>) -> Vec<&'a str> {
    let is_part = |name: &str| match name.split_once('/') {
        None => has_end(name, &["css", "js", "wasm", "svg"]) && name != WORKER_FILE,
        Some((folder, _)) => folder == "fonts" && has_end(name, &["woff2"]),
    };
    std::iter::once("offline/").chain(sizes.keys().copied().filter(|name| is_part(name))).collect()
}

/// Lists what the whole manual is made of, with sizes: for both editions, and the screenshots of each.
fn manifest(sizes: &BTreeMap<&str, u64>, release: &str) -> Value {
    let shell = shell(sizes);
    let mut lists: BTreeMap<&str, Vec<(&str, u64)>> = BTreeMap::new();
    for (name, size) in sizes {
        let edition = Edition::ALL.into_iter().find(|edition| name.starts_with(&format!("shots/{}/", edition.id())));
        let is_text = !name.contains('/') && (name.starts_with("guide-") || name.starts_with("search-"));
        let path = page_path(name).unwrap_or(name);
        match edition {
            Some(edition) => lists.entry(edition.id()).or_default().push((path, *size)),
            None if page_path(name).is_some() || is_text || shell.contains(name) => {
                lists.entry("shared").or_default().push((path, *size));
            }
            None => {}
        }
    }
    let list = |name: &str| lists.get(name).cloned().unwrap_or_default();
    json!({
        "release": release,
        "shared": list("shared"),
        "open-source": list(Edition::OpenSource.id()),
        "mage-os": list(Edition::MageOs.id()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finished(page: &str, picture: [u8; 32]) -> Files {
        let mut files = Files::new();
        for name in ["index.html", "404.html", "print/index.html"] {
            files.insert(name.to_owned(), format!("<head></head>{page}").into_bytes());
        }
        files.insert("site-0123456789abcdef.css".to_owned(), b"a{}".to_vec());
        files.insert("_headers".to_owned(), b"/*".to_vec());
        let copies = [("shots/mage-os/a.webp", 7), ("shots/open-source/a.webp", 8), ("fonts/OFL.txt", 9)];
        let copies = copies.map(|(name, bytes)| (name.to_owned(), Copied { bytes, digest: picture }));
        finish(&mut files, &copies.into(), &BasePath::parse("/docs/").unwrap());
        files
    }

    fn text(files: &Files, name: &str) -> String {
        String::from_utf8(files[name].clone()).unwrap()
    }

    #[test]
    fn every_page_names_the_release_and_another_text_or_picture_makes_another() {
        let [first, again, other_text, other_picture] =
            [("a", 1), ("a", 1), ("b", 1), ("a", 2)].map(|(page, picture)| finished(page, [picture; 32]));
        assert_eq!(first, again);
        let worker = text(&first, "sw.js");
        let release = worker.strip_prefix("const RELEASE = \"").unwrap().split('"').next().unwrap();
        assert_eq!(release.len(), 16);
        for file in ["index.html", "404.html", "offline.json"] {
            assert!(text(&first, file).contains(release), "{file}");
        }
        assert!(text(&first, "index.html").contains("<script async src=\"/docs/offline-"));
        assert!(![other_text, other_picture].iter().any(|files| text(files, "sw.js").contains(release)));
    }

    #[test]
    fn each_edition_is_kept_with_its_own_screenshots_only() {
        let manifest: Value = serde_json::from_slice(&finished("a", [0; 32])["offline.json"]).unwrap();
        assert_eq!(manifest["mage-os"], json!([["shots/mage-os/a.webp", 7]]));
        assert_eq!(manifest["open-source"], json!([["shots/open-source/a.webp", 8]]));
        let shared = manifest["shared"].as_array().unwrap();
        let paths: Vec<&str> = shared.iter().map(|entry| entry[0].as_str().unwrap()).collect();
        assert!(
            matches!(paths[..], ["", script, "site-0123456789abcdef.css"] if script.starts_with("offline-")),
            "{paths:?}"
        );
    }
}

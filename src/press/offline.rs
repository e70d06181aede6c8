//! Reading without a network: the service worker, what it needs to know, and the list of all that can be kept.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::site::Files;
use crate::edition::Edition;

/// The script that registers the worker and is behind the page "Read offline".
pub(super) const SCRIPT: &str = include_str!("offline.js");
/// The worker, without the two constants that [`finish`] puts before it.
const WORKER: &str = include_str!("service_worker.js");
/// Stands in every page for the name of the release until all files are known: the name is made of them.
pub(super) const RELEASE_MARK: &str = "{release-of-this-site}";
/// The worker's file; at the root, because a worker answers for addresses below its own.
pub(super) const WORKER_FILE: &str = "sw.js";

/// Adds the worker and the list of what can be kept, and names the release in every page. Nothing may be added after.
///
/// `copies` are the files that are copied beside ours, with their sizes: pictures, fonts and the app.
pub fn finish(files: &mut Files, copies: &BTreeMap<String, u64>) {
    let release = release(files, copies);
    for (_, bytes) in files.iter_mut().filter(|(name, _)| page_path(name).is_some() || *name == "404.html") {
        let html = String::from_utf8_lossy(bytes).replacen(RELEASE_MARK, &release, 1);
        *bytes = html.into_bytes();
    }
    let sizes: BTreeMap<&str, u64> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.len() as u64)).collect();
    let sizes: BTreeMap<&str, u64> = copies.iter().map(|(name, size)| (name.as_str(), *size)).chain(sizes).collect();
    let manifest = manifest(&sizes, &release).to_string();
    let worker = format!("const RELEASE = {};\nconst SHELL = {};\n{WORKER}", json!(release), json!(shell(&sizes)));
    files.insert("offline.json".to_owned(), manifest.into_bytes());
    files.insert(WORKER_FILE.to_owned(), worker.into_bytes());
}

/// Names a release by everything in it: another text, another name.
fn release(files: &Files, copies: &BTreeMap<String, u64>) -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in files {
        hash.update(name);
        hash.update(Sha256::digest(bytes));
    }
    for (name, size) in copies {
        hash.update(name);
        hash.update(size.to_le_bytes());
    }
    hash.update(WORKER);
    hash.finalize().iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Returns where a document is read: `sales/refund/` for `sales/refund/index.html`.
fn page_path(name: &str) -> Option<&str> {
    name.strip_suffix("index.html").filter(|path| path.is_empty() || path.ends_with('/'))
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

    fn finished(page: &str) -> Files {
        let mut files = Files::new();
        files.insert("index.html".to_owned(), format!("<meta content=\"{RELEASE_MARK}\">{page}").into_bytes());
        files.insert("404.html".to_owned(), RELEASE_MARK.as_bytes().to_vec());
        files.insert("site-0123456789abcdef.css".to_owned(), b"a{}".to_vec());
        files.insert("_headers".to_owned(), b"/*".to_vec());
        let copies = [("shots/mage-os/a.webp", 7), ("shots/open-source/a.webp", 8), ("fonts/OFL.txt", 9)];
        finish(&mut files, &copies.map(|(name, size)| (name.to_owned(), size)).into());
        files
    }

    #[test]
    fn every_page_names_the_release_and_another_text_makes_another() {
        let [a, again, b] = ["a", "a", "b"].map(|page| finished(page));
        assert_eq!(a, again);
        assert_ne!(a["404.html"], b["404.html"]);
        assert_eq!(a["404.html"].len(), 16);
        let release = String::from_utf8(a["404.html"].clone()).unwrap();
        for file in ["index.html", "sw.js", "offline.json"] {
            assert!(String::from_utf8(a[file].clone()).unwrap().contains(&release), "{file}");
        }
    }

    #[test]
    fn each_edition_is_kept_with_its_own_screenshots_only() {
        let manifest: Value = serde_json::from_slice(&finished("a")["offline.json"]).unwrap();
        assert_eq!(manifest["mage-os"], json!([["shots/mage-os/a.webp", 7]]));
        assert_eq!(manifest["open-source"], json!([["shots/open-source/a.webp", 8]]));
        let shared = manifest["shared"].as_array().unwrap();
        let paths: Vec<&str> = shared.iter().map(|entry| entry[0].as_str().unwrap()).collect();
        assert_eq!(paths, ["", "site-0123456789abcdef.css"]);
    }
}

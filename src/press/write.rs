//! Writes the site to disk, whole or not at all.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use sha2::{Digest, Sha256};

use super::load::files_below;
use super::offline::Copied;
use super::site::Files;

/// The name of the file that says that a folder was written by the press and may be replaced.
const SIGN: &str = ".merchant-docs";

/// Replaces `output` with the prerendered files and those that are copied as they are.
///
/// Everything is written to a folder beside it first, which then takes its place: a reader of the output never sees
/// half a site, and after an error the old one still stands. `copies` are folder and files; what the press wrote itself
/// wins over a copy of the same name.
///
/// # Errors
///
/// Returns an error when a file cannot be read or written, or when `output` holds something that is not ours.
pub fn replace(output: &Path, files: &Files, copies: &[(PathBuf, Vec<String>)]) -> Result<()> {
    check_is_ours(output)?;
    let name = output.file_name().context("the output needs a folder name")?.to_string_lossy().into_owned();
    let parent = match output.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    fs::create_dir_all(&parent).with_context(|| format!("making {}", parent.display()))?;
    let staging = parent.join(format!(".{name}.new"));
    let old = parent.join(format!(".{name}.old"));
    remove(&staging)?;
    remove(&old)?;
    fill(&staging, files, copies).inspect_err(|_| drop(remove(&staging)))?;
    if output.exists() {
        fs::rename(output, &old).with_context(|| format!("moving {} aside", output.display()))?;
    }
    fs::rename(&staging, output).with_context(|| format!("putting the new site at {}", output.display()))?;
    remove(&old)
}

/// Refuses to replace a folder that someone else filled: a mistyped `--out` must not cost a home directory.
fn check_is_ours(output: &Path) -> Result<()> {
    if !output.exists() {
        return Ok(());
    }
    let is_empty = fs::read_dir(output).is_ok_and(|mut entries| entries.next().is_none());
    if is_empty || output.join(SIGN).exists() {
        return Ok(());
    }
    bail!("{} holds files that the press did not write; give another --out or empty it", output.display());
}

fn fill(staging: &Path, files: &Files, copies: &[(PathBuf, Vec<String>)]) -> Result<()> {
    for (folder, names) in copies {
        for name in names {
            let target = prepare(staging, name)?;
            fs::copy(folder.join(name), &target).with_context(|| format!("copying {name}"))?;
        }
    }
    for (name, bytes) in files {
        let target = prepare(staging, name)?;
        fs::write(&target, bytes).with_context(|| format!("writing {}", target.display()))?;
    }
    fs::write(staging.join(SIGN), "Written by the press; replaced at the next build.\n").context("writing the sign")
}

fn prepare(staging: &Path, name: &str) -> Result<PathBuf> {
    let target = staging.join(name);
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent).with_context(|| format!("making {}", parent.display()))?;
    }
    Ok(target)
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    Ok(())
}

/// Replaces one file, whole or not at all: whoever reads it sees the old text or the new one.
///
/// # Errors
///
/// Returns an error when the file cannot be written; the old one then still stands.
pub(super) fn file(path: &Path, bytes: &[u8]) -> Result<()> {
    let name = path.file_name().with_context(|| format!("{} names no file", path.display()))?.to_string_lossy();
    let staging = path.with_file_name(format!(".{name}.new"));
    let write = || {
        fs::write(&staging, bytes)?;
        if let Ok(old) = fs::metadata(path) {
            fs::set_permissions(&staging, old.permissions())?;
        }
        fs::rename(&staging, path)
    };
    write().inspect_err(|_| drop(fs::remove_file(&staging))).with_context(|| format!("writing {}", path.display()))
}

/// Lists what is copied from a folder; a folder that does not exist has nothing.
///
/// # Errors
///
/// Returns an error when the folder cannot be read.
pub fn copies_of(folder: &Path, keep: impl Fn(&str) -> bool) -> Result<(PathBuf, Vec<String>)> {
    let names = if folder.exists() {
        files_below(folder).with_context(|| format!("reading {}", folder.display()))?
    } else {
        Vec::new()
    };
    Ok((folder.to_owned(), names.into_iter().filter(|name| keep(name)).collect()))
}

/// Returns what tells every copied file from another, by its name on the site.
///
/// # Errors
///
/// Returns an error when a file cannot be read.
pub(super) fn fingerprints(copies: &[(PathBuf, Vec<String>)]) -> Result<BTreeMap<String, Copied>> {
    let files = copies.iter().flat_map(|(folder, names)| names.iter().map(move |name| (folder.join(name), name)));
    let fingerprint = |(path, name): (PathBuf, &String)| {
        let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        Ok((name.clone(), Copied { bytes: bytes.len() as u64, digest: Sha256::digest(&bytes).into() }))
    };
    files.map(fingerprint).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Files {
        names.iter().map(|name| ((*name).to_owned(), name.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_new_site_takes_the_place_of_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("dist");
        replace(&output, &files(&["a/index.html", "old.css"]), &[]).unwrap();
        replace(&output, &files(&["a/index.html", "new.css"]), &[]).unwrap();
        assert_eq!(files_below(&output).unwrap(), ["a/index.html", "new.css"]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside the output");
    }

    #[test]
    fn a_failed_write_leaves_the_old_site_whole() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("dist");
        replace(&output, &files(&["index.html"]), &[]).unwrap();
        let missing = (folder.path().to_owned(), vec!["no-such-file".to_owned()]);
        assert!(replace(&output, &files(&["other.html"]), &[missing]).is_err());
        assert_eq!(files_below(&output).unwrap(), ["index.html"]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside the output");
    }

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("page.md");
        file(&page, b"old").unwrap();
        file(&page, b"new").unwrap();
        assert_eq!(fs::read(&page).unwrap(), b"new");
        let blocked = folder.path().join("folder");
        fs::create_dir(&blocked).unwrap();
        assert!(file(&blocked, b"text").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside the files");
    }

    #[test]
    fn a_folder_with_other_files_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("letter.txt"), "dear").unwrap();
        let error = replace(folder.path(), &files(&["index.html"]), &[]).unwrap_err();
        assert!(error.to_string().contains("did not write"), "{error}");
        assert_eq!(files_below(folder.path()).unwrap(), ["letter.txt"]);
    }
}

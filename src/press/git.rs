//! What the project's history knows of a file, where there is a history.

use std::path::Path;
use std::process::{Command, Stdio};

use super::load::Project;

/// A change of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// The day, `2026-11-22`.
    pub(super) on: String,
    /// The first line of its description.
    pub(super) subject: String,
}

/// Tells whether the project is under version control and git is there to be asked.
pub(super) fn is_there(project: &Project) -> bool {
    ask(project, &["rev-parse", "--verify", "--quiet", "HEAD"]).is_some()
}

/// Returns the changes of a page since its review was recorded, the newest first; none when the history does not know
/// the file or its review yet.
pub(super) fn since_review(project: &Project, path: &str) -> Vec<Change> {
    let file = Path::new(path).to_string_lossy();
    let reviews = ask(project, &["log", "--format=%H", "--max-count=1", "-G^reviewed_on", "--", &file]);
    let Some(review) = reviews.as_deref().map(str::trim).filter(|review| !review.is_empty()) else { return Vec::new() };
    let since = format!("{review}..HEAD");
    let log = ask(project, &["log", "--format=%as%x09%s", &since, "--", &file]).unwrap_or_default();
    log.lines().filter_map(change).collect()
}

fn change(line: &str) -> Option<Change> {
    let (on, subject) = line.split_once('\t')?;
    Some(Change { on: on.to_owned(), subject: subject.to_owned() })
}

/// Runs git in the project's folder; `None` when it is missing or refuses.
fn ask(project: &Project, arguments: &[&str]) -> Option<String> {
    let mut git = Command::new("git");
    git.arg("-C").arg(&project.root).args(arguments).stdin(Stdio::null()).stderr(Stdio::null());
    let out = git.output().ok().filter(|out| out.status.success())?;
    String::from_utf8(out.stdout).ok()
}

//! What the project's history knows of a file, where there is a history.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use super::load::Project;
use crate::content::changes::Changes;
use crate::content::date::Date;

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

/// Returns the day on which each file of `docs/` was last changed, by its path in the project.
///
/// Empty without a history, and with one that was cut off: it would name the day of the cut for every older file.
pub(super) fn last_changes(project: &Project) -> Changes {
    let mut changes = BTreeMap::new();
    if ask(project, &["rev-parse", "--is-shallow-repository"]).is_none_or(|answer| answer.trim() != "false") {
        return Changes::default();
    }
    let arguments =
        ["-c", "core.quotePath=false", "log", "--format=%x09%cs", "--name-only", "--relative", "--", "docs"];
    let log = ask(project, &arguments).unwrap_or_default();
    let mut day = None;
    for line in log.lines() {
        if let Some(text) = line.strip_prefix('\t') {
            day = Date::parse(text).ok();
        } else if let (false, Some(day)) = (line.is_empty(), day) {
            changes.entry(line.to_owned()).or_insert(day);
        }
    }
    Changes(changes)
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_was_changed_on_the_day_of_its_newest_commit() {
        let folder = tempfile::tempdir().unwrap();
        let project = Project { root: folder.path().to_owned() };
        let docs = project.docs().join("sales");
        fs::create_dir_all(&docs).unwrap();
        let commit = |day: &str, names: &[&str]| {
            for name in names {
                fs::write(docs.join(name), day).unwrap();
            }
            let date = format!("{day}T12:00:00Z");
            for arguments in [&["init", "-q"][..], &["add", "."], &["commit", "-qm", "Change"]] {
                let mut git = Command::new("git");
                git.arg("-C").arg(folder.path()).args(["-c", "user.name=A", "-c", "user.email=a@example.org"]);
                git.args(arguments).env("GIT_COMMITTER_DATE", &date).env("GIT_AUTHOR_DATE", &date);
                assert!(git.status().unwrap().success());
            }
        };
        assert_eq!(last_changes(&project), Changes::default());
        commit("2026-11-20", &["refund.md", "größe.md"]);
        commit("2026-11-22", &["refund.md"]);
        let expected = [("docs/sales/größe.md", "2026-11-20"), ("docs/sales/refund.md", "2026-11-22")];
        let expected = expected.map(|(path, day)| (path.to_owned(), Date::parse(day).unwrap()));
        assert_eq!(last_changes(&project), Changes(expected.into()));
    }
}

//! Writes what is certain into the files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::diag::{Diagnostic, Fix};
use crate::press::load::Project;
use crate::press::{raw_text, write};

/// How often mending may bring up what can be mended: a name that becomes known lets the next lint look. At one, a second
/// run is needed for that; without a limit, two lints that disagree would never end.
const ROUNDS_MAX: usize = 8;

/// Mends what is certain until nothing is; returns what was mended, one line each:
/// `docs/a.md:3:9: fixed[dead-link]: /sales/refnd/ is now /sales/refund/`.
///
/// Each file is written whole or not at all, and only where it still says what was read.
///
/// # Errors
///
/// Returns an error when a file cannot be read or written.
pub(in crate::press) fn apply(project: &Project) -> Result<Vec<String>> {
    let mut fixed = Vec::new();
    for _ in 0..ROUNDS_MAX {
        let checked = project.compile()?;
        let fixable = checked.diagnostics.iter().filter_map(|found| Some((found, found.fix.as_ref()?)));
        let mut by_file: BTreeMap<&str, Vec<(&Diagnostic, &Fix)>> = BTreeMap::new();
        for (found, fix) in fixable {
            by_file.entry(&fix.span.file.path).or_default().push((found, fix));
        }
        let before = fixed.len();
        for (path, fixes) in by_file {
            mend(&project.root.join(path), fixes, &mut fixed)?;
        }
        if fixed.len() == before {
            break;
        }
    }
    Ok(fixed)
}

/// Applies the fixes of one file, the last first, so that no range moves before its turn.
fn mend(path: &Path, mut fixes: Vec<(&Diagnostic, &Fix)>, fixed: &mut Vec<String>) -> Result<()> {
    let raw = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let mut text = raw.clone();
    let mut lines = Vec::new();
    let mut free = usize::MAX;
    fixes.sort_by_key(|(_, fix)| fix.span.range.start);
    for (found, fix) in fixes.into_iter().rev() {
        let (file, range) = (&fix.span.file, &fix.span.range);
        let old = &file.text[range.clone()];
        let in_raw = raw_text::range_in(&raw, range);
        // Of two changes at one place the first is enough; and what somebody has just saved stays theirs.
        if range.end > free || raw.get(in_raw.clone()) != Some(old) {
            continue;
        }
        text.replace_range(in_raw, &fix.replacement);
        free = range.start;
        let (line, column) = file.position(range.start);
        let lint = found.lint.name;
        lines.push(format!("{}:{line}:{column}: fixed[{lint}]: `{old}` is now `{}`", file.path, fix.replacement));
    }
    if !lines.is_empty() {
        write::file(path, text.as_bytes())?;
    }
    fixed.extend(lines.into_iter().rev());
    Ok(())
}

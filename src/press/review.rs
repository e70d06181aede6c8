//! A person has read a page against their own shop: `cargo site review sales/refund --by "Name"`.

use std::fs;
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use toml_edit::{DocumentMut, Item, Table, Value};

use super::load::Project;
use super::{raw_text, write};
use crate::content::date::Date;
use crate::content::front_matter::{self, Status};
use crate::content::manual::{Manual, Page};
use crate::diag::render::{Format, render};
use crate::diag::{Diagnostic, SourceFile, nearest};
use crate::route::Route;

/// What came of a review.
#[derive(Debug)]
pub(super) enum Outcome {
    /// It stands in the page now; the words say what.
    Recorded(String),
    /// The page has findings, which are these; nothing was written.
    Refused(String),
}

/// Writes into a page's front matter that `by` reviewed it on `on`. A page with any finding is not reviewed: its mistakes
/// would carry a person's name.
///
/// # Errors
///
/// Returns an error when there is no such page, nobody is named, or the file cannot be read or written.
pub(super) fn record(project: &Project, page: &str, by: &str, on: Date) -> Result<Outcome> {
    let by = by.trim();
    if by.is_empty() {
        bail!("a review needs the name of a person: --by \"Name\"");
    }
    let checked = project.compile()?;
    let manual = checked.value.context("the manual cannot be read; `cargo site check` says why")?;
    let page = find(&manual, page)?;
    if page.front.status == Status::Generated {
        bail!("{} is made by the press; there is nothing to review", page.route);
    }
    let is_here = |found: &Diagnostic| found.span.as_ref().is_some_and(|span| span.file.path == page.file.path);
    let findings: Vec<Diagnostic> = checked.diagnostics.into_iter().filter(is_here).collect();
    if !findings.is_empty() {
        return Ok(Outcome::Refused(render(&findings, Format::Human)));
    }
    let path = project.root.join(&page.file.path);
    let raw = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let text = reviewed(&raw, &page.file, by, on).with_context(|| format!("changing {}", page.file.path))?;
    write::file(&path, text.as_bytes())?;
    Ok(Outcome::Recorded(format!("{}: reviewed by {by} on {on}", page.file.path)))
}

/// Finds the page that a person means: by its route or its file, with or without what stands around it.
fn find<'m>(manual: &'m Manual, name: &str) -> Result<&'m Page> {
    let bare = name.strip_prefix("docs/").unwrap_or(name).trim_matches('/');
    let route = Route::of_source(bare).ok();
    let found = route.as_ref().and_then(|route| manual.page(route));
    found.with_context(|| {
        let routes = manual.pages().map(|page| page.route.as_str().trim_matches('/'));
        let near = nearest(bare, routes).map_or(String::new(), |near| format!(": did you mean `{near}`?"));
        format!("there is no page `{name}`{near}")
    })
}

/// Returns the text on disk with the review in its front matter; order, comments and line ends stay.
fn reviewed(raw: &str, file: &Arc<SourceFile>, by: &str, on: Date) -> Result<String> {
    let split = front_matter::split(file).map_err(|found| anyhow::anyhow!(found.message))?;
    let head = &file.text[split.toml.clone()];
    let place = raw_text::range_in(raw, &split.toml);
    let before = raw.get(place.clone()).context("the file changed meanwhile")?;
    if before != raw_text::with_line_ends_of(before, head) {
        bail!("the file changed meanwhile; try again");
    }
    let mut document: DocumentMut = head.parse()?;
    set(&mut document, "status", "reviewed");
    set(&mut document, "reviewed_by", by);
    set(&mut document, "reviewed_on", &on.to_string());
    order(&mut document);
    let after = raw_text::with_line_ends_of(before, &document.to_string());
    Ok([&raw[..place.start], &after, &raw[place.end..]].concat())
}

/// Sets a key; what stands around an old value, comments too, stands around the new one.
fn set(table: &mut Table, key: &str, text: &str) {
    let mut value = Value::from(text);
    if let Some(old) = table.get(key).and_then(Item::as_value) {
        *value.decor_mut() = old.decor().clone();
    }
    match table.get_mut(key) {
        Some(item) => *item = Item::Value(value),
        None => drop(table.insert(key, Item::Value(value))),
    }
}

/// Puts who and when behind the status, where readers of the file look for them.
fn order(table: &mut Table) {
    const OWN: [&str; 2] = ["reviewed_by", "reviewed_on"];
    let mut keys: Vec<String> =
        table.iter().map(|(key, _)| key.to_owned()).filter(|key| !OWN.contains(&&**key)).collect();
    let behind = keys.iter().position(|key| key == "status").map_or(keys.len(), |at| at + 1);
    keys.splice(behind..behind, OWN.map(str::to_owned));
    let rank = |key: &str| keys.iter().position(|known| known == key);
    table.sort_values_by(|a, _, b, _| rank(a.get()).cmp(&rank(b.get())));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        let text = raw.replace("\r\n", "\n");
        let file = Arc::new(SourceFile { path: "docs/a.md".into(), text });
        assert_eq!(reviewed(raw, &file, "Ada \"L\"", Date::parse("2026-11-25").unwrap()).unwrap(), expected);
    }

    #[test]
    fn who_and_when_stand_behind_the_status_and_the_rest_stays() {
        check(
            "+++\n# Words.\ntitle = 'A'\nstatus = \"drafted\" # since May\nchecked = { on = \"2026-11-22\" }\n+++\n\nText.\n",
            "+++\n# Words.\ntitle = 'A'\nstatus = \"reviewed\" # since May\nreviewed_by = 'Ada \"L\"'\n\
             reviewed_on = \"2026-11-25\"\nchecked = { on = \"2026-11-22\" }\n+++\n\nText.\n",
        );
    }

    #[test]
    fn a_second_review_takes_the_place_of_the_first() {
        check(
            "+++\ntitle = \"A\"\nstatus = \"reviewed\"\nreviewed_by = \"Bob\"\nreviewed_on = \"2025-01-01\"\n+++\n",
            "+++\ntitle = \"A\"\nstatus = \"reviewed\"\nreviewed_by = 'Ada \"L\"'\nreviewed_on = \"2026-11-25\"\n+++\n",
        );
    }

    #[test]
    fn windows_line_ends_stay() {
        check(
            "+++\r\ntitle = \"A\"\r\nstatus = \"drafted\"\r\n+++\r\n\r\nText.\r\n",
            "+++\r\ntitle = \"A\"\r\nstatus = \"reviewed\"\r\nreviewed_by = 'Ada \"L\"'\r\nreviewed_on = \"2026-11-25\"\r\n\
             +++\r\n\r\nText.\r\n",
        );
    }
}

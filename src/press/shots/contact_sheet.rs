//! Old, new and what differs, side by side: what a person looks at before the pictures are committed.

use std::fmt::Write;

use crate::content::screenshots::ShotId;
use crate::edition::Edition;

/// A screenshot on the sheet.
pub(super) struct Row {
    pub(super) id: ShotId,
    pub(super) title: String,
    /// The share of pixels that differ; `None` when there was no picture before.
    pub(super) share: Option<f64>,
}

/// The sheet's style: it is opened from the disk, so it brings its own.
const STYLE: &str = include_str!("contact_sheet.css");

/// Writes the sheet, what differs most first; new pictures before all.
pub(super) fn sheet(edition: Edition, rows: &[Row]) -> String {
    let mut rows: Vec<&Row> = rows.iter().collect();
    rows.sort_by(|a, b| {
        let share = |row: &Row| row.share.unwrap_or(2.0);
        share(b).total_cmp(&share(a)).then_with(|| a.id.cmp(&b.id))
    });
    let same = rows.iter().filter(|row| row.share == Some(0.0)).count();
    let (count, name) = (rows.len(), edition.name());
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Contact sheet: {name}</title>\n\
         <style>\n{STYLE}</style>\n<main>\n<h1>{name}: {count} screenshots</h1>\n\
         <p>New or changed: {}. The same: {same}. Pixels that differ are red.</p>\n",
        count - same
    );
    for row in rows {
        section(&mut out, row);
    }
    out.push_str("</main>\n</html>\n");
    out
}

fn section(out: &mut String, row: &Row) {
    let (id, title) = (&row.id, escape(&row.title));
    let verdict = match row.share {
        None => "new".to_owned(),
        Some(0.0) => "the same".to_owned(),
        Some(share) => percent(share),
    };
    let _ = writeln!(out, "<section>\n<h2><code>{id}</code> <strong>{verdict}</strong></h2>\n<p>{title}</p>\n<div>");
    let figure = |out: &mut String, kind: &str, words: &str| {
        let _ = writeln!(
            out,
            "<figure><figcaption>{words}</figcaption><a href=\"{kind}/{id}.webp\">\
             <img loading=\"lazy\" src=\"{kind}/{id}.webp\" alt=\"{words}: {title}\"></a></figure>"
        );
    };
    let has_old = row.share.is_some();
    if has_old {
        figure(out, "old", "Old");
    }
    figure(out, "new", "New");
    if has_old && row.share != Some(0.0) {
        figure(out, "difference", "Difference");
    }
    out.push_str("</div>\n</section>\n");
}

/// Says a share so that a single pixel is never rounded to nothing.
fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent < 0.01 { "less than 0.01 %".to_owned() } else { format!("{percent:.2} %") }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_most_comes_first() {
        let row = |id: &str, share| Row { id: ShotId::parse(id).unwrap(), title: "Grid <a> & \"b\"".to_owned(), share };
        let rows =
            [row("a/same", Some(0.0)), row("a/little", Some(0.000_01)), row("a/new", None), row("a/much", Some(0.25))];
        let html = sheet(Edition::MageOs, &rows);
        let places: Vec<usize> = ["a/new", "a/much", "a/little", "a/same"]
            .iter()
            .map(|id| html.find(&format!("<code>{id}")).unwrap())
            .collect();
        assert!(places.is_sorted(), "{places:?}");
        assert!(html.contains("<strong>25.00 %</strong>") && html.contains("<strong>less than 0.01 %</strong>"));
        assert!(html.contains("New or changed: 3. The same: 1."));
        assert!(html.contains("alt=\"Old: Grid &lt;a> &amp; &quot;b&quot;\""));
        assert!(!html.contains("old/a/new.webp") && !html.contains("difference/a/same.webp"));
    }
}

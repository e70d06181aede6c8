//! Findings as JSON: for editors and other programs.

use serde::Serialize;

use super::{Diagnostic, Fix, Span};

/// A finding in the words of the JSON; a change here breaks programs of other people.
#[derive(Serialize)]
struct Finding<'a> {
    lint: &'a str,
    severity: &'a str,
    message: &'a str,
    file: Option<&'a str>,
    span: Option<Place>,
    label: &'a str,
    help: Option<&'a str>,
    fix: Option<Change<'a>>,
}

/// Where something stands: from the first character to the one behind the last.
#[derive(Serialize)]
struct Place {
    start: Point,
    end: Point,
}

/// Line and column are counted from 1, columns in characters; the byte from 0, in the text without byte-order mark and with
/// plain line ends.
#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
    byte: usize,
}

#[derive(Serialize)]
struct Change<'a> {
    file: &'a str,
    span: Place,
    replacement: &'a str,
}

/// Returns all findings as one array, an object a line.
pub(super) fn array(diagnostics: &[Diagnostic]) -> String {
    let lines: Vec<String> = diagnostics
        .iter()
        .map(|diagnostic| serde_json::to_string(&finding(diagnostic)).expect("a finding has only texts and numbers"))
        .collect();
    if lines.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", lines.join(",\n")) }
}

fn finding(diagnostic: &Diagnostic) -> Finding<'_> {
    Finding {
        lint: diagnostic.lint.name,
        severity: diagnostic.lint.severity.word(),
        message: &diagnostic.message,
        file: diagnostic.span.as_ref().map(|span| &*span.file.path),
        span: diagnostic.span.as_ref().map(place),
        label: &diagnostic.label,
        help: diagnostic.help.as_deref(),
        fix: diagnostic.fix.as_ref().map(change),
    }
}

fn change(fix: &Fix) -> Change<'_> {
    Change { file: &fix.span.file.path, span: place(&fix.span), replacement: &fix.replacement }
}

fn place(span: &Span) -> Place {
    let point = |byte| {
        let (line, column) = span.file.position(byte);
        Point { line, column, byte }
    };
    Place { start: point(span.range.start), end: point(span.range.end) }
}

//! Findings as text: for a person, for a terminal's problem matcher, for GitHub and for other programs.

use std::fmt::Write;

use super::{Diagnostic, Severity, json};

/// The form in which findings are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// The line with a caret under it, and the help.
    #[default]
    Human,
    /// One line a finding: `path:line:column: error[lint]: message`.
    Short,
    /// GitHub workflow commands, shown at the line of a pull request.
    Github,
    /// One JSON array with an object for each finding.
    Json,
}

/// Renders all findings and, for people, a closing line that counts them.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], format: Format) -> String {
    if format == Format::Json {
        return json::array(diagnostics);
    }
    let mut out = String::new();
    for diagnostic in diagnostics {
        match format {
            Format::Human => human(&mut out, diagnostic),
            Format::Short => short(&mut out, diagnostic),
            Format::Github => github(&mut out, diagnostic),
            Format::Json => {}
        }
    }
    if format == Format::Human && !diagnostics.is_empty() {
        let _ = writeln!(out, "{}", count(diagnostics));
    }
    out
}

/// Counts findings by severity, the worst first: `1 error, 2 warnings`.
#[must_use]
pub fn count(diagnostics: &[Diagnostic]) -> String {
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| {
        let n = diagnostics.iter().filter(|found| found.lint.severity == severity).count();
        (n > 0).then(|| format!("{n} {}{}", severity.word(), if n == 1 { "" } else { "s" }))
    });
    counts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn headline(diagnostic: &Diagnostic) -> String {
    format!("{}[{}]: {}", diagnostic.lint.severity.word(), diagnostic.lint.name, diagnostic.message)
}

fn human(out: &mut String, diagnostic: &Diagnostic) {
    let _ = writeln!(out, "{}", headline(diagnostic));
    out.push_str(&place_and_excerpt(diagnostic));
    if let Some(help) = &diagnostic.help {
        let _ = writeln!(out, "help: {help}");
    }
    out.push('\n');
}

/// Returns the place of a finding, its line and the caret below it; empty when it has no place.
#[must_use]
pub fn place_and_excerpt(diagnostic: &Diagnostic) -> String {
    let mut out = String::new();
    let Some(span) = &diagnostic.span else { return out };
    let (line, column) = span.file.position(span.range.start);
    let gutter = line.to_string().len();
    let _ = writeln!(out, "{:gutter$}--> {}:{line}:{column}", "", span.file.path);
    if let Some(text) = span.file.text.lines().nth(line - 1) {
        let (text, column, width) = excerpt(text, column, caret_width(diagnostic));
        let label = if diagnostic.label.is_empty() { String::new() } else { format!(" {}", diagnostic.label) };
        let _ = writeln!(out, "{:gutter$} |", "");
        let _ = writeln!(out, "{line} | {text}");
        let _ = writeln!(out, "{:gutter$} | {:indent$}{:^<width$}{label}", "", "", "", indent = column - 1);
    }
    out
}

/// The longest part of a line that is shown; more wraps in a terminal and tears the caret from its word.
const EXCERPT_CHARS_MAX: usize = 110;

/// Cuts a long line around the finding; returns the part, the finding's column in it and the caret's width.
fn excerpt(line: &str, column: usize, width: usize) -> (String, usize, usize) {
    let chars: Vec<char> = line.chars().map(|c| if c == '\t' { ' ' } else { c }).collect();
    if chars.len() <= EXCERPT_CHARS_MAX {
        return (chars.into_iter().collect(), column, width.min(line.chars().count() + 2 - column).max(1));
    }
    let start = (column - 1).saturating_sub(EXCERPT_CHARS_MAX / 3).min(chars.len() - EXCERPT_CHARS_MAX);
    let end = start + EXCERPT_CHARS_MAX;
    let front = if start > 0 { "…" } else { "" };
    let back = if end < chars.len() { "…" } else { "" };
    let part: String = chars[start..end].iter().collect();
    let column = column - start + usize::from(start > 0);
    (format!("{front}{part}{back}"), column, width.min(EXCERPT_CHARS_MAX + 2 - column).max(1))
}

/// Counts the characters of the span that stand on its first line, one at least.
fn caret_width(diagnostic: &Diagnostic) -> usize {
    let Some(span) = &diagnostic.span else { return 1 };
    let text = span.file.text.get(span.range.clone()).unwrap_or_default();
    text.lines().next().map_or(1, |first| first.chars().count()).max(1)
}

fn place(diagnostic: &Diagnostic) -> (String, usize, usize) {
    diagnostic.span.as_ref().map_or((String::new(), 1, 1), |span| {
        let (line, column) = span.file.position(span.range.start);
        (span.file.path.clone(), line, column)
    })
}

fn short(out: &mut String, diagnostic: &Diagnostic) {
    let (path, line, column) = place(diagnostic);
    let _ = writeln!(out, "{path}:{line}:{column}: {}", headline(diagnostic));
}

fn github(out: &mut String, diagnostic: &Diagnostic) {
    let (path, line, column) = place(diagnostic);
    let help = diagnostic.help.as_deref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    let message = format!("{}{help}", diagnostic.message);
    let message = message.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let severity = match diagnostic.lint.severity {
        Severity::Note => "notice",
        severity => severity.word(),
    };
    let _ =
        writeln!(out, "::{severity} file={path},line={line},col={column},title={}::{message}", diagnostic.lint.name);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{Lint, SourceFile};
    use super::*;

    static DEAD_LINK: Lint = Lint::error("dead-link", "a link to a page that does not exist");

    fn finding(text: &str, needle: &str) -> Diagnostic {
        let file = Arc::new(SourceFile { path: "docs/a.md".into(), text: text.into() });
        let start = text.find(needle).unwrap();
        Diagnostic::at(&DEAD_LINK, &file, start..start + needle.len(), "no page has the route `/b/`")
            .label("linked here")
            .help("a page with a similar route exists: `/c/`")
    }

    #[test]
    fn a_person_sees_the_line_the_caret_and_the_help() {
        let text = render(&[finding("one\ntwo [x](/b/)\n", "/b/")], Format::Human);
        snapbox::assert_data_eq!(
            text,
            snapbox::str![[r"
error[dead-link]: no page has the route `/b/`
 --> docs/a.md:2:9
  |
2 | two [x](/b/)
  |         ^^^ linked here
help: a page with a similar route exists: `/c/`

1 error

"]]
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_finding() {
        let text = format!("{}[x](/b/){}", "a".repeat(400), "z".repeat(400));
        let shown = render(&[finding(&text, "/b/")], Format::Human);
        let lines: Vec<&str> = shown.lines().collect();
        let caret = lines[4].find('^').unwrap();
        let under: String = lines[3].chars().skip(caret).take(3).collect();
        assert_eq!(under, "/b/");
        assert!(lines[3].chars().count() < 130);
    }

    #[test]
    fn other_formats_are_one_line_each() {
        let finding = finding("100 % [x](/b/)", "/b/");
        assert_eq!(
            render(std::slice::from_ref(&finding), Format::Short),
            "docs/a.md:1:11: error[dead-link]: no page has the route `/b/`\n"
        );
        let github = render(&[finding], Format::Github);
        assert_eq!(github.lines().count(), 1);
        assert!(github.starts_with("::error file=docs/a.md,line=1,col=11,title=dead-link::"));
        assert!(github.contains("%0Ahelp: "));
    }
}

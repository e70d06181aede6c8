//! The pages that list every lint: docs/community/lints.md and lint-warnings.md, made of the comments at the top of the
//! lints' files.

use std::fmt::Write;

use crate::diag::{Explanation, Lint, Severity};
use crate::lint::{self, Rule};

/// A page of the list.
#[derive(Debug)]
pub struct Listing {
    /// Where the page is.
    pub route: &'static str,
    /// The page's head and first words; the rest is made of the comments.
    head: &'static str,
    parts: &'static [Part],
}

/// Lints of one severity.
#[derive(Debug)]
struct Part {
    severity: Severity,
    title: &'static str,
    /// What the severity means for an author.
    meaning: &'static str,
}

/// Errors stand alone: with all lints on it, the page would be the heaviest of the manual.
pub const LISTINGS: [Listing; 2] = [
    Listing {
        route: "/community/lints/",
        head: r#"+++
title = "Errors that the checker finds"
description = "Every rule whose breach keeps the site from being built: what it finds, why it matters to readers, a bad text and a good one."
also = ["lint reference", "list of lints", "what does this error mean", "cargo site check", "error in my page", "rules for authors", "why is my page refused", "build refused"]
status = "drafted"
+++

The checker reads every page and holds it against rules. Each finding names its rule between brackets: `error[dead-link]`. The same text is in your terminal: `cargo site check --explain dead-link`.

This page has the rules that no page may break. [Warnings and notes of the checker](/community/lint-warnings/) has the others.

A rule is described in the file that carries it, below `src/lint`. Both pages are made of those descriptions. To change one, change it there, then run `SNAPSHOTS=overwrite cargo test --lib lint_reference`.
"#,
        parts: &[Part {
            severity: Severity::Error,
            title: "Errors",
            meaning: "The site is not built while one is left.",
        }],
    },
    Listing {
        route: "/community/lint-warnings/",
        head: r#"+++
title = "Warnings and notes of the checker"
description = "Every rule of the checker that improves a page and keeps no site from being built: what it finds, why, a bad text and a good one."
also = ["lint warnings", "warning in my page", "style checker", "what does this warning mean", "cargo site check notes", "make my page better", "style rules for authors", "checker notes"]
status = "drafted"
+++

The checker warns of what readers could have better. Each finding names its rule between brackets: `warning[long-paragraph]`. The same text is in your terminal: `cargo site check --explain long-paragraph`.

[Errors that the checker finds](/community/lints/) has the rules that no page may break, and tells how to change the text of a rule.
"#,
        parts: &[
            Part {
                severity: Severity::Warning,
                title: "Warnings",
                meaning: "The site is built, and readers could have it better.",
            },
            Part {
                severity: Severity::Note,
                title: "Notes",
                meaning: "`cargo site check` counts them, and `cargo site check --notes` shows them.",
            },
        ],
    },
];

impl Listing {
    /// Returns the page's file below `docs`.
    #[must_use]
    pub fn source(&self) -> String {
        format!("{}.md", self.route.trim_matches('/'))
    }

    /// Returns the whole page as Markdown.
    #[must_use]
    pub fn page(&self) -> String {
        let mut out = self.head.to_owned();
        for Part { severity, title, meaning } in self.parts {
            let _ = write!(out, "\n## {title}\n\n{meaning}\n");
            for rule in lint::ALL.iter().filter(|rule| rule.lint.severity == *severity) {
                push_rule(&mut out, rule);
            }
        }
        out.push_str("\n## Related\n\n- [Improve this manual](/community/contribute/)\n");
        out
    }
}

fn push_rule(out: &mut String, rule: &Rule) {
    let Ok(explanation) = rule.explanation() else { return };
    let Explanation { what, why, bad, good } = &explanation;
    let name = rule.lint.name;
    let _ = write!(out, "\n### {name}\n\n{} {}\n", shown(what), shown(&sentence(why)));
    for (title, sample) in [("Bad", bad), ("Good", good)] {
        let _ = write!(out, "\n**{title}:**\n\n```{}\n{}\n```\n", sample.language, shown(&sample.text));
    }
}

/// Begins with a capital.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Keeps the braces of the dialect from being read as terms.
fn shown(text: &str) -> String {
    text.replace("{{", r"\{{")
}

/// Returns a lint's page for a terminal; `None` when no lint has the name.
#[must_use]
pub fn for_terminal(name: &str) -> Option<String> {
    let rule = lint::ALL.iter().find(|rule| rule.lint.name == name)?;
    let Explanation { what, why, bad, good } = rule.explanation().ok()?;
    let Lint { severity, .. } = rule.lint;
    let indented =
        |text: &str| text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect::<String>();
    let mut out = format!("{}[{name}]\n\n{what}\n{}\n", severity.word(), sentence(&why));
    let _ = write!(out, "\nBad:\n\n{}\nGood:\n\n{}", indented(&bad.text), indented(&good.text));
    Some(out)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::route::Route;

    #[test]
    fn every_lint_is_explained_in_four_parts() {
        let problems: Vec<String> = lint::ALL
            .iter()
            .filter_map(|rule| Some(format!("{} lacks {}", rule.lint.name, rule.explanation().err()?)))
            .collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn the_pages_of_the_lint_reference_are_what_the_lints_say() {
        for listing in &LISTINGS {
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(listing.source());
            let expected = snapbox::Data::read_from(&file, None).raw();
            snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV).eq(listing.page(), expected);
            assert_eq!(Route::of_source(&listing.source()).unwrap().as_str(), listing.route);
        }
    }

    #[test]
    fn every_lint_stands_on_one_of_the_pages() {
        let pages: String = LISTINGS.iter().map(Listing::page).collect();
        for rule in &lint::ALL {
            assert_eq!(pages.matches(&format!("\n### {}\n", rule.lint.name)).count(), 1, "{}", rule.lint.name);
        }
    }

    #[test]
    fn the_terminal_shows_the_samples_as_they_are_typed() {
        let text = for_terminal("unknown-term").unwrap();
        assert!(text.starts_with("error[unknown-term]\n\n"), "{text}");
        assert!(text.contains("\n    Install {{the-product}} on a server.\n"), "{text}");
        assert_eq!(for_terminal("no-such-lint"), None);
    }
}

//! The page that lists every lint: docs/community/lints.md, made of the comments at the top of the lints' files.

use std::fmt::Write;

use crate::diag::{Explanation, Lint, Severity};
use crate::lint::{self, Rule};

/// Where the page is.
pub const ROUTE: &str = "/community/lints/";

/// The page's head and first words; the rest is made of the comments.
const HEAD: &str = r#"+++
title = "What the checker finds"
description = "Every rule that cargo site check holds a page against: what it finds, why it matters to readers, a bad text and a good one."
also = ["lint reference", "list of lints", "what does this error mean", "cargo site check", "error in my page", "warning in my page", "rules for authors", "why is my page refused", "style checker"]
status = "drafted"
+++

The checker reads every page and holds it against the rules below. Each finding names its rule between brackets: `error[dead-link]`. The same text is in your terminal: `cargo site check --explain dead-link`.

A rule is described in the file that carries it, below `src/lint`. This page is made of those descriptions. To change it, change them, then run `SNAPSHOTS=overwrite cargo test --lib lint_reference`.
"#;

/// A severity with the title of its part of the page, and what it means for an author.
const PARTS: [(Severity, &str, &str); 3] = [
    (Severity::Error, "Errors", "The site is not built while one is left."),
    (Severity::Warning, "Warnings", "The site is built, and readers could have it better."),
    (Severity::Note, "Notes", "`cargo site check` counts them, and `cargo site check --notes` shows them."),
];

/// Returns the whole page as Markdown.
#[must_use]
pub fn page() -> String {
    let mut out = HEAD.to_owned();
    for (severity, title, meaning) in PARTS {
        let rules: Vec<&Rule> = lint::ALL.iter().filter(|rule| rule.lint.severity == severity).collect();
        if rules.is_empty() {
            continue;
        }
        let _ = write!(out, "\n## {title}\n\n{meaning}\n");
        for rule in rules {
            push_rule(&mut out, rule);
        }
    }
    out.push_str("\n## Related\n\n- [Improve this manual](/community/contribute/)\n");
    out
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
    fn the_page_of_the_lint_reference_is_what_the_lints_say() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/community/lints.md");
        let expected = snapbox::Data::read_from(&file, None).raw();
        snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV).eq(page(), expected);
        assert_eq!(Route::of_source("community/lints.md").unwrap().as_str(), ROUTE);
    }

    #[test]
    fn the_terminal_shows_the_samples_as_they_are_typed() {
        let text = for_terminal("unknown-term").unwrap();
        assert!(text.starts_with("error[unknown-term]\n\n"), "{text}");
        assert!(text.contains("\n    Install {{the-product}} on a server.\n"), "{text}");
        assert_eq!(for_terminal("no-such-lint"), None);
    }
}

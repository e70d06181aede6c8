//! What does a lint want, and why? Read from the comment at the top of its file.

/// The manual page of a lint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What is found.
    pub what: String,
    /// What readers would suffer, without `Why:` before it.
    pub why: String,
    /// A text that is found.
    pub bad: Sample,
    /// The same text as it should be.
    pub good: Sample,
}

/// A piece of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// What kind of file: `md`, `toml`, `text`.
    pub language: String,
    /// Its lines.
    pub text: String,
}

impl Explanation {
    /// Reads the `//!` comment of a lint's file: its name as a heading, what it finds, `Why:`, `Bad:` and `Good:`.
    ///
    /// # Errors
    ///
    /// Returns the part that is missing.
    pub fn parse(source: &str, name: &str) -> Result<Self, &'static str> {
        let comment: Vec<&str> = source.lines().map_while(|line| line.strip_prefix("//!")).collect();
        let comment: Vec<&str> = comment.into_iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        let comment = comment.join("\n");
        let rest = comment.strip_prefix(&format!("# {name}\n\n")).ok_or("# and the name of the lint")?;
        let (what, rest) = rest.split_once("\n\nWhy: ").ok_or("Why:")?;
        let (why, rest) = rest.split_once("\n\nBad:\n\n").ok_or("Bad:")?;
        let (bad, good) = rest.split_once("\n\nGood:\n\n").ok_or("Good:")?;
        Ok(Self {
            what: what.replace('\n', " "),
            why: why.replace('\n', " "),
            bad: Sample::parse(bad).ok_or("a code block below Bad:")?,
            good: Sample::parse(good).ok_or("a code block below Good:")?,
        })
    }
}

impl Sample {
    fn parse(block: &str) -> Option<Self> {
        let (language, rest) = block.trim().strip_prefix("```")?.split_once('\n')?;
        let text = rest.strip_suffix("```")?.trim_end_matches('\n');
        let is_one = !text.lines().any(|line| line.starts_with("```"));
        (is_one && !language.is_empty()).then(|| Self { language: language.to_owned(), text: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "//! # dead-link\n//!\n//! A link names\n//! no page.\n//!\n//! Why: readers would be lost.\n//!\n//! Bad:\n//!\n//! ```md\n//! [x](/y/)\n//!\n//!     z\n//! ```\n//!\n//! Good:\n//!\n//! ```md\n//! [x](/x/)\n//! ```\n\nuse std::fmt;\n";

    #[test]
    fn the_comment_of_a_lint_has_four_parts() {
        let read = Explanation::parse(SOURCE, "dead-link").unwrap();
        assert_eq!(read.what, "A link names no page.");
        assert_eq!(read.why, "readers would be lost.");
        assert_eq!(read.bad, Sample { language: "md".into(), text: "[x](/y/)\n\n    z".into() });
        assert_eq!(read.good.text, "[x](/x/)");
    }

    #[test]
    fn a_part_that_is_missing_is_named() {
        let without = |part: &str| Explanation::parse(&SOURCE.replace(part, ""), "dead-link");
        assert_eq!(without("# dead-link"), Err("# and the name of the lint"));
        assert_eq!(without("Why: "), Err("Why:"));
        assert_eq!(without("Good:"), Err("Good:"));
        assert_eq!(without("```md"), Err("a code block below Bad:"));
    }
}

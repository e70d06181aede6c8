//! Words that Markdown could take for its own signs.

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a paragraph.
    Paragraph,
    /// In a heading, whose last `#` would be dropped.
    Heading,
    /// In a cell of a table, which ends at `|`.
    Cell,
}

/// Adds `text` to `out` so that a Markdown reader gives it back; `out` holds what stands before it in its block.
pub(super) fn push_text(out: &mut String, text: &str, place: Place) {
    let is_line_start = out.is_empty() || out.ends_with('\n');
    let text = if is_line_start { text.trim_start() } else { text };
    let opening = if is_line_start { line_opening(text) } else { None };
    let chars: Vec<char> = text.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        let before = if i == 0 { None } else { chars.get(i - 1).copied() };
        let after = chars.get(i + 1).copied();
        let behind_bracket = i == 0 && out.ends_with(']');
        if opening == Some(i) || needs_escape(c, before, after, place) || (behind_bracket && matches!(c, ':' | '(')) {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Returns the character that would make a block of this line: a heading, quotation, list or rule.
fn line_opening(text: &str) -> Option<usize> {
    match text.chars().next()? {
        '#' | '>' | '+' | '-' | '=' | ':' | '|' => Some(0),
        '0'..='9' => {
            let digits = text.chars().take_while(char::is_ascii_digit).count();
            text[digits..].starts_with(['.', ')']).then_some(digits)
        }
        _ => None,
    }
}

fn needs_escape(c: char, before: Option<char>, after: Option<char>, place: Place) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
        // Inside a word an underscore is one: `use_rewrites`.
        '_' => !(is_word(before) && is_word(after)),
        '&' => after.is_none_or(|c| c == '#' || c.is_alphanumeric()),
        // Before a link it would make a picture of it.
        '!' => after.is_none(),
        '#' => place == Place::Heading,
        '|' => place == Place::Cell,
        _ => false,
    }
}

/// Returns code between as many backticks as it needs.
pub(super) fn code(text: &str, place: Place) -> String {
    let text = text.replace('\n', " ");
    let text = if place == Place::Cell { text.replace('|', "\\|") } else { text };
    let fence = "`".repeat(longest_run(&text, '`') + 1);
    let is_blank = text.trim().is_empty();
    let needs_room = text.starts_with('`') || text.ends_with('`') || (text.starts_with(' ') && text.ends_with(' '));
    let room = if needs_room && !is_blank { " " } else { "" };
    format!("{fence}{room}{text}{room}{fence}")
}

/// Returns how often a character stands in a row at most.
pub(super) fn longest_run(text: &str, wanted: char) -> usize {
    text.split(|c| c != wanted).map(str::len).max().unwrap_or(0)
}

/// Returns an address that ends where it should inside `(…)`.
pub(super) fn address(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '|' => out.push_str("%7C"),
            '*' => out.push_str("%2A"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, place: Place, expected: &str) {
        let mut out = String::new();
        push_text(&mut out, text, place);
        assert_eq!(out, expected);
    }

    #[test]
    fn only_what_could_be_a_sign_is_escaped() {
        check("a_b and _c_", Place::Paragraph, r"a_b and \_c\_");
        check("R&D, &amp; 5 < 6", Place::Paragraph, r"R\&D, \&amp; 5 \< 6");
        check("Stores > Settings - all", Place::Paragraph, "Stores > Settings - all");
        check("C# and | here", Place::Heading, r"C\# and | here");
        check("C# and | here", Place::Cell, r"C# and \| here");
    }

    #[test]
    fn a_line_does_not_become_a_block() {
        check("# no heading", Place::Paragraph, r"\# no heading");
        check("2026. No step", Place::Paragraph, r"2026\. No step");
        check("1) no step", Place::Paragraph, r"1\) no step");
        check("- no bullet", Place::Paragraph, r"\- no bullet");
        check("2.4.9 is out", Place::Paragraph, r"2\.4.9 is out");
    }

    #[test]
    fn code_has_more_backticks_around_than_inside() {
        assert_eq!(code("a`b", Place::Paragraph), "``a`b``");
        assert_eq!(code("`", Place::Paragraph), "`` ` ``");
        assert_eq!(code("a|b", Place::Cell), "`a\\|b`");
    }
}

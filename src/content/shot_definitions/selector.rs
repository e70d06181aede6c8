//! Where is an element? CSS, and the few things beyond it that screens of a shop need.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A way to an element: CSS with `:has-text("…")`, `:text-is("…")` and `:visible`, and `>>` before what is looked for
/// inside of what was found.
///
/// `>> nth=0` keeps one of several (negative: from the end), `>> visible=true` those that can be seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Selector(Vec<SelectorPart>);

/// What stands between two `>>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SelectorPart {
    /// Elements below those found so far.
    Css(String),
    /// One of those found so far.
    Nth(i32),
    /// Those that can be seen.
    Visible,
}

impl Selector {
    /// Reads a selector.
    ///
    /// # Errors
    ///
    /// Returns what is wrong, as the end of a sentence that begins with the selector.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let parts = split(text)?;
        let read = |part: &&str| match part.split_once('=') {
            Some(("nth", number)) => number.parse().map(SelectorPart::Nth).map_err(|_| "has no number behind `nth=`"),
            Some(("visible", "true")) => Ok(SelectorPart::Visible),
            _ if part.is_empty() => Err("has nothing beside a `>>`"),
            _ => Ok(SelectorPart::Css((*part).to_owned())),
        };
        let parts = parts.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        match parts.first() {
            Some(SelectorPart::Css(_)) => Ok(Self(parts)),
            _ => Err("does not begin with CSS"),
        }
    }
}

/// Passes over a character.
fn skip(chars: &mut std::str::CharIndices) {
    let _ = chars.next();
}

/// Cuts at every `>>` outside of quotes and brackets, and refuses what is not closed.
fn split(text: &str) -> Result<Vec<&str>, &'static str> {
    let (mut parts, mut start, mut open, mut quote) = (Vec::new(), 0, Vec::new(), None);
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match (quote, c) {
            (_, '\\') => skip(&mut chars),
            (Some(mark), _) => quote = Some(mark).filter(|mark| *mark != c),
            (None, '"' | '\'') => quote = Some(c),
            (None, '(') => open.push(')'),
            (None, '[') => open.push(']'),
            (None, ')' | ']') if open.pop() != Some(c) => return Err("closes a bracket that is not open"),
            (None, '>') if open.is_empty() && text[at..].starts_with(">>") => {
                parts.push(text[start..at].trim());
                start = at + 2;
                skip(&mut chars);
            }
            _ => {}
        }
    }
    match (quote, open.is_empty()) {
        (Some(_), _) => Err("has a quote that is not closed"),
        (None, false) => Err("has a bracket that is not closed"),
        (None, true) => {
            parts.push(text[start..].trim());
            Ok(parts)
        }
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, part) in self.0.iter().enumerate() {
            let arrow = if i == 0 { "" } else { " >> " };
            match part {
                SelectorPart::Css(css) => write!(f, "{arrow}{css}")?,
                SelectorPart::Nth(n) => write!(f, "{arrow}nth={n}")?,
                SelectorPart::Visible => write!(f, "{arrow}visible=true")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refuses(text: &str, why: &str) {
        assert_eq!(Selector::parse(text), Err(why));
    }

    #[test]
    fn parts_are_cut_outside_of_quotes_only() {
        let text = r#"tr:has-text("a >> b") >> nth=-1 >> visible=true >> input[type=checkbox]"#;
        let selector = Selector::parse(text).unwrap();
        let css = |text: &str| SelectorPart::Css(text.to_owned());
        let parts = [
            css(r#"tr:has-text("a >> b")"#),
            SelectorPart::Nth(-1),
            SelectorPart::Visible,
            css("input[type=checkbox]"),
        ];
        assert_eq!(selector, Selector(parts.to_vec()));
        assert_eq!(selector.to_string(), text);
    }

    #[test]
    fn what_a_browser_would_refuse_is_refused_at_once() {
        refuses("", "has nothing beside a `>>`");
        refuses("tr >>", "has nothing beside a `>>`");
        refuses("nth=0", "does not begin with CSS");
        refuses("tr >> nth=first", "has no number behind `nth=`");
        refuses("tr:has(td", "has a bracket that is not closed");
        refuses("tr[name='x]", "has a quote that is not closed");
        refuses("tr)", "closes a bracket that is not open");
    }
}

//! `{{term}}` and `{{open-source: …; mage-os: …}}`.

use std::ops::Range;

use super::{Context, UNCLOSED_WORDING, UNKNOWN_EDITION, UNKNOWN_TERM};
use crate::content::terms::Terms;
use crate::content::wording::{Part, Wording};
use crate::diag::{Checked, Diagnostic, SourceFile, nearest};
use crate::edition::{Edition, PerEdition};
use std::sync::Arc;

/// A piece of text between or at braces.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// Plain text.
    Text(&'t str),
    /// `{{name}}`, with the name.
    Term(&'t str),
    /// `{{mage-os:`, with what stands before the colon.
    Open(&'t str),
    /// `; mage-os:` inside an alternative.
    Next(Edition),
    /// `}}` inside an alternative.
    Close,
    /// `\\{{` in code: braces that are shown.
    Literal,
    /// `{{` that nothing closes.
    Unclosed,
}

/// Splits text into tokens; `inside` tells whether an alternative is open, and is kept from call to call.
///
/// The second part of an entry is the token's first byte in `text`.
pub(super) fn tokens<'t>(text: &'t str, place: Place, inside: &mut bool) -> Vec<(Token<'t>, usize)> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let found = if *inside { find_inside(rest) } else { find_outside(rest, place) };
        let Some((before, token, len)) = found else {
            out.push((Token::Text(rest), at));
            break;
        };
        if before > 0 {
            out.push((Token::Text(&rest[..before]), at));
        }
        match token {
            Token::Open(_) => *inside = true,
            Token::Close => *inside = false,
            _ => {}
        }
        out.push((token, at + before));
        at += before + len;
    }
    out
}

/// Finds the next `{{` that means something; returns its place, the token and the token's length.
fn find_outside(text: &str, place: Place) -> Option<(usize, Token<'_>, usize)> {
    text.match_indices("{{").find_map(|(start, _)| {
        if place == Place::Code && text[..start].ends_with('\\') {
            return Some((start - 1, Token::Literal, 3));
        }
        let (token, len) = brace_token(&text[start..]);
        let foreign = match token {
            Token::Open(name) => Edition::parse(name).is_none(),
            _ => token == Token::Unclosed,
        };
        (place == Place::Prose || !foreign).then_some((start, token, len))
    })
}

/// Reads the token at the start of `text`, which begins with `{{`.
fn brace_token(text: &str) -> (Token<'_>, usize) {
    let body = &text[2..];
    let name_len = body.find(|c: char| !(c.is_ascii_alphanumeric() || "-_ ".contains(c))).unwrap_or(body.len());
    let (name, rest) = body.split_at(name_len);
    if rest.starts_with("}}") {
        return (Token::Term(name.trim()), name_len + 4);
    }
    match rest.strip_prefix(':') {
        Some(value) => (Token::Open(name.trim()), name_len + 3 + usize::from(value.starts_with(' '))),
        None => (Token::Unclosed, 2),
    }
}

/// Finds the next `}}` or `; edition:`, or a term inside the alternative.
fn find_inside(text: &str) -> Option<(usize, Token<'_>, usize)> {
    for (at, c) in text.char_indices() {
        if text[at..].starts_with("{{")
            && let (token @ Token::Term(_), len) = brace_token(&text[at..])
        {
            return Some((at, token, len));
        }
        if text[at..].starts_with("}}") {
            return Some((at, Token::Close, 2));
        }
        if c == ';'
            && let Some((edition, len)) = next_side(&text[at..])
        {
            return Some((at, Token::Next(edition), len));
        }
    }
    None
}

fn next_side(text: &str) -> Option<(Edition, usize)> {
    let name = text[1..].trim_start();
    let edition = Edition::ALL.into_iter().find(|edition| name.starts_with(edition.id()))?;
    let after = name[edition.id().len()..].strip_prefix(':')?;
    let after = after.strip_prefix(' ').unwrap_or(after);
    Some((edition, text.len() - after.len()))
}

/// Returns where the token at byte `at` of `text` stands in the file, although the reader may have changed
/// quotation marks and entities on the way: the n-th brace is the n-th brace.
pub(super) fn locate(source: &str, range: &Range<usize>, text: &str, at: usize, len: usize) -> Range<usize> {
    let raw = &source[range.clone()];
    if raw.len() == text.len() {
        return range.start + at..range.start + (at + len).min(raw.len());
    }
    let nth = text[..at].matches("{{").count();
    let start = raw.match_indices("{{").nth(nth).map_or(0, |(start, _)| start);
    range.start + start..range.start + (start + len).min(raw.len())
}

/// Where braces are read, which decides what an unknown name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Prose: an unknown name is a mistake.
    Prose,
    /// Code: the products use braces themselves (`{{base_url}}`), so an unknown name stays as it is unless it is
    /// a slip of a known one.
    Code,
}

impl Context<'_> {
    /// Looks a term up and reports an unknown one; `None` means that the text stays as it is.
    pub(super) fn term(&mut self, name: &str, place: Place, range: Range<usize>) -> Option<PerEdition<String>> {
        if let Some(values) = self.terms.get(name) {
            return Some(values.clone());
        }
        let near = nearest(name, self.terms.names());
        if place == Place::Prose || near.is_some() {
            let help = match near {
                Some(near) => format!("a term with a similar name exists: `{near}`"),
                None => "add it to docs/terms.toml, or write it as code if the braces are meant".to_owned(),
            };
            self.report(
                Diagnostic::at(&UNKNOWN_TERM, self.file, range, format!("no term has the name `{name}`")).help(help),
            );
        }
        None
    }

    /// Reads the edition of an alternative and reports an unknown one.
    pub(super) fn side(&mut self, name: &str, range: Range<usize>) -> Option<Edition> {
        let edition = Edition::parse(name);
        if edition.is_none() {
            let found = Diagnostic::at(&UNKNOWN_EDITION, self.file, range, format!("`{name}` is not an edition"));
            self.report(found.help("the editions are `open-source` and `mage-os`"));
        }
        edition
    }

    /// Reports `{{` without an end.
    pub(super) fn unclosed(&mut self, range: Range<usize>) {
        let found = Diagnostic::at(&UNCLOSED_WORDING, self.file, range, "`{{` is not closed in this piece of text");
        self.report(found.help("write `{{term}}` or `{{open-source: …; mage-os: …}}`"));
    }

    /// Reads text without markup: code, alt text, titles.
    pub(super) fn wording(&mut self, text: &str, range: &Range<usize>, place: Place) -> Wording {
        let mut parts = Vec::new();
        let mut inside = false;
        let mut open: Option<(Edition, PerEdition<String>, Range<usize>)> = None;
        for (token, at) in tokens(text, place, &mut inside) {
            let here = |len| locate(&self.file.text, range, text, at, len);
            match (token, &mut open) {
                (Token::Text(piece), Some((edition, sides, _))) => sides.get_mut(*edition).push_str(piece),
                (Token::Text(piece), None) => parts.push(Part::Same(piece.to_owned())),
                (Token::Next(edition), Some((now, ..))) => *now = edition,
                (Token::Close, open) => parts.extend(open.take().map(|(_, sides, _)| Part::Either(sides))),
                (Token::Literal, _) => parts.push(Part::Same("{{".to_owned())),
                (Token::Term(name), open) => {
                    let values = self.term(name, place, here(name.len() + 4));
                    match (values, open) {
                        (Some(values), Some((edition, sides, _))) => {
                            sides.get_mut(*edition).push_str(values.get(*edition));
                        }
                        (Some(values), None) => parts.push(Part::Term { key: name.to_owned(), values }),
                        (None, _) => parts.push(Part::Same(format!("{{{{{name}}}}}"))),
                    }
                }
                (Token::Open(name), _) => {
                    let span = here(name.len() + 2);
                    let edition = self.side(name, span.clone()).unwrap_or_default();
                    open = Some((edition, PerEdition::default(), span));
                }
                (Token::Unclosed, _) => {
                    let span = here(2);
                    self.unclosed(span);
                }
                (Token::Next(_), None) => {}
            }
        }
        if let Some((_, _, span)) = open {
            self.unclosed(span);
        }
        trim_sides(&mut parts);
        Wording(parts)
    }
}

/// Drops the space before `;` and `}}`, which authors write for themselves.
fn trim_sides(parts: &mut [Part]) {
    for part in parts {
        if let Part::Either(sides) = part {
            for edition in Edition::ALL {
                let side = sides.get_mut(edition);
                side.truncate(side.trim_end().len());
            }
        }
    }
}

/// Reads a wording outside a page's text: a title in front matter or in a guide's file.
#[must_use]
pub fn parse_wording(file: &Arc<SourceFile>, text: &str, range: &Range<usize>, terms: &Terms) -> Checked<Wording> {
    let mut context = Context { file, terms, diagnostics: Vec::new() };
    let value = context.wording(text, range, Place::Prose);
    Checked { value, diagnostics: context.diagnostics }
}

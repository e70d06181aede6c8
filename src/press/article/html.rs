//! A writer of HTML that escapes what it is given and closes what it opened.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::collected::Collected;

/// HTML under construction.
#[derive(Debug, Default)]
pub struct Html {
    out: String,
    open: Vec<&'static str>,
    /// Whether words with a hyphen may break.
    has_loose_words: bool,
    /// The page that is being written in a document of many; `None` in a document of its own.
    collected: Option<Collected>,
}

/// Words that browsers would break at their hyphen. A hyphen that does not break would be another character for whoever
/// copies or searches it.
const UNBROKEN: [&str; 3] = ["Mage-OS", "e-mail", "E-mail"];

/// Elements with nothing but text in them: the title of a document, the words of a drawing, and code.
const TEXT_ONLY: [&str; 6] = ["title", "text", "tspan", "desc", "code", "script"];

/// Escapes text for element content and for attribute values between double quotes.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

/// Finds the first word that must not break.
fn first_unbroken(text: &str) -> Option<(usize, &'static str)> {
    UNBROKEN.into_iter().filter_map(|word| Some((text.find(word)?, word))).min()
}

impl Html {
    /// Begins markup in which words may break: a flex container would take each that is kept whole for a box of its own.
    #[must_use]
    pub(in crate::press) fn with_loose_words() -> Self {
        Self { has_loose_words: true, ..Self::default() }
    }

    /// Begins the text of a page in a document of many.
    #[must_use]
    pub(in crate::press) fn collected(page: Collected) -> Self {
        Self { collected: Some(page), ..Self::default() }
    }

    /// Returns by how much the levels of headings rise below the titles of a document of many pages.
    #[must_use]
    pub(super) fn titles_above(&self) -> u8 {
        self.collected.as_ref().map_or(0, Collected::titles)
    }

    /// Tells whether the page stands among others, in a document without the app: what only that could answer is left out.
    #[must_use]
    pub(super) fn is_collected(&self) -> bool {
        self.collected.is_some()
    }

    /// Opens an element; attributes are name and value, in order.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.tag(name, attributes);
        self.open.push(name);
        self
    }

    /// Writes an element that has no content and no end.
    pub fn void(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.tag(name, attributes);
        self
    }

    /// Writes text; a word that must not break stays on one line, where markup may say so.
    pub fn text(&mut self, text: &str) -> &mut Self {
        let takes_markup = !self.has_loose_words && self.open.last().is_none_or(|name| !TEXT_ONLY.contains(name));
        let mut rest = text;
        while let Some((at, word)) = first_unbroken(rest).filter(|_| takes_markup) {
            push_escaped(&mut self.out, &rest[..at]);
            let _ = write!(self.out, "<span class=\"unbroken\">{word}</span>");
            rest = &rest[at + word.len()..];
        }
        push_escaped(&mut self.out, rest);
        self
    }

    /// Closes the element that was opened last.
    pub fn close(&mut self) -> &mut Self {
        if let Some(name) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
        self
    }

    /// Writes an element with text in it.
    pub fn element(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) -> &mut Self {
        self.open(name, attributes).text(text).close()
    }

    /// Tells whether an element with this id was written.
    #[must_use]
    pub fn has_id(&self, id: &str) -> bool {
        let id = self.collected.as_ref().map_or(Cow::Borrowed(id), |page| page.id(id).into());
        self.out.contains(&format!(" id=\"{}\"", escape(&id)))
    }

    /// Closes what is still open and returns the HTML.
    #[must_use]
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            let written = match &self.collected {
                Some(page) => page.attribute(key, value),
                None => Some((Cow::Borrowed(*value), None)),
            };
            let Some((value, reference)) = written else { continue };
            self.attribute(key, &value);
            if let Some(reference) = reference {
                self.attribute(reference.key, &reference.value);
            }
        }
        self.out.push('>');
    }

    fn attribute(&mut self, key: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(key);
        if !value.is_empty() {
            self.out.push_str("=\"");
            push_escaped(&mut self.out, value);
            self.out.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_a_hyphen_stay_on_one_line_where_markup_is_allowed() {
        let mut html = Html::default();
        html.text("To Mage-OS & an e-mail <b>").element("title", &[], "Mage-OS");
        let expected = "To <span class=\"unbroken\">Mage-OS</span> &amp; an <span class=\"unbroken\">e-mail</span> &lt;b&gt;\
                        <title>Mage-OS</title>";
        assert_eq!(html.finish(), expected);
    }
}

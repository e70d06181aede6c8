//! The running text of a section, read from a page's own markup: what excerpts are cut from.
//!
//! The packs hold every page as markup for navigation; a second copy of the manual for excerpts would weigh as much again.

use crate::edition::Edition;

/// Elements without an end tag.
const VOID: [&str; 7] = ["br", "hr", "img", "input", "link", "meta", "source"];
/// Elements whose words are no running text; heads of tables say nothing without their columns.
const SILENT: [&str; 4] = ["button", "figure", "svg", "thead"];
/// How the tags end whose elements only name what follows: the language of a code block, the edition of a passage, the kind
/// of an alert.
const LABELS: [&str; 3] = ["\"code__bar\"", "\"edition-passage__label\"", "\"alert__title\""];
/// Stands between the cells of a row, and behind items and code, which are no sentences.
const BETWEEN: char = '·';

/// Returns the text between a heading and the next one as one edition reads it.
///
/// An empty `anchor` asks for the opening of the page: the sentence below its title, then what stands above the first
/// heading. `None` when the page has no such heading.
#[must_use]
pub fn section_text(html: &str, anchor: &str, edition: Edition) -> Option<String> {
    let start = if anchor.is_empty() {
        html.find("page-header__lead").or_else(|| html.find("home__lead"))?
    } else {
        // The contents link to the heading; only the heading has the id.
        html.find(&format!(" id=\"{anchor}\""))?
    };
    let mut rest = &html[start..];
    if !anchor.is_empty() {
        rest = &rest[rest.find("</h")?..];
    }
    rest = &rest[rest.find('>')? + 1..];
    Some(Reader::new(edition).read(rest, anchor.is_empty()))
}

/// Walks over tags and keeps the text of those that the edition sees.
struct Reader {
    hidden: String,
    depth: usize,
    /// The depth of the element that is being left out.
    skipped: Option<usize>,
    text: String,
}

impl Reader {
    fn new(edition: Edition) -> Self {
        Self { hidden: format!("data-only=\"{}\"", edition.other().id()), depth: 0, skipped: None, text: String::new() }
    }

    fn read(mut self, html: &str, is_opening: bool) -> String {
        let mut rest = html;
        // Between the sentence below the title and the article stands the frame: status, buttons, contents.
        if is_opening {
            let end = rest.find("</p>").unwrap_or(rest.len());
            self.push_until_heading(&rest[..end]);
            rest = rest.find("<article").map_or("", |at| &rest[at..]);
            rest = rest.find('>').map_or("", |at| &rest[at + 1..]);
            self.text.push(' ');
        }
        self.depth = 1;
        self.skipped = None;
        self.push_until_heading(rest);
        let words: Vec<&str> = self.text.trim_end_matches([' ', BETWEEN]).split_whitespace().collect();
        unescape(&words.join(" "))
    }

    fn push_until_heading(&mut self, html: &str) {
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            self.push(&rest[..start]);
            let Some(end) = rest[start..].find('>') else { return };
            let tag = &rest[start + 1..start + end];
            rest = &rest[start + end + 1..];
            let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
            if is_heading(name) && !tag.starts_with('/') || name == "article" {
                return;
            }
            self.pass(tag, name);
        }
        self.push(rest);
    }

    fn pass(&mut self, tag: &str, name: &str) {
        if tag.starts_with('/') {
            self.depth = self.depth.saturating_sub(1);
            if self.skipped.is_some_and(|depth| self.depth < depth) {
                self.skipped = None;
            }
            self.part(name);
        } else if name == "br" {
            self.push(" ");
        } else if !VOID.contains(&name) && !tag.ends_with('/') {
            self.depth += 1;
            let is_label = LABELS.iter().any(|end| tag.ends_with(end));
            let is_silent = is_label || tag.contains(&self.hidden) || SILENT.contains(&name);
            if self.skipped.is_none() && is_silent {
                self.skipped = Some(self.depth);
            }
        }
    }

    /// Parts one element's words from the next one's, as far as no stop does.
    fn part(&mut self, name: &str) {
        let end = self.text.trim_end();
        let is_open = !end.ends_with(['.', '?', '!', ':', BETWEEN]) && !end.is_empty();
        match name {
            "dt" if is_open => self.push(": "),
            "li" | "dd" | "td" | "th" | "pre" if is_open => self.push(" · "),
            "p" | "li" | "dd" | "td" | "th" | "pre" | "div" => self.push(" "),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.skipped.is_none() {
            self.text.push_str(text);
        }
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h', b'2'..=b'6'])
}

/// What the press and the renderer escape, and how.
const ESCAPED: [(&str, char); 5] = [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("#39;", '\'')];

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split('&');
    out.extend(parts.next());
    for part in parts {
        let known = ESCAPED.iter().find_map(|(name, c)| Some((*c, part.strip_prefix(*name)?)));
        let (c, rest) = known.unwrap_or(('&', part));
        out.push(c);
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<p class=\"page-header__lead\">Lead &amp; more.</p><nav><a href=\"#b\">B</a></nav>\
        <article class=\"article\"><p>One.</p><h2 id=\"b\">B <a href=\"#b\">#</a></h2>\
        <p>Two <span data-only=\"mage-os\">x <b>y</b></span><span data-only=\"open-source\">z</span><br>end.</p>\
        <div data-only=\"mage-os\"><span class=\"edition-passage__label\">Mage-OS</span><p>Only</p></div><figure><p>no</p></figure><p class=\"alert__title\">Warning</p><p>Last.</p><h3 id=\"c\">C</h3><p>Three.</p></article><p>no</p>";

    #[track_caller]
    fn check(anchor: &str, edition: Edition, expected: Option<&str>) {
        assert_eq!(section_text(PAGE, anchor, edition).as_deref(), expected);
    }

    #[test]
    fn a_section_ends_at_the_next_heading_and_at_the_end_of_the_article() {
        check("b", Edition::OpenSource, Some("Two z end. Last."));
        check("c", Edition::OpenSource, Some("Three."));
    }

    #[test]
    fn a_text_is_the_one_of_the_edition() {
        check("b", Edition::MageOs, Some("Two x y end. Only Last."));
    }

    #[test]
    fn the_opening_is_the_lead_and_what_stands_above_the_first_heading() {
        check("", Edition::OpenSource, Some("Lead & more. One."));
    }

    #[test]
    fn what_is_no_sentence_is_parted() {
        let rows = "<h2 id=\"t\">T</h2><table><thead><tr><th>Setting</th></tr></thead><tbody><tr><th>Enabled</th><td>No</td>\
            <td>Turns it on.</td></tr><tr><th>Title</th><td><p>Empty</p></td></tr></tbody></table>\
            <ul><li>Cron</li><li>Is it on?</li></ul><dl><dt>Path</dt><dd><code>a/b</code></dd></dl>";
        let expected = "Enabled · No · Turns it on. Title · Empty · Cron · Is it on? Path: a/b";
        assert_eq!(section_text(rows, "t", Edition::OpenSource).as_deref(), Some(expected));
    }

    #[test]
    fn code_is_parted_from_the_text_and_its_language_left_out() {
        let code = "<h2 id=\"t\">T</h2><p>Run:</p><div class=\"code\"><div class=\"code__bar\"><span class=\"code__language\">Shell</span>\
            <button>Copy</button></div><pre class=\"code__text\"><code>bin/magento cache:flush</code></pre></div><p>Wait.</p>";
        let expected = "Run: bin/magento cache:flush · Wait.";
        assert_eq!(section_text(code, "t", Edition::OpenSource).as_deref(), Some(expected));
    }

    #[test]
    fn an_unknown_heading_has_no_text() {
        check("d", Edition::OpenSource, None);
    }
}

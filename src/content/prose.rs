//! The running words of a page at their places in its file: what is code, label, address or quotation is blank.
//!
//! The model of a page knows no places of single words. Lints that look for words look here, and point at what they find.

use std::ops::Range;

use super::front_matter;
use super::manual::Page;

/// What stands for every byte that is no running word, so that words on both sides of it do not meet.
const BLANK: u8 = 1;

/// Keys of the front matter whose values readers see.
const READ_KEYS: [&str; 2] = ["title", "description"];

/// The text of a file, byte for byte as long, with only its running words left.
pub(crate) struct Prose(String);

impl Prose {
    /// Blanks everything in a page's file that is no running word.
    pub(crate) fn of(page: &Page) -> Self {
        let text = &page.file.text;
        let body = front_matter::split(&page.file).map_or(0, |split| split.body.start);
        let mut scanner = Scanner { text, out: text.clone().into_bytes() };
        let mut fence = None;
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let range = at..at + line.trim_end().len();
            at += line.len();
            if range.start < body {
                scanner.front_matter_line(range);
            } else {
                scanner.body_line(range, &mut fence);
            }
        }
        Self(String::from_utf8(scanner.out).unwrap_or_default())
    }

    /// Returns the text.
    pub(crate) fn text(&self) -> &str {
        &self.0
    }

    /// Iterates over the places of a word or a name that stands there as such, not within another one.
    pub(crate) fn places<'a>(&'a self, word: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let text = self.text();
        text.match_indices(word).map(|(start, word)| start..start + word.len()).filter(|at| is_whole(text, at))
    }
}

/// Tells whether neither a letter nor a part of an address or a name stands before or behind a place.
pub(crate) fn is_whole(text: &str, at: &Range<usize>) -> bool {
    let joins = |c: char| c.is_alphanumeric() || "/_-@\\".contains(c);
    let mut behind = text[at.end..].chars();
    let next = behind.next();
    let is_dotted = next == Some('.') && behind.next().is_some_and(char::is_alphanumeric);
    !text[..at.start].ends_with(|c| joins(c) || c == '.') && !next.is_some_and(joins) && !is_dotted
}

/// Returns where the value of a key stands in the front matter of a page; its first line when it lacks the key.
pub(crate) fn front_matter_value(page: &Page, key: &str) -> Range<usize> {
    let text = &page.file.text;
    let first = 0..text.lines().next().unwrap_or_default().len();
    let Ok(split) = front_matter::split(&page.file) else { return first };
    let mut at = split.toml.start;
    for line in text[split.toml].split_inclusive('\n') {
        if let Some((name, value)) = line.split_once('=')
            && name.trim() == key
        {
            let end = at + line.trim_end().len();
            return end - value.trim().len()..end;
        }
        at += line.len();
    }
    first
}

struct Scanner<'a> {
    text: &'a str,
    out: Vec<u8>,
}

impl Scanner<'_> {
    fn blank(&mut self, range: Range<usize>) {
        self.out[range].fill(BLANK);
    }

    fn front_matter_line(&mut self, range: Range<usize>) {
        let line = &self.text[range.clone()];
        let is_read = line.split_once('=').is_some_and(|(key, _)| READ_KEYS.contains(&key.trim()));
        let inside = line.find('"').zip(line.rfind('"')).filter(|(first, last)| is_read && first < last);
        let Some((first, last)) = inside else { return self.blank(range) };
        self.blank(range.start..range.start + first + 1);
        self.blank(range.start + last..range.end);
        self.words(range.start + first + 1..range.start + last);
    }

    fn body_line(&mut self, range: Range<usize>, fence: &mut Option<&'static str>) {
        let line = self.text[range.clone()].trim_start_matches([' ', '>']);
        let marker = ["```", "~~~"].into_iter().find(|marker| line.starts_with(marker));
        match (*fence, marker) {
            (Some(open), Some(close)) if open == close => *fence = None,
            (None, Some(open)) => *fence = Some(open),
            (Some(_), _) => {}
            (None, None) => return self.words(range),
        }
        self.blank(range);
    }

    /// Blanks what is no running word in a line.
    fn words(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let rest = &self.text[at..range.end];
            let len = construct(rest).unwrap_or(0);
            if len > 0 {
                let from = if rest.starts_with("](") { self.link_start(&range, at, rest) } else { at };
                self.blank(from..at + len);
            }
            at += len.max(rest.chars().next().map_or(1, char::len_utf8));
        }
    }

    /// Returns where the blank part of a link begins: at its words when they are a name of the Admin, behind them otherwise.
    fn link_start(&self, line: &Range<usize>, end: usize, rest: &str) -> usize {
        let is_name = ["admin:", "setting:", "cli:"].iter().any(|scheme| rest[2..].starts_with(scheme));
        let open = self.text[line.start..end].rfind('[').map(|at| line.start + at);
        open.filter(|_| is_name).unwrap_or(end)
    }
}

/// Returns the length of what begins here and is no running word: code, a label, wording for an edition, a quotation, an
/// address.
fn construct(rest: &str) -> Option<usize> {
    let ticks = rest.bytes().take_while(|byte| *byte == b'`').count();
    let (open, close) = match rest.as_bytes() {
        [b'`', ..] => (&rest[..ticks], &rest[..ticks]),
        [b'*', b'*', ..] => ("**", "**"),
        [b'{', b'{', ..] => ("{{", "}}"),
        [b'"', ..] => ("\"", "\""),
        [b']', b'(', ..] => ("](", ")"),
        [b'<', b'h' | b'm', ..] => ("<", ">"),
        _ => return None,
    };
    let end = rest[open.len()..].find(close)?;
    Some(open.len() + end + close.len())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::content::front_matter::FrontMatter;
    use crate::content::wording::Wording;
    use crate::diag::SourceFile;
    use crate::route::Route;

    fn page(text: &str) -> Page {
        let file = Arc::new(SourceFile { path: "docs/a/b.md".into(), text: text.into() });
        let front = FrontMatter::generated(Wording::same("T"), Wording::same("D"));
        Page { route: Route::parse("/a/b/").unwrap(), file, front, blocks: Vec::new() }
    }

    /// Checks what is left of a line, with `·` for a run of what is blank.
    #[track_caller]
    fn check(line: &str, expected: &str) {
        let prose = Prose::of(&page(&format!("+++\ntitle = \"T\"\n+++\n{line}\n")));
        assert_eq!(prose.text().len(), line.len() + "+++\ntitle = \"T\"\n+++\n\n".len());
        let left: Vec<&str> = prose.text().lines().skip(3).collect();
        let mut shown = left.join("\n").replace('\u{1}', "·");
        while shown.contains("··") {
            shown = shown.replace("··", "·");
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn only_running_words_are_left() {
        check("Open `a b` and **Save it** now.", "Open · and · now.");
        check("Read [this page](/a/b/), [Sales > Orders](admin:) too.", "Read [this page·, · too.");
        check("{{mage-os: Ä; open-source: b}} The \"Magento ver.\" line", "· The · line");
        check("```bash\ncode\n```\nwords", "·\n·\n·\nwords");
        check("One \" and ` and ** stay.", "One \" and ` and ** stay.");
    }

    #[test]
    fn title_and_description_are_running_words() {
        let prose =
            Prose::of(&page("+++\ntitle = \"Ask Magento\"\nalso = [\"magento\"]\n+++\nMagento/luma Magento.\n"));
        let places: Vec<usize> = prose.places("Magento").map(|at| at.start).collect();
        assert_eq!(places.len(), 2, "{places:?}");
    }

    #[test]
    fn a_value_of_the_front_matter_has_a_place() {
        let page = page("+++\ntitle = \"T\"\nalso = [\"a\"]\n+++\n");
        assert_eq!(&page.file.text[front_matter_value(&page, "also")], "[\"a\"]");
        assert_eq!(front_matter_value(&page, "checked"), 0..3);
    }
}

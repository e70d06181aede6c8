//! The events of the Markdown reader, with their places in the whole file.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TextMergeWithOffset};

type Merged<'a> = TextMergeWithOffset<'a, pulldown_cmark::OffsetIter<'a>>;

/// What stands for a colon of a `:::` marker while the Markdown reader is at work, which would take the marker for
/// the definition of the paragraph above it. One byte for one byte, so that all places stay true; no author can type it.
const MASKED_COLON: char = '\u{1d}';

/// Hides the markers of edition blocks from the rule for definition lists.
pub(super) fn mask_markers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let colons = line[indent..].bytes().take_while(|byte| *byte == b':').count();
        let masked = if colons >= 3 { colons } else { 0 };
        out.push_str(&line[..indent]);
        out.extend(std::iter::repeat_n(MASKED_COLON, masked));
        out.push_str(&line[indent + masked..]);
    }
    out
}

/// A stream of events that can be looked at before it is taken.
pub(super) struct Events<'a> {
    inner: Peekable<Merged<'a>>,
    /// The paragraph that a box was found in, when the items of its list are paragraphs.
    held: Option<(Event<'a>, Range<usize>)>,
    start: usize,
    end: usize,
}

impl<'a> Events<'a> {
    /// Reads `masked`, whose first byte stands at `start` in its file.
    pub(super) fn new(masked: &'a str, start: usize) -> Self {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_SMART_PUNCTUATION
            | Options::ENABLE_DEFINITION_LIST
            | Options::ENABLE_GFM;
        let parser = Parser::new_ext(masked, options).into_offset_iter();
        Self { inner: TextMergeWithOffset::new(parser).peekable(), held: None, start, end: start }
    }

    /// Takes the box at the beginning of an item, and returns whether it is ticked.
    ///
    /// Where blank lines stand between items, the Markdown reader puts the box inside the item's first paragraph.
    pub(super) fn next_box(&mut self) -> Option<bool> {
        if matches!(self.peek(), Some(Event::Start(Tag::Paragraph))) {
            let paragraph = self.inner.next();
            if !matches!(self.peek(), Some(Event::TaskListMarker(_))) {
                self.held = paragraph;
                return None;
            }
            let done = self.next_box();
            self.held = paragraph;
            return done;
        }
        let Some(Event::TaskListMarker(done)) = self.peek() else { return None };
        let done = *done;
        self.next();
        Some(done)
    }

    /// Takes the next event.
    pub(super) fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let (event, range) = self.held.take().or_else(|| self.inner.next())?;
        let range = range.start + self.start..range.end + self.start;
        self.end = range.end;
        Some((unmask(event), range))
    }

    /// Returns where the next event begins.
    pub(super) fn next_start(&mut self) -> usize {
        self.held.as_ref().or_else(|| self.inner.peek()).map_or(self.end, |(_, range)| range.start + self.start)
    }

    /// Returns where the event that was taken last ends.
    pub(super) const fn last_end(&self) -> usize {
        self.end
    }

    /// Looks at the next event.
    pub(super) fn peek(&mut self) -> Option<&Event<'a>> {
        self.held.as_ref().or_else(|| self.inner.peek()).map(|(event, _)| event)
    }

    /// Passes over everything up to the end of the container that was just opened.
    pub(super) fn skip_container(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }
}

fn unmask(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Text(text) if text.contains(MASKED_COLON) => Event::Text(text.replace(MASKED_COLON, ":").into()),
        other => other,
    }
}

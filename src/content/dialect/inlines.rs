//! Running text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::braces::{Place, Token, locate, tokens};
use super::events::Events;
use super::{Context, DEAD_LINK, NESTED_LINK, RAW_HTML, STRAY_PICTURE};
use crate::content::link::{LinkError, LinkTarget, UNSAFE_LINK};
use crate::content::model::{Inline, Link};
use crate::content::text;
use crate::diag::Diagnostic;
use crate::edition::{Edition, PerEdition};

/// What is open around the inlines that are being read.
enum Frame {
    /// The text itself.
    Root,
    /// `**…**` and the like.
    Markup(Markup),
    /// A link with its address.
    Link(String),
    /// `{{mage-os: …`, with the side being read and the finished ones.
    Either { now: Edition, sides: PerEdition<Vec<Inline>>, span: Range<usize> },
}

#[derive(Clone, Copy)]
enum Markup {
    Emphasis,
    Strong,
    Strikethrough,
}

struct Open {
    frame: Frame,
    children: Vec<Inline>,
    start: usize,
}

/// Builds a list of inlines from events, one at a time, with a stack instead of recursion.
pub(super) struct InlineBuilder<'c, 'a> {
    context: &'c mut Context<'a>,
    stack: Vec<Open>,
    inside: bool,
}

/// Reads inlines until the end of the container that holds them.
///
/// Stops before a block inside a tight list item, so that the caller can go on there.
pub(super) fn parse_inlines(events: &mut Events<'_>, context: &mut Context<'_>, stop: Stop) -> Vec<Inline> {
    let mut builder = InlineBuilder::new(context);
    while let Some(event) = events.peek() {
        if stop == Stop::BeforeBlock && is_block_boundary(event) {
            break;
        }
        let Some((event, range)) = events.next() else { break };
        if matches!(event, Event::End(_)) && builder.is_at_root() {
            break;
        }
        builder.take(event, range, events);
    }
    builder.finish()
}

/// Where a run of inlines ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// At the end of the container, which is taken.
    AtEnd,
    /// Before the next block or the end of the container, which is left: a tight list item.
    BeforeBlock,
}

fn is_block_boundary(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => {
            !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        }
        Event::End(tag) => {
            use pulldown_cmark::TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
            !matches!(tag, Emphasis | Strong | Strikethrough | Link | Image)
        }
        Event::Rule => true,
        _ => false,
    }
}

impl<'c, 'a> InlineBuilder<'c, 'a> {
    fn new(context: &'c mut Context<'a>) -> Self {
        let root = Open { frame: Frame::Root, children: Vec::new(), start: 0 };
        Self { context, stack: vec![root], inside: false }
    }

    fn is_at_root(&self) -> bool {
        !self.stack.iter().any(|open| matches!(open.frame, Frame::Markup(_) | Frame::Link(_)))
    }

    fn push(&mut self, inline: Inline) {
        if let Some(open) = self.stack.last_mut() {
            open.children.push(inline);
        }
    }

    fn open(&mut self, frame: Frame, start: usize) {
        self.stack.push(Open { frame, children: Vec::new(), start });
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>, events: &mut Events<'_>) {
        match event {
            Event::Text(text) => self.text(&text, &range),
            Event::Code(code) => {
                let wording = self.context.wording(&code, &range, Place::Code);
                self.push(Inline::Code(wording));
            }
            Event::SoftBreak => self.push(Inline::Text("\n".to_owned())),
            Event::HardBreak => self.push(Inline::Break),
            Event::FootnoteReference(label) => self.push(Inline::FootnoteMark(label.to_string())),
            Event::Start(tag) => self.start(tag, range, events),
            Event::End(_) => self.end(range.end),
            Event::InlineHtml(html) | Event::Html(html) => self.html(&html, range),
            Event::TaskListMarker(_) | Event::Rule | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn html(&mut self, html: &str, range: Range<usize>) {
        let found = Diagnostic::at(&RAW_HTML, self.context.file, range, format!("HTML is not allowed here: `{html}`"));
        self.context.report(found.help("write Markdown, or put it between backticks to show it"));
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>, events: &mut Events<'_>) {
        let frame = match tag {
            Tag::Emphasis => Frame::Markup(Markup::Emphasis),
            Tag::Strong => Frame::Markup(Markup::Strong),
            Tag::Strikethrough => Frame::Markup(Markup::Strikethrough),
            Tag::Link { dest_url, .. } => Frame::Link(dest_url.to_string()),
            Tag::Image { .. } => {
                events.skip_container();
                let found =
                    Diagnostic::at(&STRAY_PICTURE, self.context.file, range, "a picture stands in a line of text");
                self.context
                    .report(found.help("give it a paragraph of its own: `![alt](shot:guide/name \"Caption\")`"));
                return;
            }
            _ => {
                events.skip_container();
                return;
            }
        };
        self.open(frame, range.start);
    }

    fn end(&mut self, end: usize) {
        self.close_either_at_markup_end();
        let Some(open) = self.stack.pop() else { return };
        let children = open.children;
        match open.frame {
            Frame::Markup(Markup::Emphasis) => self.push(Inline::Emphasis(children)),
            Frame::Markup(Markup::Strong) => self.push(Inline::Strong(children)),
            Frame::Markup(Markup::Strikethrough) => self.push(Inline::Strikethrough(children)),
            Frame::Link(address) => self.link(&address, children, open.start..end),
            frame @ (Frame::Root | Frame::Either { .. }) => {
                self.stack.push(Open { frame, children, start: open.start });
            }
        }
    }

    /// An alternative that is still open where its markup ends is reported, and its text is kept.
    fn close_either_at_markup_end(&mut self) {
        while let Some(Open { frame: Frame::Either { span, .. }, .. }) = self.stack.last() {
            let span = span.clone();
            self.context.unclosed(span);
            self.close_either();
        }
    }

    fn link(&mut self, address: &str, content: Vec<Inline>, span: Range<usize>) {
        // The Markdown reader refuses links inside links, but not addresses between angle brackets.
        if self.stack.iter().any(|open| matches!(open.frame, Frame::Link(_))) {
            let found = Diagnostic::at(&NESTED_LINK, self.context.file, span, "a link stands inside a link");
            self.context.report(found.help("end the link before it"));
            for inline in content {
                self.push(inline);
            }
            return;
        }
        let wording = self.context.wording(address, &span, Place::Prose);
        match LinkTarget::parse(&wording) {
            Ok(LinkTarget::Command(name)) if name.is_empty() => {
                let target = LinkTarget::Command(text::plain(&content, Edition::OpenSource));
                self.push(Inline::Link(Link { target, content, span }));
            }
            Ok(target) => self.push(Inline::Link(Link { target, content, span })),
            Err(error) => {
                self.context.report_link(error, address, span);
                for inline in content {
                    self.push(inline);
                }
            }
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        let mut inside = self.inside;
        for (token, at) in tokens(text, Place::Prose, &mut inside) {
            let source = &self.context.file.text;
            match token {
                Token::Text(piece) => self.push(Inline::Text(piece.to_owned())),
                Token::Term(name) => {
                    let span = locate(source, range, text, at, name.len() + 4);
                    if let Some(values) = self.context.term(name, Place::Prose, span) {
                        self.push(Inline::Term { key: name.to_owned(), values });
                    }
                }
                Token::Open(name) => {
                    let span = locate(source, range, text, at, name.len() + 3);
                    let now = self.context.side(name, span.clone()).unwrap_or_default();
                    let start = span.start;
                    self.open(Frame::Either { now, sides: PerEdition::default(), span }, start);
                }
                Token::Next(edition) => self.next_side(edition),
                Token::Close => self.close_either(),
                Token::Literal => self.push(Inline::Text("{{".to_owned())),
                Token::Unclosed => {
                    let span = locate(source, range, text, at, 2);
                    self.context.unclosed(span);
                }
            }
        }
        self.inside = inside;
    }

    /// Takes what was read into the side that is being read and turns to another side.
    fn next_side(&mut self, edition: Edition) {
        if let Some(Open { frame: Frame::Either { now, sides, .. }, children, .. }) = self.stack.last_mut() {
            sides.get_mut(*now).append(children);
            *now = edition;
        }
    }

    fn close_either(&mut self) {
        let closes = matches!(self.stack.last(), Some(Open { frame: Frame::Either { .. }, .. }));
        self.inside = false;
        if !closes {
            return;
        }
        if let Some(Open { frame: Frame::Either { now, mut sides, .. }, mut children, .. }) = self.stack.pop() {
            sides.get_mut(now).append(&mut children);
            for edition in Edition::ALL {
                trim_end(sides.get_mut(edition));
            }
            self.push(Inline::Either(sides));
        }
    }

    fn finish(mut self) -> Vec<Inline> {
        self.close_either_at_markup_end();
        let mut children = Vec::new();
        while let Some(mut open) = self.stack.pop() {
            open.children.append(&mut children);
            children = open.children;
        }
        children
    }
}

/// Drops the space that authors write before `;` and `}}`.
fn trim_end(side: &mut [Inline]) {
    if let Some(Inline::Text(text)) = side.last_mut() {
        text.truncate(text.trim_end().len());
    }
}

impl Context<'_> {
    /// Reports an address that means nothing here.
    fn report_link(&mut self, error: LinkError, address: &str, span: Range<usize>) {
        let range = self.address_range(address, &span);
        let found = match error {
            LinkError::Scheme(scheme) => {
                Diagnostic::at(&UNSAFE_LINK, self.file, range, format!("links with `{scheme}:` are not allowed"))
                    .help("the schemes are https, http, mailto and the roles admin, setting, cli and term")
            }
            LinkError::NotARoute(why) => {
                Diagnostic::at(&DEAD_LINK, self.file, range, format!("`{address}` is not an address in this manual"))
                    .help(why)
            }
        };
        self.report(found.label("linked here"));
    }

    /// Returns the stretch of a link that is its address.
    pub(super) fn address_range(&self, address: &str, span: &Range<usize>) -> Range<usize> {
        let source = &self.file.text[span.clone()];
        source.rfind(address).map_or_else(|| span.clone(), |at| span.start + at..span.start + at + address.len())
    }
}

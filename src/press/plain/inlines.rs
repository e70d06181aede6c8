//! Running text of one edition as Markdown events.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::Context;
use crate::content::link::LinkTarget;
use crate::content::model::{Inline, Link};
use crate::content::text;

/// Adds the running text of a block: without the spaces at its ends that are left where an edition has no words.
pub(super) fn block_text(out: &mut Vec<Event<'static>>, content: &[Inline], context: Context<'_>) {
    let mut own = Vec::new();
    inlines(&mut own, content, context);
    if let Some(Event::Text(first)) = own.first_mut() {
        *first = first.trim_start().to_owned().into();
    }
    if let Some(Event::Text(last)) = own.last_mut() {
        *last = last.trim_end().to_owned().into();
    }
    out.extend(own);
}

/// Adds running text.
pub(super) fn inlines(out: &mut Vec<Event<'static>>, content: &[Inline], context: Context<'_>) {
    for inline in content {
        push(out, inline, context);
    }
}

fn push(out: &mut Vec<Event<'static>>, inline: &Inline, context: Context<'_>) {
    let edition = context.edition;
    match inline {
        Inline::Text(words) if words == "\n" => out.push(Event::Text(" ".into())),
        Inline::Text(words) => out.push(Event::Text(words.clone().into())),
        Inline::Term { values, .. } => out.push(Event::Text(values.get(edition).clone().into())),
        Inline::Either(sides) => inlines(out, sides.get(edition), context),
        // Code in a line has no line breaks; some defaults in the facts have.
        Inline::Code(code) => {
            let text = code.text(edition);
            out.push(Event::Code(text.split_whitespace().collect::<Vec<_>>().join(" ").into()));
        }
        Inline::Emphasis(inner) => wrap(out, Tag::Emphasis, TagEnd::Emphasis, inner, context),
        Inline::Strong(inner) => wrap(out, Tag::Strong, TagEnd::Strong, inner, context),
        Inline::Strikethrough(inner) => wrap(out, Tag::Strikethrough, TagEnd::Strikethrough, inner, context),
        Inline::Link(link) => push_link(out, link, context),
        // A mark of its own would be text to whoever reads a part of the file without the note.
        Inline::FootnoteMark(label) => out.push(Event::Text(format!(" (note {label})").into())),
        Inline::Break => out.push(Event::HardBreak),
    }
}

/// Adds text inside a pair of marks; nothing where the edition has no words, since Markdown has no empty stress.
fn wrap(out: &mut Vec<Event<'static>>, start: Tag<'static>, end: TagEnd, inner: &[Inline], context: Context<'_>) {
    if text::plain(inner, context.edition).trim().is_empty() {
        return;
    }
    out.push(Event::Start(start));
    inlines(out, inner, context);
    out.push(Event::End(end));
}

fn push_link(out: &mut Vec<Event<'static>>, link: &Link, context: Context<'_>) {
    let edition = context.edition;
    let content = &link.content;
    match &link.target {
        LinkTarget::Page(route, anchor) => {
            let fragment = anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
            linked(out, context.page(route) + &fragment, content, context);
        }
        LinkTarget::Heading(anchor) => linked(out, format!("#{anchor}"), content, context),
        LinkTarget::Outside(addresses) => linked(out, addresses.get(edition).clone(), content, context),
        LinkTarget::AdminPath => wrap(out, Tag::Strong, TagEnd::Strong, content, context),
        LinkTarget::Setting(path) => {
            inlines(out, content, context);
            out.push(Event::Text(" (".into()));
            out.push(Event::Code(path.clone().into()));
            out.push(Event::Text(")".into()));
        }
        LinkTarget::Command(_) => {
            out.push(Event::Code(format!("bin/magento {}", text::plain(content, edition)).into()));
        }
        LinkTarget::GlossaryEntry(_) => inlines(out, content, context),
    }
}

fn linked(out: &mut Vec<Event<'static>>, address: String, content: &[Inline], context: Context<'_>) {
    let tag = Tag::Link { link_type: LinkType::Inline, dest_url: address.into(), title: "".into(), id: "".into() };
    wrap(out, tag, TagEnd::Link, content, context);
}

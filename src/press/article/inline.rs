//! Running text as HTML.

use super::{Context, Html, fact, own_shop};
use crate::content::link::LinkTarget;
use crate::content::model::{Inline, Link};
use crate::content::wording::{Part, Wording};
use crate::edition::PerEdition;

/// Writes running text.
pub fn inlines(html: &mut Html, content: &[Inline], context: Context<'_>) {
    for inline in content {
        write(html, inline, context);
    }
}

/// Writes a wording, each edition's words in a span of their own where they differ.
pub fn wording(html: &mut Html, wording: &Wording) {
    for part in &wording.0 {
        match part {
            Part::Same(text) => own_shop::text_with_examples(html, text),
            Part::Term { values, .. } | Part::Either(values) => both(html, values),
        }
    }
}

/// Writes each edition's text, once when it is the same.
pub(in crate::press) fn both(html: &mut Html, values: &PerEdition<String>) {
    if values.is_same() {
        html.text(&values.open_source);
        return;
    }
    for (edition, text) in values.iter().filter(|(_, text)| !text.is_empty()) {
        html.element("span", &[("data-only", edition.id())], text);
    }
}

fn write(html: &mut Html, inline: &Inline, context: Context<'_>) {
    match inline {
        Inline::Text(text) => own_shop::text_with_examples(html, text),
        Inline::Term { values, .. } => both(html, values),
        Inline::Either(sides) => either(html, sides, context),
        Inline::Code(code) => {
            html.open("code", &[]);
            wording(html, code);
            html.close();
        }
        Inline::Emphasis(inner) => wrap(html, "em", inner, context),
        Inline::Strong(inner) => wrap(html, "strong", inner, context),
        Inline::Strikethrough(inner) => wrap(html, "s", inner, context),
        Inline::Link(link) => write_link(html, link, context),
        Inline::FootnoteMark(label) => footnote_mark(html, label),
        Inline::Break => {
            html.void("br", &[]);
        }
    }
}

fn wrap(html: &mut Html, name: &'static str, inner: &[Inline], context: Context<'_>) {
    html.open(name, &[]);
    inlines(html, inner, context);
    html.close();
}

/// Writes the sides of wording that differs here, each with the quiet mark.
fn either(html: &mut Html, sides: &PerEdition<Vec<Inline>>, context: Context<'_>) {
    for (edition, side) in sides.iter().filter(|(_, side)| !side.is_empty()) {
        html.open("span", &[("class", "edition-wording"), ("data-only", edition.id())]);
        inlines(html, side, context);
        html.close();
    }
}

/// Returns the id of a footnote or of its mark; an id has no spaces, a label may.
pub(super) fn note_id(kind: &str, label: &str) -> String {
    format!("{kind}-{}", label.split_whitespace().collect::<Vec<_>>().join("-"))
}

fn footnote_mark(html: &mut Html, label: &str) {
    html.open("sup", &[]);
    let (id, name) = (note_id("fnref", label), format!("Footnote {label}"));
    let mut attributes = vec![("href", format!("#{}", note_id("fn", label))), ("aria-label", name)];
    // A note that is named twice leads back to the first place.
    if !html.has_id(&id) {
        attributes.push(("id", id));
    }
    let attributes: Vec<(&str, &str)> = attributes.iter().map(|(key, value)| (*key, value.as_str())).collect();
    html.element("a", &attributes, label);
    html.close();
}

fn write_link(html: &mut Html, link: &Link, context: Context<'_>) {
    match &link.target {
        LinkTarget::Page(route, anchor) => {
            let fragment = anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
            anchor_element(html, &format!("{}{fragment}", context.base.page(route)), &[], link, context);
        }
        LinkTarget::Heading(anchor) => anchor_element(html, &format!("#{anchor}"), &[], link, context),
        LinkTarget::Outside(addresses) => outside(html, addresses, link, context),
        LinkTarget::AdminPath => own_shop::admin_path(html, &link.content, context),
        LinkTarget::Setting(_) | LinkTarget::Command(_) | LinkTarget::GlossaryEntry(_) => {
            fact::write(html, link, context);
        }
    }
}

fn anchor_element(html: &mut Html, href: &str, more: &[(&str, &str)], link: &Link, context: Context<'_>) {
    let mut attributes = vec![("href", href)];
    attributes.extend_from_slice(more);
    html.open("a", &attributes);
    inlines(html, &link.content, context);
    html.close();
}

/// Writes a link to another site; where the editions have different addresses, one link for each.
fn outside(html: &mut Html, addresses: &PerEdition<String>, link: &Link, context: Context<'_>) {
    let rel = ("rel", "external noopener");
    if addresses.is_same() {
        anchor_element(html, &addresses.open_source, &[rel], link, context);
        return;
    }
    for (edition, address) in addresses.iter() {
        anchor_element(html, address, &[rel, ("data-only", edition.id())], link, context);
    }
}

//! Which findings can be mended for certain, and how: `cargo site check --fix`.
//!
//! A name is mended when it is one token of the text, when exactly one known name is a slip of the finger away, and when the
//! text shows it in the same letters. Everything else is a proposal, and a person decides.

mod apply;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

pub(super) use self::apply::apply;
use crate::content::link::LinkTarget;
use crate::content::manual::{Manual, Page};
use crate::content::model::{Inline, Link, walk_blocks, walk_inlines};
use crate::content::sources::Sources;
use crate::content::terms::Terms;
use crate::diag::{Diagnostic, Fix, Span, one_slip_away};
use crate::edition::{Edition, EditionSet};
use crate::facts::Facts;
use crate::route::Anchor;

/// Adds to each finding the change that mends it, where only one can be meant.
pub(super) fn propose(diagnostics: &mut [Diagnostic], manual: Option<&Manual>, sources: &Sources) {
    if diagnostics.is_empty() {
        return;
    }
    let known = Known::of(manual, sources);
    for diagnostic in diagnostics.iter_mut().filter(|diagnostic| diagnostic.fix.is_none()) {
        let Some(span) = &diagnostic.span else { continue };
        let Some(text) = span.file.text.get(span.range.clone()) else { continue };
        diagnostic.fix = known.replacement(diagnostic.lint.name, span, text).map(|(range, replacement)| {
            let range = span.range.start + range.start..span.range.start + range.end;
            Fix { span: Span { file: Arc::clone(&span.file), range }, replacement }
        });
    }
}

/// What can be meant.
struct Known<'a> {
    manual: Option<&'a Manual>,
    /// Pages by their file, for what depends on the link around a finding.
    pages: BTreeMap<&'a str, &'a Page>,
    routes: Vec<String>,
    terms: Terms,
}

impl<'a> Known<'a> {
    fn of(manual: Option<&'a Manual>, sources: &Sources) -> Self {
        let pages = || manual.into_iter().flat_map(Manual::pages);
        let routes = pages().map(|page| page.route.to_string()).chain(sources.routes().map(String::from));
        Self {
            manual,
            pages: pages().map(|page| (&*page.file.path, page)).collect(),
            routes: routes.collect(),
            terms: sources.get("terms.toml").map(|file| Terms::parse(file).value).unwrap_or_default(),
        }
    }

    /// Returns the part of `text`, what a finding points at, that is replaced, and by what.
    fn replacement(&self, lint: &str, span: &Span, text: &str) -> Option<(Range<usize>, String)> {
        let whole = |name: &str| (0..text.len(), name.to_owned());
        let manual = || self.manual;
        match lint {
            "unknown-term" => self.term(text),
            "dead-link" => one_slip_away(text, self.routes.iter().map(String::as_str)).map(whole),
            "dead-anchor" => self.anchor(span, text),
            "unknown-glossary-entry" => one_slip_away(text, manual()?.glossary.iter().map(|(id, _)| id)).map(whole),
            "unknown-setting" => in_both(manual()?.facts.as_ref()?, |edition, facts| {
                one_slip_away(text, facts.of(edition).settings.paths())
            })
            .map(whole),
            "unknown-command" => in_both(manual()?.facts.as_ref()?, |edition, facts| {
                one_slip_away(text, facts.of(edition).commands.names())
            })
            .map(whole),
            "wrong-setting-label" => self.setting_label(span, text).map(whole),
            _ => None,
        }
    }

    /// `{{prodcut}}`: the name between the braces.
    fn term(&self, text: &str) -> Option<(Range<usize>, String)> {
        let name = text.strip_prefix("{{")?.strip_suffix("}}")?;
        let near = one_slip_away(name.trim(), self.terms.names())?;
        let start = 2 + name.len() - name.trim_start().len();
        Some((start..start + name.trim().len(), near.to_owned()))
    }

    /// `#stokc`: the id behind the mark, held against the headings of the page that the link leads to.
    fn anchor(&self, span: &Span, text: &str) -> Option<(Range<usize>, String)> {
        let id = text.strip_prefix('#')?;
        let page = self.pages.get(&*span.file.path)?;
        let target = self.link_around(span, |link| match &link.target {
            LinkTarget::Heading(_) => Some(*page),
            LinkTarget::Page(route, Some(_)) => self.manual?.page(route),
            _ => None,
        })?;
        let mut anchors = Vec::new();
        walk_blocks(&target.blocks, &mut |block| anchors.extend(block.anchors().map(Anchor::as_str)));
        one_slip_away(id, anchors).map(|near| (1..text.len(), near.to_owned()))
    }

    /// The label that the field has in every edition of the link; a slip in it is mended, other words may be meant.
    fn setting_label(&self, span: &Span, text: &str) -> Option<&'a str> {
        let facts = self.manual?.facts.as_ref()?;
        let path = self.link_around(span, |link| match &link.target {
            LinkTarget::Setting(path) => Some(path.as_str()),
            _ => None,
        })?;
        let label =
            in_both(facts, |edition, facts| facts.of(edition).settings.get(path).map(|setting| &*setting.label))?;
        let slip = text.to_lowercase() == label.to_lowercase() || one_slip_away(text, [label]).is_some();
        slip.then_some(label)
    }

    /// Finds the link that a finding stands in and returns what `read` makes of it.
    fn link_around<T>(&self, span: &Span, read: impl Fn(&'a Link) -> Option<T>) -> Option<T> {
        let page = self.pages.get(&*span.file.path)?;
        let mut found = None;
        walk_blocks(&page.blocks, &mut |block| {
            walk_inlines(block, &mut |inline, _| {
                if let Inline::Link(link) = inline
                    && link.span.start <= span.range.start
                    && span.range.end <= link.span.end
                {
                    found = read(link).or_else(|| found.take());
                }
            });
        });
        found
    }
}

/// Returns what both editions agree on: a text for both must be right in both.
fn in_both<'f>(facts: &'f Facts, ask: impl Fn(Edition, &'f Facts) -> Option<&'f str>) -> Option<&'f str> {
    let mut answers = EditionSet::BOTH.iter().map(|edition| ask(edition, facts));
    let first = answers.next()??;
    answers.all(|answer| answer == Some(first)).then_some(first)
}

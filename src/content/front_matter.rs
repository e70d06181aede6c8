//! The head of a page: TOML between two lines of `+++`.

use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::date::Date;
use super::dialect::parse_wording;
use super::terms::Terms;
use super::wording::Wording;
use crate::diag::{Diagnostic, SourceFile};
use crate::edition::{Edition, EditionSet};
use crate::lint::bad_front_matter::BAD_FRONT_MATTER;
use crate::route::Route;

/// What a page says about itself.
#[derive(Debug, Clone)]
pub struct FrontMatter {
    /// The title, its H1.
    pub title: Wording,
    /// One sentence for search engines and lists.
    pub description: Wording,
    /// The words that merchants use instead.
    pub also: Vec<String>,
    /// For whom the page exists.
    pub editions: EditionSet,
    /// The closest page for readers of the other edition.
    pub nearest: Option<Link>,
    /// Whether a person has reviewed the page.
    pub status: Status,
    /// The releases that the page was checked against.
    pub checked: Option<CheckedAgainst>,
    /// Where the page was before.
    pub moved_from: Vec<Link>,
}

impl FrontMatter {
    /// Makes the front matter of a page without a file of its own: a guide's list of pages.
    #[must_use]
    pub fn generated(title: Wording, description: Wording) -> Self {
        Self {
            title,
            description,
            also: Vec::new(),
            editions: EditionSet::BOTH,
            nearest: None,
            status: Status::Generated,
            checked: None,
            moved_from: Vec::new(),
        }
    }
}

/// A route in front matter with its place, so that a dead one can be shown.
#[derive(Debug, Clone)]
pub struct Link {
    /// The page.
    pub route: Route,
    /// Where the front matter names it.
    pub span: Range<usize>,
}

/// How far a page is on its way to readers' trust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// Made from the list of pages; there is nothing to review.
    Generated,
    /// Begun by machine, not yet reviewed by a person.
    Drafted,
    /// Reviewed.
    Reviewed {
        /// By whom.
        by: String,
        /// When.
        on: Date,
    },
}

/// The releases that a page was checked against, and when.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CheckedAgainst {
    /// The release of Magento Open Source.
    pub open_source: Option<String>,
    /// The release of Mage-OS, or of the core below it.
    pub mage_os: Option<String>,
    /// The day.
    pub on: Date,
}

impl CheckedAgainst {
    /// Returns the release of one edition.
    #[must_use]
    pub fn release(&self, edition: Edition) -> Option<&str> {
        match edition {
            Edition::OpenSource => self.open_source.as_deref(),
            Edition::MageOs => self.mage_os.as_deref(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    title: Spanned<String>,
    description: Spanned<String>,
    #[serde(default)]
    also: Vec<String>,
    editions: Option<Spanned<Vec<Edition>>>,
    nearest: Option<Spanned<String>>,
    status: Spanned<RawStatus>,
    reviewed_by: Option<Spanned<String>>,
    reviewed_on: Option<Spanned<Date>>,
    checked: Option<CheckedAgainst>,
    #[serde(default)]
    moved_from: Vec<Spanned<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum RawStatus {
    Drafted,
    Reviewed,
}

/// The front matter of a file, and where the text below it begins.
pub struct Split {
    /// The bytes of the TOML.
    pub toml: Range<usize>,
    /// The bytes of the text.
    pub body: Range<usize>,
}

/// Finds the front matter.
///
/// # Errors
///
/// Returns a finding when the file does not begin with `+++` or nothing closes it.
pub fn split(file: &Arc<SourceFile>) -> Result<Split, Box<Diagnostic>> {
    let text = &file.text;
    let first_line = text.lines().next().unwrap_or_default();
    if first_line.trim_end() != "+++" {
        let found = Diagnostic::at(&BAD_FRONT_MATTER, file, 0..first_line.len(), "this page has no front matter");
        return Err(Box::new(found.help(
            "begin the file with a line `+++`, the keys `title`, `description` and `status`, and a line `+++`",
        )));
    }
    let start = (first_line.len() + 1).min(text.len());
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Ok(Split { toml: start..at, body: at + line.len()..text.len() });
        }
        at += line.len();
    }
    let found = Diagnostic::at(&BAD_FRONT_MATTER, file, 0..first_line.len(), "the front matter is not closed");
    Err(Box::new(found.help("end it with a line `+++`")))
}

/// Reads the front matter; `None` when nothing could be made of it.
pub fn parse(
    file: &Arc<SourceFile>,
    toml: &Range<usize>,
    terms: &Terms,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<FrontMatter> {
    let raw: Raw = match toml::from_str(&file.text[toml.clone()]) {
        Ok(raw) => raw,
        Err(error) => {
            let span = error.span().map_or(toml.start..toml.start, |span| shift(&span, toml));
            diagnostics.push(Diagnostic::at(&BAD_FRONT_MATTER, file, span, first_line(error.message())));
            return None;
        }
    };
    let mut reader = Reader { file, toml, terms, diagnostics };
    Some(FrontMatter {
        title: reader.sentence("title", &raw.title),
        description: reader.sentence("description", &raw.description),
        also: raw.also,
        editions: reader.editions(raw.editions.as_ref()),
        nearest: raw.nearest.as_ref().and_then(|nearest| reader.link(nearest)),
        status: reader.status(&raw.status, raw.reviewed_by, raw.reviewed_on),
        checked: raw.checked,
        moved_from: raw.moved_from.iter().filter_map(|old| reader.link(old)).collect(),
    })
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}

fn shift(span: &Range<usize>, toml: &Range<usize>) -> Range<usize> {
    span.start + toml.start..span.end + toml.start
}

struct Reader<'a> {
    file: &'a Arc<SourceFile>,
    toml: &'a Range<usize>,
    terms: &'a Terms,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn report(&mut self, span: &Range<usize>, message: impl Into<String>, help: &str) {
        let span = shift(span, self.toml);
        self.diagnostics.push(Diagnostic::at(&BAD_FRONT_MATTER, self.file, span, message).help(help));
    }

    fn sentence(&mut self, key: &str, text: &Spanned<String>) -> Wording {
        let span = shift(&text.span(), self.toml);
        let checked = parse_wording(self.file, text.get_ref(), &span, self.terms);
        self.diagnostics.extend(checked.diagnostics);
        if checked.value.is_blank() {
            self.report(&text.span(), format!("the {key} is empty"), "every page needs words here, in both editions");
        }
        checked.value
    }

    fn editions(&mut self, editions: Option<&Spanned<Vec<Edition>>>) -> EditionSet {
        let Some(editions) = editions else { return EditionSet::BOTH };
        let set: EditionSet = editions.get_ref().iter().copied().collect();
        if set.is_empty() {
            self.report(&editions.span(), "a page needs one edition at least", "leave the key out for both editions");
        }
        set
    }

    fn link(&mut self, text: &Spanned<String>) -> Option<Link> {
        match Route::parse(text.get_ref()) {
            Ok(route) => Some(Link { route, span: shift(&text.span(), self.toml) }),
            Err(error) => {
                self.report(&text.span(), error.to_string(), "write a route like `/sales/refund/`");
                None
            }
        }
    }

    fn status(
        &mut self,
        status: &Spanned<RawStatus>,
        by: Option<Spanned<String>>,
        on: Option<Spanned<Date>>,
    ) -> Status {
        match (status.get_ref(), by, on) {
            (RawStatus::Reviewed, Some(by), Some(on)) => Status::Reviewed { by: by.into_inner(), on: on.into_inner() },
            (RawStatus::Reviewed, ..) => {
                self.report(
                    &status.span(),
                    "a reviewed page says by whom and when",
                    "add `reviewed_by` and `reviewed_on`",
                );
                Status::Drafted
            }
            (RawStatus::Drafted, None, None) => Status::Drafted,
            (RawStatus::Drafted, by, on) => {
                let span = by.map(|by| by.span()).or_else(|| on.map(|on| on.span())).unwrap_or_else(|| status.span());
                self.report(&span, "a drafted page was not reviewed", "set `status = \"reviewed\"` or drop this key");
                Status::Drafted
            }
        }
    }
}

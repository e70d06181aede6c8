//! The whole manual: guides in order, their pages in order, and how all of it is made from files.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::changes::Changes;
use super::diagrams::Diagrams;
use super::dialect::{self, parse_wording};
use super::front_matter::{self, FrontMatter};
use super::model::Block;
use super::outside::OutsideAddress;
use super::screenshots::Screenshots;
use super::sources::Sources;
use super::synonyms;
use super::terms::Terms;
use super::wording::Wording;
use crate::diag::{self, Checked, Diagnostic, SourceFile, nearest};
use crate::facts::Facts;
use crate::facts::glossary::Glossary;
use crate::facts::reference;
use crate::lint;
use crate::lint::bad_file_name::BAD_FILE_NAME;
use crate::lint::bad_guide::BAD_GUIDE;
use crate::lint::bad_shots::BAD_SHOTS;
use crate::lint::duplicate_route::DUPLICATE_ROUTE;
use crate::lint::empty_guide::EMPTY_GUIDE;
use crate::lint::unlisted_page::UNLISTED_PAGE;
use crate::route::{self, Route};

/// Everything that readers get.
#[derive(Debug)]
pub struct Manual {
    /// What `docs/manual.toml` says.
    pub site: Site,
    /// The home page.
    pub home: Page,
    /// The guides in the order in which they are read.
    pub guides: Vec<Guide>,
    /// The screenshots.
    pub screenshots: Screenshots,
    /// The drawings.
    pub diagrams: Diagrams,
    /// What the shops of both editions know; `None` when the manual has no facts.
    pub facts: Option<Facts>,
    /// The words that readers may not know.
    pub glossary: Glossary,
    /// Wordings that mean the same to readers who search.
    pub synonyms: Vec<Vec<String>>,
    /// When its files were last changed.
    pub changes: Changes,
}

/// What the site says about itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Site {
    /// The name of the site.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// The address below which the sources can be edited, with `{path}` for the file.
    pub edit_address: Option<OutsideAddress>,
    /// The form that readers fill in when they say whether a page has helped; without it nobody is asked.
    pub feedback_address: Option<OutsideAddress>,
    /// The address of the sources.
    pub source_address: Option<OutsideAddress>,
    /// The names of the guides' folders, in order.
    guides: Vec<Spanned<String>>,
}

/// A guide: a folder of pages about one part of the work.
#[derive(Debug)]
pub struct Guide {
    /// The folder's name.
    pub slug: String,
    /// The title in the sidebar.
    pub title: Wording,
    /// One line about it.
    pub summary: Wording,
    /// The guide's own page, which lists the others; its text may be empty.
    pub landing: Page,
    /// The pages in order.
    pub pages: Vec<Page>,
}

/// A page.
#[derive(Debug)]
pub struct Page {
    /// Its address.
    pub route: Route,
    /// The file that it was made from.
    pub file: Arc<SourceFile>,
    /// What it says about itself.
    pub front: FrontMatter,
    /// Its text.
    pub blocks: Vec<Block>,
}

impl Manual {
    /// Iterates over all pages in reading order: home, then each guide's own page before its pages.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        let guides = self.guides.iter().flat_map(|guide| std::iter::once(&guide.landing).chain(&guide.pages));
        std::iter::once(&self.home).chain(guides)
    }

    /// Returns the page of a route.
    #[must_use]
    pub fn page(&self, route: &Route) -> Option<&Page> {
        self.pages().find(|page| page.route == *route)
    }
}

/// Makes the manual from files and checks all of it.
///
/// The value is `None` when the files do not even have a home page; otherwise it holds what could be read, and is
/// fit for readers only when no finding is an error.
#[must_use]
pub fn compile(sources: &Sources) -> Checked<Option<Manual>> {
    let mut compiler = Compiler {
        sources,
        terms: Terms::default(),
        taken: BTreeSet::new(),
        generated: Vec::new(),
        diagnostics: Vec::new(),
    };
    let manual = compiler.manual();
    let mut diagnostics = compiler.diagnostics;
    if let Some(manual) = &manual {
        lint::check(manual, sources, &mut diagnostics);
    }
    drop_consequences(&mut diagnostics);
    diag::sort(&mut diagnostics);
    Checked { value: manual, diagnostics }
}

/// Drops what is found only because another file could not be read: one broken term would be reported at every page.
fn drop_consequences(diagnostics: &mut Vec<Diagnostic>) {
    for (cause, consequence) in [("bad-terms", "unknown-term"), ("bad-shots", "missing-screenshot")] {
        if diagnostics.iter().any(|found| found.lint.name == cause) {
            diagnostics.retain(|found| found.lint.name != consequence);
        }
    }
}

/// Tells whether a file below `docs/` is a page.
fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == "md")
}

struct Compiler<'a> {
    sources: &'a Sources,
    terms: Terms,
    /// The routes of pages that a guide has listed already.
    taken: BTreeSet<Route>,
    /// Pages made of facts that no guide has taken yet, in reading order.
    generated: Vec<Page>,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGuide {
    title: Spanned<String>,
    summary: Spanned<String>,
    pages: Spanned<Vec<Spanned<String>>>,
}

impl Compiler<'_> {
    fn manual(&mut self) -> Option<Manual> {
        if let Some(file) = self.sources.get("terms.toml") {
            let terms = Terms::parse(file);
            self.terms = terms.value;
            self.diagnostics.extend(terms.diagnostics);
        }
        let screenshots = self.screenshots();
        let diagrams = Diagrams::load(self.sources, &mut self.diagnostics);
        let facts = Facts::load(self.sources, &self.terms);
        self.diagnostics.extend(facts.diagnostics);
        let facts = facts.value;
        let glossary = Glossary::load(self.sources, &self.terms, &mut self.diagnostics);
        let (file, site) = self.site()?;
        let mut pages = self.pages();
        let has_reference = site.guides.iter().any(|guide| guide.get_ref() == reference::GUIDE);
        if let Some(facts) = facts.as_ref().filter(|_| has_reference) {
            self.generated = reference::pages(facts, self.sources);
        }
        self.generated.extend(reference::glossary(&glossary));
        self.report_written_twice(&pages);
        let guides = site.guides.iter().filter_map(|slug| self.guide(&file, slug, &mut pages)).collect();
        let home = pages.remove(&Route::home());
        self.report_unlisted(&pages);
        if home.is_none() {
            self.diagnostics.push(
                Diagnostic::at(&BAD_GUIDE, &file, 0..0, "the manual has no home page").help("write docs/index.md"),
            );
        }
        let synonyms = synonyms::load(self.sources, &mut self.diagnostics);
        let changes = Changes::default();
        Some(Manual { site, home: home?, guides, screenshots, diagrams, facts, glossary, synonyms, changes })
    }

    fn site(&mut self) -> Option<(Arc<SourceFile>, Site)> {
        let Some(file) = self.sources.get("manual.toml") else {
            let path = Path::new("docs/manual.toml");
            self.diagnostics.push(Diagnostic::about_path(&BAD_GUIDE, path, "this file is missing"));
            return None;
        };
        let site = self.toml(file)?;
        Some((Arc::clone(file), site))
    }

    fn toml<T: for<'de> Deserialize<'de>>(&mut self, file: &Arc<SourceFile>) -> Option<T> {
        toml::from_str(&file.text)
            .map_err(|error| {
                let message = error.message().lines().next().unwrap_or_default().to_owned();
                let span = error.span().unwrap_or(0..0);
                self.diagnostics.push(Diagnostic::at(&BAD_GUIDE, file, span, message));
            })
            .ok()
    }

    fn screenshots(&mut self) -> Screenshots {
        let Some(file) = self.sources.get("shots.json") else { return Screenshots::default() };
        Screenshots::parse(&file.text).unwrap_or_else(|error| {
            let line_start: usize = file.text.split_inclusive('\n').take(error.line().max(1) - 1).map(str::len).sum();
            let at = line_start + error.column().saturating_sub(1);
            self.diagnostics.push(Diagnostic::at(&BAD_SHOTS, file, at..at, error.to_string()));
            Screenshots::default()
        })
    }

    /// Parses every Markdown file; of two files for one route the first in alphabetical order is kept.
    fn pages(&mut self) -> BTreeMap<Route, Page> {
        let mut pages: BTreeMap<Route, Page> = BTreeMap::new();
        for (path, file) in self.sources.docs.iter().filter(|(path, _)| is_page(path)) {
            let route = match Route::of_source(path) {
                Ok(route) => route,
                Err(error) => {
                    let found =
                        Diagnostic::at(&BAD_FILE_NAME, file, 0..0, format!("`{path}` cannot be a route: {error}"));
                    self.diagnostics.push(found.help("rename the file in lower case with hyphens"));
                    continue;
                }
            };
            if let Some(first) = pages.get(&route) {
                let message = format!("the route `{route}` already belongs to {}", first.file.path);
                let found = Diagnostic::at(&DUPLICATE_ROUTE, file, 0..0, message);
                self.diagnostics.push(found.help("keep one of the two files"));
                continue;
            }
            if let Some(page) = self.parse_page(file, route.clone()) {
                pages.insert(route, page);
            }
        }
        pages
    }

    fn parse_page(&mut self, file: &Arc<SourceFile>, route: Route) -> Option<Page> {
        let split = match front_matter::split(file) {
            Ok(split) => split,
            Err(found) => {
                self.diagnostics.push(*found);
                return None;
            }
        };
        let front = front_matter::parse(file, &split.toml, &self.terms, &mut self.diagnostics)?;
        let blocks = dialect::parse(file, split.body, front.editions, &self.terms);
        self.diagnostics.extend(blocks.diagnostics);
        Some(Page { route, file: Arc::clone(file), front, blocks: blocks.value })
    }

    fn guide(
        &mut self,
        manual: &Arc<SourceFile>,
        slug: &Spanned<String>,
        pages: &mut BTreeMap<Route, Page>,
    ) -> Option<Guide> {
        let name = slug.get_ref();
        if route::RESERVED.contains(&name.as_str()) {
            let message = format!("a page of the site has the address /{name}/");
            self.diagnostics.push(Diagnostic::at(&BAD_GUIDE, manual, slug.span(), message).label("listed here"));
            return None;
        }
        let Some(file) = self.sources.get(&format!("{name}/guide.toml")) else {
            let message = format!("docs/{name}/guide.toml is missing");
            self.diagnostics.push(Diagnostic::at(&BAD_GUIDE, manual, slug.span(), message).label("listed here"));
            pages.retain(|route, _| route.guide() != Some(name));
            return None;
        };
        let Ok(route) = Route::parse(&format!("/{name}/")) else {
            let message = format!("`{name}` cannot be a route");
            let found = Diagnostic::at(&BAD_GUIDE, manual, slug.span(), message).label("listed here");
            self.diagnostics.push(found.help("name the folder in lower case with hyphens"));
            return None;
        };
        let Some(raw) = self.toml::<RawGuide>(file) else {
            // Its pages are not unlisted: the list could not be read.
            pages.retain(|route, _| route.guide() != Some(name));
            return None;
        };
        let title = self.wording(file, &raw.title);
        let summary = self.wording(file, &raw.summary);
        if raw.pages.get_ref().is_empty() {
            let found =
                Diagnostic::at(&EMPTY_GUIDE, file, raw.pages.span(), format!("the guide `{name}` has no pages"));
            self.diagnostics.push(found.help("list a page, or take the guide out of docs/manual.toml"));
        }
        let landing = pages.remove(&route).unwrap_or_else(|| Page {
            route: route.clone(),
            file: Arc::clone(file),
            front: FrontMatter::generated(title.clone(), summary.clone()),
            blocks: Vec::new(),
        });
        let listed = raw.pages.get_ref().iter().flat_map(|page| self.listed_pages(file, name, page, pages)).collect();
        Some(Guide { slug: name.clone(), title, summary, landing, pages: listed })
    }

    /// Returns the page that a guide lists and, when it is made of facts, the pages below it.
    fn listed_pages(
        &mut self,
        file: &Arc<SourceFile>,
        guide: &str,
        page: &Spanned<String>,
        pages: &mut BTreeMap<Route, Page>,
    ) -> Vec<Page> {
        let route = format!("/{guide}/{}/", page.get_ref());
        let (mut own, rest) = std::mem::take(&mut self.generated)
            .into_iter()
            .partition::<Vec<Page>, _>(|page| page.route.as_str().starts_with(&route));
        self.generated = rest;
        if own.first().is_none_or(|first| first.route.as_str() != route) {
            own.splice(0..0, self.listed_page(file, guide, page, pages));
        }
        own
    }

    fn listed_page(
        &mut self,
        file: &Arc<SourceFile>,
        guide: &str,
        page: &Spanned<String>,
        pages: &mut BTreeMap<Route, Page>,
    ) -> Option<Page> {
        let slug = page.get_ref();
        let route = Route::parse(&format!("/{guide}/{slug}/")).ok();
        let found = route.as_ref().and_then(|route| pages.remove(route));
        let is_taken = route.is_some_and(|route| !self.taken.insert(route));
        let has_file = slug != "index" && self.sources.exists(&format!("{guide}/{slug}.md"));
        if is_taken {
            let message = format!("docs/{guide}/{slug}.md is listed already");
            self.diagnostics.push(Diagnostic::at(&UNLISTED_PAGE, file, page.span(), message).label("listed again"));
        } else if found.is_none() && !has_file {
            let folder = format!("{guide}/");
            let names = self.sources.docs.keys().filter_map(|path| path.strip_prefix(&folder)?.strip_suffix(".md"));
            let help = nearest(slug, names).map(|near| format!("a file with a similar name exists: `{near}.md`"));
            let message = format!("docs/{guide}/{slug}.md is missing");
            self.diagnostics
                .push(Diagnostic::at(&UNLISTED_PAGE, file, page.span(), message).label("listed here").maybe_help(help));
        }
        found
    }

    fn report_written_twice(&mut self, pages: &BTreeMap<Route, Page>) {
        for page in self.generated.iter().filter_map(|generated| pages.get(&generated.route)) {
            let message = format!("the page `{}` is made of facts", page.route);
            let found = Diagnostic::at(&DUPLICATE_ROUTE, &page.file, 0..0, message);
            self.diagnostics.push(found.help("take this file away, or give its text another name"));
        }
    }

    fn report_unlisted(&mut self, pages: &BTreeMap<Route, Page>) {
        for page in pages.values() {
            let guide = page.route.guide().unwrap_or_default();
            let help = if page.route.parts().count() > 1 {
                format!("add it to `pages` in docs/{guide}/guide.toml")
            } else {
                "move it into the folder of a guide and list it there".to_owned()
            };
            let found = Diagnostic::at(&UNLISTED_PAGE, &page.file, 0..0, "no guide lists this page");
            self.diagnostics.push(found.help(help));
        }
    }

    fn wording(&mut self, file: &Arc<SourceFile>, text: &Spanned<String>) -> Wording {
        let range: Range<usize> = text.span();
        let checked = parse_wording(file, text.get_ref(), &range, &self.terms);
        self.diagnostics.extend(checked.diagnostics);
        checked.value
    }
}

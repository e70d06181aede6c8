//! What somebody sees while they write: `cargo site serve`.
//!
//! The site is kept in memory. A change below `docs/` or `public/` compiles the manual anew: without a mistake the new
//! site takes the place of the old one, with one the old site stays, and the findings are shown over it. A browser hears
//! of both through one stream of events.
//!
//! What the browser runs for that is no part of a site: the element that asks for `live.js` is written into a document
//! while it is sent, so that nothing that was built can hold it.

mod event;
mod server;
mod watch;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{self, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use tokio::sync::watch as channel;

use self::event::{Event, Finding, Stamps};
pub use self::server::{router, serve};
use super::load::{Project, compiled};
use super::site::{self, Files, PublicUrl, TemplateError};
use super::terminal::note;
use crate::content::manual::Manual;
use crate::diag::render::{Format, render};
use crate::diag::{SourceFile, has_errors};
use crate::route::{RESERVED, Route};
use crate::view::model::SiteView;

/// What a preview is made of.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// The texts and pictures.
    pub project: Project,
    /// The folder with the app that Trunk built.
    pub app: PathBuf,
    /// What Trunk made of `index.html`.
    pub template: String,
    /// The address below which the preview is served.
    pub public_url: PublicUrl,
}

/// A site that follows its texts.
#[derive(Debug)]
pub struct Preview {
    recipe: Recipe,
    shown: RwLock<Shown>,
    /// The newest event, as every browser gets it when it connects and whenever it changes.
    news: channel::Sender<Arc<str>>,
    /// Held while a whole site is made, so that of many changes in a row only the last is made into one.
    making: Mutex<()>,
}

/// What is served at the moment.
#[derive(Debug, Default)]
struct Shown {
    /// The texts as they were read last.
    read: BTreeMap<String, Arc<SourceFile>>,
    /// The last manual without a mistake, as long as `files` are not made of it: its pages are rendered when asked for.
    manual: Option<Arc<Manual>>,
    /// The last whole site; empty as long as there was none.
    files: Files,
    /// What the pages of that site share.
    view: Option<SiteView>,
    /// What is wrong with the text now, and which site is served.
    event: Event,
}

impl Preview {
    /// Compiles the manual for the first time. With a mistake in it there is no site yet, only the findings.
    ///
    /// # Errors
    ///
    /// Returns [`TemplateError`] when `template` has no place for head or body.
    pub fn open(recipe: Recipe) -> Result<Arc<Self>, TemplateError> {
        site::check_template(&recipe.template)?;
        let news = channel::Sender::new(Arc::from(""));
        let preview = Arc::new(Self { recipe, shown: RwLock::default(), news, making: Mutex::new(()) });
        preview.renew(&BTreeSet::new());
        Ok(preview)
    }

    /// Follows the changes of the files from now on, in a thread of its own.
    ///
    /// # Errors
    ///
    /// Returns an error when the system does not tell about changes; what is shown then stays as it is.
    pub fn follow(self: &Arc<Self>) -> Result<()> {
        let project = &self.recipe.project;
        let full = |folder: PathBuf| path::absolute(folder).context("asking for the current folder");
        let (docs, public) = (full(project.docs())?, full(project.public())?);
        let changes = watch::Changes::below(&[docs, public.clone()]).context("watching for changes")?;
        let preview = Arc::clone(self);
        thread::spawn(move || {
            while let Some(mut paths) = changes.next() {
                let start = Instant::now();
                paths.retain(|path| path.starts_with(&public));
                let renewal = preview.renew(&paths);
                note(&renewal.words(start.elapsed()));
                if renewal == Renewal::Shown {
                    let preview = Arc::clone(&preview);
                    thread::spawn(move || preview.make_whole());
                }
            }
        });
        Ok(())
    }

    /// Compiles the manual as it is now and tells every browser what came of it; `pictures` are the changed files that no
    /// document holds.
    fn renew(&self, pictures: &BTreeSet<PathBuf>) -> Renewal {
        let sources = match self.recipe.project.sources() {
            Ok(sources) => sources,
            Err(error) => return self.tell(vec![Finding::without_place(format!("{error:#}"))], None, pictures),
        };
        if pictures.is_empty() && sources.value.docs == self.shown().read {
            return Renewal::Same;
        }
        let checked = compiled(&sources);
        let findings = render(&checked.diagnostics, Format::Human);
        if !findings.is_empty() {
            note(findings.trim_end());
        }
        self.shown.write().unwrap_or_else(PoisonError::into_inner).read = sources.value.docs;
        let manual = checked.value.filter(|_| !has_errors(&checked.diagnostics));
        self.tell(event::findings(&checked.diagnostics), manual, pictures)
    }

    fn tell(&self, findings: Vec<Finding>, manual: Option<Manual>, pictures: &BTreeSet<PathBuf>) -> Renewal {
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        let renewal = if manual.is_some() { Renewal::Shown } else { Renewal::OldSiteStays };
        if let Some(manual) = manual {
            shown.manual = Some(Arc::new(manual));
            shown.event.site.advance();
        }
        if !pictures.is_empty() {
            shown.event.whole.advance();
        }
        shown.event.findings = findings;
        let (json, is_first) = (shown.event.json(), shown.view.is_none());
        drop(shown);
        // Without any site before, there is nothing that a page could be rendered into.
        if is_first {
            self.make_whole();
        }
        self.news.send_replace(json);
        renewal
    }

    /// Makes the whole site of the newest manual: packs, search, and every page. A page that is asked for before is rendered
    /// alone.
    fn make_whole(&self) {
        let _turn = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(manual) = self.shown().manual.clone() else { return };
        let recipe = &self.recipe;
        let Ok((files, view)) = site::prerender_with_view(&manual, &recipe.template, &recipe.public_url) else {
            return;
        };
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        // What a page at hand asks for later has the names of the site that it came from.
        let old = std::mem::replace(&mut shown.files, files);
        for (name, bytes) in old.into_iter().filter(|(name, _)| is_named_by_content(name)) {
            shown.files.entry(name).or_insert(bytes);
        }
        shown.view = Some(view);
        if shown.manual.as_ref().is_some_and(|newest| Arc::ptr_eq(newest, &manual)) {
            shown.manual = None;
        }
    }

    fn shown(&self) -> RwLockReadGuard<'_, Shown> {
        self.shown.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the page of a route from a manual that is newer than the whole site; `None` when there is none, or when the
    /// page is not the manual's.
    fn newer_page(&self, route: &Route) -> Option<Newer> {
        // Read at once: a document that is rendered while the next change comes is from the site before.
        let (manual, view, stamps) = {
            let shown = self.shown();
            (shown.manual.clone()?, shown.view.clone()?, shown.event.stamps())
        };
        if route.guide().is_some_and(|guide| RESERVED.contains(&guide)) {
            return None;
        }
        let recipe = &self.recipe;
        let document = site::document(&manual, route, &recipe.template, &recipe.public_url, &view);
        Some(document.map_or(Newer::Gone, |document| Newer::Document(document, stamps)))
    }
}

/// What a newer manual has at the address of a page.
#[derive(Debug)]
enum Newer {
    /// This document, from this site.
    Document(Vec<u8>, Stamps),
    /// No page any more.
    Gone,
}

/// Tells whether a file's name changes with its content: packs, search files and style sheets.
fn is_named_by_content(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// What came of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Renewal {
    /// A new site is served.
    Shown,
    /// The text is broken, or whole again: the site is the one before.
    OldSiteStays,
    /// Nothing that readers or writers see.
    Same,
}

impl Renewal {
    fn words(self, took: Duration) -> String {
        match self {
            Self::Shown => format!("Shown after {} ms", took.as_millis()),
            Self::OldSiteStays => "The last good site stays".to_owned(),
            Self::Same => "No text has changed".to_owned(),
        }
    }
}

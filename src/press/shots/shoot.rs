//! Goes through the runs: a browser, a sign-in, and a tab for each run.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use chromiumoxide::browser::Browser;
use chromiumoxide::cdp::browser_protocol::browser::BrowserContextId;
use chromiumoxide::cdp::browser_protocol::target::{CreateBrowserContextParams, CreateTargetParams};
use indicatif::{ProgressBar, ProgressStyle};

use super::camera::{self, Located, Photograph};
use super::chromium;
use super::failure::{ShopFailure, ShotFailure};
use super::gate::{Gate, Phase, Rules};
use super::plan::{Purpose, Run, Stage};
use super::shop::{Account, Shop};
use super::sign_in;
use super::store::{Change, Store};
use super::tab::Tab;
use crate::content::screenshots::{Capture, Screenshots, ShotId};
use crate::content::shot_definitions::{Screen, ShotDefinition, ShotDefinitions};
use crate::diag::{self, Diagnostic};
use crate::edition::Edition;
use crate::press::clock;
use crate::press::load::Project;

/// Everything that the runs need.
pub(super) struct Shooting<'a> {
    pub(super) project: &'a Project,
    pub(super) definitions: &'a ShotDefinitions,
    pub(super) edition: Edition,
    pub(super) shop: Shop,
    /// Product and version, when a person said it.
    pub(super) product: Option<String>,
    pub(super) patience: Duration,
}

/// What came of it.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) findings: Vec<Diagnostic>,
    pub(super) wanted: usize,
    pub(super) taken: usize,
    /// The screenshots that are new or look otherwise than before.
    pub(super) changed: BTreeSet<ShotId>,
    pub(super) sheet: Option<PathBuf>,
}

impl Shooting<'_> {
    /// Takes every picture that can be taken.
    ///
    /// # Errors
    ///
    /// Returns an error when there is no browser or a file cannot be written; what is wrong with the shop is a finding.
    pub(super) async fn shoot(&self, runs: &[Run], screenshots: Screenshots) -> Result<Outcome> {
        let (mut browser, profile) = chromium::launch(self.patience).await?;
        let outcome = self.with_browser(&browser, runs, screenshots).await;
        // A browser that has ended already is closed; its profile must outlive it.
        drop(browser.close().await);
        drop(browser.wait().await);
        drop(profile);
        outcome
    }

    async fn with_browser(&self, browser: &Browser, runs: &[Run], screenshots: Screenshots) -> Result<Outcome> {
        let pictures = |run: &Run| run.iter().filter(|stage| stage.purpose == Purpose::Picture).count();
        let mut outcome = Outcome { wanted: runs.iter().map(pictures).sum(), ..Outcome::default() };
        let product = match self.enter(browser, runs).await? {
            Ok(product) => product,
            Err(failure) => {
                outcome.findings.push(failure.finding(&self.shop.address(Screen::Admin, "/")));
                return Ok(outcome);
            }
        };
        let mut store = Store::open(self.project, self.edition, screenshots)?;
        let bar = progress(outcome.wanted);
        for run in runs {
            self.run(browser, run, &product, &mut store, &mut outcome, &bar).await?;
        }
        bar.finish_and_clear();
        outcome.sheet = Some(store.finish()?);
        diag::sort(&mut outcome.findings);
        Ok(outcome)
    }

    /// Signs in when a run or the product's version needs it, and returns the product.
    async fn enter(&self, browser: &Browser, runs: &[Run]) -> Result<Result<String, ShopFailure>> {
        let is_admin = |stage: &Stage| self.definitions.get(&stage.id).is_some_and(|shot| shot.screen == Screen::Admin);
        let needs_admin = runs.iter().flatten().any(is_admin);
        if let Some(product) = self.product.clone().filter(|_| !needs_admin) {
            return Ok(Ok(product));
        }
        let account = match Account::from_environment() {
            Ok(account) => account,
            Err(failure) => return Ok(Err(failure)),
        };
        let tab = self.tab(browser, None, Phase::SigningIn).await?;
        let entered = match sign_in::sign_in(&tab, &self.shop, &account, self.patience).await {
            Ok(()) => match &self.product {
                Some(product) => Ok(product.clone()),
                None => sign_in::read_product(&tab, self.edition).await,
            },
            Err(failure) => Err(failure),
        };
        tab.close().await;
        Ok(entered)
    }

    async fn tab(&self, browser: &Browser, context: Option<BrowserContextId>, phase: Phase) -> Result<Tab> {
        let mut blank = CreateTargetParams::new("about:blank");
        blank.browser_context_id = context;
        let page = browser.new_page(blank).await.context("opening a tab")?;
        let rules =
            Rules { shop: self.shop.clone(), requests: self.definitions.requests.clone(), allow: Vec::new(), phase };
        let gate = Gate::before(&page, rules).await.context("guarding a tab")?;
        Tab::new(page, gate, self.patience).await.map_err(|failure| anyhow!("opening a tab: {failure:?}"))
    }

    /// Follows the definitions of one run in a tab of its own.
    async fn run(
        &self,
        browser: &Browser,
        run: &Run,
        product: &str,
        store: &mut Store<'_>,
        outcome: &mut Outcome,
        bar: &ProgressBar,
    ) -> Result<()> {
        let shots: BTreeMap<&ShotId, &ShotDefinition> =
            run.iter().filter_map(|stage| Some((&stage.id, self.definitions.get(&stage.id)?))).collect();
        let is_admin = shots.values().all(|shot| shot.screen == Screen::Admin);
        let context = if is_admin {
            None
        } else {
            Some(browser.create_browser_context(CreateBrowserContextParams::default()).await?)
        };
        let tab = self.tab(browser, context.clone(), Phase::Looking).await?;
        let mut failed: Option<&ShotId> = None;
        for Stage { id, purpose } in run {
            let Some(shot) = shots.get(id) else { continue };
            bar.set_message(id.to_string());
            let photographed = match failed {
                Some(before) => Err(vec![(ShotFailure::Skipped(before.clone()), shot.span.clone())]),
                None => self.photograph(&tab, shot, *purpose).await,
            };
            match photographed {
                Ok(Some(photograph)) => {
                    keep(id, shot, photograph, product, store, outcome)?;
                }
                Ok(None) => {}
                Err(failures) => {
                    let is_lost = |(failure, _): &Located| matches!(failure, ShotFailure::LostMark(_));
                    if failed.is_none() && !failures.iter().all(is_lost) {
                        failed = Some(id);
                    }
                    outcome.findings.extend(
                        failures.into_iter().map(|(failure, span)| failure.finding(self.definitions, id, span)),
                    );
                }
            }
            bar.inc(u64::from(*purpose == Purpose::Picture));
        }
        tab.close().await;
        if let Some(context) = context {
            browser.dispose_browser_context(context).await.context("closing a customer's browser")?;
        }
        Ok(())
    }

    async fn photograph(
        &self,
        tab: &Tab,
        shot: &ShotDefinition,
        purpose: Purpose,
    ) -> Result<Option<Photograph>, Vec<Located>> {
        camera::go(tab, &self.shop, self.edition, shot).await.map_err(|failure| vec![failure])?;
        match purpose {
            Purpose::Picture => camera::take(tab, self.edition, shot).await.map(Some),
            Purpose::Passage => Ok(None),
        }
    }
}

/// Keeps a picture, and notes whether pages look otherwise with it.
fn keep(
    id: &ShotId,
    shot: &ShotDefinition,
    photograph: Photograph,
    product: &str,
    store: &mut Store<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Photograph { picture, marks } = photograph;
    let capture = Capture {
        width: picture.width(),
        height: picture.height(),
        product: product.to_owned(),
        captured: clock::today()?,
        marks,
    };
    outcome.taken += 1;
    if store.keep(id, &shot.title, &picture, capture)? != Change::Same {
        outcome.changed.insert(id.clone());
    }
    Ok(())
}

/// A bar on the terminal's error channel; nothing at all when that is no terminal.
fn progress(count: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(count).unwrap_or_default());
    let style = ProgressStyle::with_template("{bar:30} {pos} of {len}  {msg}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

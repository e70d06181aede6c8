//! What can go wrong with a shop, said where `docs/shots.toml` expected otherwise.

use std::ops::Range;
use std::path::Path;

use crate::content::screenshots::ShotId;
use crate::content::shot_definitions::ShotDefinitions;
use crate::diag::{Diagnostic, Lint};

static UNREACHABLE_SHOP: Lint = Lint::error("unreachable-shop", "a shop that does not answer");
static FAILED_SIGN_IN: Lint = Lint::error("failed-sign-in", "an Admin that lets nobody in");
static UNKNOWN_PRODUCT: Lint = Lint::error("unknown-product", "a shop that is not what was asked for");
static CHANGED_SELECTOR: Lint = Lint::error("changed-selector", "an element that is not where it was");
static LOST_MARK: Lint = Lint::error("lost-mark", "a marked element that is not in the picture");
static ERROR_PAGE: Lint = Lint::error("error-page", "a screen that is an error page");
static RESTLESS_PAGE: Lint = Lint::error("restless-page", "a page that does not come to rest");
static STOPPED_REQUEST: Lint = Lint::error("stopped-request", "a request that would have changed the shop");
static FAILED_STEP: Lint = Lint::error("failed-step", "a step that could not be taken");
static SKIPPED_SHOT: Lint = Lint::error("skipped-shot", "a screenshot that follows one that failed");

/// What went wrong before any screen was opened.
#[derive(Debug)]
pub(super) enum ShopFailure {
    /// Nothing answers.
    Unreachable(String),
    /// The Admin did not let us in.
    SignIn(String),
    /// The shop runs another product than was asked for.
    Product(String),
}

/// What went wrong with a screenshot.
#[derive(Debug)]
pub(super) enum ShotFailure {
    /// Nothing answers any more.
    Unreachable(String),
    /// The screen is an error page.
    ErrorPage(String),
    /// The page never came to rest; what it was waiting for.
    Restless(String),
    /// An element of a step or a clip is not there.
    Changed(String),
    /// A marked element is not in the picture.
    LostMark(String),
    /// A request that would have changed something was stopped.
    Stopped(String),
    /// A step could not be taken.
    Step(String),
    /// The screenshot where this one goes on failed.
    Skipped(ShotId),
}

impl ShopFailure {
    /// Makes the finding, at the shop's address.
    pub(super) fn finding(&self, address: &str) -> Diagnostic {
        let (lint, message, help) = match self {
            Self::Unreachable(why) => {
                (&UNREACHABLE_SHOP, format!("nothing answers: {why}"), "look at --url and --admin-path")
            }
            Self::SignIn(why) => (
                &FAILED_SIGN_IN,
                why.clone(),
                "set MERCHANT_DOCS_ADMIN_USER and MERCHANT_DOCS_ADMIN_PASSWORD to an account without two-factor sign-in",
            ),
            Self::Product(why) => (&UNKNOWN_PRODUCT, why.clone(), "say what it is: --product \"Mage-OS 3.5.0\""),
        };
        Diagnostic::about_path(lint, Path::new(address), message).help(help)
    }
}

impl ShotFailure {
    /// Makes the finding at the place of the definition that expected otherwise.
    pub(super) fn finding(&self, definitions: &ShotDefinitions, id: &ShotId, span: Range<usize>) -> Diagnostic {
        let find = |lint, message: String| definitions.finding(lint, span.clone(), format!("{id}: {message}"));
        match self {
            Self::Unreachable(why) => find(&UNREACHABLE_SHOP, format!("nothing answers: {why}")),
            Self::ErrorPage(why) => find(&ERROR_PAGE, why.clone()).label("this screen"),
            Self::Restless(why) => find(&RESTLESS_PAGE, format!("the page does not come to rest: {why}"))
                .help("give it longer with --patience, or mend the step before"),
            Self::Changed(what) => find(&CHANGED_SELECTOR, format!("nothing on the screen fits `{what}`"))
                .label("looked for here")
                .help("open the screen and write the element's new place"),
            Self::LostMark(label) => find(&LOST_MARK, format!("the mark “{label}” is not in the picture"))
                .label("marked here")
                .help("write its new place, or `editions = […]` when this edition lacks it"),
            Self::Stopped(what) => find(&STOPPED_REQUEST, format!("{what} was stopped: it might change the shop"))
                .help("when it only reads, add a part of its path to `allow`"),
            Self::Step(why) => find(&FAILED_STEP, why.clone()),
            Self::Skipped(before) => find(&SKIPPED_SHOT, format!("not taken: `{before}`, where it goes on, failed")),
        }
    }
}

//! `cargo site shots`: takes the screenshots of one edition again, in a running shop.
//!
//! A real browser follows `docs/shots.toml`. It only looks: nothing but what reads leaves it, save for the sign-in. A
//! picture takes the place of the old one when all of it is there; what went wrong is said where the definition stands.

mod camera;
mod chromium;
mod contact_sheet;
mod failure;
mod gate;
mod metadata;
mod picture;
mod plan;
mod shoot;
mod shop;
mod sign_in;
mod steps;
mod store;
mod tab;
mod usage;

use std::fmt::Write;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use clap::Args;

use self::plan::{Purpose, Run, Wanted};
use self::shoot::{Outcome, Shooting};
use self::shop::Shop;
use super::load::Project;
use super::terminal::{note, result};
use crate::content::manual::Manual;
use crate::content::shot_definitions::ShotDefinitions;
use crate::diag::has_errors;
use crate::diag::render::{Format, render};
use crate::edition::Edition;

/// What a person asks of `cargo site shots`.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Names of screenshots; `*` stands for any part: `catalog/*`.
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// Takes every screenshot of the edition.
    #[arg(long, conflicts_with_all = ["names", "shown"])]
    all: bool,
    /// Takes those that pages show.
    #[arg(long, conflicts_with = "names")]
    shown: bool,
    /// Which edition the shop runs: open-source or mage-os.
    #[arg(long, value_parser = super::cli::edition)]
    edition: Edition,
    /// The shop's address: <https://shop.example/>.
    #[arg(long, required_unless_present = "dry_run")]
    url: Option<String>,
    /// The name of the shop's Admin in its address.
    #[arg(long, default_value = "admin", value_name = "NAME")]
    admin_path: String,
    /// Product and version, when the Admin's footer does not say.
    #[arg(long)]
    product: Option<String>,
    /// How long a page may take to come to rest.
    #[arg(long, default_value_t = 60, value_name = "SECONDS")]
    patience: u64,
    /// Prints what would be taken, and touches neither shop nor files.
    #[arg(long)]
    dry_run: bool,
}

/// Takes screenshots; the code is 1 when the definitions are wrong or a screenshot could not be taken.
///
/// # Errors
///
/// Returns an error when nothing fits, there is no browser, or a file cannot be written.
pub(super) fn run(project: &Project, arguments: &Arguments) -> Result<ExitCode> {
    let sources = project.sources()?.value;
    let checked = ShotDefinitions::load(&sources);
    if has_errors(&checked.diagnostics) {
        note(render(&checked.diagnostics, Format::Human).trim_end());
        return Ok(ExitCode::FAILURE);
    }
    let definitions = checked.value.context("there is no docs/shots.toml")?;
    let manual = project.compile()?.value.context("the manual cannot be read: try `cargo site check`")?;
    let runs = planned(&definitions, &manual, arguments)?;
    let Some(url) = arguments.url.as_ref().filter(|_| !arguments.dry_run) else {
        result(dry(&definitions, arguments.edition, &runs).trim_end());
        return Ok(ExitCode::SUCCESS);
    };
    let shooting = Shooting {
        project,
        definitions: &definitions,
        edition: arguments.edition,
        shop: Shop::new(url, &arguments.admin_path)?,
        product: arguments.product.clone(),
        patience: Duration::from_secs(arguments.patience.max(1)),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("starting the driver")?;
    let outcome = runtime.block_on(shooting.shoot(&runs, manual.screenshots.clone()))?;
    report(&manual, &outcome);
    Ok(if has_errors(&outcome.findings) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn planned(definitions: &ShotDefinitions, manual: &Manual, arguments: &Arguments) -> Result<Vec<Run>> {
    let shown = usage::shown(manual);
    let wanted = match (arguments.all, arguments.shown) {
        (true, _) => Wanted::All,
        (_, true) => Wanted::Shown(&shown),
        _ if arguments.names.is_empty() => bail!("say which screenshots: names, --shown or --all"),
        _ => Wanted::Named(&arguments.names),
    };
    Ok(plan::runs(definitions, &plan::choose(definitions, arguments.edition, wanted)?))
}

/// Says what would be taken.
fn dry(definitions: &ShotDefinitions, edition: Edition, runs: &[Run]) -> String {
    let mut out = String::new();
    for stage in runs.iter().flatten() {
        let Some(shot) = definitions.get(&stage.id) else { continue };
        let path = shot.path(edition).map_or_else(|| "goes on".to_owned(), toml::Spanned::into_inner);
        let purpose = match stage.purpose {
            Purpose::Picture => "",
            Purpose::Passage => ", on the way only",
        };
        let steps = shot.steps(edition).len();
        let _ = writeln!(out, "{}: {path}, {steps} steps, {} marks{purpose}", stage.id, shot.marks.len());
    }
    let count = runs.iter().flatten().filter(|stage| stage.purpose == Purpose::Picture).count();
    let _ = writeln!(out, "{count} screenshots would be taken");
    out
}

/// Prints what went wrong, what was taken and which pages show what changed.
fn report(manual: &Manual, outcome: &Outcome) {
    let findings = render(&outcome.findings, Format::Human);
    if !findings.is_empty() {
        note(findings.trim_end());
    }
    let (taken, changed) = (outcome.taken, outcome.changed.len());
    result(&format!("{taken} of {} screenshots taken, {changed} look otherwise than before", outcome.wanted));
    if let Some(sheet) = &outcome.sheet {
        result(&format!("Contact sheet: {}", sheet.display()));
    }
    let pages = usage::pages_showing(manual, &outcome.changed);
    if !pages.is_empty() {
        result(&format!("Pages to look at:\n  {}", pages.join("\n  ")));
    }
}

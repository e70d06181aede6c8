//! The command line: `cargo site …`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;
use std::time::Instant;
use std::{env, fs};

use anyhow::{Context as _, Result, bail};
use clap::{Parser, Subcommand, ValueEnum};

use super::board::Board;
use super::budget::Weights;
use super::live::{Preview, Recipe};
use super::load::Project;
use super::site::{self, PublicUrl};
use super::status::Status;
use super::terminal::{note, result};
use super::tools::{self, AppProfile};
use super::{
    clock, fix, fresh_facts, git, lint_reference, live, new_page, offline, review, search, shots, styles, verify, write,
};
use crate::content::manual::Manual;
use crate::diag::render::{Format, count, render};
use crate::diag::{self, has_errors, nearest};
use crate::edition::Edition;
use crate::lint;

/// The press of Merchant Docs: turns docs/ into a static site.
#[derive(Parser)]
#[command(name = "cargo site", version)]
struct Arguments {
    /// The project's folder, with docs and public in it.
    #[arg(long, global = true, value_name = "FOLDER")]
    project: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks the text and prints everything that is wrong; exits with 1 when something is.
    Check {
        /// How findings are printed.
        #[arg(long, value_enum, default_value_t)]
        format: FormatArgument,
        /// Prints the notes as well, which are only counted otherwise.
        #[arg(long)]
        notes: bool,
        /// Says what a rule wants, and why, instead of checking: `--explain dead-link`.
        #[arg(long, value_name = "RULE")]
        explain: Option<String>,
        /// Mends what is certain first: names that are one slip away from the only one that can be meant.
        #[arg(long)]
        fix: bool,
    },
    /// Begins a page: writes its skeleton and lists it at the end of its guide.
    New {
        /// Guide and name of the page: catalog/my-page.
        page: String,
        /// The title, when the name does not say it.
        #[arg(long)]
        title: Option<String>,
    },
    /// Records that a person has reviewed a page; refuses while anything is found in it.
    Review {
        /// The page: sales/refund.
        page: String,
        /// The name of the person.
        #[arg(long, value_name = "NAME")]
        by: String,
    },
    /// Builds the whole site into a folder that any static host can serve.
    Build {
        /// Where the site goes.
        #[arg(long, default_value = "dist", value_name = "FOLDER")]
        out: PathBuf,
        /// The address of the site: a path like /docs/, or better the whole address, which makes sitemap and canonical links.
        #[arg(long, default_value = "/", value_name = "ADDRESS")]
        public_url: PublicUrl,
        /// Builds the app with checks instead of small.
        #[arg(long)]
        debug: bool,
    },
    /// Shows the site on this machine, and every change of its texts and pictures as it is saved.
    Serve {
        /// The port.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The path under which it is served.
        #[arg(long, default_value = "/", value_name = "PATH")]
        public_url: PublicUrl,
        /// Builds the app with checks instead of small.
        #[arg(long)]
        debug: bool,
    },
    /// Compares a fresh export of facts with docs/facts and says what changed.
    Facts {
        /// The folder with `open-source` and `mage-os` in it, or one of them.
        folder: PathBuf,
    },
    /// Says how far the manual is and what has grown old.
    Status {
        /// How it is printed.
        #[arg(long, value_enum, default_value_t)]
        format: StatusFormat,
        /// Facts that were read earlier than this are old.
        #[arg(long, default_value_t = 180, value_name = "DAYS")]
        facts_days: u32,
        /// Writes a board of all pages by state into this file instead.
        #[arg(long, value_name = "FILE", conflicts_with = "format")]
        html: Option<PathBuf>,
    },
    /// Answers a query on the command line as the site would.
    Search {
        /// What a reader types.
        query: String,
        /// Whose reader: open-source or mage-os.
        #[arg(long, default_value = "open-source", value_parser = edition)]
        edition: Edition,
        /// Takes the score of every hit apart.
        #[arg(long)]
        explain: bool,
    },
    /// Takes the screenshots of one edition again, in a running shop.
    ///
    /// The account for the Admin is taken from `MERCHANT_DOCS_ADMIN_USER` and `MERCHANT_DOCS_ADMIN_PASSWORD`.
    Shots(shots::Arguments),
    /// Runs every check and test of the project, browser included.
    Test,
}

/// Reads an edition as a person writes it.
pub(super) fn edition(id: &str) -> Result<Edition, String> {
    Edition::parse(id).ok_or_else(|| format!("`{id}` is neither open-source nor mage-os"))
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum StatusFormat {
    /// Tables.
    #[default]
    Human,
    /// One JSON object.
    Json,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum FormatArgument {
    /// The line with a caret under it, and the help.
    #[default]
    Human,
    /// One line a finding.
    Short,
    /// Workflow commands for GitHub.
    Github,
    /// One JSON array, for other programs.
    Json,
}

impl From<FormatArgument> for Format {
    fn from(argument: FormatArgument) -> Self {
        match argument {
            FormatArgument::Human => Self::Human,
            FormatArgument::Short => Self::Short,
            FormatArgument::Github => Self::Github,
            FormatArgument::Json => Self::Json,
        }
    }
}

/// Runs the command line and returns its exit code: 0, 1 for a manual with mistakes, 2 for everything else.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match execute(arguments) {
        Ok(code) => code,
        Err(error) => {
            note(&format!("error: {error:#}"));
            ExitCode::from(2)
        }
    }
}

fn execute(arguments: Arguments) -> Result<ExitCode> {
    let root = arguments.project.or_else(|| env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from));
    let project = Project { root: root.unwrap_or_else(|| PathBuf::from(".")) };
    match arguments.command {
        Command::Check { explain: Some(rule), .. } => explain(&rule),
        Command::Check { format, notes, fix, explain: None } => {
            if fix {
                fix::apply(&project)?.iter().for_each(|line| note(line));
            }
            check(&project, format.into(), notes)
        }
        Command::Review { page, by } => review(&project, &page, &by),
        Command::New { page, title } => {
            result(&new_page::create(&project, &page, title.as_deref())?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Build { out, public_url, debug } => {
            let out = env::current_dir().context("asking for the current folder")?.join(out);
            let code = build(&project, profile(debug), &public_url, &out)?;
            if code == ExitCode::SUCCESS && !debug {
                result(&Weights::of(&out)?.to_string());
            }
            Ok(code)
        }
        Command::Serve { port, public_url, debug } => {
            let app = tools::build_app(&project, profile(debug), &public_url)?;
            preview(project, app, public_url, port)
        }
        Command::Facts { folder } => {
            let folder = env::current_dir().context("asking for the current folder")?.join(folder);
            facts(&project, &folder)
        }
        Command::Status { html: Some(file), .. } => board(&project, &file),
        Command::Status { format, facts_days, html: None } => status(&project, format, facts_days),
        Command::Search { query, edition, explain } => {
            let manual = project.compile()?.value.context("the manual cannot be read: try `cargo site check`")?;
            result(search::answer(&manual, &query, edition, explain)?.trim_end());
            Ok(ExitCode::SUCCESS)
        }
        Command::Shots(arguments) => shots::run(&project, &arguments),
        Command::Test => {
            verify::all(&project, |profile, public_url, out| {
                let public_url = PublicUrl::from_str(public_url).context("reading the address")?;
                let code = build(&project, profile, &public_url, out)?;
                if code != ExitCode::SUCCESS {
                    bail!("the manual has mistakes");
                }
                if profile == AppProfile::Release && public_url == PublicUrl::default() {
                    let weights = Weights::of(out)?;
                    note(&weights.to_string());
                    weights.check()?;
                }
                Ok(())
            })?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn preview(project: Project, app: PathBuf, public_url: PublicUrl, port: u16) -> Result<ExitCode> {
    let template = template_of(&app)?;
    let path = public_url.base.as_str().to_owned();
    let preview = Preview::open(Recipe { project, app, template, public_url })?;
    preview.follow().unwrap_or_else(|error| note(&format!("The preview does not follow changes: {error:#}")));
    live::serve(&preview, port, |address| {
        result(&format!("Serving http://{address}{path}, changes show as you save (stop with Ctrl-C)"));
    })?;
    Ok(ExitCode::SUCCESS)
}

const fn profile(debug: bool) -> AppProfile {
    if debug { AppProfile::Debug } else { AppProfile::Release }
}

fn check(project: &Project, format: Format, with_notes: bool) -> Result<ExitCode> {
    let checked = project.compile()?;
    let broken = has_errors(&checked.diagnostics) || checked.value.is_none();
    let notes = checked.value.as_ref().map(lint::notes).unwrap_or_default();
    let mut found = checked.diagnostics;
    let verdict = if found.is_empty() { "nothing wrong" } else { "nothing that stops the build" };
    if with_notes {
        found.extend(notes.iter().cloned());
        diag::sort(&mut found);
    }
    result(render(&found, format).trim_end());
    let code = if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    // What programs read has findings on its lines and nothing else.
    let is_read_by_a_person = format == Format::Human || found.is_empty() && format != Format::Json;
    if !is_read_by_a_person {
        return Ok(code);
    }
    if let Some(manual) = checked.value.filter(|_| !broken) {
        result(&format!("{} pages in {} guides, {verdict}", manual.pages().count(), manual.guides.len()));
    }
    if let Some(first) = found.first() {
        note(&format!("What a rule wants, and why: `cargo site check --explain {}`", first.lint.name));
    }
    if !with_notes && !notes.is_empty() {
        note(&format!("{}: `cargo site check --notes` shows them", count(&notes)));
    }
    Ok(code)
}

fn explain(rule: &str) -> Result<ExitCode> {
    if let Some(text) = lint_reference::for_terminal(rule) {
        result(text.trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    let near = nearest(rule, lint::ALL.iter().map(|rule| rule.lint.name));
    let help = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    bail!("no rule is called `{rule}`{help}");
}

fn review(project: &Project, page: &str, by: &str) -> Result<ExitCode> {
    match review::record(project, page, by, clock::today()?)? {
        review::Outcome::Recorded(words) => {
            result(&words);
            Ok(ExitCode::SUCCESS)
        }
        review::Outcome::Refused(findings) => {
            note(findings.trim_end());
            note("The review was not recorded: mend what was found first.");
            Ok(ExitCode::FAILURE)
        }
    }
}

fn board(project: &Project, file: &Path) -> Result<ExitCode> {
    let manual = project.compile()?.value.context("the manual cannot be read; `cargo site check` says why")?;
    let file = env::current_dir().context("asking for the current folder")?.join(file);
    write::file(&file, Board::of(project, &manual, clock::today()?).html().as_bytes())?;
    result(&format!("Wrote {}", file.display()));
    Ok(ExitCode::SUCCESS)
}

fn facts(project: &Project, folder: &Path) -> Result<ExitCode> {
    let changes = fresh_facts::compare(project, folder)?;
    let findings = render(&changes.diagnostics, Format::Human);
    if !findings.is_empty() {
        note(findings.trim_end());
    }
    result(changes.value.trim_end());
    Ok(if has_errors(&changes.diagnostics) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn status(project: &Project, format: StatusFormat, facts_days: u32) -> Result<ExitCode> {
    let manual = project.compile()?.value.context("the manual cannot be read; `cargo site check` says why")?;
    let status = Status::of(&manual, clock::today()?, facts_days);
    match format {
        StatusFormat::Human => result(status.for_people().trim_end()),
        StatusFormat::Json => result(&serde_json::to_string_pretty(&status).context("writing JSON")?),
    }
    Ok(ExitCode::SUCCESS)
}

fn build(project: &Project, profile: AppProfile, public_url: &PublicUrl, out: &Path) -> Result<ExitCode> {
    let checked = project.compile()?;
    let findings = render(&checked.diagnostics, Format::Human);
    if !findings.is_empty() {
        note(findings.trim_end());
    }
    let Some(mut manual) = checked.value.filter(|_| !has_errors(&checked.diagnostics)) else {
        note("Nothing was built: the manual has mistakes.");
        return Ok(ExitCode::FAILURE);
    };
    manual.changes = git::last_changes(project);
    let app = tools::build_app(project, profile, public_url)?;
    let start = Instant::now();
    let count = write_site(project, &manual, &app, public_url, out)?;
    result(&format!("{count} pages in {} ms, written to {}", start.elapsed().as_millis(), out.display()));
    Ok(ExitCode::SUCCESS)
}

/// Reads what Trunk made of `index.html`, with the app behind the text.
fn template_of(app: &Path) -> Result<String> {
    let template = fs::read_to_string(app.join("index.html")).context("reading what Trunk made of index.html")?;
    Ok(site::text_first(&template))
}

fn write_site(project: &Project, manual: &Manual, app: &Path, public_url: &PublicUrl, out: &Path) -> Result<usize> {
    let template = template_of(app)?;
    let mut files = site::prerender(manual, &template, public_url)?;
    let copies = [write::copies_of(&project.public(), |_| true)?, write::copies_of(app, |name| name != "index.html")?];
    // What wasm-bindgen writes is for people: its comments and indentation would be fetched by every reader.
    for name in copies[1].1.iter().filter(|name| Path::new(name).extension().is_some_and(|end| end == "js")) {
        let script = fs::read_to_string(app.join(name)).with_context(|| format!("reading {name}"))?;
        files.insert(name.clone(), styles::compact(&script).into_bytes());
    }
    offline::finish(&mut files, &write::fingerprints(&copies)?, &public_url.base);
    write::replace(out, &files, &copies)?;
    Ok(manual.pages().count())
}

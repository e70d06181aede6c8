//! The command line: `cargo site …`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;
use std::time::Instant;
use std::{env, fs};

use anyhow::{Context as _, Result, bail};
use clap::{Parser, Subcommand, ValueEnum};

use super::budget::Weights;
use super::load::Project;
use super::site::{self, PublicUrl};
use super::status::Status;
use super::terminal::{note, result};
use super::tools::{self, AppProfile};
use super::{clock, fresh_facts, offline, search, serve, verify, write};
use crate::content::manual::Manual;
use crate::diag::has_errors;
use crate::diag::render::{Format, render};
use crate::edition::Edition;

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
    /// Builds the site and serves it on this machine.
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
    /// Runs every check and test of the project, browser included.
    Test,
}

fn edition(id: &str) -> Result<Edition, String> {
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
}

impl From<FormatArgument> for Format {
    fn from(argument: FormatArgument) -> Self {
        match argument {
            FormatArgument::Human => Self::Human,
            FormatArgument::Short => Self::Short,
            FormatArgument::Github => Self::Github,
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
        Command::Check { format } => check(&project, format.into()),
        Command::Build { out, public_url, debug } => {
            let out = env::current_dir().context("asking for the current folder")?.join(out);
            let code = build(&project, profile(debug), &public_url, &out)?;
            if code == ExitCode::SUCCESS && !debug {
                result(&Weights::of(&out)?.to_string());
            }
            Ok(code)
        }
        Command::Serve { port, public_url, debug } => {
            let out = project.root.join("target/serve");
            let code = build(&project, profile(debug), &public_url, &out)?;
            if code != ExitCode::SUCCESS {
                return Ok(code);
            }
            let base = public_url.base;
            serve::serve(&out, &base, port, |address| {
                result(&format!("Serving http://{address}{} (stop with Ctrl-C)", base.as_str()));
            })?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Facts { folder } => {
            let folder = env::current_dir().context("asking for the current folder")?.join(folder);
            facts(&project, &folder)
        }
        Command::Status { format, facts_days } => status(&project, format, facts_days),
        Command::Search { query, edition, explain } => {
            let manual = project.compile()?.value.context("the manual cannot be read: try `cargo site check`")?;
            result(search::answer(&manual, &query, edition, explain)?.trim_end());
            Ok(ExitCode::SUCCESS)
        }
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

const fn profile(debug: bool) -> AppProfile {
    if debug { AppProfile::Debug } else { AppProfile::Release }
}

fn check(project: &Project, format: Format) -> Result<ExitCode> {
    let checked = project.compile()?;
    result(render(&checked.diagnostics, format).trim_end());
    let broken = has_errors(&checked.diagnostics) || checked.value.is_none();
    if !broken && let Some(manual) = &checked.value {
        result(&format!("{} pages in {} guides, nothing wrong", manual.pages().count(), manual.guides.len()));
    }
    Ok(if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS })
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
    let Some(manual) = checked.value.filter(|_| !has_errors(&checked.diagnostics)) else {
        note("Nothing was built: the manual has mistakes.");
        return Ok(ExitCode::FAILURE);
    };
    let app = tools::build_app(project, profile, public_url)?;
    let start = Instant::now();
    let count = write_site(project, &manual, &app, public_url, out)?;
    result(&format!("{count} pages in {} ms, written to {}", start.elapsed().as_millis(), out.display()));
    Ok(ExitCode::SUCCESS)
}

fn write_site(project: &Project, manual: &Manual, app: &Path, public_url: &PublicUrl, out: &Path) -> Result<usize> {
    let template = fs::read_to_string(app.join("index.html")).context("reading what Trunk made of index.html")?;
    let mut files = site::prerender(manual, &template, public_url)?;
    let copies = [write::copies_of(&project.public(), |_| true)?, write::copies_of(app, |name| name != "index.html")?];
    offline::finish(&mut files, &write::sizes(&copies)?);
    write::replace(out, &files, &copies)?;
    Ok(manual.pages().count())
}

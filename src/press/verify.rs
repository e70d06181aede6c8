//! Everything that must hold before a change lands, quickest first: `cargo site test`.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use super::chromium;
use super::load::Project;
use super::terminal::note;
use super::tools::{AppProfile, ensure_target, run};

/// Where the browser tests find the sites that they open.
struct TestSites<'a> {
    root: &'a Path,
}

/// Runs every check and test; stops at the first that fails.
///
/// # Errors
///
/// Returns the name of what failed; its own output stands above.
pub(super) fn all(project: &Project, build: impl Fn(AppProfile, &str, &Path) -> Result<()>) -> Result<()> {
    let root = &project.root;
    let cargo = |name: &str, args: &[&str]| step(root, name, "cargo", args);
    cargo("formatting", &["fmt", "--check"])?;
    let deny: &[&str] = &["--", "--deny", "warnings"];
    ensure_target()?;
    cargo("clippy, native", &[&["clippy", "--quiet", "--all-targets"], deny].concat())?;
    cargo(
        "clippy, wasm32",
        &[&["clippy", "--quiet", "--lib", "--bins", "--target", "wasm32-unknown-unknown"], deny].concat(),
    )?;
    cargo("unit, lint, prerender and command line tests", &["test", "--quiet"])?;
    cargo("documentation", &["doc", "--quiet", "--no-deps", "--document-private-items"])?;
    browser()?;
    let sites = TestSites { root };
    build(AppProfile::Release, "/", &sites.folder("release"))?;
    build(AppProfile::Debug, "/", &sites.folder("debug"))?;
    build(AppProfile::Release, "/manual/docs/", &sites.folder("sub-path"))?;
    cargo("browser tests", &["test", "--test", "browser", "--", "--ignored", "--test-threads=2"])
}

impl TestSites<'_> {
    fn folder(&self, name: &str) -> std::path::PathBuf {
        self.root.join("target/test-sites").join(name)
    }
}

fn step(root: &Path, name: &str, program: &str, args: &[&str]) -> Result<()> {
    note(&format!("── {name}"));
    let start = Instant::now();
    let mut command = Command::new(program);
    command.current_dir(root).args(args).env("RUSTDOCFLAGS", "--deny warnings");
    run(&mut command, name)?;
    note(&format!("   {:.0} s", start.elapsed().as_secs_f32()));
    Ok(())
}

/// Looks for a browser; on Debian and its kin, with the right to, installs one.
fn browser() -> Result<()> {
    if chromium::find().is_some() {
        return Ok(());
    }
    let help = "the browser tests need Chromium: install it (Debian and Ubuntu: apt-get install chromium), or set CHROME to its path";
    if chromium::on_path("apt-get").is_none() || !is_root() {
        bail!(help);
    }
    note("Installing Chromium with apt-get (a minute) …");
    run(Command::new("apt-get").args(["update", "--quiet=2"]), "apt-get update").context(help)?;
    let install = ["install", "--yes", "--quiet=2", "--no-install-recommends", "chromium"];
    run(Command::new("apt-get").args(install).env("DEBIAN_FRONTEND", "noninteractive"), "apt-get install").context(help)
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.trim_ascii() == b"0")
}

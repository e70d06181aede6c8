//! The programs that build the app: found, or fetched with words about how long it takes.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use anyhow::{Context as _, Result, bail};

use super::load::Project;
use super::site::PublicUrl;
use super::terminal::note;

const TARGET: &str = "wasm32-unknown-unknown";
/// The newest Trunk that the project's Rust can build.
const TRUNK_VERSION: &str = "0.21.14";

/// How the app is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AppProfile {
    /// Small, for readers.
    Release,
    /// Quick to build and full of checks: a hydration that does not fit says where.
    Debug,
}

impl AppProfile {
    const fn folder(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Debug => "debug",
        }
    }
}

/// Builds the app with Trunk and returns the folder of its output, with the template in `index.html`.
///
/// # Errors
///
/// Returns an error when a tool can neither be found nor installed, or when the build fails.
pub(super) fn build_app(project: &Project, profile: AppProfile, public_url: &PublicUrl) -> Result<PathBuf> {
    ensure_target()?;
    let tools = project.root.join("target/tools");
    let trunk = ensure(&tools, "trunk", TRUNK_VERSION, |found| found.starts_with("0.21."))?;
    let bindgen = bindgen_version(&project.root)?;
    let bindgen_path = ensure(&tools, "wasm-bindgen", &bindgen, |found| found == bindgen)?;
    let dist = project.root.join("target/trunk").join(profile.folder());
    note(match profile {
        AppProfile::Release => "Building the app (the first time about two minutes, then seconds) …",
        AppProfile::Debug => "Building the app for debugging …",
    });
    let mut command = Command::new(&trunk);
    command.current_dir(&project.root).env("PATH", with_folder_of(&bindgen_path)?);
    command.args([
        "build",
        "--offline",
        "--skip-version-check",
        "--log=warn",
        "--public-url",
        public_url.base.as_str(),
    ]);
    command.arg("--dist").arg(&dist);
    if profile == AppProfile::Release {
        command.arg("--release");
    }
    // Trunk reads this as a yes or no; what other tools put there stops it.
    command.env_remove("NO_COLOR");
    run(&mut command, "trunk build")?;
    Ok(dist)
}

/// Runs a program with this terminal as its own.
///
/// # Errors
///
/// Returns an error when it cannot be started or fails.
pub(super) fn run(command: &mut Command, name: &str) -> Result<()> {
    let status = command.status().with_context(|| format!("starting {name}"))?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// Fetches the Rust target of the app when it is missing.
///
/// # Errors
///
/// Returns an error when rustup cannot add it.
pub(super) fn ensure_target() -> Result<()> {
    let libraries = Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).output();
    let is_there = libraries.is_ok_and(|out| Path::new(String::from_utf8_lossy(&out.stdout).trim()).is_dir());
    if is_there {
        return Ok(());
    }
    note(&format!("Fetching the Rust target {TARGET} (half a minute) …"));
    run(Command::new("rustup").args(["target", "add", TARGET]), "rustup target add")
}

/// Returns the path of a tool: the one on the reader's PATH when its version fits, else the project's own copy, which
/// is installed when it is missing.
fn ensure(tools: &Path, name: &str, version: &str, fits: impl Fn(&str) -> bool) -> Result<PathBuf> {
    let own = tools.join("bin").join(name).with_extension(env::consts::EXE_EXTENSION);
    for candidate in [PathBuf::from(name), own.clone()] {
        if installed_version(&candidate).is_some_and(|found| fits(&found)) {
            return Ok(candidate);
        }
    }
    let package = if name == "wasm-bindgen" { "wasm-bindgen-cli" } else { name };
    note(&format!("Installing {package} {version} into target/tools (once, two to five minutes) …"));
    fs::create_dir_all(tools).with_context(|| format!("making {}", tools.display()))?;
    let install = |locked: bool| {
        let mut command = Command::new("cargo");
        command.args(["install", "--quiet", package, "--version", version]).arg("--root").arg(tools);
        if locked {
            command.arg("--locked");
        }
        // These tools run for a second; optimising them takes a quarter of an hour.
        command.env("CARGO_PROFILE_RELEASE_LTO", "off");
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        run(&mut command, &format!("cargo install {package}"))
    };
    install(true).or_else(|_| install(false))?;
    Ok(own)
}

/// Returns the version that a tool prints of itself: the first word that begins with a digit.
fn installed_version(tool: &Path) -> Option<String> {
    let out = Command::new(tool).arg("--version").stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    text.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned)
}

/// Reads the version of wasm-bindgen from Cargo.lock: its command line must be the same one.
fn bindgen_version(root: &Path) -> Result<String> {
    let lock = fs::read_to_string(root.join("Cargo.lock")).context("reading Cargo.lock")?;
    let after =
        lock.split("name = \"wasm-bindgen\"\nversion = \"").nth(1).context("Cargo.lock names no wasm-bindgen")?;
    Ok(after.chars().take_while(|c| *c != '"').collect())
}

fn with_folder_of(tool: &Path) -> Result<std::ffi::OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folder = tool.parent().map(Path::to_owned).unwrap_or_default();
    let folders =
        std::iter::once(folder).filter(|folder| !folder.as_os_str().is_empty()).chain(env::split_paths(&path));
    env::join_paths(folders).context("joining PATH")
}

//! A page is begun: `cargo site new catalog/my-page`.

mod listing;

use std::fs;

use anyhow::{Context as _, Result, bail};

use super::load::Project;
use super::write;
use crate::content::manual::Manual;
use crate::content::sources::Sources;
use crate::diag::{Diagnostic, nearest};
use crate::edition::Edition;
use crate::facts::Facts;
use crate::lint::unwritten::UNWRITTEN;
use crate::route::Route;

/// What every new page says until somebody writes it: the order of a good page, each part with what belongs there.
const SKELETON: &str = include_str!("skeleton.md");

/// The description of a new page.
const DESCRIPTION: &str = "In one sentence, say what readers get done with this page.";

/// The page that a person asks for, as `guide` and `page` of `docs/guide/page.md`.
#[derive(Debug, PartialEq, Eq)]
struct Name<'n> {
    guide: &'n str,
    page: &'n str,
}

/// Writes the skeleton of a page and lists it at the end of its guide; returns what was done, for the person who asked.
///
/// Either both files are written or none.
///
/// # Errors
///
/// Returns an error when the name is no page's, the guide does not exist, the page is there already, or a file cannot be
/// written.
pub(super) fn create(project: &Project, name: &str, title: Option<&str>) -> Result<String> {
    let name = Name::parse(name)?;
    let Name { guide, page } = name;
    let sources = project.sources()?.value;
    let list = sources.get(&format!("{guide}/guide.toml")).with_context(|| no_guide(&sources, guide))?;
    let manual = project.compile()?.value;
    let route = Route::parse(&format!("/{guide}/{page}/")).context("reading the name")?;
    let path = format!("docs/{guide}/{page}.md");
    let file = project.root.join(&path);
    if let Some(taken) = manual.as_ref().and_then(|manual| manual.page(&route)) {
        bail!("the page {route} is there already: {}", taken.file.path);
    }
    if file.exists() {
        bail!("{path} is there already; list it in docs/{guide}/guide.toml");
    }
    let raw = fs::read_to_string(project.root.join(&list.path)).with_context(|| format!("reading {}", list.path))?;
    let listed = listing::with_page(&raw, page).with_context(|| format!("{} cannot be extended", list.path))?;
    let title = title.map_or_else(|| title_of(page), |title| title.trim().to_owned());
    let text = text(&title, page, manual.as_ref().and_then(|manual| manual.facts.as_ref()));
    write::file(&file, text.as_bytes())?;
    if let Err(error) = write::file(&project.root.join(&list.path), listed.as_bytes()) {
        drop(fs::remove_file(&file));
        return Err(error);
    }
    Ok(format!("Wrote {path} and listed it in {}: its address is {route}", list.path))
}

impl<'n> Name<'n> {
    fn parse(name: &'n str) -> Result<Self> {
        let bare = name.strip_prefix("docs/").unwrap_or(name).trim_matches('/');
        let bare = bare.strip_suffix(".md").unwrap_or(bare);
        let parts: Vec<&str> = bare.split('/').collect();
        let fits = Route::parse(&format!("/{bare}/")).is_ok();
        match parts.as_slice() {
            [_, "index"] => bail!("`index` is a guide's own page, which lists the others by itself"),
            [guide, page] if fits => Ok(Self { guide, page }),
            _ => {
                let help = if parts.len() == 2 { slug(bare) } else { "catalog/my-page".to_owned() };
                bail!(
                    "`{name}` is not the name of a page: write guide and page in lower case with hyphens, like `{help}`"
                )
            }
        }
    }
}

/// Turns what a person typed into what a route may have.
fn slug(text: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || "-_/".contains(c);
    let text: String = text.chars().map(|c| if fits(c) { c.to_ascii_lowercase() } else { ' ' }).collect();
    text.split_whitespace().collect::<Vec<_>>().join("-")
}

fn no_guide(sources: &Sources, guide: &str) -> String {
    let guides = || sources.docs.keys().filter_map(|path| path.strip_suffix("/guide.toml"));
    let help = match nearest(guide, guides()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", guides().collect::<Vec<_>>().join(", ")),
    };
    format!("there is no guide `{guide}`: {help}")
}

/// `related-products` is about "Related products".
fn title_of(page: &str) -> String {
    let words = page.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Returns the text of a new page. What it was checked against stands there as a comment: nobody has checked it yet.
fn text(title: &str, page: &str, facts: Option<&Facts>) -> String {
    let quoted = |text: &str| toml_edit::Value::from(text).to_string();
    let newest = |edition: Edition| {
        let versions = &facts?.versions;
        match edition {
            Edition::OpenSource => versions.open_source.first().map(|release| &*release.version),
            Edition::MageOs => versions.mage_os.first().map(|release| &*release.version),
        }
    };
    let releases = newest(Edition::OpenSource).zip(newest(Edition::MageOs));
    let checked = releases.map_or(String::new(), |(open_source, mage_os)| {
        format!(
            "# When you have followed every step in a shop, say in which release and when:\n\
             # checked = {{ open-source = \"{open_source}\", mage-os = \"{mage_os}\", on = \"…\" }}\n"
        )
    });
    let also = page.replace(['-', '_'], " ");
    format!(
        "+++\ntitle = {}\ndescription = {}\nalso = [{}]\nstatus = \"drafted\"\n{checked}+++\n\n{SKELETON}",
        quoted(title),
        quoted(DESCRIPTION),
        quoted(&also),
    )
}

/// Finds the sentences of the skeleton that still stand in a page.
pub(super) fn unwritten(manual: &Manual) -> Vec<Diagnostic> {
    let guiding = || SKELETON.lines().filter(|line| is_guiding(line)).chain([DESCRIPTION]);
    let mut found = Vec::new();
    for page in manual.pages() {
        for sentence in guiding() {
            let Some(start) = page.file.text.find(sentence) else { continue };
            let range = start..start + sentence.len();
            let message = "this sentence says what to write, and nobody has";
            found.push(Diagnostic::at(&UNWRITTEN, &page.file, range, message).help("write it, or take the part away"));
        }
    }
    found
}

/// Tells whether a line of the skeleton gives advice: headings and links to other pages may stay.
fn is_guiding(line: &str) -> bool {
    line.len() > 40 && !line.starts_with('#') && !line.starts_with("- [")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_named_by_its_guide_and_its_own_name() {
        let expected = Name { guide: "catalog", page: "my-page" };
        for name in ["catalog/my-page", "/catalog/my-page/", "docs/catalog/my-page.md"] {
            assert_eq!(Name::parse(name).unwrap(), expected);
        }
    }

    #[test]
    fn what_names_no_page_is_refused_with_a_name_that_does() {
        let error = |name| Name::parse(name).unwrap_err().to_string();
        assert!(error("Catalog/My Page").ends_with("like `catalog/my-page`"));
        assert!(error("catalog").ends_with("like `catalog/my-page`"));
        assert!(error("catalog/../../etc").contains("is not the name of a page"));
        assert!(error("a/../b").contains("is not the name of a page"));
        assert!(error("catalog/index").contains("own page"));
    }

    #[test]
    fn a_title_is_made_of_the_name() {
        assert_eq!(title_of("related-products"), "Related products");
    }

    #[test]
    fn the_skeleton_gives_advice_in_every_part() {
        let advice: Vec<&str> = SKELETON.lines().filter(|line| is_guiding(line)).collect();
        let headings = SKELETON.lines().filter(|line| line.starts_with("## ")).count();
        assert!(advice.len() > headings, "{advice:#?}");
    }
}

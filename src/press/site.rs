//! The whole site as files in memory: same manual in, same bytes out.

use std::collections::BTreeMap;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha256};

use super::article::Context;
pub use super::document::TemplateError;
use super::document::{self, Frame};
pub(super) use super::document::{check_template, text_first};
use super::styles::{self, StyleSheets};
use super::{hosts, moved, page_view, plain, printed, search_index};
use crate::content::manual::Manual;
use crate::route::{BasePath, Route};
use crate::view::model::{PageParts, PageView, SearchFiles, SiteView};
use crate::view::pack;

/// Where the site will live.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublicUrl {
    /// Scheme and host, `https://docs.example.org`; `None` when only the sub-path is known.
    pub origin: Option<String>,
    /// The sub-path.
    pub base: BasePath,
}

/// The text is no address and no path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrlError(String);

impl std::fmt::Display for PublicUrlError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}` is neither a path like /docs/ nor an address like https://docs.example.org/docs/", self.0)
    }
}

impl std::error::Error for PublicUrlError {}

impl std::str::FromStr for PublicUrl {
    type Err = PublicUrlError;

    /// Reads `/docs/` or `https://docs.example.org/docs/`.
    fn from_str(text: &str) -> Result<Self, PublicUrlError> {
        let error = || PublicUrlError(text.to_owned());
        let (origin, path) = match text.split_once("://") {
            Some((scheme @ ("http" | "https"), rest)) => {
                let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
                let fits = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:[]".contains(&b));
                (Some(fits.then(|| format!("{scheme}://{host}")).ok_or_else(error)?), path)
            }
            None if text.starts_with('/') => (None, text),
            _ => return Err(error()),
        };
        let base = BasePath::parse(path).map_err(|_| error())?;
        Ok(Self { origin, base })
    }
}

/// The files of the site by path below its root.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Prerenders the whole site around the app that Trunk built.
///
/// # Errors
///
/// Returns [`TemplateError`] when `template`, Trunk's `index.html`, has no place for head or body.
pub fn prerender(manual: &Manual, template: &str, public_url: &PublicUrl) -> Result<Files, TemplateError> {
    prerender_with_view(manual, template, public_url).map(|(files, _)| files)
}

/// Prerenders the whole site; returns also what all its pages share.
pub(super) fn prerender_with_view(
    manual: &Manual,
    template: &str,
    public_url: &PublicUrl,
) -> Result<(Files, SiteView), TemplateError> {
    document::check_template(template)?;
    let context = Context { manual, base: &public_url.base };
    let mut files = Files::new();
    let styles = add_styles(&mut files, manual);
    let pages: Vec<(PageParts, PageView)> = page_view::all(context).into_iter().map(rendered).collect();
    let packs = add_packs(&mut files, &pages);
    let site = SiteView {
        title: manual.site.title.clone(),
        base: public_url.base.clone(),
        source_address: manual
            .site
            .source_address
            .as_ref()
            .map(|address| address.as_str().to_owned())
            .unwrap_or_default(),
        packs,
        search: add_search(&mut files, manual),
    };
    let frame = Frame { template, site: &site, context, styles: &styles, origin: public_url.origin.as_deref() };
    for (parts, page) in &pages {
        files.insert(page.route.file(), document::render(parts, page, &frame).into_bytes());
    }
    let (not_found, not_found_page) = rendered(page_view::not_found(context));
    files.insert("404.html".to_owned(), document::render(&not_found, &not_found_page, &frame).into_bytes());
    let own = [page_view::search(context), page_view::offline(context), page_view::compare(context)].map(rendered);
    for (parts, page) in &own {
        files.insert(page.route.file(), document::render(parts, page, &frame).into_bytes());
    }
    files.extend(printed::all(&frame).into_iter().map(|(route, document)| (route.file(), document.into_bytes())));
    let routes: Vec<&Route> = pages.iter().chain(&own[2..]).map(|(_, page)| &page.route).collect();
    plain::add(&mut files, manual, public_url);
    moved::add(&mut files, manual, public_url);
    hosts::add(&mut files, &routes, manual, public_url);
    Ok((files, site))
}

/// Renders one document of a site whose other files are those of `site`, made before: the preview's way to show a change
/// before everything else is made. Its bytes are those of [`prerender`] but for the names of packs and search files.
pub(super) fn document(
    manual: &Manual,
    route: &Route,
    template: &str,
    public_url: &PublicUrl,
    site: &SiteView,
) -> Option<Vec<u8>> {
    let context = Context { manual, base: &public_url.base };
    let (parts, page) = page_view::one(context, route).map(rendered)?;
    let styles = add_styles(&mut Files::new(), manual);
    let frame = Frame { template, site, context, styles: &styles, origin: public_url.origin.as_deref() };
    Some(document::render(&parts, &page, &frame).into_bytes())
}

/// Adds the style sheets and returns their files.
fn add_styles(files: &mut Files, manual: &Manual) -> StyleSheets {
    let texts = styles::bundles();
    let mut add = |name, text: String| add_hashed(files, name, "css", text.into_bytes());
    StyleSheets {
        text: add("site", texts.text),
        dialogs: add("dialogs", texts.dialogs),
        print: add("print", texts.print),
        printed: add("printed", texts.printed + &printed::running_heads(manual)),
    }
}

/// Adds a file whose name changes with its content, so that a host may let browsers keep it for good; returns that name.
pub(super) fn add_hashed(files: &mut Files, name: &str, end: &str, bytes: Vec<u8>) -> String {
    let path = format!("{name}-{}.{end}", hash([&bytes]));
    files.insert(path.clone(), bytes);
    path
}

/// Returns what stands for content in the name of a file: 16 hexadecimal digits.
fn hash<'a>(contents: impl IntoIterator<Item = &'a Vec<u8>>) -> String {
    let digest = contents.into_iter().fold(Sha256::new(), Sha256::chain_update).finalize();
    let hash = digest.iter().take(8).fold(0u64, |hash, byte| hash << 8 | u64::from(*byte));
    format!("{hash:016x}")
}

fn rendered(parts: PageParts) -> (PageParts, PageView) {
    let view = page_view::render(parts.clone());
    (parts, view)
}

/// Adds the files of the search: names, the index of what was generated, and the parts of the texts.
fn add_search(files: &mut Files, manual: &Manual) -> SearchFiles {
    let index = search_index::files(manual);
    let names = deflated(&index.names);
    let texts: Vec<Vec<u8>> = index.bodies.iter().map(|bytes| deflated(bytes)).collect();
    let build = hash(std::iter::once(&names).chain(&texts));
    let generated = add_hashed(files, "search-reference", "bin", deflated(&search_index::reference(manual)));
    let search = SearchFiles { build, generated };
    files.insert(search.names(), names);
    files.extend(texts.into_iter().enumerate().map(|(part, bytes)| (search.texts(part), bytes)));
    search
}

/// Packs bytes as the browser's `DecompressionStream` unpacks them: hosts compress no files of unknown kinds.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("a vector takes every byte")
}

/// Adds a pack for each guide; the ending is `json` because hosts compress that by themselves, and `bin` they do not.
///
/// Pages below pages, the many parts of the settings reference, are in none: a reader opens one of them and would pay for
/// all. They are ordinary page loads.
fn add_packs(files: &mut Files, pages: &[(PageParts, PageView)]) -> Vec<(String, String)> {
    let mut guides: BTreeMap<&str, Vec<&PageView>> = BTreeMap::new();
    for (_, page) in pages.iter().filter(|(_, page)| page.route.parent().is_none()) {
        guides.entry(page.route.guide().unwrap_or_default()).or_default().push(page);
    }
    guides
        .into_iter()
        .map(|(guide, pages)| {
            let name = if guide.is_empty() { "guide-home".to_owned() } else { format!("guide-{guide}") };
            (guide.to_owned(), add_hashed(files, &name, "json", pack::write(&pages).into_bytes()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::load::Project;

    #[test]
    fn one_document_alone_is_the_one_of_the_whole_site() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid").into();
        let manual = Project { root }.compile().unwrap().value.unwrap();
        let (template, address) = ("<!-- press:head --><!-- press:body -->", PublicUrl::default());
        let (files, site) = prerender_with_view(&manual, template, &address).unwrap();
        for page in manual.pages() {
            let alone = document(&manual, &page.route, template, &address, &site).unwrap();
            assert!(alone == files[&page.route.file()], "{} differs", page.route);
        }
    }
}

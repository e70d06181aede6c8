//! What must hold for every document of a site, whatever its text.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use merchant_docs::edition::Edition;
use merchant_docs::press::site::Files;
use sha2::{Digest, Sha256};

use crate::html::{self, Document, Element};

/// What Trunk makes of `index.html`, as small as it gets.
pub(crate) const TEMPLATE: &str = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><!-- press:head --></head>\
                                   <body><!-- press:body --></body></html>\n";

/// A prerendered site with its documents read.
pub(crate) struct Site {
    pub(crate) documents: BTreeMap<String, Document>,
    files: BTreeSet<String>,
    base: String,
    problems: Vec<String>,
}

impl Site {
    /// Reads every document; `public` are the files that stand beside what the press writes.
    pub(crate) fn read(files: &Files, public: &BTreeSet<String>, base: &str) -> Self {
        let mut site = Self {
            documents: BTreeMap::new(),
            files: files.keys().chain(public).cloned().collect(),
            base: base.to_owned(),
            problems: Vec::new(),
        };
        for (name, bytes) in files.iter().filter(|(name, _)| name.strip_suffix(".html").is_some()) {
            let text = std::str::from_utf8(bytes).expect("the press writes UTF-8");
            match html::parse(text) {
                Ok(document) => drop(site.documents.insert(name.clone(), document)),
                Err(error) => site.problems.push(format!("{name}: {error}")),
            }
        }
        site
    }

    /// Returns everything that is wrong, one sentence each.
    pub(crate) fn problems(mut self) -> Vec<String> {
        let ids: BTreeMap<&str, BTreeSet<&str>> =
            self.documents.iter().map(|(name, document)| (name.as_str(), ids(document))).collect();
        let mut problems = Vec::new();
        for (name, document) in &self.documents {
            let mut found = Vec::new();
            duplicate_ids(document, &mut found);
            headings(document, &mut found);
            scripts_and_policy(document, &mut found);
            for element in &document.elements {
                executable(element, &mut found);
                picture(element, &mut found);
                self.address(name, element, &ids, &mut found);
                references(element, &ids[name.as_str()], &mut found);
            }
            problems.extend(found.into_iter().map(|problem| format!("{name}: {problem}")));
        }
        self.problems.append(&mut problems);
        self.problems
    }

    fn address(&self, name: &str, element: &Element, ids: &BTreeMap<&str, BTreeSet<&str>>, found: &mut Vec<String>) {
        for address in ["href", "src"].into_iter().filter_map(|key| element.get(key)) {
            let is_outside = ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
            if is_outside && element.name != "script" && element.name != "img" {
                continue;
            }
            let (path, fragment) = address.split_once('#').map_or((address, None), |(path, id)| (path, Some(id)));
            let target = match path.strip_prefix(&self.base) {
                None if path.is_empty() && fragment.is_some() => name.to_owned(),
                None => {
                    found.push(format!("<{}> leads to `{address}`, outside of {}", element.name, self.base));
                    continue;
                }
                Some(inner) if inner.is_empty() || inner.ends_with('/') => format!("{inner}index.html"),
                Some(inner) => inner.to_owned(),
            };
            if !self.files.contains(&target) {
                found.push(format!("<{}> leads to `{address}`, which does not exist", element.name));
            } else if let Some(fragment) = fragment
                && !ids.get(target.as_str()).is_some_and(|ids| ids.contains(fragment))
            {
                found.push(format!("`{address}` names no element of {target}"));
            }
        }
    }
}

fn ids(document: &Document) -> BTreeSet<&str> {
    document.elements.iter().filter_map(|element| element.get("id")).collect()
}

fn duplicate_ids(document: &Document, found: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for id in document.elements.iter().filter_map(|element| element.get("id")) {
        if id.is_empty() || id.contains(char::is_whitespace) {
            found.push(format!("the id `{id}` is empty or has a space"));
        }
        if !seen.insert(id) {
            found.push(format!("two elements have the id `{id}`"));
        }
    }
}

/// Tells whether readers of an edition see what stands inside an element.
fn is_shown(document: &Document, index: Option<usize>, edition: Edition) -> bool {
    document.around(index).all(|element| {
        element.get("hidden").is_none() && element.get("data-only").is_none_or(|only| only == edition.id())
    })
}

/// Returns the lines of `words` that a document does not show to the readers of an edition.
pub(crate) fn missing_words<'w>(
    document: &Document,
    words: &'w str,
    edition: Edition,
) -> impl Iterator<Item = &'w str> + use<'w> {
    // The number of a footnote stands in the middle of a sentence and is none of its words.
    let is_mark = |index| document.around(index).any(|element| element.name == "sup");
    let texts = document.texts.iter().filter(|text| is_shown(document, text.parent, edition) && !is_mark(text.parent));
    let texts = texts.map(|text| &*text.text);
    let pictures = document.elements.iter().enumerate().filter(|(index, _)| is_shown(document, Some(*index), edition));
    let alternatives = pictures.filter_map(|(_, element)| element.get("alt").or_else(|| drawing_name(element)));
    let shown = squeeze(&texts.chain(alternatives).collect::<String>());
    // The cells of a table row stand in one line with dots between.
    words.lines().filter(move |line| line.split('·').any(|cell| !shown.contains(&squeeze(cell))))
}

/// Drops what layout may change: spaces, and the dots that stand between cells.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '·').collect()
}

/// Checks one H1 and no skipped level, for the readers of each edition.
fn headings(document: &Document, found: &mut Vec<String>) {
    for edition in Edition::ALL {
        let shown = (0..document.elements.len()).filter(|index| is_shown(document, Some(*index), edition));
        let levels: Vec<u8> = shown.filter_map(|index| document.elements[index].heading_level()).collect();
        // A title is the first heading and no other has its level.
        if levels.iter().skip(1).any(|level| *level == 1) {
            found.push(format!("two h1 for {}: {levels:?}", edition.name()));
        }
        if levels.first() != Some(&1) || levels.windows(2).any(|pair| pair[1] > pair[0] + 1) {
            found.push(format!("heading levels skip for {}: {levels:?}", edition.name()));
        }
    }
}

/// Refuses what could run or style: `on…`, `style`, addresses with a script, elements that load anything.
pub(crate) fn executable(element: &Element, found: &mut Vec<String>) {
    const REFUSED: [&str; 6] = ["style", "iframe", "object", "embed", "base", "form"];
    // A form of this kind closes the dialog around it and sends nothing.
    let sends_nothing = element.name == "form" && element.get("method") == Some("dialog");
    if REFUSED.contains(&element.name.as_str()) && !sends_nothing {
        found.push(format!("<{}> stands in the document", element.name));
    }
    for (key, value) in &element.attributes {
        let address: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        let is_script = ["javascript:", "data:", "vbscript:"]
            .iter()
            .any(|scheme| address.to_lowercase().starts_with(scheme) && matches!(key.as_str(), "href" | "src"));
        if key.starts_with("on") || key == "style" || key == "srcdoc" || is_script {
            found.push(format!("<{}> has {key}=\"{value}\"", element.name));
        }
    }
}

/// Returns what a drawing says to those who do not see it.
fn drawing_name(element: &Element) -> Option<&str> {
    element.get("aria-label").filter(|_| element.name == "svg" && element.get("role") == Some("img"))
}

fn picture(element: &Element, found: &mut Vec<String>) {
    let is_drawing = element.name == "svg" && element.get("role") == Some("img");
    if is_drawing && drawing_name(element).is_none_or(|name| name.trim().is_empty()) {
        found.push(format!("a drawing has no name: {:?}", element.attributes));
    }
    if element.name != "img" {
        return;
    }
    let is_number = |key: &str| element.get(key).is_some_and(|value| value.parse::<u32>().is_ok());
    let has_alt = element.get("alt").is_some_and(|alt| !alt.trim().is_empty());
    if !has_alt || !is_number("width") || !is_number("height") || element.get("loading") != Some("lazy") {
        found.push(format!("a picture lacks alt, size or loading=lazy: {:?}", element.attributes));
    }
}

/// Checks that labels and descriptions name elements of the page.
fn references(element: &Element, ids: &BTreeSet<&str>, found: &mut Vec<String>) {
    for key in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
        let named = element.get(key).unwrap_or_default().split_whitespace();
        found.extend(
            named
                .filter(|id| !ids.contains(id))
                .map(|id| format!("<{}> has {key}=\"{id}\", which is none", element.name)),
        );
    }
}

/// Checks that the scripts are the press's own, and that the policy names those that run, and nothing else.
fn scripts_and_policy(document: &Document, found: &mut Vec<String>) {
    let policy = document
        .elements
        .iter()
        .find(|element| element.get("http-equiv") == Some("Content-Security-Policy"))
        .and_then(|element| element.get("content"))
        .unwrap_or_default();
    let mut running = 0;
    for (index, script) in document.elements.iter().enumerate().filter(|(_, element)| element.name == "script") {
        let text = document.text_of(index);
        match (script.get("type"), script.get("src")) {
            (Some("application/json" | "application/ld+json"), None) => {
                if serde_json::from_str::<serde_json::Value>(&text).is_err() {
                    found.push("a data block is no JSON".to_owned());
                }
            }
            (None | Some("module"), None) => {
                running += 1;
                let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
                if !policy.contains(&hash) {
                    found.push(format!("the policy lacks {hash}"));
                }
            }
            _ => found.push(format!("a script that the press did not write: {:?}", script.attributes)),
        }
    }
    // A page that has moved is nothing but a link.
    let is_moved = document.elements.iter().any(|element| element.get("http-equiv") == Some("refresh"));
    if running != usize::from(!is_moved) || policy.matches("'sha256-").count() != running {
        found.push(format!("{running} scripts run under the policy {policy}"));
    }
    if ["unsafe-inline", "'unsafe-eval'", "*", "http:", "data:"].iter().any(|loose| policy.contains(loose)) {
        found.push(format!("the policy is loose: {policy}"));
    }
}

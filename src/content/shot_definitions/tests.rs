//! What the reader of `docs/shots.toml` takes and refuses.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::diag::render::{Format, render};

fn load(text: &str) -> Checked<Option<ShotDefinitions>> {
    let docs = BTreeMap::from([(FILE.to_owned(), text.as_bytes().to_vec())]);
    ShotDefinitions::load(&Sources::from_bytes(docs, BTreeSet::new()).value)
}

#[track_caller]
fn refuses(text: &str, expected: &[&str]) {
    let findings = render(&load(text).diagnostics, Format::Short);
    let lines: Vec<&str> = findings.lines().collect();
    let prefix = |line: &&str| line.trim_start_matches("docs/shots.toml:").replace("error[bad-shot-definition]: ", "");
    assert_eq!(lines.iter().map(prefix).collect::<Vec<_>>(), expected);
}

#[test]
fn a_definition_is_read_with_what_an_edition_says_otherwise() {
    let text = r##"
        [shots."catalog/grid"]
        title = "The grid"
        path = "/catalog/product/"
        full = true
        max-height = 1300
        clip = { to = "#grid", pad = 8 }
        steps = [{ click = "#open", force = true }, { sleep = 300 }]
        marks = [{ label = "Save", at = "#save" }, { label = "Log", at = "#log", editions = ["mage-os"] }]
        mage-os = { viewport = [1440, 1100], steps = [] }
    "##;
    let checked = load(text);
    assert_eq!(checked.diagnostics, []);
    let definitions = checked.value.unwrap();
    let shot = definitions.get(&ShotId::parse("catalog/grid").unwrap()).unwrap();
    assert_eq!(shot.viewport(Edition::OpenSource), USUAL_WINDOW);
    assert_eq!(shot.viewport(Edition::MageOs), Size { width: 1440, height: 1100 });
    assert_eq!((shot.steps(Edition::OpenSource).len(), shot.steps(Edition::MageOs).len()), (2, 0));
    assert_eq!(shot.extent, Extent::Page { height_max: 1300 });
    assert_eq!(shot.clip(Edition::MageOs).unwrap().get_ref().pad, 8);
    assert_eq!(shot.marks[1].get_ref().editions, EditionSet::only(Edition::MageOs));
    assert_eq!(&text[shot.marks[0].span()], r##"{ label = "Save", at = "#save" }"##);
}

#[test]
fn every_mistake_is_shown_where_it_stands() {
    refuses(
        "[shots.\"a/b\"]\ntitle = 'x'\npfad = '/'\n",
        &[
            "3:1: unknown field `pfad`, expected one of `title`, `area`, `sign-in`, `editions`, `after`, `path`, `viewport`, \
         `full`, `max-height`, `keep-mouse`, `allow`, `clip`, `steps`, `marks`, `open-source`, `mage-os`",
        ],
    );
    refuses(
        "[shots.\"a/b\"]\ntitle = 'x'\npath = '/'\nsteps = [\n  { clik = '#a' },\n  { fill = '#a' },\n  { click = '#a', forced = true },\n  { wait = 'a[' },\n]\nmarks = [\n  { label = 'A', at = 'b >> ' },\n]\n",
        &[
            "5:3: no step is called `clik`",
            "6:3: `fill` lacks `with`",
            "7:3: `click` has no key `forced`",
            "8:3: the selector `a[` has a bracket that is not closed",
            "11:3: the selector `b >> ` has nothing beside a `>>`",
        ],
    );
    refuses("[shots.\"a/b\"]\ntitle = 'x'\n", &["1:8: `a/b` says neither where it is nor what it follows"]);
    refuses("[shots.\"A b\"]\ntitle = 'x'\npath = '/'\n", &["1:8: `A b` cannot be the name of a screenshot"]);
}

#[test]
fn a_chain_leads_to_a_beginning() {
    let shot = |id: &str, rest: &str| format!("[shots.\"{id}\"]\ntitle = 'x'\n{rest}\n");
    refuses(&shot("a", "after = 'b'"), &["3:9: `b` is not defined"]);
    refuses(
        &[shot("a", "after = 'b'"), shot("b", "after = 'a'")].concat(),
        &[
            "3:9: these screenshots follow each other in a circle",
            "6:9: these screenshots follow each other in a circle",
        ],
    );
    refuses(
        &[shot("a", "path = '/'\neditions = ['mage-os']"), shot("b", "after = 'a'")].concat(),
        &["7:9: `a` does not exist for Magento Open Source"],
    );
    refuses(
        &[shot("a", "path = '/'\narea = 'storefront'"), shot("b", "after = 'a'")].concat(),
        &["7:9: `a` is on other screens"],
    );
    refuses(
        &[shot("b", "path = '/'"), shot("a", "path = '/'")].concat(),
        &["1:8: `b` stands before a name that comes earlier in the alphabet"],
    );
}

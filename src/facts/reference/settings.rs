//! The settings reference: every field of both editions.

use std::collections::BTreeSet;

use super::build::{
    About, Text, code, definitions, either, heading, link, page, paragraph, passage, role, section, shell, table, words,
};
use super::layout::{FieldGroup, SectionPages, SettingsPage, anchor};
use super::{Sources, read_from};
use crate::content::link::LinkTarget;
use crate::content::manual::Page;
use crate::content::model::{Block, Inline};
use crate::content::wording::{Part, Wording};
use crate::edition::{Edition, EditionSet, PerEdition};
use crate::facts::place::CONFIGURATION;
use crate::facts::settings::{Condition, PAYMENT_BY_COUNTRY, Scope, Setting};
use crate::facts::words::{self, DefaultValue};
use crate::route::Anchor;

/// Returns the list of sections and the pages of every section.
pub(super) fn pages(sources: &Sources<'_>) -> Vec<Page> {
    let sections = &sources.facts.layout.sections;
    let mut pages = vec![overview(sources)];
    for section in sections {
        pages.extend((1..).zip(&section.pages).map(|(number, page)| section_page(section, page, number, sources)));
    }
    pages
}

fn overview(sources: &Sources<'_>) -> Page {
    let facts = sources.facts;
    let mut blocks = vec![paragraph(vec![
        Inline::Text("Every field of ".to_owned()),
        role(LinkTarget::AdminPath, CONFIGURATION),
        Inline::Text(
            ": where it stands, what it takes, what a fresh shop has, and the commands that read and change it."
                .to_owned(),
        ),
    ])];
    let mut tabs: Vec<&str> = Vec::new();
    for section in &facts.layout.sections {
        if !tabs.contains(&&*section.tab) {
            tabs.push(&section.tab);
        }
    }
    for tab in tabs {
        blocks.push(section_heading(tab));
        let of_tab = facts.layout.sections.iter().filter(|section| section.tab == tab);
        let rows = of_tab.map(|section| overview_row(section, sources)).collect();
        blocks.push(table(&["Section", "Fields"], rows));
    }
    blocks.push(read_from(facts));
    let about = About {
        route: "/reference/settings/",
        title: "All settings".to_owned(),
        description: "Every configuration field of both editions with its path, default, scope and command.".to_owned(),
        also: &["configuration reference", "config path", "core_config_data", "default value", "where is the setting"],
    };
    page(about, sources.file, blocks)
}

fn section_heading(tab: &str) -> Block {
    section(2, tab)
}

fn overview_row(section: &SectionPages, sources: &Sources<'_>) -> Vec<Text> {
    let mut name: Text = Vec::new();
    for (number, page) in (1..).zip(&section.pages) {
        match number {
            1 => name.push(link(&page.route, None, title(section))),
            _ => name.extend([Inline::Text(" · ".to_owned()), link(&page.route, None, format!("part {number}"))]),
        }
    }
    let count = |edition| match section.count(&sources.facts.of(edition).settings) {
        0 => words("not in this edition"),
        number => words(number.to_string()),
    };
    vec![name, either(PerEdition::from_fn(count))]
}

fn title(section: &SectionPages) -> String {
    match &*section.id {
        PAYMENT_BY_COUNTRY => format!("{} (merchant country United States)", section.label),
        _ => section.label.clone(),
    }
}

fn section_page(section: &SectionPages, own: &SettingsPage, number: usize, sources: &Sources<'_>) -> Page {
    let facts = sources.facts;
    let mut blocks = Vec::new();
    if section.pages.len() > 1 {
        blocks.push(parts(section, number));
    }
    let mut anchors = BTreeSet::new();
    for group in &own.groups {
        let fields: Vec<Block> = group.keys.iter().flat_map(|key| field(key, group, sources)).collect();
        let title = if group.labels.is_empty() { title(section) } else { group.labels.join(" > ") };
        let mut group_anchor = format!("group-{}", Anchor::from_heading(&title));
        while !anchors.insert(group_anchor.clone()) {
            group_anchor.push_str("-more");
        }
        let mut all = vec![heading(2, Anchor::written(&group_anchor), words(title))];
        all.extend(fields);
        match group.editions(&facts.exports).single() {
            Some(edition) => blocks.push(passage(edition, all)),
            None => blocks.extend(all),
        }
    }
    blocks.push(read_from(facts));
    let part =
        if section.pages.len() > 1 { format!(", part {number} of {}", section.pages.len()) } else { String::new() };
    let first = own.groups.first().map(|group| group.labels.join(" > ")).unwrap_or_default();
    let last = own.groups.last().map(|group| group.labels.join(" > ")).unwrap_or_default();
    let span = if first == last { first } else { format!("{first} to {last}") };
    let about = About {
        route: own.route.as_str(),
        title: format!("{} settings{part}", title(section)),
        description: format!("{CONFIGURATION} > {} > {}: {span}.", section.tab, section.label),
        also: &[],
    };
    page(about, sources.file, blocks)
}

fn parts(section: &SectionPages, number: usize) -> Block {
    let mut text = words("This section has several pages: ");
    for (other, page) in (1..).zip(&section.pages) {
        if other > 1 {
            text.push(Inline::Text(" · ".to_owned()));
        }
        let label = format!("part {other}");
        text.push(if other == number { Inline::Strong(words(label)) } else { link(&page.route, None, label) });
    }
    paragraph(text)
}

/// Returns heading and description of a field; one that only one edition has is a passage.
fn field(key: &str, group: &FieldGroup, sources: &Sources<'_>) -> Vec<Block> {
    let facts = sources.facts;
    let sides = PerEdition::from_fn(|edition| facts.of(edition).settings.field(key));
    let editions: EditionSet = sides.iter().filter(|(_, side)| side.is_some()).map(|(edition, _)| edition).collect();
    let whole_group = group.editions(&facts.exports);
    match editions.single() {
        Some(edition) if whole_group.single().is_none() => {
            vec![passage(edition, field_blocks(&sides, sources))]
        }
        _ => field_blocks(&sides, sources),
    }
}

fn field_blocks(sides: &PerEdition<Option<&Setting>>, sources: &Sources<'_>) -> Vec<Block> {
    let Some(any) = sides.open_source.or(sides.mage_os) else { return Vec::new() };
    let of = |read: &dyn Fn(&Setting) -> Text| {
        either(PerEdition::from_fn(|edition| read(sides.get(edition).unwrap_or(any))))
    };
    let mut blocks = vec![heading(3, anchor(any), of(&|setting| words(&setting.label)))];
    if let Some(text) = sources.facts.explanations.get(&any.path).filter(|_| any.section_id != PAYMENT_BY_COUNTRY) {
        blocks.push(paragraph(explanation(text)));
    }
    let path = |setting: &Setting| format!("{CONFIGURATION} > {}", setting.labels().collect::<Vec<_>>().join(" > "));
    let mut rows = vec![("In the Admin", of(&|setting| vec![role(LinkTarget::AdminPath, path(setting))]))];
    if keeps_a_value(any) {
        rows.push(("Path", vec![code(&any.path)]));
    }
    rows.push(("Takes", of(&|setting| words(words::takes(setting)))));
    if keeps_a_value(any) {
        rows.push(("Default", of(&default)));
        rows.push(("Scope", of(&|setting| words(scope(setting)))));
    }
    if !any.conditions.is_empty() {
        let edition = if sides.open_source.is_some() { Edition::OpenSource } else { Edition::MageOs };
        rows.push(("Shown when", conditions(&any.conditions, edition, sources)));
    }
    if let Some(since) = &any.since {
        rows.push(("Since", words(since)));
    }
    blocks.push(definitions(rows));
    if keeps_a_value(any) {
        blocks.push(shell(commands(any)));
    }
    blocks
}

fn explanation(text: &Wording) -> Text {
    let part = |part: &Part| match part {
        Part::Same(text) => Inline::Text(text.clone()),
        Part::Term { key, values } => Inline::Term { key: key.clone(), values: values.clone() },
        Part::Either(values) => Inline::Either(PerEdition::from_fn(|edition| words(values.get(edition)))),
    };
    text.0.iter().map(part).collect()
}

/// Tells whether there is something to set: headings, buttons and file transfers keep nothing.
fn keeps_a_value(setting: &Setting) -> bool {
    let is_control = setting.kind.contains('\\') || matches!(&*setting.kind, "label" | "button");
    !is_control && !setting.path.starts_with("payment_us/")
}

fn default(setting: &Setting) -> Text {
    match words::default(setting) {
        DefaultValue::Empty => words("empty"),
        DefaultValue::Label(label, value) => {
            vec![Inline::Text(format!("{label} (")), code(value), Inline::Text(")".to_owned())]
        }
        DefaultValue::Value(value) if setting.kind == "textarea" => words(format!("“{value}”")),
        DefaultValue::Value(value) => vec![code(value)],
        DefaultValue::Long(length) => words(format!("a text of {length}")),
    }
}

const fn scope_words(scope: Option<Scope>) -> &'static str {
    match scope {
        None => "not set by hand",
        Some(Scope::Default) => "global: one value for the whole installation",
        Some(Scope::Website) => "website: each website can have its own value",
        Some(Scope::Store) => "store view: each store view can have its own value",
    }
}

fn scope(setting: &Setting) -> &'static str {
    scope_words(setting.narrowest_scope())
}

fn commands(setting: &Setting) -> String {
    let path = &setting.path;
    let value = match (words::known_list(setting), setting.default.as_deref()) {
        (Some(_), Some("1")) => "0",
        (Some(_), _) => "1",
        _ => "VALUE",
    };
    format!("bin/magento config:set {path} {value}\nbin/magento config:show {path}")
}

fn conditions(list: &[Condition], edition: Edition, sources: &Sources<'_>) -> Text {
    let mut text = Text::new();
    for (i, condition) in list.iter().enumerate() {
        if i > 0 {
            text.push(Inline::Text(" and ".to_owned()));
        }
        let other = sources.facts.of(edition).settings.field(&condition.field);
        match other {
            Some(other) => text.push(other_field(other, sources)),
            None => text.push(code(&condition.field)),
        }
        text.push(Inline::Text(if condition.negative { " is not ".to_owned() } else { " is ".to_owned() }));
        let labels = other.and_then(words::known_list);
        for (i, value) in condition.value.split(',').enumerate() {
            if i > 0 {
                text.push(Inline::Text(" or ".to_owned()));
            }
            text.push(match (labels, value) {
                (Some([on, _]), "1") => Inline::Text(on.to_owned()),
                (Some([_, off]), "0") => Inline::Text(off.to_owned()),
                _ => code(value),
            });
        }
    }
    text
}

fn other_field(other: &Setting, sources: &Sources<'_>) -> Inline {
    let place = sources.facts.layout.sections.iter().flat_map(SectionPages::fields).find(|(_, key)| *key == other.key);
    match place {
        Some((page, _)) => link(&page.route, Some(&anchor(other)), &other.label),
        None => Inline::Strong(words(&other.label)),
    }
}

//! On which page does a field stand?

use std::collections::{BTreeMap, BTreeSet};

use crate::edition::{Edition, EditionSet, PerEdition};
use crate::facts::export::Export;
use crate::facts::settings::{PAYMENT_BY_COUNTRY, Setting, Settings};
use crate::route::{Anchor, Route};

/// The most fields on a page. 32 weigh 16 KiB with the style sheet after brotli, of 25 that are allowed; with 80, the
/// switch between the editions has too many elements to restyle within a frame on a slow phone; with 20, the sections
/// that merchants read most would be torn into pieces.
const FIELDS_MAX: usize = 40;

/// The tabs in the order of the screen; one that a newer release brings comes last.
const TABS: [&str; 7] = ["General", "Catalog", "Security", "Customers", "Sales", "Services", "Advanced"];

/// The pages of the settings reference, and the place of every field.
#[derive(Debug, Default)]
pub struct Layout {
    /// The sections in the order of the screen.
    pub sections: Vec<SectionPages>,
    places: BTreeMap<String, (Route, Anchor)>,
}

/// The pages of one section.
#[derive(Debug)]
pub struct SectionPages {
    /// Its id.
    pub id: String,
    /// The tab above it.
    pub tab: String,
    /// What readers see.
    pub label: String,
    /// One page, or more when it is large.
    pub pages: Vec<SettingsPage>,
}

/// A page of fields.
#[derive(Debug)]
pub struct SettingsPage {
    /// Its address.
    pub route: Route,
    /// Its groups.
    pub groups: Vec<FieldGroup>,
}

/// The fields of one group.
#[derive(Debug, Clone)]
pub struct FieldGroup {
    /// The labels of the groups, outermost first.
    pub labels: Vec<String>,
    /// The keys of the fields.
    pub keys: Vec<String>,
}

impl Layout {
    /// Distributes the fields of both editions over pages.
    #[must_use]
    pub fn new(exports: &PerEdition<Export>) -> Self {
        let settings = PerEdition::from_fn(|edition| &exports.get(edition).settings);
        let order = merged_order(&settings);
        let mut sections: Vec<SectionPages> = Vec::new();
        let mut groups: BTreeMap<&str, Vec<FieldGroup>> = BTreeMap::new();
        for field in &order {
            if !groups.contains_key(&*field.section_id) {
                let (id, tab, label) = (field.section_id.clone(), field.tab.clone(), field.section.clone());
                sections.push(SectionPages { id, tab, label, pages: Vec::new() });
            }
            add_field(groups.entry(&field.section_id).or_default(), field);
        }
        for section in &mut sections {
            section.pages = split(&section.id, groups.remove(&*section.id).unwrap_or_default());
        }
        sections.sort_by_key(|section| TABS.iter().position(|tab| *tab == section.tab).unwrap_or(TABS.len()));
        let mut layout = Self { sections, places: BTreeMap::new() };
        layout.find_places(&settings);
        layout
    }

    /// Returns page and anchor of the field that keeps its value at a path.
    #[must_use]
    pub fn place(&self, path: &str) -> Option<&(Route, Anchor)> {
        self.places.get(path)
    }

    /// Fields for all countries are found before those of a country's payment section.
    fn find_places(&mut self, settings: &PerEdition<&Settings>) {
        let by_country = |section: &&SectionPages| section.id == PAYMENT_BY_COUNTRY;
        let first = self.sections.iter().filter(|section| !by_country(section));
        for section in first.chain(self.sections.iter().filter(by_country)) {
            for (page, key) in section.fields() {
                if let Some(field) = Edition::ALL.iter().find_map(|edition| settings.get(*edition).field(key)) {
                    let place = || (page.route.clone(), anchor(field));
                    self.places.entry(field.path.clone()).or_insert_with(place);
                }
            }
        }
    }
}

impl SectionPages {
    /// Iterates over the keys of all fields with their pages.
    pub fn fields(&self) -> impl Iterator<Item = (&SettingsPage, &str)> {
        self.pages
            .iter()
            .flat_map(|page| page.groups.iter().flat_map(move |g| g.keys.iter().map(move |k| (page, &**k))))
    }

    /// Returns how many fields an edition has here.
    #[must_use]
    pub fn count(&self, settings: &Settings) -> usize {
        self.fields().filter(|(_, key)| settings.field(key).is_some()).count()
    }
}

impl FieldGroup {
    /// Returns the editions that have a field of the group.
    #[must_use]
    pub fn editions(&self, exports: &PerEdition<Export>) -> EditionSet {
        let has = |edition: &Edition| {
            let settings = &exports.get(*edition).settings;
            self.keys.iter().any(|key| settings.field(key).is_some())
        };
        Edition::ALL.into_iter().filter(has).collect()
    }
}

/// Returns the anchor of a field: its path with `-` for `/`; of fields that share a value, its place in the files.
#[must_use]
pub fn anchor(setting: &Setting) -> Anchor {
    let name = if setting.section_id == PAYMENT_BY_COUNTRY { &setting.key } else { &setting.path };
    Anchor::written(&name.replace('/', "-"))
}

/// Returns the fields of both editions once each: those that only Mage-OS has stand behind the one before them there.
fn merged_order<'a>(settings: &PerEdition<&'a Settings>) -> Vec<&'a Setting> {
    let mut order: Vec<&Setting> = settings.open_source.iter().collect();
    let mut before: Option<&Setting> = None;
    for field in settings.mage_os.iter() {
        if settings.open_source.field(&field.key).is_none() {
            let position = before.and_then(|before| order.iter().rposition(|other| other.key == before.key));
            order.insert(position.map_or(order.len(), |position| position + 1), field);
        }
        before = Some(field);
    }
    order
}

fn add_field(groups: &mut Vec<FieldGroup>, field: &Setting) {
    match groups.iter_mut().find(|group| group.labels == field.groups) {
        Some(group) => group.keys.push(field.key.clone()),
        None => groups.push(FieldGroup { labels: field.groups.clone(), keys: vec![field.key.clone()] }),
    }
}

/// Fills pages with whole groups; a group that is larger than a page is cut.
fn split(section: &str, groups: Vec<FieldGroup>) -> Vec<SettingsPage> {
    let mut pages: Vec<Vec<FieldGroup>> = vec![Vec::new()];
    let mut count = 0;
    for group in groups {
        for keys in group.keys.chunks(FIELDS_MAX) {
            if count + keys.len() > FIELDS_MAX && count > 0 {
                pages.push(Vec::new());
                count = 0;
            }
            count += keys.len();
            let part = FieldGroup { labels: group.labels.clone(), keys: keys.to_vec() };
            pages.last_mut().expect("there is always a page").push(part);
        }
    }
    let route = |number: usize| match number {
        1 => format!("/reference/settings/{section}/"),
        _ => format!("/reference/settings/{section}-{number}/"),
    };
    (1..)
        .zip(pages)
        .map(|(number, groups)| {
            let route = Route::parse(&route(number)).expect("the ids of sections have only letters, digits and `_`");
            SettingsPage { route, groups }
        })
        .collect()
}

/// Returns the keys that stand on more than one page: none, or something is wrong.
#[must_use]
pub fn doubled(layout: &Layout) -> BTreeSet<&str> {
    let mut seen = BTreeSet::new();
    layout.sections.iter().flat_map(SectionPages::fields).map(|(_, key)| key).filter(|key| !seen.insert(*key)).collect()
}

//! Facts about the engine as a whole.

mod editions;
mod files;
mod finding;

use crate::edition::{Edition, EditionSet};

use super::{Document, Kind, Query, Reading, Run, SearchIndex, Section, Synonyms, build_index};

/// Makes a page with an opening and one section, for both editions.
fn page(route: &str, title: &str, opening: &str) -> Document {
    Document {
        route: route.to_owned(),
        title: title.into(),
        breadcrumb: vec!["Guide".to_owned()],
        kind: Kind::Page,
        editions: EditionSet::BOTH,
        sections: vec![section("", "", opening)],
        aliases: Vec::new(),
        link_texts: Vec::new(),
    }
}

/// Makes a section for both editions.
fn section(anchor: &str, heading: &str, text: &str) -> Section {
    Section {
        anchor: anchor.to_owned(),
        heading: heading.into(),
        editions: EditionSet::BOTH,
        runs: vec![Run::both(text)],
    }
}

/// A manual of a few pages, with something of every sort.
fn manual() -> Vec<Document> {
    let mut tax = page("/tax/rates/", "Tax zones and rates", "Rates depend on where the shopper lives.");
    tax.sections.push(section("import-rates", "Import rates", "Upload a file with a rate for each state."));
    tax.sections.push(section("zones", "Zones", "A zone is a country or a state."));
    let mut coupons = page("/marketing/coupons/", "Coupon codes", "A code that lowers the price in the cart.");
    coupons.aliases.push("promo code".to_owned());
    let mut guest = page("/sales/guest/", "Guest checkout", "Lets people order without an account.");
    guest.link_texts.push(Run::both("buying anonymously"));
    let mut grid = page("/mage-os/grid/", "Theme of the Admin", "The Admin of this edition has a theme of its own.");
    grid.editions = EditionSet::only(Edition::MageOs);
    let mut setting = page("/reference/settings/base-url/", "Base URL", "web/secure/base_url has no default.");
    setting.kind = Kind::Setting;
    let mut tools = page("/cli/", "x", "Run the tool from the root folder.");
    tools.title =
        super::Wording::Different { open_source: "Magento CLI".to_owned(), mage_os: "Mage-OS CLI".to_owned() };
    vec![tax, coupons, guest, grid, setting, tools]
}

fn synonyms() -> Synonyms {
    Synonyms::new(vec![vec!["voucher".to_owned(), "coupon".to_owned()], vec!["VAT".to_owned(), "tax".to_owned()]])
}

fn index_of(documents: &[Document]) -> SearchIndex {
    SearchIndex::decode(&build_index(documents, &synonyms())).expect("the builder writes what the decoder reads")
}

fn routes(index: &SearchIndex, query: &str, edition: Edition) -> Vec<String> {
    Reading::new(index, &Query::parse(query)).search(edition, 10).into_iter().map(|hit| hit.route).collect()
}

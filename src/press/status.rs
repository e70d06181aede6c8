//! `cargo site status`: how far the manual is, and what has grown old.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;

use super::reading_level;
use crate::content::date::Date;
use crate::content::front_matter::Status as PageStatus;
use crate::content::manual::{Manual, Page};
use crate::content::model::{BlockKind, Picture, walk_blocks};
use crate::edition::{Edition, PerEdition};

/// Everything that someone who keeps the manual up wants to know.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Status {
    guides: Vec<GuideStatus>,
    /// How many pages were checked against which release.
    checked_against: PerEdition<BTreeMap<String, usize>>,
    /// The Flesch–Kincaid grade of the page in the middle, and the pages that ask for more than [`GRADE_MAX`].
    median_grade: f64,
    hard_pages: Vec<String>,
    /// Written pages without a picture.
    pages_without_screenshots: Vec<String>,
    /// Pictures that are older than the newest release of their product.
    old_screenshots: Vec<OldScreenshot>,
    facts: Vec<FactsStatus>,
}

#[derive(Debug, Default, Serialize)]
struct GuideStatus {
    guide: String,
    pages: usize,
    drafted: usize,
    reviewed: usize,
    generated: usize,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct OldScreenshot {
    id: String,
    edition: Edition,
    captured: Date,
    newest_release: Date,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct FactsStatus {
    edition: Edition,
    product: String,
    read: Date,
    days: u32,
    is_old: bool,
}

impl Status {
    /// Looks at a manual; facts are old when they were read more than `facts_days_max` before `today`.
    pub(super) fn of(manual: &Manual, today: Date, facts_days_max: u32) -> Self {
        let written = || manual.pages().filter(|page| page.front.status != PageStatus::Generated);
        let without = written().filter(|page| !has_screenshot(page)).map(|page| page.route.to_string());
        let mut checked_against: PerEdition<BTreeMap<String, usize>> = PerEdition::default();
        for page in written() {
            for edition in page.front.editions.iter() {
                let release = page.front.checked.as_ref().and_then(|checked| checked.release(edition));
                *checked_against.get_mut(edition).entry(release.unwrap_or("none").to_owned()).or_default() += 1;
            }
        }
        let grades = grades(manual);
        Self {
            guides: guides(manual),
            checked_against,
            median_grade: grades.get(grades.len() / 2).map_or(0.0, |(grade, _)| *grade),
            hard_pages: grades
                .iter()
                .rev()
                .filter(|(grade, _)| *grade > GRADE_MAX)
                .map(|(_, page)| page.clone())
                .collect(),
            pages_without_screenshots: without.collect(),
            old_screenshots: old_screenshots(manual),
            facts: facts(manual, today, facts_days_max),
        }
    }

    /// Returns the status as tables for a person.
    pub(super) fn for_people(&self) -> String {
        let mut out = format!("{:<18}{:>6}{:>9}{:>10}{:>11}\n", "guide", "pages", "drafted", "reviewed", "generated");
        for row in &self.guides {
            let GuideStatus { guide, pages, drafted, reviewed, generated } = row;
            let _ = writeln!(out, "{guide:<18}{pages:>6}{drafted:>9}{reviewed:>10}{generated:>11}");
        }
        for (edition, releases) in self.checked_against.iter() {
            let list: Vec<String> = releases.iter().map(|(release, count)| format!("{release}: {count}")).collect();
            let _ = writeln!(out, "\n{}, pages checked against  {}", edition.name(), list.join(", "));
        }
        let _ =
            writeln!(out, "\nreading level, Flesch–Kincaid grade of the page in the middle: {:.1}", self.median_grade);
        push_list(&mut out, "pages above grade 9", &self.hard_pages);
        push_list(&mut out, "pages without a screenshot", &self.pages_without_screenshots);
        let old: Vec<String> = self.old_screenshots.iter().map(OldScreenshot::line).collect();
        push_list(&mut out, "screenshots older than the newest release", &old);
        for facts in &self.facts {
            let FactsStatus { product, read, days, is_old, .. } = facts;
            let advice = if *is_old { ": export again, then `cargo site facts FOLDER`" } else { "" };
            let _ = writeln!(out, "\nfacts of {product}, read on {read}, {days} days ago{advice}");
        }
        out
    }
}

fn push_list(out: &mut String, title: &str, list: &[String]) {
    let _ = writeln!(out, "\n{title}: {}", list.len());
    for entry in list {
        let _ = writeln!(out, "  {entry}");
    }
}

impl OldScreenshot {
    fn line(&self) -> String {
        let Self { id, edition, captured, newest_release } = self;
        format!("{id} ({}): captured {captured}, released {newest_release}", edition.id())
    }
}

/// The grade that a page should not exceed: most adults read it without effort.
const GRADE_MAX: f64 = 9.0;

/// Returns the grade of every written page, the easiest first: the harder of its two texts.
fn grades(manual: &Manual) -> Vec<(f64, String)> {
    let written = manual.pages().filter(|page| page.front.status != PageStatus::Generated);
    let mut grades: Vec<(f64, String)> = written
        .filter_map(|page| {
            let harder = Edition::ALL.into_iter().filter_map(|edition| reading_level::of_page(page, edition));
            Some((harder.max_by(f64::total_cmp)?, page.route.to_string()))
        })
        .collect();
    grades.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    grades
}

fn guides(manual: &Manual) -> Vec<GuideStatus> {
    let home = std::iter::once(("home", vec![&manual.home]));
    let guides = manual.guides.iter().map(|guide| {
        let landing = Some(&guide.landing).filter(|page| page.front.status != PageStatus::Generated);
        (&*guide.slug, landing.into_iter().chain(&guide.pages).collect::<Vec<_>>())
    });
    home.chain(guides)
        .map(|(slug, pages)| {
            let mut row = GuideStatus { guide: slug.to_owned(), pages: pages.len(), ..GuideStatus::default() };
            for page in pages {
                match page.front.status {
                    PageStatus::Generated => row.generated += 1,
                    PageStatus::Drafted => row.drafted += 1,
                    PageStatus::Reviewed { .. } => row.reviewed += 1,
                }
            }
            row
        })
        .collect()
}

/// Tells whether a page shows a screenshot.
pub(super) fn has_screenshot(page: &Page) -> bool {
    let mut found = false;
    walk_blocks(&page.blocks, &mut |block| {
        found |= matches!(&block.kind, BlockKind::Figure(figure) if matches!(figure.picture, Picture::Screenshot(_)));
    });
    found
}

fn old_screenshots(manual: &Manual) -> Vec<OldScreenshot> {
    let Some(facts) = &manual.facts else { return Vec::new() };
    let newest = |edition| match edition {
        Edition::OpenSource => facts.versions.open_source.iter().filter_map(|release| release.released).max(),
        Edition::MageOs => facts.versions.mage_os.iter().map(|release| release.released).max(),
    };
    let mut old = Vec::new();
    for id in manual.screenshots.ids() {
        let Some(shot) = manual.screenshots.get(id) else { continue };
        for (edition, capture) in &shot.editions {
            if let Some(newest_release) = newest(*edition).filter(|release| capture.captured < *release) {
                let (id, edition, captured) = (id.to_string(), *edition, capture.captured);
                old.push(OldScreenshot { id, edition, captured, newest_release });
            }
        }
    }
    old
}

fn facts(manual: &Manual, today: Date, days_max: u32) -> Vec<FactsStatus> {
    let Some(facts) = &manual.facts else { return Vec::new() };
    let status = |edition| {
        let source = &facts.of(edition).source;
        let days = today.days().saturating_sub(source.read.days());
        FactsStatus { edition, product: source.product.clone(), read: source.read, days, is_old: days > days_max }
    };
    Edition::ALL.into_iter().map(status).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::load::Project;

    #[test]
    fn the_status_counts_every_page_and_tells_old_facts() {
        let manual = Project { root: env!("CARGO_MANIFEST_DIR").into() }.compile().unwrap().value.unwrap();
        let today = Date::parse("2027-01-01").unwrap();
        let status = Status::of(&manual, today, 30);
        let pages: usize = status.guides.iter().map(|guide| guide.pages).sum();
        let landings = manual.guides.iter().filter(|guide| guide.landing.front.status == PageStatus::Generated).count();
        assert_eq!(pages + landings, manual.pages().count());
        assert!(status.facts.iter().all(|facts| facts.is_old && facts.days == 40));
        assert!(Status::of(&manual, today, 40).facts.iter().all(|facts| !facts.is_old));
        assert!(status.for_people().contains("40 days ago: export again"));
        assert!(status.median_grade > 2.0 && status.median_grade <= GRADE_MAX, "grade {}", status.median_grade);
        let json = serde_json::to_value(&status).unwrap();
        assert_eq!(json["facts"][1]["read"], "2026-11-22");
    }
}

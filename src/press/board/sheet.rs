//! The board as an HTML file of its own: no script, no other file, both themes.

use super::{Board, Card, History, Picture, Review};
use crate::press::article::Html;

const STYLES: &str = include_str!("sheet.css");

/// What a person can look for: a radio, whose id the style sheet knows.
struct Filter {
    id: &'static str,
    name: &'static str,
    fits: fn(&Card) -> bool,
}

const FILTERS: [Filter; 5] = [
    Filter { id: "all", name: "All pages", fits: |_| true },
    Filter { id: "drafted", name: "Drafted", fits: |card| card.review == Review::Drafted },
    Filter { id: "reviewed", name: "Reviewed", fits: |card| card.review != Review::Drafted },
    Filter { id: "stale", name: "Stale", fits: |card| !card.stale.is_empty() },
    Filter { id: "bare", name: "Without picture", fits: |card| card.picture == Picture::Missing },
];

/// Returns the whole file.
pub(super) fn render(board: &Board) -> String {
    let mut html = Html::default();
    html.open("header", &[("class", "head")]);
    html.element("h1", &[], &format!("{}: pages by state", board.title));
    let history = match board.history {
        History::Known => "Changes since a review are from git.",
        History::Unknown => "Git does not know this folder, so changes since a review are not shown.",
    };
    html.element("p", &[], &format!("{}. {history}", board.on.for_readers()));
    filters(&mut html, board);
    html.close().open("main", &[]);
    for (title, cards) in &board.guides {
        html.open("section", &[("class", "guide")]).element("h2", &[], title).open("ul", &[("role", "list")]);
        for card in cards {
            one(&mut html, card);
        }
        html.close().close();
    }
    let body = html.finish();
    let title = crate::press::article::escape(&format!("{}: pages by state", board.title));
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<style>\n{STYLES}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
}

fn filters(html: &mut Html, board: &Board) {
    html.open("fieldset", &[("class", "filters")]).element("legend", &[], "Show");
    for Filter { id, name, fits } in FILTERS {
        let count = board.cards().filter(|card| fits(card)).count().to_string();
        let checked: &[(&str, &str)] = if id == "all" { &[("checked", "")] } else { &[] };
        html.open("label", &[]);
        html.void("input", &[&[("type", "radio"), ("name", "show"), ("value", id), ("id", id)], checked].concat());
        html.element("span", &[], name).text(" ").element("b", &[], &count).close();
    }
    html.close();
}

fn one(html: &mut Html, card: &Card) {
    let states: Vec<&str> = FILTERS.iter().filter(|filter| (filter.fits)(card)).map(|filter| filter.id).collect();
    html.open("li", &[("class", "card"), ("data-states", &states.join(" "))]);
    html.element("h3", &[], &card.title).element("p", &[("class", "path")], &card.path);
    html.open("ul", &[("class", "facts"), ("role", "list")]);
    match &card.review {
        Review::Drafted => html.element("li", &[("data-kind", "drafted")], "Drafted"),
        Review::Reviewed { by, on } => {
            html.element("li", &[("data-kind", "reviewed")], &format!("Reviewed by {by}, {}", on.for_readers()))
        }
    };
    for reason in &card.stale {
        html.element("li", &[("data-kind", "stale")], &format!("Stale: {reason}"));
    }
    if card.picture == Picture::Missing {
        html.element("li", &[("data-kind", "bare")], "Without picture");
    }
    html.close();
    if !card.changes.is_empty() {
        html.open("details", &[]).element("summary", &[], "What changed since the review").open("ol", &[]);
        for change in &card.changes {
            html.open("li", &[]).element("time", &[("datetime", &change.on)], &change.on).text(" ");
            html.text(&change.subject).close();
        }
        html.close().close();
    }
    html.close();
}

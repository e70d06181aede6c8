//! The answers of the search as markup: written at each keystroke, so it is made of text and not of components.
//!
//! What its buttons do is named by `data-action`, as on pages. Every text passes through `escape`.

use super::answer::{Answer, FoundPage, Piece};

/// What merchants look for most, offered to readers who have not searched yet.
const EXAMPLES: [&str; 4] = ["refund an order", "free shipping", "product does not show", "cron"];

/// The list box before it has answers: a slot for each page, the best one's in front.
const LIST: &str = concat!(
    "<div class=\"search-results\" id=\"search-dialog-results\" role=\"listbox\" aria-label=\"Answers\"><div></div>",
    "<div class=\"search-results__rest\">",
    "<div></div><div></div><div></div><div></div><div></div><div></div><div></div></div></div>"
);

/// Finds the slots of the list box.
pub const SLOTS: &str = "#search-dialog-results > :first-child, .search-results__rest > *";

/// The id of the best answer.
pub const FIRST_OPTION: &str = "search-dialog-option-0-0";

/// What stands below the field. A browser takes longer to read and lay out markup than search to make it, so what has not
/// changed is not written again, and what the reader sees first does not wait for what is below.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markup {
    /// What is around the answers: the same for one query and the next, as long as something is found.
    pub frame: String,
    /// The options of each page, best first; those of all but the best may follow after the next frame.
    pub groups: Vec<String>,
}

impl Markup {
    /// Says above the answers that they may be incomplete.
    pub fn warn(&mut self, problem: &str) {
        self.frame = problem_note(problem) + &self.frame;
    }
}

/// Returns what stands below the field.
#[must_use]
pub fn markup(answer: &Answer, typed: &str, recent: &[String], contribute_href: &str) -> Markup {
    let mut frame = String::new();
    match answer {
        Answer::Unasked => push_queries(&mut frame, recent),
        Answer::Waiting => frame.push_str("<p class=\"search-results__note\">One moment …</p>"),
        Answer::Failed(problem) => frame.push_str(&problem_note(problem)),
        Answer::Found(_) => frame.push_str(LIST),
        Answer::Nothing { spelling, nearest } => {
            let typed = escape(typed.trim());
            push(
                &mut frame,
                &["<p class=\"search-results__note\">No page speaks of <strong>“", &typed, "”</strong>.</p>"],
            );
            if let Some(spelling) = spelling {
                frame.push_str("<p class=\"search-results__note\">Did you mean ");
                push_asking(&mut frame, "search-results__spelling", &escape(spelling));
                frame.push_str("?</p>");
            }
            if !nearest.is_empty() {
                push(&mut frame, &["<h2 class=\"search-results__heading\">The nearest pages</h2>", LIST]);
            }
            let parts = [
                "<p class=\"search-results__note\">Is something missing in this manual? <a href=\"",
                &escape(contribute_href),
                "\">Say so, or write it.</a></p>",
            ];
            push(&mut frame, &parts);
        }
    }
    let groups = answer.pages().iter().enumerate().map(|(place, page)| group(page, place)).collect();
    Markup { frame, groups }
}

fn problem_note(problem: &str) -> String {
    ["<p class=\"search-results__note\" data-kind=\"problem\">", &escape(problem), "</p>"].concat()
}

/// Returns the items of a list of pages, for readers who did not search.
#[must_use]
pub fn nearest_pages(pages: &[FoundPage]) -> String {
    let mut out = String::new();
    for page in pages {
        push(&mut out, &["<li><a href=\"", &escape(&page.href), "\">"]);
        page.title.iter().for_each(|piece| out.push_str(&escape(&piece.text)));
        push(&mut out, &["</a> <span>", &escape(&page.breadcrumb), "</span></li>"]);
    }
    out
}

/// Writes earlier queries, or examples.
fn push_queries(out: &mut String, recent: &[String]) {
    let heading = if recent.is_empty() { "For example" } else { "Recent searches" };
    push(
        out,
        &[
            "<h2 class=\"search-results__heading\">",
            heading,
            "</h2><ul class=\"search-results__queries\" role=\"list\">",
        ],
    );
    let examples = EXAMPLES.iter().filter(|_| recent.is_empty()).map(|query| (*query, false));
    for (query, is_kept) in recent.iter().map(|query| (query.as_str(), true)).chain(examples) {
        let query = escape(query);
        out.push_str("<li class=\"search-results__recent\">");
        push_asking(out, "search-results__query", &query);
        if is_kept {
            let parts = [
                "<button class=\"search-results__forget\" type=\"button\" data-action=\"forget-query\" data-query=\"",
                &query,
                "\" aria-label=\"Forget “",
                &query,
                "”\">×</button>",
            ];
            push(out, &parts);
        }
        out.push_str("</li>");
    }
    out.push_str("</ul>");
}

/// Writes a button that asks a query, which is escaped already.
fn push_asking(out: &mut String, class: &str, query: &str) {
    let button =
        ["<button class=\"", class, "\" type=\"button\" data-action=\"ask\" data-query=\"", query, "\">", query];
    push(out, &button);
    out.push_str("</button>");
}

/// Returns a page and its sections as options. They are numbered in their slot: what another page has changes none of them.
fn group(page: &FoundPage, slot: usize) -> String {
    let mut out = String::new();
    let title: String = page.title.iter().map(|piece| piece.text.as_str()).collect();
    push(&mut out, &["<div class=\"search-results__group\" role=\"group\" aria-label=\"", &escape(&title), "\">"]);
    push_option(&mut out, slot, 0, &page.href);
    out.push_str("<span class=\"search-results__head\"><span class=\"search-results__title\">");
    push_pieces(&mut out, &page.title);
    out.push_str("</span>");
    if let Some(edition) = page.other_edition {
        let badge =
            ["<span class=\"edition-badge\" data-edition=\"", edition.id(), "\">", edition.name(), " only</span>"];
        push(&mut out, &badge);
    }
    if !page.breadcrumb.is_empty() {
        push(&mut out, &["<span class=\"search-results__breadcrumb\">", &escape(&page.breadcrumb), "</span>"]);
    }
    out.push_str("</span>");
    push_excerpt(&mut out, &page.excerpt);
    for (place, section) in page.sections.iter().enumerate() {
        push_option(&mut out, slot, place + 1, &section.href);
        out.push_str("<span class=\"search-results__section\">");
        push_pieces(&mut out, &section.heading);
        out.push_str("</span>");
        push_excerpt(&mut out, &section.excerpt);
    }
    out.push_str("</div>");
    out
}

/// Begins an option of a slot: the first is the page, the others are its sections.
fn push_option(out: &mut String, slot: usize, place: usize, href: &str) {
    let selected = if (slot, place) == (0, 0) { "true" } else { "false" };
    let parts = [
        "<a class=\"search-results__option\" role=\"option\" tabindex=\"-1\" id=\"search-dialog-option-",
        &slot.to_string(),
        "-",
        &place.to_string(),
        "\" aria-selected=\"",
        selected,
        "\" data-kind=\"",
        if place == 0 { "page" } else { "section" },
        "\" href=\"",
        &escape(href),
        "\">",
    ];
    push(out, &parts);
}

/// Writes an excerpt and ends its option.
fn push_excerpt(out: &mut String, pieces: &[Piece]) {
    if !pieces.is_empty() {
        out.push_str("<span class=\"search-results__excerpt\">");
        push_pieces(out, pieces);
        out.push_str("</span>");
    }
    out.push_str("</a>");
}

/// Writes a text with its matches; `<b>` is for key words, and is read faster than `<mark>` by Chromium.
fn push_pieces(out: &mut String, pieces: &[Piece]) {
    for piece in pieces {
        let text = escape(&piece.text);
        if piece.is_match { push(out, &["<b>", &text, "</b>"]) } else { out.push_str(&text) }
    }
}

fn push(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

/// Escapes what has a meaning in markup, for texts and attribute values alike.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::answer::PAGES_MAX;
    use super::*;

    #[test]
    fn nothing_typed_becomes_markup() {
        let rubbish = "<img src=x onerror=\"alert(1)\">";
        let nothing = Answer::Nothing { spelling: Some(rubbish.into()), nearest: Vec::new() };
        for answer in [nothing, Answer::Unasked, Answer::Failed(rubbish.into())] {
            let mut markup = markup(&answer, rubbish, &[rubbish.to_owned()], rubbish);
            markup.warn(rubbish);
            let html = markup.frame;
            assert!(!html.contains("<img") && !html.contains("=\"alert"), "{html}");
        }
    }

    #[test]
    fn options_are_numbered_and_the_first_is_chosen() {
        let piece = |text: &str| vec![Piece { text: text.into(), is_match: true }];
        let section =
            super::super::answer::FoundSection { href: "/a/#b".into(), heading: piece("B"), excerpt: Vec::new() };
        let page = FoundPage {
            href: "/a/".into(),
            breadcrumb: "Orders".into(),
            title: piece("A"),
            other_edition: None,
            excerpt: Vec::new(),
            sections: vec![section],
        };
        let Markup { frame, groups } = markup(&Answer::Found(vec![page; 2]), "a", &[], "/");
        assert_eq!(frame, LIST, "as long as something is found, it is the same");
        let options = [
            (0, "id=\"search-dialog-option-0-0\" aria-selected=\"true\" data-kind=\"page\" href=\"/a/\""),
            (0, "id=\"search-dialog-option-0-1\" aria-selected=\"false\" data-kind=\"section\" href=\"/a/#b\""),
            (1, "id=\"search-dialog-option-1-0\" aria-selected=\"false\" data-kind=\"page\" href=\"/a/\""),
        ];
        for (slot, option) in options {
            assert!(groups[slot].contains(option), "{option} is not in {}", groups[slot]);
        }
        assert!(groups[0].contains("<b>B</b>"));
    }

    #[test]
    fn every_page_of_an_answer_has_a_slot() {
        assert_eq!(LIST.matches("<div></div>").count(), PAGES_MAX);
    }
}

//! The answers of the search as markup: written at each keystroke, so it is made of text and not of components.
//!
//! What its buttons do is named by `data-action`, as on pages. Every text passes through `escape`.

use super::answer::{Answer, FoundPage, Piece};

/// What merchants look for most, offered to readers who have not searched yet.
const EXAMPLES: [&str; 4] = ["refund an order", "free shipping", "product does not show", "cron"];

/// The list box before it has answers: of the best page, which are written at once, and of the others, which may follow.
const LIST: &str = concat!(
    "<div class=\"search-results\" id=\"search-dialog-results\" role=\"listbox\" aria-label=\"Answers\">",
    "<div id=\"search-dialog-best\"></div>",
    "<div class=\"search-results__rest\" id=\"search-dialog-rest\"></div></div>"
);

/// What stands below the field. A browser takes longer to read and lay out markup than search to make it, so what has not
/// changed is not written again, and what the reader sees first does not wait for what is below.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markup {
    /// What is around the answers: the same for one query and the next, as long as something is found.
    pub frame: String,
    /// The options of the best page.
    pub best: String,
    /// The options of the other pages, which may follow after the next frame.
    pub rest: String,
}

/// Returns what stands below the field.
#[must_use]
pub fn markup(answer: &Answer, typed: &str, recent: &[String], contribute_href: &str) -> Markup {
    let mut frame = String::new();
    match answer {
        Answer::Unasked => push_queries(&mut frame, recent),
        Answer::Waiting => frame.push_str("<p class=\"search-results__note\">One moment …</p>"),
        Answer::Failed(problem) => {
            push(&mut frame, &["<p class=\"search-results__note\" data-kind=\"problem\">", &escape(problem), "</p>"]);
        }
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
    let (mut best, mut rest, mut at) = (String::new(), String::new(), 0);
    for page in answer.pages() {
        push_group(if at == 0 { &mut best } else { &mut rest }, page, &mut at);
    }
    Markup { frame, best, rest }
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

/// Writes a page and its sections as options.
fn push_group(out: &mut String, page: &FoundPage, at: &mut usize) {
    let title: String = page.title.iter().map(|piece| piece.text.as_str()).collect();
    push(out, &["<div class=\"search-results__group\" role=\"group\" aria-label=\"", &escape(&title), "\">"]);
    open_option(out, at, "page", &page.href);
    out.push_str("<span class=\"search-results__head\"><span class=\"search-results__title\">");
    push_pieces(out, &page.title);
    out.push_str("</span>");
    if let Some(edition) = page.other_edition {
        let badge =
            ["<span class=\"edition-badge\" data-edition=\"", edition.id(), "\">", edition.name(), " only</span>"];
        push(out, &badge);
    }
    if !page.breadcrumb.is_empty() {
        push(out, &["<span class=\"search-results__breadcrumb\">", &escape(&page.breadcrumb), "</span>"]);
    }
    out.push_str("</span>");
    push_excerpt(out, &page.excerpt);
    for section in &page.sections {
        open_option(out, at, "section", &section.href);
        out.push_str("<span class=\"search-results__section\">");
        push_pieces(out, &section.heading);
        out.push_str("</span>");
        push_excerpt(out, &section.excerpt);
    }
    out.push_str("</div>");
}

fn open_option(out: &mut String, at: &mut usize, kind: &str, href: &str) {
    let selected = if *at == 0 { "true" } else { "false" };
    let parts = [
        "<a class=\"search-results__option\" role=\"option\" tabindex=\"-1\" id=\"search-dialog-option-",
        &at.to_string(),
        "\" aria-selected=\"",
        selected,
        "\" data-kind=\"",
        kind,
        "\" href=\"",
        &escape(href),
        "\">",
    ];
    push(out, &parts);
    *at += 1;
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
    use super::*;

    #[test]
    fn nothing_typed_becomes_markup() {
        let rubbish = "<img src=x onerror=\"alert(1)\">";
        let nothing = Answer::Nothing { spelling: Some(rubbish.into()), nearest: Vec::new() };
        for answer in [nothing, Answer::Unasked, Answer::Failed(rubbish.into())] {
            let html = markup(&answer, rubbish, &[rubbish.to_owned()], rubbish).frame;
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
        let Markup { frame, best: html, rest } = markup(&Answer::Found(vec![page; 2]), "a", &[], "/");
        assert_eq!(frame, LIST, "as long as something is found, it is the same");
        assert!(
            html.contains("id=\"search-dialog-option-0\" aria-selected=\"true\" data-kind=\"page\" href=\"/a/\""),
            "{html}"
        );
        assert!(
            html.contains("id=\"search-dialog-option-1\" aria-selected=\"false\" data-kind=\"section\" href=\"/a/#b\"")
        );
        assert!(html.contains("<b>B</b>"));
        assert!(!html.contains("search-dialog-option-2"), "the second page is in {html}");
        assert!(
            rest.starts_with("<div class=\"search-results__group\"")
                && rest.contains("id=\"search-dialog-option-2\" aria-selected=\"false\"")
        );
    }
}

//! The sidebar's markup: all guides and pages, in every document.

use crate::edition::EditionSet;
use crate::press::article::{self, Context, Html};
use crate::press::page_view::edition_badge;
use crate::route::Route;

/// Returns the sidebar with `current` marked and its guide open.
#[must_use]
pub(super) fn render(current: &Route, context: Context<'_>) -> String {
    let mut html = Html::with_loose_words();
    html.open("a", &[("class", "site-nav__close"), ("href", "#main")]).text("Guides ");
    html.open(
        "svg",
        &[("class", "site-nav__icon"), ("viewBox", "0 0 20 20"), ("aria-hidden", "true"), ("focusable", "false")],
    );
    html.open("path", &[("d", "M5 5l10 10M15 5 5 15")]).close().close();
    html.element("span", &[("class", "visually-hidden")], "Close the menu").close();
    for guide in &context.manual.guides {
        let is_open = current.guide() == Some(&guide.slug);
        let state: &[(&str, &str)] = if is_open { &[("open", "")] } else { &[] };
        html.open("details", &[&[("class", "site-nav__guide"), ("data-guide", &guide.slug)], state].concat());
        html.open("summary", &[("class", "site-nav__title")]);
        article::wording(&mut html, &guide.title);
        html.close().open("ul", &[("class", "site-nav__pages")]);
        item(&mut html, &guide.landing.route, EditionSet::BOTH, current, context, |html| {
            html.text("Overview");
        });
        for page in guide.pages.iter().filter(|page| page.route.parent().is_none() || page.route == *current) {
            let editions = page.front.editions;
            item(&mut html, &page.route, editions, current, context, |html| {
                article::wording(html, &page.front.title);
                if let Some(edition) = editions.single() {
                    html.text(" ");
                    edition_badge(html, edition);
                }
            });
        }
        html.close().close();
    }
    html.finish()
}

fn item(
    html: &mut Html,
    route: &Route,
    editions: EditionSet,
    current: &Route,
    context: Context<'_>,
    label: impl Fn(&mut Html),
) {
    let href = context.base.page(route);
    let mut attributes = vec![("class", "site-nav__link"), ("href", href.as_str())];
    if let Some(edition) = editions.single() {
        attributes.push(("data-edition", edition.id()));
    }
    if route == current {
        attributes.push(("aria-current", "page"));
    }
    html.open("li", &[]).open("a", &attributes);
    label(html);
    html.close().close();
}

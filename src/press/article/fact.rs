//! Settings, commands and glossary words in running text: a link to the reference, and a card that tells the rest.
//!
//! The card is a native popover: it opens by keyboard, mouse and touch without script, in front of the page, so that
//! nothing moves. Where popovers are unknown the link still leads to the same facts.

use std::collections::BTreeSet;

use super::{Context, Html, inline, own_shop};
use crate::content::link::LinkTarget;
use crate::content::model::{Block, Inline, Link, walk_blocks, walk_inlines};
use crate::content::text;
use crate::edition::{Edition, PerEdition};
use crate::facts::glossary::GlossaryEntry;
use crate::facts::place::CONFIGURATION;
use crate::facts::reference::command_place;
use crate::facts::settings::Setting;
use crate::facts::words;
use crate::route::{Anchor, Route};

/// Writes one of the roles that lead to facts.
pub(super) fn write(html: &mut Html, link: &Link, context: Context<'_>) {
    match &link.target {
        LinkTarget::Setting(path) => setting(html, path, link, context),
        LinkTarget::Command(name) => command(html, name, link, context),
        LinkTarget::GlossaryEntry(id) => glossary_entry(html, id, link, context),
        _ => inline::inlines(html, &link.content, context),
    }
}

/// Returns the address of a place in the reference when the manual has that page.
fn address(place: Option<&(Route, Anchor)>, context: Context<'_>) -> Option<String> {
    let (route, anchor) = place?;
    context.manual.page(route)?;
    Some(format!("{}#{anchor}", context.base.page(route)))
}

fn setting(html: &mut Html, path: &str, link: &Link, context: Context<'_>) {
    let facts = context.manual.facts.as_ref();
    let id = setting_id(path);
    let href = facts.and_then(|facts| address(facts.layout.place(path), context));
    let is_known = sides(path, context).is_some() && !html.is_collected();
    let described: &[(&str, &str)] = if is_known { &[("aria-describedby", &id)] } else { &[] };
    let own = [("class", "setting"), ("data-setting", path)];
    match &href {
        Some(href) => html.open("a", &[own.as_slice(), &[("href", href)], described].concat()),
        None => html.open("span", &[own.as_slice(), described].concat()),
    };
    inline::inlines(html, &link.content, context);
    html.close();
    if is_known {
        let name = format!("About the setting {}", text::plain(&link.content, Edition::OpenSource));
        let role = [("class", "fact-button"), ("type", "button"), ("popovertarget", &id), ("aria-label", &name)];
        html.open("button", &role).close();
    }
}

/// Returns what each edition says about a setting; `None` when neither has it.
fn sides<'a>(path: &str, context: Context<'a>) -> Option<PerEdition<Option<&'a Setting>>> {
    let facts = context.manual.facts.as_ref()?;
    let sides = PerEdition::from_fn(|edition| facts.of(edition).settings.get(path));
    let is_known = sides.open_source.is_some() || sides.mage_os.is_some();
    is_known.then_some(sides)
}

fn setting_id(path: &str) -> String {
    format!("card-setting-{}", path.replace('/', "-"))
}

fn term_id(id: &str) -> String {
    format!("card-term-{id}")
}

/// Writes the cards of a page below its text, each once: between the words they would tear sentences apart for whoever
/// reads without the style sheet.
pub(super) fn cards(html: &mut Html, blocks: &[Block], context: Context<'_>) {
    let (mut settings, mut terms) = (BTreeSet::new(), BTreeSet::new());
    walk_blocks(blocks, &mut |block| {
        walk_inlines(block, &mut |inline, _| match inline {
            Inline::Link(Link { target: LinkTarget::Setting(path), .. }) => drop(settings.insert(path)),
            Inline::Link(Link { target: LinkTarget::GlossaryEntry(id), .. }) => drop(terms.insert(id)),
            _ => {}
        });
    });
    for path in settings {
        if let Some(sides) = sides(path, context) {
            setting_card(html, &setting_id(path), path, &sides);
        }
    }
    for id in terms {
        if let Some(entry) = context.manual.glossary.get(id) {
            term_card(html, id, entry, context);
        }
    }
}

fn setting_card(html: &mut Html, id: &str, path: &str, sides: &PerEdition<Option<&Setting>>) {
    html.open("div", &[("class", "fact-card"), ("id", id), ("popover", "")]);
    let title = PerEdition::from_fn(|edition| sides.get(edition).map_or("", |setting| &setting.label).to_owned());
    line(html, "strong", "fact-card__title", &either_side(title, sides));
    let place = |setting: &Setting| {
        let labels: Vec<&str> = setting.labels().collect();
        format!("{CONFIGURATION} > {}", labels[..labels.len() - 1].join(" > "))
    };
    line(html, "span", "fact-card__line", &texts(sides, &place));
    html.element("code", &[("class", "fact-card__line")], path);
    let default = |setting: &Setting| {
        let scope = setting.narrowest_scope().map_or("not set by hand", words::scope);
        format!("Default: {}. Scope: {scope}.", words::default_value(setting))
    };
    line(html, "span", "fact-card__line", &texts(sides, &default));
    if let Some(edition) = only(sides) {
        html.element("span", &[("class", "fact-card__line")], &format!("Only in {}.", edition.name()));
    }
    own_shop::setting_line(html, sides);
    html.close();
}

fn only(sides: &PerEdition<Option<&Setting>>) -> Option<Edition> {
    match (sides.open_source, sides.mage_os) {
        (Some(_), None) => Some(Edition::OpenSource),
        (None, Some(_)) => Some(Edition::MageOs),
        _ => None,
    }
}

fn texts(sides: &PerEdition<Option<&Setting>>, read: &dyn Fn(&Setting) -> String) -> PerEdition<String> {
    either_side(PerEdition::from_fn(|edition| sides.get(edition).map(read).unwrap_or_default()), sides)
}

/// Says the same to both readers where only one edition has the setting: the last line tells which.
fn either_side(mut texts: PerEdition<String>, sides: &PerEdition<Option<&Setting>>) -> PerEdition<String> {
    if let Some(edition) = only(sides) {
        let text = texts.get(edition).clone();
        *texts.get_mut(edition.other()) = text;
    }
    texts
}

fn line(html: &mut Html, name: &'static str, class: &str, texts: &PerEdition<String>) {
    html.open(name, &[("class", class)]);
    inline::both(html, texts);
    html.close();
}

fn command(html: &mut Html, name: &str, link: &Link, context: Context<'_>) {
    let facts = context.manual.facts.as_ref();
    let href = facts.and_then(|facts| address(command_place(facts, name).as_ref(), context));
    if let Some(href) = &href {
        html.open("a", &[("class", "command-link"), ("href", href)]);
    }
    html.open("code", &[("class", "command")]).text("bin/magento ");
    inline::inlines(html, &link.content, context);
    html.close();
    if href.is_some() {
        html.close();
    }
}

/// Returns the address of an entry when the manual has the page of all entries.
fn entry_address(id: &str, context: Context<'_>) -> Option<String> {
    address(context.manual.glossary.place(id).as_ref(), context)
}

/// Writes a word as a link to its entry; the script in the head opens the card instead where it runs. In a manual
/// without that page the word is a button, which opens the card by itself.
fn glossary_entry(html: &mut Html, id: &str, link: &Link, context: Context<'_>) {
    let card = term_id(id);
    let own = [("class", "term"), ("data-term", id)];
    let href = entry_address(id, context);
    let described: &[(&str, &str)] = if html.is_collected() { &[] } else { &[("aria-describedby", &card)] };
    let is_known = context.manual.glossary.get(id).is_some() && (href.is_some() || !html.is_collected());
    if let Some(href) = &href {
        html.open("a", &[own.as_slice(), &[("href", href)], described].concat());
    } else if is_known {
        html.open("button", &[own.as_slice(), &[("type", "button"), ("popovertarget", &card)]].concat());
    }
    inline::inlines(html, &link.content, context);
    if is_known {
        html.close();
    }
}

fn term_card(html: &mut Html, id: &str, entry: &GlossaryEntry, context: Context<'_>) {
    html.open("div", &[("class", "fact-card"), ("id", &term_id(id)), ("popover", "")]);
    html.open("strong", &[("class", "fact-card__title")]);
    inline::wording(html, &entry.term);
    html.close().open("span", &[("class", "fact-card__line")]);
    inline::wording(html, &entry.text);
    html.close();
    if let Some(href) = entry_address(id, context) {
        html.element("a", &[("class", "fact-card__more"), ("href", &href)], "In the glossary");
    }
    html.close();
}

#[cfg(test)]
mod tests {
    use super::super::{Context, render};
    use crate::press::load::Project;
    use crate::route::{BasePath, Route};

    /// Renders a page of the project.
    fn article(route: &str) -> String {
        let manual = Project { root: env!("CARGO_MANIFEST_DIR").into() }.compile().unwrap().value.unwrap();
        let page = manual.page(&Route::parse(route).unwrap()).unwrap();
        render(page, Context { manual: &manual, base: &BasePath::parse("/docs/").unwrap() })
    }

    /// Returns the value of the first attribute of a name behind `start`.
    #[track_caller]
    fn attribute<'a>(html: &'a str, start: &str, name: &str) -> &'a str {
        let rest = &html[html.find(start).unwrap()..];
        let rest = &rest[rest.find(&format!(" {name}=\"")).unwrap() + name.len() + 3..];
        &rest[..rest.find('"').unwrap()]
    }

    #[test]
    fn a_setting_is_a_link_described_by_a_card_that_a_button_opens() {
        let html = article("/start/sign-in/");
        let own = "data-setting=\"admin/security/lockout_failures\"";
        let href = attribute(&html, own, "href");
        assert_eq!(href, "/docs/reference/settings/admin/#admin-security-lockout_failures");
        let id = attribute(&html, own, "aria-describedby");
        assert_eq!(attribute(&html, own, "popovertarget"), id);
        let card = format!("<div class=\"fact-card\" id=\"{id}\" popover>");
        assert_eq!(html.matches(&card).count(), 1);
        let card = &html[html.find(&card).unwrap()..];
        let card = &card[..card.find("</code>").unwrap() + 200];
        assert!(
            card.contains("Stores &gt; Settings &gt; Configuration &gt; Advanced &gt; Admin &gt; Security"),
            "{card}"
        );
        assert!(card.contains("Default: 6. Scope: global."), "{card}");
        assert!(!html.contains("style="), "cards have no inline style");
    }

    #[test]
    fn a_word_leads_to_its_entry_and_so_does_its_card() {
        let html = article("/catalog/prices/");
        let href = "href=\"/docs/start/glossary/m-z/#tier-price\"";
        assert!(html.contains(&format!(
            "<a class=\"term\" data-term=\"tier-price\" {href} aria-describedby=\"card-term-tier-price\">"
        )));
        let card = &html[html.find("<div class=\"fact-card\" id=\"card-term-tier-price\" popover>").unwrap()..];
        assert!(card.contains(&format!("<a class=\"fact-card__more\" {href}>In the glossary</a></div>")), "{card}");
    }

    #[test]
    fn a_setting_of_one_edition_says_so_and_a_command_leads_to_the_reference() {
        let html = article("/sales/returns/");
        assert!(
            html.contains("<span class=\"fact-card__line\">Only in <span class=\"unbroken\">Mage-OS</span>.</span>")
        );
        let html = article("/install/caches-and-indexes/");
        assert!(html.contains(
            "<a class=\"command-link\" href=\"/docs/reference/commands/#cache-flush\"><code class=\"command\">bin/magento cache:flush</code></a>"
        ));
    }
}

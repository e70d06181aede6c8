//! What the app can connect with the reader's own shop: paths through the Admin, settings, and addresses in examples.
//!
//! Nothing is linked here. `data-screen` says where a screen stands below the address of an Admin, and an `a` without
//! `href` is plain text until the app, which alone knows that address, gives it one.

use super::{Context, Html};
use crate::content::model::Inline;
use crate::content::text;
use crate::edition::{Edition, PerEdition};
use crate::facts::screen;
use crate::facts::settings::Setting;
use crate::shop::EXAMPLE_BASE_URL;

/// Writes text, and marks the example shop's address in it.
pub(super) fn text_with_examples(html: &mut Html, text: &str) {
    let mut rest = text;
    // Where authors mean "put yours here" they write it in capitals.
    while let Some(start) = rest.to_ascii_lowercase().find(EXAMPLE_BASE_URL) {
        let (before, from) = rest.split_at(start);
        let (example, after) = from.split_at(EXAMPLE_BASE_URL.len());
        html.text(before).element("span", &[("data-shop-url", example)], example);
        rest = after;
    }
    html.text(rest);
}

/// Writes a path through the Admin as steps with drawn chevrons; the text stays `Stores > Settings`.
pub(super) fn admin_path(html: &mut Html, content: &[Inline], context: Context<'_>) {
    let paths = PerEdition::from_fn(|edition| text::plain(content, edition));
    let screens = screens(&paths, context);
    if paths.is_same() && screens.is_same() {
        steps(html, &paths.open_source, screens.open_source.as_deref(), &[]);
        return;
    }
    for (edition, path) in paths.iter() {
        steps(html, path, screens.get(edition).as_deref(), &[("data-only", edition.id())]);
    }
}

/// Returns where a path leads in each edition. One that an edition does not have is never shown there, so that the other
/// edition's screen may stand for both.
fn screens(paths: &PerEdition<String>, context: Context<'_>) -> PerEdition<Option<String>> {
    let Some(facts) = &context.manual.facts else { return PerEdition::from_fn(|_| None) };
    PerEdition::from_fn(|edition: Edition| {
        let has = |edition: Edition| facts.of(edition).admin.follow(paths.get(edition)).is_ok();
        let shown = if has(edition) { edition } else { edition.other() };
        screen::of_path(facts.of(shown), paths.get(shown))
    })
}

fn steps(html: &mut Html, path: &str, screen: Option<&str>, more: &[(&str, &str)]) {
    let own = [("class", "admin-path")];
    match screen {
        Some(screen) => html.open("a", &[&own[..], more, &[("data-screen", screen)]].concat()),
        None => html.open("span", &[&own[..], more].concat()),
    };
    for (i, step) in path.split(" > ").enumerate() {
        if i > 0 {
            html.element("span", &[("class", "admin-path__separator")], " > ");
        }
        html.element("span", &[("class", "admin-path__step")], step);
    }
    html.close();
}

/// Writes the last line of a setting's card: the way into the reader's own Admin, or first to its address.
pub(super) fn setting_line(html: &mut Html, sides: &PerEdition<Option<&Setting>>) {
    let words = "Open in your own Admin";
    html.open("span", &[("class", "fact-card__line")]);
    let ask = [("class", "fact-card__ask"), ("type", "button"), ("data-action", "your-shop")];
    html.element("button", &ask, &format!("{words} …"));
    let of = |setting: Option<&Setting>| setting.map(screen::of_setting);
    let screens = PerEdition::from_fn(|edition| of(*sides.get(edition)).or_else(|| of(*sides.get(edition.other()))));
    for (edition, screen) in screens.iter() {
        let Some(screen) = screen else { continue };
        let own = [("class", "fact-card__open"), ("data-screen", screen.as_str())];
        if screens.is_same() {
            html.element("a", &own, words);
            break;
        }
        html.element("a", &[&own[..], &[("data-only", edition.id())]].concat(), words);
    }
    html.close();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut html = Html::default();
        text_with_examples(&mut html, text);
        assert_eq!(html.finish(), expected);
    }

    #[test]
    fn the_example_shop_is_marked_wherever_it_stands() {
        check("no address <here>", "no address &lt;here&gt;");
        check(
            "set base_url https://www.your-shop.example/ & go",
            "set base_url <span data-shop-url=\"https://www.your-shop.example\">https://www.your-shop.example</span>/ &amp; go",
        );
        check(
            "https://WWW.YOUR-SHOP.EXAMPLEé",
            "<span data-shop-url=\"https://WWW.YOUR-SHOP.EXAMPLE\">https://WWW.YOUR-SHOP.EXAMPLE</span>é",
        );
        check("www.your-shop.example", "www.your-shop.example");
    }
}

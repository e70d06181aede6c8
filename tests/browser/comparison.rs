//! Both editions at once.

use crate::harness::{Key, PHONE, Page, Role, Site, visit};

/// A page with passages, with wording that differs and with screenshots of both editions.
const PATH: &str = "/system/admin-security/";

/// A page with a pair of passages that swap.
const PAIR: &str = "/catalog/inventory-basics/";

/// Words of one edition inside a passage of the other.
const STRANGERS: &str =
    ".article [data-only=open-source] [data-only=mage-os], .article [data-only=mage-os] [data-only=open-source]";

/// The places of each edition that are on the screen.
const SHOWN: &str = "['open-source', 'mage-os'].map((edition) => [...document.querySelectorAll(
    `.article :is(.edition-passage, .edition-wording, .screenshot__frame)[data-only=${edition}]`)]
    .filter((place) => place.checkVisibility()).length)";

async fn shown(page: &Page) -> [usize; 2] {
    page.js(SHOWN).await
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn one_box_shows_both_editions_and_hides_one_again() {
    visit(Site::release(), async |visit| {
        let page = visit.open(PATH).await;
        let [before, other] = shown(&page).await;
        assert!(before > 0 && other == 0, "{before} and {other}");
        let choice = page.get(Role::Checkbox, "Show both editions").await;
        choice.focus().await;
        page.press(Key::Space).await;
        let [same, both] = shown(&page).await;
        assert!(same == before && both > 0, "{same} and {both}");
        page.press(Key::Space).await;
        assert_eq!(shown(&page).await, [before, 0]);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn both_editions_are_shown_without_script() {
    visit(Site::release(), async |visit| {
        let page = visit.tab().await;
        page.without_scripts().await;
        page.go(PATH).await;
        page.get(Role::Checkbox, "Show both editions").await.click().await;
        let [own, other] = shown(&page).await;
        assert!(own > 0 && other > 0, "{own} and {other}");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_pair_stands_side_by_side_on_a_desk_and_stacked_on_a_phone() {
    visit(Site::release(), async |visit| {
        let page = visit.open(PAIR).await;
        page.get(Role::Checkbox, "Show both editions").await.click().await;
        let tops =
            "[...document.querySelector('.edition-pair').children].map((side) => side.getBoundingClientRect().top)";
        let [first, second]: [f64; 2] = page.js(tops).await;
        assert!((first - second).abs() < 1.0, "side by side: {first} and {second}");
        page.resize(PHONE).await;
        page.painted().await;
        let [first, second]: [f64; 2] = page.js(tops).await;
        assert!((first - second).abs() > 40.0, "stacked: {first} and {second}");
        let is_too_wide = "document.documentElement.scrollWidth > innerWidth";
        assert!(!page.js::<bool>(is_too_wide).await, "the comparison is too wide for a phone");
    });
}

/// A word that is a term of one edition must never stand in the passage of the other.
#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn inside_a_passage_the_words_are_those_of_its_edition() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/").await;
        let find = format!(
            "(async () => {{ const found = [];
                for (const path of {:?}) {{
                    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
                    if (page.querySelector(`{STRANGERS}`) && page.getElementById('compare-editions')) found.push(path);
                }}
                return found; }})()",
            visit.site.paths()
        );
        let found: Vec<String> = page.js(&find).await;
        assert!(!found.is_empty(), "no page has a term inside a passage");
        for path in found.iter().take(3) {
            page.load(path).await;
            page.get(Role::Checkbox, "Show both editions").await.click().await;
            let shown = format!(
                "[...document.querySelectorAll(`{STRANGERS}`)].filter((words) => words.checkVisibility()).map((words) => words.outerHTML)"
            );
            assert_eq!(page.js::<Vec<String>>(&shown).await, Vec::<String>::new(), "{path}");
        }
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_slider_moves_by_keys_and_by_pointer() {
    visit(Site::release(), async |visit| {
        let page = visit.open(PATH).await;
        page.get(Role::Checkbox, "Show both editions").await.click().await;
        let slider = page.select("main .screenshot__slider").await;
        let at = "getComputedStyle(document.querySelector('main .screenshot__pictures')).getPropertyValue('--at')";
        slider.focus().await;
        page.press(Key::ArrowRight).await;
        page.becomes(at, "51".to_owned()).await;
        page.press(Key::ArrowLeft).await;
        page.press(Key::ArrowLeft).await;
        page.becomes(at, "49".to_owned()).await;
        slider.run("function () { this.value = 10; }").await;
        slider.click().await;
        page.until("the slider is where the pointer is", &format!("Math.abs({at} - 50) < 2")).await;
        let edges: [f64; 2] = page
            .js("[...document.querySelectorAll('main .screenshot:first-of-type .screenshot__frame')].slice(0, 2).map((frame) => {
                const [top, right, bottom, left] = getComputedStyle(frame).clipPath.match(/[-\\d.]+/g).map(Number);
                return right || left || 0; })")
            .await;
        assert!(edges.iter().all(|edge| *edge > 0.0), "each picture ends at the slider: {edges:?}");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_list_of_all_differences_leads_to_each_place() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/compare/").await;
        let count: usize = page.js("document.querySelectorAll('.comparison__page').length").await;
        assert!(count > 20, "{count} pages differ");
        let broken: Vec<String> = page
            .js("(async () => { const texts = new Map(); const broken = [];
                for (const link of document.querySelectorAll('.comparison a')) {
                    const { origin, pathname, hash } = new URL(link.href);
                    if (!texts.has(pathname)) texts.set(pathname, await (await fetch(origin + pathname)).text());
                    if (hash && !texts.get(pathname).includes(`id=\"${hash.slice(1)}\"`)) broken.push(link.href);
                }
                return broken; })()")
            .await;
        assert_eq!(broken, Vec::<String>::new());
        page.select(".comparison__head").await.click().await;
        page.select("[open] .comparison__link").await.click().await;
        page.until("the page is shown", "location.pathname !== '/compare/' && document.readyState === 'complete'")
            .await;
    });
}

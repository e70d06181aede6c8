//! Screenshots: numbers and words, and the dialog that shows one in its own size.

use crate::harness::{Key, PHONE, Role, Site, visit};

const PATH: &str = "/system/admin-security/";
const IS_OPEN: &str = "document.getElementById('zoom').open";

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_number_and_its_words_show_each_other() {
    visit(Site::release(), async |visit| {
        let page = visit.open(PATH).await;
        let width = "getComputedStyle(document.querySelector('.screenshot [data-only=open-source] [data-mark=\"2\"] .screenshot__box')).strokeWidth";
        let colour = "getComputedStyle(document.querySelector('.screenshot__name[data-mark=\"2\"]')).color";
        let (thin, plain): (String, String) = (page.js(width).await, page.js(colour).await);
        page.select(".screenshot__name[data-mark=\"2\"]").await.focus().await;
        page.press(Key::Tab).await;
        assert_eq!(page.js::<String>(width).await, thin, "the number after it has the focus");
        page.select(".screenshot__name[data-mark=\"1\"]").await.focus().await;
        page.press(Key::Tab).await;
        page.painted().await;
        assert_ne!(page.js::<String>(width).await, thin, "the words with the focus show their number");
        assert_ne!(page.js::<String>(colour).await, plain, "the words that are shown have another colour");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_label_opens_its_screenshot_at_the_mark_and_esc_gives_the_focus_back() {
    visit(Site::release(), async |visit| {
        let page = visit.open(PATH).await;
        page.resize(PHONE).await;
        let label = page.select("main .screenshot__name[data-mark=\"7\"]").await;
        label.focus().await;
        page.press(Key::Enter).await;
        page.until("the dialog is open", IS_OPEN).await;
        let middle = "(() => {
            const mark = document.querySelector('#zoom-stage [data-only=open-source] g[data-mark=\"7\"]').getBoundingClientRect();
            const stage = document.getElementById('zoom-stage').getBoundingClientRect();
            return mark.top > stage.top && mark.bottom < stage.bottom; })()";
        page.until("the mark is in sight", middle).await;
        assert!(!page.js::<bool>("document.querySelector('#zoom-stage [data-only=mage-os]').checkVisibility()").await);
        page.get(Role::Checkbox, "Compare editions").await.click().await;
        assert!(page.js::<bool>("document.querySelector('#zoom-stage [data-only=mage-os]').checkVisibility()").await);
        page.press(Key::Escape).await;
        page.becomes(IS_OPEN, false).await;
        assert!(label.has_focus().await, "the focus is where it was");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_picture_is_shown_pixel_by_pixel_or_as_wide_as_the_window() {
    visit(Site::release(), async |visit| {
        let page = visit.open(PATH).await;
        page.select("main .screenshot__full").await.click().await;
        page.until("the dialog is open", IS_OPEN).await;
        let sizes = "(() => { const picture = document.querySelector('#zoom-stage img');
            return [picture.getBoundingClientRect().width - 0, Number(picture.getAttribute('width'))]; })()";
        let [shown, own]: [f64; 2] = page.js(sizes).await;
        assert!((shown - own).abs() < 1.0, "{shown} pixels wide, not {own}");
        page.get(Role::Checkbox, "Fit to the width").await.click().await;
        let [fitted, _]: [f64; 2] = page.js(sizes).await;
        let width: f64 = page.js("document.getElementById('zoom-stage').clientWidth").await;
        assert!(fitted <= width && fitted > width * 0.9, "{fitted} of {width}");
        page.get(Role::Button, "Close the screenshot").await.click().await;
        page.becomes(IS_OPEN, false).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_question_mark_shows_the_shortcuts_until_that_is_turned_off() {
    visit(Site::release(), async |visit| {
        let page = visit.open(PATH).await;
        let is_open = "document.getElementById('shortcuts').open";
        page.press(Key::QuestionMark).await;
        page.until("the sheet is open", is_open).await;
        page.select("#shortcuts [data-action=toggle-slash]").await.click().await;
        page.press(Key::Escape).await;
        page.becomes(is_open, false).await;
        page.press(Key::QuestionMark).await;
        page.painted().await;
        assert!(!page.js::<bool>(is_open).await, "the key was turned off");
        page.get(Role::Button, "Keyboard shortcuts").await.click().await;
        page.until("the button still opens the sheet", is_open).await;
    });
}

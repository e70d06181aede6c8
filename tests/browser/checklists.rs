//! Ticks are kept on the reader's machine.

use crate::harness::{Key, Role, Site, visit};

const PATH: &str = "/install/go-live/";
const TICKED: &str = "document.querySelectorAll('.checklist input:checked').length";
const FIRST_COUNT: &str = "document.querySelector('.checklist__count').textContent";

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn ticks_stay_and_say_how_far_the_list_has_come() {
    visit(Site::release(), async |visit| {
        let page = visit.open(PATH).await;
        let tasks: usize = page.js("document.querySelector('.checklist').querySelectorAll('input').length").await;
        page.becomes(FIRST_COUNT, format!("0 of {tasks} done")).await;
        page.select(".checklist input").await.focus().await;
        page.press(Key::Space).await;
        page.becomes(FIRST_COUNT, format!("1 of {tasks} done")).await;
        page.load("/install/upgrade/").await;
        page.becomes(TICKED, 0).await;
        page.load(PATH).await;
        page.becomes(TICKED, 1).await;
        assert!(page.select(".checklist input").await.is_chosen().await, "the first task is the one that was ticked");
        page.get(Role::Button, "Clear all ticks").await.click().await;
        page.becomes(TICKED, 0).await;
        page.announces("No task is ticked now.").await;
        page.load(PATH).await;
        page.becomes(FIRST_COUNT, format!("0 of {tasks} done")).await;
    });
}

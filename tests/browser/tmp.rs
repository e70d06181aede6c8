use crate::harness::{Site, visit};
#[test]
#[ignore = "x"]
fn tmp() {
    visit(Site::built("x", "/"), async |visit| {
        let page = visit.open_first_time("/").await;
        page.painted().await;
        let s: serde_json::Value = page.js("[JSON.stringify(localStorage), document.documentElement.outerHTML.slice(0,180), document.querySelector('.edition-question').hidden]").await;
        println!("{s:#}");
        panic!();
    });
}

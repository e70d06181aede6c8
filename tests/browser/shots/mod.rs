//! `cargo site shots` in two small shops, one a skin: what it takes, what it says when a screen is not as it was, and that
//! it changes nothing.

mod studio;

use std::fs;
use std::process::Output;

use axum::Router;
use image::Rgba;
use merchant_docs::content::screenshots::Screenshots;
use merchant_docs::edition::Edition;
use tokio::net::TcpListener;

use self::studio::{Studio, YESTERDAY, answer, copy, fixture, grid, studio};

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[track_caller]
fn says(output: &Output, code: i32, parts: &[&str]) {
    let said = said(output);
    assert_eq!(output.status.code(), Some(code), "{said}");
    let missing: Vec<_> = parts.iter().filter(|part| !said.contains(*part)).collect();
    assert!(missing.is_empty(), "{missing:?} is missing in\n{said}");
}

#[test]
#[ignore = "needs Chromium: run cargo site test"]
fn every_screenshot_is_taken_in_magento_open_source() {
    studio(Edition::OpenSource, async |studio| {
        let output = studio.shoot(&["--all"]).await;
        says(&output, 0, &["4 of 4 screenshots taken, 4 look otherwise than before", "docs/catalog/products.md"]);
        let mark = |label: &str, area| (label.to_owned(), area);
        let marks = studio.marks("catalog/products-grid");
        assert_eq!(marks[0], mark("Filters", Some([500, 80, 80, 30])));
        assert_eq!(marks[2], mark("RMA", None));
        let picture = studio.picture("catalog/products-grid");
        assert_eq!(picture.dimensions(), (800, 400));
        assert_eq!(picture.get_pixel(605, 15), &Rgba([0xeb, 0x52, 0x02, 255]), "colors are kept without loss");
        assert_eq!(picture.get_pixel(505, 85), &Rgba([0xe3, 0xe3, 0xe3, 255]), "the pointer lights nothing up");
        assert_eq!(picture.get_pixel(650, 290), &Rgba([0x51, 0x49, 0x43, 255]), "the picture waited for the rows");
        let capture = studio.capture("catalog/products-grid").unwrap();
        assert_eq!(capture.product, "Magento Open Source 2.4.9");
        assert_ne!(capture.captured.to_string(), "2026-01-02");
        assert_eq!(studio.picture("catalog/settings").dimensions(), (320, 210));
        assert_eq!(studio.marks("catalog/settings"), [mark("Content Heading", Some([10, 160, 300, 40]))]);
        assert_eq!(studio.marks("catalog/settings-end"), [mark("The end", Some([0, 380, 800, 20]))]);
        assert_eq!(studio.marks("catalog/cart").len(), 1);
        assert_eq!(studio.sent(), [""; 0], "nothing was sent to the shop");
    });
}

#[test]
#[ignore = "needs Chromium: run cargo site test"]
fn the_marks_of_mage_os_lie_where_its_skin_has_them() {
    studio(Edition::MageOs, async |studio| {
        let before = fs::read_to_string(studio.path("docs/shots.json")).unwrap();
        let output = studio.shoot(&["catalog/products-*", "catalog/settings"]).await;
        says(&output, 0, &["2 of 2 screenshots taken"]);
        let marks = studio.marks("catalog/products-grid");
        assert_eq!(marks[2], ("RMA".to_owned(), Some([60, 320, 100, 20])));
        let picture = studio.picture("catalog/products-grid");
        assert_eq!(picture.get_pixel(650, 15), &Rgba([0xf3, 0x71, 0x21, 255]));
        assert_eq!(studio.capture("catalog/products-grid").unwrap().product, "Mage-OS 3.5.0");
        let after = fs::read_to_string(studio.path("docs/shots.json")).unwrap();
        let open_source =
            |json: &str| Screenshots::parse(json).unwrap().get(&grid()).unwrap().editions[&Edition::OpenSource].clone();
        assert_eq!(open_source(&before), open_source(&after), "the other edition is as it was");
        assert_eq!(fs::read(studio.path("public").join(grid().file(Edition::OpenSource))).unwrap(), YESTERDAY);
    });
}

#[test]
#[ignore = "needs Chromium: run cargo site test"]
fn the_same_screen_gives_the_same_bytes_and_a_changed_one_is_shown() {
    studio(Edition::OpenSource, async |studio| {
        says(&studio.shoot(&["catalog/products-grid"]).await, 0, &["1 look otherwise"]);
        let first = studio.bytes("catalog/products-grid");
        let again = studio.shoot(&["catalog/products-grid"]).await;
        says(&again, 0, &["1 of 1 screenshots taken, 0 look otherwise than before"]);
        assert!(!said(&again).contains("Pages to look at"));
        assert_eq!(studio.bytes("catalog/products-grid"), first);
        studio.redefine("{ click = \"#filters\" },\n    { select = \"#status\", option = \"Enabled\" },", "");
        studio.redefine("    { fill = \"#name\", with = \"$MERCHANT_DOCS_SHOTS_TEST\" },\n", "");
        says(&studio.shoot(&["--shown"]).await, 0, &["1 of 1 screenshots taken, 1 look otherwise than before"]);
        assert_eq!(fs::read(studio.path("target/shots/open-source/old/catalog/products-grid.webp")).unwrap(), first);
        let difference = studio.path("target/shots/open-source/difference/catalog/products-grid.webp");
        let difference = image::load_from_memory(&fs::read(difference).unwrap()).unwrap().into_rgba8();
        assert_eq!(difference.get_pixel(685, 175), &Rgba([208, 0, 48, 255]), "the panel is gone");
        assert_ne!(difference.get_pixel(650, 290), &Rgba([208, 0, 48, 255]), "the grid is as it was");
        let sheet = fs::read_to_string(studio.path("target/shots/open-source/index.html")).unwrap();
        assert!(sheet.contains("<code>catalog/products-grid</code>") && sheet.contains(" %</strong>"), "{sheet}");
    });
}

#[test]
#[ignore = "needs Chromium: run cargo site test"]
fn a_shop_that_lets_nobody_in_is_said_and_costs_no_picture() {
    studio(Edition::OpenSource, async |studio| {
        let before = fs::read(studio.path("docs/shots.json")).unwrap();
        let secret = "wrong-secret";
        let refused = studio.shoot_as(secret, &["--all"]).await;
        says(
            &refused,
            1,
            &["error[failed-sign-in]: the shop says “The account is locked.”", "0 of 4 screenshots taken"],
        );
        assert!(!said(&refused).contains(secret), "the password is never printed");
        says(&studio.shoot_as("", &["--all"]).await, 1, &["MERCHANT_DOCS_ADMIN_PASSWORD is not set"]);
        let moved = studio.shoot(&["--all", "--admin-path", "backend"]).await;
        says(&moved, 1, &["error[failed-sign-in]"]);
        assert_eq!(fs::read(studio.path("docs/shots.json")).unwrap(), before);
        assert_eq!(studio.bytes("catalog/products-grid"), YESTERDAY);
    });
}

#[test]
#[ignore = "needs Chromium: run cargo site test"]
fn a_shop_that_does_not_answer_is_said_with_its_address() {
    studio(Edition::OpenSource, async |studio| {
        let closed = TcpListener::bind(("127.0.0.1", 0)).await.unwrap().local_addr().unwrap();
        let studio = &Studio {
            address: format!("http://{closed}/"),
            folder: tempfile::tempdir().unwrap(),
            shop: studio.shop.clone(),
        };
        copy(&fixture("docs"), &studio.path("docs"));
        let output = studio.shoot(&["--all"]).await;
        let place = format!("--> http://{closed}/admin/");
        says(&output, 1, &["error[unreachable-shop]: nothing answers", "CONNECTION_REFUSED", &place]);
    });
}

#[test]
#[ignore = "needs Chromium: run cargo site test"]
fn a_screen_that_is_not_as_it_was_is_shown_in_the_definition() {
    studio(Edition::OpenSource, async |studio| {
        studio.redefine("click = \"#filters\"", "click = \"#filter-button\"");
        studio.redefine("at = \"#heading\"", "at = \"#headline\"");
        studio.redefine("at = \"#bottom\"", "at = \"#web_seo-head\"");
        let output = studio.shoot(&["--all"]).await;
        says(
            &output,
            1,
            &[
                "error[changed-selector]: catalog/products-grid: nothing on the screen fits `#filter-button`",
                "--> docs/shots.toml:18:5",
                "18 |     { click = \"#filter-button\" },\n   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ looked for here",
                "error[lost-mark]: catalog/settings: the mark “Content Heading” is not in the picture",
                "error[lost-mark]: catalog/settings-end: the mark “The end” is not in the picture",
                "1 of 4 screenshots taken",
            ],
        );
        assert_eq!(studio.bytes("catalog/products-grid"), YESTERDAY);
        assert_eq!(studio.capture("catalog/products-grid").unwrap().product, "Magento Open Source 2.4.4");
        assert!(studio.capture("catalog/settings").is_none(), "a picture without its marks is not kept");
        assert!(studio.capture("catalog/cart").is_some(), "one that failed does not stop the others");
    });
}

#[test]
#[ignore = "needs Chromium: run cargo site test"]
fn an_error_page_is_never_a_picture() {
    studio(Edition::OpenSource, async |studio| {
        studio.redefine("path = \"/products/\"", "path = \"/denied/\"");
        studio.redefine("path = \"/settings/\"", "path = \"/gone/\"");
        let output = studio.shoot(&["catalog/*-*", "catalog/settings"]).await;
        says(
            &output,
            1,
            &[
                "error[error-page]: catalog/products-grid: the shop shows “Access denied”",
                "error[error-page]: catalog/settings: the shop answers with status 404",
                "--> docs/shots.toml:30:8",
                "error[skipped-shot]: catalog/settings-end: not taken: `catalog/settings`, where it goes on, failed",
                "0 of 3 screenshots taken",
            ],
        );
        assert_eq!(studio.bytes("catalog/products-grid"), YESTERDAY);
    });
}

#[test]
#[ignore = "needs Chromium: run cargo site test"]
fn what_would_change_the_shop_never_leaves_the_browser() {
    studio(Edition::OpenSource, async |studio| {
        studio.redefine("{ click = \"#filters\" }", "{ click = \"#add\" }");
        let output = studio.shoot(&["catalog/products-grid"]).await;
        let message = "POST /admin/catalog/product/save/ was stopped: it might change the shop";
        says(&output, 1, &["error[stopped-request]", message, "--> docs/shots.toml:18:5"]);
        assert_eq!(studio.sent(), [""; 0]);
        assert_eq!(studio.bytes("catalog/products-grid"), YESTERDAY);
        studio.redefine("viewport = [800, 400]\nsteps", "viewport = [800, 400]\nallow = [\"/product/save/\"]\nsteps");
        studio.redefine("    { select = \"#status\", option = \"Enabled\" },\n", "");
        studio.redefine("    { fill = \"#name\", with = \"$MERCHANT_DOCS_SHOTS_TEST\" },\n", "");
        says(&studio.shoot(&["catalog/products-grid"]).await, 0, &["1 of 1 screenshots taken"]);
        assert_eq!(studio.sent(), ["POST /admin/catalog/product/save/"], "unless its definition says that it must");
    });
}

#[test]
#[ignore = "needs Chromium: run cargo site test"]
fn a_shop_of_the_other_edition_is_refused() {
    studio(Edition::MageOs, async |studio| {
        let shop = studio.shop.in_skin(Edition::OpenSource);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answer).with_state(shop)).await });
        let folder = tempfile::tempdir().unwrap();
        copy(&fixture("docs"), &folder.path().join("docs"));
        let studio = &Studio { folder, address, shop: studio.shop.clone() };
        let output = studio.shoot(&["catalog/settings"]).await;
        says(&output, 1, &["error[unknown-product]: the Admin's footer says Magento 2.4.9, which is not Mage-OS"]);
        let named = studio.shoot(&["catalog/settings", "--product", "Mage-OS 1.0.0 on a test"]).await;
        says(&named, 0, &["1 of 1 screenshots taken"]);
        assert_eq!(studio.capture("catalog/settings").unwrap().product, "Mage-OS 1.0.0 on a test");
    });
}

#[test]
fn a_dry_run_says_what_would_be_taken_and_touches_nothing() {
    studio(Edition::OpenSource, async |studio| {
        let output = studio.shoot(&["--dry-run", "*/settings-end"]).await;
        says(
            &output,
            0,
            &[
                "catalog/settings: /settings/, 2 steps, 1 marks, on the way only\n",
                "catalog/settings-end: goes on, 1 steps, 1 marks\n",
                "1 screenshots would be taken",
            ],
        );
        assert!(!studio.path("target").exists());
        let unknown = studio.shoot(&["catalog/product-grid"]).await;
        says(&unknown, 2, &["no definition for Magento Open Source fits `catalog/product-grid`; did you mean"]);
        says(&studio.shoot(&[]).await, 2, &["say which screenshots: names, --shown or --all"]);
    });
}

#[test]
fn definitions_that_are_wrong_open_no_browser() {
    studio(Edition::OpenSource, async |studio| {
        studio.redefine("{ open = \"content\" }", "{ opne = \"content\" }");
        let output = studio.shoot(&["--all"]).await;
        says(&output, 1, &["error[bad-shot-definition]: no step is called `opne`", "help: write `open`"]);
    });
}

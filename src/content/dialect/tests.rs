//! What each construct becomes, and what each mistake says.

use std::sync::Arc;

use crate::content::terms::Terms;
use crate::content::text;
use crate::diag::render::{Format, render};
use crate::diag::{Checked, SourceFile};
use crate::edition::{Edition, EditionSet};

use super::super::model::Block;

const TERMS: &str = "[product]\nopen-source = \"Magento Open Source\"\nmage-os = \"Mage-OS\"\n\n[vendor]\nopen-source = \"magento\"\nmage-os = \"mage-os\"\n";

fn parse(markdown: &str) -> Checked<Vec<Block>> {
    let terms_file = Arc::new(SourceFile { path: "docs/terms.toml".into(), text: TERMS.into() });
    let terms = Terms::parse(&terms_file).value;
    let file = Arc::new(SourceFile { path: "docs/a.md".into(), text: markdown.into() });
    super::parse(&file, 0..markdown.len(), EditionSet::BOTH, &terms)
}

/// Checks what each edition reads, and that nothing is wrong.
#[track_caller]
fn check(markdown: &str, open_source: &str, mage_os: &str) {
    let checked = parse(markdown);
    assert_eq!(render(&checked.diagnostics, Format::Human), "");
    assert_eq!(text::of_blocks(&checked.value, Edition::OpenSource).trim_end(), open_source);
    assert_eq!(text::of_blocks(&checked.value, Edition::MageOs).trim_end(), mage_os);
}

/// Checks the findings, one a line.
#[track_caller]
fn check_findings(markdown: &str, expected: &[&str]) {
    let found = render(&parse(markdown).diagnostics, Format::Short);
    assert_eq!(found.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_term_may_stand_inside_an_alternative() {
    check(
        "{{open-source: Ask {{product}} itself.; mage-os: Ask {{product}}'s chat.}} End.",
        "Ask Magento Open Source itself. End.",
        "Ask Mage-OS’s chat. End.",
    );
    check("![{{mage-os: A {{product}} screen; open-source: Other}}](shot:a/b)", "Other", "A Mage-OS screen");
}

#[test]
fn a_term_is_the_word_of_each_edition() {
    check("Install {{product}} now.", "Install Magento Open Source now.", "Install Mage-OS now.");
    check("`composer require {{vendor}}/x`", "composer require magento/x", "composer require mage-os/x");
    check("## About {{product}} {#about}", "About Magento Open Source", "About Mage-OS");
    check("```bash\ncd {{vendor}}\n```", "cd magento", "cd mage-os");
}

#[test]
fn wording_that_occurs_once_may_hold_markup_and_leave_a_side_out() {
    check("Run {{open-source: **A** `b`; mage-os: *C*}}.", "Run A b.", "Run C.");
    check("Menu{{mage-os: , and **Logs**}}.", "Menu.", "Menu, and Logs.");
    check("{{mage-os: one; two; open-source: x}}", "x", "one; two");
    check("| a |\n|---|\n| {{open-source: 1; mage-os: 2}} |", "a\n1", "a\n2");
}

#[test]
fn a_passage_is_for_its_edition() {
    check(
        "Both.\n\n:::open-source\n\nOne.\n\n:::\n\n:::mage-os\n\nTwo.\n\n:::\n\nEnd.",
        "Both.\nOne.\nEnd.",
        "Both.\nTwo.\nEnd.",
    );
}

#[test]
fn a_passage_nests_in_a_list_item() {
    check(
        "1. First.\n\n   :::mage-os\n\n   Only here.\n\n   :::\n\n2. Second.",
        "First.\nSecond.",
        "First.\nOnly here.\nSecond.",
    );
}

#[test]
fn braces_of_the_products_stay_in_code() {
    check(
        "`{{base_url}}` and `{{media url=\"x\"}}`",
        "{{base_url}} and {{media url=\"x\"}}",
        "{{base_url}} and {{media url=\"x\"}}",
    );
}

#[test]
fn a_backslash_in_code_shows_the_braces() {
    check(r"`\{{product}}`", "{{product}}", "{{product}}");
}

#[test]
fn definitions_tasks_and_notes_are_read() {
    check("SKU\n: The number.", "SKU\nThe number.", "SKU\nThe number.");
    check("- [ ] One\n- [x] Two", "One\nTwo", "One\nTwo");
    check("- [ ] One\n\n- [x] Two\n\n  More.", "One\nTwo\nMore.", "One\nTwo\nMore.");
    check("> [!NOTE]\n> Mind {{product}}.", "Mind Magento Open Source.", "Mind Mage-OS.");
}

#[test]
fn an_unknown_term_points_at_its_braces() {
    check_findings(
        "Buy {{prodcut}} “now” {{x}}",
        &[
            "docs/a.md:1:5: error[unknown-term]: no term has the name `prodcut`",
            "docs/a.md:1:23: error[unknown-term]: no term has the name `x`",
        ],
    );
    check_findings("`{{vendro}}`", &["docs/a.md:1:2: error[unknown-term]: no term has the name `vendro`"]);
}

#[test]
fn an_edition_that_is_none_is_reported() {
    check_findings("{{commerce: x}}", &["docs/a.md:1:1: error[unknown-edition]: `commerce` is not an edition"]);
    check_findings(":::mageos\n\nx\n\n:::", &["docs/a.md:1:1: error[unknown-edition]: `mageos` is not an edition"]);
}

#[test]
fn what_is_opened_must_be_closed() {
    check_findings(
        "a {{product b",
        &["docs/a.md:1:3: error[unclosed-wording]: `{{` is not closed in this piece of text"],
    );
    check_findings(
        "**{{mage-os: a** b}}",
        &["docs/a.md:1:3: error[unclosed-wording]: `{{` is not closed in this piece of text"],
    );
    check_findings(
        "a\n\n:::mage-os\n\nb",
        &["docs/a.md:3:1: error[unclosed-passage]: this edition block is not closed"],
    );
    check_findings(
        "a\n\n:::",
        &["docs/a.md:3:1: error[unclosed-passage]: `:::` closes an edition block that is not open"],
    );
    check_findings(
        ":::mage-os\ntext\n\n:::",
        &[
            "docs/a.md:1:1: error[unclosed-passage]: an edition marker stands in a paragraph with other text",
            "docs/a.md:4:1: error[unclosed-passage]: `:::` closes an edition block that is not open",
        ],
    );
}

#[test]
fn twins_are_for_different_editions_and_hold_something() {
    check_findings(
        ":::mage-os\n\na\n\n:::\n\n:::mage-os\n\nb\n\n:::",
        &["docs/a.md:7:1: error[unbalanced-twin]: two edition blocks for Mage-OS stand side by side"],
    );
    check_findings(":::mage-os\n\n:::", &["docs/a.md:1:1: error[unbalanced-twin]: this edition block is empty"]);
}

#[test]
fn a_passage_inside_a_passage_is_refused() {
    check_findings(
        ":::mage-os\n\n- a\n\n  :::open-source\n\n  b\n\n  :::\n\n:::",
        &["docs/a.md:5:3: error[nested-passage]: an edition block stands inside another one"],
    );
}

#[test]
fn html_is_refused_wherever_it_stands() {
    check_findings(
        "a <b>c</b>",
        &[
            "docs/a.md:1:3: error[raw-html]: HTML is not allowed here: `<b>`",
            "docs/a.md:1:7: error[raw-html]: HTML is not allowed here: `</b>`",
        ],
    );
    check_findings(
        "<script>alert(1)</script>\n\ntext",
        &["docs/a.md:1:1: error[raw-html]: HTML is not allowed here: `<script>alert(1)</script>`"],
    );
}

#[test]
fn a_script_address_is_refused_at_the_address() {
    check_findings(
        "[x](javascript:alert(1))",
        &["docs/a.md:1:5: error[unsafe-link]: links with `javascript:` are not allowed"],
    );
    check_findings(
        "<javascript:alert(1)>",
        &["docs/a.md:1:2: error[unsafe-link]: links with `javascript:` are not allowed"],
    );
}

#[test]
fn only_screenshots_and_diagrams_are_pictures() {
    check_findings(
        "![a](../../etc/passwd)",
        &["docs/a.md:1:6: error[picture-outside]: the picture `../../etc/passwd` leaves public/"],
    );
    check_findings("![a](x.png)", &["docs/a.md:1:6: error[stray-picture]: `x.png` names no screenshot and no diagram"]);
    check_findings(
        "text ![a](shot:a/b) text",
        &["docs/a.md:1:6: error[stray-picture]: a picture stands in a line of text"],
    );
}

#[test]
fn deep_lists_end_in_a_finding_not_in_a_crash() {
    let lines: Vec<String> = (0..40).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect();
    let deep = lines.concat();
    let found = parse(&deep).diagnostics;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].lint.name, "nested-too-deep");
    let hostile = ">".repeat(100_000);
    assert!(parse(&hostile).diagnostics.iter().all(|found| found.lint.name == "nested-too-deep"));
}

#[test]
fn a_page_of_megabytes_is_refused() {
    let found = parse(&"word ".repeat(1024 * 1024)).diagnostics;
    assert_eq!(found.iter().map(|found| found.lint.name).collect::<Vec<_>>(), ["page-too-large"]);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(markdown in "(\\PC|[\n:{};>#*`\\[\\]()!|-]|:::mage-os\n|\\{\\{mage-os: |\\}\\}|\n\n){0,60}") {
        let _ = parse(&markdown);
    }
}

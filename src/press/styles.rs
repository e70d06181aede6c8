//! The style sheets, made of the components' own in a fixed order.

/// Every file, tokens first: layers decide what wins, so the order inside a layer is alphabetical.
const FILES: &[&str] = &[
    include_str!("../view/styles/tokens.css"),
    include_str!("../view/styles/base.css"),
    include_str!("../view/styles/layout.css"),
    include_str!("../view/admin_path.css"),
    include_str!("../view/alert.css"),
    include_str!("../view/article.css"),
    include_str!("../view/breadcrumbs.css"),
    include_str!("../view/button.css"),
    include_str!("../view/checklist.css"),
    include_str!("../view/code.css"),
    include_str!("../view/command.css"),
    include_str!("../view/comparison.css"),
    include_str!("../view/copy_code.css"),
    include_str!("../view/copy_link.css"),
    include_str!("../view/diagram.css"),
    include_str!("../view/edition_badge.css"),
    include_str!("../view/edition_choice.css"),
    include_str!("../view/edition_notice.css"),
    include_str!("../view/edition_passage.css"),
    include_str!("../view/edition_question.css"),
    include_str!("../view/edition_switch.css"),
    include_str!("../view/edition_wording.css"),
    include_str!("../view/fact_card.css"),
    include_str!("../view/guide_cards.css"),
    include_str!("../view/home.css"),
    include_str!("../view/menu_button.css"),
    include_str!("../view/on_this_page.css"),
    include_str!("../view/page_header.css"),
    include_str!("../view/page_list.css"),
    include_str!("../view/page_status.css"),
    include_str!("../view/page_tools.css"),
    include_str!("../view/pager.css"),
    include_str!("../view/screenshot.css"),
    include_str!("../view/search_trigger.css"),
    include_str!("../view/setting.css"),
    include_str!("../view/site_footer.css"),
    include_str!("../view/site_header.css"),
    include_str!("../view/site_nav.css"),
    include_str!("../view/skip_link.css"),
    include_str!("../view/term.css"),
    include_str!("../view/theme_switch.css"),
    include_str!("../view/wordmark.css"),
];

/// What the dialogs wear, and what stands on pages of the site itself: asked for below the text.
const DIALOG_FILES: &[&str] = &[
    include_str!("../view/guesses.css"),
    include_str!("../view/link_preview.css"),
    include_str!("../view/offline.css"),
    include_str!("../view/search_dialog.css"),
    include_str!("../view/search_results.css"),
    include_str!("../view/shortcuts.css"),
    include_str!("../view/your_shop.css"),
    include_str!("../view/zoom.css"),
];

/// What paper needs.
const PRINT_FILES: &[&str] = &[include_str!("../view/styles/print.css")];

/// What a document for paper looks like on the screen and on paper.
const PRINTED_FILES: &[&str] = &[include_str!("../view/printed.css")];

/// The style sheets of a site, each without comments and indentation. Only the first stands between a reader and the text.
#[derive(Debug)]
pub(super) struct StyleSheets {
    /// For the header, the sidebar and the text.
    pub text: String,
    /// For the dialogs.
    pub dialogs: String,
    /// For paper.
    pub print: String,
    /// For documents that are made to be printed.
    pub printed: String,
}

/// Returns the style sheets.
#[must_use]
pub(super) fn bundles() -> StyleSheets {
    StyleSheets {
        text: bundle(FILES),
        dialogs: bundle(DIALOG_FILES),
        print: bundle(PRINT_FILES),
        printed: bundle(PRINTED_FILES),
    }
}

fn bundle(files: &[&str]) -> String {
    files.iter().map(|file| compact(file)).collect()
}

/// Drops block comments, indentation and blank lines: what a reader's phone need not fetch. Nothing inside a line changes.
pub(super) fn compact(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::with_capacity(text.len());
    while let Some(start) = rest.find("/*") {
        plain.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    plain.push_str(rest);
    let mut out = String::with_capacity(plain.len());
    for line in plain.lines().map(str::trim).filter(|line| !line.is_empty()) {
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_sheet_beside_a_component_is_in_one_bundle() {
        let files = [FILES, DIALOG_FILES, PRINT_FILES, PRINTED_FILES].concat();
        let view = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view");
        let mut found = 0;
        for folder in [view.clone(), view.join("styles")] {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.extension().is_some_and(|end| end == "css") {
                    found += 1;
                    let text = std::fs::read_to_string(&path).unwrap();
                    assert!(files.contains(&text.as_str()), "{} is in no bundle", path.display());
                }
            }
        }
        assert_eq!(found, files.len());
    }

    #[test]
    fn comments_and_indentation_are_left_out() {
        let out = compact("/* a */\n.b {\n  c: d; /* e */\n}\n");
        assert_eq!(out, ".b {\nc: d;\n}\n");
    }
}

//! A page at the end of its guide's list.

use anyhow::{Context as _, Result};
use toml_edit::{Array, DocumentMut, Value};

/// Returns the text of a `guide.toml` with one more page at the end of its list; comments and line breaks stay.
///
/// # Errors
///
/// Returns an error when the text is no TOML or has no list of pages.
pub(super) fn with_page(text: &str, page: &str) -> Result<String> {
    let mut document: DocumentMut = text.parse()?;
    let pages = document.get_mut("pages").and_then(|item| item.as_array_mut()).context("it has no list `pages`")?;
    push(pages, page);
    Ok(document.to_string())
}

/// Adds an entry that stands as the one before it does.
fn push(pages: &mut Array, page: &str) {
    let raw = |text: Option<&toml_edit::RawString>| text.and_then(|text| text.as_str()).unwrap_or_default().to_owned();
    let mut entry = Value::from(page);
    let last = pages.len().checked_sub(1).and_then(|last| pages.get_mut(last));
    if let Some(last) = last {
        // A comment before the last entry is about that entry alone.
        let before = raw(last.decor().prefix());
        let before = before.rfind('\n').map_or(&*before, |line| &before[line..]).to_owned();
        // Without a comma at the end, what follows the last entry belongs to it; it goes behind the new one.
        let after = raw(last.decor().suffix());
        last.decor_mut().set_suffix("");
        entry.decor_mut().set_prefix(if before.is_empty() { " " } else { &before });
        if after.contains('#') {
            entry.decor_mut().set_prefix(format!("{}{before}", after.trim_end()));
            entry.decor_mut().set_suffix(after.rfind('\n').map_or("", |line| &after[line..]));
        } else {
            entry.decor_mut().set_suffix(after);
        }
        // Behind a comma, a comment at the end of the list is about the last entry.
        let rest = raw(Some(pages.trailing()));
        if rest.contains('#') {
            entry.decor_mut().set_prefix(format!("{}{before}", rest.trim_end()));
            pages.set_trailing(rest.rfind('\n').map_or("", |line| &rest[line..]));
        }
    }
    pages.push_formatted(entry);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, expected: &str) {
        assert_eq!(with_page(before, "new").unwrap(), expected);
    }

    #[test]
    fn a_list_in_lines_gets_a_line_more() {
        check(
            "# Top.\ntitle = \"A\" # name\npages = [\n    \"a\",\n    \"b\",\n]\n# End.\n",
            "# Top.\ntitle = \"A\" # name\npages = [\n    \"a\",\n    \"b\",\n    \"new\",\n]\n# End.\n",
        );
    }

    #[test]
    fn a_list_in_one_line_stays_in_one_line() {
        check("pages = [\"a\", \"b\"]\n", "pages = [\"a\", \"b\", \"new\"]\n");
        check("pages = [\"a\"]\n", "pages = [\"a\", \"new\"]\n");
        check("pages = []\n", "pages = [\"new\"]\n");
    }

    #[test]
    fn a_comment_stays_with_its_entry() {
        check(
            "pages = [\n    # First.\n    \"a\", # one\n    # Second.\n    \"b\", # two\n]\n",
            "pages = [\n    # First.\n    \"a\", # one\n    # Second.\n    \"b\", # two\n    \"new\",\n]\n",
        );
    }

    #[test]
    fn without_a_last_comma_nothing_is_torn_apart() {
        check("pages = [\n    \"a\",\n    \"b\"\n]\n", "pages = [\n    \"a\",\n    \"b\",\n    \"new\"\n]\n");
    }

    #[test]
    fn what_is_no_list_of_pages_is_an_error() {
        assert!(with_page("title = \"A\"\n", "new").is_err());
        assert!(with_page("pages = [", "new").is_err());
    }
}

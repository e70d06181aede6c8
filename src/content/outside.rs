//! Where does the site lead outside: to its sources, to a page's file, to a form for readers' opinion?

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

/// The beginnings of addresses that may stand behind a link: a page on the web, or a letter.
const BEGINNINGS: [&str; 2] = ["https://", "mailto:"];

/// An address of `manual.toml` that a reader may follow, with places such as `{path}` or `{title}` where words go in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct OutsideAddress(String);

impl TryFrom<String> for OutsideAddress {
    type Error = String;

    fn try_from(template: String) -> Result<Self, String> {
        if BEGINNINGS.iter().any(|beginning| template.starts_with(beginning)) {
            Ok(Self(template))
        } else {
            Err("an address outside the site begins with `https://` or `mailto:`; leave the line out when there is none"
                .to_owned())
        }
    }
}

impl OutsideAddress {
    /// Returns the address as it stands in the file.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the address of a file of the sources, at `{path}`. The names of files hold nothing that must be encoded.
    #[must_use]
    pub fn of_file(&self, path: &str) -> String {
        self.0.replace("{path}", path)
    }

    /// Returns a form with `{title}` and `{body}` filled in, such as a code host's form for a new issue.
    ///
    /// Nothing is sent by the site: the reader sees the form filled in, and sends it or not.
    #[must_use]
    pub fn filled(&self, title: &str, body: &str) -> String {
        let encoded = |text| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        // No encoded word holds a brace, so the second replacement finds only what the template has.
        self.0.replace("{title}", &encoded(title)).replace("{body}", &encoded(body))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_leave_their_place() {
        let address = OutsideAddress::try_from("https://code.example/new?t={title}&b={body}".to_owned()).unwrap();
        assert_eq!(
            address.filled("a & {body}", "two\nlines"),
            "https://code.example/new?t=a%20%26%20%7Bbody%7D&b=two%0Alines"
        );
    }

    #[test]
    fn another_scheme_is_refused() {
        for address in ["javascript:alert(1)", "http://code.example/", "//code.example/", ""] {
            let refused = OutsideAddress::try_from(address.to_owned()).unwrap_err();
            assert!(refused.starts_with("an address outside the site begins with `https://`"), "{address}: {refused}");
        }
    }
}

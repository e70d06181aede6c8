//! Where do readers say whether a page has helped?

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

/// The beginnings of addresses that may stand behind a link: a form on the web, or a letter.
const BEGINNINGS: [&str; 2] = ["https://", "mailto:"];

/// The address of a form with `{title}` and `{body}` where the words go in, such as a code host's form for a new issue.
///
/// Nothing is sent by the site: the reader sees the form filled in, and sends it or not.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct FeedbackAddress(String);

impl TryFrom<String> for FeedbackAddress {
    type Error = String;

    fn try_from(template: String) -> Result<Self, String> {
        if BEGINNINGS.iter().any(|beginning| template.starts_with(beginning)) {
            Ok(Self(template))
        } else {
            Err("an address for feedback begins with `https://` or `mailto:`; leave the line out when there is none"
                .to_owned())
        }
    }
}

impl FeedbackAddress {
    /// Returns the address with the words filled in.
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
        let address = FeedbackAddress::try_from("https://code.example/new?t={title}&b={body}".to_owned()).unwrap();
        assert_eq!(
            address.filled("a & {body}", "two\nlines"),
            "https://code.example/new?t=a%20%26%20%7Bbody%7D&b=two%0Alines"
        );
    }

    #[test]
    fn another_scheme_is_refused() {
        for address in ["javascript:alert(1)", "http://code.example/", "//code.example/", ""] {
            let refused = FeedbackAddress::try_from(address.to_owned()).unwrap_err();
            assert!(refused.starts_with("an address for feedback begins with `https://`"), "{address}: {refused}");
        }
    }
}

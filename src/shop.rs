//! Where is the reader's own Admin, and may that address be linked?
//!
//! The rule is a list of what is allowed, not of what is not: letters, digits and `-._~` between slashes behind `http` or
//! `https`. So an address can neither run script nor leave its host, and in a command that the reader copies it means
//! nothing to a shell.

/// The address of the shop in examples; the app puts the reader's own in its place.
pub const EXAMPLE_BASE_URL: &str = "https://www.your-shop.example";

/// Longer addresses are refused. Under 100 bytes real ones would be; without a limit, a tampered value could fill pages.
pub const ADDRESS_BYTES_MAX: usize = 300;

/// The address of an Admin, with a slash at its end: `https://shop.example/admin_x1/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdminUrl(String);

/// Why a text is not taken as the address of an Admin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdminUrlError {
    /// Nothing was given.
    Empty,
    /// More than [`ADDRESS_BYTES_MAX`].
    TooLong,
    /// Neither `http` nor `https`.
    Scheme,
    /// A name or password before the host.
    Credentials,
    /// A question mark or number sign.
    Extras,
    /// The host is none.
    Host,
    /// Only the shop, not its Admin.
    NoPath,
    /// A character in the path that no Admin has.
    Path,
    /// A single screen, with its secret key.
    OneScreen,
}

impl AdminUrlError {
    /// Says to the reader what is wrong, and what would be right.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Empty => "Type the address of your Admin.",
            Self::TooLong => "This address is too long to be one of an Admin.",
            Self::Scheme => "Only addresses that begin with https:// or http:// can be linked.",
            Self::Credentials => "Leave out the name and password before the @.",
            Self::Extras => "Leave out everything from ? or # on.",
            Self::Host => "This is no web address. Copy it from the address bar of your browser.",
            Self::NoPath => "This is your shop. Add the word that leads to its Admin.",
            Self::Path => {
                "An Admin's address has only letters, digits, hyphens, underscores and dots between its slashes."
            }
            Self::OneScreen => "This is the address of one screen. Leave out what comes after the word for your Admin.",
        }
    }
}

impl AdminUrl {
    /// Reads what a reader types or pastes, and what storage holds: that may have been tampered with.
    ///
    /// Without a scheme it is `https`. The address of the Dashboard, where readers land and copy from, is cut to the
    /// Admin's own.
    ///
    /// # Errors
    ///
    /// Returns the first reason for which the text cannot be linked.
    pub fn parse(text: &str) -> Result<Self, AdminUrlError> {
        let text = text.trim_ascii();
        if text.is_empty() {
            return Err(AdminUrlError::Empty);
        }
        if text.len() > ADDRESS_BYTES_MAX {
            return Err(AdminUrlError::TooLong);
        }
        if text.bytes().any(|byte| byte == b'?' || byte == b'#') {
            return Err(AdminUrlError::Extras);
        }
        let (scheme, rest, is_bare) = split_scheme(text)?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let mut address = scheme.to_owned();
        push_host(&mut address, host, is_bare)?;
        push_path(&mut address, path)?;
        Ok(Self(address))
    }

    /// Returns the address as it is stored and shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the address of a screen; whatever `screen` is, it stays below this Admin's host.
    #[must_use]
    pub fn screen(&self, screen: &str) -> String {
        self.0.clone() + screen
    }

    /// Returns the base URL of the shop: the address without the word for the Admin, and without a slash at the end.
    #[must_use]
    pub fn base_url(&self) -> &str {
        let address = self.0.trim_end_matches('/');
        let base = address.rsplit_once('/').map_or(address, |(base, _)| base);
        base.strip_suffix("/index.php").unwrap_or(base)
    }
}

/// Returns the scheme, what follows it, and whether none was written.
fn split_scheme(text: &str) -> Result<(&'static str, &str, bool), AdminUrlError> {
    let Some((scheme, Some(rest))) = text.split_once(':').map(|(scheme, rest)| (scheme, rest.strip_prefix("//")))
    else {
        return Ok(("https://", text, true));
    };
    if scheme.eq_ignore_ascii_case("https") {
        Ok(("https://", rest, false))
    } else if scheme.eq_ignore_ascii_case("http") {
        Ok(("http://", rest, false))
    } else {
        Err(AdminUrlError::Scheme)
    }
}

fn push_host(address: &mut String, host: &str, is_bare: bool) -> Result<(), AdminUrlError> {
    if host.contains('@') {
        return Err(AdminUrlError::Credentials);
    }
    let (name, port) = host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    if !port.is_none_or(is_port) {
        // What stands before the colon of `javascript:alert(1)` is no host but a scheme.
        return Err(if is_bare { AdminUrlError::Scheme } else { AdminUrlError::Host });
    }
    // A single word without a scheme may be a host, but more often it is a slip: `admin_x1/`.
    let is_whole = !is_bare || name.contains('.') || name == "localhost";
    if name.len() > 253 || !is_whole || !name.split('.').all(is_label) {
        return Err(AdminUrlError::Host);
    }
    address.push_str(&host.to_ascii_lowercase());
    address.push('/');
    Ok(())
}

fn is_label(label: &str) -> bool {
    let is_character = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (1..=63).contains(&label.len())
        && label.bytes().all(is_character)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

fn push_path(address: &mut String, path: &str) -> Result<(), AdminUrlError> {
    let path = path.strip_suffix('/').unwrap_or(path);
    if path.is_empty() || path == "index.php" {
        return Err(AdminUrlError::NoPath);
    }
    let mut segments = path.split('/').peekable();
    let mut is_first = true;
    while let Some(segment) = segments.next() {
        if !is_first && segment == "admin" && segments.peek() == Some(&"dashboard") {
            break;
        }
        is_first = false;
        let is_character = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        let is_empty = segment.bytes().all(|byte| byte == b'.');
        if is_empty || !segment.bytes().all(is_character) {
            return Err(AdminUrlError::Path);
        }
        if segment == "key" {
            return Err(AdminUrlError::OneScreen);
        }
        address.push_str(segment);
        address.push('/');
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::AdminUrlError::{Credentials, Empty, Extras, Host, NoPath, OneScreen, Path, Scheme, TooLong};
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(AdminUrl::parse(text).unwrap().as_str(), expected, "{text}");
    }

    #[track_caller]
    fn refuse(error: AdminUrlError, texts: &[&str]) {
        for text in texts {
            assert_eq!(AdminUrl::parse(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn an_address_is_kept_in_one_form() {
        check("https://shop.example/admin_x1", "https://shop.example/admin_x1/");
        check("  HTTPS://Shop.Example/Admin_X1/\n", "https://shop.example/Admin_X1/");
        check("http://localhost:8080/index.php/backend/", "http://localhost:8080/index.php/backend/");
        check("https://127.0.0.1/a-b/c.d~e/", "https://127.0.0.1/a-b/c.d~e/");
        check("http://magento/admin", "http://magento/admin/");
    }

    #[test]
    fn an_address_without_a_scheme_is_https() {
        check("shop.example/admin_x1", "https://shop.example/admin_x1/");
        check("localhost:8443/admin", "https://localhost:8443/admin/");
    }

    #[test]
    fn the_address_of_the_dashboard_is_cut_to_the_admins() {
        let key = "key/0a1b2c3d4e5f";
        check(&format!("https://shop.example/admin_x1/admin/dashboard/index/{key}/"), "https://shop.example/admin_x1/");
        check("https://shop.example/admin/admin/dashboard/", "https://shop.example/admin/");
        refuse(OneScreen, &[&format!("https://shop.example/admin_x1/sales/order/index/{key}/")]);
    }

    #[test]
    fn other_schemes_are_refused() {
        refuse(
            Scheme,
            &[
                "javascript:alert(1)",
                "javascript://shop.example/%0aalert(1)",
                "JavaScript:alert(1)//shop.example/admin",
                " \tjavascript:alert(document.domain)/admin",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:msgbox(1)/admin",
                "blob:https://shop.example/admin",
                "ftp://shop.example/admin",
                "file:///etc/passwd",
                "view-source:https://shop.example/admin",
                "https:/shop.example/admin",
                "https:shop.example/admin",
            ],
        );
    }

    #[test]
    fn what_is_no_host_is_refused() {
        refuse(
            Host,
            &[
                "//shop.example/admin",
                "///shop.example/admin",
                "\\\\shop.example\\admin",
                "https://",
                "https:///admin",
                "https://shop..example/admin",
                "https://shop.example:99999/admin",
                "https://shop.example:+80/admin",
                "https://shop exa mple/admin",
                "https://shop.example\\/admin",
                "https://shop\u{200b}.example/admin",
                "https://ѕhop.example/admin",
                "https://[::1]/admin",
                "https://-shop.example/admin",
                "javascript:1/admin",
                "javascript/admin",
                "admin_x1",
                "<img src=x onerror=alert(1)>",
                "/admin",
            ],
        );
    }

    #[test]
    fn credentials_and_extras_are_refused() {
        refuse(Credentials, &["https://anna:secret@shop.example/admin", "shop.example@evil.example/admin"]);
        refuse(
            Extras,
            &["https://shop.example/admin?x=1", "https://shop.example/admin#top", "https://#@evil.example/"],
        );
    }

    #[test]
    fn paths_that_no_admin_has_are_refused() {
        refuse(NoPath, &["https://shop.example", "https://shop.example/", "shop.example", "shop.example/index.php/"]);
        refuse(
            Path,
            &[
                "https://shop.example//evil.example/",
                "https://shop.example/../admin",
                "https://shop.example/./admin",
                "https://shop.example/%2e%2e/admin",
                "https://shop.example/ad min",
                "https://shop.example/ad\nmin",
                "https://shop.example/ad\tmin",
                "https://shop.example/ad\0min",
                "https://shop.example/admin\\x",
                "https://shop.example/admin\"onclick=\"alert(1)",
                "https://shop.example/$(reboot)/admin",
                "https://shop.example/a;reboot/admin",
                "https://shop.example/`reboot`/admin",
                "https://shop.example/<b>/admin",
                "https://shop.example/admin:x@y",
            ],
        );
    }

    #[test]
    fn lengths_are_bounded() {
        refuse(Empty, &["", " \n\t "]);
        refuse(TooLong, &[&format!("https://shop.example/{}", "a".repeat(ADDRESS_BYTES_MAX))]);
        refuse(Host, &[&format!("https://{}.example/admin", "a".repeat(64))]);
    }

    #[test]
    fn a_screen_stands_below_the_admin() {
        let url = AdminUrl::parse("shop.example/admin_x1").unwrap();
        assert_eq!(url.screen("sales/order/"), "https://shop.example/admin_x1/sales/order/");
        assert!(url.screen("//evil.example/").starts_with("https://shop.example/"));
    }

    #[test]
    fn the_base_url_is_what_stands_before_the_word_for_the_admin() {
        for (address, base) in [
            ("https://shop.example/admin_x1/", "https://shop.example"),
            ("https://shop.example/index.php/admin_x1/", "https://shop.example"),
            ("http://localhost:8080/outdoor/admin/", "http://localhost:8080/outdoor"),
        ] {
            assert_eq!(AdminUrl::parse(address).unwrap().base_url(), base);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// What is stored reads back as it is, and can be nothing but a web address: in an attribute, in a command, anywhere.
        #[test]
        fn whatever_is_taken_is_a_web_address_and_reads_back(text in "(https?:|javascript:|)[/\\\\]{0,3}\\PC{0,12}[a-z.:@%/ -]{0,40}") {
            if let Ok(url) = AdminUrl::parse(&text) {
                prop_assert_eq!(AdminUrl::parse(url.as_str()), Ok(url.clone()));
                let rest = url.as_str().strip_prefix("https://").or_else(|| url.as_str().strip_prefix("http://"));
                let rest = rest.unwrap();
                prop_assert!(rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte)), "{rest}");
                prop_assert!(rest.ends_with('/') && !rest.contains("//") && !rest.starts_with('/'));
                prop_assert!(url.as_str().starts_with(url.base_url()) && !url.base_url().ends_with('/'));
            }
        }

        #[test]
        fn nothing_makes_parsing_panic(text in "\\PC*") {
            let _ = AdminUrl::parse(&text);
        }
    }
}

//! Where is the shop, and as whom do we look at it?

use std::env;

use anyhow::{Result, bail};

use super::failure::ShopFailure;
use crate::content::shot_definitions::Screen;
use crate::edition::Edition;

/// Names of the environment begin like this; nothing else of it gets into a page.
const OWN_NAMES: &str = "MERCHANT_DOCS_";

/// The addresses of a shop.
#[derive(Debug, Clone)]
pub(super) struct Shop {
    /// Scheme, host and folder, without a slash at the end.
    storefront: String,
    /// The same, and the Admin's folder.
    admin: String,
}

impl Shop {
    /// Takes the shop's address and the name of its Admin.
    ///
    /// # Errors
    ///
    /// Returns an error when the address is none.
    pub(super) fn new(url: &str, admin_path: &str) -> Result<Self> {
        let storefront = url.trim_end_matches('/');
        let host = storefront.strip_prefix("https://").or_else(|| storefront.strip_prefix("http://"));
        if host.is_none_or(|host| host.is_empty() || host.contains(['@', '?', '#', ' '])) {
            bail!("`{url}` is not the address of a shop: write it like https://shop.example/");
        }
        let admin = format!("{storefront}/{}", admin_path.trim_matches('/'));
        Ok(Self { storefront: storefront.to_owned(), admin })
    }

    /// Returns the address of a path.
    pub(super) fn address(&self, screen: Screen, path: &str) -> String {
        match screen {
            Screen::Admin | Screen::AdminSignedOut => format!("{}{path}", self.admin),
            Screen::Storefront => format!("{}{path}", self.storefront),
        }
    }

    /// Returns the path of an address of this shop, without query; `None` for those of others.
    pub(super) fn path_of<'a>(&self, address: &'a str) -> Option<&'a str> {
        let host_end = self.storefront.find("://").map_or(0, |at| at + 3);
        let host_end = self.storefront[host_end..].find('/').map_or(self.storefront.len(), |at| host_end + at);
        let path = address.strip_prefix(&self.storefront[..host_end])?;
        path.starts_with('/').then(|| path.split(['?', '#']).next().unwrap_or_default())
    }

    /// Tells whether an address is below the Admin's.
    pub(super) fn is_admin(&self, address: &str) -> bool {
        address.strip_prefix(&self.admin).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    }
}

/// Who signs in to the Admin. It has no `Debug`, so that no message can hold the password.
pub(super) struct Account {
    pub(super) user: String,
    pub(super) password: String,
}

impl Account {
    /// Takes the account from the environment.
    ///
    /// # Errors
    ///
    /// Returns a failure when one of the two variables is not set.
    pub(super) fn from_environment() -> Result<Self, ShopFailure> {
        let variable = |name: &str| {
            let value = env::var(format!("{OWN_NAMES}{name}")).ok().filter(|value| !value.is_empty());
            value.ok_or_else(|| ShopFailure::SignIn(format!("{OWN_NAMES}{name} is not set")))
        };
        Ok(Self { user: variable("ADMIN_USER")?, password: variable("ADMIN_PASSWORD")? })
    }
}

/// Returns a text to fill in: itself, or for `$MERCHANT_DOCS_…` what the environment says.
///
/// # Errors
///
/// Returns what is missing.
pub(super) fn expand(text: &str) -> Result<String, String> {
    match text.strip_prefix('$').filter(|name| name.starts_with(OWN_NAMES)) {
        Some(name) => env::var(name).map_err(|_| format!("{name} is not set")),
        None => Ok(text.to_owned()),
    }
}

/// Reads product and version from the words of the Admin's footer: `Magento ver. 2.4.9`.
///
/// # Errors
///
/// Returns a failure when no version is said, or the product is another one than `edition`.
pub(super) fn product(edition: Edition, footer: &str) -> Result<String, ShopFailure> {
    let version = footer.split_once("ver.").and_then(|(_, rest)| rest.split_whitespace().next());
    let version = version.filter(|version| version.starts_with(|c: char| c.is_ascii_digit()));
    let Some(version) = version else {
        return Err(ShopFailure::Product("the Admin's footer does not say which version it is".to_owned()));
    };
    let is_mage_os = footer.contains("Mage-OS");
    if is_mage_os == (edition == Edition::MageOs) {
        return Ok(format!("{} {version}", edition.name()));
    }
    let says = if is_mage_os { "Mage-OS" } else { "Magento" };
    Err(ShopFailure::Product(format!("the Admin's footer says {says} {version}, which is not {}", edition.name())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_belongs_to_admin_or_storefront() {
        let shop = Shop::new("https://shop.example/de/", "/admin_x/").unwrap();
        assert_eq!(
            shop.address(Screen::Admin, "/catalog/product/"),
            "https://shop.example/de/admin_x/catalog/product/"
        );
        assert_eq!(shop.address(Screen::Storefront, "/tent.html"), "https://shop.example/de/tent.html");
        assert_eq!(shop.path_of("https://shop.example/de/rest/V1?x=/y"), Some("/de/rest/V1"));
        assert_eq!(shop.path_of("https://shop.example.evil/rest/"), None);
        assert!(
            shop.is_admin("https://shop.example/de/admin_x/admin/") && shop.is_admin("https://shop.example/de/admin_x")
        );
        assert!(!shop.is_admin("https://shop.example/de/admin_xy/"));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for url in ["shop.example", "ftp://shop.example", "https://", "https://user:secret@shop.example/"] {
            assert!(Shop::new(url, "admin").is_err(), "{url}");
        }
    }

    #[test]
    fn the_version_is_read_from_the_footer() {
        let read = |edition, footer: &str| product(edition, footer).map_err(|failure| format!("{failure:?}"));
        assert_eq!(read(Edition::OpenSource, "Magento ver. 2.4.9"), Ok("Magento Open Source 2.4.9".to_owned()));
        assert_eq!(read(Edition::MageOs, "Mage-OS ver. 3.5.0 (Magento 2.4.9)"), Ok("Mage-OS 3.5.0".to_owned()));
        assert!(read(Edition::MageOs, "Magento ver. 2.4.4").unwrap_err().contains("says Magento 2.4.4, which is not"));
        assert!(read(Edition::MageOs, "Copyright 2026").unwrap_err().contains("does not say"));
    }

    #[test]
    fn only_our_own_variables_get_into_a_page() {
        assert_eq!(expand("$5 off"), Ok("$5 off".to_owned()));
        assert_eq!(expand("$PATH"), Ok("$PATH".to_owned()));
        assert_eq!(expand("$MERCHANT_DOCS_NOT_SET"), Err("MERCHANT_DOCS_NOT_SET is not set".to_owned()));
    }
}

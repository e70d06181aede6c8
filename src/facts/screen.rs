//! At which address of an Admin does a screen stand?
//!
//! The addresses are those below the word for the Admin, without the secret key that an Admin adds by itself.

use super::admin_menu::AdminMenu;
use super::export::Export;
use super::place::CONFIGURATION;
use super::settings::{PAYMENT_BY_COUNTRY, Setting};

/// The name by which the menu means the product's own routes, and the one that stands in their addresses. The routes of
/// other modules have one name for both.
const OWN_ROUTE: (&str, &str) = ("adminhtml", "admin");

/// Returns where a menu path or a path through the configuration leads; `None` for a heading, which has no screen.
#[must_use]
pub fn of_path(export: &Export, path: &str) -> Option<String> {
    let Some(below) = path.strip_prefix(CONFIGURATION).and_then(|rest| rest.strip_prefix(" > ")) else {
        return of_entry(&export.menu, path);
    };
    let mut labels = below.split(" > ");
    let (tab, label) = (labels.next()?, labels.next());
    let Some(label) = label else { return of_entry(&export.menu, CONFIGURATION) };
    let section = export.settings.sections().find(|section| section.tab == tab && section.label == label)?;
    Some(of_section(&section.id))
}

/// Returns where a setting is changed.
#[must_use]
pub fn of_setting(setting: &Setting) -> String {
    of_section(&setting.section_id)
}

fn of_entry(menu: &AdminMenu, path: &str) -> Option<String> {
    let action = menu.get(path)?.action.as_deref()?.trim_end_matches('/');
    let (route, rest) = action.split_once('/').unwrap_or((action, ""));
    let route = if route == OWN_ROUTE.0 { OWN_ROUTE.1 } else { route };
    Some(if rest.is_empty() { format!("{route}/") } else { format!("{route}/{rest}/") })
}

fn of_section(id: &str) -> String {
    let id = if id == PAYMENT_BY_COUNTRY { "payment" } else { id };
    format!("{}/system_config/edit/section/{id}/", OWN_ROUTE.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::manual::Manual;
    use crate::edition::Edition::{self, MageOs, OpenSource};
    use crate::press::load::Project;

    fn manual() -> Manual {
        Project { root: env!("CARGO_MANIFEST_DIR").into() }.compile().unwrap().value.unwrap()
    }

    #[test]
    fn paths_lead_to_the_screens_that_the_menu_names() {
        let manual = manual();
        let facts = manual.facts.as_ref().unwrap();
        let check = |edition: Edition, path: &str, expected: Option<&str>| {
            assert_eq!(of_path(facts.of(edition), path).as_deref(), expected, "{path}");
        };
        check(OpenSource, "Sales > Operations > Orders", Some("sales/order/"));
        check(OpenSource, "Dashboard", Some("admin/dashboard/"));
        check(OpenSource, "Catalog > Inventory > Products", Some("catalog/product/"));
        check(OpenSource, "Sales > Operations", None);
        check(OpenSource, CONFIGURATION, Some("admin/system_config/"));
        check(MageOs, &format!("{CONFIGURATION} > General"), Some("admin/system_config/"));
        for path in ["General > Web", "General > Web > Search Engine Optimization > Use Web Server Rewrites"] {
            check(MageOs, &format!("{CONFIGURATION} > {path}"), Some("admin/system_config/edit/section/web/"));
        }
        check(OpenSource, "Sales > RMA > RMA Statuses", None);
        check(MageOs, "Sales > RMA > RMA Statuses", Some("rma/status/index/"));
    }

    #[test]
    fn the_payment_fields_of_a_country_stand_on_the_screen_of_all() {
        let manual = manual();
        let settings = &manual.facts.as_ref().unwrap().of(OpenSource).settings;
        let of_country = settings.iter().find(|setting| setting.section_id == PAYMENT_BY_COUNTRY).unwrap();
        assert_eq!(of_setting(of_country), "admin/system_config/edit/section/payment/");
    }

    /// They become part of addresses: nothing in them may be read as anything else.
    #[test]
    fn every_screen_has_a_plain_address() {
        let manual = manual();
        let facts = manual.facts.as_ref().unwrap();
        for edition in Edition::ALL {
            let export = facts.of(edition);
            let entries = export.menu.iter().filter_map(|entry| of_path(export, &entry.path));
            let all: Vec<String> = entries.chain(export.settings.iter().map(of_setting)).collect();
            assert!(all.len() > 1000);
            for screen in all {
                let is_plain = screen.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-/".contains(&byte));
                assert!(is_plain && !screen.starts_with('/') && screen.ends_with('/'), "{screen}");
            }
        }
    }
}

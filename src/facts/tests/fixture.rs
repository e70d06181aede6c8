//! A manual of one page with small facts.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::manual;
use crate::content::sources::Sources;
use crate::diag::Diagnostic;

const MENU: &str = r#"[
{"id": "a", "title": "Sales", "path": "Sales", "resource": "r", "module": "m"},
{"id": "b", "title": "Operations", "path": "Sales > Operations", "resource": "r", "module": "m"},
{"id": "c", "title": "Orders", "path": "Sales > Operations > Orders", "action": "sales/order", "resource": "r", "module": "m"},
{"id": "d", "title": "Stores", "path": "Stores", "resource": "r", "module": "m"},
{"id": "e", "title": "Settings", "path": "Stores > Settings", "resource": "r", "module": "m"},
{"id": "f", "title": "Configuration", "path": "Stores > Settings > Configuration", "action": "x", "resource": "r", "module": "m"}ONLY
]"#;
const LOGS: &str = r#",
{"id": "g", "title": "Logs", "path": "Sales > Logs", "action": "logs", "resource": "r", "module": "m"}"#;
const SETTINGS: &str = r#"[
{"path": "web/seo/use_rewrites", "tab": "General", "section": "Web", "section_id": "web", "group": "Search Engine Optimization", "label": "Use Web Server Rewrites", "type": "select", "scopes": ["default"], "default": "0", "options": ["Yes", "No"]}ONLY
]"#;
const RMA: &str = r#",
{"path": "rma/general/enabled", "tab": "Sales", "section": "RMA", "section_id": "rma", "group": "General", "label": "Enable RMA", "type": "select", "scopes": ["default"]}"#;
const SECTIONS: &str = r#"[{"id": "web", "label": "Web", "tab": "General", "groups": ["Search Engine Optimization"]}]"#;
const COMMANDS: &str = r#"[{"name": "cache:flush"}, {"name": "config:set"}, {"name": "config:show"}ONLY]"#;
const ABOUT: &str = "[open-source]\nproduct = \"A\"\nversion = \"1\"\nread = \"2026-11-22\"\n[mage-os]\nproduct = \"B\"\nversion = \"1\"\nread = \"2026-11-22\"\n";
const EMPTY: [&str; 11] = [
    "settings-payment",
    "cron-jobs",
    "indexers",
    "caches",
    "email-templates",
    "order-statuses",
    "roles-resources",
    "product-attributes",
    "category-attributes",
    "payment-methods",
    "shipping-carriers",
];

/// Returns a manual of one page with small facts: Mage-OS alone has `Sales > Logs`, `rma/general/enabled` and `rma:list`.
pub(super) fn sources(markdown: &str) -> Sources {
    let mut docs: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut add = |path: &str, text: &str| drop(docs.insert(path.to_owned(), text.into()));
    add("manual.toml", "title = \"T\"\ndescription = \"D\"\nguides = []\n");
    add("index.md", &format!("+++\ntitle = \"T\"\ndescription = \"D\"\nstatus = \"drafted\"\n+++\n{markdown}"));
    add("glossary.toml", "[sku]\nterm = \"SKU\"\ntext = \"The number of a product.\"\n");
    add("facts/about.toml", ABOUT);
    for (edition, menu, setting, command) in
        [("open-source", "", "", ""), ("mage-os", LOGS, RMA, ", {\"name\": \"rma:list\"}")]
    {
        let mut fact = |name: &str, text: &str| add(&format!("facts/{edition}/{name}.json"), text);
        fact("admin-menu", &MENU.replace("ONLY", menu));
        fact("settings", &SETTINGS.replace("ONLY", setting));
        fact("settings-sections", SECTIONS);
        fact("commands", &COMMANDS.replace("ONLY", command));
        fact("import-export", "{\"import\": [], \"export\": []}");
        fact("page-builder-content-types", "[]");
        for name in EMPTY {
            fact(name, "[]");
        }
    }
    Sources::from_bytes(docs, BTreeSet::new()).value
}

/// Returns what is wrong with a page.
pub(super) fn findings(markdown: &str) -> Vec<Diagnostic> {
    manual::compile(&sources(markdown)).diagnostics
}

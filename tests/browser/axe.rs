//! axe, the engine that finds barriers, finds none.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{fs, io};

use crate::harness::{DESKTOP, PHONE, Page, Role, Site, Size, Visit, visit};

/// A new version may find more; it is raised in a change of its own.
const AXE: &str = "axe-core@4.10.3";

/// Returns axe's script, fetched once into `target/tools`.
fn script() -> &'static str {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    SCRIPT.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/axe");
        let file = folder.join("node_modules/axe-core/axe.min.js");
        fs::read_to_string(&file).or_else(|_| install(&folder).and_then(|()| fs::read_to_string(&file))).unwrap_or_else(
            |error| panic!("{} cannot be read ({error}): install Node.js with npm, then run: npm install --no-save --prefix {} {AXE}", file.display(), folder.display()),
        )
    })
}

fn install(folder: &PathBuf) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(folder).arg(AXE);
    npm.status().map(|_| ())
}

/// Examines the page at hand in both editions and both themes; each finding is a line.
///
/// A theme changes colours and nothing else, so in the dark one only the rules about colours run again. What `skipped` finds
/// is emptied first: it is the same as on a page that is examined whole.
const EXAMINE: &str = "(async (skipped) => {
    const root = document.documentElement;
    const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
    document.querySelectorAll(skipped).forEach((part) => part.replaceChildren());
    const found = [];
    for (const edition of ['open-source', 'mage-os']) {
        for (const theme of ['light', 'dark']) {
            root.dataset.edition = edition;
            root.dataset.theme = theme;
            document.getElementById('edition-' + edition).checked = true;
            document.getElementById('theme-' + theme).checked = true;
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            document.getAnimations().forEach((animation) => animation.finish());
            const rules = theme === 'dark' ? { runOnly: colours } : { rules: { 'link-in-text-block': { enabled: true } } };
            const { violations } = await axe.run(document, { preload: false, resultTypes: ['violations'], ...rules });
            for (const { id, nodes } of violations) {
                for (const { target, failureSummary } of nodes) {
                    const detail = failureSummary.split('\\n').slice(1).join(' ').trim();
                    found.push(`${edition}, ${theme}: ${id} at ${target}: ${detail}`);
                }
            }
        }
    }
    return found;
})";

/// The shell, which differs from page to page only in the mark of the current page and the guide that is open.
const SHELL: &str = "'.site-nav, .site-footer'";
const NOTHING: &str = "null";

/// Lists what axe finds on the page at hand outside the parts that are skipped.
async fn examine(page: &Page, what: &str, skipped: &str) -> Vec<String> {
    if !page.js::<bool>("'axe' in window").await {
        page.run(&format!("{}; undefined", script())).await;
    }
    let found: Vec<String> = page.js_at_length(&format!("{EXAMINE}({skipped})")).await;
    found.into_iter().map(|finding| format!("{what}, {finding}")).collect()
}

/// Asserts that axe finds nothing on any page: on the first ones of all guides as a whole, on the others in their text.
async fn check(visit: &Visit, size: Size) {
    let page = visit.open("/").await;
    page.resize(size).await;
    let mut found = Vec::new();
    for path in visit.site.paths() {
        page.load(&path).await;
        let is_first = path.matches('/').count() <= 2;
        found.extend(examine(&page, &path, if is_first { NOTHING } else { SHELL }).await);
    }
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn axe_finds_nothing_on_any_page_on_a_desk() {
    visit(Site::release(), async |visit| check(visit, DESKTOP).await);
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn axe_finds_nothing_on_any_page_on_a_phone() {
    visit(Site::release(), async |visit| check(visit, PHONE).await);
}

/// What is on no page as it is served: the drawer, the question, the notice of a link, the page for unknown addresses,
/// the dialog for the reader's shop and the links that come of it.
#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn axe_finds_nothing_in_what_comes_and_goes() {
    visit(Site::release(), async |visit| {
        visit.foresee("/no/such/page/");
        let page = visit.open_first_time("/catalog/").await;
        page.get(Role::Region, "Which one do you run?").await;
        let mut found = examine(&page, "the question", NOTHING).await;
        page.load("/catalog/?edition=mage-os").await;
        found.extend(examine(&page, "the notice", NOTHING).await);
        page.load("/no/such/page/").await;
        found.extend(examine(&page, "the page for unknown addresses", NOTHING).await);
        page.resize(PHONE).await;
        page.load("/catalog/?edition=mage-os").await;
        page.get(Role::Link, "Menu").await.click().await;
        page.until("the drawer is open", "document.documentElement.dataset.nav === 'open'").await;
        found.extend(examine(&page, "the drawer", NOTHING).await);
        page.load("/install/base-urls/").await;
        page.get(Role::Button, "Link to your own Admin").await.click().await;
        found.extend(examine(&page, "the dialog for the reader's shop", NOTHING).await);
        page.get(Role::Textbox, "Address of your Admin").await.focus().await;
        page.write("https://outdoor.example/admin_x1/").await;
        page.get(Role::Button, "Save").await.click().await;
        page.until("the page is linked", "!!document.querySelector('.admin-path[href]')").await;
        page.get(Role::Button, "Close").await.click().await;
        let answered = "document.querySelectorAll('#search-dialog [role=option]').length > 4";
        for (query, what, is_there) in [
            ("%20", "the search before a question", "!!document.querySelector('.search-results__query')"),
            ("refund", "the answers of the search", answered),
            ("web/secure/base_url", "settings among the answers", answered),
            ("qwertzuiop", "a search in vain", "!!document.querySelector('.search-results__note')"),
        ] {
            page.load(&format!("/search/?q={query}")).await;
            page.until(what, is_there).await;
            found.extend(examine(&page, what, NOTHING).await);
        }
        page.remember("question-closed", "\"yes\"").await;
        page.load("/system/admin-security/").await;
        page.get(Role::Checkbox, "Show both editions").await.click().await;
        found.extend(examine(&page, "both editions at once", NOTHING).await);
        page.select("main .screenshot__full").await.click().await;
        page.get(Role::Checkbox, "Compare editions").await.click().await;
        found.extend(examine(&page, "a screenshot in its own size", NOTHING).await);
        page.load("/install/go-live/").await;
        page.select(".checklist input").await.click().await;
        page.get(Role::Button, "Keyboard shortcuts").await.click().await;
        found.extend(examine(&page, "the shortcuts", NOTHING).await);
        page.load("/install/base-urls/").await;
        found.extend(examine(&page, "a page that leads to the reader's Admin", NOTHING).await);
        page.go("/print/sales/").await;
        found.extend(examine(&page, "a guide to print", NOTHING).await);
        assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
    });
}

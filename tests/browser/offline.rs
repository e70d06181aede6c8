//! Reading without a network, and releases that come and go.

use std::fs;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use crate::harness::{Page, Role, Site, Visit, visit};
use crate::search::{FIRST, PROBLEM};

/// Waits until the worker answers for the page and has kept it.
async fn worker_knows(page: &Page, path: &str) {
    page.until("the worker is in charge", "!!navigator.serviceWorker.controller").await;
    is_kept(page, path).await;
    search_is_here(page).await;
}

/// Waits for what a page fetches last and by itself: a page that is left before, or a deployment, would cut it off.
async fn search_is_here(page: &Page) {
    let here = "performance.getEntriesByType('resource').some(({ name, responseEnd }) =>
        name.includes('/search-names-') && responseEnd > 0)";
    page.until("the names of the search are here", here).await;
}

async fn is_kept(page: &Page, path: &str) {
    let kept = format!("caches.match(new URL('{path}', location.href).href).then((found) => !!found)");
    page.until(&format!("{path} is kept"), &kept).await;
}

async fn reads_with_styles(page: &Page, path: &str) {
    page.load(path).await;
    let styled = "getComputedStyle(document.querySelector('.site-header')).position !== 'static' \
                  && document.querySelector('h1').innerText.length > 3";
    page.until(&format!("{path} stands with its styles"), styled).await;
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn what_was_read_reads_without_a_network_and_the_rest_says_so() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/sales/refund/").await;
        worker_knows(&page, "/sales/refund/").await;
        page.load("/catalog/categories/").await;
        is_kept(&page, "/catalog/categories/").await;
        is_kept(&page, "/offline/").await;
        visit.site.stop().await;
        // Pictures of the other edition, the list of what could be kept.
        visit.foresee("net::ERR_");
        reads_with_styles(&page, "/sales/refund/").await;
        reads_with_styles(&page, "/catalog/categories/?edition=mage-os").await;
        reads_with_styles(&page, "/customers/").await;
        page.until(
            "an honest page",
            "document.querySelector('[data-missing]').innerText.includes('not on this device')",
        )
        .await;
        page.until("it lists what is here", "!!document.querySelector('.offline__pages a[href$=\"/sales/refund/\"]')")
            .await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_whole_manual_can_be_kept_for_one_edition_and_removed() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/offline/").await;
        page.until("the size is shown", "/[0-9]+ MB/.test(document.querySelector('[data-offline=keep]').innerText)")
            .await;
        page.select("[data-offline=keep]").await.click().await;
        page.until(
            "all of it is here",
            "document.querySelector('[data-offline=state]').innerText === \
             'The whole manual for Magento Open Source is on this device.'",
        )
        .await;
        let pictures = |edition: &str| {
            format!("caches.match('/shots/{edition}/sales/credit-memo-new.webp').then((found) => found ? 1 : 0)")
        };
        assert_eq!(page.js::<u32>(&pictures("open-source")).await, 1);
        assert_eq!(
            page.js::<u32>(&pictures("mage-os")).await,
            0,
            "the pictures of the other edition stay where they are"
        );
        visit.site.stop().await;
        visit.foresee("/offline.json");
        reads_with_styles(&page, "/sales/refund/").await;
        let picture = "(async () => { const picture = document.querySelector('.article img[src*=\"open-source\"]'); \
                       picture.loading = 'eager'; await picture.decode(); return picture.naturalWidth > 0; })()";
        assert!(page.js::<bool>(picture).await, "the picture is shown");
        page.load("/search/?q=credit+memo").await;
        page.until("the search answers", "document.querySelectorAll('.search-results a').length > 0").await;
        page.load("/offline/").await;
        page.get(Role::Button, "Remove everything from this device").await.click().await;
        page.until("nothing is kept", "caches.match('/sales/refund/').then((found) => !found)").await;
    });
}

/// The files in which one release of the tests differs from another.
const CHANGED: [&str; 4] = ["sw.js", "offline.json", "sales/refund/index.html", "catalog/categories/index.html"];

/// Copies the release site and changes what makes a release another one: its name, in every file that has it, and that of
/// its search.
fn next_release(of: &Path) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(of, folder.path());
    let worker = fs::read_to_string(of.join("sw.js")).unwrap();
    let name = worker.split('"').nth(1).unwrap();
    let search = hash_of_search(of);
    for entry in fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let named = path.to_str().unwrap().replace(&search, HASH_OF_NEXT_SEARCH);
        fs::rename(&path, named).unwrap();
    }
    for file in CHANGED {
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap().replace(name, "feedfeedfeedfeed");
        let text = text.replace(&search, HASH_OF_NEXT_SEARCH);
        fs::write(path, text.replace("</h1>", " (new)</h1>")).unwrap();
    }
    folder
}

const HASH_OF_NEXT_SEARCH: &str = "feedbeeffeedbeef";

/// Returns what the names of the search and its texts are called by, but for those of what was generated.
fn hash_of_search(site: &Path) -> String {
    let names = fs::read_dir(site).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let hash = |name: String| Some(name.strip_prefix("search-names-")?.strip_suffix(".bin")?.to_owned());
    { names }.find_map(hash).unwrap()
}

/// Copies the release site as a deployment after `next` would: a plain host tells by the age of a file whether a reader
/// has it already.
fn restored(of: &Path, next: &Path) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(of, folder.path());
    for file in CHANGED {
        let later = fs::metadata(next.join(file)).unwrap().modified().unwrap() + Duration::from_mins(1);
        fs::File::options().write(true).open(folder.path().join(file)).unwrap().set_modified(later).unwrap();
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

async fn deploy(visit: &Visit, site: Site) {
    visit.site.stop().await;
    visit.site.start(site).await;
}

/// Waits until the page at hand shows its new text, or its old one; the worker may show what it kept only where the network
/// took its three seconds and more, and then the next load has to know.
async fn shows_the_text(page: &Page, path: &str, is_new: bool) {
    let title = format!("document.querySelector('h1').innerText.includes('(new)') === {is_new}");
    page.ready().await;
    if page.js(&title).await {
        return;
    }
    let waited = "(({ responseStart, workerStart }) => responseStart - workerStart)(performance.getEntriesByType('navigation')[0])";
    let waited: f64 = page.js(waited).await;
    assert!(waited >= 3000.0, "the other text stands on {path} after {waited} ms");
    page.load(path).await;
    page.becomes(&title, true).await;
}

async fn has_note(page: &Page) {
    page.run("void navigator.serviceWorker.getRegistration().then((worker) => worker.update())").await;
    page.until("the note is here", "!!document.querySelector('.offline__note p')").await;
}

/// Leaves the release at hand and comes back: a waiting worker is in charge, and clears out, once nothing of it is open.
async fn has_new_worker(page: &Page, path: &str) {
    let waits = "navigator.serviceWorker.getRegistration().then(({ waiting }) => !!waiting)";
    for _ in 0..ABSENCES_MAX {
        page.run("void setTimeout(() => location.href = 'about:blank')").await;
        page.until("the tab is empty", "location.href === 'about:blank'").await;
        page.run("new Promise((done) => setTimeout(done, 1000))").await;
        page.load(path).await;
        if !page.js::<bool>(waits).await {
            return;
        }
    }
    panic!("the new worker is still waiting");
}

/// How often a reader leaves: on a busy machine the old worker may not have ended within a second.
const ABSENCES_MAX: u32 = 10;

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_new_release_is_announced_and_taken_back_without_harm() {
    let next = next_release(Site::release().folder());
    let restored = restored(Site::release().folder(), next.path());
    visit(Site::release(), async |visit| {
        let page = visit.open("/sales/refund/").await;
        worker_knows(&page, "/sales/refund/").await;
        page.mark_document().await;
        deploy(visit, Site::of(next.path())).await;
        has_note(&page).await;
        assert!(page.is_marked().await, "nothing reloads by itself");
        page.get(Role::Button, "Reload").await.click().await;
        page.until("the page is loaded anew", "!window.isMarked").await;
        shows_the_text(&page, "/sales/refund/", true).await;
        page.load("/catalog/categories/").await;
        shows_the_text(&page, "/catalog/categories/", true).await;
        search_is_here(&page).await;
        deploy(visit, Site::of(restored.path())).await;
        has_note(&page).await;
        page.load("/catalog/categories/").await;
        shows_the_text(&page, "/catalog/categories/", false).await;
        visit.site.stop().await;
        reads_with_styles(&page, "/sales/refund/").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_page_keeps_the_search_of_its_own_release() {
    let next = next_release(Site::release().folder());
    let kept = |file: &str| {
        format!(
            "caches.keys().then((names) => Promise.all(names.map(async (name) => (await caches.open(name)).keys())))
                .then((requests) => requests.flat().some(({{ url }}) => /{file}/.test(url)))"
        )
    };
    let texts = |hash: &str| kept(&format!("search-texts-[0-9]+-{hash}"));
    let old = texts(&hash_of_search(Site::release().folder()));
    visit(Site::release(), async |visit| {
        let page = visit.open("/sales/refund/").await;
        worker_knows(&page, "/sales/refund/").await;
        page.load("/sales/refund/?q=refund").await;
        page.packs().await;
        page.until("texts are kept", &old).await;
        page.until("so is what was generated", &kept("search-reference-")).await;
        deploy(visit, Site::of(next.path())).await;
        // The tab at hand is a page of the release that is gone: it has the texts of this query, and of no other.
        visit.foresee("/search-texts-");
        page.select("#search-dialog-input").await.focus().await;
        page.write("tax rates").await;
        page.until("it is said", &format!("({PROBLEM}).includes('or the site was renewed. Reload')")).await;
        has_note(&page).await;
        has_new_worker(&page, "/catalog/categories/?q=tax+rates").await;
        page.becomes(FIRST, "/store/tax-rules-and-rates/".to_owned()).await;
        page.until("new texts are kept", &texts(HASH_OF_NEXT_SEARCH)).await;
        assert!(page.js::<bool>(&old).await, "a page on the device needs the old ones");
        visit.site.stop().await;
        page.load("/sales/refund/?q=refund").await;
        page.becomes("document.querySelector('h1').innerText.includes('(new)')", false).await;
        page.becomes(FIRST, "/sales/refund/".to_owned()).await;
        page.becomes(PROBLEM, String::new()).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn what_an_author_just_wrote_is_what_a_reload_shows() {
    let next = next_release(Site::release().folder());
    visit(Site::release(), async |visit| {
        let page = visit.open("/sales/refund/").await;
        worker_knows(&page, "/sales/refund/").await;
        deploy(visit, Site::of(next.path())).await;
        page.load("/sales/refund/").await;
        shows_the_text(&page, "/sales/refund/", true).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_broken_worker_leaves_pages_readable() {
    for broken in [None, Some("const = ;"), Some("throw new Error('broken');")] {
        let folder = next_release(Site::release().folder());
        match broken {
            None => fs::remove_file(folder.path().join("sw.js")).unwrap(),
            Some(text) => fs::write(folder.path().join("sw.js"), text).unwrap(),
        }
        visit(Site::of(folder.path()), async |visit| {
            let page = visit.open("/sales/refund/").await;
            if broken.is_none() {
                visit.foresee("(404)");
                page.hears("(404)").await;
            }
            search_is_here(&page).await;
            page.run("new Promise((done) => setTimeout(done, 1000))").await;
            reads_with_styles(&page, "/catalog/categories/").await;
            assert!(page.js::<bool>("!navigator.serviceWorker.controller").await);
        });
        visit(Site::release(), async |visit| {
            let page = visit.open("/sales/refund/").await;
            worker_knows(&page, "/sales/refund/").await;
            deploy(visit, Site::of(folder.path())).await;
            reads_with_styles(&page, "/catalog/categories/").await;
        });
    }
}

//! From page to page without a page load.
//!
//! `leptos_router` was tried on paper and left out: it adds 47 KB of the 120 allowed, prevents a click's default before it
//! knows whether the page is at hand (ours must become an ordinary page load when its pack is missing), and its list of
//! paths loses an entry after `history.go(-2)`. What is needed here is small: decide, swap, scroll, focus, announce.

use std::sync::Arc;

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, ScrollRestoration};

use super::{anchors, dom, packs, scroll};
use crate::route::{InAppTarget, Route, in_app_target};
use crate::view::model::PageView;
use crate::view::shell::Shell;

/// Where the reader stands after a navigation.
#[derive(Debug, Clone, Copy)]
enum Landing {
    /// At the fragment of the address, or at the top.
    Fragment,
    /// Where they were, in pixels from the top.
    Remembered(f64),
}

/// Follows clicks, Back and Forward, and fetches what is likely to be read next.
pub(super) fn connect(shell: Shell) {
    own_scroll_restoration();
    dom::listen(&document(), "click", move |event: MouseEvent| follow_click(shell, &event));
    for kind in ["pointerover", "focusin", "touchstart"] {
        dom::listen(&document(), kind, move |event: Event| {
            if let Some(target) = link_target(shell, &event) {
                packs::prefetch(shell, &target.route);
            }
        });
    }
    dom::listen(&window(), "popstate", move |event: web_sys::PopStateEvent| follow_history(shell, &event.state()));
    dom::watch(move |is_first| {
        let route = shell.page.with(|page| page.route.clone());
        packs::prefetch(shell, &route);
        if !is_first {
            mark_current(shell, &route);
        }
    });
}

/// While the app runs it restores positions itself; when the document goes, the browser may do it for the next one.
fn own_scroll_restoration() {
    let set = |mode| {
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(mode);
        }
    };
    set(ScrollRestoration::Manual);
    // After a reload, and on the way back from another site, the entry knows where the reader was.
    let state = window().history().and_then(|history| history.state());
    if let Some(top) = state.ok().as_ref().and_then(scroll::remembered) {
        scroll::jump_to(top);
    }
    // Forward needs the position of a page that Back has left, and by then its entry can no longer be written to.
    dom::listen(&window(), "scrollend", |_: Event| scroll::remember());
    dom::listen(&window(), "pagehide", move |_: Event| {
        scroll::remember();
        set(ScrollRestoration::Auto);
    });
    dom::listen(&window(), "pageshow", move |_: Event| set(ScrollRestoration::Manual));
}

/// Returns the page that the link at an event means.
fn link_target(shell: Shell, event: &Event) -> Option<InAppTarget> {
    target_of(shell, &dom::target_element(event)?.closest("a[href]").ok()??)
}

/// Returns the page that a link means.
pub(super) fn target_of(shell: Shell, link: &Element) -> Option<InAppTarget> {
    let link: &HtmlAnchorElement = link.dyn_ref()?;
    let leaves = !link.target().is_empty() || link.has_attribute("download") || link.rel().contains("external");
    if leaves {
        return None;
    }
    let origin = window().location().origin().ok()?;
    shell.site.with_value(|site| in_app_target(&link.href(), &origin, &site.base))
}

fn follow_click(shell: Shell, event: &MouseEvent) {
    let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return;
    }
    let Some(target) = link_target(shell, event) else { return };
    if is_on_this_page(shell, &target) {
        scroll::remember();
        shell.nav_open.set(false);
        return;
    }
    let Some(page) = packs::page(&target.route) else { return };
    event.prevent_default();
    scroll::remember();
    let path = shell.site.with_value(|site| site.base.page(&target.route));
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&format!("{path}{}", target.suffix)));
    }
    show(shell, page, Landing::Fragment);
}

/// Tells whether a link means a place of the document at hand, which is the browser's own affair.
///
/// A link that is written as `#place` keeps the query of the address, like the `?edition=` of a shared link.
fn is_on_this_page(shell: Shell, target: &InAppTarget) -> bool {
    let query = window().location().search().unwrap_or_default();
    shell.page.with_untracked(|page| page.route == target.route)
        && target.suffix.strip_prefix(&query).is_some_and(|rest| rest.starts_with('#'))
}

fn follow_history(shell: Shell, state: &JsValue) {
    let Some(route) = current_route(shell) else { return };
    let landing = scroll::remembered(state).map_or(Landing::Fragment, Landing::Remembered);
    if shell.page.with_untracked(|page| page.route == route) {
        land(landing);
        return;
    }
    match packs::page(&route) {
        Some(page) => show(shell, page, landing),
        None => {
            let _ = window().location().reload();
        }
    }
}

fn current_route(shell: Shell) -> Option<Route> {
    let path = window().location().pathname().ok()?;
    shell.site.with_value(|site| site.base.route_of(&path))
}

/// Shows a page: swaps, then scrolls, focuses and announces, inside a view transition where that is welcome.
fn show(shell: Shell, page: Arc<PageView>, landing: Landing) {
    let update = move || {
        let page = Arc::clone(&page);
        future_to_promise(async move {
            shell.nav_open.set(false);
            let title = page.title.get(shell.edition.get_untracked()).clone();
            shell.page.set(page);
            leptos::task::tick().await;
            anchors::reveal_fragment(shell);
            land(landing);
            scroll::focus_main();
            shell.announcement.set(title);
            Ok(JsValue::UNDEFINED)
        })
    };
    let update = Closure::once_into_js(update);
    if !start_view_transition(&update) {
        let _ = update.unchecked_ref::<Function>().call0(&JsValue::NULL);
    }
}

/// Runs `update` inside a view transition; `false` when the browser has none or the reader wants less motion.
fn start_view_transition(update: &JsValue) -> bool {
    if dom::prefers_reduced_motion() {
        return false;
    }
    let document: JsValue = document().into();
    let start = Reflect::get(&document, &"startViewTransition".into()).ok();
    let Some(start) = start.and_then(|start| start.dyn_into::<Function>().ok()) else { return false };
    let Ok(transition) = start.call1(&document, update) else { return false };
    // A transition that a second one overtakes rejects these promises; that is no error.
    let ignore = Closure::<dyn FnMut(JsValue)>::new(|_| ()).into_js_value();
    for name in ["ready", "finished"] {
        if let Ok(promise) = Reflect::get(&transition, &name.into())
            && let Ok(promise) = promise.dyn_into::<js_sys::Promise>()
        {
            let _ = Reflect::get(&promise, &"catch".into())
                .and_then(|catch| catch.unchecked_into::<Function>().call1(&promise, &ignore));
        }
    }
    true
}

fn land(landing: Landing) {
    match landing {
        Landing::Fragment => scroll::to_fragment_or_top(),
        Landing::Remembered(top) => scroll::jump_to(top),
    }
}

/// Moves the mark of the current page in the sidebar and opens its guide; what else the reader opened stays open.
fn mark_current(shell: Shell, route: &Route) {
    for link in dom::find_all(".site-nav__link[aria-current]") {
        let _ = link.remove_attribute("aria-current");
    }
    let path = shell.site.with_value(|site| site.base.page(route));
    let Some(link) = dom::find(&format!(".site-nav__link[href=\"{path}\"]")) else { return };
    let _ = link.set_attribute("aria-current", "page");
    if let Ok(Some(guide)) = link.closest("details") {
        let _ = guide.set_attribute("open", "");
    }
    if let Some(canonical) = dom::find("link[rel=canonical]")
        && let Ok(origin) = window().location().origin()
    {
        let _ = canonical.set_attribute("href", &format!("{origin}{path}"));
    }
}

/// Tells whether the reader asked to save data.
pub(super) fn saves_data() -> bool {
    let navigator: JsValue = window().navigator().into();
    Reflect::get(&navigator, &"connection".into())
        .and_then(|connection| Reflect::get(&connection, &"saveData".into()))
        .is_ok_and(|save| save.is_truthy())
}

/// Runs something when the browser has nothing better to do.
pub(super) fn when_idle(run: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(run).into_js_value();
    let window: JsValue = window().into();
    let request = Reflect::get(&window, &"requestIdleCallback".into()).ok();
    match request.and_then(|request| request.dyn_into::<Function>().ok()) {
        Some(request) => drop(request.call1(&window, &closure)),
        None => drop(leptos::prelude::window().set_timeout_with_callback(closure.unchecked_ref())),
    }
}

//! Elements as readers know them: by role and name.

use std::time::{Duration, Instant};

use chromiumoxide::cdp::browser_protocol::accessibility::QueryAxTreeParams;
use chromiumoxide::cdp::browser_protocol::dom::{BackendNodeId, ResolveNodeParams};
use chromiumoxide::cdp::browser_protocol::input::{DispatchMouseEventParams, DispatchMouseEventType, MouseButton};
use chromiumoxide::cdp::js_protocol::runtime::{CallFunctionOnParams, EvaluateParams, RemoteObjectId};
use serde::de::DeserializeOwned;

use super::page::Page;

/// What an element is to a screen reader.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Role {
    /// Does something.
    Button,
    /// Is on or off.
    Checkbox,
    /// Stands before the page until it is closed.
    Dialog,
    /// Controls that belong together.
    Group,
    /// Names what follows.
    Heading,
    /// Goes somewhere.
    Link,
    /// A landmark with links.
    Navigation,
    /// One of several.
    Radio,
    /// A part of the page that has a name.
    Region,
    /// Takes a line of text.
    Textbox,
}

impl Role {
    const fn name(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Checkbox => "checkbox",
            Self::Dialog => "dialog",
            Self::Group => "group",
            Self::Heading => "heading",
            Self::Link => "link",
            Self::Navigation => "navigation",
            Self::Radio => "radio",
            Self::Region => "region",
            Self::Textbox => "textbox",
        }
    }
}

/// How long an element may take to come. Shorter, and a busy machine fails tests; longer, and a failure takes long.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait before looking again.
const GLANCE: Duration = Duration::from_millis(25);

/// Brings an element into view and returns its centre, with the element on top there when it is another one.
const AIM: &str = "function () {
    const aim = () => {
        const { left, top, width, height } = this.getClientRects()[0];
        const [x, y] = [left + width / 2, top + height / 2];
        const hit = document.elementFromPoint(x, y);
        return [x, y, this.contains(hit) || hit?.contains(this) ? null : hit?.outerHTML.slice(0, 120) ?? 'nothing'];
    };
    if (aim()[2]) this.scrollIntoView({ block: 'center', behavior: 'instant' });
    return aim();
}";

/// An element of a document; of no use after the document has gone.
pub(crate) struct Element<'a> {
    page: &'a Page,
    object: RemoteObjectId,
}

impl<'a> Element<'a> {
    pub(super) async fn evaluated(page: &'a Page, expression: &str) -> Self {
        let answer = page.tab.execute(EvaluateParams::new(expression)).await.expect("the document can be asked");
        let object = answer.result.result.object_id.unwrap_or_else(|| panic!("{expression} is no element"));
        Self { page, object }
    }

    /// Returns the one element inside this one with a role and a name; waits until it is there.
    pub(crate) async fn get(&self, role: Role, name: &str) -> Element<'a> {
        let start = Instant::now();
        loop {
            let mut found = self.find(role, name).await;
            match found.len() {
                1 => return found.remove(0),
                count => {
                    assert!(
                        start.elapsed() < PATIENCE,
                        "{count} elements have the role {role:?} and the name `{name}`"
                    );
                }
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Returns all elements inside this one with a role and a name that a reader can perceive.
    pub(crate) async fn find(&self, role: Role, name: &str) -> Vec<Element<'a>> {
        let mut query = QueryAxTreeParams::builder().role(role.name()).accessible_name(name).build();
        query.object_id = Some(self.object.clone());
        let Ok(answer) = self.page.tab.execute(query).await else { return Vec::new() };
        let mut found = Vec::new();
        for node in answer.result.nodes.into_iter().filter(|node| !node.ignored) {
            if let Some(id) = node.backend_dom_node_id
                && let Some(object) = self.resolve(id).await
            {
                found.push(Element { page: self.page, object });
            }
        }
        found
    }

    async fn resolve(&self, id: BackendNodeId) -> Option<RemoteObjectId> {
        let resolve = ResolveNodeParams::builder().backend_node_id(id).build();
        self.page.tab.execute(resolve).await.ok()?.result.object.object_id
    }

    /// Returns what a function returns for `this` element.
    pub(crate) async fn call<T: DeserializeOwned>(&self, function: &str) -> T {
        let mut call = CallFunctionOnParams::new(function);
        call.object_id = Some(self.object.clone());
        call.return_by_value = Some(true);
        call.await_promise = Some(true);
        let answer = self.page.tab.execute(call).await.expect("the element is in the document").result;
        assert!(answer.exception_details.is_none(), "{function}: {:?}", answer.exception_details);
        serde_json::from_value(answer.result.value.unwrap_or_default()).expect("the function returns what is asked for")
    }

    /// Runs a function for `this` element.
    pub(crate) async fn run(&self, function: &str) {
        self.call::<serde_json::Value>(function).await;
    }

    /// Clicks the middle of the element once it stands still; panics when something else lies over it.
    pub(crate) async fn click(&self) {
        self.page.still().await;
        let mut aim: (f64, f64, Option<String>) = self.call(AIM).await;
        loop {
            // Two frames and a bit: a page that is still being laid out moves what it holds.
            tokio::time::sleep(Duration::from_millis(40)).await;
            let next = self.call(AIM).await;
            if next == aim {
                break;
            }
            aim = next;
        }
        let (x, y, above) = aim;
        assert_eq!(above, None, "something covers what is clicked");
        for kind in [
            DispatchMouseEventType::MouseMoved,
            DispatchMouseEventType::MousePressed,
            DispatchMouseEventType::MouseReleased,
        ] {
            let is_move = matches!(kind, DispatchMouseEventType::MouseMoved);
            let mut event = DispatchMouseEventParams::new(kind, x, y);
            if !is_move {
                event.button = Some(MouseButton::Left);
                event.click_count = Some(1);
            }
            self.page.tab.execute(event).await.expect("Chromium takes clicks");
        }
    }

    /// Moves the focus to the element.
    pub(crate) async fn focus(&self) {
        self.run("function () { this.focus(); }").await;
    }

    /// Tells whether the element has the focus.
    pub(crate) async fn has_focus(&self) -> bool {
        self.call("function () { return document.activeElement === this; }").await
    }

    /// Tells whether the radio is chosen.
    pub(crate) async fn is_chosen(&self) -> bool {
        self.call("function () { return this.checked; }").await
    }
}

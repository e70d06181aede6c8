//! What a tab says and asks for.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use chromiumoxide::Page;
use chromiumoxide::cdp::IntoEventKind;
use chromiumoxide::cdp::browser_protocol::log::EventEntryAdded;
use chromiumoxide::cdp::browser_protocol::network::{
    self, EventLoadingFailed, EventRequestWillBeSent, EventResponseReceived,
};
use chromiumoxide::cdp::js_protocol::runtime::{self, EventConsoleApiCalled, EventExceptionThrown};
use chromiumoxide::listeners::EventStream;
use futures::{FutureExt, StreamExt};

/// The record of a tab; clones share it.
#[derive(Clone)]
pub(super) struct Log(Rc<RefCell<Streams>>, Page);

struct Streams {
    console: EventStream<EventConsoleApiCalled>,
    exceptions: EventStream<EventExceptionThrown>,
    entries: EventStream<EventEntryAdded>,
    sent: EventStream<EventRequestWillBeSent>,
    received: EventStream<EventResponseReceived>,
    failed: EventStream<EventLoadingFailed>,
    requests: Vec<String>,
    addresses: BTreeMap<String, String>,
    messages: Vec<String>,
}

impl Log {
    /// Begins to record a tab.
    pub(super) async fn of(page: &Page) -> Self {
        const LISTENED: &str = "a tab that is open can be listened to";
        let streams = Streams {
            console: page.event_listener().await.expect(LISTENED),
            exceptions: page.event_listener().await.expect(LISTENED),
            entries: page.event_listener().await.expect(LISTENED),
            sent: page.event_listener().await.expect(LISTENED),
            received: page.event_listener().await.expect(LISTENED),
            failed: page.event_listener().await.expect(LISTENED),
            requests: Vec::new(),
            addresses: BTreeMap::new(),
            messages: Vec::new(),
        };
        page.execute(runtime::EnableParams::default()).await.expect(LISTENED);
        page.execute(network::EnableParams::default()).await.expect(LISTENED);
        Self(Rc::new(RefCell::new(streams)), page.clone())
    }

    /// Returns what the console said and which requests failed.
    pub(super) async fn messages(&self) -> Vec<String> {
        self.drain().await;
        self.0.borrow().messages.clone()
    }

    /// Returns the addresses that were asked for, in order.
    pub(super) async fn requests(&self) -> Vec<String> {
        self.drain().await;
        self.0.borrow().requests.clone()
    }

    /// Takes in what has come so far. Two answers from the tab mean that all events before the first have been handed on.
    async fn drain(&self) {
        for _ in 0..2 {
            drop(self.1.execute(runtime::EvaluateParams::new("0")).await);
        }
        self.0.borrow_mut().drain();
    }
}

impl Streams {
    fn drain(&mut self) {
        while let Some(event) = next(&mut self.console) {
            let words: Vec<String> = event.args.iter().map(words).collect();
            self.messages.push(format!("console.{}: {}", event.r#type.as_ref(), words.join(" ")));
        }
        while let Some(event) = next(&mut self.exceptions) {
            let details = &event.exception_details;
            let words = details.exception.as_ref().map(words).unwrap_or_default();
            self.messages.push(format!("exception: {} {words}", details.text));
        }
        while let Some(event) = next(&mut self.entries) {
            let entry = &event.entry;
            let address = entry.url.as_deref().unwrap_or_default();
            self.messages.push(format!("{}: {} {address}", entry.level.as_ref(), entry.text));
        }
        while let Some(event) = next(&mut self.sent) {
            self.addresses.insert(event.request_id.inner().clone(), event.request.url.clone());
            self.requests.push(event.request.url.clone());
        }
        while let Some(event) = next(&mut self.received) {
            if event.response.status >= 400 {
                self.messages.push(format!("status {}: {}", event.response.status, event.response.url));
            }
        }
        while let Some(event) = next(&mut self.failed) {
            // A page that is left while it loads cancels what it asked for; and a browser that runs no scripts declines to
            // fetch them, without a reason.
            if event.canceled != Some(true) && !event.error_text.is_empty() {
                let address = self.addresses.get(event.request_id.inner()).cloned().unwrap_or_default();
                self.messages.push(format!("failed request: {} {address}", event.error_text));
            }
        }
    }
}

fn next<T: IntoEventKind + Unpin>(stream: &mut EventStream<T>) -> Option<Arc<T>> {
    stream.next().now_or_never().flatten()
}

fn words(object: &runtime::RemoteObject) -> String {
    let value = object.value.as_ref().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    value.or_else(|| object.description.clone()).unwrap_or_default()
}

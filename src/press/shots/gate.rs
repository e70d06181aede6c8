//! What may leave the browser? Looking at a shop must not change it.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chromiumoxide::Page;
use chromiumoxide::cdp::browser_protocol::fetch::{self, ContinueRequestParams, EventRequestPaused, FailRequestParams};
use chromiumoxide::cdp::browser_protocol::network::{
    self, ErrorReason, EventLoadingFailed, EventLoadingFinished, EventRequestWillBeSent, ResourceType,
    SetBypassServiceWorkerParams,
};
use chromiumoxide::error::Result;
use futures::StreamExt;

use super::shop::Shop;
use crate::content::shot_definitions::Requests;

/// What a tab may ask for at the moment.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    pub(super) shop: Shop,
    pub(super) requests: Requests,
    /// What the screenshot at hand may send besides.
    pub(super) allow: Vec<String>,
    pub(super) phase: Phase,
}

/// What the tab is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// The form with user and password may be sent to the Admin.
    SigningIn,
    /// Nothing may be sent.
    Looking,
}

/// What happens to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Pass,
    /// Stopped without a word.
    Drop,
    /// Stopped, and reported.
    Stop,
}

impl Rules {
    /// Decides about a request. What goes to other hosts is not the shop: it is not stopped for reading, and silently for
    /// everything else, which is what counts visitors.
    fn verdict(&self, method: &str, address: &str) -> Verdict {
        let reads = ["GET", "HEAD", "OPTIONS"].contains(&method);
        let Some(path) = self.shop.path_of(address) else {
            return if reads { Verdict::Pass } else { Verdict::Drop };
        };
        let has_part = |parts: &[String]| parts.iter().any(|part| format!("{path}/").contains(part.as_str()));
        let signs_in = self.phase == Phase::SigningIn && self.shop.is_admin(address);
        match () {
            () if has_part(&self.requests.dropped) => Verdict::Drop,
            () if reads || signs_in || has_part(&self.requests.read_only) || has_part(&self.allow) => Verdict::Pass,
            () => Verdict::Stop,
        }
    }
}

/// The gate of one tab; clones share it.
#[derive(Clone)]
pub(super) struct Gate(Arc<Mutex<State>>);

struct State {
    rules: Rules,
    stopped: Vec<String>,
    under_way: BTreeSet<String>,
}

impl Gate {
    /// Puts a gate before everything that a tab asks for.
    pub(super) async fn before(page: &Page, rules: Rules) -> Result<Self> {
        let gate = Self(Arc::new(Mutex::new(State { rules, stopped: Vec::new(), under_way: BTreeSet::new() })));
        gate.follow(page).await?;
        let mut paused = page.event_listener::<EventRequestPaused>().await?;
        let (guard, tab) = (gate.clone(), page.clone());
        tokio::spawn(async move {
            while let Some(event) = paused.next().await {
                let id = event.request_id.clone();
                // A request whose page is gone cannot be answered any more, and need not be.
                match guard.judge(&event.request.method, &event.request.url) {
                    Verdict::Pass => drop(tab.execute(ContinueRequestParams::new(id)).await),
                    Verdict::Drop | Verdict::Stop => {
                        drop(tab.execute(FailRequestParams::new(id, ErrorReason::BlockedByClient)).await);
                    }
                }
            }
        });
        page.execute(SetBypassServiceWorkerParams::new(true)).await?;
        page.execute(fetch::EnableParams::default()).await?;
        Ok(gate)
    }

    /// Keeps count of what is under way.
    async fn follow(&self, page: &Page) -> Result<()> {
        let mut sent = page.event_listener::<EventRequestWillBeSent>().await?;
        let mut finished = page.event_listener::<EventLoadingFinished>().await?;
        let mut failed = page.event_listener::<EventLoadingFailed>().await?;
        page.execute(network::EnableParams::default()).await?;
        let gate = self.clone();
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    biased;
                    Some(event) = sent.next() => {
                        let endless = [Some(ResourceType::EventSource), Some(ResourceType::WebSocket)];
                        if !endless.contains(&event.r#type) {
                            gate.state().under_way.insert(event.request_id.inner().clone());
                        }
                    }
                    Some(event) = finished.next() => drop(gate.state().under_way.remove(event.request_id.inner())),
                    Some(event) = failed.next() => drop(gate.state().under_way.remove(event.request_id.inner())),
                    else => break,
                }
            }
        });
        Ok(())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn judge(&self, method: &str, address: &str) -> Verdict {
        let mut state = self.state();
        let verdict = state.rules.verdict(method, address);
        if verdict == Verdict::Stop {
            let path = state.rules.shop.path_of(address).unwrap_or(address).to_owned();
            state.stopped.push(format!("{method} {path}"));
        }
        verdict
    }

    /// Says what the screenshot at hand may send.
    pub(super) fn allow(&self, parts: &[String]) {
        self.state().rules.allow = parts.to_vec();
    }

    /// Forgets what was under way: a new page begins.
    pub(super) fn forget(&self) {
        self.state().under_way.clear();
    }

    /// Counts the requests that are not answered yet.
    pub(super) fn under_way(&self) -> usize {
        self.state().under_way.len()
    }

    /// Returns the first request that was stopped since the last call.
    pub(super) fn stopped(&self) -> Option<String> {
        std::mem::take(&mut self.state().stopped).into_iter().next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(phase: Phase, method: &str, address: &str, expected: Verdict) {
        let rules = Rules {
            shop: Shop::new("https://shop.example/", "admin_x").unwrap(),
            requests: Requests {
                read_only: vec!["/mui/index/render/".to_owned()],
                dropped: vec!["/bookmark/save/".to_owned()],
            },
            allow: vec!["/cart/add/".to_owned()],
            phase,
        };
        assert_eq!(rules.verdict(method, address), expected, "{method} {address}");
    }

    #[test]
    fn looking_sends_nothing_but_what_was_allowed() {
        let looking = Phase::Looking;
        check(looking, "GET", "https://shop.example/admin_x/catalog/", Verdict::Pass);
        check(looking, "POST", "https://shop.example/admin_x/catalog/save/", Verdict::Stop);
        check(looking, "DELETE", "https://shop.example/rest/V1/products/1", Verdict::Stop);
        check(looking, "POST", "https://shop.example/admin_x/mui/index/render?isAjax=1", Verdict::Pass);
        check(looking, "POST", "https://shop.example/checkout/cart/add/id/1/", Verdict::Pass);
        check(looking, "GET", "https://shop.example/admin_x/mui/bookmark/save/", Verdict::Drop);
        check(looking, "POST", "https://shop.example/x/?next=/cart/add/", Verdict::Stop);
    }

    #[test]
    fn the_sign_in_is_sent_to_the_admin_alone() {
        check(Phase::SigningIn, "POST", "https://shop.example/admin_x/admin/index/", Verdict::Pass);
        check(Phase::SigningIn, "POST", "https://shop.example/customer/account/", Verdict::Stop);
        check(Phase::Looking, "POST", "https://shop.example/admin_x/admin/index/", Verdict::Stop);
    }

    #[test]
    fn other_hosts_may_be_read_and_are_told_nothing() {
        check(Phase::Looking, "GET", "https://fonts.example/a.woff2", Verdict::Pass);
        check(Phase::Looking, "POST", "https://count.example/visit", Verdict::Drop);
    }
}

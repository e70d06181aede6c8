//! One tab of the browser, with what the driver asks of it.

use std::time::{Duration, Instant};

use chromiumoxide::cdp::browser_protocol::emulation::SetDeviceMetricsOverrideParams;
use chromiumoxide::cdp::browser_protocol::input::{
    DispatchKeyEventParams, DispatchKeyEventType, DispatchMouseEventParams, DispatchMouseEventType, MouseButton,
};
use chromiumoxide::cdp::browser_protocol::page::{
    AddScriptToEvaluateOnNewDocumentParams, CaptureScreenshotFormat, CaptureScreenshotParams,
};
use chromiumoxide::cdp::js_protocol::runtime::EvaluateParams;
use chromiumoxide::error::CdpError;
use chromiumoxide::{Page, keys};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::failure::ShotFailure;
use super::gate::Gate;
use crate::content::shot_definitions::{Selector, Size};

/// The deeds that a page can be asked for.
const PAGE: &str = include_str!("page.js");

/// Other windows would stand outside of the gate, so there are none.
const ONE_WINDOW: &str = r"
window.open = () => null;
for (const kind of ['click', 'submit'])
  addEventListener(kind, (event) => event.target.closest?.('[target]')?.removeAttribute('target'), true);
";

/// How long to wait between two looks at a page. Shorter wins nothing; longer adds up over hundreds of steps.
const GLANCE: Duration = Duration::from_millis(100);

/// How often a page must look the same before it is called quiet. Fewer, and what a timer starts is missed; more, and
/// every step takes longer.
const CALM_GLANCES: u32 = 5;

/// A box in pixels from the window's top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub(super) struct PageBox {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// What the Admin's sign-in screen shows.
#[derive(Debug, Deserialize)]
pub(super) struct SignInScreen {
    /// The form is there.
    pub(super) form: bool,
    /// A second factor is asked for.
    pub(super) second: bool,
    /// What the shop complains of.
    pub(super) message: String,
}

/// A tab.
pub(super) struct Tab {
    page: Page,
    gate: Gate,
    patience: Duration,
}

type Done<T> = Result<T, ShotFailure>;

impl Tab {
    /// Takes over a blank page behind a gate.
    pub(super) async fn new(page: Page, gate: Gate, patience: Duration) -> Done<Self> {
        page.execute(AddScriptToEvaluateOnNewDocumentParams::new(ONE_WINDOW)).await.map_err(step_failed)?;
        Ok(Self { page, gate, patience })
    }

    /// Returns the gate.
    pub(super) const fn gate(&self) -> &Gate {
        &self.gate
    }

    /// Closes the tab.
    pub(super) async fn close(self) {
        // A tab that is gone already is closed.
        drop(self.page.close().await);
    }

    /// Opens an address and waits until it is quiet.
    pub(super) async fn open(&self, address: &str) -> Done<()> {
        self.gate.forget();
        match self.page.goto(address).await {
            Ok(_) => self.settle().await,
            Err(CdpError::Timeout) => Err(ShotFailure::Restless("it is still loading".to_owned())),
            Err(error) => Err(ShotFailure::Unreachable(error.to_string())),
        }
    }

    /// Waits until the page is loaded, its fonts are there, nothing is asked for and nothing moves.
    pub(super) async fn settle(&self) -> Done<()> {
        let deadline = Instant::now() + self.patience;
        let (mut last, mut calm) = (None, 0);
        while Instant::now() < deadline {
            let state: Option<String> = self.look("calm").await;
            let is_calm = state.is_some() && state == last && self.gate.under_way() == 0;
            calm = if is_calm { calm + 1 } else { 0 };
            if calm == CALM_GLANCES {
                return Ok(());
            }
            last = state;
            tokio::time::sleep(GLANCE).await;
        }
        let under_way = self.gate.under_way();
        let why =
            if under_way > 0 { format!("{under_way} requests are under way") } else { "it keeps moving".to_owned() };
        Err(ShotFailure::Restless(why))
    }

    /// Fails when the page is an error page.
    pub(super) async fn check(&self) -> Done<()> {
        let problem: Option<String> = self.ask("problem", &Value::Null).await?;
        problem.map_or(Ok(()), |problem| Err(ShotFailure::ErrorPage(problem)))
    }

    /// Asks the page to do something.
    pub(super) async fn ask<T: DeserializeOwned>(&self, deed: &str, need: &Value) -> Done<T> {
        self.evaluate(&format!("({PAGE})({}, {need})", json!(deed))).await
    }

    /// Looks at the page; while it is being replaced by another one there is nothing to see.
    pub(super) async fn look<T: DeserializeOwned + Default>(&self, deed: &str) -> T {
        self.ask(deed, &Value::Null).await.unwrap_or_default()
    }

    /// Asks the page for something that must be there.
    pub(super) async fn must(&self, deed: &str, need: &Value, what: &str) -> Done<()> {
        let is_there: bool = self.ask(deed, need).await?;
        if is_there { Ok(()) } else { Err(ShotFailure::Changed(what.to_owned())) }
    }

    /// Runs a script.
    pub(super) async fn evaluate<T: DeserializeOwned>(&self, script: &str) -> Done<T> {
        let mut call = EvaluateParams::new(script);
        call.await_promise = Some(true);
        call.return_by_value = Some(true);
        let answer = self.page.execute(call).await.map_err(step_failed)?.result;
        if let Some(thrown) = answer.exception_details {
            let words = thrown.exception.and_then(|exception| exception.description).unwrap_or(thrown.text);
            return Err(ShotFailure::Step(format!("the script fails: {}", words.lines().next().unwrap_or_default())));
        }
        let value = answer.result.value.unwrap_or(Value::Null);
        serde_json::from_value(value).map_err(|error| ShotFailure::Step(format!("the page answers oddly: {error}")))
    }

    /// Waits until an element can be seen.
    pub(super) async fn wait_for(&self, selector: &Selector) -> Done<()> {
        let deadline = Instant::now() + self.patience;
        while Instant::now() < deadline {
            if self.ask::<bool>("is_seen", &json!({ "at": selector })).await.unwrap_or_default() {
                return self.settle().await;
            }
            tokio::time::sleep(GLANCE).await;
        }
        Err(ShotFailure::Changed(selector.to_string()))
    }

    /// Moves the pointer onto an element, and there presses the button when asked to.
    pub(super) async fn point(&self, selector: &Selector, press: Press) -> Done<()> {
        let found: Option<PageBox> = self.ask("point", &json!({ "at": selector })).await?;
        let Some(found) = found else { return Err(ShotFailure::Changed(selector.to_string())) };
        let (x, y) = (found.x + found.width / 2.0, found.y + found.height / 2.0);
        self.mouse(DispatchMouseEventType::MouseMoved, x, y).await?;
        if press == Press::Click {
            self.mouse(DispatchMouseEventType::MousePressed, x, y).await?;
            self.mouse(DispatchMouseEventType::MouseReleased, x, y).await?;
        }
        Ok(())
    }

    /// Moves the pointer to a point of the window.
    pub(super) async fn move_pointer(&self, x: f64, y: f64) -> Done<()> {
        self.mouse(DispatchMouseEventType::MouseMoved, x, y).await
    }

    async fn mouse(&self, kind: DispatchMouseEventType, x: f64, y: f64) -> Done<()> {
        let is_move = kind == DispatchMouseEventType::MouseMoved;
        let mut event = DispatchMouseEventParams::new(kind, x, y);
        if !is_move {
            event.button = Some(MouseButton::Left);
            event.click_count = Some(1);
        }
        self.page.execute(event).await.map_err(step_failed).map(drop)
    }

    /// Presses a key by its name.
    pub(super) async fn press(&self, name: &str) -> Done<()> {
        let Some(key) = keys::get_key_definition(name) else {
            return Err(ShotFailure::Step(format!("no key is called `{name}`")));
        };
        for kind in [DispatchKeyEventType::KeyDown, DispatchKeyEventType::KeyUp] {
            let mut event = DispatchKeyEventParams::new(kind);
            event.key = Some(key.key.to_owned());
            event.code = Some(key.code.to_owned());
            event.text = key.text.map(str::to_owned);
            event.windows_virtual_key_code = Some(key.key_code);
            self.page.execute(event).await.map_err(step_failed)?;
        }
        Ok(())
    }

    /// Gives the window a size, one pixel of the picture for one of the page.
    pub(super) async fn resize(&self, size: Size) -> Done<()> {
        let (width, height) = (i64::from(size.width), i64::from(size.height));
        let metrics = SetDeviceMetricsOverrideParams::new(width, height, 1.0, false);
        self.page.execute(metrics).await.map_err(step_failed).map(drop)
    }

    /// Takes the picture of what the window shows, as PNG.
    pub(super) async fn picture(&self) -> Done<Vec<u8>> {
        let mut capture = CaptureScreenshotParams { format: Some(CaptureScreenshotFormat::Png), ..Default::default() };
        capture.from_surface = Some(true);
        let answer = self.page.execute(capture).await.map_err(step_failed)?;
        base64::Engine::decode(&base64::engine::general_purpose::STANDARD, &answer.result.data)
            .map_err(|error| ShotFailure::Step(format!("the browser's picture cannot be read: {error}")))
    }
}

/// What the pointer does where it arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Press {
    /// It presses and lets go.
    Click,
    /// It only stands there.
    Hover,
}

fn step_failed(error: CdpError) -> ShotFailure {
    ShotFailure::Step(format!("the browser refuses: {error}"))
}

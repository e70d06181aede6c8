//! Takes the steps of a definition.

use std::time::Duration;

use serde_json::json;

use super::failure::ShotFailure;
use super::shop::{Shop, expand};
use super::tab::{Press, Tab};
use crate::content::shot_definitions::{ClickMode, ConfigScroll, Screen, Step};

/// Takes one step and waits until the page is quiet.
///
/// # Errors
///
/// Returns a failure when an element is not there, the page does not come to rest or a request was stopped.
pub(super) async fn take(tab: &Tab, shop: &Shop, screen: Screen, step: &Step) -> Result<(), ShotFailure> {
    act(tab, shop, screen, step).await?;
    match step {
        Step::Sleep(_) => {}
        _ => tab.settle().await?,
    }
    tab.gate().stopped().map_or(Ok(()), |stopped| Err(ShotFailure::Stopped(stopped)))
}

async fn act(tab: &Tab, shop: &Shop, screen: Screen, step: &Step) -> Result<(), ShotFailure> {
    match step {
        Step::Click(selector, ClickMode::Pointer) => tab.point(selector, Press::Click).await,
        Step::Click(selector, ClickMode::Forced) => {
            tab.must("force", &json!({ "at": selector }), &selector.to_string()).await
        }
        Step::Fill(selector, text) => {
            let text = expand(text).map_err(ShotFailure::Step)?;
            tab.must("fill", &json!({ "at": selector, "text": text }), &selector.to_string()).await
        }
        Step::Select(selector, option) => {
            let what = format!("{selector}` with the option `{option}");
            tab.must("select", &json!({ "at": selector, "option": option }), &what).await
        }
        Step::Upload(selector, name, text) => {
            let need = json!({ "at": selector, "name": name, "text": text });
            tab.must("upload", &need, &selector.to_string()).await
        }
        Step::Press(key) => tab.press(key).await,
        Step::Hover(selector) => tab.point(selector, Press::Hover).await,
        Step::Wait(selector) => tab.wait_for(selector).await,
        Step::Sleep(milliseconds) => {
            tokio::time::sleep(Duration::from_millis(*milliseconds)).await;
            Ok(())
        }
        Step::ScrollTo(selector, offset) => {
            tab.must("scroll_to", &json!({ "at": selector, "offset": offset }), &selector.to_string()).await
        }
        Step::Open(index) => tab.must("open", &json!({ "index": index }), &format!("[data-index=\"{index}\"]")).await,
        Step::OpenConfig(id, scroll) => {
            let need = json!({ "id": id, "scroll": *scroll == ConfigScroll::Follows });
            tab.must("open_config", &need, &format!("#{id}-head")).await
        }
        Step::CloseConfig(id) => tab.must("close_config", &json!({ "id": id }), &format!("#{id}-head")).await,
        Step::Go(path) => {
            tab.open(&shop.address(screen, path)).await?;
            tab.check().await
        }
        Step::Script(script) => tab.evaluate::<serde_json::Value>(script).await.map(drop),
    }
}

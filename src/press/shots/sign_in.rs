//! In by the Admin's front door, once a run.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::failure::{ShopFailure, ShotFailure};
use super::shop::{Account, Shop, product};
use super::tab::{Press, SignInScreen, Tab};
use crate::content::shot_definitions::{Screen, Selector};
use crate::edition::Edition;

/// How long to wait between two looks at what the shop answers.
const GLANCE: Duration = Duration::from_millis(100);

/// Signs in; afterwards the browser holds the shop's cookie.
///
/// # Errors
///
/// Returns a failure when the shop does not answer, has no form or refuses the account.
pub(super) async fn sign_in(tab: &Tab, shop: &Shop, account: &Account, patience: Duration) -> Result<(), ShopFailure> {
    open(tab, shop).await?;
    let screen: SignInScreen = tab.ask("sign_in", &Value::Null).await.map_err(refused)?;
    if !screen.form {
        return Err(ShopFailure::SignIn("there is no sign-in form at this address".to_owned()));
    }
    for (field, text) in [("#username", &account.user), ("#login", &account.password)] {
        tab.must("fill", &json!({ "at": selector(field)?, "text": text }), field).await.map_err(refused)?;
    }
    let _: bool = tab.ask("mark", &Value::Null).await.map_err(refused)?;
    let button = selector("form:has(#username) button:not([type=button]), form:has(#username) input[type=submit]")?;
    tab.point(&button, Press::Click).await.map_err(refused)?;
    let deadline = Instant::now() + patience;
    // What stands there until the answer comes is the form itself.
    while tab.ask::<bool>("is_marked", &Value::Null).await.unwrap_or(true) {
        if Instant::now() > deadline {
            return Err(ShopFailure::SignIn("the shop does not answer the sign-in".to_owned()));
        }
        tokio::time::sleep(GLANCE).await;
    }
    tab.settle().await.map_err(refused)?;
    let screen: SignInScreen = tab.ask("sign_in", &Value::Null).await.map_err(refused)?;
    match screen {
        SignInScreen { second: true, .. } => Err(ShopFailure::SignIn("the shop asks for a second factor".to_owned())),
        SignInScreen { form: true, message, .. } if message.is_empty() => {
            Err(ShopFailure::SignIn("the shop shows the sign-in form again".to_owned()))
        }
        SignInScreen { form: true, message, .. } => Err(ShopFailure::SignIn(format!("the shop says “{message}”"))),
        SignInScreen { .. } => tab.check().await.map_err(refused),
    }
}

/// Opens the Admin's address, which answers whether the shop is there at all.
async fn open(tab: &Tab, shop: &Shop) -> Result<(), ShopFailure> {
    let reach = |failure| match failure {
        ShotFailure::Unreachable(why) | ShotFailure::ErrorPage(why) => ShopFailure::Unreachable(why),
        other => refused(other),
    };
    tab.open(&shop.address(Screen::Admin, "/")).await.map_err(reach)?;
    tab.check().await.map_err(reach)
}

/// Reads what the shop runs on the screen behind the sign-in.
///
/// # Errors
///
/// Returns a failure when the footer does not say, or says another product than `edition`.
pub(super) async fn read_product(tab: &Tab, edition: Edition) -> Result<String, ShopFailure> {
    let footer: String = tab.ask("product", &Value::Null).await.map_err(refused)?;
    product(edition, &footer)
}

fn selector(text: &str) -> Result<Selector, ShopFailure> {
    Selector::parse(text).map_err(|why| ShopFailure::SignIn(format!("`{text}` {why}")))
}

fn refused(failure: ShotFailure) -> ShopFailure {
    ShopFailure::SignIn(match failure {
        ShotFailure::Changed(what) => format!("the sign-in screen has no `{what}`"),
        ShotFailure::Restless(why) => format!("the Admin does not come to rest: {why}"),
        ShotFailure::Unreachable(why) | ShotFailure::ErrorPage(why) | ShotFailure::Step(why) => why,
        ShotFailure::Stopped(what) | ShotFailure::LostMark(what) => format!("{what} was stopped"),
        ShotFailure::Skipped(id) => id.to_string(),
    })
}

/// Tells whether a screen of the Admin is the form for signing in: the session has ended.
///
/// # Errors
///
/// Returns a failure when the page does not answer.
pub(super) async fn is_form(tab: &Tab) -> Result<bool, ShotFailure> {
    let screen: SignInScreen = tab.ask("sign_in", &Value::Null).await?;
    Ok(screen.form)
}

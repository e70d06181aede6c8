//! What is done on a screen before its picture is taken.

use toml::{Table, Value};

use super::selector::Selector;
use crate::diag::nearest;

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Clicks an element.
    Click(Selector, ClickMode),
    /// Writes into a field; `$MERCHANT_DOCS_…` is taken from the environment.
    Fill(Selector, String),
    /// Chooses an option by its value or its label.
    Select(Selector, String),
    /// Puts a file of this name and text into a field for files.
    Upload(Selector, String, String),
    /// Presses a key.
    Press(String),
    /// Moves the pointer onto an element.
    Hover(Selector),
    /// Waits until an element can be seen.
    Wait(Selector),
    /// Waits for some milliseconds: for animations that say nothing of their end.
    Sleep(u64),
    /// Scrolls an element to the top, this many pixels below it.
    ScrollTo(Selector, u32),
    /// Opens a section of a form by its `data-index`, and scrolls to it.
    Open(String),
    /// Opens a group of the configuration by its id.
    OpenConfig(String, ConfigScroll),
    /// Closes a group of the configuration by its id.
    CloseConfig(String),
    /// Opens another path.
    Go(String),
    /// Runs a script in the page.
    Script(String),
}

/// What a click asks of its element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClickMode {
    /// It can be seen, and the pointer hits it.
    Pointer,
    /// It is there: boxes that a drawn box covers.
    Forced,
}

/// Whether an opened group of the configuration is scrolled to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConfigScroll {
    /// The group comes to the top.
    Follows,
    /// The page stays where it is.
    Stays,
}

/// What is wrong with a step, and perhaps the way out.
pub(super) type Refusal = (String, Option<String>);

/// Every step with the keys that must, and those that may stand beside it.
const ACTIONS: [(&str, &[&str], &[&str]); 14] = [
    ("click", &[], &["force"]),
    ("close-config", &[], &[]),
    ("fill", &["with"], &[]),
    ("go", &[], &[]),
    ("hover", &[], &[]),
    ("open", &[], &[]),
    ("open-config", &[], &["scroll"]),
    ("press", &[], &[]),
    ("script", &[], &[]),
    ("scroll-to", &[], &["offset"]),
    ("select", &["option"], &[]),
    ("sleep", &[], &[]),
    ("upload", &["name", "text"], &[]),
    ("wait", &[], &[]),
];

impl Step {
    /// Reads a step from its inline table.
    pub(super) fn read(table: &Table) -> Result<Self, Refusal> {
        let action = action(table)?;
        let text = |key: &str| match table.get(key) {
            Some(Value::String(text)) => Ok(text.clone()),
            _ => Err((format!("`{key}` is not text"), None)),
        };
        let number = |key: &str| match table.get(key).map(Value::as_integer) {
            None => Ok(0),
            Some(Some(number @ 0..=60_000)) => Ok(number.unsigned_abs()),
            Some(_) => Err((format!("`{key}` is no number from 0 to 60000"), None)),
        };
        let flag = |key: &str, usual: bool| match table.get(key) {
            None => Ok(usual),
            Some(Value::Boolean(flag)) => Ok(*flag),
            Some(_) => Err((format!("`{key}` is neither true nor false"), None)),
        };
        let target = || selector(&text(action)?);
        let step = match action {
            "click" if flag("force", false)? => Self::Click(target()?, ClickMode::Forced),
            "click" => Self::Click(target()?, ClickMode::Pointer),
            "close-config" => Self::CloseConfig(text(action)?),
            "fill" => Self::Fill(target()?, text("with")?),
            "go" => Self::Go(text(action)?),
            "hover" => Self::Hover(target()?),
            "open" => Self::Open(text(action)?),
            "open-config" if flag("scroll", true)? => Self::OpenConfig(text(action)?, ConfigScroll::Follows),
            "open-config" => Self::OpenConfig(text(action)?, ConfigScroll::Stays),
            "press" => Self::Press(text(action)?),
            "script" => Self::Script(text(action)?),
            "scroll-to" => Self::ScrollTo(target()?, u32::try_from(number("offset")?).unwrap_or_default()),
            "select" => Self::Select(target()?, text("option")?),
            "sleep" => Self::Sleep(number(action)?),
            "upload" => Self::Upload(target()?, text("name")?, text("text")?),
            _ => Self::Wait(target()?),
        };
        Ok(step)
    }
}

/// Reads a selector, with a refusal that quotes it.
pub(super) fn selector(text: &str) -> Result<Selector, Refusal> {
    Selector::parse(text).map_err(|why| (format!("the selector `{text}` {why}"), None))
}

/// Finds the one step that a table names and refuses every key that does not belong to it.
fn action(table: &Table) -> Result<&'static str, Refusal> {
    let named: Vec<&(&str, &[&str], &[&str])> = ACTIONS.iter().filter(|(name, ..)| table.contains_key(*name)).collect();
    let [(name, must, may)] = named[..] else {
        return Err(not_one(table, named.len()));
    };
    if let Some(missing) = must.iter().find(|key| !table.contains_key(**key)) {
        return Err((format!("`{name}` lacks `{missing}`"), None));
    }
    let belongs = |key: &&String| *key == name || must.contains(&key.as_str()) || may.contains(&key.as_str());
    match table.keys().find(|key| !belongs(key)) {
        Some(key) => {
            let near = nearest(key, must.iter().chain(*may).copied());
            Err((format!("`{name}` has no key `{key}`"), near.map(|near| format!("write `{near}`"))))
        }
        None => Ok(name),
    }
}

fn not_one(table: &Table, count: usize) -> Refusal {
    if count > 1 {
        return ("a step does more than one thing".to_owned(), Some("write one table for each".to_owned()));
    }
    let names = || ACTIONS.iter().map(|(name, ..)| *name);
    let near = table.keys().find_map(|key| nearest(key, names()));
    let known: Vec<&str> = names().collect();
    let help = near.map_or_else(|| format!("there are {}", known.join(", ")), |near| format!("write `{near}`"));
    let keys: Vec<String> = table.keys().map(|key| format!("`{key}`")).collect();
    (format!("no step is called {}", keys.join(" or ")), Some(help))
}

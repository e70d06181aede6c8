//! The day on which a person asks for the state of the manual. What is built never asks.

use anyhow::{Context as _, Result};

use crate::content::date::Date;

/// Returns the day in Greenwich.
///
/// # Errors
///
/// Returns an error when the clock stands before 1970 or after 9999.
#[expect(clippy::disallowed_types, reason = "how old facts are depends on the day; no file of the site does")]
pub(super) fn today() -> Result<Date> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).context("asking for the date")?;
    let days = u32::try_from(since.as_secs() / (24 * 60 * 60)).ok();
    days.and_then(Date::from_days).context("asking for the date")
}

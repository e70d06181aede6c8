//! # unsafe-link
//!
//! A link has another scheme than `https`, `http` or `mailto`.
//!
//! Why: a script address would run in the reader's browser.
//!
//! Bad:
//!
//! ```md
//! [Print](javascript:print())
//! ```
//!
//! Good:
//!
//! ```md
//! Print this page with your browser.
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static UNSAFE_LINK: Lint =
    Lint::error("unsafe-link", "a link with another scheme than https, http or mailto");

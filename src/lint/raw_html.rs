//! # raw-html
//!
//! HTML stands in the text.
//!
//! Why: it could carry a script or a style, would look like no other page, and cannot be printed, searched or checked.
//!
//! Bad:
//!
//! ```md
//! Press <kbd>Enter</kbd>.
//! ```
//!
//! Good:
//!
//! ```md
//! Press **Enter**.
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static RAW_HTML: Lint = Lint::error("raw-html", "HTML in the text");

//! # bad-heading
//!
//! A heading has level 1, or no words.
//!
//! Why: the title of the page is its only heading of level 1, and a heading without words cannot be linked or read out.
//!
//! Bad:
//!
//! ```md
//! # Refund an order
//! ```
//!
//! Good:
//!
//! ```md
//! ## Before you start
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static BAD_HEADING: Lint = Lint::error("bad-heading", "a heading of level 1 or without words");

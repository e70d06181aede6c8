//! # empty-guide
//!
//! A guide lists no page.
//!
//! Why: readers would open it and find nothing.
//!
//! Bad:
//!
//! ```toml
//! pages = []
//! ```
//!
//! Good:
//!
//! ```toml
//! pages = ["refund"]
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static EMPTY_GUIDE: Lint = Lint::error("empty-guide", "a guide without pages");

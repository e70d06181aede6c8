//! # duplicate-route
//!
//! Two files have the same address.
//!
//! Why: one of them would never be seen.
//!
//! Bad:
//!
//! ```text
//! docs/sales/index.md
//! docs/sales.md
//! ```
//!
//! Good:
//!
//! ```text
//! docs/sales/index.md
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static DUPLICATE_ROUTE: Lint = Lint::error("duplicate-route", "two files for the same route");

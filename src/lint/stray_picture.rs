//! # stray-picture
//!
//! A picture stands in a line of text, shares its paragraph, or is neither a screenshot nor a diagram of this manual.
//!
//! Why: every picture comes in both editions with its size, its date and its marks, which a file from elsewhere does
//! not have.
//!
//! Bad:
//!
//! ```md
//! Open the grid ![grid](grid.png) and filter.
//! ```
//!
//! Good:
//!
//! ```md
//! Open the grid and filter.
//!
//! ![The orders grid with its filters open](shot:sales/orders-grid "Filters")
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static STRAY_PICTURE: Lint =
    Lint::error("stray-picture", "a picture that is no screenshot or diagram in its own paragraph");

//! # picture-outside
//!
//! The address of a picture leads out of the folder `public`.
//!
//! Why: it would work on one machine only, and might show what nobody meant to publish.
//!
//! Bad:
//!
//! ```md
//! ![Orders](../../desktop/orders.png)
//! ```
//!
//! Good:
//!
//! ```md
//! ![The orders grid](shot:sales/orders-grid)
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static PICTURE_OUTSIDE: Lint = Lint::error("picture-outside", "a picture path that leaves public/");

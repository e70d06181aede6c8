//! # bad-file-name
//!
//! The name of a file cannot stand in an address.
//!
//! Why: addresses are typed, read out and linked: capitals, blanks and accents in them break somewhere.
//!
//! Bad:
//!
//! ```text
//! docs/sales/Refund an order.md
//! ```
//!
//! Good:
//!
//! ```text
//! docs/sales/refund-an-order.md
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static BAD_FILE_NAME: Lint = Lint::error("bad-file-name", "a file name that cannot be a route");

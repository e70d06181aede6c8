//! # bad-guide
//!
//! `docs/manual.toml` or the `guide.toml` of a guide is missing, cannot be read, or has a name that cannot be an
//! address.
//!
//! Why: these files say which pages there are and in which order.
//!
//! Bad:
//!
//! ```toml
//! title = "Sales"
//! pages = ["refund"]
//! ```
//!
//! Good:
//!
//! ```toml
//! title = "Sales"
//! summary = "From the order to the refund."
//! pages = ["refund"]
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static BAD_GUIDE: Lint = Lint::error("bad-guide", "a guide's file that is missing or wrong");

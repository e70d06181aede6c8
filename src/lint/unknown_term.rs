//! # unknown-term
//!
//! A name between double braces is not in `docs/terms.toml`.
//!
//! Why: readers would see the braces instead of the word of their edition.
//!
//! Bad:
//!
//! ```md
//! Install {{the-product}} on a server.
//! ```
//!
//! Good:
//!
//! ```md
//! Install {{product}} on a server.
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static UNKNOWN_TERM: Lint = Lint::error("unknown-term", "a term that docs/terms.toml does not have");

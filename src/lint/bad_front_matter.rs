//! # bad-front-matter
//!
//! The lines between `+++` at the top of a page are missing, are no TOML, lack a key, or have one that nobody reads.
//!
//! Why: title, description and status of the page come from there, and a key with another name would be lost without a word.
//!
//! Bad:
//!
//! ```md
//! +++
//! heading = "Refund an order"
//! +++
//! ```
//!
//! Good:
//!
//! ```md
//! +++
//! title = "Refund an order"
//! description = "Give money back with a credit memo."
//! status = "drafted"
//! +++
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static BAD_FRONT_MATTER: Lint = Lint::error("bad-front-matter", "front matter that is missing or wrong");

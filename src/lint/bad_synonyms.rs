//! # bad-synonyms
//!
//! The file `docs/synonyms.toml` is no list of groups.
//!
//! Why: readers who search with their own words would find nothing.
//!
//! Bad:
//!
//! ```toml
//! groups = ["refund", "money back"]
//! ```
//!
//! Good:
//!
//! ```toml
//! groups = [["refund", "money back"]]
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static BAD_SYNONYMS: Lint = Lint::error("bad-synonyms", "a list of synonyms that cannot be read");

//! # unknown-edition
//!
//! A passage or a wording names an edition that this manual does not have. There are `open-source` and `mage-os`.
//!
//! Why: the text would be shown to nobody.
//!
//! Bad:
//!
//! ```md
//! :::mageos
//!
//! Returns are built in.
//!
//! :::
//! ```
//!
//! Good:
//!
//! ```md
//! :::mage-os
//!
//! Returns are built in.
//!
//! :::
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static UNKNOWN_EDITION: Lint =
    Lint::error("unknown-edition", "a passage or wording for an edition that is none");

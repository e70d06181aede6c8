//! # unbalanced-twin
//!
//! An edition block is empty, or two neighbors are for the same edition.
//!
//! Why: neighbors are a pair that swaps with the switch; two of a kind were meant as one passage, or one of them as the
//! other.
//!
//! Bad:
//!
//! ```md
//! :::mage-os
//!
//! Select **Create RMA**.
//!
//! :::
//!
//! :::mage-os
//!
//! Select **Credit Memo**.
//!
//! :::
//! ```
//!
//! Good:
//!
//! ```md
//! :::mage-os
//!
//! Select **Create RMA**.
//!
//! :::
//!
//! :::open-source
//!
//! Select **Credit Memo**.
//!
//! :::
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static UNBALANCED_TWIN: Lint =
    Lint::error("unbalanced-twin", "an edition block that is empty or stands beside one of the same edition");

//! # unclosed-wording
//!
//! Double braces are opened and not closed in the same piece of text: the same paragraph, cell, or stretch of bold.
//!
//! Why: nobody can tell where the words of one edition end.
//!
//! Bad:
//!
//! ```md
//! {{mage-os: Open **Returns}}** first.
//! ```
//!
//! Good:
//!
//! ```md
//! {{mage-os: Open **Returns** first.}}
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static UNCLOSED_WORDING: Lint =
    Lint::error("unclosed-wording", "`{{` without `}}` in the same piece of text");

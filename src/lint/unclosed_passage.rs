//! # unclosed-passage
//!
//! An edition block is not closed, is closed without being open, or has its marker in a paragraph with other text.
//!
//! Why: everything up to the end of the page would belong to one edition, or the marker would be shown as text.
//!
//! Bad:
//!
//! ```md
//! :::mage-os
//! Returns are built in.
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
pub(crate) static UNCLOSED_PASSAGE: Lint =
    Lint::error("unclosed-passage", "an edition block that is not closed or not open");

//! # nested-passage
//!
//! An edition block stands inside another one.
//!
//! Why: a text for both editions at once is for nobody, and one for the same edition twice says nothing new.
//!
//! Bad:
//!
//! ```md
//! :::mage-os
//!
//! - Open the order.
//!
//!   :::open-source
//!
//!   Select **Edit**.
//!
//!   :::
//!
//! :::
//! ```
//!
//! Good:
//!
//! ```md
//! :::mage-os
//!
//! - Open the order.
//!
//! :::
//!
//! :::open-source
//!
//! - Select **Edit**.
//!
//! :::
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static NESTED_PASSAGE: Lint = Lint::error("nested-passage", "an edition block inside an edition block");

//! # bad-terms
//!
//! The file `docs/terms.toml` cannot be read, or a term in it lacks a value for one of the editions.
//!
//! Why: readers of that edition would miss the word.
//!
//! Bad:
//!
//! ```toml
//! [product]
//! open-source = "Magento Open Source"
//! ```
//!
//! Good:
//!
//! ```toml
//! [product]
//! open-source = "Magento Open Source"
//! mage-os = "Mage-OS"
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static BAD_TERMS: Lint = Lint::error("bad-terms", "a term without a value for each edition");

//! # bad-facts
//!
//! A file below `docs/facts` is missing, cannot be read, or says two things about the same field, menu entry or
//! command.
//!
//! Why: every label, path and default is held against these files, so a mistake in them would be a mistake on many
//! pages.
//!
//! Bad:
//!
//! ```toml
//! # docs/facts/supplement.toml
//! [[command]]
//! edition = "mage-os"
//! name = "install"
//! ```
//!
//! Good:
//!
//! ```toml
//! # docs/facts/supplement.toml
//! [[command]]
//! edition = "mage-os"
//! name = "install"
//! since = "Mage-OS 3.0"
//! source = "release post of Mage-OS 3.0"
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static BAD_FACTS: Lint =
    Lint::error("bad-facts", "a file of facts that is missing, broken or contradicts itself");

//! # nested-link
//!
//! A link stands inside the text of a link.
//!
//! Why: browsers take the two apart in ways that nobody foresees.
//!
//! Bad:
//!
//! ```md
//! [The notes at <https://mage-os.org/>](/community/two-associations/)
//! ```
//!
//! Good:
//!
//! ```md
//! [The notes](/community/two-associations/), also at <https://mage-os.org/>
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static NESTED_LINK: Lint = Lint::error("nested-link", "a link inside a link");

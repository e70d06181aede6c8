//! # nested-too-deep
//!
//! Lists or quotations stand more than eight deep in one another.
//!
//! Why: there is no room for them on a phone, and nobody can follow them.
//!
//! Bad:
//!
//! ```md
//! - System
//!   - Tools
//!     - Cache
//!       - and so on, nine deep
//! ```
//!
//! Good:
//!
//! ```md
//! 1. Open [System > Tools > Cache Management](admin:).
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static NESTED_TOO_DEEP: Lint = Lint::error("nested-too-deep", "lists or quotations more than eight deep");

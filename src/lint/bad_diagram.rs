//! # bad-diagram
//!
//! A file below `docs/diagrams` has an element, an attribute or a class that diagrams of this manual may not have, or
//! is wider than a phone.
//!
//! Why: a diagram becomes part of the page: it takes its colors from the edition, the theme and the paper, and may not
//! bring a script.
//!
//! Bad:
//!
//! ```xml
//! <rect fill="#f26322" x="0" y="0" width="900" height="40"/>
//! ```
//!
//! Good:
//!
//! ```xml
//! <rect class="card" x="0" y="0" width="184" height="40"/>
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static BAD_DIAGRAM: Lint = Lint::error("bad-diagram", "a diagram with something in it that is not allowed");

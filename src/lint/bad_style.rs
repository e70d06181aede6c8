//! # bad-style
//!
//! The file `docs/style.toml` cannot be read.
//!
//! Why: the rules that look at words would have nothing to go by, and say nothing.
//!
//! Bad:
//!
//! ```toml
//! [steps]
//! verbs = "add, ask, build"
//! ```
//!
//! Good:
//!
//! ```toml
//! [steps]
//! verbs = ["add", "ask", "build"]
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static BAD_STYLE: Lint = Lint::error("bad-style", "a list of names and verbs that cannot be read");

//! # not-utf8
//!
//! A file below `docs` holds bytes that are no UTF-8 text.
//!
//! Why: accents and quotation marks would turn into rubbish, and nobody could say which were meant.
//!
//! Bad:
//!
//! ```text
//! M\xfcnchen, saved as Latin-1
//! ```
//!
//! Good:
//!
//! ```text
//! München, saved as UTF-8
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static NOT_UTF8: Lint = Lint::error("not-utf8", "a file that is not UTF-8 text");

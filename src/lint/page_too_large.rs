//! # page-too-large
//!
//! A page has more than 256 KiB, some 40,000 words.
//!
//! Why: readers on a phone would wait for it, and nobody would find anything in it. Mostly a log was pasted by mistake.
//!
//! Bad:
//!
//! ```md
//! The whole log, 30,000 lines.
//! ```
//!
//! Good:
//!
//! ```md
//! The three lines of the log that matter.
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static PAGE_TOO_LARGE: Lint = Lint::error("page-too-large", "a page of more than 256 KiB");

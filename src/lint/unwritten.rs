//! # unwritten
//!
//! A sentence of the skeleton that `cargo site new` writes still stands in a page.
//!
//! Why: it tells authors what belongs there, and readers nothing.
//!
//! Bad:
//!
//! ```md
//! In one sentence, say what readers get.
//! ```
//!
//! Good:
//!
//! ```md
//! Give money back with a credit memo: all of an order or a part.
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static UNWRITTEN: Lint =
    Lint::warning("unwritten", "a sentence of the skeleton that nobody has replaced yet");

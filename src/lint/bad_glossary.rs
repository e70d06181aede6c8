//! # bad-glossary
//!
//! An entry of `docs/glossary.toml` has no word, no text, or an id that cannot stand behind the `#` of an address.
//!
//! Why: the card that opens at the word would be empty, or links could not reach the entry.
//!
//! Bad:
//!
//! ```toml
//! [Credit Memo]
//! term = "Credit memo"
//! text = ""
//! ```
//!
//! Good:
//!
//! ```toml
//! [credit-memo]
//! term = "Credit memo"
//! text = "The paper that says what you gave back."
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static BAD_GLOSSARY: Lint =
    Lint::error("bad-glossary", "a glossary entry without its word, its text or a plain id");

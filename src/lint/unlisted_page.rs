//! # unlisted-page
//!
//! A page is not in its guide's `pages`, is there twice, or is listed without having a file.
//!
//! Why: what is not listed has no place in the sidebar, and nobody comes across it.
//!
//! Bad:
//!
//! ```toml
//! # docs/sales has the files refund.md and returns.md
//! pages = ["refund"]
//! ```
//!
//! Good:
//!
//! ```toml
//! pages = ["refund", "returns"]
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static UNLISTED_PAGE: Lint =
    Lint::error("unlisted-page", "a page that no guide lists, or a listed page without file");

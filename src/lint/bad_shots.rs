//! # bad-shots
//!
//! The file `docs/shots.json` cannot be read.
//!
//! Why: without it no picture has a size, a date or its marks.
//!
//! Bad:
//!
//! ```json
//! [{ "id": "Sales/Orders Grid" }]
//! ```
//!
//! Good:
//!
//! ```json
//! [{ "id": "sales/orders-grid", "title": "The orders grid", "editions": {} }]
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static BAD_SHOTS: Lint = Lint::error("bad-shots", "screenshot metadata that cannot be read");

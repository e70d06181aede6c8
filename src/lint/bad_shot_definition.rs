//! # bad-shot-definition
//!
//! A definition in `docs/shots.toml` has an unknown key or step, an empty selector, or follows a screenshot that there is not.
//!
//! Why: `cargo site shots` could not take this picture again.
//!
//! Bad:
//!
//! ```toml
//! [shots."sales/orders-grid"]
//! pth = "/sales/order/"
//! ```
//!
//! Good:
//!
//! ```toml
//! [shots."sales/orders-grid"]
//! path = "/sales/order/"
//! ```

use crate::diag::Lint;

/// The rule.
pub(crate) static BAD_SHOT_DEFINITION: Lint =
    Lint::error("bad-shot-definition", "a screenshot's definition that is wrong");

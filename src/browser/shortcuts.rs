//! The sheet of keyboard shortcuts.

use leptos::prelude::document;
use web_sys::KeyboardEvent;

use super::{dom, search};

/// Opens the sheet at `?`.
pub(super) fn connect() {
    dom::listen(&document(), "keydown", |event: KeyboardEvent| {
        if event.key() == "?" && search::may_answer_letters(&event) {
            event.prevent_default();
            show();
        }
    });
}

/// Opens the sheet.
pub(super) fn show() {
    if let Some(dialog) = dom::dialog("shortcuts") {
        // A dialog that is open already is left as it is.
        let _ = dialog.show_modal();
    }
}

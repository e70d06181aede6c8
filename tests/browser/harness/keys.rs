//! Keys as a keyboard sends them.

use chromiumoxide::cdp::browser_protocol::input::{DispatchKeyEventParams, DispatchKeyEventType};

/// A key that readers without a mouse use.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Key {
    /// One answer down.
    ArrowDown,
    /// One option on.
    ArrowRight,
    /// One option back.
    ArrowLeft,
    /// Follows the link, presses the button.
    Enter,
    /// Leaves.
    Escape,
    /// Shows the shortcuts.
    QuestionMark,
    /// Opens the search.
    Slash,
    /// Presses the button, ticks the box.
    Space,
    /// To the next control.
    Tab,
}

impl Key {
    const fn name_and_code(self) -> (&'static str, i64) {
        match self {
            Self::ArrowDown => ("ArrowDown", 40),
            Self::ArrowRight => ("ArrowRight", 39),
            Self::ArrowLeft => ("ArrowLeft", 37),
            Self::Enter => ("Enter", 13),
            Self::Escape => ("Escape", 27),
            Self::QuestionMark => ("?", 191),
            Self::Slash => ("/", 191),
            Self::Space => (" ", 32),
            Self::Tab => ("Tab", 9),
        }
    }

    /// Returns the events of a press: down and up.
    pub(super) fn events(self) -> [DispatchKeyEventParams; 2] {
        let (name, code) = self.name_and_code();
        [DispatchKeyEventType::KeyDown, DispatchKeyEventType::KeyUp].map(|kind| {
            let mut event = DispatchKeyEventParams::new(kind);
            event.key = Some(name.to_owned());
            event.code = Some(name.to_owned());
            event.windows_virtual_key_code = Some(code);
            // Chromium follows a link only for an Enter that types something.
            event.text = matches!(self, Self::Enter).then(|| "\r".to_owned());
            event
        })
    }
}

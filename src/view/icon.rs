//! Line icons, drawn for this site on a grid of 20.

use leptos::prelude::*;

/// An icon that says nothing by itself; the control has its own words.
#[component]
pub(super) fn Icon(
    /// The class of the component that shows it.
    class: &'static str,
    /// The lines.
    path: &'static str,
) -> impl IntoView {
    view! {
        <svg class=class viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d=path></path>
        </svg>
    }
}

/// A cross.
pub(super) const CROSS: &str = "M5 5l10 10M15 5 5 15";
/// A magnifying glass.
pub(super) const GLASS: &str = "M14 8.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0M12.6 12.6 17 17";
/// Two sheets.
pub(super) const COPY: &str = "M7.5 7.5h9v9h-9zM12.5 4.5v-1h-9v9h1";
/// Two links of a chain.
pub(super) const LINK: &str = "M8.5 11.5a3.5 3.5 0 0 0 5 0l2.5-2.5a3.5 3.5 0 0 0-5-5L9.8 5.2M11.5 8.5a3.5 3.5 0 0 0-5 0L4 11a3.5 3.5 0 0 0 5 5l1.2-1.2";
/// An arrow that leaves a tray upwards.
pub(super) const SHARE: &str = "M10 12V3M6.5 6.5 10 3l3.5 3.5M4 11.5v5h12v-5";
/// An arrow that leaves a box.
pub(super) const OUTSIDE: &str = "M8.5 4.5h-4v11h11v-4M11.5 4H16v4.5M16 4l-7 7";
/// Three lines.
pub(super) const MENU: &str = "M3 5.5h14M3 10h14M3 14.5h9";
/// A printer.
pub(super) const PRINTER: &str =
    "M6 7V3.5h8V7M6 13.5H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-2M6 11.5h8v5H6Z";
/// A sun.
pub(super) const SUN: &str = "M13.5 10a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0M10 2.5v1.2M10 16.3v1.2M2.5 10h1.2M16.3 10h1.2M4.7 4.7l.9.9M14.4 14.4l.9.9M4.7 15.3l.9-.9M14.4 5.6l.9-.9";
/// A moon.
pub(super) const MOON: &str = "M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3Z";
/// A screen.
pub(super) const SCREEN: &str =
    "M4 4h12a1.5 1.5 0 0 1 1.5 1.5v7A1.5 1.5 0 0 1 16 14H4a1.5 1.5 0 0 1-1.5-1.5v-7A1.5 1.5 0 0 1 4 4ZM7 17h6";

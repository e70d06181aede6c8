//! Whether a person has reviewed the page, against what it was checked, and when it was last changed.

use leptos::prelude::*;

use super::model::StatusView;
use crate::edition::PerEdition;

/// The badge that every page of text wears.
#[component]
pub(super) fn PageStatus(
    /// What to say.
    status: StatusView,
    /// The day on which the text was last changed, as readers write it.
    changed: Option<String>,
) -> impl IntoView {
    let (id, text, checked) = match status {
        StatusView::None => return None,
        StatusView::Drafted { checked } => ("drafted", "Drafted, not yet reviewed by a person".to_owned(), checked),
        StatusView::Reviewed { by, on, checked } => ("reviewed", format!("Reviewed by {by} on {on}"), checked),
    };
    Some(view! {
        <p class="page-status" data-status=id>
            <span class="page-status__badge">{text}</span>
            " "
            {checked.map(checked_against)}
            {changed.map(|day| view! { <span class="page-status__changed">{format!(" last changed on {day}")}</span> })}
        </p>
    })
}

fn checked_against(releases: PerEdition<String>) -> impl IntoView {
    let sides = if releases.is_same() {
        view! { <span>{releases.open_source}</span> }.into_any()
    } else {
        releases
            .iter()
            .map(|(edition, release)| view! { <span data-only=edition.id()>{release.clone()}</span> })
            .collect_view()
            .into_any()
    };
    view! { <span class="page-status__checked">"checked against " {sides}</span> }
}

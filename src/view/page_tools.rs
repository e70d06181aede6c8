//! What can be done with a page, below its text.

use leptos::prelude::*;

use super::copy_link::{CopyLink, CopyMarkdown, ShareLink};
use super::icon::{Icon, PRINTER};
use super::model::{FeedbackView, PageKind, PageParts};

/// Copy, print, improve; nothing on pages that are no articles.
#[component]
pub(super) fn PageTools(
    /// What the page shows.
    parts: PageParts,
) -> impl IntoView {
    let edit = parts.edit.map(|link| {
        let rel = link.href.starts_with("http").then_some("external noopener");
        view! { <a class="page-tools__edit" href=link.href rel=rel>{link.html}</a> }
    });
    let feedback = parts.feedback.map(|FeedbackView { helped, missed }| {
        view! {
            <span class="page-tools__feedback">
                "Was this page helpful?"
                <a class="page-tools__opinion" href=helped rel="external noopener" aria-label="Yes, it was helpful">"Yes"</a>
                <a class="page-tools__opinion" href=missed rel="external noopener" aria-label="No, it was not helpful">"No"</a>
            </span>
        }
    });
    (parts.kind == PageKind::Article).then(|| {
        view! {
            <p class="page-tools">
                <ShareLink/> <CopyLink/> <CopyMarkdown files=parts.markdown/>
                // The script in the head answers, with or without the app.
                <button class="page-tools__print" type="button" data-action="print">
                    <Icon class="page-tools__icon" path=PRINTER/>
                    "Print"
                </button>
                {edit} {feedback}
            </p>
        }
    })
}

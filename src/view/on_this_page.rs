//! The headings of the page.

use leptos::prelude::*;

use super::model::ContentsEntry;
use super::shell::Shell;

/// "On this page": a column on wide screens, folded above the text on narrow ones; headings that the reader's edition
/// does not have are not listed.
#[component]
pub(super) fn OnThisPage() -> impl IntoView {
    let shell = Shell::expect();
    move || {
        let page = shell.page.get();
        (!page.contents.is_empty()).then(|| {
            let entries = page.contents.iter().map(|entry| view_entry(entry, shell)).collect_view();
            view! {
                <nav class="on-this-page" aria-label="On this page">
                    <details class="on-this-page__fold">
                        <summary class="on-this-page__title">"On this page"</summary>
                        <ol class="on-this-page__list">{entries}</ol>
                    </details>
                </nav>
            }
        })
    }
}

fn view_entry(entry: &ContentsEntry, shell: Shell) -> AnyView {
    let anchor = entry.anchor.clone();
    let current = move || (shell.current_anchor.get().as_ref() == Some(&anchor)).then_some("location");
    let only = entry.editions.single().map(|edition| edition.id());
    let children = (!entry.children.is_empty()).then(|| {
        let inner = entry.children.iter().map(|child| view_entry(child, shell)).collect_view();
        view! { <ol class="on-this-page__list">{inner}</ol> }
    });
    view! {
        <li data-only=only>
            <a class="on-this-page__link" href=format!("#{}", entry.anchor) aria-current=current inner_html=entry.html.clone()></a>
            {children}
        </li>
    }
    .into_any()
}

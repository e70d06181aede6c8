//! The whole body of a document.

use leptos::prelude::*;

use super::article::Article;
use super::breadcrumbs::Breadcrumbs;
use super::edition_notice::{OtherEditionNotice, OverrideNotice};
use super::edition_question::EditionQuestion;
use super::home::HomeHero;
use super::model::PageKind;
use super::on_this_page::OnThisPage;
use super::page_header::PageHeader;
use super::pager::Pager;
use super::shell::Shell;
use super::site_footer::SiteFooter;
use super::site_header::SiteHeader;
use super::site_nav::SiteNav;

/// Everything inside `<body>`: rendered to text by the press, hydrated by the app.
#[component]
pub fn App(
    /// The state; provided to all components below.
    shell: Shell,
    /// The sidebar's markup; empty in the browser, where it is in the document already.
    nav_html: String,
) -> impl IntoView {
    provide_context(shell);
    let kind = Memo::new(move |_| shell.page.get().kind);
    view! {
        <a class="skip-link" href="#main">"Skip to the text"</a>
        <SiteHeader/>
        <EditionQuestion/>
        <SiteNav nav_html/>
        <main class="page" class:home=move || kind.get() == PageKind::Home id="main" tabindex="-1">
            <OverrideNotice/>
            <OtherEditionNotice/>
            {move || match kind.get() {
                PageKind::Home => leptos::either::Either::Left(view! { <HomeHero/> }),
                _ => leptos::either::Either::Right(view! { <Breadcrumbs/><PageHeader/><OnThisPage/> }),
            }}
            <Article/>
            <Pager/>
        </main>
        <SiteFooter/>
        <p class="visually-hidden" role="status" id="announcer">{move || shell.announcement.get()}</p>
    }
}

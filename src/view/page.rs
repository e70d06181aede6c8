//! A page: everything inside `<main>`.

use leptos::either::Either;
use leptos::prelude::*;

use super::breadcrumbs::Breadcrumbs;
use super::edition_notice::{OtherEditionNotice, OverrideNotice};
use super::home::HomeHero;
use super::model::{PageKind, PageParts};
use super::on_this_page::OnThisPage;
use super::page_header::PageHeader;
use super::page_tools::PageTools;
use super::pager::Pager;
use super::search_trigger::LargeSearchTrigger;

/// The parts of a page in order. Rendered by the press only: what its buttons do is named by `data-action`.
#[component]
pub fn Page(
    /// What the page shows.
    parts: PageParts,
) -> impl IntoView {
    let tools = view! { <PageTools parts=parts.clone()/> };
    let head = match parts.kind {
        PageKind::Home => Either::Left(view! { <HomeHero title_html=parts.title_html lead_html=parts.lead_html/> }),
        _ => Either::Right(view! {
            <Breadcrumbs links=parts.breadcrumbs.clone()/>
            <PageHeader parts=parts.clone()/>
            {matches!(parts.kind, PageKind::NotFound | PageKind::Search).then(|| view! { <LargeSearchTrigger/> })}
            <OnThisPage contents=parts.contents/>
        }),
    };
    let article = (!parts.article_html.is_empty()).then(|| {
        view! { <article class="article" inner_html=parts.article_html></article> }
    });
    let listing = (!parts.listing_html.is_empty()).then(|| {
        view! { <div class="listing" inner_html=parts.listing_html></div> }
    });
    view! {
        <OverrideNotice/>
        <OtherEditionNotice editions=parts.editions nearest=parts.nearest/>
        {head}
        {article}
        {listing}
        {tools}
        <Pager previous=parts.previous next=parts.next/>
    }
}

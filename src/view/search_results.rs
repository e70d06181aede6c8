//! The answers of the search, or what stands in their place.

use leptos::prelude::*;

use super::answer::{Answer, FoundPage, FoundSection, Piece};
use super::icon::{CLOCK, CROSS, Icon, SHEET};
use super::search_dialog::option_id;
use super::shell::Shell;

/// What merchants look for most, offered to readers who have not searched yet.
const EXAMPLES: [&str; 4] = ["refund an order", "free shipping", "product does not show", "cron"];

/// Whatever the answer asks for.
#[component]
pub(super) fn SearchResults() -> impl IntoView {
    let shell = Shell::expect();
    move || {
        shell.search.answer.with(|answer| match answer {
            Answer::Unasked => view! { <Recent/> }.into_any(),
            Answer::Waiting => view! { <p class="search-results__note">"One moment …"</p> }.into_any(),
            Answer::Failed(problem) => {
                let problem = problem.clone();
                view! { <p class="search-results__note" data-kind="problem">{problem}</p> }.into_any()
            }
            Answer::Found(pages) => list(pages).into_any(),
            Answer::Nothing { spelling, nearest } => nothing(shell, spelling.clone(), nearest).into_any(),
        })
    }
}

/// Earlier queries, or examples.
#[component]
fn Recent() -> impl IntoView {
    let shell = Shell::expect();
    let button = move |query: String| {
        let asked = query.clone();
        view! {
            <button class="search-results__query" type="button" on:click=move |_| shell.actions.ask.run(asked.clone())>
                <Icon class="search-results__icon" path=CLOCK/>
                <span>{query}</span>
            </button>
        }
    };
    let remembered = move |query: String| {
        let label = format!("Forget “{query}”");
        let forgotten = query.clone();
        view! {
            <li class="search-results__recent">
                {button(query)}
                <button class="search-results__forget" type="button" aria-label=label
                    on:click=move |_| shell.actions.forget_query.run(forgotten.clone())>
                    <Icon class="search-results__icon" path=CROSS/>
                </button>
            </li>
        }
    };
    move || {
        let recent = shell.search.recent.get();
        let (heading, items) = if recent.is_empty() {
            let example = |query: &str| view! { <li class="search-results__recent">{button(query.to_owned())}</li> };
            ("For example", EXAMPLES.into_iter().map(example).collect_view().into_any())
        } else {
            ("Recent searches", recent.into_iter().map(remembered).collect_view().into_any())
        };
        view! {
            <h2 class="search-results__heading">{heading}</h2>
            <ul class="search-results__queries" role="list">{items}</ul>
        }
    }
}

fn nothing(shell: Shell, spelling: Option<String>, nearest: &[FoundPage]) -> impl IntoView + use<> {
    let typed = shell.search.typed.get_untracked();
    let spelling = spelling.map(|spelling| {
        let asked = spelling.clone();
        view! {
            <p class="search-results__note">
                "Did you mean "
                <button class="search-results__spelling" type="button" on:click=move |_| shell.actions.ask.run(asked.clone())>
                    {spelling}
                </button>
                "?"
            </p>
        }
    });
    let nearest = (!nearest.is_empty()).then(|| {
        view! {
            <h2 class="search-results__heading">"The nearest pages"</h2>
            {list(nearest)}
        }
    });
    view! {
        <p class="search-results__note">"No page speaks of " <strong>"“" {typed} "”"</strong> "."</p>
        {spelling}
        {nearest}
        <p class="search-results__note">
            "Is something missing in this manual? "
            <a href=shell.href("community/contribute/")>"Say so, or write it."</a>
        </p>
    }
}

/// The list box: a group for each page, with the page and its sections as options.
fn list(pages: &[FoundPage]) -> impl IntoView + use<> {
    let mut at = 0;
    let groups = pages
        .iter()
        .map(|page| {
            let first = at;
            at += 1 + page.sections.len();
            group(page.clone(), first)
        })
        .collect_view();
    view! {
        <div class="search-results" id="search-results" role="listbox" aria-label="Answers">{groups}</div>
    }
}

fn group(page: FoundPage, first: usize) -> impl IntoView {
    let label: String = page.title.iter().map(|piece| piece.text.as_str()).collect();
    let badge = page.other_edition.map(|edition| {
        view! { <span class="edition-badge" data-edition=edition.id()>{format!("{} only", edition.name())}</span> }
    });
    let breadcrumb = (!page.breadcrumb.is_empty())
        .then(|| view! { <span class="search-results__breadcrumb">{page.breadcrumb.clone()}</span> });
    let excerpt = excerpt(page.excerpt);
    let sections = page.sections.into_iter().zip(first + 1..).map(|(part, at)| section(part, at)).collect_view();
    let is_active = is_active(first);
    view! {
        <div class="search-results__group" role="group" aria-label=label>
            <a class="search-results__option" role="option" tabindex="-1" id=option_id(first) href=page.href data-kind="page"
                aria-selected=is_active>
                <Icon class="search-results__icon" path=SHEET/>
                <span class="search-results__text">
                    <span class="search-results__head">
                        <span class="search-results__title">{pieces(page.title)}</span>
                        {badge}
                        {breadcrumb}
                    </span>
                    {excerpt}
                </span>
            </a>
            {sections}
        </div>
    }
}

fn section(part: FoundSection, at: usize) -> impl IntoView {
    view! {
        <a class="search-results__option" role="option" tabindex="-1" id=option_id(at) href=part.href data-kind="section"
            aria-selected=is_active(at)>
            <span class="search-results__text">
                <span class="search-results__section">{pieces(part.heading)}</span>
                {excerpt(part.excerpt)}
            </span>
        </a>
    }
}

fn excerpt(text: Vec<Piece>) -> Option<impl IntoView> {
    (!text.is_empty()).then(|| view! { <span class="search-results__excerpt">{pieces(text)}</span> })
}

fn is_active(at: usize) -> impl Fn() -> &'static str + Clone {
    let active = Shell::expect().search.active;
    move || if active.get() == Some(at) { "true" } else { "false" }
}

fn pieces(pieces: Vec<Piece>) -> impl IntoView {
    let piece = |Piece { text, is_match }| {
        if is_match { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
    };
    pieces.into_iter().map(piece).collect_view()
}

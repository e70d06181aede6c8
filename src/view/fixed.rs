//! The parts of the shell that never change: the press renders them, and the browser leaves what was served.
//!
//! As components they would weigh a good part of the app, which has nothing to do with them.

use leptos::prelude::*;

use super::edition_question::QuestionText;
use super::model::SiteView;
use super::site_footer::FooterText;
use super::site_header::HeaderContent;

/// The list of what differs.
const COMPARE: &str = "compare/";
/// The whole manual as one document.
const PRINT: &str = "print/";
/// What can be read without a network.
const OFFLINE: &str = "offline/";
/// Where the manual says how to tell the editions apart.
const WHICH_EDITION: &str = "start/which-edition/#find-out";

/// Markup inside the shell; every part is empty while hydrating.
#[derive(Debug, Clone, Default)]
pub struct FixedMarkup {
    /// The guides and their pages.
    pub nav: String,
    /// The head of the page.
    pub header: String,
    /// The question of the first visit.
    pub question: String,
    /// The foot of the page.
    pub footer: String,
}

impl FixedMarkup {
    /// Renders all parts; called by the press only.
    #[must_use]
    pub fn rendered(nav: String, site: &SiteView) -> Self {
        Owner::new().with(|| Self {
            nav,
            header: view! { <HeaderContent title=site.title.clone() home_href=site.base.as_str().to_owned()/> }
                .to_html(),
            question: view! { <QuestionText help_href=site.base.file(WHICH_EDITION)/> }.to_html(),
            footer: view! {
                <FooterText
                    source_address=site.source_address.clone()
                    compare_href=site.base.file(COMPARE)
                    print_href=site.base.file(PRINT)
                    offline_href=site.base.file(OFFLINE)
                />
            }
            .to_html(),
        })
    }
}

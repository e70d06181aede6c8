//! The state of the shell around the article, and what its controls do.

use std::sync::Arc;

use leptos::prelude::*;

use super::model::{PageView, SiteView};
use crate::edition::Edition;

/// Light, dark, or as the reader's system has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark text on light paper.
    Light,
    /// Light text on dark paper.
    Dark,
}

impl Theme {
    /// All themes in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::System];

    /// Returns the id that the attribute and storage use.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Returns the name for readers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "System",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// Reads an id; anything else is `None`.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }
}

/// The signals of the shell. Every one starts at the value that the press rendered; what comes from storage, the
/// address or the clock is set after hydration.
#[derive(Clone, Copy)]
pub struct Shell {
    /// The site.
    pub site: StoredValue<SiteView>,
    /// The page at hand.
    pub page: RwSignal<Arc<PageView>>,
    /// The edition being read.
    pub edition: RwSignal<Edition>,
    /// The chosen theme.
    pub theme: RwSignal<Theme>,
    /// Whether the drawer with the guides is open.
    pub nav_open: RwSignal<bool>,
    /// Whether the question of the first visit is shown.
    pub question_open: RwSignal<bool>,
    /// How many packs have come.
    pub packs_here: RwSignal<usize>,
    /// What a screen reader is told next.
    pub announcement: RwSignal<String>,
}

impl Shell {
    /// Makes the state for a page.
    #[must_use]
    pub fn new(site: SiteView, page: PageView) -> Self {
        Self {
            site: StoredValue::new(site),
            page: RwSignal::new(Arc::new(page)),
            edition: RwSignal::new(Edition::default()),
            theme: RwSignal::new(Theme::default()),
            nav_open: RwSignal::new(false),
            question_open: RwSignal::new(false),
            packs_here: RwSignal::new(0),
            announcement: RwSignal::new(String::new()),
        }
    }

    /// Returns the shell of the component at hand.
    ///
    /// # Panics
    ///
    /// Panics outside [`App`](super::App), which provides it.
    #[must_use]
    pub fn expect() -> Self {
        use_context().expect("App provides the shell to every component")
    }

    /// Returns the path of the home page.
    #[must_use]
    pub fn home_href(&self) -> String {
        self.site.with_value(|site| site.base.as_str().to_owned())
    }

    /// Returns the path of a page, given as text that is known to be a route.
    #[must_use]
    pub fn href(&self, route: &str) -> String {
        self.site.with_value(|site| site.base.file(route.trim_start_matches('/')))
    }
}

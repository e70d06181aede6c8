//! What does the reader see?
//!
//! One component a file, its CSS beside it. Components read the signals of [`Shell`] and call its [`Actions`]; they know
//! no DOM, so that the press renders the same components to text that the app hydrates in the browser. Both editions are
//! always in the markup: the attribute `data-edition` on `<html>` and the style sheet decide what is visible.

#![expect(unreachable_pub, reason = "the component macro makes the properties of private components public")]

mod app;
mod article;
mod breadcrumbs;
mod copy_link;
mod edition_choice;
mod edition_notice;
mod edition_question;
mod edition_switch;
mod home;
mod icon;
pub mod model;
mod on_this_page;
mod page_header;
mod page_status;
mod pager;
pub mod shell;
mod site_footer;
mod site_header;
mod site_nav;
mod theme_switch;
mod wordmark;

pub use app::App;

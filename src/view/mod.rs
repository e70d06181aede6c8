//! What does the reader see?
//!
//! One component a file, its CSS beside it. [`App`] is the shell around a page: its components read the signals of
//! [`Shell`](shell::Shell); the press renders them to text and the browser hydrates them. [`Page`] is what stands inside, and
//! the dialogs stand beside it: the press renders them, the browser takes them as they are and listens for their radios and
//! for buttons with `data-action`, so that markup weighs nothing in the app. No component knows the DOM. Both editions are
//! always in the markup: the attribute `data-edition` on `<html>` and the style sheet decide what is visible.

#![expect(unreachable_pub, reason = "the component macro makes the properties of private components public")]

pub mod answer;
mod app;
mod breadcrumbs;
mod copy_link;
mod edition_choice;
mod edition_notice;
mod edition_question;
mod edition_switch;
pub mod fixed;
mod home;
mod icon;
mod link_preview;
pub mod model;
mod offline;
mod on_this_page;
pub mod pack;
mod page;
mod page_header;
mod page_status;
pub mod page_text;
mod page_tools;
mod pager;
pub mod printed;
mod search_dialog;
pub mod search_results;
mod search_trigger;
pub mod shell;
mod shortcuts;
mod site_footer;
mod site_header;
mod site_nav;
mod theme_switch;
mod wordmark;
mod your_shop;
mod zoom;

pub use app::App;
pub use link_preview::LinkPreview;
pub use offline::OfflineManual;
pub use page::Page;
pub use printed::Printed;
pub use search_dialog::{SearchDialog, next_answer};
pub use shortcuts::Shortcuts;
pub use your_shop::YourShop;
pub use zoom::Zoom;

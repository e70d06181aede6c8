//! Manual to bytes on disk, and the command line.
//!
//! [`site::prerender`] is pure: it makes every file in memory. Only [`load`] reads and [`mod@write`] writes; [`cli`] is the
//! one place that talks to a person, `tools` and `verify` the ones that start other programs.

pub mod article;
mod board;
mod budget;
pub mod chromium;
pub mod cli;
mod clock;
mod comparison;
mod csp;
mod document;
mod fix;
mod fresh_facts;
mod git;
mod hosts;
pub mod lint_reference;
pub mod live;
pub mod load;
mod moved;
mod nav;
mod new_page;
mod offline;
mod page_view;
mod plain;
mod printed;
mod raw_text;
mod reading_level;
mod review;
mod search;
pub mod search_index;
pub mod serve;
mod shots;
pub mod site;
mod status;
mod styles;
mod terminal;
mod tools;
mod verify;
pub mod write;

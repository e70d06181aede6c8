//! Manual to bytes on disk, and the command line.
//!
//! [`site::prerender`] is pure: it makes every file in memory. Only [`load`] reads and [`mod@write`] writes; [`cli`] is the
//! one place that talks to a person, `tools` and `verify` the ones that start other programs.

pub mod article;
mod budget;
pub mod cli;
mod clock;
mod comparison;
mod csp;
mod document;
mod fresh_facts;
mod hosts;
pub mod load;
mod nav;
pub mod offline;
mod page_view;
mod reading_level;
mod search;
pub mod search_index;
pub mod serve;
pub mod site;
mod status;
mod styles;
mod terminal;
mod tools;
mod verify;
pub mod write;

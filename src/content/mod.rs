//! What do the Markdown files say?
//!
//! [`compile`](manual::compile) turns the text of all files into a [`Manual`](manual::Manual): front matter is read,
//! the dialect parsed, terms resolved and every link followed. Nothing here touches the file system; mistakes of
//! authors come back as diagnostics, all of them.

pub mod changes;
pub mod date;
pub mod diagrams;
pub mod dialect;
pub mod front_matter;
pub mod link;
pub mod manual;
pub(crate) mod marks;
pub mod model;
mod moves;
pub mod outside;
pub(crate) mod prose;
pub mod screenshots;
pub mod section;
pub(crate) mod shell;
pub mod shot_definitions;
pub mod sources;
pub mod style;
pub mod synonyms;
pub mod terms;
pub mod text;
pub mod wording;

//! What readers see and do, in Chromium.
//!
//! The sites under test are built by `cargo site test`; each test opens one of them in a browser of its own and fails on
//! any message on the console that it did not foresee. What is on a page is found by role and name.

mod harness;

mod addresses;
mod axe;
mod checklists;
mod clipboard;
mod comparison;
mod diagrams;
mod drawer;
mod first_frame;
mod first_visit;
mod glossary;
mod hydration;
mod keyboard;
mod live;
mod navigation;
mod offline;
mod overrides;
mod previews;
mod print;
mod reflow;
mod screenshots;
mod search;
mod shop;
mod shots;
mod storage;
mod switching;
mod tabs;
mod without_script;

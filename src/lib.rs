//! Merchant Docs: one manual for Magento Open Source and Mage-OS, with one switch between them.
//!
//! The native binary is the press, which turns `docs/` into static files; the WebAssembly binary is the app that
//! hydrates them in the browser. ARCHITECTURE.md says how the modules lean on each other.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod edition;
pub mod route;
pub mod shop;

#[cfg(not(target_arch = "wasm32"))]
pub mod content;
#[cfg(not(target_arch = "wasm32"))]
pub mod diag;
#[cfg(not(target_arch = "wasm32"))]
pub mod facts;
#[cfg(not(target_arch = "wasm32"))]
pub mod lint;
#[cfg(not(target_arch = "wasm32"))]
pub mod press;
pub mod search;
pub mod view;

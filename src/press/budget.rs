//! The weights that readers pay for, and their limits.

use std::io::Write;
use std::path::Path;
use std::{fs, io};

use anyhow::{Context as _, Result, bail};

use super::load::files_below;
use super::offline::WORKER_FILE;

/// The app, WebAssembly and JavaScript together, after brotli: what a phone fetches once a release.
const APP_BYTES_MAX: usize = 120 * 1024;
/// The service worker and its script after brotli: nobody waits for them, but everybody fetches them.
const OFFLINE_BYTES_MAX: usize = 6 * 1024;
/// A page's HTML and the text's style sheet after brotli, without pictures: what stands between a reader and the text.
const PAGE_BYTES_MAX: usize = 25 * 1024;

/// The folder of the documents that are made to be printed.
const PRINTED: &str = "print/";
/// The whole manual as such a document.
const PRINTED_MANUAL: &str = "print/index.html";

/// What a built site weighs after brotli at its best.
#[derive(Debug)]
pub(super) struct Weights {
    /// WebAssembly and JavaScript.
    pub app_bytes: usize,
    /// The service worker and its script.
    pub offline_bytes: usize,
    /// The heaviest page with the style sheet.
    pub page_bytes: usize,
    /// Which page that is.
    pub heaviest_page: String,
    /// The whole manual as one document, which is no page: whoever prints it asks for all of it.
    pub printed_bytes: usize,
}

impl Weights {
    /// Weighs the site in a folder.
    ///
    /// # Errors
    ///
    /// Returns an error when a file cannot be read.
    pub(super) fn of(folder: &Path) -> Result<Self> {
        let mut weights =
            Self { heaviest_page: String::new(), app_bytes: 0, offline_bytes: 0, page_bytes: 0, printed_bytes: 0 };
        let mut style_bytes = 0;
        let names = files_below(folder).with_context(|| format!("reading {}", folder.display()))?;
        for name in &names {
            let weigh = || -> Result<usize> { Ok(compressed_bytes(&fs::read(folder.join(name))?)?) };
            match name.rsplit('.').next() {
                Some("js") if name == WORKER_FILE || name.starts_with("offline-") => weights.offline_bytes += weigh()?,
                Some("wasm" | "js") => weights.app_bytes += weigh()?,
                Some("css") if name.starts_with("site-") => style_bytes += weigh()?,
                Some("html") if name == PRINTED_MANUAL => weights.printed_bytes = weigh()?,
                Some("html") if !name.starts_with(PRINTED) => {
                    let bytes = weigh()?;
                    if bytes > weights.page_bytes {
                        (weights.page_bytes, weights.heaviest_page) = (bytes, name.clone());
                    }
                }
                _ => {}
            }
        }
        weights.page_bytes += style_bytes;
        Ok(weights)
    }

    /// Refuses weights beyond the limits.
    ///
    /// # Errors
    ///
    /// Returns what is too heavy, and by how much.
    pub(super) fn check(&self) -> Result<()> {
        let limits = [
            ("the app", self.app_bytes, APP_BYTES_MAX),
            ("the service worker", self.offline_bytes, OFFLINE_BYTES_MAX),
            (&self.heaviest_page, self.page_bytes, PAGE_BYTES_MAX),
        ];
        for (what, bytes, limit) in limits {
            if bytes > limit {
                bail!("{what} weighs {bytes} bytes after brotli, {} over its budget of {limit}", bytes - limit);
            }
        }
        Ok(())
    }
}

impl std::fmt::Display for Weights {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kib = |bytes: usize| format!("{}.{} KiB", bytes / 1024, bytes % 1024 * 10 / 1024);
        write!(
            f,
            "after brotli: app {} of {}, service worker {} of {}, heaviest page with style sheet {} of {} ({}), whole manual for print {}",
            kib(self.app_bytes),
            kib(APP_BYTES_MAX),
            kib(self.offline_bytes),
            kib(OFFLINE_BYTES_MAX),
            kib(self.page_bytes),
            kib(PAGE_BYTES_MAX),
            self.heaviest_page,
            kib(self.printed_bytes)
        )
    }
}

fn compressed_bytes(bytes: &[u8]) -> io::Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_page(page_bytes: usize) -> Weights {
        Weights {
            app_bytes: 0,
            offline_bytes: OFFLINE_BYTES_MAX,
            page_bytes,
            heaviest_page: String::new(),
            printed_bytes: 0,
        }
    }

    #[test]
    fn a_weight_over_its_limit_is_refused_with_the_excess() {
        let weights = Weights { app_bytes: APP_BYTES_MAX + 7, ..of_page(0) };
        assert_eq!(
            weights.check().unwrap_err().to_string(),
            "the app weighs 122887 bytes after brotli, 7 over its budget of 122880"
        );
        let weights = Weights { app_bytes: APP_BYTES_MAX, ..of_page(PAGE_BYTES_MAX) };
        assert!(weights.check().is_ok());
    }
}

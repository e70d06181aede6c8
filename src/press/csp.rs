//! The Content-Security-Policy, for hosts that can set no header.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Returns the policy for a document: nothing but the site's own files and the scripts that stand in it, each by its hash.
#[must_use]
pub(super) fn policy(document: &str) -> String {
    let scripts: Vec<String> = inline_scripts(document).map(|script| format!(" 'sha256-{}'", hash(script))).collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self'; img-src 'self'; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'",
        scripts.concat()
    )
}

fn hash(script: &str) -> String {
    STANDARD.encode(Sha256::digest(script.as_bytes()))
}

/// Finds the scripts that a browser would run: those without `src`, and no data blocks.
fn inline_scripts(document: &str) -> impl Iterator<Item = &str> {
    document.match_indices("<script").filter_map(|(start, _)| {
        let rest = &document[start..];
        let open_end = rest.find('>')? + 1;
        let attributes = &rest[..open_end];
        let is_data = attributes.contains("application/json") || attributes.contains("application/ld+json");
        if is_data || attributes.contains(" src=") {
            return None;
        }
        let end = rest.find("</script>")?;
        Some(&rest[open_end..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_that_run_are_named_by_their_hash_and_data_is_not() {
        let html = "<script>a()</script><script type=\"application/json\">{}</script><script src=\"b.js\"></script>";
        let policy = policy(html);
        // The hash was computed with: printf 'a()' | openssl dgst -sha256 -binary | base64
        assert!(policy.contains("'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='"), "{policy}");
        assert_eq!(policy.matches("sha256-").count(), 1);
        assert!(!policy.contains("unsafe-inline"));
    }
}

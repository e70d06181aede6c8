//! Words for the person at the terminal.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is the one place that prints")]

/// Prints a result: what was asked for.
pub(super) fn result(text: &str) {
    println!("{text}");
}

/// Prints what is being done, beside the results.
pub(super) fn note(text: &str) {
    eprintln!("{text}");
}

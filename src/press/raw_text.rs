//! Where does something that was read stand in the bytes on disk?
//!
//! What the compiler reads has no byte-order mark and plain line ends; what an author's editor wrote may have both, and keeps
//! them.

use std::ops::Range;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Returns where a stretch of what was read stands in `raw`, the text on disk.
pub(super) fn range_in(raw: &str, read: &Range<usize>) -> Range<usize> {
    place_in(raw, read.start)..place_in(raw, read.end)
}

fn place_in(raw: &str, wanted: usize) -> usize {
    let mut at = raw.len() - raw.strip_prefix(BYTE_ORDER_MARK).unwrap_or(raw).len();
    let mut seen = 0;
    for line in raw[at..].split_inclusive('\n') {
        let read = line.len() - usize::from(line.ends_with("\r\n"));
        if seen + read > wanted {
            break;
        }
        seen += read;
        at += line.len();
    }
    (at + (wanted - seen)).min(raw.len())
}

/// Writes `text`, which has plain line ends, with those of `raw`.
pub(super) fn with_line_ends_of(raw: &str, text: &str) -> String {
    if raw.contains("\r\n") { text.replace('\n', "\r\n") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_behind_a_byte_order_mark_and_windows_line_ends() {
        let raw = "\u{feff}one\r\ntwo\r\nthree";
        for word in ["one", "two", "three"] {
            let start = "one\ntwo\nthree".find(word).unwrap();
            assert_eq!(&raw[range_in(raw, &(start..start + word.len()))], word);
        }
        assert_eq!(range_in("one\ntwo", &(4..7)), 4..7);
    }

    #[test]
    fn line_ends_stay_as_an_editor_wrote_them() {
        assert_eq!(with_line_ends_of("a\r\nb\r\n", "c\nd\n"), "c\r\nd\r\n");
        assert_eq!(with_line_ends_of("a\nb\n", "c\nd\n"), "c\nd\n");
    }
}

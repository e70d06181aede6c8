//! `docs/shots.json`, written as it is read.

use std::io::{Result as Written, Write};

use anyhow::{Context as _, Result};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::content::screenshots::Screenshots;

/// Writes the metadata file: one line a screenshot, so that a change of one is a change of one line.
///
/// # Errors
///
/// Returns an error when JSON cannot be written.
pub(super) fn to_json(screenshots: &Screenshots) -> Result<String> {
    let mut out = Vec::new();
    for shot in screenshots.ids().filter_map(|id| screenshots.get(id)) {
        out.extend_from_slice(if out.is_empty() { b"[\n" } else { b",\n" });
        shot.serialize(&mut Serializer::with_formatter(&mut out, Spaced)).context("writing JSON")?;
    }
    out.extend_from_slice(if out.is_empty() { b"[]\n" } else { b"\n]\n" });
    String::from_utf8(out).context("writing JSON")
}

/// JSON on one line, with a space behind commas and colons.
struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Written<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Written<()> {
        self.begin_array_value(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> Written<()> {
        writer.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::date::Date;
    use crate::content::screenshots::{Capture, ShotId};
    use crate::edition::Edition;

    const OURS: &str = include_str!("../../../docs/shots.json");

    #[test]
    fn our_own_file_is_written_as_it_stands() {
        let again = to_json(&Screenshots::parse(OURS).unwrap()).unwrap();
        assert!(again == OURS, "the file would be rewritten as a whole at the next re-shooting");
    }

    #[test]
    fn a_new_picture_changes_one_line() {
        let mut screenshots = Screenshots::parse(OURS).unwrap();
        let id = ShotId::parse("catalog/products-grid").unwrap();
        let before = screenshots.get(&id).unwrap().clone();
        let captured = Date::parse("2027-01-02").unwrap();
        let capture = Capture { width: 1, height: 2, product: "Mage-OS 9".into(), captured, marks: Vec::new() };
        screenshots.record(&id, &before.title, Edition::MageOs, capture);
        let json = to_json(&screenshots).unwrap();
        assert_eq!(json.lines().zip(OURS.lines()).filter(|(new, old)| new != old).count(), 1);
        let after = Screenshots::parse(&json).unwrap();
        assert_eq!(after.get(&id).unwrap().editions[&Edition::OpenSource], before.editions[&Edition::OpenSource]);
        assert_eq!(after.get(&id).unwrap().editions[&Edition::MageOs].product, "Mage-OS 9");
    }
}

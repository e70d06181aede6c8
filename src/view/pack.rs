//! The pages of a guide in one file: a JSON list with a page on each line.
//!
//! Any program reads it as JSON. The app splits it into lines and reads a page when it is needed: reading all of a guide at
//! once keeps a phone from answering for a twentieth of a second.

use super::model::PageView;

/// What a page's line begins with: its address is the first field of a [`PageView`].
const START: &str = "{\"route\":\"";

/// Returns a pack.
///
/// # Panics
///
/// Never: a page view has only texts and lists, which all can be written as JSON.
#[must_use]
pub fn write(pages: &[&PageView]) -> String {
    let lines: Vec<String> =
        pages.iter().map(|page| serde_json::to_string(page).expect("a page view has only texts and lists")).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

/// Returns the address and the JSON of each page of a pack; what is no page is passed over.
pub fn pages(pack: &str) -> impl Iterator<Item = (&str, &str)> {
    pack.lines().filter_map(|line| {
        let json = line.strip_suffix(',').unwrap_or(line);
        let (route, _) = json.strip_prefix(START)?.split_once('"')?;
        Some((route, json))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::PerEdition;
    use crate::route::Route;
    use crate::view::model::PageKind;

    #[test]
    fn a_pack_is_json_and_each_of_its_lines_a_page() {
        let page = |route: &str| PageView {
            route: Route::parse(route).unwrap(),
            kind: PageKind::Article,
            title: PerEdition::from_fn(|_| "A \"title\"".to_owned()),
            html: "<p>\n{\"route\":\"/no/\"},\r\n</p>\u{2028}".to_owned(),
        };
        let written = [page("/a/"), page("/b/")];
        let pack = write(&written.iter().collect::<Vec<_>>());
        assert_eq!(serde_json::from_str::<Vec<PageView>>(&pack).unwrap(), written);
        let found: Vec<_> = pages(&pack).map(|(route, json)| (route, serde_json::from_str(json).unwrap())).collect();
        assert_eq!(found, [("/a/", written[0].clone()), ("/b/", written[1].clone())]);
    }

    #[test]
    fn what_is_no_pack_has_no_pages() {
        assert_eq!(pages("<!DOCTYPE html>\n<title>404</title>").count(), 0);
        assert_eq!(pages("").count(), 0);
    }
}

//! Whatever an author writes, a Markdown reader gives it back.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::escape::Place;
use super::inlines::pieces;
use super::resolve::{Mark, Piece, push_marked};

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

/// Returns the words of a Markdown text without spaces at their ends, and how many blocks there are.
fn read(markdown: &str) -> (String, usize) {
    let mut words = String::new();
    let mut blocks = 0;
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(TagEnd::TableCell | TagEnd::Paragraph | TagEnd::Heading(_)) => blocks += 1,
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Link { .. },
            )
            | Event::End(_) => {}
            other => panic!("{other:?} in {markdown}"),
        }
    }
    (words.split_whitespace().collect(), blocks)
}

fn plain(list: &[Piece], out: &mut String) {
    for piece in list {
        match piece {
            Piece::Text(text) | Piece::Code(text) => out.push_str(text),
            Piece::Marked(_, inner) | Piece::Link(_, inner) => plain(inner, out),
            Piece::FootnoteMark(_) | Piece::Break => out.push(' '),
        }
    }
}

/// Words full of what Markdown takes for signs.
fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("*".to_owned()),
        Just("_".to_owned()),
        Just("**".to_owned()),
        Just("`".to_owned()),
        Just("[a](b)".to_owned()),
        Just("<b>".to_owned()),
        Just("&amp;".to_owned()),
        Just("|".to_owned()),
        Just("# ".to_owned()),
        Just("1. ".to_owned()),
        Just("- ".to_owned()),
        Just("> ".to_owned()),
        Just("~~".to_owned()),
        Just("\\".to_owned()),
        Just("!".to_owned()),
        Just(" ".to_owned()),
        Just("[^1]: ".to_owned()),
        Just("===".to_owned()),
        "[a-z0-9ä.,:()]{1,4}",
    ];
    prop::collection::vec(part, 1..6).prop_map(|parts| parts.concat())
}

fn piece() -> impl Strategy<Value = Piece> {
    let mark = prop_oneof![Just(Mark::Emphasis), Just(Mark::Strong), Just(Mark::Strikethrough)];
    prop_oneof![
        4 => words().prop_map(Piece::Text),
        1 => words().prop_filter("code has words", |text| !text.trim().is_empty()).prop_map(Piece::Code),
        1 => (mark, words()).prop_map(|(mark, text)| Piece::Marked(mark, vec![Piece::Text(text)])),
        1 => words().prop_map(|text| Piece::Link("/a/(b)/".to_owned(), vec![Piece::Text(text)])),
    ]
}

/// Joins neighbours as `resolve` does.
fn joined(list: Vec<Piece>) -> Vec<Piece> {
    let mut whole = Vec::new();
    push_marked(&mut whole, Mark::Emphasis, list);
    match whole.pop() {
        Some(Piece::Marked(_, inner)) => inner,
        _ => Vec::new(),
    }
}

#[track_caller]
fn check(list: &[Piece], place: Place) {
    let markdown = pieces(list, place);
    let whole = match place {
        Place::Paragraph => markdown.clone(),
        Place::Heading => format!("## {markdown}"),
        Place::Cell => format!("| x |\n| --- |\n| {markdown} |"),
    };
    let (found, blocks) = read(&whole);
    let mut expected = String::new();
    plain(list, &mut expected);
    let expected: String = expected.split_whitespace().collect();
    let expected = if place == Place::Cell { format!("x{expected}") } else { expected };
    assert_eq!(found, expected, "{whole}");
    assert!(blocks <= if place == Place::Cell { 2 } else { 1 }, "{whole}");
}

proptest! {
    #[test]
    fn text_of_signs_survives(text in words()) {
        for place in [Place::Paragraph, Place::Heading, Place::Cell] {
            check(&[Piece::Text(text.clone())], place);
        }
    }

    #[test]
    fn marked_words_code_and_links_survive_side_by_side(list in prop::collection::vec(piece(), 1..5)) {
        let list = joined(list);
        for place in [Place::Paragraph, Place::Heading, Place::Cell] {
            check(&list, place);
        }
    }
}

//! Answers the queries of a search bench: `search_bench docs.json queries.json out.json index_file`.
//!
//! Also builds the files for the browser, `search_bench --files docs.json parts directory`, and takes scores apart,
//! `search_bench --explain docs.json query`. What the files hold, and how the engines are compared, says the bench's README;
//! `ours.build.mjs` and `ours.client.mjs` beside this file are its adapter for browsers.

#![expect(clippy::print_stdout, reason = "a command-line tool answers on standard output")]

use std::error::Error;
use std::fs;
use std::time::Instant;

use merchant_docs::edition::{Edition, EditionSet};
use merchant_docs::search::{
    Document, Kind, Query, Reading, Run, SearchIndex, Section, Synonyms, build_index, build_index_files,
};
use serde_json::{Value, json};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["--files", docs, parts, directory] => write_files(docs, parts.parse()?, directory),
        ["--explain", docs, query] => explain_hits(docs, query),
        [docs, queries, out, index] => answer(docs, queries, out, index),
        _ => {
            Err("usage: search_bench DOCS QUERIES OUT INDEX | --files DOCS PARTS DIRECTORY | --explain DOCS QUERY"
                .into())
        }
    }
}

fn write_files(docs: &str, parts: usize, directory: &str) -> Outcome<()> {
    let documents = documents(docs)?;
    let start = Instant::now();
    let files = build_index_files(&documents, &Synonyms::default(), parts);
    println!("{{\"build_ms\":{}}}", milliseconds(start));
    fs::write(format!("{directory}/names.bin"), files.names)?;
    for (part, body) in files.bodies.iter().enumerate() {
        fs::write(format!("{directory}/body-{part}.bin"), body)?;
    }
    Ok(())
}

fn explain_hits(docs: &str, query: &str) -> Outcome<()> {
    let index = SearchIndex::decode(&build_index(&documents(docs)?, &Synonyms::default()))?;
    let query = Query::parse(query);
    let reading = Reading::new(&index, &query);
    for hit in reading.search(Edition::MageOs, 5) {
        println!("{} {}", hit.route, hit.title);
        for section in &hit.sections {
            println!("    #{} {}", section.anchor, section.heading);
        }
        if let Some(explanation) = reading.explain(Edition::MageOs, hit.document) {
            print!("{explanation}");
        }
    }
    println!("{:?}", reading.suggest(Edition::MageOs).spelling);
    Ok(())
}

fn answer(docs: &str, queries: &str, out: &str, index_file: &str) -> Outcome<()> {
    let documents = documents(docs)?;
    let start = Instant::now();
    let bytes = build_index(&documents, &Synonyms::default());
    let build_ms = milliseconds(start);
    let start = Instant::now();
    let index = SearchIndex::decode(&bytes)?;
    let load_ms = milliseconds(start);
    fs::write(index_file, bytes)?;
    let mut results = Vec::new();
    for query in array(&serde_json::from_str::<Value>(&fs::read_to_string(queries)?)?) {
        let start = Instant::now();
        let hits = Reading::new(&index, &Query::parse(text(&query["q"]))).search(Edition::MageOs, 10);
        let ms = milliseconds(start);
        let urls: Vec<&str> = hits.iter().map(|hit| hit.route.as_str()).collect();
        results.push(json!({"id": query["id"], "ms": ms, "urls": urls}));
    }
    fs::write(out, json!({"build_ms": build_ms, "load_ms": load_ms, "results": results}).to_string())?;
    Ok(())
}

/// Reads the corpus; the marks of Adobe Commerce stand in for those of Mage-OS.
fn documents(docs: &str) -> Outcome<Vec<Document>> {
    let anchors = docs.replace("docs.json", "anchors.json");
    let anchors: Value = serde_json::from_str(&fs::read_to_string(anchors)?)?;
    let corpus: Value = serde_json::from_str(&fs::read_to_string(docs)?)?;
    Ok(array(&corpus).iter().map(|page| document(page, &anchors)).collect())
}

fn document(page: &Value, anchors: &Value) -> Document {
    let links = anchors[text(&page["url"])]["t"].as_object();
    let repeated = |(words, times): (&String, &Value)| {
        let times = usize::try_from(times.as_u64().unwrap_or(1)).unwrap_or(1);
        std::iter::repeat_n(Run::both(words.clone()), times)
    };
    Document {
        route: text(&page["url"]).to_owned(),
        title: text(&page["title"]).into(),
        breadcrumb: Vec::new(),
        kind: Kind::Page,
        editions: editions(&page["ed"]),
        sections: array(&page["sections"]).iter().map(section).collect(),
        aliases: Vec::new(),
        link_texts: links.into_iter().flatten().flat_map(repeated).collect(),
    }
}

fn section(section: &Value) -> Section {
    let anchor = text(&section["anchor"]);
    // The opening of a page bears its title, which is not a heading of its own.
    let heading = if anchor.is_empty() { "" } else { text(&section["heading"]) };
    let editions = editions(&section["ed"]);
    let runs = vec![Run { editions, text: text(&section["text"]).to_owned() }];
    Section { anchor: anchor.to_owned(), heading: heading.into(), editions, runs }
}

fn editions(bits: &Value) -> EditionSet {
    EditionSet::from_bits(bits.as_u64().and_then(|bits| u8::try_from(bits).ok()).unwrap_or(3))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}

//! Text that wants to be more than text: whatever authors write, documents stay sound and nothing of it runs.

#[path = "support/html.rs"]
mod html;
#[path = "support/site.rs"]
mod site;

use std::collections::{BTreeMap, BTreeSet};

use merchant_docs::content::manual::{self, Manual};
use merchant_docs::content::sources::Sources;
use merchant_docs::content::text;
use merchant_docs::diag::render::{Format, render};
use merchant_docs::diag::{Checked, has_errors};
use merchant_docs::diag::{Diagnostic, Severity};
use merchant_docs::edition::Edition;
use merchant_docs::press::article;
use merchant_docs::press::site::{Files, PublicUrl, prerender};
use merchant_docs::route::BasePath;
use proptest::prelude::*;

use site::{Site, TEMPLATE, executable, missing_words};

/// What attackers and careless copying put into text.
const HOSTILE: [&str; 12] = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "</title></style></textarea><svg onload=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' autofocus onfocus='alert(1)",
    "]]><script>alert(1)</script>",
    "<!--<script>",
    "--><script>alert(1)</script><!-- press:body -->",
    "<!-- csp --><!-- press:head --><!-- press:body -->",
    "&lt;script&gt; &#60;b&#62; &amp;quot;",
    "<span data-only=\"mage-os\">",
    "x\u{2028}\u{202e}</p><iframe srcdoc=x>",
];

/// A manual that has `text` wherever an author may put words; each place is quoted as its file asks.
fn sources(text: &str) -> Sources {
    let toml = serde_json::to_string(text).expect("a text is JSON");
    let code = format!("`` {} ``", text.replace('\n', " "));
    let escaped: String =
        text.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect();
    let front = |editions: &str| {
        format!(
            "+++\ntitle = {toml}\ndescription = {toml}\nalso = [{toml}]\n{editions}status = \"reviewed\"\nreviewed_by = {toml}\nreviewed_on = \"2026-11-22\"\nchecked = {{ open-source = {toml}, mage-os = \"3\", on = \"2026-11-22\" }}\n+++\n\n"
        )
    };
    let body = format!(
        "{escaped} *{escaped}* {code} {{{{evil}}}} {{{{open-source: {escaped}; mage-os: {code}}}}} \
         [{escaped}](/g/p/#a) [{code}](admin:) [{escaped}](setting:a/b) [{escaped}](cli:) [{escaped}](term:x)\n\n\
         ## {escaped} {{#a}}\n\n### {code} x {{#b}}\n\n| {escaped} | b |\n|---|---|\n| {code} | {{{{evil}}}} |\n\n\
         ```{}\n{text}\n{{{{evil}}}}\n```\n\n- [ ] {escaped}\n\n{escaped}\n: {code}\n\n> [!NOTE]\n> {escaped}\n\n\
         ![{escaped}](shot:g/s \"{{{{evil}}}}\")\n\nA note.[^n]\n\n[^n]: {escaped}\n",
        text.split_whitespace().next().unwrap_or("x").replace('`', "")
    );
    let mark = format!("{{\"label\": {toml}, \"box\": {{\"x\": 1, \"y\": 1, \"width\": 9, \"height\": 9}}}}");
    let capture = format!(
        "{{\"width\": 80, \"height\": 60, \"product\": {toml}, \"captured\": \"2026-11-22\", \"marks\": [{mark}]}}"
    );
    let docs = [
        (
            "manual.toml",
            format!(
                "title = {toml}\ndescription = {toml}\nguides = [\"g\", \"start\"]\nedit-address = \"https://e.example/?a=1&f={{path}}\"\n"
            ),
        ),
        ("terms.toml", format!("[evil]\nopen-source = {toml}\nmage-os = {}\n", toml.replacen('"', "\"other ", 1))),
        ("glossary.toml", format!("[x]\nterm = {toml}\ntext = {toml}\n")),
        (
            "shots.json",
            format!(
                "[{{\"id\": \"g/s\", \"title\": {toml}, \"editions\": {{\"open-source\": {capture}, \"mage-os\": {capture}}}}}]"
            ),
        ),
        ("index.md", format!("{}{body}", front(""))),
        ("g/guide.toml", format!("title = {toml}\nsummary = {toml}\npages = [\"p\", \"q\"]\n")),
        ("g/p.md", format!("{}{body}", front(""))),
        ("g/q.md", format!("{}{body}", front("editions = [\"mage-os\"]\nnearest = \"/g/p/\"\n"))),
        ("start/guide.toml", format!("title = {toml}\nsummary = {toml}\npages = [\"which-edition\"]\n")),
        ("start/which-edition.md", format!("{}## Find {{#find-out}}\n", front(""))),
    ];
    let docs = docs.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())).collect();
    let public = Edition::ALL.map(|edition| format!("shots/{}/g/s.webp", edition.id()));
    Sources::from_bytes(docs, public.into_iter().chain(shell_files()).collect()).value
}

fn shell_files() -> [String; 2] {
    ["favicon.svg".to_owned(), "fonts/literata.woff2".to_owned()]
}

fn press(manual: &Manual) -> Files {
    prerender(manual, TEMPLATE, &"https://docs.example/".parse::<PublicUrl>().unwrap()).unwrap()
}

/// Returns what a browser builds from each document, without any words.
fn shape(site: &Site) -> BTreeMap<&str, Vec<String>> {
    let element = |element: &html::Element| {
        let keys: Vec<&str> = element.attributes.iter().map(|(key, _)| key.as_str()).collect();
        format!("{} {}", element.name, keys.join(" "))
    };
    site.documents
        .iter()
        .map(|(name, document)| (name.as_str(), document.elements.iter().map(element).collect()))
        .collect()
}

#[test]
fn hostile_words_never_change_what_a_document_is() {
    let read = |text: &str| {
        let sources = sources(text);
        let checked = manual::compile(&sources);
        // The same words everywhere are poor style, which warnings say; the page must be sound all the same.
        let is_error = |found: &&Diagnostic| found.lint.severity == Severity::Error;
        let errors: Vec<Diagnostic> = checked.diagnostics.iter().filter(is_error).cloned().collect();
        assert_eq!(render(&errors, Format::Human), "", "{text}");
        let files = press(&checked.value.unwrap());
        (Site::read(&files, &sources.public, "/"), files)
    };
    let (harmless, _) = read("harmless words");
    for text in HOSTILE {
        let (hostile, files) = read(text);
        for ((name, found), expected) in shape(&hostile).into_iter().zip(shape(&harmless).into_values()) {
            let change = found.iter().zip(&expected).find(|(found, expected)| found != expected);
            assert_eq!((change, found.len()), (None, expected.len()), "{name}: {text}");
        }
        assert_eq!(hostile.documents.len(), harmless.documents.len());
        let document = &hostile.documents["g/p/index.html"];
        let title = document.elements.iter().position(|element| element.name == "title").unwrap();
        assert!(document.text_of(title).contains(text), "the title keeps its words: {text}");
        let problems = hostile.problems();
        assert!(problems.is_empty(), "{text}:\n{}", problems.join("\n"));
        let sitemap = std::str::from_utf8(&files["sitemap.xml"]).unwrap();
        assert!(!sitemap.contains("script"), "{text}");
    }
    let problems = harmless.problems();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Makes a manual whose one page has `markdown` as its text.
fn manual_with(markdown: &str) -> (Checked<Option<Manual>>, BTreeSet<String>) {
    let front = "+++\ntitle = \"T\"\ndescription = \"D\"\nstatus = \"drafted\"\n+++\n\n";
    let mut sources = sources("x");
    let page = [("g/p.md".to_owned(), format!("{front}{markdown}\n").into_bytes())];
    sources.docs.extend(Sources::from_bytes(page.into(), BTreeSet::new()).value.docs);
    (manual::compile(&sources), sources.public)
}

/// Checks the article of any text, and the whole document when the text has no mistake.
fn check(markdown: &str) -> Result<(), TestCaseError> {
    let (checked, public) = manual_with(markdown);
    let manual = checked.value.expect("the other files of the manual are right");
    let base = BasePath::default();
    let page = manual.guides[0].pages.iter().find(|page| page.route.as_str() == "/g/p/").expect("the page is listed");
    let article = article::render(page, article::Context { manual: &manual, base: &base });
    let document = html::parse(&article).map_err(|error| TestCaseError::fail(format!("{error}\n{article}")))?;
    let mut problems = Vec::new();
    document.elements.iter().for_each(|element| executable(element, &mut problems));
    problems.extend(document.elements.iter().filter(|e| e.name == "script").map(|_| "a script".to_owned()));
    for edition in Edition::ALL {
        let lines = text::of_blocks(&page.blocks, edition);
        problems
            .extend(missing_words(&document, &lines, edition).map(|line| format!("{} lacks: {line}", edition.name())));
    }
    if !has_errors(&checked.diagnostics) {
        problems.extend(Site::read(&press(&manual), &public, "/").problems());
    }
    prop_assert!(problems.is_empty(), "{}\n{}", problems.join("\n"), article);
    Ok(())
}

/// Pieces of the dialect, of hostile HTML and of nothing in particular.
fn piece() -> impl Strategy<Value = String> {
    let hostile = prop::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned);
    let dialect = prop::sample::select(vec![
        "\n\n",
        "\n",
        "  ",
        "- ",
        "1. ",
        "- [ ] ",
        "- [x] ",
        "> ",
        "> [!NOTE]\n> ",
        "   ",
        "    ",
        "## ",
        "### ",
        "#### ",
        "---\n",
        "```\n",
        "`",
        "**",
        "*",
        "~~",
        "[",
        "](/g/p/)",
        "](#a)",
        "](javascript:alert(1))",
        "](java\nscript:x)",
        "](&#106;avascript:x)",
        "](https://e.example/\"onclick=x)",
        "](admin:)",
        "](cli:)",
        "](setting:a/b)",
        "](term:x)",
        "](\u{1}javascript:x)",
        "<javascript:x>",
        "<https://e.example>",
        "![a](shot:g/s)",
        "![a](shot:g/s \"b\")",
        "![",
        "{{evil}}",
        "{{open-source: ",
        "; mage-os: ",
        "{{mage-os: ",
        "}}",
        "\n\n:::mage-os\n\n",
        "\n\n:::open-source\n\n",
        "\n\n:::\n\n",
        "| a | b |\n|---|---|\n| ",
        " | ",
        " |\n",
        "\n: ",
        "[^1]",
        "\n\n[^1]: ",
        "[^a b]",
        "\n\n[^a b]: ",
        " {#a}",
        " {#main}",
        " {#guides}",
        "\\",
        "&amp;",
        "<b>",
        "</div>",
        "word",
        "Größe",
        "\u{1d}",
        "\u{0}",
    ])
    .prop_map(str::to_owned);
    let any = "\\PC{0,6}";
    prop_oneof![1 => hostile, 6 => dialect, 1 => any]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_sound_article(pieces in prop::collection::vec(piece(), 0..24)) {
        check(&pieces.concat())?;
    }
}

#[track_caller]
fn check_case(markdown: &str) {
    if let Err(error) = check(markdown) {
        panic!("{markdown}\n{error}");
    }
}

#[test]
fn texts_that_once_broke_a_document_are_sound() {
    // A note that is named twice gave two elements one id.
    check_case("One.[^1] Two.[^1]\n\n[^1]: The note.");
    // A note that nothing names led back to nowhere.
    check_case("One.\n\n[^1]: The note.");
    // Two notes with one label gave two elements one id.
    check_case("One.[^1]\n\n[^1]: First.\n\n[^1]: Second.");
    // A label with a space made an id with a space.
    check_case("One.[^a b]\n\n[^a b]: The note.");
    // A list below a task was lost.
    check_case("- [ ] One\n  - Two\n\n    Three\n- [x] Four");
    // A link inside stress inside a heading became a link inside a link of the contents.
    check_case("## **[One](/g/p/)** and {{mage-os: [two](/g/p/)}} {#a}");
    // An address in the text of a link became a link inside a link.
    check_case("[One <https://e.example>](/g/p/) and [two[^1]](/g/p/)\n\n[^1]: Note.");
    // A heading whose anchor is an id of the frame.
    check_case("## Main\n\n## Site nav {#site-nav}");
}

#[test]
fn no_heading_may_take_an_id_of_the_frame() {
    let (checked, public) = manual_with("Text.");
    let site = Site::read(&press(&checked.value.unwrap()), &public, "/");
    let mut ids = BTreeSet::new();
    // In a document for paper the ids of a page begin with its own.
    for (_, document) in site.documents.iter().filter(|(name, _)| !name.starts_with("print/")) {
        let frame = document.elements.iter().filter(|element| {
            document.around(element.parent).all(|outer| outer.name != "article") && element.name != "article"
        });
        ids.extend(frame.filter_map(|element| element.get("id")));
    }
    assert!(ids.contains("main"), "the frame has ids: {ids:?}");
    for id in ids {
        let found = manual_with(&format!("## Words {{#{id}}}")).0.diagnostics;
        assert!(found.iter().any(|finding| finding.lint.name == "reserved-anchor"), "`{id}` is free for headings");
    }
}

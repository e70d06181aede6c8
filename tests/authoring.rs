//! What the press does for those who write: mends, begins pages, records reviews.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use merchant_docs::press::load::files_below;

/// A project in a folder of its own, made of a fixture.
struct Desk(tempfile::TempDir);

impl Desk {
    fn of(fixture: &str) -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(fixture);
        let folder = tempfile::tempdir().unwrap();
        for name in files_below(&source).unwrap() {
            let target = folder.path().join(&name);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(source.join(&name), target).unwrap();
        }
        Self(folder)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut press = Command::new(env!("CARGO_BIN_EXE_merchant-docs"));
        press.arg("--project").arg(self.0.path()).args(arguments).output().expect("the press can be started")
    }

    /// Runs the press and returns what it printed; it must end with `code`.
    #[track_caller]
    fn says(&self, arguments: &[&str], code: i32) -> String {
        let out = self.run(arguments);
        let text = [out.stdout, out.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        assert_eq!(out.status.code(), Some(code), "{arguments:?}: {text}");
        text
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join(path)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.0.path().join(path), text).unwrap();
    }

    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let names = files_below(self.0.path()).unwrap();
        names.into_iter().map(|name| (name.clone(), fs::read(self.0.path().join(name)).unwrap())).collect()
    }
}

/// The guide hands authors a task for their editor; what it expects is what the press prints.
#[test]
fn the_editor_task_of_the_guide_reads_the_short_format() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = fs::read_to_string(root.join("docs/community/contribute.md")).unwrap();
    let task = guide.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let task: serde_json::Value = serde_json::from_str(task).unwrap();
    let task = &task["tasks"][0];
    assert_eq!(task["command"], "cargo site check --format short");
    let pattern = &task["problemMatcher"]["pattern"];
    assert_eq!(pattern["regexp"], r"^(docs/.+):(\d+):(\d+): (error|warning)\[(.+)\]: (.+)$");
    let desk = Desk::of("invalid/dead-link");
    for line in desk.says(&["check", "--format", "short"], 1).lines() {
        let (place, rest) = line.split_once(": ").unwrap();
        let place: Vec<&str> = place.split(':').collect();
        let [file, line, column] = place.as_slice() else { panic!("{place:?}") };
        assert!(file.starts_with("docs/") && line.parse::<u32>().is_ok() && column.parse::<u32>().is_ok(), "{place:?}");
        assert!(rest.starts_with("error[dead-link]: "), "{rest}");
    }
    let names = ["file", "line", "column", "severity", "code", "message"];
    assert!((1..).zip(names).all(|(group, name)| pattern[name] == group), "{pattern}");
}

/// A page with a slip in every name that can be mended, between ones that cannot.
const SLIPS: &str = "+++\ntitle = \"Slips\"\ndescription = \"Names of {{prodcut}}.\"\nstatus = \"drafted\"\n+++\n\n\
    See [constructs](/guide/construct/), [the grid](/guide/constructs/#wrods) and [{{prodcut}}](/start/which-editio/).\n\n\
    ## Here {#here}\n\nBack to [the top](#heer). Far from anything: [x](/no/such/page/).\n";

#[test]
fn what_is_certain_is_mended_and_the_rest_is_left_to_people() {
    let desk = Desk::of("valid");
    desk.write("docs/guide/only-mage-os.md", SLIPS);
    let said = desk.says(&["check", "--fix", "--format", "short"], 1);
    snapbox::assert_data_eq!(
        said,
        snapbox::str![[r"
docs/guide/only-mage-os.md:11:50: error[dead-link]: no page has the route `/no/such/page/`
docs/guide/only-mage-os.md:3:27: fixed[unknown-term]: `prodcut` is now `product`
docs/guide/only-mage-os.md:7:18: fixed[dead-link]: `/guide/construct/` is now `/guide/constructs/`
docs/guide/only-mage-os.md:7:68: fixed[dead-anchor]: `wrods` is now `words`
docs/guide/only-mage-os.md:7:82: fixed[unknown-term]: `prodcut` is now `product`
docs/guide/only-mage-os.md:7:93: fixed[dead-link]: `/start/which-editio/` is now `/start/which-edition/`
docs/guide/only-mage-os.md:11:20: fixed[dead-anchor]: `heer` is now `here`

"]]
    );
    snapbox::assert_data_eq!(
        desk.read("docs/guide/only-mage-os.md"),
        snapbox::str![[r#"
+++
title = "Slips"
description = "Names of {{product}}."
status = "drafted"
+++

See [constructs](/guide/constructs/), [the grid](/guide/constructs/#words) and [{{product}}](/start/which-edition/).

## Here {#here}

Back to [the top](#here). Far from anything: [x](/no/such/page/).

"#]]
    );
}

#[test]
fn mending_keeps_line_ends_and_a_second_run_changes_nothing() {
    let desk = Desk::of("valid");
    let page = SLIPS.replace("[x](/no/such/page/)", "no link").replace('\n', "\r\n");
    desk.write("docs/guide/only-mage-os.md", &format!("\u{feff}{page}"));
    desk.says(&["check", "--fix"], 0);
    let text = desk.read("docs/guide/only-mage-os.md");
    assert!(text.starts_with("\u{feff}+++\r\n") && text.contains("#here). Far"), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let before = desk.files();
    desk.says(&["check", "--fix"], 0);
    assert!(desk.files() == before, "a second run changed something");
}

#[test]
fn findings_for_programs_have_spans_and_changes() {
    let desk = Desk::of("valid");
    desk.write("docs/guide/only-mage-os.md", SLIPS);
    let out = desk.run(&["check", "--format", "json"]);
    assert_eq!(out.status.code(), Some(1));
    snapbox::assert_data_eq!(
        String::from_utf8(out.stdout).unwrap(),
        snapbox::str![[r#"
[
{"lint":"unknown-term","severity":"error","message":"no term has the name `prodcut`","file":"docs/guide/only-mage-os.md","span":{"start":{"line":3,"column":25,"byte":44},"end":{"line":3,"column":36,"byte":55}},"label":"","help":"a term with a similar name exists: `product`","fix":{"file":"docs/guide/only-mage-os.md","span":{"start":{"line":3,"column":27,"byte":46},"end":{"line":3,"column":34,"byte":53}},"replacement":"product"}},
{"lint":"dead-link","severity":"error","message":"no page has the route `/guide/construct/`","file":"docs/guide/only-mage-os.md","span":{"start":{"line":7,"column":18,"byte":99},"end":{"line":7,"column":35,"byte":116}},"label":"linked here","help":"a page with a similar route exists: `/guide/constructs/`","fix":{"file":"docs/guide/only-mage-os.md","span":{"start":{"line":7,"column":18,"byte":99},"end":{"line":7,"column":35,"byte":116}},"replacement":"/guide/constructs/"}},
{"lint":"dead-anchor","severity":"error","message":"the page `/guide/constructs/` has no heading `#wrods`","file":"docs/guide/only-mage-os.md","span":{"start":{"line":7,"column":67,"byte":148},"end":{"line":7,"column":73,"byte":154}},"label":"linked here","help":"the page has a heading `#words`","fix":{"file":"docs/guide/only-mage-os.md","span":{"start":{"line":7,"column":68,"byte":149},"end":{"line":7,"column":73,"byte":154}},"replacement":"words"}},
{"lint":"unknown-term","severity":"error","message":"no term has the name `prodcut`","file":"docs/guide/only-mage-os.md","span":{"start":{"line":7,"column":80,"byte":161},"end":{"line":7,"column":91,"byte":172}},"label":"","help":"a term with a similar name exists: `product`","fix":{"file":"docs/guide/only-mage-os.md","span":{"start":{"line":7,"column":82,"byte":163},"end":{"line":7,"column":89,"byte":170}},"replacement":"product"}},
{"lint":"dead-link","severity":"error","message":"no page has the route `/start/which-editio/`","file":"docs/guide/only-mage-os.md","span":{"start":{"line":7,"column":93,"byte":174},"end":{"line":7,"column":113,"byte":194}},"label":"linked here","help":"a page with a similar route exists: `/start/which-edition/`","fix":{"file":"docs/guide/only-mage-os.md","span":{"start":{"line":7,"column":93,"byte":174},"end":{"line":7,"column":113,"byte":194}},"replacement":"/start/which-edition/"}},
{"lint":"dead-anchor","severity":"error","message":"the page `/guide/only-mage-os/` has no heading `#heer`","file":"docs/guide/only-mage-os.md","span":{"start":{"line":11,"column":19,"byte":233},"end":{"line":11,"column":24,"byte":238}},"label":"linked here","help":"the page has a heading `#here`","fix":{"file":"docs/guide/only-mage-os.md","span":{"start":{"line":11,"column":20,"byte":234},"end":{"line":11,"column":24,"byte":238}},"replacement":"here"}},
{"lint":"dead-link","severity":"error","message":"no page has the route `/no/such/page/`","file":"docs/guide/only-mage-os.md","span":{"start":{"line":11,"column":50,"byte":264},"end":{"line":11,"column":64,"byte":278}},"label":"linked here","help":null,"fix":null}
]

"#]]
    );
    assert_eq!(Desk::of("valid").says(&["check", "--format", "json"], 0), "[]\n");
}

#[test]
fn a_new_page_is_listed_at_the_end_of_its_guide_and_has_no_error() {
    let desk = Desk::of("valid");
    let said = desk.says(&["new", "guide/related-things"], 0);
    assert!(said.contains("/guide/related-things/"), "{said}");
    snapbox::assert_data_eq!(
        desk.read("docs/guide/guide.toml"),
        snapbox::str![[r#"
title = "{{open-source: The guide; mage-os: Our guide}}"
summary = "Every construct of {{product}}, once."
pages = ["constructs", "only-mage-os", "related-things"]

"#]]
    );
    snapbox::assert_data_eq!(
        desk.read("docs/guide/related-things.md"),
        snapbox::str![[r#"
+++
title = "Related things"
description = "In one sentence, say what readers get done with this page."
also = ["related things"]
status = "drafted"
+++

In at most three sentences, answer what the title asks: what to do, where, and what comes of it.

## Before you start

- Name what must be there already, and the permission that the reader's role needs.
- Say at which scope the reader works, if it matters.

## Do it step by step

1. Open [Stores > Settings > All Stores](admin:), or rather the screen that this page is about.
2. Give each step one action, and write the label in **bold** exactly as the screen has it.
3. Select **Save**, and say what the reader should now see.

## What comes of it

Say what the customer notices, what changes in price, stock, tax or e-mail, and what cannot be undone.

## Options worth knowing

| Option | What it does |
|---|---|
| The label of the option | The consequence of each choice, and the default |

## If it does not work

- Name what readers will see when it fails, why, and the way out.

## Related

- [Which edition do I run?](/start/which-edition/)

"#]]
    );
    let check = desk.says(&["check", "--format", "short"], 0);
    assert!(check.lines().all(|line| line.contains(": warning[unwritten]: ")), "{check}");
    assert!(check.lines().count() > 5, "what is left of the skeleton is noticed: {check}");
}

#[test]
fn a_page_that_cannot_be_begun_changes_nothing() {
    let desk = Desk::of("valid");
    let before = desk.files();
    for (arguments, part) in [
        (vec!["new", "giude/page"], "did you mean `guide`?"),
        (vec!["new", "guide/constructs"], "is there already: docs/guide/constructs.md"),
        (vec!["new", "Guide/My Page"], "like `guide/my-page`"),
        (vec!["new", "../guide/page"], "is not the name of a page"),
        (vec!["new", "page"], "is not the name of a page"),
    ] {
        let said = desk.says(&arguments, 2);
        assert!(said.contains(part), "{arguments:?}: {said}");
    }
    assert!(desk.files() == before);
}

#[test]
fn a_list_that_cannot_be_read_leaves_no_page_behind() {
    let desk = Desk::of("valid");
    desk.write("docs/guide/guide.toml", "title = \"Guide\npages = [\n");
    let before = desk.files();
    let said = desk.says(&["new", "guide/page"], 2);
    assert!(said.contains("docs/guide/guide.toml cannot be extended"), "{said}");
    assert!(desk.files() == before);
}

#[test]
fn a_review_is_recorded_in_the_page() {
    let desk = Desk::of("valid");
    let said = desk.says(&["review", "guide/only-mage-os", "--by", "Ada Lovelace"], 0);
    let text = desk.read("docs/guide/only-mage-os.md");
    let day = text.split("reviewed_on = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert_eq!(said.trim(), format!("docs/guide/only-mage-os.md: reviewed by Ada Lovelace on {day}"));
    assert!(text.contains("status = \"reviewed\"\nreviewed_by = \"Ada Lovelace\"\nreviewed_on = "), "{text}");
    desk.says(&["check"], 0);
}

#[test]
fn a_page_with_a_finding_is_not_reviewed() {
    let desk = Desk::of("valid");
    desk.says(&["new", "guide/page"], 0);
    let before = desk.files();
    let said = desk.says(&["review", "guide/page", "--by", "Ada"], 1);
    assert!(said.contains("warning[unwritten]") && said.contains("not recorded"), "{said}");
    for (arguments, part) in [
        (vec!["review", "guide/pagee", "--by", "Ada"], "did you mean `guide/page`?"),
        (vec!["review", "guide/page", "--by", " "], "needs the name of a person"),
    ] {
        let said = desk.says(&arguments, 2);
        assert!(said.contains(part), "{arguments:?}: {said}");
    }
    assert!(desk.files() == before);
}

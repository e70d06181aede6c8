//! Blocks as HTML.

use super::{Context, Html, figure, inline};
use crate::content::model::{
    AlertKind, Alignment, Block, BlockKind, Code, Definition, Heading, Inline, List, Passage, PassageRole, Table,
    walk_blocks,
};
use crate::content::text;
use crate::route::Anchor;

/// Writes blocks in order.
pub(super) fn blocks(html: &mut Html, list: &[Block], context: Context<'_>) {
    for block in list {
        // A pair stands in one box, in which a comparison sets both side by side.
        let role = match &block.kind {
            BlockKind::Passage(passage) => passage.role,
            _ => PassageRole::Alone,
        };
        if role == PassageRole::FirstOfPair {
            html.open("div", &[("class", "edition-pair")]);
        }
        write(html, block, context);
        if role == PassageRole::SecondOfPair {
            html.close();
        }
    }
}

fn write(html: &mut Html, block: &Block, context: Context<'_>) {
    match &block.kind {
        BlockKind::Heading(heading) => write_heading(html, heading, context),
        BlockKind::Paragraph(content) => paragraph(html, content, context),
        BlockKind::List(list) => write_list(html, list, context),
        BlockKind::Quote(inner) => {
            html.open("blockquote", &[]);
            blocks(html, inner, context);
            html.close();
        }
        BlockKind::Alert(kind, inner) => alert(html, *kind, inner, context),
        BlockKind::Code(code) => write_code(html, code),
        BlockKind::Table(table) => write_table(html, table, context),
        BlockKind::Figure(figure) => figure::write(html, figure, block.editions, context),
        BlockKind::Definitions(list) => definitions(html, list, context),
        BlockKind::Passage(passage) => write_passage(html, passage, context),
        BlockKind::Rule => {
            html.void("hr", &[]);
        }
        // All of them stand below the text.
        BlockKind::Footnote(..) => {}
    }
}

fn paragraph(html: &mut Html, content: &[Inline], context: Context<'_>) {
    if content.is_empty() {
        return;
    }
    html.open("p", &[]);
    inline::inlines(html, content, context);
    html.close();
}

fn write_heading(html: &mut Html, heading: &Heading, context: Context<'_>) {
    let name = match heading.level.max(2) + html.titles_above() {
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    let anchor = heading.anchor.as_str();
    html.open(name, &[("id", anchor)]);
    inline::inlines(html, &heading.content, context);
    if html.is_collected() {
        html.close();
        return;
    }
    html.text(" ");
    let label = "Link to this section";
    html.element(
        "a",
        &[
            ("class", "article__anchor"),
            ("href", &format!("#{anchor}")),
            ("aria-label", label),
            ("data-action", "copy-anchor"),
        ],
        "#",
    );
    html.close();
}

fn write_list(html: &mut Html, list: &List, context: Context<'_>) {
    let is_tasks = list.items.iter().any(|item| item.task.is_some());
    match list.start {
        _ if is_tasks => {
            html.open("div", &[("class", "checklist")]);
            checklist_bar(html);
            html.open("ul", &[("class", "article__tasks"), ("role", "list")])
        }
        None => html.open("ul", &[]),
        Some(1) => html.open("ol", &[("class", "article__steps"), ("role", "list")]),
        Some(start) => html.open("ol", &[("class", "article__steps"), ("role", "list"), ("start", &start.to_string())]),
    };
    for item in &list.items {
        if let Some(done) = item.task {
            write_task(html, done, &item.blocks, context);
        } else {
            html.open("li", &[]);
            blocks(html, &item.blocks, context);
        }
        html.close();
    }
    html.close();
    if is_tasks {
        html.close();
    }
}

/// Writes what counts and clears the ticks that the app keeps.
fn checklist_bar(html: &mut Html) {
    if html.is_collected() {
        return;
    }
    html.open("p", &[("class", "checklist__bar")]);
    html.element("span", &[("class", "checklist__count")], "").text(" ");
    let button = [("class", "checklist__clear"), ("type", "button"), ("data-action", "clear-ticks")];
    html.element("button", &button, "Clear all ticks").close();
}

/// Opens a task: its first paragraph is the label, without `<p>`, which a label may not hold; the rest stands below.
fn write_task(html: &mut Html, done: bool, list: &[Block], context: Context<'_>) {
    let id = task_id(html, list);
    let state: &[(&str, &str)] = if done { &[("checked", "")] } else { &[] };
    html.open("li", &[("class", "article__task")]);
    html.void("input", &[&[("type", "checkbox"), ("id", &id)], state].concat());
    html.open("label", &[("for", &id)]);
    let (label, rest) = match list {
        [Block { kind: BlockKind::Paragraph(content), .. }, rest @ ..] => (content.as_slice(), rest),
        _ => (&[][..], list),
    };
    inline::inlines(html, label, context);
    html.close();
    if !rest.is_empty() {
        html.open("div", &[("class", "article__task-rest")]);
        blocks(html, rest, context);
        html.close();
    }
}

/// Returns an id that stays the same while the task's own words do: the reader's machine keeps ticks by it.
fn task_id(html: &Html, list: &[Block]) -> String {
    let words = match list.first().map(|block| &block.kind) {
        Some(BlockKind::Paragraph(content)) => text::neutral(content),
        _ => String::new(),
    };
    let id = format!("task-{}", Anchor::from_heading(&words).as_str());
    let numbered = (2..).map(|n| format!("{id}-{n}"));
    std::iter::once(id.clone()).chain(numbered).find(|id| !html.has_id(id)).expect("there is always a next number")
}

fn alert(html: &mut Html, kind: AlertKind, inner: &[Block], context: Context<'_>) {
    html.open("div", &[("class", "alert"), ("role", "note"), ("data-kind", kind.id()), ("aria-label", kind.title())]);
    html.element("p", &[("class", "alert__title")], kind.title());
    blocks(html, inner, context);
    html.close();
}

fn language_name(language: &str) -> &str {
    match language {
        "bash" | "sh" | "shell" => "Shell",
        "csv" => "CSV",
        "js" => "JavaScript",
        "json" => "JSON",
        "md" => "Markdown",
        "nginx" => "nginx",
        "php" => "PHP",
        "toml" => "TOML",
        "xml" => "XML",
        "text" | "" => "Text",
        other => other,
    }
}

fn write_code(html: &mut Html, code: &Code) {
    html.open("div", &[("class", "code")]);
    html.open("div", &[("class", "code__bar")]);
    html.element("span", &[("class", "code__language")], language_name(&code.language));
    if !html.is_collected() {
        html.element("button", &[("class", "copy-code"), ("type", "button"), ("data-action", "copy-code")], "Copy");
    }
    html.close();
    html.open("pre", &[("class", "code__text"), ("tabindex", "0")]).open("code", &[]);
    inline::wording(html, &code.text);
    html.close().close().close();
}

fn write_table(html: &mut Html, table: &Table, context: Context<'_>) {
    let label = table.head.first().map(|cell| text::neutral(cell)).unwrap_or_default();
    let label = format!("Table: {}", if label.is_empty() { "scroll sideways for more" } else { &label });
    html.open("div", &[("class", "article__table"), ("role", "group"), ("tabindex", "0"), ("aria-label", &label)]);
    html.open("table", &[]).open("thead", &[]).open("tr", &[]);
    for (i, cell) in table.head.iter().enumerate() {
        let name = if cell.is_empty() { "td" } else { "th" };
        let scope: &[(&str, &str)] = if cell.is_empty() { &[] } else { &[("scope", "col")] };
        write_cell(html, name, scope, cell, alignment(table, i), context);
    }
    html.close().close().open("tbody", &[]);
    for row in &table.rows {
        html.open("tr", &[]);
        for (i, cell) in row.iter().enumerate() {
            let (name, scope): (_, &[(&str, &str)]) = if i == 0 { ("th", &[("scope", "row")]) } else { ("td", &[]) };
            write_cell(html, name, scope, cell, alignment(table, i), context);
        }
        html.close();
    }
    html.close().close().close();
}

fn alignment(table: &Table, column: usize) -> Alignment {
    table.alignments.get(column).copied().unwrap_or(Alignment::Start)
}

fn write_cell(
    html: &mut Html,
    name: &'static str,
    scope: &[(&str, &str)],
    cell: &[Inline],
    alignment: Alignment,
    context: Context<'_>,
) {
    let align: &[(&str, &str)] = match alignment {
        Alignment::Start => &[],
        Alignment::Center => &[("data-align", "center")],
        Alignment::End => &[("data-align", "end")],
    };
    html.open(name, &[scope, align].concat());
    inline::inlines(html, cell, context);
    html.close();
}

fn definitions(html: &mut Html, list: &[Definition], context: Context<'_>) {
    html.open("dl", &[]);
    for entry in list {
        let id = entry.anchor.as_ref().map(|anchor| ("id", anchor.as_str()));
        html.open("dt", id.as_slice());
        inline::inlines(html, &entry.term, context);
        html.close();
        for meaning in &entry.meanings {
            html.open("dd", &[]);
            blocks(html, meaning, context);
            html.close();
        }
    }
    html.close();
}

/// Writes the footnotes of a page below its text, in the order in which they stand in the file; of two with one label
/// marks lead to the first.
pub(super) fn footnotes(html: &mut Html, list: &[Block], context: Context<'_>) {
    let mut notes = Vec::new();
    walk_blocks(list, &mut |block| {
        if let BlockKind::Footnote(label, inner) = &block.kind {
            notes.push((label, inner));
        }
    });
    if notes.is_empty() {
        return;
    }
    html.open("section", &[("class", "article__footnotes"), ("aria-label", "Footnotes")]).open("ol", &[]);
    for (label, inner) in notes {
        let (id, mark) = (inline::note_id("fn", label), inline::note_id("fnref", label));
        let named: &[(&str, &str)] = if html.has_id(&id) { &[] } else { &[("id", &id)] };
        html.open("li", named);
        blocks(html, inner, context);
        if html.has_id(&mark) {
            html.element("a", &[("href", &format!("#{mark}")), ("aria-label", "Back to the text")], "↩");
        }
        html.close();
    }
    html.close().close();
}

fn write_passage(html: &mut Html, passage: &Passage, context: Context<'_>) {
    html.open("div", &[("class", "edition-passage"), ("data-only", passage.edition.id())]);
    html.element("span", &[("class", "edition-passage__label")], passage.edition.name());
    blocks(html, &passage.blocks, context);
    html.close();
}

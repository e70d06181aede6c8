//! The short references: statuses, attributes, import columns, e-mails, cron jobs, indexers and caches.

use super::build::{About, Text, code, edition_tables, page, paragraph, passages, role, section, words};
use super::{Sources, read_from};
use crate::content::link::LinkTarget;
use crate::content::manual::Page;
use crate::content::model::{Block, Inline};
use crate::edition::PerEdition;
use crate::facts::Facts;
use crate::facts::export::Export;
use crate::facts::system::{Attribute, CronJob, EmailTemplate, ImportEntity, OrderStatus};

/// Returns the pages in reading order.
pub(super) fn pages(sources: &Sources<'_>) -> Vec<Page> {
    vec![
        order_statuses(sources),
        product_attributes(sources),
        import_columns(sources),
        email_templates(sources),
        cron_jobs(sources),
        indexers_and_caches(sources),
    ]
}

/// Returns the rows of both editions.
fn rows<'a, T: 'a>(facts: &'a Facts, read: impl Fn(&'a Export) -> &'a [T]) -> PerEdition<Vec<&'a T>> {
    PerEdition::from_fn(|edition| read(facts.of(edition)).iter().collect())
}

fn yes(flag: bool) -> Text {
    words(if flag { "yes" } else { "no" })
}

fn path(path: &str) -> Inline {
    role(LinkTarget::AdminPath, path)
}

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

fn order_statuses(sources: &Sources<'_>) -> Page {
    let facts = sources.facts;
    let cells = |row: &OrderStatus| {
        let state = row.state.as_ref().map_or_else(|| words("none"), |state| vec![code(state)]);
        vec![words(&*row.label), vec![code(&row.status)], state, yes(row.is_default), yes(row.visible_on_front)]
    };
    let key = |row: &OrderStatus| format!("{} {:?}", row.status, row.state);
    let head = ["Status", "Code", "State", "Default of the state", "Customers see it"];
    let mut blocks = vec![paragraph(vec![
        text(
            "The product works with states; what you and your customers read are statuses, of which a state can have several. Yours are in ",
        ),
        path("Stores > Settings > Order Status"),
        text("."),
    ])];
    blocks.extend(edition_tables(&rows(facts, |export| &export.order_statuses), &head, key, cells));
    blocks.push(read_from(facts));
    let about = About {
        route: "/reference/order-statuses/",
        title: "Order statuses".to_owned(),
        description: "The statuses of a fresh shop with their codes and the states that they belong to.".to_owned(),
        also: &["status codes", "order state", "holded", "pending payment"],
    };
    page(about, sources.file, blocks)
}

fn product_attributes(sources: &Sources<'_>) -> Page {
    let facts = sources.facts;
    let cells = |row: &Attribute| {
        let uses = [(row.searchable, "search"), (row.filterable, "filters"), (row.comparable, "comparison")];
        let uses: Vec<&str> = uses.iter().filter(|(used, _)| *used).map(|(_, name)| *name).collect();
        vec![
            words(row.label.as_deref().unwrap_or("no label")),
            vec![code(&row.code)],
            words(row.input.as_deref().unwrap_or("no field")),
            words(&*row.scope),
            yes(row.required),
            words(if uses.is_empty() { "no".to_owned() } else { uses.join(", ") }),
        ]
    };
    let head = ["Attribute", "Code", "Field", "Scope", "Required", "In search, filters, comparison"];
    let key = |row: &Attribute| row.code.clone();
    let mut blocks = vec![
        paragraph(vec![
            text(
                "What every product of a fresh shop can have. The code is the column of an import; your own attributes are in ",
            ),
            path("Stores > Attributes > Product"),
            text("."),
        ]),
        section(2, "Products"),
    ];
    blocks.extend(edition_tables(&rows(facts, |export| &export.product_attributes), &head, key, cells));
    blocks.push(section(2, "Categories"));
    let head = ["Attribute", "Code", "Field", "Scope", "Required"];
    let first_five = |row: &Attribute| cells(row).into_iter().take(head.len()).collect();
    blocks.extend(edition_tables(&rows(facts, |export| &export.category_attributes), &head, key, first_five));
    blocks.push(read_from(facts));
    let about = About {
        route: "/reference/product-attributes/",
        title: "Product and category attributes".to_owned(),
        description: "The attributes of a fresh shop with code, field, scope and where each is used.".to_owned(),
        also: &["attribute code", "attribute list", "system attributes"],
    };
    page(about, sources.file, blocks)
}

fn import_columns(sources: &Sources<'_>) -> Page {
    let facts = sources.facts;
    let mut blocks = vec![paragraph(vec![
        text("The columns of the sample files behind Download Sample File in "),
        path("System > Data Transfer > Import"),
        text(". A file needs only the columns that you change, and those that say which record is meant."),
    ])];
    let entities = rows(facts, |export| &export.import_export.import);
    for entity in &entities.open_source {
        blocks.push(section(2, &entity.label));
        let sides = PerEdition::from_fn(|edition| {
            let own = entities.get(edition).iter().find(|own| own.code == entity.code);
            own.map_or_else(Vec::new, |own| import_entity(own))
        });
        blocks.extend(if sides.is_same() { sides.open_source } else { passages(sides) });
    }
    let exports: Vec<&str> = facts.exports.open_source.import_export.export.iter().map(|row| &*row.label).collect();
    blocks.push(section(2, "Exports"));
    blocks.push(paragraph(vec![
        path("System > Data Transfer > Export"),
        text(&format!(" writes files of these kinds: {}.", exports.join(", "))),
    ]));
    blocks.push(read_from(facts));
    let about = About {
        route: "/reference/import-columns/",
        title: "Import columns".to_owned(),
        description: "The columns of every import file, and what an import can do with rows that exist.".to_owned(),
        also: &["csv columns", "import format", "sample file", "csv header"],
    };
    page(about, sources.file, blocks)
}

fn import_entity(entity: &ImportEntity) -> Vec<Block> {
    let behaviors: Vec<&str> = entity.behaviors.iter().map(|behavior| &*behavior.label).collect();
    let mut columns = words(format!("{} columns: ", entity.sample_file_columns.len()));
    for (i, column) in entity.sample_file_columns.iter().enumerate() {
        if i > 0 {
            columns.push(text(", "));
        }
        columns.push(code(column));
    }
    vec![paragraph(words(format!("Import Behavior: {}.", behaviors.join(", ")))), paragraph(columns)]
}

fn email_templates(sources: &Sources<'_>) -> Page {
    let facts = sources.facts;
    let mut blocks = vec![paragraph(vec![
        text("Every e-mail that a shop can send. To change one, load it into a template of your own in "),
        path("Marketing > Communications > Email Templates"),
        text(" and choose that template in the configuration."),
    ])];
    for (area, title) in [("frontend", "For customers and visitors"), ("adminhtml", "For the people who run the shop")]
    {
        let own = PerEdition::from_fn(|edition| {
            facts.of(edition).email_templates.iter().filter(|row| row.area == area).collect::<Vec<_>>()
        });
        let cells = |row: &EmailTemplate| vec![words(&*row.label), vec![code(&row.id)], words(&*row.module)];
        blocks.push(section(2, title));
        blocks.extend(edition_tables(&own, &["E-mail", "Id", "Module"], |row| row.id.clone(), cells));
    }
    blocks.push(paragraph(words(
        "The two groups are the product's own: a few e-mails for staff are kept among those of the storefront.",
    )));
    blocks.push(read_from(facts));
    let about = About {
        route: "/reference/email-templates/",
        title: "E-mail templates".to_owned(),
        description: "All e-mails that a shop can send, with the id and the module of each.".to_owned(),
        also: &["transactional emails", "which emails", "order confirmation template", "email list"],
    };
    page(about, sources.file, blocks)
}

fn cron_jobs(sources: &Sources<'_>) -> Page {
    let facts = sources.facts;
    let mut groups: Vec<&str> = Vec::new();
    for (_, export) in facts.exports.iter() {
        for job in &export.cron_jobs {
            if !groups.contains(&&*job.group) {
                groups.push(&job.group);
            }
        }
    }
    let mut blocks = vec![paragraph(vec![
        text("What cron does for the shop, and when: minute, hour, day of the month, month, day of the week. "),
        text("A job without a time of its own takes it from the configuration."),
    ])];
    for group in groups {
        let own = PerEdition::from_fn(|edition| {
            facts.of(edition).cron_jobs.iter().filter(|job| job.group == group).collect::<Vec<_>>()
        });
        blocks.push(section(2, &format!("Group {group}")));
        blocks.extend(edition_tables(&own, &["Job", "When"], |row| row.job.clone(), cron_row));
    }
    blocks.push(read_from(facts));
    let about = About {
        route: "/reference/cron-jobs/",
        title: "Cron jobs".to_owned(),
        description: "Every job that cron starts, by group, with its schedule.".to_owned(),
        also: &["schedule", "scheduled tasks", "cron groups", "when does it run"],
    };
    page(about, sources.file, blocks)
}

fn cron_row(job: &CronJob) -> Vec<Text> {
    let when = match (&job.schedule, &job.schedule_config_path) {
        (Some(schedule), _) => vec![code(schedule)],
        (None, Some(path)) => vec![text("set by "), code(path)],
        (None, None) => words("set in the configuration"),
    };
    vec![vec![code(&job.job)], when]
}

fn indexers_and_caches(sources: &Sources<'_>) -> Page {
    let facts = sources.facts;
    let mut blocks = vec![
        section(2, "Indexers"),
        paragraph(vec![
            path("System > Tools > Index Management"),
            text(" lists them; the name in code is for "),
            role(LinkTarget::Command("indexer:reindex".to_owned()), "indexer:reindex"),
            text("."),
        ]),
    ];
    let head = ["Indexer", "Name", "Runs after"];
    blocks.extend(edition_tables(
        &rows(facts, |export| &export.indexers),
        &head,
        |row| row.id.clone(),
        |row| {
            let before = if row.dependencies.is_empty() { words("no other") } else { code_list(&row.dependencies) };
            vec![words(&*row.title), vec![code(&row.id)], before]
        },
    ));
    blocks.push(section(2, "Caches"));
    blocks.push(paragraph(vec![
        path("System > Tools > Cache Management"),
        text(" lists them; the name in code is for "),
        role(LinkTarget::Command("cache:clean".to_owned()), "cache:clean"),
        text("."),
    ]));
    blocks.extend(edition_tables(
        &rows(facts, |export| &export.caches),
        &["Cache", "Name"],
        |row| row.id.clone(),
        |row| vec![words(&*row.label), vec![code(&row.id)]],
    ));
    blocks.push(read_from(facts));
    let about = About {
        route: "/reference/indexers-and-caches/",
        title: "Indexers and caches".to_owned(),
        description: "The names of all indexers and caches, on the screen and on the command line.".to_owned(),
        also: &["index names", "cache types", "reindex one", "clean one cache"],
    };
    page(about, sources.file, blocks)
}

fn code_list(names: &[String]) -> Text {
    let mut out = Text::new();
    for (i, name) in names.iter().enumerate() {
        if i > 0 {
            out.push(text(", "));
        }
        out.push(code(name));
    }
    out
}

//! Diagrams as HTML: the drawing stands in the page itself, so that its classes get the colours of the page.

use super::{Context, Html, inline};
use crate::content::diagrams::{Diagram, DiagramId, Node};
use crate::content::model::Figure;
use crate::edition::Edition;

/// Writes the figure; where only its description differs, the drawing is written once an edition.
pub(super) fn write(html: &mut Html, figure: &Figure, id: &DiagramId, context: Context<'_>) {
    let Some(diagram) = context.manual.diagrams.get(id) else { return };
    html.open("figure", &[("class", "diagram"), ("data-diagram", id.as_str())]);
    let alt = figure.alt.texts();
    if alt.is_same() {
        drawing(html, diagram, &[("aria-label", &alt.open_source)]);
    } else {
        for edition in Edition::ALL {
            drawing(html, diagram, &[("aria-label", alt.get(edition)), ("data-only", edition.id())]);
        }
    }
    if let Some(caption) = &figure.caption {
        html.open("figcaption", &[("class", "diagram__caption")]);
        inline::wording(html, caption);
        html.close();
    }
    html.close();
}

fn drawing(html: &mut Html, diagram: &Diagram, more: &[(&str, &str)]) {
    let (width, height) = (diagram.width.to_string(), diagram.height.to_string());
    let view_box = format!("0 0 {width} {height}");
    let own = [
        ("class", "diagram__drawing"),
        ("viewBox", view_box.as_str()),
        ("width", width.as_str()),
        ("height", height.as_str()),
        ("role", "img"),
    ];
    html.open("svg", &[own.as_slice(), more].concat());
    nodes(html, &diagram.content);
    html.close();
}

/// Writes what was drawn; the reader of diagrams has limited how deep it is.
fn nodes(html: &mut Html, content: &[Node]) {
    for node in content {
        match node {
            Node::Words(words) => {
                html.text(words);
            }
            Node::Shape(shape) => {
                let attributes = shape.attributes.iter().map(|(name, value)| (*name, value.as_str()));
                html.open(shape.name, &attributes.collect::<Vec<_>>());
                nodes(html, &shape.content);
                html.close();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::content::diagrams::{Diagram, DiagramId, Node, Shape};
    use crate::content::manual::Manual;
    use crate::edition::Edition;
    use crate::press::load::Project;

    fn project_manual() -> Manual {
        Project { root: env!("CARGO_MANIFEST_DIR").into() }.compile().unwrap().value.unwrap()
    }

    fn drawing<'a>(manual: &'a Manual, name: &str) -> &'a Diagram {
        manual.diagrams.get(&DiagramId::parse(name).unwrap()).unwrap()
    }

    fn shapes<'a>(content: &'a [Node], found: &mut Vec<&'a Shape>) {
        for node in content {
            if let Node::Shape(shape) = node {
                found.push(shape);
                shapes(&shape.content, found);
            }
        }
    }

    /// The words of every text with a class.
    fn words<'a>(diagram: &'a Diagram, class: &str) -> Vec<&'a str> {
        let full = format!("diagram__{class}");
        let has = |shape: &&Shape| {
            shape.attributes.iter().any(|(name, value)| *name == "class" && value.split(' ').any(|own| own == full))
        };
        let mut found = Vec::new();
        shapes(&diagram.content, &mut found);
        let words = found.into_iter().filter(has).flat_map(|shape| &shape.content).filter_map(|node| match node {
            Node::Words(words) => Some(words.as_str()),
            Node::Shape(_) => None,
        });
        words.collect()
    }

    #[test]
    fn the_order_goes_through_statuses_by_buttons_that_both_shops_have() {
        let manual = project_manual();
        let facts = manual.facts.as_ref().unwrap();
        let diagram = drawing(&manual, "order-life");
        let named = words(diagram, "name");
        assert_eq!(named, ["Pending", "Processing", "Complete", "Closed", "Canceled", "On Hold"]);
        let actions = manual.screenshots.ids().find(|id| id.as_str() == "sales/order-actions").unwrap();
        for edition in Edition::ALL {
            let known = &facts.of(edition).order_statuses;
            assert!(named.iter().all(|name| known.iter().any(|status| status.label == *name)));
            let capture = &manual.screenshots.get(actions).unwrap().editions[&edition];
            let mut buttons: BTreeSet<&str> = capture.marks.iter().map(|mark| &*mark.label).collect();
            // An order that is still pending has neither; the pages about holding and refunding name them.
            buttons.extend(["Unhold", "Credit Memo"]);
            assert!(words(diagram, "accent-word").iter().all(|word| buttons.contains(word)));
        }
    }

    #[test]
    fn the_salable_quantity_is_the_sum_of_what_is_drawn_above_it() {
        let manual = project_manual();
        let diagram = drawing(&manual, "salable-quantity");
        let numbers: Vec<i32> =
            words(diagram, "number").iter().map(|number| number.replace('−', "-").parse().unwrap()).collect();
        assert_eq!(numbers[0] + numbers[1], numbers[2]);
        assert_eq!(words(diagram, "sum"), [numbers[2..].iter().sum::<i32>().to_string()]);
        for edition in Edition::ALL {
            let settings = &manual.facts.as_ref().unwrap().of(edition).settings;
            let threshold = settings.get("cataloginventory/item_options/min_qty").unwrap();
            assert!(words(diagram, "word").contains(&&*threshold.label));
        }
    }

    #[test]
    fn every_class_of_a_drawing_has_its_style() {
        let styles = include_str!("../../view/diagram.css");
        for class in crate::content::diagrams::CLASSES {
            assert!(styles.contains(&format!(".diagram__{class} {{")), "{class}");
        }
    }
}

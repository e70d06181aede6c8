//! Takes a drawing out of an SVG file, and reports everything else in it.

use std::ops::Range;
use std::sync::Arc;

use roxmltree::{Attribute, Document, ParsingOptions};

use super::{BAD_DIAGRAM, CLASSES, Diagram, Node, Shape};
use crate::diag::{Diagnostic, SourceFile, nearest};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Larger files are refused. Below 4 KiB, an honest drawing would fail; beyond 32 KiB, one drawing would take most of
/// what a page may weigh.
const BYTES_MAX: usize = 32 * 1024;
/// How wide a drawing may be. Words are 14 units high at least, and a phone of 390 pixels has 357 for the text: a wider
/// drawing would be shrunk there until nobody can read it, a narrower limit leaves no room for two cards.
const WIDTH_MAX: u32 = 352;
/// How high a drawing may be: three screens of a phone.
const HEIGHT_MAX: u32 = 2400;
/// How deep groups may nest; without a limit, a hostile file would exhaust the stack.
const DEPTH_MAX: usize = 8;

/// The elements that are taken, each with its attributes.
const ELEMENTS: [(&str, &[&str]); 10] = [
    ("circle", &["class", "cx", "cy", "r"]),
    ("ellipse", &["class", "cx", "cy", "rx", "ry"]),
    ("g", &["class"]),
    ("line", &["class", "x1", "y1", "x2", "y2"]),
    ("path", &["class", "d"]),
    ("polygon", &["class", "points"]),
    ("polyline", &["class", "points"]),
    ("rect", &["class", "x", "y", "width", "height", "rx", "ry"]),
    ("text", &["class", "x", "y"]),
    ("tspan", &["class", "x", "y", "dx", "dy"]),
];

/// Reads a drawing; what is not taken is reported and left out.
pub(super) fn drawing(file: &Arc<SourceFile>, diagnostics: &mut Vec<Diagnostic>) -> Diagram {
    let mut reader = Reader { file, diagnostics };
    if file.text.len() > BYTES_MAX {
        let message = format!("this file has {} KiB, {} are the limit", file.text.len() / 1024, BYTES_MAX / 1024);
        reader.report(0..0, message, "draw less, or with fewer decimals");
        return Diagram::default();
    }
    // A DOCTYPE, and with it every entity, is an error of the XML reader unless it is asked for.
    let options = ParsingOptions { allow_dtd: false, nodes_limit: 4096, ..ParsingOptions::default() };
    match Document::parse_with_options(&file.text, options) {
        Ok(document) => reader.drawing(&document),
        Err(error) => {
            let at = offset(&file.text, error.pos());
            // The place is what the caret says.
            let message = error.to_string();
            let message = message.split(" at ").next().unwrap_or_default();
            reader.report(
                at..at,
                format!("this is no drawing: {message}"),
                "save plain, well-formed SVG without a DOCTYPE and its entities",
            );
            Diagram::default()
        }
    }
}

/// Returns the byte of a place that the XML reader names by line and column.
fn offset(text: &str, at: roxmltree::TextPos) -> usize {
    let row = usize::try_from(at.row).unwrap_or(1).max(1) - 1;
    let column = usize::try_from(at.col).unwrap_or(1).max(1) - 1;
    let start: usize = text.split_inclusive('\n').take(row).map(str::len).sum();
    let line = text.get(start..).unwrap_or_default();
    start + line.char_indices().nth(column).map_or(0, |(at, _)| at)
}

struct Reader<'a> {
    file: &'a Arc<SourceFile>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn report(&mut self, range: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::at(&BAD_DIAGRAM, self.file, range, message).help(help));
    }

    fn drawing(&mut self, document: &Document<'_>) -> Diagram {
        for node in document.root().children().filter(roxmltree::Node::is_pi) {
            self.report(node.range(), "a drawing has no instructions for programs", "take this line away");
        }
        let root = document.root_element();
        if !root.has_tag_name((SVG, "svg")) {
            self.report(
                name_range(root),
                "a drawing is an `svg` element",
                format!("begin with `<svg xmlns=\"{SVG}\">`"),
            );
            return Diagram::default();
        }
        let mut size = None;
        for attribute in root.attributes() {
            if attribute.name() == "viewBox" && attribute.namespace().is_none() {
                size = view_box(attribute.value());
            } else {
                self.refuse(&attribute, "svg", &["viewBox"]);
            }
        }
        let Some((width, height)) = size else {
            let help =
                format!("write `viewBox=\"0 0 width height\"`, at most {WIDTH_MAX} by {HEIGHT_MAX}: phones are narrow");
            self.report(name_range(root), "this drawing has no size that fits a phone", help);
            return Diagram::default();
        };
        Diagram { width, height, content: self.content(root, 0) }
    }

    fn content(&mut self, parent: roxmltree::Node<'_, '_>, depth: usize) -> Vec<Node> {
        let is_text = matches!(parent.tag_name().name(), "text" | "tspan");
        let mut content = Vec::new();
        for node in parent.children() {
            if node.is_element() {
                content.extend(self.shape(node, depth + 1).map(Node::Shape));
            } else if let Some(words) = node.text().filter(|_| node.is_text()) {
                if is_text {
                    content.push(Node::Words(words.to_owned()));
                } else if !words.trim().is_empty() {
                    self.report(node.range(), "words stand outside of a `text` element", "put them into `<text>`");
                }
            } else if node.is_pi() {
                self.report(node.range(), "a drawing has no instructions for programs", "take this line away");
            }
        }
        content
    }

    fn shape(&mut self, node: roxmltree::Node<'_, '_>, depth: usize) -> Option<Shape> {
        let name = node.tag_name().name();
        let known = ELEMENTS.iter().find(|(known, _)| node.has_tag_name((SVG, *known)));
        let Some((name, allowed)) = known else {
            let names = ELEMENTS.map(|(known, _)| known).join("`, `");
            self.report(
                name_range(node),
                format!("the element `{name}` is not taken"),
                format!("a drawing is made of `{names}`"),
            );
            return None;
        };
        if depth > DEPTH_MAX {
            self.report(
                name_range(node),
                format!("groups are more than {DEPTH_MAX} deep here"),
                "draw with fewer groups",
            );
            return None;
        }
        let is_container = matches!(*name, "g" | "text" | "tspan");
        if let Some(inner) = node.children().find(|inner| inner.is_element() && !is_container) {
            self.report(name_range(inner), format!("nothing stands inside a `{name}`"), "close the shape before it");
        }
        let attributes = node.attributes().filter_map(|attribute| self.attribute(&attribute, name, allowed)).collect();
        let content = if is_container { self.content(node, depth) } else { Vec::new() };
        Some(Shape { name, attributes, content })
    }

    fn attribute(
        &mut self,
        attribute: &Attribute<'_, '_>,
        element: &str,
        allowed: &[&'static str],
    ) -> Option<(&'static str, String)> {
        if attribute.name() == "class" && attribute.namespace().is_none() {
            return Some(("class", self.classes(attribute)));
        }
        let known = allowed.iter().find(|known| **known == attribute.name() && attribute.namespace().is_none());
        let Some(name) = known else {
            self.refuse(attribute, element, allowed);
            return None;
        };
        let value = attribute.value().trim();
        let is_drawn = matches!(*name, "d" | "points");
        let fits = if is_drawn { value.bytes().all(is_path_byte) } else { is_number(value) };
        if !fits || value.is_empty() {
            let what = if is_drawn { "commands and numbers" } else { "a number" };
            self.report(
                attribute.range_value(),
                format!("`{name}` is not {what}"),
                "sizes have no unit: they are pixels",
            );
            return None;
        }
        Some((name, value.to_owned()))
    }

    fn classes(&mut self, attribute: &Attribute<'_, '_>) -> String {
        let mut full = Vec::new();
        for class in attribute.value().split_whitespace() {
            if CLASSES.contains(&class) {
                full.push(format!("diagram__{class}"));
            } else {
                let help = match nearest(class, CLASSES) {
                    Some(near) => format!("a class with a similar name exists: `{near}`"),
                    None => format!("the classes are `{}`", CLASSES.join("`, `")),
                };
                self.report(attribute.range_value(), format!("no diagram has the class `{class}`"), help);
            }
        }
        full.join(" ")
    }

    fn refuse(&mut self, attribute: &Attribute<'_, '_>, element: &str, allowed: &[&str]) {
        let message = format!("the attribute `{}` of `{element}` is not taken", attribute.name());
        let help = match attribute.name() {
            "fill" | "stroke" | "style" | "font-size" => "colors, widths and type come from `class`".to_owned(),
            "id" => "two drawings on a page could have the same id: draw without".to_owned(),
            _ => format!("this element has `{}`", allowed.join("`, `")),
        };
        self.report(attribute.range(), message, help);
    }
}

/// Returns the opening `<name` of an element.
fn name_range(node: roxmltree::Node<'_, '_>) -> Range<usize> {
    let start = node.range().start;
    start..start + 1 + node.tag_name().name().len()
}

fn view_box(value: &str) -> Option<(u32, u32)> {
    let numbers: Vec<u32> = value.split_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
    match numbers[..] {
        [0, 0, width, height] if (1..=WIDTH_MAX).contains(&width) && (1..=HEIGHT_MAX).contains(&height) => {
            Some((width, height))
        }
        _ => None,
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-') && text.parse::<f64>().is_ok()
}

const fn is_path_byte(b: u8) -> bool {
    matches!(b, b'0'..=b'9' | b'.' | b',' | b'-' | b' ' | b'\n' | b'\t')
        || matches!(b.to_ascii_lowercase(), b'm' | b'l' | b'h' | b'v' | b'c' | b's' | b'q' | b't' | b'a' | b'z')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads one drawing between `<svg>` and `</svg>`.
    fn read_body(body: &str) -> (Diagram, usize) {
        let text = format!("<svg xmlns=\"{SVG}\" viewBox=\"0 0 352 40\">{body}</svg>");
        let file = Arc::new(SourceFile { path: "docs/diagrams/a.svg".to_owned(), text });
        let mut diagnostics = Vec::new();
        (drawing(&file, &mut diagnostics), diagnostics.len())
    }

    #[test]
    fn shapes_words_and_classes_are_taken() {
        let (diagram, findings) = read_body("<g><text class=\"name middle\" x=\"1\" y=\"-2.5\">a &lt; b</text></g>");
        assert_eq!((diagram.width, diagram.height, findings), (352, 40, 0));
        let attributes = vec![
            ("class", "diagram__name diagram__middle".to_owned()),
            ("x", "1".to_owned()),
            ("y", "-2.5".to_owned()),
        ];
        let text = Shape { name: "text", attributes, content: vec![Node::Words("a < b".to_owned())] };
        let group = Shape { name: "g", attributes: Vec::new(), content: vec![Node::Shape(text)] };
        assert_eq!(diagram.content, [Node::Shape(group)]);
    }

    #[test]
    fn what_is_not_taken_leaves_nothing_behind() {
        for body in [
            "<script>alert(1)</script>",
            "<SCRIPT/>",
            "<x:rect xmlns:x=\"urn:other\"/>",
            "<rect xmlns=\"\" width=\"1\"/>",
            "words",
            "<![CDATA[<script>]]>",
            "<svg/>",
            "<?run it?>",
        ] {
            let (diagram, findings) = read_body(body);
            assert_eq!((diagram.content.len(), findings), (0, 1), "{body}");
        }
        for attribute in
            ["onclick=\"x\"", "id=\"a\"", "x=\"inf\"", "x=\"1e5\"", "x=\"\"", "class=\"none\"", "href=\"#a\""]
        {
            let (diagram, findings) = read_body(&format!("<rect {attribute}/>"));
            let [Node::Shape(shape)] = &diagram.content[..] else { panic!("{attribute}") };
            assert!(shape.attributes.iter().all(|(_, value)| value.is_empty()), "{attribute}");
            assert_eq!(findings, 1, "{attribute}");
        }
    }

    #[test]
    fn a_file_of_megabytes_is_refused_before_it_is_read() {
        let (diagram, findings) = read_body(&"<g>".repeat(20_000));
        assert_eq!((diagram, findings), (Diagram::default(), 1));
    }
}

//! A strict reader of the HTML that the press writes.
//!
//! Browsers repair nearly everything, and a repair moves the tree under the app that hydrates it. So this reader
//! refuses what a browser would mend: an element that is not closed, a paragraph around a list, a link in a link.

/// An element with its attributes, entities resolved.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) parent: Option<usize>,
}

/// Text and the element that holds it.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) parent: Option<usize>,
    pub(crate) text: String,
}

/// A document or a part of one, in the order of its bytes.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) elements: Vec<Element>,
    pub(crate) texts: Vec<Text>,
}

const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// The elements that end a paragraph in a browser when they stand inside it.
const CLOSES_PARAGRAPH: [&str; 31] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
    "li",
    "dd",
];

impl Element {
    /// Returns the value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Returns the level of a heading.
    pub(crate) fn heading_level(&self) -> Option<u8> {
        let level = self.name.strip_prefix('h')?.parse().ok()?;
        (1..=6).contains(&level).then_some(level)
    }
}

impl Document {
    /// Iterates over an element and those around it, from the inside.
    pub(crate) fn around(&self, start: Option<usize>) -> impl Iterator<Item = &Element> {
        let mut next = start;
        std::iter::from_fn(move || {
            let element = &self.elements[next?];
            next = element.parent;
            Some(element)
        })
    }

    /// Returns the text directly inside an element: the whole of a script or title.
    pub(crate) fn text_of(&self, index: usize) -> String {
        self.texts.iter().filter(|text| text.parent == Some(index)).map(|text| text.text.as_str()).collect()
    }
}

/// Reads a document or a part of one.
///
/// # Errors
///
/// Returns the first thing that a browser would repair, with the bytes at which it stands.
pub(crate) fn parse(html: &str) -> Result<Document, String> {
    let mut reader = Reader { html, at: 0, open: Vec::new(), document: Document::default() };
    while reader.at < html.len() {
        reader.step()?;
    }
    match reader.open.last() {
        Some(index) => Err(format!("<{}> is never closed", reader.document.elements[*index].name)),
        None => Ok(reader.document),
    }
}

struct Reader<'h> {
    html: &'h str,
    at: usize,
    open: Vec<usize>,
    document: Document,
}

impl<'h> Reader<'h> {
    fn rest(&self) -> &'h str {
        &self.html[self.at..]
    }

    fn error<T>(&self, what: &str) -> Result<T, String> {
        let shown: String = self.rest().chars().take(60).collect();
        Err(format!("{what} at byte {}: {shown}", self.at))
    }

    /// Takes the text before the first `end`, and `end`.
    fn until(&mut self, end: &str) -> Result<&'h str, String> {
        let Some(len) = self.rest().find(end) else { return self.error(&format!("`{end}` does not follow")) };
        let taken = &self.rest()[..len];
        self.at += len + end.len();
        Ok(taken)
    }

    fn step(&mut self) -> Result<(), String> {
        let rest = self.rest();
        if rest.starts_with("<!--") {
            return self.until("-->").map(drop);
        }
        if rest.starts_with("<!>") || (self.at == 0 && rest.starts_with("<!DOCTYPE html>")) {
            return self.until(">").map(drop);
        }
        if rest.starts_with("</") {
            return self.close();
        }
        if rest.starts_with('<') {
            return self.open();
        }
        let text = &rest[..rest.find('<').unwrap_or(rest.len())];
        let Some(decoded) = decode(text) else { return self.error("an `&` that is no entity") };
        self.at += text.len();
        self.document.texts.push(Text { parent: self.open.last().copied(), text: decoded });
        Ok(())
    }

    fn close(&mut self) -> Result<(), String> {
        let wanted = self.open.pop().map_or("", |index| self.document.elements[index].name.as_str());
        if self.rest()[2..].strip_prefix(wanted).is_none_or(|rest| wanted.is_empty() || !rest.starts_with('>')) {
            return self.error(&format!("<{wanted}> is open"));
        }
        self.at += wanted.len() + 3;
        Ok(())
    }

    fn open(&mut self) -> Result<(), String> {
        let tag = &self.rest()[1..];
        let name_len = tag.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(tag.len());
        let name = &tag[..name_len];
        if name.is_empty() || name.bytes().any(|b| b.is_ascii_uppercase()) {
            return self.error("a `<` that opens no element");
        }
        if let Some(why) = self.refuses(name) {
            return self.error(&why);
        }
        self.at += 1 + name_len;
        let attributes = self.attributes()?;
        let index = self.document.elements.len();
        let parent = self.open.last().copied();
        self.document.elements.push(Element { name: name.to_owned(), attributes, parent });
        if name == "script" || name == "style" {
            let text = self.until(&format!("</{name}>"))?.to_owned();
            if text.contains("<!--") {
                return self.error("a comment inside a script");
            }
            self.document.texts.push(Text { parent: Some(index), text });
        } else if !VOID.contains(&name) {
            self.open.push(index);
        }
        Ok(())
    }

    fn attributes(&mut self) -> Result<Vec<(String, String)>, String> {
        let mut attributes: Vec<(String, String)> = Vec::new();
        loop {
            if self.rest().starts_with('>') {
                self.at += 1;
                return Ok(attributes);
            }
            let Some(rest) = self.rest().strip_prefix(' ') else { return self.error("no attribute and no `>`") };
            let len = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != ':').unwrap_or(rest.len());
            let name = rest[..len].to_owned();
            if name.is_empty() || attributes.iter().any(|(known, _)| *known == name) {
                return self.error("an attribute without a name of its own");
            }
            self.at += 1 + len;
            let mut value = String::new();
            if self.rest().starts_with("=\"") {
                self.at += 2;
                let Some(decoded) = decode(self.until("\"")?) else {
                    return self.error("no entity in the value before");
                };
                value = decoded;
            }
            attributes.push((name, value));
        }
    }

    /// Tells why a browser would not let an element stand here.
    fn refuses(&self, name: &str) -> Option<String> {
        let around: Vec<&str> =
            self.document.around(self.open.last().copied()).map(|element| element.name.as_str()).collect();
        let parent = around.first().copied().unwrap_or_default();
        let boundary = |name: &&str| matches!(*name, "td" | "th" | "button" | "svg");
        let reached = || around.iter().copied().take_while(|name| !boundary(name));
        if CLOSES_PARAGRAPH.contains(&name) && reached().any(|outer| outer == "p") {
            return Some(format!("<{name}> inside <p>"));
        }
        if matches!(name, "a" | "button" | "label" | "main") && around.contains(&name) {
            return Some(format!("<{name}> inside <{name}>"));
        }
        if matches!(name, "button" | "input" | "select") && around.contains(&"a") {
            return Some(format!("<{name}> inside <a>"));
        }
        let allowed: &[&str] = match name {
            "li" => &["ul", "ol"],
            "dt" | "dd" => &["dl"],
            "tr" => &["thead", "tbody"],
            "td" | "th" => &["tr"],
            "thead" | "tbody" => &["table"],
            _ => return None,
        };
        (!allowed.contains(&parent)).then(|| format!("<{name}> inside <{parent}>"))
    }
}

/// Resolves the entities that a careful writer uses; `None` when an `&` begins none.
fn decode(text: &str) -> Option<String> {
    const ENTITIES: [(&str, &str); 6] =
        [("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#x27;", "'"), ("#39;", "'")];
    let mut parts = text.split('&');
    let mut out = parts.next()?.to_owned();
    for part in parts {
        let (name, meant) = ENTITIES.iter().find(|(name, _)| part.starts_with(name))?;
        out.push_str(meant);
        out.push_str(&part[name.len()..]);
    }
    Some(out)
}

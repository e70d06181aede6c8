//! A page as a whole HTML document.

use leptos::prelude::*;
use serde_json::json;

use super::article::{Context, Html};
use super::styles::StyleSheets;
use super::{csp, nav};
use crate::edition::Edition;
use crate::route::Route;
use crate::view::fixed::FixedMarkup;
use crate::view::model::{Bootstrap, LinkView, PageKind, PageParts, PageView, SiteView};
use crate::view::shell::Shell;
use crate::view::{App, LinkPreview, SearchDialog, Shortcuts, YourShop, Zoom};

/// The script that runs before the first paint.
const HEAD_SCRIPT: &str = include_str!("head.js");

/// The place of the head in `index.html`.
const HEAD_MARK: &str = "<!-- press:head -->";
/// The place of the body in `index.html`.
const BODY_MARK: &str = "<!-- press:body -->";

/// The page that tells how the manual leads into the reader's own Admin.
const YOUR_SHOP: &str = "/start/your-shop/";

/// What all documents of a site share.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    /// What Trunk made of `index.html`, with the two marks in it.
    pub template: &'a str,
    /// The site.
    pub site: &'a SiteView,
    /// The manual and the sub-path.
    pub context: Context<'a>,
    /// The files of the style sheets, relative to the site's root.
    pub styles: &'a StyleSheets,
    /// Scheme and host of the site, `https://docs.example.org`, when it is known.
    pub origin: Option<&'a str>,
}

/// The template has no place for head or body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError(&'static str);

impl std::fmt::Display for TemplateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "index.html has no line `{}`", self.0)
    }
}

impl std::error::Error for TemplateError {}

/// Tells whether a template can be filled.
///
/// # Errors
///
/// Returns the mark that is missing.
pub(super) fn check_template(template: &str) -> Result<(), TemplateError> {
    let missing = [HEAD_MARK, BODY_MARK].into_iter().find(|mark| !template.contains(mark));
    missing.map_or(Ok(()), |mark| Err(TemplateError(mark)))
}

/// Lets the text come first: the app is asked for once the browser has painted a frame, or has nobody to paint for.
///
/// Trunk's script would have both its files fetched beside the style sheet and the font, and run before the first frame on a
/// fast network. A template that was treated before, or by a Trunk that writes other tags, stays as it is.
pub(super) fn text_first(template: &str) -> String {
    let Some((before, [script, wasm], after)) = trunk_tags(template) else { return template.to_owned() };
    let start = START_SCRIPT.replace("SCRIPT", script).replace("WASM", wasm);
    format!("{before}<script type=\"module\">{start}</script>{after}")
}

/// Asks for both files of the app at once. A browser that keeps times to itself has painted after a second.
const START_SCRIPT: &str = "
await new Promise((painted) => {
  if (document.hidden) painted();
  new PerformanceObserver(painted).observe({ type: 'paint', buffered: true });
  setTimeout(painted, 1000);
});
const app = fetch('WASM');
const { default: start } = await import('SCRIPT');
await start({ module_or_path: app });
";

/// Finds the script and the two links that Trunk writes; returns what stands before them, the addresses of script and app,
/// and what stands after.
fn trunk_tags(template: &str) -> Option<(&str, [&str; 2], &str)> {
    let (before, rest) = template.split_once("<script type=\"module\">")?;
    let (_, rest) = rest.split_once("</script>")?;
    let (_, rest) = rest.split_once("<link rel=\"modulepreload\" href=\"")?;
    let (script, rest) = rest.split_once('"')?;
    let (_, rest) = rest.split_once("<link rel=\"preload\" href=\"")?;
    let (wasm, rest) = rest.split_once('"')?;
    let (_, after) = rest.split_once('>')?;
    Some((before, [script, wasm], after))
}

/// Returns the document of a page, from its parts and what they were rendered to.
#[must_use]
pub(super) fn render(parts: &PageParts, page: &PageView, frame: &Frame<'_>) -> String {
    let body = [body(page, frame), dialogs(frame), bootstrap(page, frame.site)].concat();
    with_policy(&frame.template.replacen(HEAD_MARK, &head(parts, frame), 1).replacen(BODY_MARK, &body, 1))
}

/// Fills in the policy, which names the scripts of the finished document.
pub(super) fn with_policy(document: &str) -> String {
    let policy = csp::policy(document);
    let mut meta = Html::default();
    meta.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]);
    document.replacen("<!-- csp -->", &meta.finish(), 1)
}

/// Renders the shell with the components that the browser hydrates.
fn body(page: &PageView, frame: &Frame<'_>) -> String {
    let nav = nav::render(&page.route, frame.context);
    let fixed = FixedMarkup::rendered(nav, frame.site);
    let owner = Owner::new();
    owner.with(|| {
        let shell = Shell::new(frame.site.clone(), page.clone());
        view! { <App shell fixed/> }.to_html()
    })
}

/// Renders the dialogs: markup beside the app's, which costs the app nothing.
fn dialogs(frame: &Frame<'_>) -> String {
    let context = frame.context;
    let styles = context.base.file(&frame.styles.dialogs);
    let page = Route::parse(YOUR_SHOP).ok().and_then(|route| context.manual.page(&route));
    let help = page.map(|page| context.base.page(&page.route));
    Owner::new().with(|| {
        view! { <link rel="stylesheet" href=styles/> <SearchDialog/> <YourShop help/> <Zoom/> <Shortcuts/> <LinkPreview/> }.to_html()
    })
}

/// Returns the data that the app needs to take over, safe inside a script element.
fn bootstrap(page: &PageView, site: &SiteView) -> String {
    let page = PageView { html: String::new(), ..page.clone() };
    let json = json!(Bootstrap { site: site.clone(), page });
    format!("<script type=\"application/json\" id=\"bootstrap\">{}</script>", script_safe(&json.to_string()))
}

/// Escapes what could end a script element.
fn script_safe(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// Returns the place of the policy and the script that runs before the first paint.
pub(super) fn head_script() -> String {
    format!("<!-- csp --><script>{HEAD_SCRIPT}</script>")
}

/// Writes the files that every document asks for.
pub(super) fn files(html: &mut Html, frame: &Frame<'_>) {
    let base = &frame.site.base;
    let font = base.file("fonts/literata.woff2");
    html.void(
        "link",
        &[("rel", "preload"), ("href", &font), ("as", "font"), ("type", "font/woff2"), ("crossorigin", "")],
    );
    html.void("link", &[("rel", "stylesheet"), ("href", &base.file(&frame.styles.text))]);
    html.void("link", &[("rel", "stylesheet"), ("href", &base.file(&frame.styles.print)), ("media", "print")]);
    html.void("link", &[("rel", "icon"), ("href", &base.file("favicon.svg")), ("type", "image/svg+xml")]);
    html.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
}

fn head(page: &PageParts, frame: &Frame<'_>) -> String {
    let site = frame.site;
    let base = &site.base;
    let mut html = Html::default();
    files(&mut html, frame);
    html.element("title", &[], &head_title(page, site));
    let lead = plain(&page.lead_html);
    html.void("meta", &[("name", "description"), ("content", &lead)]);
    if page.kind == PageKind::NotFound {
        html.void("meta", &[("name", "robots"), ("content", "noindex")]);
    } else if let Some(origin) = frame.origin {
        let address = format!("{origin}{}", base.page(&page.route));
        html.void("link", &[("rel", "canonical"), ("href", &address)]);
        html.void("meta", &[("property", "og:url"), ("content", &address)]);
    }
    plain_text(&mut html, page, frame);
    html.void("meta", &[("property", "og:type"), ("content", "article")]);
    html.void("meta", &[("property", "og:title"), ("content", page.title.get(Edition::default()))]);
    html.void("meta", &[("property", "og:description"), ("content", &lead)]);
    html.void("meta", &[("property", "og:site_name"), ("content", &site.title)]);
    let breadcrumbs = breadcrumbs(page, frame).unwrap_or_default();
    format!("{}{}{breadcrumbs}", head_script(), html.finish())
}

/// Names the Markdown of a page, one file for each edition that has it.
fn plain_text(html: &mut Html, page: &PageParts, frame: &Frame<'_>) {
    if frame.context.manual.page(&page.route).is_none() || page.kind == PageKind::NotFound {
        return;
    }
    for edition in page.editions.iter() {
        let href = frame.site.base.file(&page.route.markdown_file(edition));
        let title = format!("Markdown for {}", edition.name());
        html.void("link", &[("rel", "alternate"), ("type", "text/markdown"), ("href", &href), ("title", &title)]);
    }
}

/// The title before the app or the reader has said which edition it is: both are in the document.
fn head_title(page: &PageParts, site: &SiteView) -> String {
    let title = page.title.get(Edition::default());
    match (page.kind, page.editions.single()) {
        (PageKind::Home, _) => format!("{} · Magento Open Source and Mage-OS", site.title),
        (_, Some(edition)) => format!("{title} · {} · {}", edition.name(), site.title),
        _ => format!("{title} · {}", site.title),
    }
}

/// Returns what a description reads like in the edition of first-time readers.
fn plain(html: &str) -> String {
    let other = format!("<span data-only=\"{}\">", Edition::default().other().id());
    let mut out = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        if rest.starts_with(&other) {
            rest = rest.find("</span>").map_or("", |end| &rest[end..]);
        }
        rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
    }
    out.push_str(rest);
    out.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// Returns the way from the home page for search engines.
fn breadcrumbs(page: &PageParts, frame: &Frame<'_>) -> Option<String> {
    let origin = frame.origin?;
    if page.breadcrumbs.is_empty() || page.kind == PageKind::NotFound {
        return None;
    }
    let here = LinkView { href: frame.site.base.page(&page.route), html: page.title_html.clone() };
    let items: Vec<_> = (1..)
        .zip(page.breadcrumbs.iter().chain([&here]))
        .map(|(position, link)| {
            json!({
                "@type": "ListItem",
                "position": position,
                "name": plain(&link.html),
                "item": format!("{origin}{}", link.href),
            })
        })
        .collect();
    let json = json!({ "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items });
    Some(format!("<script type=\"application/ld+json\">{}</script>", script_safe(&json.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_app_waits_for_the_text() {
        let template = "<head>\n<script type=\"module\">\nimport init from '/a.js';\n</script>\n\
                        <link rel=\"modulepreload\" href=\"/a.js\" crossorigin=\"anonymous\">\
                        <link rel=\"preload\" href=\"/a_bg.wasm\" crossorigin=\"anonymous\" as=\"fetch\"></head>";
        let html = text_first(template);
        let (wait, ask) = html.split_once("'paint'").unwrap();
        assert_eq!(wait.matches("/a").count(), 0, "{html}");
        assert!(ask.contains("fetch('/a_bg.wasm')") && ask.contains("import('/a.js')"), "{html}");
        assert!(html.starts_with("<head>\n<script") && html.ends_with("</script></head>"), "{html}");
        assert_eq!(text_first(&html), html);
    }

    #[test]
    fn a_template_with_other_tags_stays_as_it_is() {
        for template in ["<head></head>", "<script type=\"module\">import '/a.js'</script>"] {
            assert_eq!(text_first(template), template);
        }
    }
}

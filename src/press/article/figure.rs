//! Screenshots as HTML: both pictures, their marks, the legend and where they come from.

use super::{Context, Html, diagram, inline};
use crate::content::model::{Figure, Picture};
use crate::content::screenshots::{Area, Capture, Screenshot, ShotId};
use crate::edition::{Edition, EditionSet, PerEdition};

/// How wide a picture is: a wide one is shown at half its size on a desk and at a quarter on a phone, a small one as it is.
/// The style sheet makes the numbers of the marks as large as each needs.
#[derive(Clone, Copy)]
enum Breadth {
    Tiny,
    Small,
    Medium,
    Wide,
}

impl Breadth {
    fn of(capture: &Capture) -> Self {
        match capture.width {
            0..350 => Self::Tiny,
            350..600 => Self::Small,
            600..1000 => Self::Medium,
            _ => Self::Wide,
        }
    }

    /// Returns the attribute that the style sheet reads.
    const fn id(self) -> &'static str {
        match self {
            Self::Tiny => "tiny",
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Wide => "wide",
        }
    }

    /// Returns the radius of a mark's number in picture pixels. A fifth less, and the number cannot be read; a quarter
    /// more, and it covers the label that it points at.
    const fn radius(self) -> i32 {
        match self {
            Self::Tiny | Self::Small => 11,
            Self::Medium => 16,
            Self::Wide => 22,
        }
    }

    /// Returns how far the numbers of two marks are apart at least, in picture pixels: on a phone they are larger.
    const fn distance(self) -> i32 {
        match self {
            Self::Tiny | Self::Small => 22,
            Self::Medium => 42,
            Self::Wide => 60,
        }
    }
}

/// Writes the figure of `editions`.
pub(super) fn write(html: &mut Html, figure: &Figure, editions: EditionSet, context: Context<'_>) {
    match &figure.picture {
        Picture::Screenshot(id) => screenshot(html, figure, id, editions, context),
        Picture::Diagram(id) => diagram::write(html, figure, id, context),
    }
}

fn screenshot(html: &mut Html, figure: &Figure, id: &ShotId, editions: EditionSet, context: Context<'_>) {
    let Some(shot) = context.manual.screenshots.get(id) else { return };
    let captures: Vec<(Edition, &Capture)> =
        editions.iter().filter_map(|edition| Some((edition, shot.editions.get(&edition)?))).collect();
    html.open("figure", &[("class", "screenshot"), ("data-shot", id.as_str())]);
    html.open("div", &[("class", "screenshot__pictures")]);
    for (edition, capture) in &captures {
        frame(html, figure, shot, (*edition, capture), own(*edition, &captures), context);
    }
    if captures.len() > 1 && !html.is_collected() {
        let label = format!("How much of the picture is {}", Edition::OpenSource.name());
        let slider = [("class", "screenshot__slider"), ("type", "range"), ("aria-label", &label)];
        html.void("input", &slider);
    }
    html.close();
    if let Some(caption) = &figure.caption {
        html.open("figcaption", &[("class", "screenshot__caption")]);
        inline::wording(html, caption);
        html.close();
    }
    legend(html, shot, &captures);
    for (edition, capture) in &captures {
        provenance(html, shot, (*edition, capture), own(*edition, &captures), context);
    }
    html.close();
}

/// Returns the attribute of what one edition's readers see. A picture without a twin is for whoever reads the passage.
fn own(edition: Edition, captures: &[(Edition, &Capture)]) -> Option<(&'static str, &'static str)> {
    (captures.len() > 1).then(|| ("data-only", edition.id()))
}

fn frame(
    html: &mut Html,
    figure: &Figure,
    shot: &Screenshot,
    (edition, capture): (Edition, &Capture),
    only: Option<(&str, &str)>,
    context: Context<'_>,
) {
    let (width, height) = (capture.width.to_string(), capture.height.to_string());
    let src = context.base.file(&shot.id.file(edition));
    let own = [("class", "screenshot__frame"), ("data-breadth", Breadth::of(capture).id()), ("data-action", "zoom")];
    html.open("div", &[&own[..], only.as_slice()].concat());
    html.void(
        "img",
        &[
            ("src", &src),
            ("width", &width),
            ("height", &height),
            ("loading", "lazy"),
            ("decoding", "async"),
            ("alt", &figure.alt.text(edition)),
        ],
    );
    let view_box = format!("0 0 {width} {height}");
    html.open(
        "svg",
        &[
            ("class", "screenshot__marks"),
            ("width", &width),
            ("height", &height),
            ("viewBox", &view_box),
            ("aria-hidden", "true"),
            ("focusable", "false"),
        ],
    );
    let mut taken = Vec::new();
    for (number, mark) in (1..).zip(&capture.marks) {
        if let Some(area) = mark.area {
            let place = place_of_number(area, capture, &taken);
            taken.push(place);
            draw_mark(html, number, area, place, capture);
        }
    }
    html.close().close();
}

/// How far the outline stands off its element, in picture pixels.
const OUTLINE_GAP: i32 = 5;

/// Finds the place of a mark's number: beside its element, before it where there is room, off the numbers before it and
/// outside other marked elements, which it would seem to belong to.
///
/// In a dense form it may stand in another element rather than on another number; where every place is near a number, it
/// stands where it would without them.
fn place_of_number(area: Area, capture: &Capture, taken: &[(i32, i32)]) -> (i32, i32) {
    let breadth = Breadth::of(capture);
    let (radius, distance) = (breadth.radius(), breadth.distance());
    let inside = |at: i32, size: u32| at.clamp(radius, (i32::try_from(size).unwrap_or(i32::MAX) - radius).max(radius));
    let row = area.y + area.height / 2;
    let (before, middle, after) = (area.x - radius, area.x + area.width / 2, area.x + area.width + radius);
    let (above, below) = (area.y - radius, area.y + area.height + radius);
    let has_room_before = area.x > 2 * radius + OUTLINE_GAP;
    // Words begin on the left: the other end of an element is empty most often.
    let end = after - 2 * radius;
    let beside: &[i32] = if has_room_before {
        &[before, before - distance, after, after + distance, end, middle]
    } else {
        &[after, after + distance, end, middle, before]
    };
    let corners = [(before, above), (before, below), (after, above), (after, below)];
    let places: Vec<(i32, i32)> = beside
        .iter()
        .map(|x| (*x, row))
        .chain(corners)
        .map(|(x, y)| (inside(x, capture.width), inside(y, capture.height)))
        .collect();
    let is_free = |(x, y): &(i32, i32)| {
        taken.iter().all(|(other_x, other_y)| (x - other_x).pow(2) + (y - other_y).pow(2) >= distance.pow(2))
    };
    // A number at the start of an element seems to be its own, whatever it touches on the other side.
    let others: Vec<Area> = capture
        .marks
        .iter()
        .filter_map(|mark| mark.area)
        .filter(|other| !other.has((middle, row)))
        .map(|other| Area { x: other.x - radius, width: other.width + radius, ..other })
        .collect();
    let is_clear =
        |place: &(i32, i32)| has_room_before && *place == places[0] || !others.iter().any(|other| other.has(*place));
    let find = |fits: &dyn Fn(&(i32, i32)) -> bool| places.iter().copied().find(|place| fits(place));
    find(&|place| is_free(place) && is_clear(place)).or_else(|| find(&is_free)).unwrap_or(places[0])
}

/// Draws a mark: an outline around the element, and its number beside it.
fn draw_mark(html: &mut Html, number: usize, area: Area, (x, y): (i32, i32), capture: &Capture) {
    let (x, y) = (x.to_string(), y.to_string());
    let grown =
        [area.x - OUTLINE_GAP, area.y - OUTLINE_GAP, area.width + 2 * OUTLINE_GAP, area.height + 2 * OUTLINE_GAP];
    let [left, top, width, height] = grown.map(|n| n.to_string());
    let radius = Breadth::of(capture).radius().to_string();
    let outline =
        [("class", "screenshot__box"), ("x", &left), ("y", &top), ("width", &width), ("height", &height), ("rx", "8")];
    html.open("g", &[("class", "screenshot__mark"), ("data-mark", &number.to_string())]);
    html.open("rect", &outline.map(|(key, value)| (key, value as &str))).close();
    html.open("circle", &[("class", "screenshot__dot"), ("cx", &x), ("cy", &y), ("r", &radius)]).close();
    html.element("text", &[("class", "screenshot__number"), ("x", &x), ("y", &y)], &number.to_string());
    html.close();
}

/// Writes number and label of every mark; one that an edition lacks is shown in the other only.
fn legend(html: &mut Html, shot: &Screenshot, captures: &[(Edition, &Capture)]) {
    let Some((_, first)) = captures.first() else { return };
    if first.marks.is_empty() {
        return;
    }
    html.open("ol", &[("class", "screenshot__legend"), ("role", "list")]);
    for (i, mark) in first.marks.iter().enumerate() {
        let marked: EditionSet = captures
            .iter()
            .filter(|(_, capture)| capture.marks.get(i).is_some_and(|mark| mark.area.is_some()))
            .map(|(edition, _)| *edition)
            .collect();
        let number = (i + 1).to_string();
        let mut attributes = vec![("class", "screenshot__item"), ("value", number.as_str())];
        match marked.single() {
            Some(edition) if captures.len() > 1 => attributes.push(("data-only", edition.id())),
            None if marked.is_empty() => continue,
            _ => {}
        }
        let labels = PerEdition::from_fn(|edition| label(shot, edition, i).unwrap_or(&mark.label));
        html.open("li", &attributes);
        let button = [("type", "button"), ("data-action", "zoom")];
        let (name, role) = if html.is_collected() { ("span", &[][..]) } else { ("button", &button[..]) };
        html.open(name, &[&[("class", "screenshot__name")], role, &[("data-mark", &number)]].concat());
        if labels.is_same() || marked.single().is_some() {
            html.text(marked.single().map_or(labels.open_source, |edition| labels.get(edition)));
        } else {
            labels.iter().for_each(|(edition, label)| {
                html.element("span", &[("data-only", edition.id())], label);
            });
        }
        html.close().close();
    }
    html.close();
}

fn label(shot: &Screenshot, edition: Edition, i: usize) -> Option<&String> {
    Some(&shot.editions.get(&edition)?.marks.get(i)?.label)
}

fn provenance(
    html: &mut Html,
    shot: &Screenshot,
    (edition, capture): (Edition, &Capture),
    only: Option<(&str, &str)>,
    context: Context<'_>,
) {
    let text = format!("{}, {}", capture.product, capture.captured.for_readers());
    let href = context.base.file(&shot.id.file(edition));
    html.open("p", &[&[("class", "screenshot__provenance")], only.as_slice()].concat());
    html.element("span", &[], &text).text(" ");
    let link = [("class", "screenshot__full"), ("href", &href), ("rel", "external"), ("data-action", "zoom")];
    html.element("a", &link, "Open full size");
    html.close();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::date::Date;
    use crate::content::screenshots::Mark;

    fn capture(width: u32) -> Capture {
        let captured = Date::parse("2026-11-22").unwrap();
        Capture { width, height: 900, product: "Magento Open Source 2.4.4".to_owned(), captured, marks: Vec::new() }
    }

    #[test]
    fn numbers_of_close_marks_stand_apart() {
        let capture = capture(1440);
        let mut taken = Vec::new();
        for row in 0..4 {
            let area = Area { x: 400, y: 100 + row * 33, width: 200, height: 33 };
            taken.push(place_of_number(area, &capture, &taken));
        }
        let apart = |one: (i32, i32), other: (i32, i32)| (one.0 - other.0).pow(2) + (one.1 - other.1).pow(2) >= 60 * 60;
        assert_eq!(taken[0], (378, 116));
        assert!((0..4).all(|i| (0..i).all(|j| apart(taken[i], taken[j]))), "{taken:?}");
    }

    #[test]
    fn a_number_never_stands_in_another_marked_element() {
        let [left, right] = [(23, 423), (466, 403)].map(|(x, width)| Area { x, y: 366, width, height: 33 });
        let mut capture = capture(1316);
        capture.marks = [left, right].map(|area| Mark { label: String::new(), area: Some(area) }).into();
        assert_eq!(place_of_number(left, &capture, &[]), (424, 382));
        assert_eq!(place_of_number(right, &capture, &[(424, 382)]), (891, 382));
    }

    #[test]
    fn a_number_stays_inside_the_picture() {
        for width in [222, 700, 1440] {
            let area = Area { x: 0, y: 0, width: 2000, height: 2 };
            let (x, y) = place_of_number(area, &capture(width), &[]);
            let radius = Breadth::of(&capture(width)).radius();
            assert!(x >= radius && y >= radius && x <= i32::try_from(width).unwrap() - radius, "{x} {y}");
        }
    }
}

//! Follows a definition to its picture.

use std::ops::Range;

use serde_json::{Value, json};

use super::failure::ShotFailure;
use super::picture::{self, Cut, Picture};
use super::shop::Shop;
use super::sign_in;
use super::steps;
use super::tab::{PageBox, Tab};
use crate::content::screenshots::{Area, Mark};
use crate::content::shot_definitions::{Clip, Extent, Pointer, Screen, ShotDefinition, Size};
use crate::edition::Edition;

/// A picture and where its marks are.
pub(super) struct Photograph {
    pub(super) picture: Picture,
    pub(super) marks: Vec<Mark>,
}

/// A failure and the place of the definition that expected otherwise.
pub(super) type Located = (ShotFailure, Range<usize>);

/// Goes to a definition's screen and takes its steps.
///
/// # Errors
///
/// Returns the first failure: what comes after it would only be its consequence.
pub(super) async fn go(tab: &Tab, shop: &Shop, edition: Edition, shot: &ShotDefinition) -> Result<(), Located> {
    let path = shot.path(edition);
    let place = path.as_ref().map_or_else(|| shot.span.clone(), toml::Spanned::span);
    let at_path = |failure| (failure, place.clone());
    tab.gate().allow(&shot.allow);
    tab.resize(shot.viewport(edition)).await.map_err(at_path)?;
    match &path {
        Some(path) => tab.open(&shop.address(shot.screen, path.get_ref())).await.map_err(at_path)?,
        None => tab.settle().await.map_err(at_path)?,
    }
    check(tab, shot.screen).await.map_err(at_path)?;
    for step in shot.steps(edition) {
        steps::take(tab, shop, shot.screen, step.get_ref()).await.map_err(|failure| (failure, step.span()))?;
    }
    check(tab, shot.screen).await.map_err(at_path)
}

/// Fails on an error page, on a session that has ended, and on a request that was stopped.
async fn check(tab: &Tab, screen: Screen) -> Result<(), ShotFailure> {
    tab.check().await?;
    if screen == Screen::Admin && sign_in::is_form(tab).await? {
        return Err(ShotFailure::ErrorPage("the shop asks to sign in again".to_owned()));
    }
    tab.gate().stopped().map_or(Ok(()), |stopped| Err(ShotFailure::Stopped(stopped)))
}

/// Takes the picture of the screen where a tab stands.
///
/// # Errors
///
/// Returns every mark that is not in the picture, or what else kept it from being taken.
pub(super) async fn take(tab: &Tab, edition: Edition, shot: &ShotDefinition) -> Result<Photograph, Vec<Located>> {
    let here = |failure| vec![(failure, shot.span.clone())];
    let window = frame(tab, shot, shot.viewport(edition)).await.map_err(here)?;
    let cut = match shot.clip(edition) {
        Some(clip) => cut(tab, clip.get_ref(), window).await.map_err(|failure| vec![(failure, clip.span())])?,
        None => Cut { x: 0, y: 0, width: window.width, height: window.height },
    };
    let wanted: Vec<_> = shot.marks.iter().filter(|mark| mark.get_ref().editions.contains(edition)).collect();
    let selectors: Vec<_> = wanted.iter().map(|mark| &mark.get_ref().at).collect();
    let boxes: Vec<Option<PageBox>> = tab.ask("boxes", &json!({ "all": selectors })).await.map_err(here)?;
    let mut areas = boxes.into_iter().map(|found| found.and_then(|found| area(found, cut)));
    let mut lost = Vec::new();
    let marks = shot.marks.iter().map(|mark| {
        let label = mark.get_ref().label.clone();
        let area = if mark.get_ref().editions.contains(edition) { areas.next().flatten() } else { None };
        if area.is_none() && mark.get_ref().editions.contains(edition) {
            lost.push((ShotFailure::LostMark(label.clone()), mark.span()));
        }
        Mark { label, area }
    });
    let marks = marks.collect();
    if !lost.is_empty() {
        return Err(lost);
    }
    let png = tab.picture().await.map_err(here)?;
    let picture = picture::cut(&png, cut).map_err(|error| here(ShotFailure::Step(format!("{error:#}"))))?;
    Ok(Photograph { picture, marks })
}

/// Makes the window as large as the picture asks for, and everything in it stand still.
async fn frame(tab: &Tab, shot: &ShotDefinition, window: Size) -> Result<Size, ShotFailure> {
    let mut framed = window;
    if let Extent::Page { height_max } = shot.extent {
        let height: f64 = tab.ask("height", &Value::Null).await?;
        framed.height = pixels(height).clamp(window.height.min(height_max), height_max);
        tab.resize(framed).await?;
    }
    if shot.pointer == Pointer::Away {
        tab.move_pointer(f64::from(framed.width) - 1.0, f64::from(framed.height) - 1.0).await?;
    }
    let _: bool = tab.ask("still", &Value::Null).await?;
    tab.settle().await?;
    Ok(framed)
}

/// Finds what is cut out of the window: all elements of the clip that it has, and at least one.
async fn cut(tab: &Tab, clip: &Clip, window: Size) -> Result<Cut, ShotFailure> {
    let boxes: Vec<Option<PageBox>> = tab.ask("boxes", &json!({ "all": clip.to })).await?;
    let missing = boxes.iter().zip(&clip.to).find(|(found, _)| found.is_none());
    if let Some((_, selector)) = missing {
        return Err(ShotFailure::Changed(selector.to_string()));
    }
    let boxes: Vec<PageBox> = boxes.into_iter().flatten().collect();
    let pad = f64::from(clip.pad);
    let edge = |of: fn(&PageBox) -> f64, pick: fn(f64, f64) -> f64| boxes.iter().map(of).reduce(pick).unwrap_or(0.0);
    let (left, top) = (edge(|b| b.x, f64::min) - pad, edge(|b| b.y, f64::min) - pad);
    let (right, bottom) = (edge(|b| b.x + b.width, f64::max) + pad, edge(|b| b.y + b.height, f64::max) + pad);
    let (x, y) = (pixels(left), pixels(top));
    let (right, bottom) = (pixels(right.ceil()).min(window.width), pixels(bottom.ceil()).min(window.height));
    if right <= x || bottom <= y {
        let names: Vec<String> = clip.to.iter().map(ToString::to_string).collect();
        return Err(ShotFailure::Step(format!("`{}` is outside of the window", names.join("`, `"))));
    }
    Ok(Cut { x, y, width: right - x, height: bottom - y })
}

/// Returns where a box lies in a picture, as far as it lies in it; `None` when it does not.
fn area(found: PageBox, cut: Cut) -> Option<Area> {
    let between = |start: f64, size: f64, from: u32, length: u32| {
        let from = f64::from(from);
        let start_in = (start - from).round().max(0.0);
        let end_in = (start + size - from).round().min(f64::from(length));
        (end_in > start_in).then_some((start_in, end_in - start_in))
    };
    let (x, width) = between(found.x, found.width, cut.x, cut.width)?;
    let (y, height) = between(found.y, found.height, cut.y, cut.height)?;
    let whole = |value: f64| i32::try_from(pixels(value)).ok();
    Some(Area { x: whole(x)?, y: whole(y)?, width: whole(width)?, height: whole(height)? })
}

/// Returns whole pixels; what is left of or above the window is its edge.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a picture can have")]
fn pixels(value: f64) -> u32 {
    value.floor().clamp(0.0, 65_535.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(x: f64, y: f64, width: f64, height: f64) -> PageBox {
        PageBox { x, y, width, height }
    }

    #[test]
    fn a_mark_is_measured_from_the_pictures_corner() {
        let cut = Cut { x: 100, y: 50, width: 200, height: 100 };
        assert_eq!(area(found(110.4, 60.6, 20.0, 10.0), cut), Some(Area { x: 10, y: 11, width: 20, height: 10 }));
    }

    #[test]
    fn a_mark_that_is_cut_off_ends_at_the_edge() {
        let cut = Cut { x: 100, y: 50, width: 200, height: 100 };
        assert_eq!(area(found(90.0, 140.0, 30.0, 30.0), cut), Some(Area { x: 0, y: 90, width: 20, height: 10 }));
        assert_eq!(area(found(10.0, 60.0, 90.0, 10.0), cut), None);
        assert_eq!(area(found(110.0, 151.0, 10.0, 10.0), cut), None);
    }
}

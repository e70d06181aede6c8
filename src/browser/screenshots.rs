//! Screenshots: the slider between the editions, and the dialog that shows one in its own size.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, MouseEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::dom;

/// Moves the sliders, and the picture in the dialog under a mouse that drags; fingers and keys scroll it by themselves.
pub(super) fn connect() {
    dom::listen(&document(), "input", |event: Event| {
        let Some(slider) = dom::target_element(&event) else { return };
        if slider.class_name() == "screenshot__slider"
            && let Some(pictures) = slider.parent_element()
        {
            let at = slider.unchecked_into::<HtmlInputElement>().value();
            let _ = pictures.unchecked_into::<HtmlElement>().style().set_property("--at", &at);
        }
    });
    let Some(stage) = dom::by_id("zoom-stage") else { return };
    dom::listen(&stage, "mousemove", |event: MouseEvent| {
        let Some(target) = dom::target_element(&event) else { return };
        if event.buttons() == 1
            && target.class_name() != "screenshot__slider"
            && let Some(stage) = dom::by_id("zoom-stage")
        {
            stage.scroll_by_with_x_and_y(-f64::from(event.movement_x()), -f64::from(event.movement_y()));
        }
    });
}

/// Shows the figure around an element in the dialog, and in its middle the mark that the element is about.
pub(super) fn zoom(element: &Element, event: &Event) {
    let (Some(dialog), Some(stage)) = (dom::dialog("zoom"), dom::find("#zoom-stage")) else { return };
    let Ok(Some(figure)) = element.closest("figure") else { return };
    event.prevent_default();
    if !dialog.open() {
        let Ok(copy) = figure.clone_node_with_deep(true) else { return };
        stage.replace_children_with_node_1(&copy);
        let _ = dialog.show_modal();
        // From here arrow keys move the picture.
        let _ = stage.focus();
    }
    let mark = dom::target_element(event).and_then(|target| target.closest("[data-mark]").ok().flatten());
    let Some(number) = mark.and_then(|mark| mark.get_attribute("data-mark")) else { return };
    let Ok(marks) = stage.query_selector_all(&["g[data-mark=\"", &number, "\"]"].concat()) else { return };
    let mut marks = (0..marks.length()).filter_map(|i| marks.item(i)?.dyn_into::<Element>().ok());
    if let Some(mark) = marks.find(|mark| mark.get_client_rects().length() > 0) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_inline(ScrollLogicalPosition::Center);
        mark.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

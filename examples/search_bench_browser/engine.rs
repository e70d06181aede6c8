//! What the client of the bench calls.

use std::cell::RefCell;

use js_sys::{Array, Object, Reflect, Uint8Array};
use merchant_docs::edition::Edition;
use merchant_docs::search::{Query, Reading, SearchIndex};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    static INDEX: RefCell<Option<SearchIndex>> = const { RefCell::new(None) };
}

/// Makes the functions known.
pub(crate) fn publish() {
    let ours = Object::new();
    // Damaged files: the bench has just built them, so there is nobody to tell.
    set(&ours, "load", |names, _| {
        INDEX.set(SearchIndex::decode(&bytes(&names)).ok());
        JsValue::UNDEFINED
    });
    set(&ours, "addTexts", |texts, _| with(|index| index.add_body(&bytes(&texts)).is_ok()).into());
    set(&ours, "missing", |query, _| {
        let missing = with(|index| Reading::new(index, &query_of(&query)).missing_bodies(Edition::MageOs));
        missing
            .into_iter()
            .map(|part| JsValue::from_f64(f64::from(u32::try_from(part).unwrap_or(0))))
            .collect::<Array>()
            .into()
    });
    set(&ours, "search", |query, limit| {
        let limit = limit.as_f64().map_or(10, |limit| limit as usize);
        let hits = with(|index| Reading::new(index, &query_of(&query)).search(Edition::MageOs, limit));
        hits.iter().map(|hit| JsValue::from_str(&hit.route)).collect::<Array>().into()
    });
    let _ = Reflect::set(&js_sys::global(), &"ours".into(), &ours);
}

fn set(ours: &Object, name: &str, function: impl Fn(JsValue, JsValue) -> JsValue + 'static) {
    let function = Closure::<dyn Fn(JsValue, JsValue) -> JsValue>::new(function).into_js_value();
    let _ = Reflect::set(ours, &name.into(), &function);
}

fn with<T: Default>(ask: impl FnOnce(&mut SearchIndex) -> T) -> T {
    INDEX.with_borrow_mut(|index| index.as_mut().map(ask)).unwrap_or_default()
}

fn bytes(value: &JsValue) -> Vec<u8> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}

fn query_of(value: &JsValue) -> Query {
    Query::parse(&value.as_string().unwrap_or_default())
}

//! How are things put in order? By one number each, so that the program holds a single sorting routine.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Sorts `keys`, as far as they are asked for: whoever takes the first few pays for those.
///
/// A heap is a tenth of the code of the standard library's sorting, which a phone would have to fetch.
pub(crate) fn ascending(keys: impl Iterator<Item = u64>) -> impl Iterator<Item = u64> {
    let mut heap: BinaryHeap<Reverse<u64>> = keys.map(Reverse).collect();
    std::iter::from_fn(move || heap.pop().map(|Reverse(key)| key))
}

/// Returns the lower half of a number, where a key holds what was sorted.
pub(crate) fn low_half(key: u64) -> u32 {
    let [.., a, b, c, d] = key.to_be_bytes();
    u32::from_be_bytes([a, b, c, d])
}

//! How are things put in order? By one number each, so that the program holds a single sorting routine.

/// Sorts `keys`.
pub(crate) fn ascending(keys: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut keys: Vec<u64> = keys.collect();
    keys.sort_unstable();
    keys
}

/// Returns the lower half of a number, where a key holds what was sorted.
pub(crate) fn low_half(key: u64) -> u32 {
    let [.., a, b, c, d] = key.to_be_bytes();
    u32::from_be_bytes([a, b, c, d])
}

//! Which words do readers use for what the manual calls otherwise?

/// A reviewed list of wordings that mean the same in a shop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonyms {
    groups: Vec<Vec<String>>,
}

impl Synonyms {
    /// Makes a list from groups of equivalent words or phrases.
    ///
    /// Each wording of a group stands for every other: `["voucher", "coupon"]` finds coupons for a reader who
    /// asks for vouchers, and the reverse. A group of one is allowed and has no effect.
    #[must_use]
    pub fn new(groups: Vec<Vec<String>>) -> Self {
        Self { groups }
    }

    /// Returns the groups in the order given.
    pub(crate) fn groups(&self) -> &[Vec<String>] {
        &self.groups
    }
}

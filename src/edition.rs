//! Who is this text for?
//!
//! The manual has one text and two editions of it. [`Edition`] names one, [`EditionSet`] says for which of
//! them a passage, heading, page or search hit is meant, and [`PerEdition`] holds one value for each.

use serde::{Deserialize, Serialize};

/// One of the two products that the manual describes.
///
/// # Example
///
/// ```
/// use merchant_docs::edition::Edition;
///
/// assert_eq!(Edition::parse("mage-os"), Some(Edition::MageOs));
/// assert_eq!(Edition::MageOs.name(), "Mage-OS");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// Magento Open Source, made by Adobe: what a first-time reader sees.
    #[default]
    OpenSource,
    /// Mage-OS, the community-made drop-in fork.
    MageOs,
}

impl Edition {
    /// Both editions, in the order in which the switch shows them.
    pub const ALL: [Self; 2] = [Self::OpenSource, Self::MageOs];

    /// Reads an edition id as it stands in `data-edition`, storage, `?edition=` and the dialect.
    ///
    /// Anything else is `None`: this is the only whitelist.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| edition.id() == id)
    }

    /// Returns the id that attributes, storage and addresses use.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::OpenSource => "open-source",
            Self::MageOs => "mage-os",
        }
    }

    /// Returns the full product name for readers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpenSource => "Magento Open Source",
            Self::MageOs => "Mage-OS",
        }
    }

    /// Returns the edition that this one is not.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::OpenSource => Self::MageOs,
            Self::MageOs => Self::OpenSource,
        }
    }
}

/// The editions for which something is meant: none, one or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EditionSet(u8);

impl EditionSet {
    /// The set without an edition.
    pub const NONE: Self = Self(0);
    /// The set with both editions.
    pub const BOTH: Self = Self(0b11);

    /// Returns the set that holds `edition` alone.
    #[must_use]
    pub const fn only(edition: Edition) -> Self {
        Self(1 << edition as u8)
    }

    /// Tells whether `edition` is in the set.
    #[must_use]
    pub const fn contains(self, edition: Edition) -> bool {
        self.0 & Self::only(edition).0 != 0
    }

    /// Returns the editions that are in both sets.
    #[must_use]
    pub const fn intersect(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns the editions that are in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Tells whether the set holds no edition.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns the one edition of the set; `None` when it holds both or none.
    #[must_use]
    pub fn single(self) -> Option<Edition> {
        match self {
            Self(0b01) => Some(Edition::OpenSource),
            Self(0b10) => Some(Edition::MageOs),
            _ => None,
        }
    }

    /// Iterates over the editions of the set in the order of [`Edition::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Edition> {
        Edition::ALL.into_iter().filter(move |edition| self.contains(*edition))
    }

    /// Returns the set as two bits, Magento Open Source in the lowest: the form in the search index.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Reads two bits; higher bits are dropped.
    #[must_use]
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits & 0b11)
    }
}

impl FromIterator<Edition> for EditionSet {
    fn from_iter<I: IntoIterator<Item = Edition>>(editions: I) -> Self {
        editions.into_iter().fold(Self::NONE, |set, edition| set.union(Self::only(edition)))
    }
}

/// One value for each edition.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct PerEdition<T> {
    /// The value for Magento Open Source.
    pub open_source: T,
    /// The value for Mage-OS.
    pub mage_os: T,
}

impl<T> PerEdition<T> {
    /// Makes a value from a function of the edition.
    pub fn from_fn(mut make: impl FnMut(Edition) -> T) -> Self {
        Self { open_source: make(Edition::OpenSource), mage_os: make(Edition::MageOs) }
    }

    /// Returns the value for `edition`.
    #[must_use]
    pub const fn get(&self, edition: Edition) -> &T {
        match edition {
            Edition::OpenSource => &self.open_source,
            Edition::MageOs => &self.mage_os,
        }
    }

    /// Returns the value for `edition` for writing.
    pub const fn get_mut(&mut self, edition: Edition) -> &mut T {
        match edition {
            Edition::OpenSource => &mut self.open_source,
            Edition::MageOs => &mut self.mage_os,
        }
    }

    /// Iterates over the editions with their values.
    pub fn iter(&self) -> impl Iterator<Item = (Edition, &T)> {
        Edition::ALL.into_iter().map(|edition| (edition, self.get(edition)))
    }
}

impl<T: PartialEq> PerEdition<T> {
    /// Tells whether both editions have the same value.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.open_source == self.mage_os
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_two_ids_are_editions() {
        assert_eq!(Edition::parse("open-source"), Some(Edition::OpenSource));
        assert_eq!(Edition::parse("mage-os"), Some(Edition::MageOs));
        for rubbish in ["", "Mage-OS", "mage-os ", "\"mage-os\"", "commerce", "<script>"] {
            assert_eq!(Edition::parse(rubbish), None, "{rubbish:?}");
        }
    }

    #[test]
    fn a_set_of_one_edition_names_it() {
        assert_eq!(EditionSet::only(Edition::MageOs).single(), Some(Edition::MageOs));
        assert_eq!(EditionSet::BOTH.single(), None);
        assert_eq!(EditionSet::NONE.single(), None);
    }

    #[test]
    fn the_other_edition_of_the_other_edition_is_the_same() {
        for edition in Edition::ALL {
            assert_eq!(edition.other().other(), edition);
        }
    }

    #[test]
    fn bits_survive_a_round_trip() {
        for bits in 0..4 {
            assert_eq!(EditionSet::from_bits(bits).bits(), bits);
        }
        assert_eq!(EditionSet::from_bits(0xff), EditionSet::BOTH);
    }
}

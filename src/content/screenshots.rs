//! The screenshots of both editions: what was captured, on what, and where its marks are.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::date::Date;
use crate::edition::{Edition, EditionSet};

/// The name of a screenshot: `catalog/products-grid`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ShotId(String);

impl ShotId {
    /// Reads a name; `None` when it is not made of lower-case parts with `/` between.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = |part: &str| !part.is_empty() && part.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        text.split('/').all(fits).then(|| Self(text.to_owned()))
    }

    /// Returns the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the picture's file below `public/`.
    #[must_use]
    pub fn file(&self, edition: Edition) -> String {
        format!("shots/{}/{}.webp", edition.id(), self.0)
    }
}

impl fmt::Display for ShotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A screenshot in the editions that have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screenshot {
    /// Its name.
    pub id: ShotId,
    /// What it shows, for those who keep the pictures.
    pub title: String,
    /// One capture an edition.
    pub editions: BTreeMap<Edition, Capture>,
}

/// One picture of one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Product and version on which it was captured.
    pub product: String,
    /// The day on which it was captured.
    pub captured: Date,
    /// What is marked in it, in reading order.
    pub marks: Vec<Mark>,
}

/// A marked element of a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The label of the element on screen.
    pub label: String,
    /// Where it is; `None` when this edition lacks it.
    #[serde(rename = "box")]
    pub area: Option<Area>,
}

/// A rectangle in pixels from the picture's top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Distance from the left.
    pub x: i32,
    /// Distance from the top.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

impl Area {
    /// Tells whether a point is inside.
    #[must_use]
    pub const fn has(self, (x, y): (i32, i32)) -> bool {
        self.x <= x && x <= self.x + self.width && self.y <= y && y <= self.y + self.height
    }
}

/// All screenshots by name.
#[derive(Debug, Clone, Default)]
pub struct Screenshots(BTreeMap<ShotId, Screenshot>);

impl Screenshots {
    /// Reads the metadata file, a JSON list.
    ///
    /// # Errors
    ///
    /// Returns the JSON reader's error with line and column.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        let list: Vec<Screenshot> = serde_json::from_str(json)?;
        Ok(Self(list.into_iter().map(|shot| (shot.id.clone(), shot)).collect()))
    }

    /// Notes a new picture of one edition; what is known of the other one stays.
    pub fn record(&mut self, id: &ShotId, title: &str, edition: Edition, capture: Capture) {
        let new = || Screenshot { id: id.clone(), title: String::new(), editions: BTreeMap::new() };
        let shot = self.0.entry(id.clone()).or_insert_with(new);
        title.clone_into(&mut shot.title);
        shot.editions.insert(edition, capture);
    }

    /// Returns a screenshot.
    #[must_use]
    pub fn get(&self, id: &ShotId) -> Option<&Screenshot> {
        self.0.get(id)
    }

    /// Iterates over the names in alphabetical order.
    pub fn ids(&self) -> impl Iterator<Item = &ShotId> {
        self.0.keys()
    }
}

impl Screenshot {
    /// Returns the editions that have a picture.
    #[must_use]
    pub fn available(&self) -> EditionSet {
        self.editions.keys().copied().collect()
    }
}

//! Pixels: cut out, kept without loss, compared.

use std::io::Cursor;

use anyhow::{Context as _, Result};
use image::{ImageFormat, Rgba, RgbaImage};

/// What is cut out of a window, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// A picture in memory.
pub(super) struct Picture(RgbaImage);

/// Cuts a picture out of a PNG.
///
/// # Errors
///
/// Returns an error when the PNG cannot be read or is smaller than what is cut out.
pub(super) fn cut(png: &[u8], cut: Cut) -> Result<Picture> {
    let whole = image::load_from_memory_with_format(png, ImageFormat::Png).context("reading the browser's picture")?;
    let whole = whole.into_rgba8();
    let fits = cut.x + cut.width <= whole.width() && cut.y + cut.height <= whole.height();
    anyhow::ensure!(fits, "the browser's picture is smaller than the window");
    Ok(Picture(image::imageops::crop_imm(&whole, cut.x, cut.y, cut.width, cut.height).to_image()))
}

/// How two pictures differ.
pub(super) struct Difference {
    /// The share of pixels that differ, from 0 to 1.
    pub(super) share: f64,
    /// The new picture, pale, with what differs in red.
    pub(super) shown: Picture,
}

impl Picture {
    /// Reads a WebP file.
    ///
    /// # Errors
    ///
    /// Returns an error when it is none.
    pub(super) fn from_webp(bytes: &[u8]) -> Result<Self> {
        let picture =
            image::load_from_memory_with_format(bytes, ImageFormat::WebP).context("reading a WebP picture")?;
        Ok(Self(picture.into_rgba8()))
    }

    /// Writes a lossless WebP file: letters stay sharp, and a picture that did not change keeps its bytes.
    ///
    /// # Errors
    ///
    /// Returns an error when the picture is too large for the format.
    pub(super) fn to_webp(&self) -> Result<Vec<u8>> {
        let mut bytes = Cursor::new(Vec::new());
        let opaque = image::DynamicImage::ImageRgba8(self.0.clone()).into_rgb8();
        opaque.write_to(&mut bytes, ImageFormat::WebP).context("writing a WebP picture")?;
        Ok(bytes.into_inner())
    }

    /// Returns the width.
    pub(super) fn width(&self) -> u32 {
        self.0.width()
    }

    /// Returns the height.
    pub(super) fn height(&self) -> u32 {
        self.0.height()
    }

    /// Compares with the picture that was there before; where only one of them has a pixel, it differs.
    pub(super) fn difference(&self, before: &Self) -> Difference {
        let (width, height) = (self.width().max(before.width()), self.height().max(before.height()));
        let mut differing = 0_u32;
        let shown = RgbaImage::from_fn(width, height, |x, y| {
            let (new, old) = (self.0.get_pixel_checked(x, y), before.0.get_pixel_checked(x, y));
            if new == old {
                return new.map_or(Rgba([255; 4]), |pixel| pale(*pixel));
            }
            differing += 1;
            Rgba([208, 0, 48, 255])
        });
        let share = f64::from(differing) / (f64::from(width) * f64::from(height)).max(1.0);
        Difference { share, shown: Self(shown) }
    }
}

/// Moves a color three quarters of the way to white.
fn pale(pixel: Rgba<u8>) -> Rgba<u8> {
    let [red, green, blue, _] = pixel.0.map(|part| 191 + part / 4);
    Rgba([red, green, blue, 255])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(width: u32, height: u32, color: [u8; 4]) -> Picture {
        Picture(RgbaImage::from_pixel(width, height, Rgba(color)))
    }

    #[test]
    fn webp_keeps_every_pixel() {
        let mut picture = plain(16, 9, [12, 34, 56, 255]);
        picture.0.put_pixel(3, 4, Rgba([255, 0, 1, 255]));
        let again = Picture::from_webp(&picture.to_webp().unwrap()).unwrap();
        assert_eq!(again.0, picture.0);
        assert_eq!(picture.to_webp().unwrap(), again.to_webp().unwrap());
    }

    #[test]
    fn a_cut_is_taken_from_where_it_was_asked() {
        let mut whole = plain(20, 10, [255; 4]);
        whole.0.put_pixel(5, 6, Rgba([1, 2, 3, 255]));
        let mut png = Cursor::new(Vec::new());
        whole.0.write_to(&mut png, ImageFormat::Png).unwrap();
        let part = cut(png.get_ref(), Cut { x: 5, y: 6, width: 4, height: 3 }).unwrap();
        assert_eq!((part.width(), part.height()), (4, 3));
        assert_eq!(part.0.get_pixel(0, 0), &Rgba([1, 2, 3, 255]));
        assert!(cut(png.get_ref(), Cut { x: 18, y: 0, width: 4, height: 3 }).is_err());
    }

    #[test]
    fn the_difference_counts_pixels_and_shows_them() {
        let old = plain(10, 10, [255; 4]);
        let mut new = plain(10, 10, [255; 4]);
        assert!(new.difference(&old).share.abs() < f64::EPSILON);
        new.0.put_pixel(2, 3, Rgba([0, 0, 0, 255]));
        let difference = new.difference(&old);
        assert!((difference.share - 0.01).abs() < 1e-9);
        assert_eq!(difference.shown.0.get_pixel(2, 3), &Rgba([208, 0, 48, 255]));
        let taller = plain(10, 20, [255; 4]);
        assert!((taller.difference(&old).share - 0.5).abs() < 1e-9);
    }
}

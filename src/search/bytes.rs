//! How are lists of numbers and texts laid out in bytes?

use super::format::DecodeError;

/// Letters that sorted texts are said to share at most: as many as there are capitals.
const SHARED_MAX: usize = 25;

/// Appends values to bytes.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    pub(crate) bytes: Vec<u8>,
}

impl Writer {
    /// Appends a number, seven bits a byte, lowest first.
    pub(crate) fn number(&mut self, number: usize) {
        let mut rest = number;
        while rest >= 128 {
            self.bytes.push(low_byte(rest) | 128);
            rest >>= 7;
        }
        self.bytes.push(low_byte(rest));
    }

    /// Appends bytes with their number before them.
    pub(crate) fn stream(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.bytes.extend_from_slice(bytes);
    }

    /// Appends texts, one a line; a line break inside of one becomes a space.
    pub(crate) fn texts<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        let mut lines = String::new();
        for text in texts {
            lines.extend(text.chars().map(|char| if char == '\n' { ' ' } else { char }));
            lines.push('\n');
        }
        self.stream(lines.as_bytes());
    }

    /// Appends sorted texts, each as one letter for how much it shares with the one before, and the rest of it.
    ///
    /// The letter also separates the texts, which therefore hold no capitals.
    pub(crate) fn sorted_texts<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        let mut stream = Vec::new();
        let mut last = "";
        for text in texts {
            let shared = last.bytes().zip(text.bytes()).take(SHARED_MAX).take_while(|(a, b)| a == b).count();
            stream.push(b'A' + low_byte(shared));
            stream.extend_from_slice(&text.as_bytes()[shared..]);
            last = text;
        }
        self.stream(&stream);
    }

    /// Appends numbers below 256, one a byte.
    pub(crate) fn small(&mut self, numbers: impl Iterator<Item = u8>) {
        let bytes: Vec<u8> = numbers.collect();
        self.stream(&bytes);
    }

    /// Appends numbers.
    pub(crate) fn numbers(&mut self, numbers: impl Iterator<Item = u32>) {
        let numbers: Vec<u32> = numbers.collect();
        self.number(numbers.len());
        for number in numbers {
            self.number(number as usize);
        }
    }

    /// Appends ascending numbers as the distances between them.
    pub(crate) fn ascending(&mut self, numbers: impl Iterator<Item = u32>) {
        let mut last = 0;
        self.numbers(numbers.map(|number| {
            let distance = number - last;
            last = number;
            distance
        }));
    }
}

/// Takes values from bytes; never asks for more memory than there are bytes.
#[derive(Debug)]
pub(crate) struct Reader<'bytes> {
    bytes: &'bytes [u8],
}

impl<'bytes> Reader<'bytes> {
    /// Starts at the first of `bytes`.
    pub(crate) fn new(bytes: &'bytes [u8]) -> Self {
        Self { bytes }
    }

    /// Returns what has not been read.
    pub(crate) fn rest(&self) -> &'bytes [u8] {
        self.bytes
    }

    /// Takes a number below 2^35.
    pub(crate) fn number(&mut self) -> Result<usize, DecodeError> {
        let mut number: u64 = 0;
        for place in 0..5 {
            let (byte, rest) = self.bytes.split_first().ok_or(DecodeError::Corrupt)?;
            self.bytes = rest;
            number |= u64::from(byte & 127) << (7 * place);
            if byte & 128 == 0 {
                return usize::try_from(number).map_err(|_| DecodeError::Corrupt);
            }
        }
        Err(DecodeError::Corrupt)
    }

    /// Takes a checksum.
    pub(crate) fn eight(&mut self) -> Result<u64, DecodeError> {
        let (eight, rest) = self.bytes.split_first_chunk::<8>().ok_or(DecodeError::Corrupt)?;
        self.bytes = rest;
        Ok(u64::from_le_bytes(*eight))
    }

    /// Takes bytes that have their number before them.
    pub(crate) fn stream(&mut self) -> Result<&'bytes [u8], DecodeError> {
        let length = self.number()?;
        let (stream, rest) = self.bytes.split_at_checked(length).ok_or(DecodeError::Corrupt)?;
        self.bytes = rest;
        Ok(stream)
    }

    /// Takes texts.
    pub(crate) fn texts(&mut self) -> Result<Vec<&'bytes str>, DecodeError> {
        let lines = str::from_utf8(self.stream()?).map_err(|_| DecodeError::Corrupt)?;
        Ok(lines.split_terminator('\n').collect())
    }

    /// Takes sorted texts; fails when they are out of order.
    pub(crate) fn sorted_texts(&mut self) -> Result<Vec<String>, DecodeError> {
        let mut texts: Vec<String> = Vec::new();
        let mut rest = self.stream()?;
        while let Some((letter, after)) = rest.split_first() {
            let shared = usize::from(letter.wrapping_sub(b'A'));
            let end = after.iter().position(u8::is_ascii_uppercase).unwrap_or(after.len());
            let mut text =
                texts.last().map_or(&[][..], String::as_bytes).get(..shared).ok_or(DecodeError::Corrupt)?.to_vec();
            text.extend_from_slice(&after[..end]);
            let text = String::from_utf8(text).map_err(|_| DecodeError::Corrupt)?;
            if texts.last().is_some_and(|last| *last >= text) {
                return Err(DecodeError::Corrupt);
            }
            texts.push(text);
            rest = &after[end..];
        }
        Ok(texts)
    }

    /// Takes numbers below 256.
    pub(crate) fn small(&mut self) -> Result<&'bytes [u8], DecodeError> {
        self.stream()
    }

    /// Takes numbers.
    pub(crate) fn numbers(&mut self) -> Result<Vec<u32>, DecodeError> {
        let length = self.number()?;
        if length > self.bytes.len() {
            return Err(DecodeError::Corrupt);
        }
        let mut numbers = Vec::with_capacity(length);
        for _ in 0..length {
            numbers.push(u32::try_from(self.number()?).map_err(|_| DecodeError::Corrupt)?);
        }
        Ok(numbers)
    }

    /// Takes ascending numbers.
    pub(crate) fn ascending(&mut self) -> Result<Vec<u32>, DecodeError> {
        let mut last: u32 = 0;
        let sum = |distance: u32| {
            last = last.checked_add(distance).ok_or(DecodeError::Corrupt)?;
            Ok(last)
        };
        self.numbers()?.into_iter().map(sum).collect()
    }
}

/// Sums up bytes (FNV-1a); guards against accidents, not against malice.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Returns the lowest byte of a number.
fn low_byte(number: usize) -> u8 {
    let [.., byte] = number.to_be_bytes();
    byte
}

//! How do yes/no answers become bytes? An adaptive binary range coder.
//!
//! One function describes what is coded and runs in both directions: the [`Encoder`] writes the answers it is
//! given, the [`Decoder`] ignores them and returns the ones it reads. Only whole numbers are used, so that every
//! machine gets the same bytes.

/// What was learned about the answer to one question.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chance {
    /// The chance of a yes, in 65,536ths.
    yes: u16,
    /// How many answers were seen, up to [`ANSWERS_MAX`].
    answers: u8,
}

/// Answers after which old ones begin to be forgotten.
///
/// At 20 the estimate follows noise; above 250 it no longer follows the text from one guide to the next.
const ANSWERS_MAX: u8 = 160;

/// Bits of precision that an estimate is coded with.
const PRECISION: u32 = 16;

impl Chance {
    /// Knows nothing yet.
    pub(crate) const EVEN: Self = Self { yes: 1 << (PRECISION - 1), answers: 0 };

    fn learn(&mut self, yes: bool) {
        let target = if yes { 65_535 } else { 0 };
        let step = (target - i32::from(self.yes)) * 2 / (2 * i32::from(self.answers) + 3);
        // The estimate moves towards a bound of the type and never past it.
        self.yes = u16::try_from(i32::from(self.yes) + step).unwrap_or(self.yes);
        self.answers = (self.answers + 1).min(ANSWERS_MAX);
    }
}

/// Codes answers in one of the two directions.
pub(crate) trait Coder {
    /// Codes `answer` with a chance of yes of `yes` 65,536ths, and returns it.
    fn raw(&mut self, answer: bool, yes: u32) -> bool;

    /// Codes an answer that one experience foretells.
    fn bit(&mut self, chance: &mut Chance, answer: bool) -> bool {
        let answer = self.raw(answer, u32::from(chance.yes));
        chance.learn(answer);
        answer
    }

    /// Codes an answer that two experiences foretell equally well.
    fn bit_of_two(&mut self, one: &mut Chance, other: &mut Chance, answer: bool) -> bool {
        let answer = self.raw(answer, u32::from(one.yes).midpoint(u32::from(other.yes)));
        one.learn(answer);
        other.learn(answer);
        answer
    }

    /// Codes a number: how many bits it has, then the bits.
    fn number(&mut self, chances: &mut NumberChances, number: u32) -> u32 {
        let number = number.saturating_add(1);
        let length = number.ilog2();
        let mut read = 0;
        while read < NUMBER_BITS_MAX && self.bit(&mut chances.lengths[read as usize], read < length) {
            read += 1;
        }
        let mut value = 1;
        for place in (0..read).rev() {
            let bit = number >> place & 1 == 1;
            let bit = if place + 1 == read {
                self.bit(&mut chances.leading[read as usize], bit)
            } else {
                self.raw(bit, 32_768)
            };
            value = value << 1 | u32::from(bit);
        }
        value - 1
    }
}

/// Bits of the largest number that can be coded.
const NUMBER_BITS_MAX: u32 = 24;

/// What was learned about numbers of one sort.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NumberChances {
    lengths: [Chance; NUMBER_BITS_MAX as usize],
    leading: [Chance; NUMBER_BITS_MAX as usize + 1],
}

impl NumberChances {
    /// Knows nothing yet.
    pub(crate) const EVEN: Self = Self {
        lengths: [Chance::EVEN; NUMBER_BITS_MAX as usize],
        leading: [Chance::EVEN; NUMBER_BITS_MAX as usize + 1],
    };
}

/// The interval of numbers that stands for the answers so far.
#[derive(Clone, Copy, Debug)]
struct Interval {
    low: u32,
    high: u32,
}

impl Interval {
    const ALL: Self = Self { low: 0, high: u32::MAX };

    /// Returns the last number that means yes; certainty is ruled out, so both answers keep some room.
    fn split(self, yes: u32) -> u32 {
        let yes = yes.clamp(64, (1 << PRECISION) - 64);
        let room = (u64::from(self.high - self.low) * u64::from(yes)) >> PRECISION;
        self.low + u32::try_from(room).unwrap_or(0)
    }

    fn narrow(&mut self, split: u32, answer: bool) {
        if answer {
            self.high = split;
        } else {
            self.low = split + 1;
        }
    }

    /// Drops the leading byte once both ends agree on it.
    fn shift(&mut self) -> Option<u8> {
        let [leading, ..] = self.high.to_be_bytes();
        if (self.low ^ self.high) >> 24 != 0 {
            return None;
        }
        self.low <<= 8;
        self.high = self.high << 8 | 255;
        Some(leading)
    }
}

/// Writes answers.
#[derive(Debug)]
pub(crate) struct Encoder {
    interval: Interval,
    bytes: Vec<u8>,
}

impl Encoder {
    /// Starts with nothing written.
    pub(crate) fn new() -> Self {
        Self { interval: Interval::ALL, bytes: Vec::new() }
    }

    /// Returns the bytes; zeros at the end are left out, the decoder reads them anyway.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.bytes.extend_from_slice(&self.interval.high.to_be_bytes()[..2]);
        self.bytes
    }
}

impl Coder for Encoder {
    fn raw(&mut self, answer: bool, yes: u32) -> bool {
        let split = self.interval.split(yes);
        self.interval.narrow(split, answer);
        while let Some(byte) = self.interval.shift() {
            self.bytes.push(byte);
        }
        answer
    }
}

/// Reads answers; past the end of the bytes it goes on with zeros.
#[derive(Debug)]
pub(crate) struct Decoder<'bytes> {
    interval: Interval,
    window: u32,
    rest: std::slice::Iter<'bytes, u8>,
}

impl<'bytes> Decoder<'bytes> {
    /// Starts at the first of `bytes`.
    pub(crate) fn new(bytes: &'bytes [u8]) -> Self {
        let mut decoder = Self { interval: Interval::ALL, window: 0, rest: bytes.iter() };
        for _ in 0..4 {
            decoder.next_byte();
        }
        decoder
    }

    fn next_byte(&mut self) {
        self.window = self.window << 8 | u32::from(self.rest.next().copied().unwrap_or(0));
    }
}

impl Coder for Decoder<'_> {
    fn raw(&mut self, _: bool, yes: u32) -> bool {
        let split = self.interval.split(yes);
        let answer = self.window <= split;
        self.interval.narrow(split, answer);
        while self.interval.shift().is_some() {
            self.next_byte();
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Chance, Coder, Decoder, Encoder, NumberChances};

    fn code(coder: &mut impl Coder, answers: &[(bool, u32)]) -> Vec<(bool, u32)> {
        let (mut one, mut other) = (Chance::EVEN, Chance::EVEN);
        let mut numbers = NumberChances::EVEN;
        let mut done = Vec::new();
        for (answer, number) in answers {
            let answer = coder.bit_of_two(&mut one, &mut other, *answer);
            done.push((answer, coder.number(&mut numbers, *number)));
        }
        done
    }

    proptest! {
        #[test]
        fn decoder_reads_what_the_encoder_wrote(answers in prop::collection::vec((any::<bool>(), 0u32..5_000_000), 0..300)) {
            let mut encoder = Encoder::new();
            code(&mut encoder, &answers);
            let bytes = encoder.finish();
            prop_assert_eq!(code(&mut Decoder::new(&bytes), &answers), answers);
        }

        #[test]
        fn decoder_takes_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            code(&mut Decoder::new(&bytes), &[(false, 0); 200]);
        }
    }

    #[test]
    fn foreseeable_answers_cost_next_to_nothing() {
        let mut encoder = Encoder::new();
        let mut chance = Chance::EVEN;
        for _ in 0..8_000 {
            encoder.bit(&mut chance, true);
        }
        assert!(encoder.finish().len() < 30);
    }
}

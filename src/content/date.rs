//! Calendar dates as authors write them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day, written `2026-11-22`; the order of the text is the order of the days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The text is not a day of the calendar in the form `2026-11-22`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError(String);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a date of the form `2026-11-22`", self.0)
    }
}

impl std::error::Error for DateError {}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// Reads a day.
    ///
    /// # Errors
    ///
    /// Returns [`DateError`] when the text has another form or no calendar has that day.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let error = || DateError(text.to_owned());
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
        if !shape {
            return Err(error());
        }
        let number = |range: std::ops::Range<usize>| text[range].parse::<u16>().map_err(|_| error());
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        if !(1..=12).contains(&month) || day == 0 || day > days_in(year, month) {
            return Err(error());
        }
        let small = |n: u16| u8::try_from(n).map_err(|_| error());
        Ok(Self { year, month: small(month)?, day: small(day)? })
    }

    /// Returns the day that is `days` after 1 January 1970; years beyond 9999 have no place in this manual.
    #[must_use]
    pub fn from_days(days: u32) -> Option<Self> {
        let mut year: u16 = 1970;
        let mut rest = days;
        loop {
            let length = if days_in(year, 2) == 29 { 366 } else { 365 };
            if rest < length {
                break;
            }
            rest -= length;
            year = year.checked_add(1).filter(|year| *year <= 9999)?;
        }
        let mut month: u8 = 1;
        while rest >= u32::from(days_in(year, u16::from(month))) {
            rest -= u32::from(days_in(year, u16::from(month)));
            month += 1;
        }
        let day = u8::try_from(rest + 1).ok()?;
        Some(Self { year, month, day })
    }

    /// Returns how many days this is after 1 January 1970; earlier days give 0.
    #[must_use]
    pub fn days(self) -> u32 {
        let years = (1970..self.year).map(|year| if days_in(year, 2) == 29 { 366 } else { 365 });
        let months = (1..u16::from(self.month)).map(|month| u32::from(days_in(self.year, month)));
        years.sum::<u32>() + months.sum::<u32>() + u32::from(self.day) - 1
    }

    /// Returns the day for readers: `22 November 2026`.
    #[must_use]
    pub fn for_readers(self) -> String {
        format!("{} {} {}", self.day, MONTHS[usize::from(self.month) - 1], self.year)
    }
}

const fn days_in(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        Self::parse(&text)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_the_calendar_is_a_date() {
        assert_eq!(Date::parse("2026-11-22").unwrap().for_readers(), "22 November 2026");
        assert_eq!(Date::parse("2024-02-29").unwrap().to_string(), "2024-02-29");
    }

    #[test]
    fn anything_else_is_not() {
        for text in ["", "2026-11-31", "2026-02-29", "2026-13-01", "2026-00-10", "22.11.2026", "2026-1-2", "2026–11-2"]
        {
            assert!(Date::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(Date::parse("1970-01-01").unwrap().days(), 0);
        assert_eq!(Date::parse("2026-11-22").unwrap().days(), 20_779);
        for days in [0, 58, 59, 364, 365, 789, 790, 11_016, 20_779, 40_000] {
            assert_eq!(Date::from_days(days).unwrap().days(), days);
        }
        assert_eq!(Date::from_days(u32::MAX), None);
    }

    #[test]
    fn later_days_are_greater() {
        assert!(Date::parse("2026-11-22").unwrap() > Date::parse("2026-09-30").unwrap());
    }
}

//! What a word can mean, before the words around it are looked at.

use chrono::Weekday;

/// How sure a name is by its looks alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Written out.
    Full,
    /// Shortened, and hardly anything else ('okt', 'woe').
    Short,
    /// Shortened, and more often something else ('zo', 'ma', 'jan'): counts only beside a date or a time.
    Risky,
}

/// What a word can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lex {
    /// A name of a day.
    Weekday(Weekday, Form),
    /// A day that comes back: 'maandags', 'zondagen'.
    Habit(Weekday),
    /// A name of a month.
    Month(u32, Form),
    /// A length of time.
    Unit(Unit),
    /// A part of the day.
    Part(Part),
    /// A number in words.
    Cardinal(u32),
    /// An hour, as in 'na drieën'.
    Hours(u32),
    /// A place in a row in words; -1 is the last, -2 the one before.
    Ordinal(i32),
    /// Digits.
    Digits(u32),
    /// Anything else.
    Other,
}

/// A length that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Second.
    Second,
    /// Minute.
    Minute,
    /// A quarter of an hour.
    QuarterHour,
    /// Hour.
    Hour,
    /// Day.
    Day,
    /// Week.
    Week,
    /// Weekend.
    Weekend,
    /// Month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// Year.
    Year,
    /// Ten years.
    Decade,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Until noon.
    Morning,
    /// From noon.
    Afternoon,
    /// From the meal.
    Evening,
    /// When people sleep.
    Night,
    /// Around twelve, when people eat bread.
    Lunch,
}

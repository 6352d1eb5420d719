//! The codes of buttons and jobs: what callback data and a job's kind say, each written down once as an enum.
//!
//! A button's data is `{feature}:{word}` with `:{field}` for each field, at most 64 bytes (Bot API). It names a thing and an action;
//! it grants nothing. Buttons that were sent live on: a word, once used, keeps its meaning.

use std::fmt::Write;
use std::iter::Peekable;
use std::str::Split;

use crate::model::{
    ActivityId, ChatId, Language, NeighbourhoodId, PersonId, RequestId, ResponseId, Role, SeriesId, VenueId,
};

/// A value that a button carries. Encodes to one or more parts, which are joined by `:`.
pub trait CodeField: Sized {
    /// Appends `:` and the value.
    fn encode(&self, out: &mut String);
    /// Takes the value's parts from the front; `None` if they are not such a value.
    fn decode(parts: &mut Parts<'_>) -> Option<Self>;
    /// Values to test with, extremes among them; at least one.
    fn samples() -> Vec<Self>;
    /// Returns true if a button that carries it stands in groups.
    fn in_groups(&self) -> bool {
        false
    }
}

/// The parts of a button's data, split at `:`.
pub type Parts<'d> = Peekable<Split<'d, char>>;

/// One of a type's samples, for a counter that may be larger than their number.
pub fn sample<F: CodeField>(i: usize) -> F {
    let mut all = F::samples();
    let at = i % all.len();
    all.swap_remove(at)
}

macro_rules! number_field {
    ($($number:ty),*) => {$(
        impl CodeField for $number {
            fn encode(&self, out: &mut String) {
                // Writing to a String does not fail.
                let _ = write!(out, ":{self}");
            }
            fn decode(parts: &mut Parts<'_>) -> Option<Self> {
                parts.next()?.parse().ok()
            }
            fn samples() -> Vec<Self> {
                vec![<$number>::MIN, 7, <$number>::MAX]
            }
        }
    )*};
}
number_field!(i64, u32);

macro_rules! key_field {
    ($($key:ident),*) => {$(
        impl CodeField for $key {
            fn encode(&self, out: &mut String) {
                self.0.encode(out);
            }
            fn decode(parts: &mut Parts<'_>) -> Option<Self> {
                i64::decode(parts).map($key)
            }
            fn samples() -> Vec<Self> {
                i64::samples().into_iter().map($key).collect()
            }
        }
    )*};
}
key_field!(PersonId, ChatId, NeighbourhoodId, RequestId, ResponseId, ActivityId, SeriesId, VenueId);

impl CodeField for bool {
    fn encode(&self, out: &mut String) {
        out.push_str(if *self { ":1" } else { ":0" });
    }
    fn decode(parts: &mut Parts<'_>) -> Option<Self> {
        match parts.next()? {
            "0" => Some(false),
            "1" => Some(true),
            _ => None,
        }
    }
    fn samples() -> Vec<Self> {
        vec![false, true]
    }
}

/// Makes an enum that is one of few words a field of buttons: give its values and the word of each.
#[macro_export]
macro_rules! code_words {
    ($name:ty { $($value:path => $word:literal),+ $(,)? }) => {
        impl $crate::turn::CodeField for $name {
            fn encode(&self, out: &mut String) {
                out.push(':');
                out.push_str(match self { $($value => $word),+ });
            }
            fn decode(parts: &mut $crate::turn::Parts<'_>) -> Option<Self> {
                match parts.next()? { $($word => Some($value),)+ _ => None }
            }
            fn samples() -> Vec<Self> {
                vec![$($value),+]
            }
        }
    };
}

code_words!(Role { Role::Organiser => "o", Role::Moderator => "m", Role::Administrator => "a" });
code_words!(Language { Language::Nl => "nl", Language::En => "en" });

/// The codes of a feature's buttons, for whoever looks at all features.
#[derive(Clone, Copy)]
pub struct Codes {
    /// Data of sample buttons, one or more for each code, with the feature's name.
    pub samples: fn() -> Vec<String>,
    /// Reads data without the feature's name and writes it again; `None` if it is no button of the feature.
    pub again: fn(&str) -> Option<String>,
    in_groups: fn(&str) -> bool,
}

impl Codes {
    /// No buttons.
    pub const NONE: Codes = Codes { samples: Vec::new, again: |_| None, in_groups: |_| false };

    /// The codes of an enum that [`buttons!`](crate::buttons) made.
    pub const fn of<B: ButtonCodes>() -> Codes {
        Codes {
            samples: || B::samples().iter().map(B::data).collect(),
            again: |data| B::read(data).map(|b| b.data()),
            in_groups: |data| B::read(data).is_some_and(|b| b.in_groups()),
        }
    }

    /// Returns true if a button with this data, without the feature's name, stands in groups.
    pub fn stands_in_groups(&self, data: &str) -> bool {
        (self.in_groups)(data)
    }
}

/// The buttons of a feature.
pub trait ButtonCodes: CodeField {
    /// The feature's name, with which its data begins.
    const FEATURE: &'static str;

    /// The callback data.
    fn data(&self) -> String {
        let mut data = Self::FEATURE.to_owned();
        self.encode(&mut data);
        data
    }

    /// Reads callback data without the feature's name; `None` if it is no button of this feature.
    fn read(data: &str) -> Option<Self> {
        let mut parts = data.split(':').peekable();
        let read = Self::decode(&mut parts)?;
        parts.next().is_none().then_some(read)
    }
}

/// The jobs of a feature.
pub trait JobCodes: Copy {
    /// The feature's name.
    const FEATURE: &'static str;

    /// The job's kind in the database.
    fn word(self) -> &'static str;

    /// The job of this kind; `None` if the feature has no such job.
    fn of_word(word: &str) -> Option<Self>;
}

/// Declares the buttons of a feature, or a group of them: an enum, and how its values are written in callback data.
///
/// `Variant(a: A, b: B) = "word"` is written `word:a:b`; with `in group` behind it, it stands in groups. `Variant(group: Group) = "c"`
/// writes the words of a group of buttons behind `c:`, and `= flat` takes them as its own. With `: "name" =>` behind the enum's name
/// it is the feature's whole set, with `data()` and `read()`; without it is a group.
#[macro_export]
macro_rules! buttons {
    ($(#[$doc:meta])* $vis:vis $name:ident : $feature:expr => { $($body:tt)* }) => {
        $crate::buttons!($(#[$doc])* $vis $name => { $($body)* });
        impl $crate::turn::ButtonCodes for $name {
            const FEATURE: &'static str = $feature;
        }
        impl $name {
            /// The callback data.
            $vis fn data(self) -> String {
                $crate::turn::ButtonCodes::data(&self)
            }
            /// Reads callback data without the feature's name; `None` if it is no button of this feature.
            $vis fn read(data: &str) -> Option<Self> {
                $crate::turn::ButtonCodes::read(data)
            }
        }
    };
    ($(#[$doc:meta])* $vis:vis $name:ident => {
        $($(#[$about:meta])* $variant:ident $(( $($field:ident : $type:ty),+ $(,)? ))? = $word:tt $(in $group:ident)?),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $name {
            $($(#[$about])* $variant $(($($type),+))?),+
        }
        impl $crate::turn::CodeField for $name {
            fn encode(&self, out: &mut String) {
                match self {
                    $(Self::$variant $(($($field),+))? => {
                        $crate::buttons!(@put out $word);
                        $($($crate::turn::CodeField::encode($field, out);)+)?
                    })+
                }
            }
            fn decode(parts: &mut $crate::turn::Parts<'_>) -> Option<Self> {
                $(
                    let mut rest = parts.clone();
                    // Read in a closure, so that a field that is not such a value leads to the next word.
                    let mut read = || -> Option<Self> {
                        $crate::buttons!(@take rest $word);
                        Some(Self::$variant $(($(<$type as $crate::turn::CodeField>::decode(&mut rest)?),+))?)
                    };
                    if let Some(read) = read() {
                        *parts = rest;
                        return Some(read);
                    }
                )+
                None
            }
            fn samples() -> Vec<Self> {
                let mut all = Vec::new();
                $(
                    let counts = [1 $($(, <$type as $crate::turn::CodeField>::samples().len())+)?];
                    for _i in 0..counts.into_iter().max().unwrap_or(1) {
                        all.push(Self::$variant $(($($crate::turn::sample::<$type>(_i)),+))?);
                    }
                )+
                all
            }
            fn in_groups(&self) -> bool {
                match self {
                    $(Self::$variant $(($($field),+))? => {
                        $crate::buttons!(@group $($group)?) $($(|| $crate::turn::CodeField::in_groups($field))+)?
                    })+
                }
            }
        }
    };
    (@put $out:ident flat) => {};
    (@put $out:ident $word:literal) => { $out.push_str(concat!(":", $word)); };
    (@take $parts:ident flat) => {};
    (@take $parts:ident $word:literal) => { if $parts.next()? != $word { return None; } };
    (@group) => { false };
    (@group group) => { true };
}

/// Declares the jobs of a feature: an enum, and the kind of each in the database. Jobs that wait live on: a word keeps its meaning.
#[macro_export]
macro_rules! jobs {
    ($(#[$doc:meta])* $vis:vis $name:ident : $feature:expr => {
        $($(#[$about:meta])* $variant:ident = $word:literal),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $name {
            $($(#[$about])* $variant),+
        }
        impl $crate::turn::JobCodes for $name {
            const FEATURE: &'static str = $feature;
            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
            fn of_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    buttons! {
        /// A group.
        Inner => {
            /// One.
            One(id: PersonId) = "one",
            /// Two.
            Two = "two" in group,
        }
    }

    buttons! {
        /// A set.
        Tap: "tst" => {
            /// Nothing behind it.
            Plain = "plain",
            /// Two fields.
            Fields(n: NeighbourhoodId, on: bool) = "f" in group,
            /// Behind a letter.
            Behind(inner: Inner) = "c",
            /// The group's own words.
            Flat(inner: Inner) = flat,
        }
    }

    #[test]
    fn buttons_are_written_as_declared_and_read_again() {
        for (tap, data) in [
            (Tap::Plain, "tst:plain"),
            (Tap::Fields(NeighbourhoodId(3), true), "tst:f:3:1"),
            (Tap::Behind(Inner::One(PersonId(4))), "tst:c:one:4"),
            (Tap::Flat(Inner::One(PersonId(-4))), "tst:one:-4"),
            (Tap::Flat(Inner::Two), "tst:two"),
        ] {
            assert_eq!(tap.data(), data);
            assert_eq!(data.strip_prefix("tst:").and_then(Tap::read), Some(tap));
        }
        for data in ["", "plain:1", "f:3", "f:3:2", "f:x:1", "f:3:1:1", "c", "c:three", "one:1:", ":plain"] {
            assert_eq!(Tap::read(data), None, "{data}");
        }
    }

    #[test]
    fn only_what_says_so_stands_in_groups() {
        let codes = Codes::of::<Tap>();
        let in_groups = ["plain", "f:3:1", "c:two", "c:one:4", "two", "one:4", "x"].map(|d| codes.stands_in_groups(d));
        assert_eq!(in_groups, [false, true, true, false, true, false, false]);
        assert_eq!((codes.samples)().len(), 1 + 3 + 4 + 4);
    }
}

//! A neighbourhood's settings: words that its administrators wrote, and switches that features declare.

use std::collections::BTreeMap;

/// The value of a switch that is on; one that is off has none.
const ON: &str = "on";

/// A switch among a neighbourhood's settings, off by default. Its texts are `setting-{key}-on` and `-off` (how it stands), and
/// `setting-{key}-turn-on` and `-turn-off` (the button that changes it).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switch {
    /// Its key in the database and in buttons: at most 12 characters of a-z.
    pub key: &'static str,
    /// Where it stands on the settings screen; the neighbourhood's own lines have 10, 20, ….
    pub order: u8,
    /// Its line is set apart from the one before.
    pub apart: bool,
}

impl Switch {
    /// Its value in the settings when it is on or off.
    pub fn value(on: bool) -> Option<&'static str> {
        on.then_some(ON)
    }
}

/// The settings of a neighbourhood, by key. What is not set is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings(pub BTreeMap<String, String>);

impl Settings {
    /// Returns true if the switch is on.
    pub fn is_on(&self, switch: &Switch) -> bool {
        self.words(switch.key) == Some(ON)
    }

    /// The value of a setting; `None` if it is not set.
    pub fn words(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Sets a value; `None` takes it away.
    pub fn set(&mut self, key: &str, value: Option<&str>) {
        match value {
            Some(value) => self.0.insert(key.to_owned(), value.to_owned()),
            None => self.0.remove(key),
        };
    }
}

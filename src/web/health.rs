//! What the health page says: troubles that somebody told of, and those that only show because nothing happens any more.

use serde_json::{Value, json};

use crate::model::{Pulse, Trouble};

/// A poll waits ten seconds at most: after so many without one that was answered, nobody is heard.
const POLL_LATE: i64 = 90;
/// A send fails now and then: after so many seconds in which none succeeds, nobody is answered.
const SENDS_FAIL: i64 = 30;
/// Telegram's pace makes messages wait, for minutes in a busy group; longer is worth a look.
const WAITS_LONG: i64 = 600;

/// How it goes.
pub struct Health {
    troubles: Vec<String>,
    /// Seconds since each; `None` where there was none.
    last_poll: Option<i64>,
    sends_fail: Option<i64>,
    oldest: Option<i64>,
}

impl Health {
    /// Reads the pulse. Times are steady ones in milliseconds.
    pub fn of(pulse: &Pulse, started_ms: i64, now_ms: i64, log_is_stuck: bool) -> Health {
        let seconds = |since: i64| (now_ms - since).max(0) / 1000;
        let (last_poll, sends_fail) = (pulse.last_polled().map(seconds), pulse.sends_fail_since().map(seconds));
        let oldest = pulse.oldest_since().map(seconds);
        let why = pulse.last_unreached().map_or("no reason is known", |why| why.words());
        let mut troubles: Vec<String> = Vec::new();
        let told = pulse.troubles();
        for trouble in &told {
            let words = trouble.words();
            troubles.push(match (trouble, last_poll) {
                (Trouble::Telegram, None) => format!("{words}; it never was since the start: {why}"),
                (Trouble::Telegram, Some(_)) => format!("{words}: {why}"),
                _ => words.to_owned(),
            });
        }
        let silent = last_poll.unwrap_or_else(|| seconds(started_ms));
        if silent > POLL_LATE && !told.contains(&Trouble::Telegram) {
            troubles.push(format!("no new messages were fetched for {silent} seconds"));
        }
        if let Some(failing) = sends_fail.filter(|s| *s >= SENDS_FAIL) {
            troubles
                .push(format!("no message can be sent for {failing} seconds; they wait, and are tried again: {why}"));
        }
        if let Some(waits) = oldest.filter(|s| *s >= WAITS_LONG) {
            troubles.push(format!("a message waits for {} minutes to go out", waits / 60));
        }
        if log_is_stuck {
            troubles.push("nobody reads the log, and lines of it are dropped".to_owned());
        }
        Health { troubles, last_poll, sends_fail, oldest }
    }

    /// Is all well?
    pub fn is_well(&self) -> bool {
        self.troubles.is_empty()
    }

    /// As the page shows it.
    pub fn shown(&self) -> Value {
        json!({
            "ok": self.is_well(),
            "troubles": self.troubles,
            "seconds_since_poll": self.last_poll,
            "seconds_sends_fail": self.sends_fail,
            "seconds_oldest_waits": self.oldest,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unreached;

    const START: i64 = 1_000_000;

    fn troubles(pulse: &Pulse, seconds: i64) -> Vec<String> {
        Health::of(pulse, START, START + seconds * 1000, false).troubles
    }

    #[test]
    fn a_start_without_telegram_is_said_with_the_reason() {
        let pulse = Pulse::default();
        assert!(troubles(&pulse, 5).is_empty(), "it has only begun");
        pulse.trouble(Trouble::Telegram, true);
        pulse.unreached(Unreached::Name);
        let said = troubles(&pulse, 5);
        assert!(said.len() == 1 && said[0].contains("never") && said[0].contains("DNS"), "{said:?}");
    }

    #[test]
    fn silence_is_noticed() {
        let pulse = Pulse::default();
        assert_eq!(troubles(&pulse, POLL_LATE + 1), ["no new messages were fetched for 91 seconds"]);
        pulse.polled(START + 60_000);
        assert!(troubles(&pulse, 60 + POLL_LATE).is_empty());
        assert_eq!(troubles(&pulse, 61 + POLL_LATE).len(), 1);
    }

    #[test]
    fn sends_that_fail_while_polls_work_are_said_without_flapping() {
        let pulse = Pulse::default();
        pulse.send_failed(START);
        for seconds in (0..120).step_by(7) {
            pulse.polled(START + seconds * 1000);
            pulse.send_failed(START + seconds * 1000);
            assert_eq!(troubles(&pulse, seconds).len(), usize::from(seconds >= SENDS_FAIL), "after {seconds} s");
        }
        pulse.send_settled();
        assert!(troubles(&pulse, 120).is_empty());
    }

    #[test]
    fn what_waits_too_long_and_a_log_that_nobody_reads() {
        let pulse = Pulse::default();
        pulse.polled(START + 700_000);
        pulse.set_oldest(Some(START));
        assert!(troubles(&pulse, WAITS_LONG - 1).is_empty());
        assert_eq!(troubles(&pulse, WAITS_LONG), ["a message waits for 10 minutes to go out"]);
        pulse.set_oldest(None);
        let health = Health::of(&pulse, START, START + 700_000, true);
        assert!(!health.is_well());
        assert_eq!(health.shown()["seconds_since_poll"], 0);
        assert_eq!(health.shown()["seconds_oldest_waits"], Value::Null);
    }
}

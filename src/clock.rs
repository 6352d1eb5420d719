//! The time, as an input. Everything that waits or counts asks here, so that a test and the practice page can move it.
//!
//! There are two: what the clock on the wall shows, which may be set, and a steady time, which never goes back. What was
//! agreed with people goes by the first; how long to wait goes by the second.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

use crate::model::Moment;

/// The time. Clones share it: moving one moves all.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// Milliseconds at which a still clock stands; `None` where the machine's clock runs.
    still_at: Option<i64>,
    /// When this clock was made: what the wall showed, and the machine's time since it started.
    made: (i64, Instant),
    /// How far the clock was moved.
    moved: watch::Sender<Moved>,
}

/// Milliseconds that a clock was moved by.
#[derive(Clone, Copy, Debug, Default)]
struct Moved {
    /// Forward, less back.
    wall: i64,
    /// Forward alone.
    steady: i64,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Clock {
        Clock::new(None)
    }

    /// A clock that stands still until it is moved.
    pub fn still(at: Moment) -> Clock {
        Clock::new(Some(at.0 * 1000))
    }

    fn new(still_at: Option<i64>) -> Clock {
        let made = (still_at.unwrap_or_else(machine_ms), Instant::now());
        Clock(Arc::new(Inner { still_at, made, moved: watch::Sender::default() }))
    }

    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub fn now_ms(&self) -> i64 {
        let base = self.0.still_at.unwrap_or_else(machine_ms);
        base + self.0.moved.borrow().wall
    }

    /// Milliseconds of a time that never goes back, however the clock on the wall is set. At first both are the same.
    pub fn steady_ms(&self) -> i64 {
        let (made_at, made) = self.0.made;
        let passed = if self.0.still_at.is_some() { 0 } else { made.elapsed().as_millis() as i64 };
        made_at + passed + self.0.moved.borrow().steady
    }

    /// Now, in whole seconds.
    pub fn now(&self) -> Moment {
        Moment(self.now_ms().div_euclid(1000))
    }

    /// Moves the clock forward (or, with a negative number, back) and wakes all that wait on it.
    pub fn move_by(&self, seconds: i64) {
        self.0.moved.send_modify(|m| {
            m.wall += seconds * 1000;
            m.steady += seconds.max(0) * 1000;
        });
    }

    /// Returns once the clock shows `at_ms`, however it got there.
    pub async fn wait_until_ms(&self, at_ms: i64) {
        self.wait_while(|clock| at_ms - clock.now_ms()).await;
    }

    /// Returns once the steady time is `at_ms`.
    pub async fn wait_until_steady_ms(&self, at_ms: i64) {
        self.wait_while(|clock| at_ms - clock.steady_ms()).await;
    }

    /// Returns once no milliseconds are left.
    async fn wait_while(&self, left: impl Fn(&Clock) -> i64) {
        let mut moved = self.0.moved.subscribe();
        loop {
            moved.mark_unchanged();
            let left = left(self);
            if left <= 0 {
                return;
            }
            if self.0.still_at.is_some() {
                if moved.changed().await.is_err() {
                    return;
                }
            } else {
                // An hour at most at a time: the machine's clock may be set while we wait.
                let nap = Duration::from_millis(left.min(3_600_000) as u64);
                tokio::select! {
                    () = tokio::time::sleep(nap) => {}
                    _ = moved.changed() => {}
                }
            }
        }
    }

    /// Returns once the clock shows `at`.
    pub async fn wait_until(&self, at: Moment) {
        self.wait_until_ms(at.0.saturating_mul(1000)).await;
    }
}

fn machine_ms() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_millis() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_still_clock_wakes_who_waits_when_it_is_moved() {
        let clock = Clock::still(Moment(1000));
        let waiting = tokio::spawn({
            let clock = clock.clone();
            async move { clock.wait_until(Moment(4600)).await }
        });
        tokio::task::yield_now().await;
        assert!(!waiting.is_finished());
        clock.move_by(3600);
        waiting.await.unwrap();
        assert_eq!(clock.now(), Moment(4600));
    }

    #[test]
    fn set_back_the_steady_time_goes_on() {
        let clock = Clock::still(Moment(10_000));
        clock.move_by(-3600);
        assert_eq!((clock.now(), clock.steady_ms()), (Moment(6400), 10_000_000));
        clock.move_by(5);
        assert_eq!((clock.now(), clock.steady_ms()), (Moment(6405), 10_005_000));
        let system = Clock::system();
        let before = system.steady_ms();
        system.move_by(-86_400);
        assert!(system.steady_ms() >= before && system.now_ms() < before);
    }
}

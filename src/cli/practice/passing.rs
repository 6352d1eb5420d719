//! How the time passes in the practice neighbourhood: moment by moment, so that a reminder comes the day before and not with all
//! the rest at the end of the week. Nobody waits for that: between two moments the clock jumps.

use std::time::Duration;

use anyhow::Context;

use crate::cli::run::Running;
use crate::clock::Clock;
use crate::model::Moment;
use crate::practice::page::Carried;
use crate::practice::{What, World};

/// How long the bot may take to become quiet on a slow machine.
const PATIENCE: Duration = Duration::from_secs(30);
/// Seconds that passing the time may take by the machine's own clock; what is left of it is jumped over.
const AT_MOST: i64 = 20;
/// What comes so many seconds after something came of it: Telegram's pace holds messages back for some seconds.
const TOGETHER_MS: i64 = 60_000;
/// What is planned later than this is nothing to wait for.
const FAR_MS: i64 = 400 * 86_400_000;

/// The world, the bot in it, and their time.
pub struct Passing<'a> {
    /// The local Telegram.
    pub world: &'a World,
    /// The bot's id there.
    pub bot: i64,
    /// The bot itself.
    pub running: &'a Running,
    /// The time of both.
    pub clock: &'a Clock,
}

impl Passing<'_> {
    /// Waits until the bot has nothing left to do. What Telegram's pace holds back for some seconds still waits then.
    pub async fn settled(&self) -> anyhow::Result<()> {
        let quiet = async {
            let mut seen = self.world.subscribe();
            while !self.is_quiet() {
                tokio::select! {
                    _ = seen.changed() => {}
                    () = self.running.pulse().changed() => {}
                    () = tokio::time::sleep(Duration::from_millis(20)) => {}
                }
            }
        };
        tokio::time::timeout(PATIENCE, quiet).await.context("the bot did not answer in time")
    }

    fn is_quiet(&self) -> bool {
        self.world.unconfirmed(self.bot) == 0 && self.running.pulse().is_quiet(self.clock.now_ms())
    }

    /// Lets the time pass until then; what is planned for times in between happens at its time.
    pub async fn until(&self, until: Moment) -> anyhow::Result<()> {
        let machine = Clock::system();
        let end = machine.now().plus(AT_MOST);
        let until_ms = until.0.saturating_mul(1000);
        self.settled().await?;
        while machine.now() < end
            && let Some(next) = self.running.pulse().next_ms().filter(|at| *at < until_ms)
        {
            self.move_to(next);
            self.settled().await?;
        }
        self.move_to(until_ms);
        self.settled().await
    }

    /// Lets the time pass until the bot did something by itself that somebody can see, with what comes of it. Whether anybody will
    /// see it is known only once it happened: where nobody does, the time has passed all the same.
    pub async fn next(&self) -> anyhow::Result<Carried> {
        let machine = Clock::system();
        let end = machine.now().plus(AT_MOST);
        self.together().await?;
        let (before, far) = (self.world.log(0).len() as u64, self.clock.now_ms() + FAR_MS);
        while machine.now() < end
            && let Some(next) = self.running.pulse().next_ms().filter(|at| *at < far)
        {
            self.move_to(next);
            self.together().await?;
            if self.world.log(before).iter().any(|e| is_seen(&e.what)) {
                return Ok(Carried::Out);
            }
        }
        Ok(Carried::NothingPlanned)
    }

    /// Lets what belongs together come: each moment that is near the one before.
    async fn together(&self) -> anyhow::Result<()> {
        self.settled().await?;
        while let Some(next) = self.running.pulse().next_ms().filter(|at| at - self.clock.now_ms() < TOGETHER_MS) {
            self.move_to(next);
            self.settled().await?;
        }
        Ok(())
    }

    /// Moves the clock, in whole seconds, never back.
    fn move_to(&self, at_ms: i64) {
        let left = at_ms - self.clock.now_ms();
        if left > 0 {
            self.clock.move_by((left + 999) / 1000);
        }
    }
}

/// Does it show on anybody's screen?
fn is_seen(what: &What) -> bool {
    matches!(what, What::BotSent { .. } | What::BotEdited { .. } | What::BotDeleted { .. } | What::BotPinned { .. })
}

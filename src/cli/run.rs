//! `stoep run`: the bot itself.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, anyhow, bail};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;

use super::log;
use crate::clock::Clock;
use crate::config::Config;
use crate::engine::{Doors, Engine};
use crate::features::FEATURES;
use crate::model::{BotName, Language, Moment, Pulse, Trouble};
use crate::store::private::{Holds, is_mine_alone};
use crate::store::{Key, Lock, Store};
use crate::telegram::{EdgeEnd, MenuEntry, Poller, Sender, connect, set_menus, translate};
use crate::text::texts;
use crate::turn::{Features, Register};
use crate::web;

/// The name of the credential by which systemd gives the key, and where it puts what it gives.
const CREDENTIAL: (&str, &str) = ("stoep.key", "CREDENTIALS_DIRECTORY");

/// Reads the settings: the file where there is one, and the environment.
pub fn settings(file: &Path) -> anyhow::Result<Config> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(e) => bail!("{} can't be read: {}", file.display(), e.kind()),
    };
    if file.exists() {
        let holds = if Config::holds_token(&text) { Holds::Token } else { Holds::Settings };
        is_mine_alone(file, holds)?;
    }
    let mut config = Config::read(&text, |name| std::env::var(name).ok()).map_err(|problems| {
        let list: Vec<_> = problems.iter().map(|p| format!("  {p}")).collect();
        anyhow!("{} and the environment do not fit together yet:\n{}", file.display(), list.join("\n"))
    })?;
    if let Some(folder) = std::env::var_os(CREDENTIAL.1) {
        let given = Path::new(&folder).join(CREDENTIAL.0);
        if given.exists() {
            config.key = given;
        }
    }
    Ok(config)
}

/// A bot that runs.
pub struct Running {
    pulse: Arc<Pulse>,
    bot: BotName,
    stop_receiving: watch::Sender<bool>,
    stop_sending: watch::Sender<bool>,
    poller: JoinHandle<EdgeEnd>,
    sender: JoinHandle<()>,
    /// Told where nothing can be sent any more.
    sending_ended: oneshot::Receiver<EdgeEnd>,
    engine: JoinHandle<()>,
    web: Option<JoinHandle<()>>,
}

/// Starts the bot with all of its features; returns once it receives.
pub async fn start(config: &Config, clock: Clock) -> anyhow::Result<Running> {
    start_with(FEATURES, config, clock).await
}

/// Starts the bot with these features; returns once it receives.
pub async fn start_with(features: Features, config: &Config, clock: Clock) -> anyhow::Result<Running> {
    let (stop_receiving, mut stop) = watch::channel(false);
    let (stop_sending, stop_sender) = watch::channel(false);
    let register = Arc::new(Register::of(features).map_err(|problems| anyhow!("{}", problems.join("\n")))?);
    Key::has_database(&config.key, &config.database)?;
    let lock = Lock::take(&config.database)?;
    let key = Key::read_or_make(&config.key, &config.database)?;
    let mut store = Store::open(&config.database, key).await?;
    Key::keep(&config.key)?;
    let pulse = Arc::new(Pulse::default());
    look_over(&mut store, lock, clock.now(), &pulse).await?;
    let web = match config.listen {
        Some(address) => {
            let listener = TcpListener::bind(address).await.map_err(|e| {
                anyhow!("{address} can't be listened on ({}); set another [http] listen, or \"off\"", e.kind())
            })?;
            let router = web::router(pulse.clone(), clock.clone(), log::is_stuck);
            Some(tokio::spawn(async move {
                if axum::serve(listener, router).await.is_err() {
                    tracing::error!("the HTTP server stopped");
                }
            }))
        }
        None => None,
    };
    let (telegram, mut bot) = connect(&config.token.0, &config.api_url, &pulse, &mut stop).await?;
    bot.operators.clone_from(&config.operators);
    store.belongs_to(bot.id).await?;

    let (intake, updates) = mpsc::channel(4);
    let (outcome, outcomes) = mpsc::unbounded_channel();
    let (dispatch, rows) = mpsc::unbounded_channel();
    let (end, sending_ended) = oneshot::channel();
    let doors = Doors { intake: updates, outcomes, dispatch };
    let engine =
        Engine::new(store.clone(), clock.clone(), pulse.clone(), register.clone(), translate, bot.clone(), doors);
    let sender = Sender::new(
        telegram.clone(),
        &bot.username,
        clock.clone(),
        store.clone(),
        config.limits,
        pulse.clone(),
        outcome,
    );
    let poller = Poller { bot: telegram.clone(), bot_id: bot.id, clock, intake, pulse: pulse.clone() };
    tracing::info!(bot = bot.id, "Stoep is running");
    tokio::spawn(set_menus(telegram, menus(&register)));
    Ok(Running {
        pulse,
        bot,
        engine: tokio::spawn(engine.run(stop.clone())),
        sender: tokio::spawn(sender.run(rows, stop_sender, end)),
        sending_ended,
        poller: tokio::spawn(poller.run(stop)),
        stop_receiving,
        stop_sending,
        web,
    })
}

/// Looks the database over before anything happens on it. Damage is said, and does not keep the rest from running.
async fn look_over(store: &mut Store, lock: Lock, now: Moment, pulse: &Pulse) -> anyhow::Result<()> {
    if let Some(what) = store.damage().await.context("the database can't be looked over")? {
        pulse.trouble(Trouble::Damage, true);
        tracing::error!(%what, "the database is damaged: keep a copy of it, and put a backup in its place (docs/RUNNING.md)");
    } else if let Err(fault) = store.wipe_free_pages().await {
        tracing::warn!(%fault, "what earlier versions deleted could not be wiped yet; tried again at the next start");
    }
    store.compare_changes(lock, now).await.context("the database can't be used")
}

impl Running {
    /// How busy it is.
    pub fn pulse(&self) -> &Arc<Pulse> {
        &self.pulse
    }

    /// Who it is.
    pub fn bot(&self) -> &BotName {
        &self.bot
    }

    /// Returns when it ends by itself, with the reason.
    pub async fn ended(&mut self) -> EdgeEnd {
        tokio::select! {
            end = &mut self.poller => end.unwrap_or(EdgeEnd::NoEngine),
            Ok(end) = &mut self.sending_ended => end,
        }
    }

    /// Stops in order: no more updates, the last transaction, what can go out within seconds, the last marks.
    pub async fn stop(self) {
        self.stop_receiving.send_replace(true);
        let ends = [
            ("receiving", if self.poller.is_finished() { None } else { Some(self.poller.await.is_err()) }),
            ("sending", {
                self.stop_sending.send_replace(true);
                Some(self.sender.await.is_err())
            }),
            ("the engine", Some(self.engine.await.is_err())),
        ];
        for (part, failed) in ends {
            if failed == Some(true) {
                tracing::error!(part, "did not end in order; what is not done is on disk for the next start");
            }
        }
        if let Some(web) = self.web {
            web.abort();
        }
    }
}

/// The command menus, in every language.
fn menus(register: &Register) -> Vec<(Language, bool, Vec<MenuEntry>)> {
    let mut menus = Vec::new();
    for language in Language::ALL {
        for in_groups in [false, true] {
            let entries = register
                .menu(language, in_groups)
                .into_iter()
                .map(|(name, text)| MenuEntry {
                    name: name.to_owned(),
                    description: texts().plain(language, &text, &[]),
                })
                .collect();
            menus.push((language, in_groups, entries));
        }
    }
    menus
}

/// Runs until SIGTERM or Ctrl-C.
pub async fn run(file: &Path) -> anyhow::Result<()> {
    let config = settings(file)?;
    let mut signals = Signals::new()?;
    let mut running = tokio::select! {
        started = start(&config, Clock::system()) => started?,
        () = signals.next() => return Ok(()),
    };
    let end = tokio::select! {
        end = running.ended() => end,
        () = signals.next() => EdgeEnd::Stopped,
    };
    tracing::info!("stopping");
    running.stop().await;
    match end {
        EdgeEnd::Stopped => Ok(()),
        other => bail!("{}", other.words()),
    }
}

/// SIGTERM and Ctrl-C.
pub struct Signals {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

impl Signals {
    /// Begins to listen.
    pub fn new() -> anyhow::Result<Signals> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Signals {
            terminate: signal(SignalKind::terminate()).context("SIGTERM can't be heard")?,
            interrupt: signal(SignalKind::interrupt()).context("Ctrl-C can't be heard")?,
        })
    }

    /// Returns at the next one.
    pub async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

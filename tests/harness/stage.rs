//! The stage: a local Telegram, the real program on it over HTTP with its database on disk, and a clock that stands still
//! until somebody moves it.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::OnceLock;
use std::task::Poll;
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use stoep::cli::run::{Running, start_with};
use stoep::clock::Clock;
use stoep::config::Config;
use stoep::features::FEATURES;
use stoep::features::trust::set_adult;
use stoep::model::Moment;
use stoep::practice::{Bot, Limits, World, serve};
use stoep::store::{InvitationKind, Key, Store, chat_by_tg_id, make_invitation, person_of_chat};
use stoep::turn::Features;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use url::Url;

/// Monday 23 November 2026, 10:00 in Amsterdam: where every stage begins.
pub const BEGINNING: Moment = Moment(1_795_424_400);

/// How long, by the machine's clock, the program may take to become quiet. Generous: two cores may have much to do.
const PATIENCE: Duration = Duration::from_secs(30);

/// The features that the program of this test runs with, where they are not all of Stoep's.
pub static FEATURES_OF_TEST: OnceLock<Features> = OnceLock::new();

/// A local Telegram with the program on it.
pub struct Stage {
    /// The Telegram.
    pub world: World,
    /// Stoep's account there.
    pub bot: Bot,
    /// The time, for both.
    pub clock: Clock,
    /// What the program was started with.
    pub config: Config,
    running: Option<Running>,
    server: JoinHandle<std::io::Result<()>>,
    _folder: TempDir,
}

impl Stage {
    /// An empty world in which Stoep runs.
    ///
    /// With `STOEP_LOG=1` the program's log goes to stderr.
    pub async fn new() -> Result<Stage, String> {
        if std::env::var("STOEP_LOG").is_ok_and(|v| v == "1") {
            // A second stage finds the log there already.
            let _ = tracing_subscriber::fmt().with_writer(std::io::stderr).try_init();
        }
        let clock = Clock::still(BEGINNING);
        let world = World::new(clock.clone(), Limits::none());
        let bot = world.add_bot("stoep_bot", "Stoep");
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(words)?;
        let address = Url::parse(&format!("http://{}", listener.local_addr().map_err(words)?)).map_err(words)?;
        let server = tokio::spawn(serve(world.clone(), listener));
        let folder = TempDir::new().map_err(words)?;
        let config = Config::for_practice(folder.path(), &bot.token, address);
        let mut stage = Stage { world, bot, clock, config, running: None, server, _folder: folder };
        stage.start().await?;
        Ok(stage)
    }

    /// Starts the program, where it does not run.
    pub async fn start(&mut self) -> Result<(), String> {
        if self.running.is_none() {
            let features = FEATURES_OF_TEST.get().copied().unwrap_or(FEATURES);
            let running = start_with(features, &self.config, self.clock.clone()).await;
            self.running = Some(running.map_err(|e| format!("Stoep does not start: {e:#}"))?);
        }
        Ok(())
    }

    /// Does the program run?
    pub fn runs(&self) -> bool {
        self.running.is_some()
    }

    /// Stops the program, where it runs.
    pub async fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop().await;
        }
    }

    /// Stops the program and starts it again on the same database.
    pub async fn restart(&mut self) -> Result<(), String> {
        self.stop().await;
        self.start().await
    }

    /// Makes a code as `stoep invite` does, beside the running program.
    pub async fn operator_code(&self) -> Result<String, String> {
        let key = Key::read_or_make(&self.config.key, &self.config.database).map_err(words)?;
        let store = Store::open(&self.config.database, key).await.map_err(words)?;
        let mut connection = store.writer().await.map_err(words)?;
        let until = self.clock.now().plus_days(7);
        make_invitation(&mut connection, InvitationKind::Operator, None, until).await.map_err(words)
    }

    /// Notes beside the running program that these people said that they are 16 or older.
    pub async fn note_adults(&self, users: &[i64]) -> Result<(), String> {
        let key = Key::read_or_make(&self.config.key, &self.config.database).map_err(words)?;
        let store = Store::open(&self.config.database, key).await.map_err(words)?;
        let mut connection = store.writer().await.map_err(words)?;
        for user in users {
            if let Some(chat) = chat_by_tg_id(&mut connection, *user).await.map_err(words)?
                && let Some(person) = person_of_chat(&mut connection, chat.id).await.map_err(words)?
            {
                set_adult(&mut connection, person, true, self.clock.now()).await.map_err(words)?;
            }
        }
        Ok(())
    }

    /// Writes beside the running program that somebody may be asked to help, and that the team has met them.
    pub async fn note_helper(&self, user: i64, met: bool) -> Result<(), String> {
        let options = SqliteConnectOptions::new().filename(&self.config.database);
        let mut connection = options.connect().await.map_err(words)?;
        sqlx::query(
            "insert into helpers (person_id, neighbourhood_id, willing_at, met_on)
             select p.id, m.neighbourhood_id, ?2, iif(?3, '2026-11-01', null)
             from people p join members m on m.person_id = p.id where p.user_id = ?1",
        )
        .bind(user)
        .bind(self.clock.now().0)
        .bind(met)
        .execute(&mut connection)
        .await
        .map_err(words)?;
        connection.close().await.map_err(words)
    }

    /// Jobs that are due by this time: feature and kind.
    pub async fn jobs_until(&self, until: Moment) -> Result<Vec<String>, String> {
        let options = SqliteConnectOptions::new().filename(&self.config.database).read_only(true);
        let mut connection = options.connect().await.map_err(words)?;
        let found = sqlx::query_scalar("select feature || ':' || kind from jobs where at <= ?").bind(until.0);
        let jobs = found.fetch_all(&mut connection).await.map_err(words)?;
        connection.close().await.map_err(words)?;
        Ok(jobs)
    }

    /// Returns once everything that was said to the bot is handled and on disk, everything it had to say is said, and no job is
    /// due; or says what it still waited for.
    pub async fn settled(&self) -> Result<(), String> {
        let Some(running) = &self.running else { return Err("Stoep does not run".into()) };
        let pulse = running.pulse();
        let quiet = async {
            loop {
                self.world.all_confirmed(self.bot.id).await;
                let mut changed = pin!(pulse.changed());
                // One poll puts us on the list of those who are woken: a change between here and `await` is not missed.
                let at_once = poll_fn(|context| Poll::Ready(changed.as_mut().poll(context).is_ready())).await;
                if pulse.is_quiet(self.clock.now_ms()) && self.world.unconfirmed(self.bot.id) == 0 {
                    return;
                }
                if !at_once {
                    changed.await;
                }
            }
        };
        tokio::time::timeout(PATIENCE, quiet).await.map_err(|_| {
            format!(
                "after {} s Stoep is still busy: {} updates not confirmed; {pulse:?}; last in the log: {:?}",
                PATIENCE.as_secs(),
                self.world.unconfirmed(self.bot.id),
                self.world.log(0).into_iter().rev().take(5).collect::<Vec<_>>()
            )
        })
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn words(error: impl std::fmt::Display) -> String {
    error.to_string()
}

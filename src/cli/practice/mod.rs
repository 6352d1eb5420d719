//! `stoep practice`: a neighbourhood to practise in, without Telegram. Starts a local Bot API server and, over HTTP as in
//! real life, the same bot on it; prints one address to open in a browser.

mod passing;
mod stage;

use std::path::PathBuf;

use anyhow::Context;
use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use url::Url;

use self::passing::Passing;
use super::run::{self, Running, Signals};
use crate::clock::Clock;
use crate::config::Config;
use crate::practice::page::{self, Asked, Carried, Order};
use crate::practice::{self, Arranged, Bot, World};

/// A clock that went on by so many seconds was not moved: it ran.
const SOON: i64 = 60;

/// What the command line said.
pub struct Options {
    /// Keep the bot's database here, instead of in a folder that goes when the program ends.
    pub data: Option<PathBuf>,
    /// Port of the page and the Bot API; 0 takes a free one.
    pub port: u16,
    /// Start the server alone, for any other bot.
    pub without_bot: bool,
}

/// Runs until Ctrl-C.
pub async fn practice(options: Options) -> anyhow::Result<()> {
    let mut signals = Signals::new()?;
    let clock = if options.without_bot { Clock::system() } else { stage::clock() };
    let world = World::new(clock.clone(), practice::Limits::telegrams());
    let listener = listen(options.port).await?;
    let address = listener.local_addr().context("the server has no address")?;
    let url = Url::parse(&format!("http://{address}"))?;
    let (door, mut orders) = mpsc::channel(4);
    let door = (!options.without_bot).then_some(door);
    let routes: Router = practice::router(world.clone()).merge(page::routes(world.clone(), clock.clone(), door));
    let server = tokio::spawn(async move { axum::serve(listener, routes).await });

    if options.without_bot {
        let people = stage::people(&world);
        let bot = stage::bot(&world);
        stage::group(&world, &people);
        say_alone(&url, &bot);
        signals.next().await;
        server.abort();
        return Ok(());
    }
    let mut show = Show::begin(world, clock, url.clone(), options.data).await?;
    println!("The practice neighbourhood is ready. Open this page in a browser:");
    println!();
    println!("    {url}");
    println!();
    println!("Everything stays on this machine. Ctrl-C ends it.");
    loop {
        let asked: Asked = tokio::select! {
            () = signals.next() => break,
            Some(asked) = orders.recv() => asked,
        };
        let result = tokio::select! {
            () = signals.next() => break,
            result = show.carry_out(asked.order) => result,
        };
        if let Err(why) = &result {
            eprintln!("The page asked for something that did not work: {why:#}");
        }
        // A page that was closed meanwhile need not hear of it.
        let _ = asked.done.send(result.unwrap_or(Carried::Failed));
    }
    show.stop().await;
    server.abort();
    Ok(())
}

/// The neighbourhood with the bot in it, as long as it is played.
struct Show {
    world: World,
    clock: Clock,
    url: Url,
    /// Where the database is kept between two tries.
    data: Option<PathBuf>,
    /// Where it is otherwise: a folder that goes with the neighbourhood.
    temporary: tempfile::TempDir,
    config: Config,
    /// The bot's id in the world.
    bot: i64,
    running: Option<Running>,
}

impl Show {
    /// Sets the stage for the first time.
    async fn begin(world: World, clock: Clock, url: Url, data: Option<PathBuf>) -> anyhow::Result<Show> {
        let temporary = temporary()?;
        let folder = data.clone().unwrap_or_else(|| temporary.path().to_owned());
        let config = Config::for_practice(&folder, "", url.clone());
        let mut show = Show { world, clock, url, data, temporary, config, bot: 0, running: None };
        show.set().await?;
        Ok(show)
    }

    /// People, group and bot, in an empty world.
    async fn set(&mut self) -> anyhow::Result<()> {
        let people = stage::people(&self.world);
        let bot = stage::bot(&self.world);
        self.bot = bot.id;
        let folder = self.data.clone().unwrap_or_else(|| self.temporary.path().to_owned());
        self.config = Config::for_practice(&folder, &bot.token, self.url.clone());
        self.config.operators = vec![people.karel];
        self.config.limits = crate::model::Limits::default();
        let kept = self.config.database.exists();
        if kept {
            // The bot remembers the ids of the last time, and would take new ones for repeats.
            self.world.begin_new_ids();
        } else {
            forget(&self.config)?;
        }
        let running = run::start(&self.config, self.clock.clone()).await?;
        let stage = stage::Stage { world: &self.world, bot: &bot, running: &running, clock: &self.clock };
        stage.begin(&people, kept).await?;
        stage::grown_up(&self.config, &people, self.clock.now()).await?;
        self.running = Some(running);
        self.world.arranged(Arranged::Ready);
        Ok(())
    }

    async fn carry_out(&mut self, order: Order) -> anyhow::Result<Carried> {
        match order {
            Order::Until(until) => {
                if let Some(passing) = self.passing() {
                    passing.until(until).await?;
                }
                self.world.arranged(Arranged::ClockMoved);
            }
            Order::Next => {
                let before = self.clock.now();
                let carried = self.passing().context("the bot is away")?.next().await?;
                if carried == Carried::NothingPlanned && self.clock.now().since(before) > SOON {
                    self.world.arranged(Arranged::ClockMoved);
                }
                return Ok(carried);
            }
            Order::Again => self.again().await?,
            Order::Stop => {
                self.stop().await;
                self.world.arranged(Arranged::BotStopped);
            }
            Order::Start => {
                if self.running.is_none() {
                    self.running = Some(run::start(&self.config, self.clock.clone()).await?);
                }
                self.world.arranged(Arranged::BotStarted);
            }
        }
        Ok(Carried::Out)
    }

    fn passing(&self) -> Option<Passing<'_>> {
        let running = self.running.as_ref()?;
        Some(Passing { world: &self.world, bot: self.bot, running, clock: &self.clock })
    }

    async fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop().await;
        }
    }

    /// An empty world and an empty database, at the same address.
    async fn again(&mut self) -> anyhow::Result<()> {
        self.stop().await;
        self.world.clear();
        self.world.arranged(Arranged::Again);
        if self.data.is_some() {
            forget(&self.config)?;
        } else {
            self.temporary = temporary()?;
        }
        stage::turn_back(&self.clock);
        self.set().await
    }
}

fn temporary() -> anyhow::Result<tempfile::TempDir> {
    tempfile::tempdir().context("a temporary folder can't be made")
}

/// Deletes a database with what is kept beside it, and its key: one without the other would be missed.
fn forget(config: &Config) -> anyhow::Result<()> {
    let beside = |ending: &str| {
        let mut name = config.database.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let lock = config.database.with_extension("lock");
    for file in [beside(""), beside("-wal"), beside("-shm"), lock, config.key.clone()] {
        match std::fs::remove_file(&file) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                return Err(e).context("the database can't be deleted");
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

/// The usual port where it is free, so that a reload finds the page again; else any.
async fn listen(port: u16) -> anyhow::Result<TcpListener> {
    match TcpListener::bind(("127.0.0.1", port)).await {
        Ok(listener) => Ok(listener),
        Err(_) => TcpListener::bind(("127.0.0.1", 0)).await.context("no port can be listened on"),
    }
}

fn say_alone(url: &Url, bot: &Bot) {
    println!("A local Bot API server, without a bot. Start yours with:");
    println!();
    println!("    TELOXIDE_API_URL={url} TELOXIDE_TOKEN={}", bot.token);
    println!();
    println!("The bot is @{}. The page with the group and the people:", bot.username);
    println!();
    println!("    {url}");
    println!();
    println!("Add the bot to the group there, and write to it. Ctrl-C ends it.");
}

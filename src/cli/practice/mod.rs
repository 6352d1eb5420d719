//! `stoep practice`: a neighbourhood to practise in, without Telegram. Starts a local Bot API server and, over HTTP as in
//! real life, the same bot on it; prints one address to open in a browser.

mod stage;

use std::path::PathBuf;

use anyhow::Context;
use axum::Router;
use tokio::net::TcpListener;
use url::Url;

use super::run::{self, Signals};
use crate::clock::Clock;
use crate::config::Config;
use crate::practice::{self, Bot, World, page};

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
    let people = stage::people(&world);
    let bot = world.add_bot("StoepOefenBot", "Stoep");
    let listener = listen(options.port).await?;
    let address = listener.local_addr().context("the server has no address")?;
    let routes: Router = practice::router(world.clone()).merge(page::routes(world.clone(), clock.clone()));
    let server = tokio::spawn(async move { axum::serve(listener, routes).await });
    let url = Url::parse(&format!("http://{address}"))?;

    if options.without_bot {
        stage::group(&world, &people);
        say_alone(&url, &bot);
        signals.next().await;
        server.abort();
        return Ok(());
    }
    let temporary = tempfile::tempdir().context("a temporary folder can't be made")?;
    let folder = options.data.unwrap_or_else(|| temporary.path().to_owned());
    let mut config = Config::for_practice(&folder, &bot.token, url.clone());
    config.operators = vec![people.karel];
    config.limits = crate::model::Limits::default();
    let kept = config.database.exists();
    if kept {
        // The bot remembers the ids of the last time, and would take new ones for repeats.
        world.begin_new_ids();
    }
    let running = run::start(&config, clock.clone()).await?;
    let stage = stage::Stage { world: &world, bot: &bot, running: &running, clock: &clock };
    stage.begin(&people, kept).await?;
    println!("The practice neighbourhood is ready. Open this page in a browser:");
    println!();
    println!("    {url}");
    println!();
    println!("Everything stays on this machine. Ctrl-C ends it.");
    signals.next().await;
    running.stop().await;
    server.abort();
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

//! Reads the command line and starts one program.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use stoep::{cli, store};

/// Stoep: a Telegram bot for neighbourhoods.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    program: Program,
}

#[derive(Subcommand)]
enum Program {
    /// Run the bot: with TELOXIDE_TOKEN in the environment, or with stoep.toml.
    Run {
        /// The settings.
        #[arg(long, default_value = "stoep.toml")]
        config: PathBuf,
    },
    /// Practise without Telegram: a group, its people and the bot, on a page in your browser.
    Practice {
        /// Keep the bot's database in this folder.
        #[arg(long)]
        data: Option<PathBuf>,
        /// Port of the page.
        #[arg(long, default_value_t = 8700)]
        port: u16,
        /// Start the local Bot API server alone, and print its address and token.
        #[arg(long)]
        without_bot: bool,
    },
    /// Look over questions, texts and facts, and name each mistake.
    Check,
    /// Make an empty database on purpose: with a key that is there already, or to begin anew.
    Init {
        /// The settings.
        #[arg(long, default_value = "stoep.toml")]
        config: PathBuf,
    },
    /// Make a one-time code that lets somebody set up a neighbourhood.
    Invite {
        /// The settings.
        #[arg(long, default_value = "stoep.toml")]
        config: PathBuf,
    },
    /// Read days and times in lines of text from the standard input, and answer each with a line.
    When {
        /// Lines of JSON in, lines of JSON out; docs/WHEN.md has the form.
        #[arg(long)]
        json: bool,
        /// What the clock in Amsterdam showed when they were sent: 2026-11-28T14:30. Now, where it isn't given.
        #[arg(long)]
        now: Option<String>,
    },
    /// Read lines of text from the standard input, and say of each what Stoep finds of distress in it.
    Distress {
        /// A line of JSON for each: {"kind": "danger"}, or null.
        #[arg(long)]
        json: bool,
    },
    /// List what could not be handled, or try one of them again.
    Replay {
        /// The settings.
        #[arg(long, default_value = "stoep.toml")]
        config: PathBuf,
        /// The id from the log or the apology.
        fault: Option<String>,
    },
}

#[tokio::main(worker_threads = 2)]
async fn main() -> ExitCode {
    // Before anything is opened.
    store::private::make_all_private();
    let log = cli::log::start();
    // Where a test stops the program (FAILPOINTS in the environment). Only what `cargo test` builds looks at it.
    let _failpoints = fail::has_failpoints().then(fail::FailScenario::setup);
    let done = match Arguments::parse().program {
        Program::Run { config } => cli::run::run(&config).await,
        Program::Practice { data, port, without_bot } => {
            let options = cli::practice::Options { data, port, without_bot };
            cli::practice::practice(options).await
        }
        Program::Check => cli::check::run(),
        Program::When { json, now } => cli::when::run(json, now.as_deref()),
        Program::Distress { json } => cli::distress::run(json),
        Program::Init { config } => cli::init::init(&config).await,
        Program::Invite { config } => cli::invite::invite(&config).await,
        Program::Replay { config, fault } => cli::replay::replay(&config, fault.as_deref()).await,
    };
    log.flush();
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("stoep: {problem}");
            ExitCode::FAILURE
        }
    }
}

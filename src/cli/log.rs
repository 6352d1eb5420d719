//! Logs: structured, to standard error, without texts, names or token.

use std::io::IsTerminal;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Starts logging: lines for a person at a terminal, JSON for everything else. Only our own rooms are heard: a library's
/// line could hold an address with the token in it.
pub fn start() {
    let ours = Targets::new().with_target("stoep", LevelFilter::INFO);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_target(false);
    if std::io::stderr().is_terminal() {
        tracing_subscriber::registry().with(lines.with_filter(ours)).init();
    } else {
        tracing_subscriber::registry().with(lines.json().with_filter(ours)).init();
    }
    std::panic::set_hook(Box::new(|info| {
        // The message can hold what somebody wrote: the place says enough.
        let place = info.location().map(|l| format!("{}:{}", l.file(), l.line())).unwrap_or_default();
        tracing::error!(%place, "a panic");
    }));
}

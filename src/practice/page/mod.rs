//! The practice neighbourhood's web page: a group chat beside the private chats of people one can be.
//!
//! One chooses who to be, writes, taps buttons, follows links into the bot, blocks it, and moves the clock; what the bot
//! edits is seen at once. HTML, CSS and JavaScript come from the program itself; nothing is loaded from elsewhere.
//!
//! The page speaks JSON with the routes below. It is told over `/api/events` *that* something changed and then asks for
//! what it shows. It answers on loopback names only, and takes acts only from itself: any page open in the same browser
//! could otherwise reach it.

mod acts;
mod door;
mod guard;
mod happened;
mod media;
mod switches;
mod time;
mod view;

pub use door::{Asked, Carried, Door, Order};

use std::convert::Infallible;

use axum::Router;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::middleware;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::{MethodRouter, get, post};
use futures_util::{Stream, stream};

use super::World;
use crate::clock::Clock;

/// What the routes share: the neighbourhood and the time.
#[derive(Clone)]
struct Page {
    world: World,
    clock: Clock,
    /// To whoever runs the bot. `None` if the bot is somebody else's.
    door: Option<Door>,
}

/// The page's routes: `/`, its files, and `/api/…`. They stand beside the Bot API's own routes without touching them.
pub fn routes(world: World, clock: Clock, door: Option<Door>) -> Router {
    Router::new()
        .route("/", file("text/html; charset=utf-8", include_str!("index.html")))
        .route("/page.css", file("text/css; charset=utf-8", include_str!("page.css")))
        .route("/page.js", file("text/javascript; charset=utf-8", include_str!("page.js")))
        .route("/clock.js", file("text/javascript; charset=utf-8", include_str!("clock.js")))
        .route("/happened.js", file("text/javascript; charset=utf-8", include_str!("happened.js")))
        .route("/arrange.js", file("text/javascript; charset=utf-8", include_str!("arrange.js")))
        .route("/menu.js", file("text/javascript; charset=utf-8", include_str!("menu.js")))
        .route("/pane.js", file("text/javascript; charset=utf-8", include_str!("pane.js")))
        .route("/draw.js", file("text/javascript; charset=utf-8", include_str!("draw.js")))
        .route("/links.js", file("text/javascript; charset=utf-8", include_str!("links.js")))
        .route("/words.js", file("text/javascript; charset=utf-8", include_str!("words.js")))
        .route("/icon.svg", file("image/svg+xml", include_str!("icon.svg")))
        .route("/api/state", get(view::state))
        .route("/api/chat", get(view::chat))
        .route("/api/file", get(media::file))
        .route("/api/events", get(events))
        .route("/api/write", post(acts::write))
        .route("/api/press", post(acts::press))
        .route("/api/start", post(acts::start))
        .route("/api/other", post(acts::other))
        .route("/api/block", post(acts::block))
        .route("/api/member", post(acts::member))
        .route("/api/bot", post(acts::bot))
        .route("/api/upgrade", post(acts::upgrade))
        .route("/api/clock", post(time::clock))
        .route("/api/away", post(switches::away))
        .route("/api/refusing", post(switches::refusing))
        .route("/api/again", post(switches::again))
        .layer(middleware::from_fn(guard::guard))
        .with_state(Page { world, clock, door })
}

/// One of the page's files. Nothing but this server's own files may run or show in it.
fn file(kind: &'static str, content: &'static str) -> MethodRouter<Page> {
    const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    get(move || async move {
        let head = [(CONTENT_TYPE, kind), (CONTENT_SECURITY_POLICY, POLICY), (CACHE_CONTROL, "no-store")];
        (head, content).into_response()
    })
}

/// `GET /api/events`: says `changed`, with the number of the newest entry of the log, at once and whenever something
/// happened since. Changes in quick succession are told once.
async fn events(State(page): State<Page>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut log = page.world.subscribe();
    log.mark_changed();
    let told = stream::unfold(log, |mut log| async {
        log.changed().await.ok()?;
        let number = *log.borrow_and_update();
        Some((Ok(Event::default().event("changed").data(number.to_string())), log))
    });
    Sse::new(told).keep_alive(KeepAlive::default())
}

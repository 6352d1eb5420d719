//! The one HTTP server: for now the health page.

mod health;

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};

use self::health::Health;
use crate::clock::Clock;
use crate::model::Pulse;

/// What the pages show.
#[derive(Clone)]
struct Shown {
    pulse: Arc<Pulse>,
    clock: Clock,
    started_ms: i64,
    log_is_stuck: fn() -> bool,
}

/// The server's pages.
pub fn router(pulse: Arc<Pulse>, clock: Clock, log_is_stuck: fn() -> bool) -> Router {
    let started_ms = clock.steady_ms();
    Router::new().route("/healthz", get(health)).with_state(Shown { pulse, clock, started_ms, log_is_stuck })
}

/// 200 where all is well, 503 with what is not in plain words.
async fn health(State(shown): State<Shown>) -> Response {
    let health = Health::of(&shown.pulse, shown.started_ms, shown.clock.steady_ms(), (shown.log_is_stuck)());
    let status = if health.is_well() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(health.shown())).into_response()
}

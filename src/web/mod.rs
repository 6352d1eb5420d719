//! The one HTTP server: for now the health page.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

use crate::model::Pulse;

/// The server's pages.
pub fn router(pulse: Arc<Pulse>) -> Router {
    Router::new().route("/healthz", get(health)).with_state(pulse)
}

/// 200 where all is well, 503 with what is not in plain words.
async fn health(State(pulse): State<Arc<Pulse>>) -> Response {
    let troubles: Vec<_> = pulse.troubles().iter().map(|t| t.words()).collect();
    let status = if troubles.is_empty() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(json!({ "ok": troubles.is_empty(), "troubles": troubles }))).into_response()
}

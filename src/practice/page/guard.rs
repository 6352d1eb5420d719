//! Who may speak with the page: a browser on this machine that opened the page itself.

use axum::extract::Request;
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Refuses a name that is not loopback's (a foreign name can be made to point at this machine) and, for anything but
/// reading, a request that another site's page sent.
pub(super) async fn guard(request: Request, next: Next) -> Response {
    let Some(host) = loopback_host(request.headers()) else {
        return (StatusCode::FORBIDDEN, "this page answers to localhost, 127.0.0.1 and [::1] only").into_response();
    };
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if !reads && !from_the_page(request.headers(), &host) {
        return (StatusCode::FORBIDDEN, "only the practice page itself may do this").into_response();
    }
    let mut answer = next.run(request).await;
    answer.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    answer
}

/// The `Host` that was asked for, if it names this machine.
fn loopback_host(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(HOST)?.to_str().ok()?;
    let name = match host.rsplit_once(':') {
        // `[::1]` without a port has colons of its own.
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let known = ["localhost", "127.0.0.1", "[::1]"];
    known.iter().any(|k| name.eq_ignore_ascii_case(k)).then(|| host.to_owned())
}

/// Browsers say where a request comes from and let no page change that.
fn from_the_page(headers: &HeaderMap, host: &str) -> bool {
    let said = |name: &str| headers.get(name).map(HeaderValue::as_bytes);
    let site = said("sec-fetch-site");
    let origin = said(ORIGIN.as_str());
    let same_site = site.is_none_or(|s| s == b"same-origin");
    let same_origin = origin.is_none_or(|o| o.eq_ignore_ascii_case(format!("http://{host}").as_bytes()));
    (site.is_some() || origin.is_some()) && same_site && same_origin
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(k, v)| (k.parse().unwrap(), HeaderValue::from_static(v))).collect()
    }

    #[test]
    fn only_loopback_names_are_answered() {
        for (host, good) in [
            ("localhost", true),
            ("LOCALHOST:8081", true),
            ("127.0.0.1:8081", true),
            ("[::1]", true),
            ("[::1]:8081", true),
            ("127.0.0.1.example.org", false),
            ("example.org:8081", false),
            ("localhost.example.org", false),
            ("192.168.1.4:8081", false),
            ("", false),
        ] {
            assert_eq!(loopback_host(&headers(&[("host", host)])).is_some(), good, "{host}");
        }
        assert_eq!(loopback_host(&headers(&[])), None);
    }

    #[test]
    fn acts_come_from_the_page_itself() {
        let from = |pairs: &[(&'static str, &'static str)]| from_the_page(&headers(pairs), "localhost:8081");
        assert!(from(&[("origin", "http://localhost:8081")]));
        assert!(from(&[("sec-fetch-site", "same-origin")]));
        assert!(from(&[("origin", "http://localhost:8081"), ("sec-fetch-site", "same-origin")]));
        assert!(!from(&[]));
        assert!(!from(&[("origin", "null")]));
        assert!(!from(&[("origin", "http://localhost:9000")]));
        assert!(!from(&[("origin", "https://example.org")]));
        assert!(!from(&[("sec-fetch-site", "same-site")]));
        assert!(!from(&[("sec-fetch-site", "none")]));
        assert!(!from(&[("origin", "http://localhost:8081"), ("sec-fetch-site", "cross-site")]));
    }
}

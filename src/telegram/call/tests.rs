//! What is read from answers, and from what is none.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;

fn refused(code: i64, words: &str) -> CallError {
    CallError::Refused(Refusal { code, words: words.into(), ..Refusal::default() })
}

#[test]
fn what_was_done_is_done_however_the_answer_looks() {
    for (text, result) in [
        (r#"{"ok":true,"result":{"message_id":7,"new":[]}}"#, r#"{"message_id":7,"new":[]}"#),
        (r#"{"ok":true,"result":true}"#, "true"),
        (r#"{"ok":true,"result":null}"#, "null"),
        (r#"{"ok":true}"#, "null"),
        (r#"{"ok":true,"result":{},"parameters":"odd"}"#, "null"),
    ] {
        assert_eq!(read(200, text).unwrap().get(), result, "{text}");
    }
}

#[test]
fn refusals_and_what_is_none() {
    let strange = |status| CallError::Strange { status };
    for (status, text, means) in [
        (400, r#"{"ok":false,"error_code":400,"description":"Bad Request: x"}"#, refused(400, "Bad Request: x")),
        (401, r#"{"ok":false}"#, refused(401, "")),
        (200, r#"{"ok":false}"#, refused(0, "")),
        (200, r#"{"error_code":429,"description":null}"#, refused(429, "")),
        (200, "<html>Log in to this network</html>", strange(200)),
        (502, "<html>502</html>", strange(502)),
        (200, "{}", strange(200)),
        (500, r#"{"message":"no such method"}"#, strange(500)),
        (200, "", strange(200)),
    ] {
        assert_eq!(read(status, text).unwrap_err(), means, "{text}");
    }
    let asked = read(429, r#"{"ok":false,"error_code":429,"parameters":{"retry_after":7,"new":1}}"#).unwrap_err();
    assert_eq!(asked.refusal().unwrap().retry_after, Some(7));
    let moved = read(400, r#"{"ok":false,"error_code":400,"parameters":{"migrate_to_chat_id":-1005}}"#).unwrap_err();
    assert_eq!(moved.refusal().unwrap().migrate_to, Some(-1005));
}

/// Calls a server, and gives why it could not be reached.
async fn why(url: &str, client: reqwest::ClientBuilder) -> Unreached {
    let bot = Bot::with_client("1:geheim", client.build().unwrap()).set_api_url(url.parse().unwrap());
    let error = call(&bot, "getMe", Parameters::default()).await.unwrap_err();
    assert!(!format!("{error:?}").contains("geheim"), "no token in an error");
    error.unreached().unwrap()
}

/// An address at which whoever connects is answered with these bytes.
async fn answering(bytes: &'static [u8]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut asked = [0; 1024];
            if stream.read(&mut asked).await.is_ok() && stream.write_all(bytes).await.is_ok() {
                let _ = stream.shutdown().await;
            }
        }
    });
    address.to_string()
}

#[tokio::test]
async fn why_a_server_can_not_be_reached() {
    let plain = || teloxide::net::default_reqwest_settings().no_proxy();
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    assert_eq!(why(&format!("http://{closed}"), plain()).await, Unreached::Refused);
    assert_eq!(why("https://no-such-name.invalid", plain()).await, Unreached::Name);
    let page = answering(b"HTTP/1.1 200 OK\r\ncontent-length: 13\r\nconnection: close\r\n\r\n<html></html>").await;
    assert_eq!(why(&format!("http://{page}"), plain()).await, Unreached::Strange);
    assert_eq!(why(&format!("https://{page}"), plain()).await, Unreached::Tls);
    let silent = answering(b"").await;
    assert_eq!(why(&format!("http://{silent}"), plain()).await, Unreached::Broken);
    let refusing = answering(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await;
    let through = plain().proxy(reqwest::Proxy::all(format!("http://{refusing}")).unwrap());
    assert_eq!(why("https://api.telegram.org", through).await, Unreached::Proxy);
}

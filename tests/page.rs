//! The practice neighbourhood's page over HTTP: its files, whom it answers, and what one does on it.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::time::Duration;

use serde_json::{Value, json};
use stoep::clock::Clock;
use stoep::model::Moment;
use stoep::practice::page::{self, Asked, Carried, Door, Order};
use stoep::practice::{Arranged, Limits, NewPerson, World};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::timeout;

/// 23 November 2026, 18:36 in the Netherlands.
const EVENING: Moment = Moment(1_795_455_360);

/// A neighbourhood with a bot, two people and a group, behind its page and its Bot API.
struct Street {
    world: World,
    clock: Clock,
    address: SocketAddr,
    token: String,
    bot: i64,
    fatima: i64,
    joop: i64,
    group: i64,
}

async fn street() -> Street {
    let clock = Clock::still(EVENING);
    let world = World::new(clock.clone(), Limits::none());
    let bot = world.add_bot("stoep_bot", "Stoep");
    let person = |name: &str| NewPerson { first_name: name.into(), ..NewPerson::default() };
    let fatima = world.add_person(person("Fatima <b>&\u{202e}"));
    let joop = world.add_person(person("Joop"));
    let group = world.add_group("Onze straat", true, false, fatima);
    world.add_bot_to_group(group, bot.id, fatima, None).unwrap();
    let address = SocketAddr::from(([127, 0, 0, 1], 0));
    behind(Street { world, clock, address, token: bot.token, bot: bot.id, fatima, joop, group }, None).await
}

/// The same neighbourhood behind a page with this door, at an address of its own.
async fn behind(street: Street, door: Option<Door>) -> Street {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (world, clock) = (street.world.clone(), street.clock.clone());
    let app = stoep::practice::router(world.clone()).merge(page::routes(world, clock, door));
    tokio::spawn(async move { axum::serve(listener, app).await });
    Street { address, ..street }
}

impl Street {
    async fn group_now(&self) -> Value {
        self.json("/api/state").await["groups"][0].clone()
    }

    /// One request as it goes over the wire; gives the status, the head and the body.
    async fn raw(&self, request: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head[9..12].parse().unwrap(), head.to_lowercase(), body.to_owned())
    }

    async fn get(&self, path: &str) -> (u16, String, String) {
        let host = self.address;
        self.raw(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).await
    }

    async fn json(&self, path: &str) -> Value {
        let (status, _, body) = self.get(path).await;
        assert_eq!(status, 200, "{path}: {body}");
        serde_json::from_str(&body).unwrap()
    }

    async fn post_from(&self, origin: &str, path: &str, body: &Value) -> (u16, Value) {
        let (host, body) = (self.address, body.to_string());
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\n{origin}Content-Type: application/json\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            body.len()
        );
        let (status, _, body) = self.raw(&request).await;
        (status, serde_json::from_str(&body).unwrap_or_default())
    }

    /// What the page itself sends.
    async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        let origin = format!("Origin: http://{}\r\nSec-Fetch-Site: same-origin\r\n", self.address);
        self.post_from(&origin, path, &body).await
    }

    /// A call of the bot's; gives its result.
    async fn bot(&self, method: &str, body: Value) -> Value {
        let (status, answer) = self.post_from("", &format!("/bot{}/{method}", self.token), &body).await;
        assert_eq!(status, 200, "{method}: {answer}");
        answer["result"].clone()
    }

    async fn private(&self, person: i64) -> Value {
        self.json(&format!("/api/chat?as={person}&chat={person}&bot={}", self.bot)).await
    }
}

#[tokio::test]
async fn its_files_come_from_the_program_and_load_nothing_from_elsewhere() {
    let street = street().await;
    for (path, kind) in [
        ("/", "text/html"),
        ("/page.css", "text/css"),
        ("/page.js", "text/javascript"),
        ("/clock.js", "text/javascript"),
        ("/links.js", "text/javascript"),
        ("/happened.js", "text/javascript"),
        ("/arrange.js", "text/javascript"),
        ("/menu.js", "text/javascript"),
        ("/pane.js", "text/javascript"),
        ("/draw.js", "text/javascript"),
        ("/words.js", "text/javascript"),
        ("/icon.svg", "image/svg+xml"),
    ] {
        let (status, head, body) = street.get(path).await;
        assert_eq!(status, 200, "{path}");
        assert!(head.contains(&format!("content-type: {kind}")), "{path}: {head}");
        assert!(head.contains("content-security-policy: default-src 'self'"), "{path}: {head}");
        for elsewhere in ["src=\"http", "href=\"http", "url(", "@import", "from \"http", "innerHTML", "insertAdjacent"]
        {
            assert!(!body.contains(elsewhere), "{path} has {elsewhere}");
        }
    }
}

#[tokio::test]
async fn every_word_of_the_page_is_there_in_both_languages() {
    let street = street().await;
    let (_, _, words) = street.get("/words.js").await;
    let keys = |from: &str, to: &str| -> BTreeSet<String> {
        let part = words.split_once(from).unwrap().1.split_once(to).unwrap().0;
        part.lines().filter_map(|l| l.trim().split_once(": \"")).map(|(key, _)| key.to_owned()).collect()
    };
    let dutch = keys("  nl: {", "\n  },");
    assert_eq!(dutch, keys("  en: {", "\n  },"));
    assert!(dutch.len() > 50, "{dutch:?}");
    let used = regex::Regex::new(r#"(?:say\(|data-say(?:-label)?=)"([a-z0-9_]+)""#).unwrap();
    for path in ["/", "/page.js", "/clock.js", "/pane.js", "/draw.js", "/happened.js", "/arrange.js"] {
        let (_, _, body) = street.get(path).await;
        for key in used.captures_iter(&body) {
            assert!(dutch.contains(&key[1]), "{path} says {}", &key[1]);
        }
    }
}

#[tokio::test]
async fn other_sites_and_other_names_are_refused() {
    let street = street().await;
    let (status, _, _) = street.raw("GET / HTTP/1.1\r\nHost: stoep.example.org\r\nConnection: close\r\n\r\n").await;
    assert_eq!(status, 403);
    let asked = "GET /api/state HTTP/1.1\r\nHost: stoep.example.org:80\r\nConnection: close\r\n\r\n";
    assert_eq!(street.raw(asked).await.0, 403);

    let before = street.world.log(0).len();
    let act = json!({ "as": street.fatima, "chat": street.group, "text": "Hoi" });
    for origin in [
        "",
        "Origin: http://example.org\r\n",
        "Origin: null\r\n",
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n",
        "Origin: http://127.0.0.1:1\r\n",
    ] {
        assert_eq!(street.post_from(origin, "/api/write", &act).await.0, 403, "{origin}");
        assert_eq!(street.post_from(origin, "/api/clock", &json!({ "to": "one_hour" })).await.0, 403, "{origin}");
    }
    assert_eq!(street.world.log(0).len(), before);
    assert_eq!(street.clock.now(), EVENING);
    assert_eq!(street.post("/api/write", act).await.0, 200);
}

#[tokio::test]
async fn the_state_shows_people_groups_and_who_spoke_with_the_bot() {
    let street = street().await;
    let state = street.json("/api/state").await;
    assert_eq!(state["now_ms"], EVENING.0 * 1000);
    assert_eq!(state["bots"], json!([{ "id": street.bot, "name": "Stoep", "username": "stoep_bot" }]));
    assert_eq!(state["people"][0]["name"], "Fatima <b>&\u{202e}");
    let silent = json!([{ "bot": street.bot, "started": false, "blocked": false, "count": 0 }]);
    assert_eq!(state["people"][0]["private"], silent);
    assert_eq!(state["groups"][0]["title"], "Onze straat");
    assert_eq!(state["groups"][0]["members"], json!([street.fatima]), "the bot is not somebody one can be");

    let act = json!({ "as": street.fatima, "bot": street.bot, "param": "hulp_1" });
    assert_eq!(street.post("/api/start", act).await.0, 200);
    street.bot("sendMessage", json!({ "chat_id": street.fatima, "text": "Dag" })).await;
    let block = json!({ "as": street.joop, "bot": street.bot, "blocked": true });
    assert_eq!(street.post("/api/block", block.clone()).await.0, 409, "Joop never spoke with the bot");
    street.post("/api/start", json!({ "as": street.joop, "bot": street.bot, "param": null })).await;
    assert_eq!(street.post("/api/block", block).await.0, 200);
    assert_eq!(
        street.post("/api/member", json!({ "as": street.joop, "chat": street.group, "join": true })).await.0,
        200
    );

    let state = street.json("/api/state").await;
    let spoken = json!([{ "bot": street.bot, "started": true, "blocked": false, "count": 1 }]);
    assert_eq!(state["people"][0]["private"], spoken);
    assert_eq!(state["people"][1]["private"][0]["blocked"], true);
    assert_eq!(state["groups"][0]["members"], json!([street.fatima, street.joop]));
    let chat = street.private(street.fatima).await;
    assert_eq!(chat["messages"][0]["text"], "/start hulp_1");
    assert_eq!(chat["messages"][1]["from"], json!({ "id": street.bot, "name": "Stoep", "bot": true }));
    let group = street.json(&format!("/api/chat?as={}&chat={}", street.joop, street.group)).await;
    let joined = json!({ "kind": "new_chat_members", "about": "Joop" });
    assert_eq!(group["messages"].as_array().unwrap().last().unwrap()["service"], joined);
}

#[tokio::test]
async fn a_tap_is_answered_and_the_message_changes() {
    let street = street().await;
    street.post("/api/start", json!({ "as": street.fatima, "bot": street.bot, "param": null })).await;
    let rows = json!([[{ "text": "Ja", "callback_data": "j" }, { "text": "Lees", "url": "https://example.org/" }]]);
    let sent = street
        .bot(
            "sendMessage",
            json!({ "chat_id": street.fatima, "text": "<b>Nodig</b>?", "parse_mode": "HTML",
                    "reply_markup": { "inline_keyboard": rows } }),
        )
        .await;
    let message = &street.private(street.fatima).await["messages"][1];
    assert_eq!(message["text"], "Nodig?");
    assert_eq!(message["entities"], json!([{ "type": "bold", "offset": 0, "length": 5 }]));
    let shown = json!([[{ "label": "Ja", "data": "j", "url": null },
                        { "label": "Lees", "data": null, "url": "https://example.org/" }]]);
    assert_eq!(message["rows"], shown);

    let since = street.json("/api/state").await["log"].clone();
    let mut tap = json!({ "as": street.fatima, "chat": street.fatima, "bot": street.bot, "message": sent["message_id"],
                          "data": "j" });
    let (status, pressed) = street.post("/api/press", tap.clone()).await;
    assert_eq!(status, 200);
    let answer = json!({ "callback_query_id": pressed["query"], "text": "Dank je", "show_alert": true });
    street.bot("answerCallbackQuery", answer).await;
    let edit = json!({ "chat_id": street.fatima, "message_id": sent["message_id"], "text": "Geregeld" });
    street.bot("editMessageText", edit).await;

    let state = street.json(&format!("/api/state?since={since}")).await;
    assert_eq!(
        state["answers"],
        json!([{ "query": pressed["query"], "user": street.fatima, "text": "Dank je", "alert": true, "url": null }])
    );
    assert_eq!(street.json("/api/state").await["answers"], json!([]), "a page that was just opened waits for nothing");
    let message = &street.private(street.fatima).await["messages"][1];
    assert_eq!(
        (&message["text"], &message["edited"], &message["rows"]),
        (&json!("Geregeld"), &json!(true), &json!([]))
    );

    let (status, refused) = street.post("/api/press", tap.clone()).await;
    assert_eq!(status, 409, "the button has gone");
    assert!(refused["error"].is_string());
    tap["message"] = json!(999);
    assert_eq!(street.post("/api/press", tap).await.0, 409);
}

#[tokio::test]
async fn a_one_time_keyboard_goes_once_it_was_used() {
    let street = street().await;
    street.post("/api/start", json!({ "as": street.fatima, "bot": street.bot, "param": null })).await;
    for (once, kind) in [(true, "other"), (true, "write"), (false, "write")] {
        let keys = json!([[{ "text": "Deel mijn nummer", "request_contact": true }], [{ "text": "Liever niet" }]]);
        let keyboard = json!({ "keyboard": keys, "one_time_keyboard": once });
        street.bot("sendMessage", json!({ "chat_id": street.fatima, "text": "?", "reply_markup": keyboard })).await;
        let shown =
            json!([[{ "label": "Deel mijn nummer", "kind": "contact" }], [{ "label": "Liever niet", "kind": "text" }]]);
        assert_eq!(street.private(street.fatima).await["keyboard"], shown);
        let mut act =
            json!({ "as": street.fatima, "chat": street.fatima, "bot": street.bot, "text": "Hm", "kind": "contact" });
        street.post("/api/write", act.clone()).await;
        assert_eq!(street.private(street.fatima).await["keyboard"], shown, "other words leave it");
        act["key"] = json!(true);
        street.post(&format!("/api/{kind}"), act).await;
        let left = if once { json!([]) } else { shown };
        assert_eq!(street.private(street.fatima).await["keyboard"], left, "{once} {kind}");
    }
}

#[tokio::test]
async fn what_is_written_or_sent_arrives_as_it_is() {
    let street = street().await;
    let here = json!({ "as": street.fatima, "chat": street.fatima, "bot": street.bot });
    let with = |field: &str, value: &str| {
        let mut act = here.clone();
        act[field] = json!(value);
        act
    };
    assert_eq!(street.post("/api/write", with("text", "<script>1</script> & \"x\"")).await.0, 200);
    assert_eq!(street.post("/api/write", with("text", "   ")).await.0, 409);
    for kind in ["sticker", "photo", "voice", "contact", "location", "poll"] {
        assert_eq!(street.post("/api/other", with("kind", kind)).await.0, 200, "{kind}");
    }
    assert_eq!(street.post("/api/other", with("kind", "anders")).await.0, 422);
    let chat = street.private(street.fatima).await;
    assert_eq!(chat["messages"][0]["text"], "<script>1</script> & \"x\"");
    let sent: Vec<_> = chat["messages"].as_array().unwrap()[1..].iter().map(|m| m["attachment"].clone()).collect();
    assert_eq!(sent, ["sticker", "photo", "voice", "contact", "location", "poll"]);
    let media: Vec<_> = chat["messages"].as_array().unwrap()[1..].iter().map(|m| m["media"]["file"].as_str()).collect();
    assert_eq!(media.iter().map(Option::is_some).collect::<Vec<_>>(), [true, true, true, false, false, false]);
    let (status, head, picture) = street.get(&format!("/api/file?id={}", media[1].unwrap())).await;
    assert_eq!(status, 200);
    assert!(head.contains("content-type: image/svg+xml") && head.contains("sandbox"), "{head}");
    assert!(picture.starts_with("<svg"));
    assert_eq!(street.get("/api/file?id=none").await.0, 404);
    let outsider = json!({ "as": street.joop, "chat": street.group, "text": "Hoi" });
    assert_eq!(street.post("/api/write", outsider).await.0, 409, "Joop is not in the group");
}

#[tokio::test]
async fn a_bot_comes_and_goes_and_a_basic_group_grows() {
    let street = street().await;
    let act = |role: &str| json!({ "as": street.fatima, "chat": street.group, "bot": street.bot, "role": role });
    for (role, inside) in [("out", json!([])), ("member", json!([street.bot])), ("administrator", json!([street.bot]))]
    {
        assert_eq!(street.post("/api/bot", act(role)).await.0, 200, "{role}");
        assert_eq!(street.group_now().await["bots"], inside, "{role}");
    }
    assert_eq!(street.post("/api/upgrade", json!({ "chat": street.group })).await.0, 409, "it is a supergroup already");
    street.world.delete_group(street.group).unwrap();
    let basic = street.world.add_group("Hofje", false, false, street.joop);
    assert_eq!(street.group_now().await["basic"], true);
    let (status, upgraded) = street.post("/api/upgrade", json!({ "chat": basic })).await;
    assert_eq!(status, 200);
    let now = street.group_now().await;
    assert_eq!((&now["id"], &now["basic"]), (&upgraded["chat"], &json!(false)));
}

#[tokio::test]
async fn the_menu_fits_the_chat_and_the_language() {
    let street = street().await;
    let commands = json!([{ "command": "vraag", "description": "Vraag hulp" }]);
    street.bot("setMyCommands", json!({ "commands": commands, "scope": { "type": "all_group_chats" } })).await;
    let private = json!([{ "command": "mijn", "description": "Mijn vragen" }]);
    street.bot("setMyCommands", json!({ "commands": private, "scope": { "type": "all_private_chats" } })).await;
    let group = street.json(&format!("/api/chat?as={}&chat={}", street.fatima, street.group)).await;
    let named = json!([{ "command": "vraag", "description": "Vraag hulp", "sends": "/vraag@stoep_bot" }]);
    assert_eq!(group["commands"], named);
    let alone = json!([{ "command": "mijn", "description": "Mijn vragen", "sends": "/mijn" }]);
    assert_eq!(street.private(street.fatima).await["commands"], alone);
}

#[tokio::test]
async fn windows_are_told_of_what_happens_and_of_the_clock() {
    let street = street().await;
    let mut stream = TcpStream::connect(street.address).await.unwrap();
    let request = format!("GET /api/events HTTP/1.1\r\nHost: {}\r\n\r\n", street.address);
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut lines = BufReader::new(stream).lines();
    let mut told = async || loop {
        // The limit only keeps a failure from hanging.
        let line = timeout(Duration::from_secs(10), lines.next_line()).await.expect("nothing was told");
        if let Some(number) = line.unwrap().unwrap().strip_prefix("data: ") {
            return number.parse::<u64>().unwrap();
        }
    };
    let first = told().await;
    street.post("/api/write", json!({ "as": street.fatima, "chat": street.group, "text": "Hoi" })).await;
    let second = told().await;
    assert!(second > first, "{second} after {first}");

    let (status, now) = street.post("/api/clock", json!({ "to": "tomorrow_nine" })).await;
    assert_eq!((status, &now["now_ms"]), (200, &json!((EVENING.0 + 51_840) * 1000)));
    assert_eq!(street.clock.now(), EVENING.plus(51_840), "14 hours and 24 minutes later");
    assert!(told().await > second);
    street.post("/api/clock", json!({ "to": "ten_minutes" })).await;
    street.post("/api/clock", json!({ "to": "one_hour" })).await;
    street.post("/api/clock", json!({ "to": "one_week" })).await;
    street.post("/api/clock", json!({ "to": "evening" })).await;
    let evening = 11 * 3600 - 4_200;
    assert_eq!(street.clock.now(), EVENING.plus(51_840 + 4_200 + 7 * 86_400 + evening));
}

#[tokio::test]
async fn it_tells_what_happened_and_to_whom() {
    let street = street().await;
    street.world.arranged(Arranged::Ready);
    street.post("/api/start", json!({ "as": street.fatima, "bot": street.bot, "param": null })).await;
    street.bot("sendMessage", json!({ "chat_id": street.fatima, "text": "Dag" })).await;
    street.bot("sendMessage", json!({ "chat_id": street.group, "text": "Een vraag" })).await;
    let state = street.json("/api/state").await;
    assert_eq!(state["happened"][0]["kind"], "ready");
    assert_eq!(state["happened"][0]["number"], state["began"]);
    let act = &state["happened"][1];
    assert_eq!(
        (&act["kind"], &act["user"], &act["chat"]),
        (&json!("wrote"), &json!(street.fatima), &json!(street.fatima))
    );
    let to: Vec<_> = act["effects"].as_array().unwrap().iter().map(|e| (e["chat"].clone(), e["new"].clone())).collect();
    assert_eq!(to, [(json!(street.fatima), json!(1)), (json!(street.group), json!(1))]);

    street.world.clear();
    street.world.arranged(Arranged::Again);
    let state = street.json("/api/state").await;
    assert_eq!((&state["began"], &state["people"], &state["groups"]), (&Value::Null, &json!([]), &json!([])));
}

#[tokio::test]
async fn telegram_refuses_whatever_is_sent_until_it_works_again() {
    let street = street().await;
    let send = json!({ "chat_id": street.group, "text": "Een vraag" });
    let path = format!("/bot{}/sendMessage", street.token);
    for (refusing, status) in [(true, 429), (true, 429), (false, 200)] {
        assert_eq!(street.post("/api/refusing", json!({ "refusing": refusing })).await.0, 200);
        assert_eq!(street.json("/api/state").await["switches"]["refusing"], refusing);
        let (answered, answer) = street.post_from("", &path, &send).await;
        assert_eq!(answered, status, "{answer}");
        if refusing {
            assert_eq!(answer["parameters"]["retry_after"], 3);
            street.bot("getUpdates", json!({})).await;
        }
    }
    let kinds: Vec<_> =
        street.json("/api/state").await["happened"].as_array().unwrap().iter().map(|a| a["kind"].clone()).collect();
    assert_eq!(kinds[kinds.len() - 2..], ["refusing", "working"], "once each: {kinds:?}");
}

#[tokio::test]
async fn who_runs_the_bot_is_asked_to_stop_it_and_the_clock_goes_on_an_hour_before_it_starts() {
    let street = street().await;
    for path in ["/api/away", "/api/again"] {
        assert_eq!(street.post(path, json!({ "away": true })).await.0, 409, "nobody runs the bot here");
    }
    let (door, mut asked) = mpsc::channel::<Asked>(1);
    let street = behind(street, Some(door)).await;
    let world = street.world.clone();
    let runs = tokio::spawn(async move {
        let mut orders = Vec::new();
        while let Some(Asked { order, done }) = asked.recv().await {
            orders.push(order);
            match order {
                Order::Stop => world.arranged(Arranged::BotStopped),
                Order::Start => world.arranged(Arranged::BotStarted),
                _ => {}
            }
            done.send(if order == Order::Again { Carried::Failed } else { Carried::Out }).unwrap();
            if order == Order::Again {
                break;
            }
        }
        orders
    });
    assert_eq!(street.post("/api/away", json!({ "away": true })).await.0, 200);
    street.post("/api/start", json!({ "as": street.fatima, "bot": street.bot, "param": null })).await;
    let waiting = street.world.unconfirmed(street.bot);
    let state = street.json("/api/state").await;
    assert_eq!(state["switches"], json!({ "door": true, "away": true, "waiting": waiting, "refusing": false }));
    assert_eq!(street.clock.now(), EVENING);
    for _ in 0..2 {
        assert_eq!(street.post("/api/away", json!({ "away": false })).await.0, 200);
        assert_eq!(street.clock.now(), EVENING.plus(3600), "once");
    }
    assert_eq!(street.json("/api/state").await["switches"]["away"], false);
    assert_eq!(street.post("/api/again", json!({})).await.0, 409, "it said that it did not work");
    assert_eq!(runs.await.unwrap(), [Order::Stop, Order::Start, Order::Start, Order::Again]);
}

#[tokio::test]
async fn while_our_bot_runs_the_time_passes_and_otherwise_it_jumps() {
    let street = street().await;
    let next = json!({ "to": "next" });
    assert_eq!(street.post("/api/clock", next.clone()).await.0, 409, "nobody knows what another bot has planned");
    let (door, mut asked) = mpsc::channel::<Asked>(1);
    let street = behind(street, Some(door)).await;
    let world = street.world.clone();
    let runs = tokio::spawn(async move {
        let mut orders = Vec::new();
        while let Some(Asked { order, done }) = asked.recv().await {
            orders.push(order);
            if order == Order::Stop {
                world.arranged(Arranged::BotStopped);
            }
            done.send(if order == Order::Next { Carried::NothingPlanned } else { Carried::Out }).unwrap();
            if order == Order::Stop {
                break;
            }
        }
        orders
    });
    assert_eq!(street.post("/api/clock", next.clone()).await.1["nothing"], true);
    assert_eq!(street.post("/api/clock", json!({ "to": "one_day" })).await.1["nothing"], false);
    assert_eq!(street.clock.now(), EVENING, "the program that runs the bot moves the clock");
    street.post("/api/away", json!({ "away": true })).await;
    assert_eq!(street.post("/api/clock", next).await.0, 409, "who is away does nothing");
    street.post("/api/clock", json!({ "to": "one_day" })).await;
    assert_eq!(street.clock.now(), EVENING.plus(86_400));
    assert_eq!(runs.await.unwrap(), [Order::Next, Order::Until(EVENING.plus(86_400)), Order::Stop]);
}

//! Every state of a help request with every change, through the chat: a request is brought into each of the six states by what
//! people write and tap, and then every button is pressed that was ever there, and its jobs come due. What the rules allow
//! happens; all else is answered kindly and changes nothing.

mod harness;

use std::sync::Mutex;

use harness::act::Scene;
use harness::begin;
use harness::script::action;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use stoep::features::requests::rules::{Change, Facts, State, next};
use stoep::practice::Target;

/// The neighbourhood in which it happens. Joop and Ria want to help; Fatima can choose.
const SETTING: &str = "\
buurt: Oosterpark
wie: Fatima, @fatima
wie: Joop, @joop
wie: Ria, @ria
bewoners: Fatima, Joop, Ria
team: Mo
";

const OPEN: &[&str] = &[
    "Fatima in Oosterpark: /vraag Wie kan vandaag mijn lamp ophangen?",
    "Fatima tikt [Versturen] in Oosterpark",
    "Joop tikt [Ik wil helpen] in Oosterpark",
    "Ria tikt [Ik wil helpen] in Oosterpark",
];

/// What happens after that, until it is in this state.
fn way_to(state: State) -> &'static [&'static str] {
    match state {
        State::Open => &[],
        State::Promised => &["Fatima tikt [Ja, graag] bij \"Joop wil je helpen\""],
        State::Done => &["Fatima tikt [Ja, graag] bij \"Joop wil je helpen\"", "Fatima tikt [Het is gelukt]"],
        State::Withdrawn => &["Fatima: /mijn", "Fatima tikt [Niet meer nodig]"],
        State::TakenOver => &["Els: over"],
        State::Lapsed => &["klok +13 uur"],
    }
}

const CHANGES: [Change; 9] = [
    Change::Accept,
    Change::HelperCant,
    Change::Done,
    Change::Withdraw,
    Change::TakeOver,
    Change::HandOn,
    Change::HandBack,
    Change::Lapse,
    Change::Renew,
];

/// Tries that bring a change about: who presses what. The request, and Joop's and Ria's responses, have the keys 1, 1 and 2.
fn tries(change: Change) -> &'static [(&'static str, &'static str)] {
    match change {
        Change::Accept => &[("Fatima", "req:yes:2:{version}"), ("Fatima", "req:yes:1:{version}")],
        Change::HelperCant => &[("Joop", "req:cant:1")],
        Change::Done => &[("Fatima", "req:done:1"), ("Els", "req:tm:done:1")],
        Change::Withdraw => &[("Fatima", "req:end:1"), ("Els", "req:tm:end:1")],
        Change::TakeOver => &[("Els", "req:tm:for:1:nobody"), ("Els", "req:tm:over:1")],
        Change::HandOn => &[("Els", "req:tm:to:1:{mo}"), ("Els", "req:tm:on:1")],
        Change::HandBack => &[("Els", "req:tm:back:1")],
        // Its job: see below.
        Change::Lapse => &[],
        Change::Renew => &[("Fatima", "req:renew:1")],
    }
}

/// A street with one request in this state.
async fn street(state: State) -> Result<Scene, String> {
    let (_, mut scene) = begin(SETTING).await?;
    for line in OPEN.iter().chain(way_to(state)) {
        match line.split_once(": over") {
            Some((who, "")) => press(&mut scene, who, "req:tm:for:1:nobody").await.map(|_| ())?,
            _ => scene.happen(&[action(line)?], false).await.map(|_| ())?,
        }
    }
    let now = standing(&scene).await?.0;
    if now == state { Ok(scene) } else { Err(format!("it is {now:?} instead of {state:?}")) }
}

/// The request as it is on disk: its state and its version.
async fn standing(scene: &Scene) -> Result<(State, i64), String> {
    let options = SqliteConnectOptions::new().filename(&scene.stage.config.database).read_only(true);
    let mut connection = options.connect().await.map_err(|e| e.to_string())?;
    let found: Result<(String, i64), _> =
        sqlx::query_as("select state, version from requests where id = 1").fetch_one(&mut connection).await;
    connection.close().await.map_err(|e| e.to_string())?;
    let (word, version) = found.map_err(|e| e.to_string())?;
    State::from_word(&word).map(|s| (s, version)).ok_or(word)
}

/// Somebody presses a button with this data on their newest message; returns what was to be seen of it.
async fn press(scene: &mut Scene, who: &str, data: &str) -> Result<Vec<String>, String> {
    let (version, mo) = (standing(scene).await?.1, person(scene, "Mo").await?);
    let data = data.replace("{version}", &version.to_string()).replace("{mo}", &mo.to_string());
    let user = scene.cast.person(who)?;
    let bot = scene.stage.bot.id;
    let messages = scene.stage.world.messages(user);
    let newest = messages.iter().rev().find(|m| m.from.id == bot && !m.deleted).ok_or("no message of Stoep's")?;
    scene.stage.world.press(user, user, newest.id, Target::Made(&data)).map_err(|e| e.to_string())?;
    scene.look().await
}

/// Our key of somebody.
async fn person(scene: &Scene, who: &str) -> Result<i64, String> {
    let options = SqliteConnectOptions::new().filename(&scene.stage.config.database).read_only(true);
    let mut connection = options.connect().await.map_err(|e| e.to_string())?;
    let id = sqlx::query_scalar("select id from people where user_id = ?").bind(scene.cast.person(who)?);
    let id = id.fetch_one(&mut connection).await.map_err(|e| e.to_string());
    connection.close().await.map_err(|e| e.to_string())?;
    id
}

/// Its search's job comes due, and the hour after which it is too late.
async fn time_passes(scene: &mut Scene) -> Result<(), String> {
    let options = SqliteConnectOptions::new().filename(&scene.stage.config.database);
    scene.stage.stop().await;
    let mut connection = options.connect().await.map_err(|e| e.to_string())?;
    sqlx::query("insert into jobs (feature, kind, thing, at) values ('req', 'course', 1, ?) on conflict do nothing")
        .bind(scene.stage.clock.now().0)
        .execute(&mut connection)
        .await
        .map_err(|e| e.to_string())?;
    connection.close().await.map_err(|e| e.to_string())?;
    scene.happen(&[action("klok +13 uur")?], false).await.map(|_| ())
}

/// What the rules say; with as many accepted as wanted after 'accept', and none after 'helper can't'.
fn expected(state: State, change: Change) -> Option<State> {
    next(state, change, Facts { wanted: 1, accepted: i64::from(change == Change::Accept) }).ok()
}

/// Everything that is not allowed in a state, one after the other, changes nothing and is answered.
async fn what_is_not_allowed(state: State) -> Result<(), String> {
    let mut scene = street(state).await?;
    for change in CHANGES.into_iter().filter(|c| expected(state, *c).is_none()) {
        for (who, data) in tries(change) {
            let before = standing(&scene).await?;
            let shown = press(&mut scene, who, data).await?;
            if shown.is_empty() {
                return Err(format!("{change:?} by {data} is not answered"));
            }
            if standing(&scene).await? != before {
                return Err(format!("{change:?} by {data} changed it to {:?}", standing(&scene).await?));
            }
        }
        if change == Change::Lapse {
            let before = standing(&scene).await?;
            time_passes(&mut scene).await?;
            if standing(&scene).await? != before {
                return Err(format!("it lapsed to {:?}", standing(&scene).await?));
            }
        }
    }
    scene.stage.stop().await;
    Ok(())
}

/// What is allowed happens.
async fn what_is_allowed(state: State, change: Change, to: State) -> Result<(), String> {
    // The first of the tries that makes a change does it; Joop's own 'yes' is another one's choice than Ria's.
    let mut scene = street(state).await?;
    match tries(change).first() {
        Some((who, data)) => press(&mut scene, who, data).await.map(|_| ())?,
        None => time_passes(&mut scene).await?,
    }
    if change == Change::Renew {
        for line in ["Fatima tikt [Later, geen haast]", "Fatima tikt [Opnieuw vragen]"] {
            scene.happen(&[action(line)?], false).await?;
        }
    }
    let now = standing(&scene).await?.0;
    scene.stage.stop().await;
    if now == to { Ok(()) } else { Err(format!("it is {now:?} instead of {to:?}")) }
}

#[test]
fn every_state_with_every_change_through_the_chat() {
    let mut waiting: Vec<(State, Option<Change>)> = State::ALL.iter().map(|s| (*s, None)).collect();
    for state in State::ALL {
        waiting.extend(CHANGES.into_iter().filter(|c| expected(state, *c).is_some()).map(|c| (state, Some(c))));
    }
    assert_eq!(waiting.len(), 6 + 17, "as many as the rules' own table");
    let (waiting, broken) = (Mutex::new(waiting), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                loop {
                    let Some((state, change)) = waiting.lock().unwrap().pop() else { return };
                    let done = match change.and_then(|c| expected(state, c).map(|to| (c, to))) {
                        Some((change, to)) => runtime.block_on(what_is_allowed(state, change, to)),
                        None => runtime.block_on(what_is_not_allowed(state)),
                    };
                    if let Err(why) = done {
                        broken.lock().unwrap().push(format!("{state:?} {change:?}: {why}"));
                    }
                }
            });
        }
    });
    let broken = broken.into_inner().unwrap();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

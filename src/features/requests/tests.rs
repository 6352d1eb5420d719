//! What a button's data can't do: it comes from a client, and grants nothing. Every kind of press is tried by everybody
//! whose press it is not.

use sqlx::SqliteConnection;
use tempfile::TempDir;

use super::buttons::{AfterwardsButton, BoardButton, BoardView, SeriesButton};

use super::model::draft::RequestDraft;
use super::model::request::Request;
use super::model::span::Span;
use super::model::states::{Audience, ResponseState, State, Verdict};
use super::*;
use crate::dialogue::Words;
use crate::features::FEATURES;
use crate::features::mine::Mine;
use crate::model::{
    BotName, Button, ChatId, ChatKind, Content, Event, EventChat, Happening, Keyboard, Language, Moment,
    NeighbourhoodId, Person, Press, Send, Sender,
};
use crate::store::{self as whole, ChatSeen, Key, PersonSeen, Store};
use crate::turn::Batch;

mod audiences;

mod series;
mod several;
mod taps;
mod unreadable;

use taps::all;

const NOW: Moment = Moment(1_795_424_400);
const OURS: i64 = -1001;
const THEIRS: i64 = -1002;
const FATIMA: i64 = 1;
const JOOP: i64 = 2;
const MO: i64 = 3;
const MARIA: i64 = 4;

/// Two neighbourhoods. Fatima's first request has Joop's offer; her second one is promised to Joop. She has a draft. Mo is
/// a neighbour; Maria belongs to the other neighbourhood alone.
struct Scene {
    db: SqliteConnection,
    key: Key,
    ours: ChatId,
    /// Request and response: first the open one, then the promised one, then one that repeats.
    things: [(RequestId, i64); 3],
    draft: i64,
    /// Whether the buttons that are pressed stand on no message.
    made_up: bool,
    joops_draft: i64,
    _folder: TempDir,
}

/// A draft that nobody but its asker may read.
fn secret(words: &str) -> RequestDraft {
    RequestDraft {
        category: Some("other".into()),
        title: Some(Words::Typed(format!("geheim {words}"))),
        details: Some(Words::Typed("geheim".into())),
        ..RequestDraft::of_words(Some(NeighbourhoodId(1)), "x")
    }
}

/// What Fatima drafted, as a request that is not there yet.
async fn request_of_fatima(db: &mut SqliteConnection, draft: &RequestDraft) -> Request {
    let ours = whole::neighbourhood(db, NeighbourhoodId(1)).await.unwrap().unwrap();
    drafts::as_request(draft, PersonId(FATIMA), &ours, NOW)
}

async fn scene() -> Scene {
    let folder = TempDir::new().unwrap();
    let key = Key::of_bytes(&[7; 32]).unwrap();
    let store = Store::open(&folder.path().join("t.sqlite"), key.clone()).await.unwrap();
    let mut db = store.writer().await.unwrap();
    let mut chats: Vec<ChatSeen> =
        [FATIMA, JOOP, MO, MARIA].map(|id| ChatSeen(id, "private", String::new(), "open")).into();
    chats.extend([OURS, THEIRS].map(|id| ChatSeen(id, "supergroup", "Groep".into(), "open")));
    let chats = whole::upsert_chats(&mut db, &chats).await.unwrap();
    let people = [(FATIMA, "Fatima"), (JOOP, "Joop"), (MO, "Mo"), (MARIA, "Maria")];
    let seen = people.map(|(id, name)| PersonSeen(id, name.into(), None, None, Some("nl".into())));
    let people = whole::upsert_people(&mut db, &seen).await.unwrap();
    let chat = |tg_id| chats.iter().find(|c| c.tg_id == tg_id).unwrap().id;
    let person = |user_id| -> &Person { people.iter().find(|p| p.user_id == user_id).unwrap() };
    let mut places = Vec::new();
    for (tg_id, name) in [(OURS, "Oosterpark"), (THEIRS, "Westerpark")] {
        let n = whole::create_neighbourhood(&mut db, name, "wijkteam", Language::Nl, name, NOW).await.unwrap();
        whole::set_chat_neighbourhood(&mut db, chat(tg_id), n).await.unwrap();
        places.push(n);
    }
    for (user_id, n) in [(FATIMA, places[0]), (JOOP, places[0]), (MO, places[0]), (MARIA, places[1])] {
        whole::add_member(&mut db, person(user_id).id, n, NOW).await.unwrap();
    }
    let joop = person(JOOP).id;
    let mut things = Vec::new();
    for words in ["open", "beloofd"] {
        let new = request_of_fatima(&mut db, &secret(words)).await;
        let id = store::insert(&mut db, &new, NOW).await.unwrap();
        let response = store::offer(&mut db, id, joop, NOW).await.unwrap().unwrap();
        things.push((id, response.0));
    }
    let promised = store::request(&mut db, things[1].0).await.unwrap().unwrap();
    assert!(store::set_state(&mut db, &promised, State::Promised, None, NOW).await.unwrap());
    let match_ = store::responses_of(&mut db, things[1].0).await.unwrap().remove(0);
    assert!(store::set_response_state(&mut db, &match_, ResponseState::Accepted).await.unwrap());
    store::set_asker_contact(&mut db, things[1].0, "geheim nummer").await.unwrap();
    let new = request_of_fatima(&mut db, &RequestDraft { details: None, ..secret("elke week") }).await;
    let days = ["2026-11-24", "2026-12-01", "2026-12-08"].map(|d| d.parse().unwrap());
    let days = days.map(|d| Span { days: Some((d, d)), part: None, ..Span::default() });
    let first = store::insert_series(&mut db, &new, &days, NOW).await.unwrap();
    things.push((first, store::offer(&mut db, first, joop, NOW).await.unwrap().unwrap().0));
    let draft = store::keep_draft(&mut db, &key, person(FATIMA).id, places[0], &secret("ontwerp"), NOW).await.unwrap();
    let joops_draft = store::keep_draft(&mut db, &key, joop, places[0], &secret("van Joop"), NOW).await.unwrap();
    Scene {
        db,
        key,
        ours: chat(OURS),
        things: [things[0], things[1], things[2]],
        draft,
        joops_draft,
        made_up: false,
        _folder: folder,
    }
}

impl Scene {
    /// Everything that presses may change, row by row.
    async fn rows(&mut self) -> Vec<String> {
        let mut rows = Vec::new();
        for r in self.things.map(|t| t.0) {
            rows.push(format!("{:?}", store::request(&mut self.db, r).await.unwrap()));
            rows.push(format!("{:?}", store::responses_of(&mut self.db, r).await.unwrap()));
        }
        for d in [self.draft, self.joops_draft] {
            rows.push(format!("{:?}", store::draft(&mut self.db, &self.key, d).await.unwrap()));
        }
        rows.push(format!("{:?}", store::request(&mut self.db, RequestId(99)).await.unwrap()));
        for (_, chat, message) in whole::slots_of(&mut self.db, &load::thing(self.things[0].0)).await.unwrap() {
            rows.push(format!("card {chat} {message:?}"));
        }
        rows
    }

    /// What goes out because this person presses this on that message; and whether a dialogue begins.
    async fn press(&mut self, who: i64, place: i64, message_id: i64, tap: RequestButton) -> (Vec<Send>, bool) {
        self.attempt(who, place, message_id, tap).await.unwrap()
    }

    /// As `press`, which may fail.
    async fn attempt(
        &mut self,
        who: i64,
        place: i64,
        message_id: i64,
        tap: RequestButton,
    ) -> Result<(Vec<Send>, bool)> {
        let data = tap.data();
        let data = data.strip_prefix("req:").unwrap().to_owned();
        let kind = if place < 0 { ChatKind::Supergroup } else { ChatKind::Private };
        let event = Event {
            at: NOW,
            seed: 1,
            sender: Some(Sender::sample(who)),
            chat: Some(EventChat { tg_id: place, kind, title: "Groep".into(), topic: None }),
            what: Happening::Press(Press { stands: !self.made_up, ..Press::sample(data.clone(), message_id) }),
        };
        let mut batch = Batch::new(BotName::default(), FEATURES);
        let tg_id = whole::chat_by_tg_id(&mut self.db, place).await.unwrap().unwrap();
        batch.put_chat(tg_id);
        for id in 1..=4 {
            batch.put_person(whole::person(&mut self.db, PersonId(id)).await.unwrap().unwrap());
        }
        let mut turn = Turn::new(&mut self.db, &mut batch, &self.key, &event, NOW);
        match tap {
            RequestButton::Mine(_) => Mine.press(&mut turn, &data).await?,
            _ => Requests.press(&mut turn, &data).await?,
        };
        let begins = turn.has_wish();
        Ok((batch.take_out().into_iter().map(|o| o.send).collect(), begins))
    }

    /// A press that is answered, shows nothing secret and leaves everything as it was before.
    async fn press_in_vain(&mut self, who: i64, place: i64, tap: RequestButton, before: &[String]) {
        let (out, begins) = self.press(who, place, 77, tap).await;
        assert!(!begins && !out.is_empty(), "{tap:?}");
        for send in &out {
            assert!(!says(send).contains("geheim"), "{tap:?} shows {}", says(send));
            assert!(!matches!(send, Send::Card { .. } | Send::Delete { .. }), "{tap:?} {send:?}");
        }
        assert_eq!(self.rows().await, before, "{tap:?} in {place}");
    }

    fn taps(&self) -> Vec<RequestButton> {
        let mut taps = Vec::new();
        for (request, response) in self.things {
            // What names a request, a response and a draft, each with its own key.
            taps.extend(all(request.0, 1, 0).into_iter().filter(|t| is_about_request(*t)));
            taps.extend(all(response, 1, 0).into_iter().filter(|t| is_about_response(*t)));
            taps.extend(all(response, 2, 0).into_iter().filter(|t| is_about_response(*t)));
        }
        taps.extend(all(self.draft, 1, 0).into_iter().filter(|t| is_about_draft(*t)));
        taps
    }
}

fn is_about_request(tap: RequestButton) -> bool {
    use RequestButton as B;
    let series = matches!(tap, B::Series(t) if !matches!(t, SeriesButton::Yes(..) | SeriesButton::No(..)));
    let one = matches!(
        tap,
        B::Help(_)
            | B::More(_)
            | B::Item(..)
            | B::Done(_)
            | B::Withdraw(_)
            | B::Undo(_)
            | B::StillNeeded(_)
            | B::Renew(_)
            | B::NotNow(_)
            | B::AskNoMore(_)
            | B::Team(_)
            | B::OnBoard(BoardButton::Item(..))
            | B::After(AfterwardsButton::Asker(..) | AfterwardsButton::Enough(_))
    );
    one || series
}

/// What any neighbour may do with a request that repeats.
fn is_for_any_neighbour(tap: RequestButton) -> bool {
    let RequestButton::Series(tap) = tap else { return false };
    matches!(
        tap,
        SeriesButton::Whole(_)
            | SeriesButton::Dates(..)
            | SeriesButton::Date(_)
            | SeriesButton::Pick(..)
            | SeriesButton::Offer(..)
    )
}

fn is_about_response(tap: RequestButton) -> bool {
    use RequestButton as B;
    matches!(
        tap,
        B::Yes(..)
            | B::No(..)
            | B::Cant(_)
            | B::Reach(_)
            | B::After(AfterwardsButton::Helper(..))
            | B::Series(SeriesButton::Yes(..) | SeriesButton::No(..))
    )
}

fn is_about_draft(tap: RequestButton) -> bool {
    use RequestButton as B;
    matches!(
        tap,
        B::Place(_)
            | B::OtherTime(_)
            | B::PlaceAnyway(_)
            | B::PlaceFor(..)
            | B::Adjust(_)
            | B::Drop(_)
            | B::Resume(_)
            | B::NotThis(_)
    )
}

fn says(send: &Send) -> String {
    let of = |content: &Content| {
        let labels = match &content.keyboard {
            Keyboard::Inline(rows) => rows.iter().flatten().map(|b| match b {
                Button::Press { label, .. } | Button::Open { label, .. } => label.clone(),
            }),
            Keyboard::None | Keyboard::ShareContact { .. } | Keyboard::Remove => return content.text.plain(),
        };
        format!("{} {}", content.text.plain(), labels.collect::<Vec<_>>().join(" "))
    };
    match send {
        Send::Message { content, .. }
        | Send::Media { content, .. }
        | Send::Document { content, .. }
        | Send::Edit { content, .. } => of(content),
        Send::Answer { text, .. } => text.clone(),
        Send::CloseButtons { .. }
        | Send::Delete { .. }
        | Send::Menu { .. }
        | Send::AskPresence { .. }
        | Send::Card { .. } => String::new(),
    }
}

#[test]
fn every_kind_of_press_is_tried() {
    use RequestButton as B;
    let look =
        |tap| matches!(tap, B::OnBoard(BoardButton::Page(_) | BoardButton::Which(_) | BoardButton::WhichOfAll(_)));
    let general = |tap| look(tap) || [B::Ask, B::AskCompany, B::Board, B::Mine(0)].contains(&tap);
    for tap in all(1, 1, 0) {
        let kinds = [is_about_request(tap), is_about_response(tap), is_about_draft(tap), general(tap)];
        assert_eq!(kinds.iter().filter(|k| **k).count(), 1, "{tap:?}");
    }
}

#[tokio::test]
async fn who_is_not_of_the_neighbourhood_changes_and_reads_nothing() {
    use RequestButton as B;
    let mut scene = scene().await;
    let before = scene.rows().await;
    for place in [MARIA, THEIRS] {
        for tap in
            scene.taps().into_iter().chain([B::Board, B::OnBoard(BoardButton::Page(BoardView::default())), B::Mine(0)])
        {
            scene.press_in_vain(MARIA, place, tap, &before).await;
        }
    }
}

#[tokio::test]
async fn a_neighbour_has_no_power_over_what_is_not_theirs() {
    use RequestButton as B;
    let mut scene = scene().await;
    let before = scene.rows().await;
    for place in [MO, OURS] {
        for tap in scene.taps() {
            if matches!(tap, B::Help(_) | B::More(_) | B::Item(..) | B::OnBoard(_)) || is_for_any_neighbour(tap) {
                continue;
            }
            scene.press_in_vain(MO, place, tap, &before).await;
        }
    }
}

#[tokio::test]
async fn contact_is_for_the_two_of_a_match_alone() {
    let mut scene = scene().await;
    let promised = scene.things[1].0;
    for (who, sees) in [(FATIMA, false), (JOOP, true), (MO, false)] {
        let (out, _) = scene.press(who, who, 77, RequestButton::More(promised)).await;
        let shown = out.iter().map(says).collect::<String>();
        assert!(shown.contains("geheim beloofd"));
        assert_eq!(shown.contains("geheim nummer"), sees, "{who}");
    }
}

#[tokio::test]
async fn the_choice_between_helpers_is_made_in_private_alone() {
    use RequestButton as B;
    let mut scene = scene().await;
    let before = scene.rows().await;
    let (request, response) = scene.things[0];
    let response = crate::model::ResponseId(response);
    for tap in [B::Yes(response, 1), B::No(response, 1), B::Done(request), B::Undo(request)] {
        scene.press(FATIMA, OURS, 77, tap).await;
        assert_eq!(scene.rows().await, before, "{tap:?}");
    }
    scene.press(FATIMA, FATIMA, 77, B::Yes(response, 1)).await;
    assert_ne!(scene.rows().await, before);
}

#[tokio::test]
async fn a_draft_never_takes_the_place_of_a_card() {
    use RequestButton as B;
    let mut scene = scene().await;
    let (ours, thing) = (scene.ours, load::thing(scene.things[0].0));
    let card = crate::model::CardKey { thing, chat: ours };
    let key = scene.key.clone();
    whole::adopt_slot(&mut scene.db, &key, &card, 55, &Content::default(), false).await.unwrap();
    let before = scene.rows().await;
    let draft = scene.joops_draft;
    for tap in [B::Place(draft), B::PlaceAnyway(draft), B::Adjust(draft), B::Drop(draft), B::Place(99)] {
        let (out, _) = scene.press(JOOP, OURS, 55, tap).await;
        assert!(matches!(out.as_slice(), [Send::Answer { .. }]), "{tap:?} {out:?}");
        assert_eq!(scene.rows().await, before, "{tap:?}");
    }
    let (out, _) = scene.press(JOOP, OURS, 56, B::Drop(draft)).await;
    assert!(out.contains(&Send::Delete { message_id: 56 }));
}

#[tokio::test]
async fn a_made_up_press_changes_no_message_in_the_group() {
    for tap in [RequestButton::Place, RequestButton::PlaceAnyway, RequestButton::Adjust, RequestButton::Drop] {
        for unknown in [false, true] {
            let mut scene = scene().await;
            scene.made_up = true;
            let draft = if unknown { 99 } else { scene.joops_draft };
            let (out, _) = scene.press(JOOP, OURS, 57, tap(draft)).await;
            let touches = |s: &Send| {
                matches!(s, Send::Edit { .. } | Send::CloseButtons { .. } | Send::Delete { .. } | Send::Card { .. })
            };
            assert!(!out.iter().any(touches), "{:?} {out:?}", tap(draft));
            let thing = whole::thing_of_message(&mut scene.db, scene.ours, 57).await.unwrap();
            assert_eq!(thing, None, "{:?}", tap(draft));
            // In one's own private chat an older screen may show what is no longer there.
            let (out, _) = scene.press(JOOP, JOOP, 57, RequestButton::Drop(draft)).await;
            assert!(
                unknown
                    || out.iter().any(touches)
                    || matches!(tap(draft), RequestButton::Place(_) | RequestButton::Drop(_)),
                "{out:?}"
            );
        }
    }
}

#[tokio::test]
async fn who_was_never_chosen_says_nothing_afterwards_and_learns_no_name() {
    let mut scene = scene().await;
    let (request, response) = scene.things[0];
    sqlx::query("update requests set named = 0").execute(&mut scene.db).await.unwrap();
    let response = crate::model::ResponseId(response);
    scene.press(JOOP, JOOP, 77, RequestButton::Cant(response)).await;
    let bad = RequestButton::After(AfterwardsButton::Helper(response, Verdict::Bad));
    let (out, _) = scene.press(JOOP, JOOP, 77, bad).await;
    assert!(!out.is_empty());
    for send in &out {
        assert!(!format!("{send:?}").contains("Fatima"), "{send:?}");
    }
    let kept = store::responses_of(&mut scene.db, request).await.unwrap();
    assert_eq!(kept[0].verdict, None);
}

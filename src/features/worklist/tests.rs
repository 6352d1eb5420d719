//! What a button of the worklist can't do: its data comes from a client, and grants nothing. Residents, another neighbourhood's
//! moderator and who may not read what is confidential press each of them, and read nothing.

use super::*;
use crate::model::{FaultKind, Role, Send};
use crate::turn::Features;
use crate::turn::town::{NOW, Town};

const ELS: i64 = 1;
const JOOP: i64 = 2;
const MARIA: i64 = 3;
const KAREL: i64 = 4;

const QUESTION: Reason = Reason::plain("question");
const UNANSWERED: Reason = Reason::plain("unanswered");
const UNPLEASANT: Reason = Reason { sticky: true, lasting: true, about_people: true, ..Reason::plain("unpleasant") };
const TAKEN_OVER: Reason = Reason { for_moderators: true, ..Reason::plain("taken_over") };

/// A thing of which the feature can read nothing.
const UNREADABLE: i64 = 6;

/// A thing with a title of ours, in which a name is set apart already.
const OF_OURS: i64 = 7;

/// A feature with things on the list, of which the third is confidential.
struct Things;

#[async_trait]
impl Feature for Things {
    fn name(&self) -> &'static str {
        "none"
    }

    fn reasons(&self) -> &'static [Reason] {
        &[QUESTION, UNANSWERED, UNPLEASANT, TAKEN_OVER]
    }

    async fn work(&self, _turn: &mut Turn<'_>, thing: i64, _reason: &Reason) -> Result<Option<WorkItem>> {
        if thing == UNREADABLE {
            return Err(Fault::event("a row that can't be read"));
        }
        let title = if thing == OF_OURS { "van \u{2068}Jan\u{2069}".to_owned() } else { format!("geheim {thing}") };
        let (in_own_words, confidential) = (thing != OF_OURS, thing == 3);
        Ok(Some(WorkItem { title, in_own_words, confidential, ..WorkItem::default() }))
    }
}

static FEATURES: Features = &[&Things, &Worklist];

/// Two neighbourhoods. Els is moderator here, Karel administrator, Joop a resident; Maria is moderator and administrator over
/// there. On the list here stand three entries, of which Els works on the second.
struct Scene {
    town: Town,
    here: NeighbourhoodId,
}

fn thing(id: i64) -> Thing {
    Thing { feature: "none".into(), id }
}

async fn scene() -> Scene {
    let people: [(i64, &str, usize, &[Role]); 4] = [
        (ELS, "Els", 0, &[Role::Moderator]),
        (JOOP, "Joop", 0, &[]),
        (MARIA, "Maria", 1, &[Role::Moderator, Role::Administrator]),
        (KAREL, "Karel", 0, &[Role::Administrator]),
    ];
    let town = Town::new(["geheim Oosterpark", "Westerpark"], &people).await;
    let mut scene = Scene { here: town.neighbourhoods[0], town };
    for entry in 1..=3 {
        let put = store::put(&mut scene.town.db, scene.here, &QUESTION, &thing(entry), NOW).await;
        assert_eq!(put.unwrap(), Some(entry));
    }
    let (second, els) = (scene.entry(2).await, scene.id(ELS));
    assert!(store::assign(&mut scene.town.db, &second, Some(els), NOW).await.unwrap());
    scene
}

impl Scene {
    fn id(&self, user: i64) -> PersonId {
        self.town.person(user)
    }

    async fn entry(&mut self, id: i64) -> Entry {
        store::entry(&mut self.town.db, FEATURES, id).await.unwrap().unwrap()
    }

    async fn rows(&mut self) -> String {
        format!("{:?}", store::standing(&mut self.town.db, FEATURES, self.here).await.unwrap())
    }

    /// What goes out because this person presses this.
    async fn press(&mut self, who: i64, tap: WorklistButton) -> Vec<Send> {
        let data = tap.data().replace("work:", "");
        let press = async |turn: &mut Turn<'_>| Worklist.press(turn, &data).await;
        let (pressed, out) = self.town.press(FEATURES, who, &data, press).await;
        pressed.unwrap();
        out
    }

    async fn put(&mut self, reason: Reason, thing: &Thing) {
        let here = self.here;
        let put = async |turn: &mut Turn<'_>| put(turn, here, reason, thing).await;
        self.town.press(FEATURES, ELS, "", put).await.0.unwrap();
    }

    fn taps(&self) -> Vec<WorklistButton> {
        let mut taps = vec![
            WorklistButton::List(self.here, 0),
            WorklistButton::List(self.here, 9),
            WorklistButton::List(NeighbourhoodId(99), 0),
        ];
        for entry in [1, 2, 3, 99] {
            taps.extend(taps_on(entry));
        }
        taps
    }
}

fn taps_on(entry: i64) -> [WorklistButton; 5] {
    [
        WorklistButton::Item(entry, 0),
        WorklistButton::Claim(entry),
        WorklistButton::GiveBack(entry),
        WorklistButton::Want(entry),
        WorklistButton::TakeFrom(entry),
    ]
}

#[tokio::test]
async fn who_is_not_of_this_team_changes_and_reads_nothing() {
    let mut scene = scene().await;
    let before = scene.rows().await;
    for who in [JOOP, MARIA] {
        for tap in scene.taps() {
            let out = scene.press(who, tap).await;
            let [Send::Answer { text, .. }] = out.as_slice() else { panic!("{tap:?} by {who}: {out:?}") };
            assert!(!text.is_empty() && !text.contains("geheim"), "{tap:?} by {who}: {text}");
            assert_eq!(scene.rows().await, before, "{tap:?} by {who}");
        }
    }
}

#[tokio::test]
async fn an_administrator_neither_reads_nor_changes_what_is_confidential() {
    let mut scene = scene().await;
    let before = scene.rows().await;
    for tap in taps_on(3).into_iter().chain([WorklistButton::List(scene.here, 0)]) {
        let out = format!("{:?}", scene.press(KAREL, tap).await);
        assert!(out.contains("geheim 1") && !out.contains("geheim 3"), "{tap:?}: {out}");
        assert_eq!(scene.rows().await, before, "{tap:?}");
    }
    let out = format!("{:?}", scene.press(ELS, WorklistButton::Claim(3)).await);
    assert!(out.contains("work:give:3"), "{out}");
    assert_eq!(scene.entry(3).await.claimed_by, Some(scene.id(ELS)));
    // Nor once somebody works on it.
    for tap in taps_on(3) {
        let out = format!("{:?}", scene.press(KAREL, tap).await);
        assert!(!out.contains("geheim 3"), "{tap:?}: {out}");
        assert_eq!(scene.entry(3).await.claimed_by, Some(scene.id(ELS)));
    }
}

#[tokio::test]
async fn a_list_leaves_out_a_reason_that_nobody_declares_and_opening_it_is_a_fault() {
    let mut scene = scene().await;
    sqlx::query("update worklist set kind = 'spell' where id = 1").execute(&mut scene.town.db).await.unwrap();
    let out = format!("{:?}", scene.press(ELS, WorklistButton::List(scene.here, 0)).await);
    assert!(!out.contains("geheim 1") && out.contains("geheim 2"), "{out}");
    let fault = store::entry(&mut scene.town.db, FEATURES, 1).await.unwrap_err();
    assert!(matches!(fault.kind, FaultKind::Event), "{fault:?}");
}

#[tokio::test]
async fn a_list_leaves_out_what_its_feature_can_not_read_and_keeps_it() {
    let mut scene = scene().await;
    let of_nobody = Thing { feature: "gone".into(), id: 1 };
    for thing in [&thing(UNREADABLE), &of_nobody] {
        store::put(&mut scene.town.db, scene.here, &QUESTION, thing, NOW).await.unwrap();
    }
    let out = format!("{:?}", scene.press(ELS, WorklistButton::List(scene.here, 0)).await);
    assert!(out.contains("geheim 1") && out.contains("geheim 2") && !out.contains("geheim 6"), "{out}");
    let open: i64 = sqlx::query_scalar("select count(*) from worklist where ended_at is null")
        .fetch_one(&mut scene.town.db)
        .await
        .unwrap();
    assert_eq!(open, 5, "nothing is taken off");
}

#[tokio::test]
async fn a_title_is_set_apart_once() {
    let mut scene = scene().await;
    store::put(&mut scene.town.db, scene.here, &QUESTION, &thing(OF_OURS), NOW).await.unwrap();
    let out = scene.press(ELS, WorklistButton::List(scene.here, 0)).await;
    let [Send::Edit { content, .. }] = out.as_slice() else { panic!("{out:?}") };
    for title in ["<b>\u{2068}geheim 1\u{2069}</b>", "<b>van \u{2068}Jan\u{2069}</b>"] {
        assert!(content.text.as_str().contains(title), "{content:?}");
    }
}

#[tokio::test]
async fn what_is_announced_is_not_told_once_more() {
    let mut scene = scene().await;
    for (id, announced) in [(4, false), (5, true)] {
        let reason = Reason { announced, ..QUESTION };
        store::put(&mut scene.town.db, scene.here, &reason, &thing(id), NOW).await.unwrap();
        assert_eq!(scene.entry(id).await.told, announced);
    }
}

#[tokio::test]
async fn the_row_decides_who_works_on_it() {
    let mut scene = scene().await;
    let (els, joop) = (scene.id(ELS), scene.id(JOOP));
    let read_by_both = scene.entry(1).await;
    assert!(store::assign(&mut scene.town.db, &read_by_both, Some(els), NOW).await.unwrap());
    assert!(!store::assign(&mut scene.town.db, &read_by_both, Some(joop), NOW).await.unwrap());
    let now = scene.entry(1).await;
    assert_eq!(now.claimed_by, Some(els));
    assert!(store::resolve(&mut scene.town.db, 1, NOW).await.unwrap());
    assert!(!store::assign(&mut scene.town.db, &now, Some(joop), NOW).await.unwrap(), "what is over is nobody's");
    assert!(!store::resolve(&mut scene.town.db, 1, NOW).await.unwrap());
}

#[tokio::test]
async fn what_was_not_pleasant_stays_so_until_somebody_takes_it_over() {
    let mut scene = scene().await;
    for (reason, stands) in [
        (UNANSWERED, UNANSWERED),
        (UNPLEASANT, UNPLEASANT),
        (QUESTION, UNPLEASANT),
        (UNANSWERED, UNPLEASANT),
        (TAKEN_OVER, TAKEN_OVER),
        (QUESTION, QUESTION),
    ] {
        scene.put(reason, &thing(2)).await;
        assert_eq!(scene.entry(2).await.reason, stands);
    }
    assert_eq!(store::standing(&mut scene.town.db, FEATURES, scene.here).await.unwrap().len(), 3, "once each");
}

//! Coffee: /koffie says where neighbours can drink it together, and whoever finds the pot empty can tell the team.

use async_trait::async_trait;
use stoep::features::worklist;
use stoep::model::{Content, Result, Thing};
use stoep::screen;
use stoep::turn::{
    Codes, Command, CommandPlace, Feature, MyThings, Pressed, Reason, Switch, Turn, Way, WayOn, WorkItem,
};

/// The feature's name: its buttons, jobs and things begin with it.
const NAME: &str = "cof";

stoep::buttons! {
    /// The feature's buttons.
    Tap: NAME => {
        /// Where is there coffee?
        Where = "where",
        /// The pot is empty.
        Empty = "empty",
    }
}

/// Why a pot is on the worklist.
const EMPTY_POT: Reason = Reason::plain("empty_pot");

/// Is there cake as well?
const CAKE: Switch = Switch { key: "cake", order: 90, apart: false };

/// The feature.
pub struct Coffee;

#[async_trait]
impl Feature for Coffee {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> &'static [Command] {
        &[Command { nl: "koffie", en: "coffee", also: &[], place: CommandPlace::Private, help: 25 }]
    }

    fn codes(&self) -> Codes {
        Codes::of::<Tap>()
    }

    fn ways_on(&self) -> Vec<WayOn> {
        vec![WayOn { way: Way::Other, label: "menu-coffee", data: Tap::Where.data() }]
    }

    fn reasons(&self) -> &'static [Reason] {
        &[EMPTY_POT]
    }

    fn switches(&self) -> &'static [Switch] {
        &[CAKE]
    }

    async fn command(&self, turn: &mut Turn<'_>, _name: &str, _rest: &str) -> Result<()> {
        tell_where(turn).await
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match Tap::read(data) {
            Some(Tap::Where) => tell_where(turn).await?,
            Some(Tap::Empty) => pot_is_empty(turn).await?,
            None => return Ok(Pressed::Outdated),
        }
        Ok(Pressed::Handled)
    }

    async fn mine(&self, turn: &mut Turn<'_>, page: u32) -> Result<Option<MyThings>> {
        if page > 0 {
            return Ok(None);
        }
        let rows = vec![vec![turn.button("menu-coffee", Tap::Where.data())]];
        Ok(Some(MyThings { order: 50, text: turn.say("coffee-mine", &[]), rows, page: 0, alone: None }))
    }

    async fn work(&self, turn: &mut Turn<'_>, _thing: i64, _reason: &Reason) -> Result<Option<WorkItem>> {
        let (title, text) = (turn.label("coffee-work", &[]), turn.say("coffee-work", &[]));
        Ok(Some(WorkItem { title, text, ..WorkItem::default() }))
    }
}

/// Where there is coffee, and whether there is cake.
async fn tell_where(turn: &mut Turn<'_>) -> Result<()> {
    let Some(member) = turn.member().await? else {
        let content = screen::no_neighbourhood(turn).await?;
        return turn.reply(content);
    };
    let cake = turn.neighbourhood(member.neighbourhood).await?.is_on(&CAKE);
    let text = turn.say(if cake { "coffee-where-cake" } else { "coffee-where" }, &[]);
    turn.reply(Content::new(text, vec![vec![turn.button("coffee-empty", Tap::Empty.data())]]))
}

/// Puts the neighbourhood's pot on the team's worklist.
async fn pot_is_empty(turn: &mut Turn<'_>) -> Result<()> {
    let Some(member) = turn.member().await? else { return screen::outdated(turn) };
    let pot = Thing { feature: NAME.to_owned(), id: member.neighbourhood.0 };
    worklist::put(turn, member.neighbourhood, EMPTY_POT, &pot).await?;
    screen::toast(turn, "coffee-told", &[])
}

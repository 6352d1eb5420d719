//! One person's way through their dialogues, from what they did to what they see: asks the pure room what follows, runs the
//! hooks of the feature, and keeps the draft.

use serde_json::{Map, Value};

use super::stack::{Draft, Stack};
use super::{Next, OPEN, speak};
use crate::dialogue::{
    self, Action, Choice, Data, Effect, Flow, Input, Label, PREFIX, Say, Verdict, View, checked, choices, refused,
    resume, start, take, view,
};
use crate::model::{Button, Content, Fault, Html, Keyboard, Person, Result};
use crate::store::StoredDialogue;
use crate::text::local_date;
use crate::turn::{Beginning, Page, Turn, Wish};
use crate::turn::{CheckResult, ChoiceOption, Feature, Finish, Register};
use crate::when::Timing;

/// More hooks than this for one event are a mistake of ours, not somebody's long way.
const HOOKS_AT_MOST: usize = 500;

/// A second press within so many seconds is the same finger's.
const DOUBLE_TAP: i64 = 3;

/// After so many messages in a row that were not understood, ways out are offered.
const STUCK: u32 = 3;

/// One event's way.
pub struct Walk<'r, 'w, 't> {
    register: &'r Register,
    turn: &'w mut Turn<'t>,
    who: Person,
    stack: Stack,
    /// To be said with what comes next.
    notes: Vec<Html>,
    /// With what comes next, a button with this label to begin anew.
    offer_anew: Option<&'static str>,
    /// Show what comes next in the pressed message.
    in_place: bool,
    /// Rows below what comes next: the ways out of it.
    ways_out: Vec<Vec<Button>>,
}

impl<'r, 'w, 't> Walk<'r, 'w, 't> {
    /// The sender's dialogues. A draft that can't be read any more is given up, and they are told.
    pub fn of(register: &'r Register, turn: &'w mut Turn<'t>) -> Result<Self> {
        let who = turn.who()?;
        let stored = turn.batch().dialogue(who.id).map(|d| serde_json::from_str::<Stack>(&d.state));
        let unreadable = matches!(stored, Some(Err(_)));
        let stack = stored.and_then(std::result::Result::ok).unwrap_or_default();
        let mut walk = Walk {
            register,
            turn,
            who,
            stack,
            notes: Vec::new(),
            offer_anew: None,
            in_place: false,
            ways_out: Vec::new(),
        };
        if unreadable {
            tracing::error!("a draft can't be read any more; it is dropped");
            walk.note("dialogue-gone");
        }
        Ok(walk)
    }

    /// Begins a dialogue. One of this flow that is open already goes on, and beginning anew is offered.
    pub fn begin(&mut self, beginning: Beginning) -> Result<Next> {
        let (_, flow) = self.register.flow(beginning.flow).ok_or_else(|| Fault::event("no such flow to begin"))?;
        if let Some(at) = self.stack.about_the_same(flow, &beginning.prefill) {
            if !self.stack.open[at].may_be_replaced_by(&beginning.prefill) {
                self.stack.raise(at);
                let waits = self.stack.top().is_some_and(|draft| {
                    draft.anew = Some(beginning.prefill);
                    draft.waiting().is_some()
                });
                self.note(if waits { "dialogue-waits" } else { "dialogue-already" });
                self.offer_anew = Some(anew_label(waits));
                return Ok(self.ask_again());
            }
            let asked_now = at + 1 == self.stack.open.len() && self.stack.open[at].known == beginning.prefill;
            if asked_now && self.turn.press().is_some() && self.is_twice() {
                // A finger that pressed twice: the question is there already.
                return Ok(None);
            }
            self.stack.open.remove(at);
        }
        Ok(Some(self.put(flow, beginning.prefill)))
    }

    /// From a group: says that the question waits in private, or opens the private chat.
    pub fn lead_to_private(&mut self) {
        if self.turn.in_private() {
            return;
        }
        if Turn::reachable(&self.who) {
            self.turn.answer(self.turn.label("dialogue-in-private", &[]));
        } else {
            self.turn.open_private(OPEN);
        }
    }

    /// They were busy with this: what is asked now.
    pub fn remind(&mut self) -> Next {
        let next = self.ask_again();
        if next.is_some() {
            self.note("dialogue-again");
        }
        next
    }

    /// A message.
    pub fn take(&mut self, input: Input) -> Next {
        let at = self.turn.sent_at();
        let to = self.to();
        let Some((_, flow, draft)) = top(self.register, &mut self.stack) else { return self.ask_again() };
        let was = draft.state.asked;
        let effect = take(flow, &mut draft.state, input, at, &|label| speak::words(to, label));
        draft.touched |= draft.state.asked != was || matches!(effect, Effect::Check { .. });
        draft.misread = if is_misread(&effect) { draft.misread.saturating_add(1) } else { 0 };
        Some(effect)
    }

    /// A press. `None` if nothing follows.
    pub fn press(&mut self, data: &str) -> Next {
        if let Some(at) = self.stack.open.iter().position(|d| d.anew.is_some() && anew_data(d) == data) {
            return self.begin_anew(at);
        }
        let known = Data::decode(data).and_then(|d| Some((d, self.stack.of_nonce(d.nonce)?)));
        let Some((pressed, at)) = known else { return self.outdated(false) };
        let (register, to) = (self.register, self.to());
        let draft = &mut self.stack.open[at];
        let Some((_, flow)) = register.flow(&draft.state.flow) else { return self.outdated(false) };
        let (shown, current) = (view(flow, &draft.state), draft.state.asked == pressed.asked);
        let input = Input::Press(data.to_owned());
        let effect = take(flow, &mut draft.state, input, self.turn.now(), &|label| speak::words(to, label));
        if effect == Effect::Outdated {
            if !current {
                return self.outdated(true);
            }
            // Their button was right; the questions changed since.
            self.stack.raise(at);
            self.turn.close_pressed();
            self.note("dialogue-changed");
            return self.ask_again();
        }
        draft.touched = true;
        draft.misread = 0;
        self.stack.raise(at);
        self.in_place = matches!(pressed.action, Action::All | Action::Pick(_) | Action::Drop(_));
        if !self.in_place {
            self.close(&shown, pressed.action);
        }
        Some(effect)
    }

    /// Ends the dialogue they are in. What comes next: the one that the feature wishes to begin, what they sent meanwhile for
    /// a new one, or the one below.
    pub fn end(&mut self) -> Next {
        let ended = self.stack.open.pop();
        let mut next = None;
        if let Some(ended) = ended
            && let Some(known) = ended.waiting()
            && let Some((_, flow)) = self.register.flow(&ended.state.flow)
        {
            next = Some(self.put(flow, known));
            self.note("dialogue-next");
        }
        if next.is_none() && !self.stack.open.is_empty() && !self.turn.has_wish() {
            next = self.remind();
        }
        next
    }

    /// Goes on until there is something to show or the last dialogue is over, and keeps where they are.
    pub async fn follow(mut self, mut next: Next) -> Result<()> {
        let mut hooks = 0;
        while let Some(effect) = next {
            hooks += 1;
            if hooks > HOOKS_AT_MOST {
                return Err(Fault::event("a dialogue that finds no end"));
            }
            next = self.step(effect).await?;
        }
        if self.stack.open.is_empty() {
            self.last_words();
        }
        self.keep()
    }

    async fn step(&mut self, effect: Effect) -> Result<Next> {
        let Some((feature, flow, draft)) = top(self.register, &mut self.stack) else { return Ok(self.ask_again()) };
        Ok(match effect {
            Effect::Ask | Effect::Outdated => self.show(flow, false),
            Effect::Again(say) => {
                let stuck = draft.misread >= STUCK;
                self.notes.push(speak::say(self.to(), &say));
                if stuck {
                    self.note("dialogue-stuck");
                    let rows = self.turn.rows_on(&Page::Stuck).await?;
                    self.ways_out = rows.into_iter().map(|r| r.buttons).collect();
                }
                self.show(flow, true)
            }
            Effect::NeedChoices { hook, .. } => {
                let offered = feature.choices(self.turn, &hook, &draft.state.values()).await?;
                Some(choices(flow, &mut draft.state, as_choices(offered)))
            }
            Effect::Check { hook, answer, .. } => {
                let verdict = match feature.check(self.turn, &hook, answer, &draft.state.values()).await? {
                    CheckResult::Accept(value) => Verdict::Accept(value),
                    CheckResult::AcceptAs { value, known, say } => {
                        Verdict::AcceptAs { value, known, say: say.map(Say::Ready) }
                    }
                    CheckResult::Again(why, offered) => {
                        Verdict::Again { say: Say::Ready(why), choices: as_choices(offered) }
                    }
                    CheckResult::Refuse(why) => Verdict::Refuse(Say::Ready(why)),
                };
                Some(checked(flow, &mut draft.state, verdict))
            }
            Effect::Finish(answers) => self.finish(feature, flow, answers).await?,
            Effect::Refused(say) => {
                self.notes.push(speak::say(self.to(), &say));
                self.end()
            }
            Effect::Stopped => {
                self.note("dialogue-stopped");
                self.end()
            }
            Effect::Ignored => None,
        })
    }

    async fn finish(&mut self, feature: &dyn Feature, flow: &Flow, answers: Map<String, Value>) -> Result<Next> {
        let before = self.turn.batch().put_so_far();
        let finish = feature.finish(self.turn, &flow.id, answers).await?;
        // The feature's own words take the big button along, where they can: a message only for that is one too many.
        self.put_share_away(before);
        match finish {
            Finish::NotNow(why) => {
                let draft = self.stack.top().ok_or_else(|| Fault::event("a dialogue is gone while it finished"))?;
                Ok(Some(refused(flow, &mut draft.state, Say::Ready(why))))
            }
            Finish::Done => {
                let next = self.end();
                match self.turn.take_wish() {
                    // It comes first; what waits is asked after it.
                    Some(Wish::Begin(beginning)) => {
                        self.notes.clear();
                        self.begin(beginning)
                    }
                    Some(Wish::Resume) => Ok(next.or_else(|| self.ask_again())),
                    Some(Wish::End | Wish::Hold) | None => Ok(next),
                }
            }
        }
    }

    /// Puts a new dialogue on top.
    fn put(&mut self, flow: &Flow, known: Map<String, Value>) -> Effect {
        let nonce = self.stack.nonce(self.turn.seed());
        let (state, effect) = start(flow, known.clone(), nonce);
        self.stack.open.push(Draft { state, known, anew: None, touched: false, misread: 0 });
        effect
    }

    /// They chose to begin anew: the answers of before are dropped.
    fn begin_anew(&mut self, at: usize) -> Next {
        let draft = self.stack.open.remove(at);
        let Some((_, flow)) = self.register.flow(&draft.state.flow) else { return self.outdated(false) };
        let shown = view(flow, &draft.state);
        let content = speak::closed(self.to(), &shown, &Label::id(anew_label(draft.waiting().is_some())), None);
        self.turn.edit_pressed(content);
        Some(self.put(flow, draft.anew.unwrap_or(draft.known)))
    }

    /// What the dialogue on top asks now. Dialogues that exist no more are given up, and they are told.
    fn ask_again(&mut self) -> Next {
        let mut gone = false;
        while top(self.register, &mut self.stack).is_none() && self.stack.open.pop().is_some() {
            gone = true;
        }
        if gone {
            self.note("dialogue-gone");
        }
        let (_, flow, draft) = top(self.register, &mut self.stack)?;
        Some(resume(flow, &mut draft.state))
    }

    /// Did something change in their dialogue so short ago that a press is most likely the second of one finger?
    fn is_twice(&mut self) -> bool {
        let changed = self.turn.batch().dialogue(self.who.id).map(|d| d.changed_at);
        changed.is_some_and(|at| self.turn.now().since(at) <= DOUBLE_TAP)
    }

    /// A button of before: says so, but not to a finger that pressed twice.
    fn outdated(&mut self, of_open_dialogue: bool) -> Next {
        if !(of_open_dialogue && self.is_twice()) {
            self.turn.answer(self.turn.label("press-outdated", &[]));
            self.turn.close_pressed();
        }
        None
    }

    /// Leaves what was pressed readable in the chat.
    fn close(&mut self, shown: &View, action: Action) {
        let key = shown.rows.iter().flatten().find(|k| k.action == action);
        // What was chosen says more than the button that goes on.
        let chosen = shown.chosen.as_ref().filter(|_| action == Action::Ready);
        let label = chosen.or(key.map(|k| &k.label)).cloned();
        match label {
            Some(label) => {
                let content = speak::closed(self.to(), shown, &label, Some(action));
                self.turn.edit_pressed(content);
            }
            None => self.turn.close_pressed(),
        }
    }

    fn show(&mut self, flow: &Flow, again: bool) -> Next {
        let to = self.to();
        let notes = std::mem::take(&mut self.notes);
        let (in_place, offer) = (std::mem::take(&mut self.in_place), std::mem::take(&mut self.offer_anew));
        let draft = self.stack.top()?;
        let shown = view(flow, &draft.state);
        let anew = offer.map(|label| Button::press(self.turn.label(label, &[]), anew_data(draft)));
        if !shown.share_number {
            let now = self.turn.batch().put_so_far();
            self.put_share_away(now);
        }
        let mut extra = std::mem::take(&mut self.ways_out);
        extra.extend(anew.map(|b| vec![b]));
        let contents = speak::ask(to, &notes, &shown, extra);
        let pressed = self.turn.press().is_some_and(|p| p.message_id.is_some());
        match <[Content; 1]>::try_from(contents) {
            Ok([content]) if in_place && pressed => self.turn.edit_pressed(content),
            Ok([content]) => self.say(content),
            Err(contents) => contents.into_iter().for_each(|c| self.say(c)),
        }
        if shown.share_number && (again || !self.stack.sharing) {
            self.say(speak::share(to.language));
            self.stack.sharing = Turn::reachable(&self.who);
        }
        None
    }

    /// Says what is left to be said where no question follows.
    fn last_words(&mut self) {
        let notes = std::mem::take(&mut self.notes);
        let text = notes.iter().fold(Html::default(), |all, n| all.paragraph(n));
        if text.is_empty() {
            let now = self.turn.batch().put_so_far();
            return self.put_share_away(now);
        }
        let keyboard = if self.stack.sharing { Keyboard::Remove } else { Keyboard::None };
        self.stack.sharing = false;
        self.say(Content { text, keyboard });
    }

    /// Takes the big button away, where it is there: with a message put since `place`, if one can carry that.
    fn put_share_away(&mut self, place: usize) {
        if std::mem::take(&mut self.stack.sharing) && Turn::reachable(&self.who) {
            let text = self.turn.say("dialogue-share-done", &[]);
            self.turn.batch().remove_big_button(self.who.chat, place, || text);
        }
    }

    fn to(&self) -> speak::To {
        speak::To { language: self.turn.language(), today: local_date(self.turn.now()) }
    }

    fn note(&mut self, id: &str) {
        self.notes.push(self.turn.say(id, &[]));
    }

    /// To somebody who never opened the private chat nothing can be said: they find the question there once they do.
    fn say(&mut self, content: Content) {
        if Turn::reachable(&self.who) {
            self.turn.tell(&self.who, content, None);
        }
    }

    fn keep(self) -> Result<()> {
        let kept = match self.stack.open.last() {
            Some(top) => Some(StoredDialogue {
                flow: top.state.flow.clone(),
                state: serde_json::to_string(&self.stack)?,
                changed_at: self.turn.now(),
            }),
            None => None,
        };
        self.turn.batch().set_dialogue(self.who.id, kept);
        Ok(())
    }
}

/// Does this say that what somebody sent was not understood?
fn is_misread(effect: &Effect) -> bool {
    matches!(effect, Effect::Again(Say::Text(id, _)) if id.starts_with("dialogue-want") || id.starts_with("dialogue-when-want"))
}

/// The dialogue on top with its feature; `None` if the stack is empty or the flow exists no more.
fn top<'r, 's>(
    register: &'r Register,
    stack: &'s mut Stack,
) -> Option<(&'static dyn Feature, &'r Flow, &'s mut Draft)> {
    let draft = stack.top()?;
    let (feature, flow) = register.flow(&draft.state.flow)?;
    Some((feature, flow, draft))
}

/// The label of the button that begins anew. `waits`: what they sent meanwhile is kept, and that is begun with.
fn anew_label(waits: bool) -> &'static str {
    if waits { "dialogue-anew-new" } else { "dialogue-anew" }
}

/// Callback data of 'begin anew'. The pure room writes only digits, letters and colons behind the prefix.
fn anew_data(draft: &Draft) -> String {
    format!("{PREFIX}!{}:{}", draft.state.nonce, draft.state.asked)
}

fn as_choices(offered: Vec<ChoiceOption>) -> Vec<Choice> {
    let value = |value: String| match serde_json::from_str::<Timing>(&value).map(serde_json::to_value) {
        Ok(Ok(timing)) => timing,
        _ => Value::from(value),
    };
    offered.into_iter().map(|o| Choice::new(value(o.value), dialogue::Label::words(o.label))).collect()
}

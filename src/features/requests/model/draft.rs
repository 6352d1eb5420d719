//! What somebody wrote and has not placed yet: the answers of the dialogue, or what stood behind /vraag in a group.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::category::{guess, is_sensitive};
use super::span::{Asked, Span, When, dates};
use super::states::{Audience, Beneficiary};
use crate::dialogue::{Words, typed};
use crate::model::{Moment, NeighbourhoodId};
use crate::text::safety::{self, Finding};
use crate::text::{DayPart, clip, length};
use crate::when::Timing;

/// Longest title, in characters.
pub const TITLE_AT_MOST: usize = 120;

/// Longest details, in characters.
pub const DETAILS_AT_MOST: usize = 1000;

/// Most helpers for one request.
const WANTED_AT_MOST: i64 = 20;

/// Fewest dates of a series.
pub const TIMES_AT_LEAST: i64 = 2;

/// Most dates of a series.
pub const TIMES_AT_MOST: i64 = 26;

/// Whether the asker's name is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Naming {
    /// Whoever sees the request reads who asks.
    With,
    /// Only the neighbour who helps learns it.
    Without,
}

/// For whom it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Whom {
    /// The asker.
    Me,
    /// Somebody else.
    Other,
}

/// Who asks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Whose {
    /// Whoever writes.
    Mine,
    /// Somebody without Telegram, who called the team.
    Caller,
}

/// How often help is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Repeats {
    /// On one date.
    Once,
    /// Every week.
    Weekly,
    /// Every other week.
    Fortnightly,
}

/// Who helps on the dates of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SameHelper {
    /// The same neighbour on each.
    Same,
    /// Whoever can.
    Any,
}

/// Somebody without Telegram: for their helper alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caller {
    /// As the team wrote it.
    pub name: String,
    /// Their number.
    pub phone: String,
}

/// The answers, as far as they are there. Field names are the steps of the flow `vraag`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RequestDraft {
    /// Key of the neighbourhood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub neighbourhood: Option<String>,
    /// Id of the category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Who asks. Where it is whoever writes, the dialogue finds that itself.
    #[serde(skip_serializing_if = "is_usual")]
    pub whose: Option<Whose>,
    /// Who called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caller_name: Option<String>,
    /// Their number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caller_phone: Option<String>,
    /// Whether they know that a helper gets it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caller_told: Option<bool>,
    /// What, in one line or spoken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Words>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Asked>,
    /// What else that could mean: never an answer, only shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub or_when: Option<Timing>,
    /// Which part of the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<DayPart>,
    /// All else there is to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<Words>,
    /// Telegram's name of a photo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    /// Who may see it.
    #[serde(rename = "sight", skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// Who may see it, if it is about something sensitive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near: Option<Audience>,
    /// With or without name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naming: Option<Naming>,
    /// For whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whom: Option<Whom>,
    /// Whether that other person knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub knows: Option<bool>,
    /// How many helpers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub helpers: Option<i64>,
    /// How often.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Repeats>,
    /// On which day of the week, by its number from Monday.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// How many times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<i64>,
    /// Whether one helper is wanted for all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_helper: Option<SameHelper>,
}

impl RequestDraft {
    /// A draft of words typed in one go: a title where they fit one, else the whole as details.
    pub fn of_words(neighbourhood: Option<NeighbourhoodId>, words: &str) -> RequestDraft {
        let (title, long): (Vec<_>, Vec<_>) = one_line(words).into_iter().partition(|l| length(l) <= TITLE_AT_MOST);
        RequestDraft {
            neighbourhood: neighbourhood.map(|n| n.to_string()),
            title: title.into_iter().next().map(Words::Typed),
            details: long.first().map(|_| Words::Typed(clip(words.trim(), DETAILS_AT_MOST))),
            ..RequestDraft::default()
        }
    }

    /// Reads the answers of the dialogue.
    ///
    /// # Errors
    /// Where a step is unknown or an answer is of another kind; in words for the author of the flow.
    pub fn of_answers(answers: &Map<String, Value>) -> Result<RequestDraft, String> {
        let draft: RequestDraft = serde_json::from_value(Value::Object(answers.clone())).map_err(|e| e.to_string())?;
        let title = match draft.title {
            Some(Words::Typed(words)) => one_line(&words).map(Words::Typed),
            spoken => spoken,
        };
        Ok(RequestDraft { title, ..draft })
    }

    /// As answers to begin the dialogue with.
    pub fn answers(&self) -> Map<String, Value> {
        match serde_json::to_value(RequestDraft { or_when: None, ..self.clone() }) {
            Ok(Value::Object(answers)) => answers,
            _ => Map::new(),
        }
    }

    /// The neighbourhood it is for.
    pub fn neighbourhood_id(&self) -> Option<NeighbourhoodId> {
        self.neighbourhood.as_deref().and_then(|n| n.parse().ok()).map(NeighbourhoodId)
    }

    /// What the asker should be asked about before a group reads it.
    pub fn findings(&self) -> Vec<Finding> {
        safety::findings(&self.words())
    }

    /// Returns true if it is, by its words, about what does not belong on a card, whatever category was chosen.
    pub fn is_private(&self) -> bool {
        let about = |f: &Finding| matches!(f, Finding::Key | Finding::Away | Finding::Payment);
        guess(&self.words()).private || self.findings().iter().any(about)
    }

    /// The category of what does not belong in the group that its words lead to, if they lead to one.
    pub fn sensitive_guess(&self) -> Option<&'static str> {
        Some(guess(&self.words()).category).filter(|category| is_sensitive(category))
    }

    /// Who sees it. What is sensitive, or asked for somebody who does not know of it, is never for the group.
    pub fn seen_by(&self) -> Audience {
        if self.is_unaware() {
            return Audience::Team;
        }
        if self.category.as_deref().is_none_or(is_sensitive) {
            return self.near.filter(|s| *s == Audience::Met).unwrap_or(Audience::Team);
        }
        self.audience.unwrap_or(Audience::Group)
    }

    /// Returns true if it is asked for somebody who may not know of it.
    pub fn is_unaware(&self) -> bool {
        self.beneficiary() == Beneficiary::Other && self.knows != Some(true)
    }

    /// For whom it is.
    pub fn beneficiary(&self) -> Beneficiary {
        match (self.whose, self.whom) {
            (Some(Whose::Caller), _) => Beneficiary::Caller,
            (_, Some(Whom::Other)) => Beneficiary::Other,
            (Some(Whose::Mine) | None, Some(Whom::Me) | None) => Beneficiary::Own,
        }
    }

    /// Who called, if it is somebody without Telegram.
    pub fn caller(&self) -> Option<Caller> {
        let known = self.whose == Some(Whose::Caller) && self.caller_told == Some(true);
        let (name, phone) = (self.caller_name.clone()?, self.caller_phone.clone()?);
        known.then_some(Caller { name, phone })
    }

    /// How many helpers are asked for.
    pub fn wanted(&self) -> i64 {
        self.helpers.unwrap_or(1).clamp(1, WANTED_AT_MOST)
    }

    /// Returns true if one helper is asked for every date.
    pub fn wants_one_helper(&self) -> bool {
        self.same_helper == Some(SameHelper::Same)
    }

    fn asked(&self) -> Asked {
        self.when.clone().unwrap_or(Asked::Button(When::Later))
    }

    /// When it is for, however often, counted from the moment at which it was sent.
    pub fn span(&self, sent: Moment) -> Span {
        Span::of(&self.asked(), self.part, sent)
    }

    /// Each date for which help is asked, counted from the moment at which it was sent; at least one.
    pub fn spans(&self, sent: Moment) -> Vec<Span> {
        let (when, one) = (self.asked(), self.span(sent));
        let weeks = match self.repeats {
            None | Some(Repeats::Once) => return vec![one],
            Some(Repeats::Weekly) => 1,
            Some(Repeats::Fortnightly) => 2,
        };
        let times = self.times.unwrap_or(TIMES_AT_LEAST).clamp(TIMES_AT_LEAST, TIMES_AT_MOST);
        let day = self.day.as_deref().and_then(|d| d.parse().ok());
        dates(&when, day, weeks, times, sent).into_iter().map(|day| one.on(day)).collect()
    }

    /// Returns true if the time that was typed is over by now.
    pub fn is_over(&self, now: Moment) -> bool {
        let typed = self.when.as_ref().filter(|w| matches!(w, Asked::Typed(_)));
        typed.and_then(|when| Span::of(when, self.part, now).end()).is_some_and(|end| end <= now)
    }

    /// Returns true if it is shown with the asker's name.
    pub fn is_named(&self) -> bool {
        self.naming != Some(Naming::Without)
    }

    fn words(&self) -> String {
        let words = [typed(self.title.as_ref()), typed(self.details.as_ref())];
        words.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}

fn is_usual(whose: &Option<Whose>) -> bool {
    *whose != Some(Whose::Caller)
}

/// Words in one line. `None` if nothing is left.
fn one_line(words: &str) -> Option<String> {
    Some(words.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|l| !l.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_back() {
        let draft = RequestDraft {
            neighbourhood: Some("3".into()),
            category: Some("errands".into()),
            whose: Some(Whose::Caller),
            title: Some(Words::Typed("Boodschappen".into())),
            when: Some(Asked::Button(When::Tomorrow)),
            part: Some(DayPart::Evening),
            details: Some(Words::Spoken { voice: "v".into() }),
            photo: Some("p".into()),
            audience: Some(Audience::Quiet),
            naming: Some(Naming::Without),
            whom: Some(Whom::Other),
            knows: Some(true),
            helpers: Some(3),
            repeats: Some(Repeats::Weekly),
            day: Some("1".into()),
            times: Some(6),
            same_helper: Some(SameHelper::Same),
            ..RequestDraft::default()
        };
        assert_eq!(RequestDraft::of_answers(&draft.answers()), Ok(draft.clone()));
        assert_eq!(draft.answers()["when"], "tomorrow");
        let timing = |text: &str| serde_json::from_value::<Timing>(serde_json::json!({ "start": text })).unwrap();
        let typed = RequestDraft {
            when: Some(Asked::Typed(timing("2026-11-28T14:30"))),
            or_when: Some(timing("2026-11-29")),
            ..draft.clone()
        };
        assert_eq!(RequestDraft::of_answers(&typed.answers()), Ok(RequestDraft { or_when: None, ..typed.clone() }));
        let whole = serde_json::to_value(&typed).unwrap();
        assert_eq!(serde_json::from_value::<RequestDraft>(whole).unwrap(), typed);
        assert_eq!(draft.neighbourhood_id(), Some(NeighbourhoodId(3)));
        assert_eq!(RequestDraft::of_answers(&RequestDraft::default().answers()), Ok(RequestDraft::default()));
        assert!(RequestDraft::of_answers(serde_json::json!({"whenn": "today"}).as_object().unwrap()).is_err());
    }

    #[test]
    fn words_become_a_title_or_details_and_none_are_lost() {
        let short = RequestDraft::of_words(None, "  Lamp \n ophangen ");
        assert_eq!((typed(short.title.as_ref()), short.details), (Some("Lamp ophangen"), None));
        let words = "lang ".repeat(60);
        let long = RequestDraft::of_words(None, &words);
        assert_eq!((long.title, typed(long.details.as_ref())), (None, Some(words.trim())));
        assert_eq!(RequestDraft::of_words(None, " \n").title, None);
    }

    #[test]
    fn details_are_looked_at_too() {
        let draft = RequestDraft {
            title: Some(Words::Typed("Lamp".into())),
            details: Some(Words::Typed("Bel 06-12345678".into())),
            ..RequestDraft::default()
        };
        assert_eq!(draft.findings(), [Finding::Phone]);
    }

    #[test]
    fn who_sees_it() {
        let draft = |category: &str, audience, near| RequestDraft {
            category: Some(category.into()),
            audience,
            near,
            ..RequestDraft::default()
        };
        for (category, audience, near, expected) in [
            ("errands", None, None, Audience::Group),
            ("errands", Some(Audience::Quiet), None, Audience::Quiet),
            ("errands", Some(Audience::Met), None, Audience::Met),
            ("children", None, None, Audience::Team),
            ("children", Some(Audience::Group), None, Audience::Team),
            ("children", None, Some(Audience::Met), Audience::Met),
            ("children", None, Some(Audience::Group), Audience::Team),
            ("unheard of", Some(Audience::Group), None, Audience::Team),
        ] {
            let draft = draft(category, audience, near);
            assert_eq!(draft.seen_by(), expected, "{category} {audience:?} {near:?}");
            let unaware = RequestDraft { whom: Some(Whom::Other), knows: Some(false), ..draft };
            assert_eq!((unaware.seen_by(), unaware.beneficiary()), (Audience::Team, Beneficiary::Other));
        }
    }

    #[test]
    fn keys_money_and_absence_are_private_whatever_the_category() {
        for (title, private) in [
            ("Wie kan mijn lamp ophangen?", false),
            ("Bel 06-12345678", false),
            ("Wie bewaart mijn sleutel?", true),
            ("Wij zijn op vakantie", true),
            ("ik stuur een betaalverzoek", true),
        ] {
            let draft = RequestDraft { title: Some(Words::Typed(title.into())), ..RequestDraft::default() };
            assert_eq!(draft.is_private(), private, "{title}");
        }
    }

    #[test]
    fn who_called_counts_once_they_know_that_a_helper_gets_their_number() {
        let draft = RequestDraft {
            whose: Some(Whose::Caller),
            caller_name: Some("Piet".into()),
            caller_phone: Some("020".into()),
            ..RequestDraft::default()
        };
        assert_eq!((draft.beneficiary(), draft.caller()), (Beneficiary::Caller, None));
        let told = RequestDraft { caller_told: Some(true), ..draft };
        assert_eq!(told.caller(), Some(Caller { name: "Piet".into(), phone: "020".into() }));
        assert_eq!(RequestDraft { whose: Some(Whose::Mine), ..told }.caller(), None);
    }

    #[test]
    fn dates_and_helpers_keep_to_their_bounds() {
        let sent = Moment(1_795_424_400);
        for (times, count) in [(None, 2), (Some(0), 2), (Some(6), 6), (Some(500), 26)] {
            let draft = RequestDraft {
                repeats: Some(Repeats::Weekly),
                times,
                day: Some("x".into()),
                ..RequestDraft::default()
            };
            assert_eq!(draft.spans(sent).len(), count, "{times:?}");
        }
        assert_eq!(RequestDraft { times: Some(6), ..RequestDraft::default() }.spans(sent).len(), 1);
        for (helpers, wanted) in [(None, 1), (Some(0), 1), (Some(3), 3), (Some(500), 20)] {
            assert_eq!(RequestDraft { helpers, ..RequestDraft::default() }.wanted(), wanted);
        }
    }
}

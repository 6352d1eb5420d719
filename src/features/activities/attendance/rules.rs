//! Who gets a place: what becomes of somebody's wish, and who of those who wait gets what came free. Pure.
//!
//! Guests count as everybody does. Whoever fits gets a place at once; else they wait, in the order in which they came. What
//! comes free is the first one's whom it fits: two who wait together keep their turn while one alone passes them.

use crate::features::activities::model::{GUESTS_AT_MOST, Rsvp, RsvpState};

/// What somebody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// [Ik kom], however often.
    Come,
    /// [Ik neem iemand mee]: at least one guest, however often.
    Bring,
    /// So many guests, 0 to 5.
    Guests(i64),
    /// [Ik kan niet].
    Cannot,
}

/// What somebody answered about an activity: whether they come, and with how many guests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What they said.
    pub state: RsvpState,
    /// Whom they bring.
    pub guests: i64,
}

impl From<&Rsvp> for Answer {
    fn from(rsvp: &Rsvp) -> Answer {
        Answer { state: rsvp.state, guests: rsvp.guests }
    }
}

/// What becomes of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// This is their answer from now on; it may be the same as before.
    Becomes(Answer),
    /// There is no seat for the guest. What they have stays.
    NoSeatForGuest,
    /// They said nothing about this activity yet, or that they don't come: there is nothing to change.
    NotThere,
}

/// Returns true if so many more fit where `taken` seats are taken. Without a capacity as many fit as come.
pub fn fits(capacity: Option<i64>, taken: i64, seats: i64) -> bool {
    capacity.is_none_or(|c| taken.saturating_add(seats) <= c)
}

/// What becomes of a wish. `others` is how many seats everybody else takes who comes.
pub fn decide(capacity: Option<i64>, others: i64, mine: Option<Answer>, wish: Wish) -> Outcome {
    let here = mine.filter(|m| m.state != RsvpState::NotGoing);
    let (state, guests) = match (wish, here) {
        (Wish::Cannot, _) => return Outcome::Becomes(Answer { state: RsvpState::NotGoing, guests: 0 }),
        (Wish::Guests(_), None) => return Outcome::NotThere,
        (Wish::Come, None) => (RsvpState::Waiting, 0),
        (Wish::Bring, None) => (RsvpState::Waiting, 1),
        (Wish::Come, Some(m)) => (m.state, m.guests),
        (Wish::Bring, Some(m)) => (m.state, m.guests.max(1)),
        (Wish::Guests(n), Some(m)) => (m.state, n.clamp(0, GUESTS_AT_MOST)),
    };
    let room = fits(capacity, others, 1 + guests);
    let before = here.map_or(0, |m| m.guests);
    if state == RsvpState::Going {
        // Who comes keeps their place, even where the capacity was lowered since.
        if guests > before && !room {
            return Outcome::NoSeatForGuest;
        }
        return Outcome::Becomes(Answer { state, guests });
    }
    let state = if room { RsvpState::Going } else { RsvpState::Waiting };
    Outcome::Becomes(Answer { state, guests })
}

/// The places of an activity, while they are given to those who wait.
#[derive(Clone, Copy, Debug)]
pub struct FreeSeats {
    capacity: Option<i64>,
    taken: i64,
}

impl FreeSeats {
    /// So many seats are taken.
    pub fn new(capacity: Option<i64>, taken: i64) -> FreeSeats {
        FreeSeats { capacity, taken }
    }

    /// Returns true if nobody fits any more.
    pub fn full(self) -> bool {
        !self.fit(1)
    }

    /// Returns true if these seats fit.
    pub fn fit(self, seats: i64) -> bool {
        fits(self.capacity, self.taken, seats)
    }

    /// Takes these seats if they fit. Returns true if so.
    pub fn take(&mut self, seats: i64) -> bool {
        let fit = self.fit(seats);
        if fit {
            self.taken += seats;
        }
        fit
    }

    /// As if these seats came free.
    #[must_use]
    pub fn without(self, seats: i64) -> FreeSeats {
        FreeSeats { taken: self.taken - seats, ..self }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    impl Answer {
        fn seats(self) -> i64 {
            1 + self.guests
        }
    }

    const GOING: RsvpState = RsvpState::Going;
    const WAITING: RsvpState = RsvpState::Waiting;
    const NOT: RsvpState = RsvpState::NotGoing;

    #[test]
    fn what_becomes_of_every_wish() {
        let stands = |state, guests| Outcome::Becomes(Answer { state, guests });
        let mine = |state, guests| Some(Answer { state, guests });
        for (capacity, others, before, wish, after) in [
            // Nothing said yet.
            (Some(2), 0, None, Wish::Come, stands(GOING, 0)),
            (Some(2), 1, None, Wish::Bring, stands(WAITING, 1)),
            (Some(2), 0, None, Wish::Bring, stands(GOING, 1)),
            (Some(2), 2, None, Wish::Come, stands(WAITING, 0)),
            (Some(1), 0, None, Wish::Bring, stands(WAITING, 1)),
            (None, 999, None, Wish::Bring, stands(GOING, 1)),
            (Some(2), 0, None, Wish::Cannot, stands(NOT, 0)),
            (Some(2), 0, None, Wish::Guests(2), Outcome::NotThere),
            // Who comes.
            (Some(2), 1, mine(GOING, 0), Wish::Come, stands(GOING, 0)),
            (Some(3), 1, mine(GOING, 1), Wish::Come, stands(GOING, 1)),
            (Some(2), 1, mine(GOING, 0), Wish::Bring, Outcome::NoSeatForGuest),
            (Some(3), 1, mine(GOING, 0), Wish::Bring, stands(GOING, 1)),
            (Some(3), 1, mine(GOING, 1), Wish::Bring, stands(GOING, 1)),
            (Some(3), 1, mine(GOING, 1), Wish::Guests(2), Outcome::NoSeatForGuest),
            (Some(9), 1, mine(GOING, 1), Wish::Guests(77), stands(GOING, 5)),
            (Some(1), 5, mine(GOING, 2), Wish::Guests(1), stands(GOING, 1)),
            (Some(1), 5, mine(GOING, 2), Wish::Bring, stands(GOING, 2)),
            (Some(2), 1, mine(GOING, 0), Wish::Cannot, stands(NOT, 0)),
            // Who waits.
            (Some(2), 2, mine(WAITING, 0), Wish::Come, stands(WAITING, 0)),
            (Some(2), 2, mine(WAITING, 2), Wish::Come, stands(WAITING, 2)),
            (Some(2), 2, mine(WAITING, 0), Wish::Bring, stands(WAITING, 1)),
            (Some(2), 1, mine(WAITING, 1), Wish::Guests(0), stands(GOING, 0)),
            (Some(2), 2, mine(WAITING, 1), Wish::Cannot, stands(NOT, 0)),
            // Who said that they don't come.
            (Some(2), 1, mine(NOT, 0), Wish::Come, stands(GOING, 0)),
            (Some(2), 2, mine(NOT, 0), Wish::Come, stands(WAITING, 0)),
            (Some(2), 1, mine(NOT, 3), Wish::Come, stands(GOING, 0)),
            (Some(2), 1, mine(NOT, 0), Wish::Cannot, stands(NOT, 0)),
            (Some(2), 1, mine(NOT, 0), Wish::Guests(1), Outcome::NotThere),
        ] {
            assert_eq!(decide(capacity, others, before, wish), after, "{capacity:?} {others} {before:?} {wish:?}");
        }
    }

    /// Who of a row, of key and seats each, gets a place.
    fn fill(capacity: Option<i64>, taken: i64, row: &[(i64, i64)]) -> Vec<i64> {
        let mut places = FreeSeats::new(capacity, taken);
        row.iter().filter(|(_, seats)| places.take(*seats)).map(|(id, _)| *id).collect()
    }

    #[test]
    fn a_pair_keeps_its_turn_while_one_alone_passes() {
        let row = [(1, 2), (2, 1), (3, 1)];
        assert_eq!(fill(Some(5), 4, &row), [2]);
        assert_eq!(fill(Some(5), 3, &row), [1]);
        assert_eq!(fill(Some(5), 2, &row), [1, 2]);
        assert!(fill(Some(5), 6, &row).is_empty());
        assert_eq!(fill(None, 6, &row), [1, 2, 3]);
    }

    /// A neighbourhood of few people, as the store keeps it: who said what, in which order they wait.
    #[derive(Debug, Default)]
    struct Model {
        capacity: Option<i64>,
        people: std::collections::BTreeMap<usize, (Answer, i64)>,
        last: i64,
    }

    impl Model {
        fn taken(&self) -> i64 {
            self.people.values().filter(|p| p.0.state == GOING).map(|p| p.0.seats()).sum()
        }

        fn row(&self) -> Vec<(i64, i64)> {
            let mut row: Vec<_> = self.people.iter().filter(|(_, p)| p.0.state == WAITING).collect();
            row.sort_by_key(|(_, p)| p.1);
            row.into_iter().map(|(id, p)| (*id as i64, p.0.seats())).collect()
        }

        fn tap(&mut self, who: usize, wish: Wish) {
            let mine = self.people.get(&who).map(|p| p.0);
            let own = mine.filter(|m| m.state == GOING).map_or(0, Answer::seats);
            if let Outcome::Becomes(now) = decide(self.capacity, self.taken() - own, mine, wish) {
                let place = match (self.people.get(&who), now.state) {
                    (Some((before, place)), WAITING) if before.state == WAITING => *place,
                    _ => {
                        self.last += 1;
                        self.last
                    }
                };
                self.people.insert(who, (now, place));
            }
            self.fill();
        }

        fn fill(&mut self) {
            for id in fill(self.capacity, self.taken(), &self.row()) {
                self.people.get_mut(&(id as usize)).unwrap().0.state = GOING;
            }
        }
    }

    fn wish() -> impl Strategy<Value = Wish> {
        prop_oneof![
            4 => Just(Wish::Come),
            2 => Just(Wish::Bring),
            2 => (0..=5i64).prop_map(Wish::Guests),
            2 => Just(Wish::Cannot),
        ]
    }

    proptest! {
        #![proptest_config(crate::properties::config())]

        #[test]
        fn nobody_is_thrown_out_and_nobody_waits_who_fits(
            capacity in proptest::option::of(1i64..9),
            steps in proptest::collection::vec(
                prop_oneof![
                    9 => ((0usize..8), wish()).prop_map(Ok),
                    1 => proptest::option::of(1i64..9).prop_map(Err),
                ],
                1..60,
            ),
        ) {
            let mut model = Model { capacity, ..Model::default() };
            for step in steps {
                let before = model.taken();
                let row = model.row();
                let going: Vec<usize> = model.people.iter().filter(|(_, p)| p.0.state == GOING).map(|(id, _)| *id).collect();
                let who = step.as_ref().ok().map(|s| s.0);
                match step {
                    Ok((who, wish)) => model.tap(who, wish),
                    Err(capacity) => {
                        model.capacity = capacity;
                        model.fill();
                    }
                }
                if let Some(c) = model.capacity {
                    prop_assert!(model.taken() <= c.max(before), "{} seats of {c}", model.taken());
                    for waiter in model.row() {
                        prop_assert!(!fits(Some(c), model.taken(), waiter.1), "{waiter:?} waits and fits");
                    }
                } else {
                    prop_assert!(model.row().is_empty());
                }
                for id in going.into_iter().filter(|id| Some(*id) != who) {
                    prop_assert_eq!(model.people[&id].0.state, GOING, "was thrown out");
                }
                // Those who still wait wait in the order in which they did.
                let left: Vec<i64> = model.row().iter().map(|w| w.0).collect();
                let old: Vec<i64> = row.iter().map(|w| w.0).filter(|id| left.contains(id)).collect();
                let still: Vec<i64> = left.iter().copied().filter(|id| old.contains(id)).collect();
                prop_assert_eq!(old, still);
            }
        }

        #[test]
        fn a_wish_said_twice_is_said_once(
            capacity in proptest::option::of(1i64..9), others in 0i64..12, state in 0u8..4, guests in 0i64..6, wish in wish()
        ) {
            let mine = [None, Some(GOING), Some(WAITING), Some(NOT)][state as usize].map(|state| Answer { state, guests });
            if let Outcome::Becomes(once) = decide(capacity, others, mine, wish) {
                prop_assert_eq!(decide(capacity, others, Some(once), wish), Outcome::Becomes(once));
            }
        }
    }
}

//! The SQL of the agenda: what is to come in a neighbourhood, with how many come, in one look.

use sqlx::SqliteConnection;

use crate::features::activities::buttons::AttendanceButton;
use crate::features::activities::model::kinds::titled;
use crate::features::activities::model::{LINK, State, USUAL_LENGTH, over_at, thing};
use crate::model::{ActivityId, Listed, Moment, NeighbourhoodId, Result};
use crate::turn::Occasion;

/// Days that an activity lasts at most: what began earlier is not looked at.
const LASTS_AT_MOST: i64 = 15;

/// What is not over at `from` and begins before `to`, in order of time; not what is noted as held. Leaves out what can't be read.
pub async fn occasions(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    from: Moment,
    to: Moment,
) -> Result<Vec<Occasion>> {
    let earliest = from.plus_days(-LASTS_AT_MOST);
    let rows = sqlx::query!(
        r#"select id as "id!: ActivityId", kind, title, details, starts_at as "starts_at: Moment",
             ends_at as "ends_at: Moment", place, capacity, cost is null as "free!: bool", wheelchair as "wheelchair: bool",
             children as "children: bool", walk_in as "walk_in: bool", confirmed as "confirmed: bool",
             state as "state: Listed<State>", sequence, changed_at as "changed_at: Moment",
             coalesce((select sum(1 + r.guests) from rsvps r where r.activity_id = a.id and r.state = 'going'), 0)
               as "going!: i64"
           from activities a
           where neighbourhood_id = ?1 and starts_at > ?2 and starts_at < ?3 and state <> 'held'
             and coalesce(ends_at, starts_at + ?5) > ?4
           order by starts_at, id"#,
        n,
        earliest,
        to,
        from,
        USUAL_LENGTH
    )
    .fetch_all(db)
    .await?;
    let all = rows.into_iter().filter_map(|r| {
        Some(Occasion {
            thing: thing(r.id),
            neighbourhood: n,
            title: titled(&r.kind, &r.title),
            kind: r.kind,
            details: r.details,
            starts_at: r.starts_at,
            ends_at: r.ends_at,
            over_at: over_at(r.starts_at, r.ends_at),
            place: r.place,
            capacity: r.capacity,
            going: r.going,
            free: r.free,
            wheelchair: r.wheelchair,
            children: r.children,
            walk_in: r.walk_in,
            confirmed: r.confirmed,
            cancelled: r.state.or_skip("activities", r.id)? == State::Cancelled,
            held: false,
            sequence: r.sequence,
            changed_at: r.changed_at,
            open: AttendanceButton::More(r.id).data(),
            link: format!("{LINK}{}", r.id),
        })
    });
    Ok(all.collect())
}

/// One activity as an occasion; `None` if there is none of this key.
pub async fn occasion(db: &mut SqliteConnection, id: ActivityId) -> Result<Option<Occasion>> {
    let Some(a) = super::activity(db, id).await? else { return Ok(None) };
    let going = super::seats(db, id).await?.going;
    Ok(Some(Occasion {
        thing: thing(id),
        neighbourhood: a.neighbourhood,
        title: a.title(),
        over_at: a.over_at(),
        kind: a.what.kind,
        details: a.what.details,
        starts_at: a.starts_at,
        ends_at: a.ends_at,
        place: a.what.place,
        capacity: a.what.capacity,
        going,
        free: a.what.cost.is_none(),
        wheelchair: a.what.access.wheelchair,
        children: a.what.access.children,
        walk_in: a.what.access.walk_in,
        confirmed: a.confirmed,
        cancelled: a.state == State::Cancelled,
        held: a.state == State::Held,
        sequence: a.sequence,
        changed_at: a.changed_at,
        open: AttendanceButton::More(id).data(),
        link: format!("{LINK}{id}"),
    }))
}

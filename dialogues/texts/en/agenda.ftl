# The neighbourhood's agenda: what is on, files for the calendar of a telephone, and the message of the week.

command-agenda = What is on?
command-agenda-help = what there is to do here

# ── The pages ──
agenda-today = <b>Today in { $place }</b>
    It is { $day }.
agenda-week =
    <b>This week in { $place }</b>
    Until { $day }.
agenda-later = <b>Later in { $place }</b>
    From { $day }.
agenda-item = <b>{ $number }{ $title }</b>
    { $when }
    { $place }
agenda-left = { $n ->
    [1] 1 place left.
   *[other] { $n } places left.
}
agenda-full = Full. There is a waiting list.
agenda-walk-in = No need to sign up.
agenda-unsure = Not certain yet.
agenda-cancelled = <b>This is cancelled.</b>

agenda-more = More ›
agenda-to-today = Today ({ $n })
agenda-to-week = This week ({ $n })
agenda-to-later = Later ({ $n })

# ── Choosing what you see ──
agenda-only = Only: { $list }.
agenda-only-free = free
agenda-only-wheelchair = with a wheelchair
agenda-only-children = children may come along
agenda-button-free = Free
agenda-button-wheelchair = Wheelchair
agenda-button-children = Children
agenda-button-kind = Kind…
agenda-choose = { $what }
agenda-chosen = ✓ { $what }
agenda-show-all = Show everything
agenda-which-kind = Which kind of activity are you looking for?
agenda-all-kinds = All kinds
agenda-none-fits =
    Nothing found.
    Try other days, or tap <b>Show everything</b>.
agenda-none-then = There is nothing here now.

# ── Nothing on ──
agenda-none = There is nothing in the agenda of { $place } yet.
agenda-organise = Would you like to organise something?
agenda-organise-ask =
    Would you like to organise something? Lovely!
    Ask { $team }. Tap <b>Talk to somebody</b>.

# ── In a group ──
agenda-group-week = { $n ->
    [1] This week there is 1 activity in { $place }.
   *[other] This week there are { $n } activities in { $place }.
}
agenda-group-later = { $n ->
    [1] Nothing this week. Later there is 1 activity in { $place }.
   *[other] Nothing this week. Later there are { $n } activities in { $place }.
}
agenda-group-none = There is nothing in the agenda of { $place } yet.
agenda-group-first = { $n ->
    [1] That is { $title }, { $when }.
   *[other] The first: { $title }, { $when }.
}
agenda-look = See the agenda

# ── Files for the calendar of a telephone ──
button-calendar = Put in my calendar
agenda-file = Whole agenda as a file
calendar-one =
    To add this to your phone's calendar, tap the file and choose your calendar.

    If something changes, tap <b>Put in my calendar</b> again.
calendar-cancelled =
    This is cancelled. Was it in your calendar?
    Tap the file, and choose your calendar.

    If it's still there, delete it yourself.
calendar-all = { $n ->
    [1] This is the agenda of { $place }, with 1 activity.
   *[other] This is the agenda of { $place }, with { $n } activities.
}
calendar-not-all = { $n ->
    [1] The last one does not fit in.
   *[other] The last { $n } do not fit in.
}
calendar-all-how =
    Tap the file. Then choose your calendar.

    New activities are not added by themselves. See /whatson.
calendar-none = Nothing found that fits.
calendar-name = Agenda of { $place }
calendar-unsure = { $title } (not yet sure)
calendar-more = More about it: { $link }
calendar-nameless = activity

# ── The message of the week ──
digest =
    <b>This week in { $place }</b>
    What's on until { $day }:
digest-more = { $n ->
    [1] And 1 more activity.
   *[other] And { $n } more activities.
}
setting-week-on = Message of the week on Monday: on
setting-week-off = Message of the week on Monday: off
setting-week-turn-on = Message of the week on Monday
setting-week-turn-off = No message of the week any more

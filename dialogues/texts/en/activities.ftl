# Activities: what the card shows, and what is the same everywhere.

activiteit-kind-coffee = ☕ Coffee or tea
activiteit-kind-eating = 🍲 Eating together
activiteit-kind-walking = 🚶 Walking
activiteit-kind-garden = 🌱 Vegetable garden
activiteit-kind-sports = 🏃 Sports
activiteit-kind-games = 🎲 Games
activiteit-kind-language = 💬 Language
activiteit-kind-making = 🔨 Making and mending
activiteit-kind-generations = 👵 Young and old
activiteit-kind-devices = 💻 Digital help
activiteit-kind-peers = 🫂 Peer support
activiteit-kind-other = 📅 Something else

# ── The card ──
activity-head = <b>{ $icon } { $title }</b>
    When: { $when }
    Where: { $place }
activity-unsure = We don't know yet if this will go ahead.
activity-free = Cost: free
activity-cost = Cost: { $cost }
activity-from = From: { $name }
activity-returns = This comes back: { $rule }.
activity-wheelchair = Wheelchair accessible.
activity-quiet = It's a quiet place.
activity-children = Children may come along.
activity-languages = Also in { $languages }.
activity-walk-in = No need to sign up.
activity-photo = There is a photo.
activity-voice = There is a voice message.
activity-cancelled = <b>This is cancelled.</b>
activity-cancelled-reason = <b>This is cancelled.</b> { $reason }
activity-held = This is over.

# Who comes.
activity-nobody = Nobody has signed up yet.
activity-going = { $n ->
    [1] 1 person is coming.
   *[other] { $n } people are coming.
}
activity-names = Who is coming: { $names }.
activity-name-guests = { $name } with { $n ->
    [1] 1 guest
   *[other] { $n } guests
}
activity-names-more = { $names } and { $n } more
activity-places-left = { $n ->
    [1] There is 1 place left.
   *[other] There are { $n } places left.
}
activity-places = { $n ->
    [1] There is 1 place.
   *[other] There are { $n } places.
}
activity-full = Full. You can join the waiting list.
activity-waiting = { $n ->
    [1] 1 person is waiting for a place.
   *[other] { $n } people are waiting for a place.
}

button-come = I'm coming
button-bring = I'll bring someone
button-cannot = I can't come
button-activity-more = More
activity-name = { $name }
activity-names-and = { $all }, { $name }

# The neighbourhood's settings.
setting-ann-on = Announcing activities: every resident
setting-ann-off = Announcing activities: organisers only
setting-ann-turn-on = Everyone may announce
setting-ann-turn-off = Only organisers may announce
setting-names-on = An activity also shows who is coming. Everybody in the group reads that.
    With fellow sufferers nobody sees who is coming.
setting-names-off = An activity shows how many people are coming, and not who.
setting-names-turn-on = Show who is coming
setting-names-turn-off = Do not show who is coming
activity-card-waits = I may not write in the group now. “{ $title }” comes there as soon as it can.
activity-card-stands = “{ $title }” is in the group now.
activity-card-never = “{ $title }” could not be put in the group. Neighbours can find it with /agenda.
activity-card-gone = “{ $title }” is no longer in the group. Want to know why? Ask in the group, or talk to somebody.

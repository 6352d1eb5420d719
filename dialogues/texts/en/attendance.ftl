# Signing up, waiting for a place, cancelling.

# ── What passes by after a tap ──
coming-toast-going = { $guests ->
    [0] You're coming! { $until }
    [1] You are on the list, with 1 guest. { $until }
   *[other] You are on the list, with { $guests } guests. { $until }
}
coming-toast-going-already = { $guests ->
    [0] You were on the list already. { $until }
    [1] You were on the list already, with 1 guest. { $until }
   *[other] You were on the list already, with { $guests } guests. { $until }
}
coming-until = See you on { $day }!
coming-until-today = See you soon!
coming-until-tomorrow = See you tomorrow!
coming-toast-waiting = { $guests ->
    [0] It is full. You are number { $n } on the waiting list.
    [1] There is no room for the two of you. You are number { $n } on the waiting list.
   *[other] There is no room for all of you. You are number { $n } on the waiting list.
}
coming-toast-waiting-already = { $guests ->
    [0] You are on the waiting list, as number { $n }.
   *[other] You are on the waiting list together, as number { $n }.
}
coming-toast-no-guest = There is no place for your guest. Your own place stays.
coming-toast-left = Thanks for letting us know.
coming-toast-left-row = You are no longer on the waiting list.
coming-toast-not = Maybe next time!
coming-toast-cancelled = I'm sorry, this is cancelled.
coming-toast-held = This is already over.

# ── The message in your own chat with Stoep ──
coming-going = { $guests ->
    [0] <b>You are coming.</b>
    [1] <b>You are coming, with 1 guest.</b>
   *[other] <b>You are coming, with { $guests } guests.</b>
}
coming-given = { $seats ->
    [1] <b>There is a place for you. Are you coming?</b>
   *[other] <b>There are { $seats } places for you together. Are you coming?</b>
}
coming-waiting = { $guests ->
    [0] <b>You are on the waiting list.</b>
    [1] <b>You are on the waiting list, with 1 guest.</b>
   *[other] <b>You are on the waiting list, with { $guests } guests.</b>
}
coming-turn = You are number { $n } in line.
coming-hear = { $guests ->
    [0] If a place comes free, I'll tell you here.
   *[other] If there is room for you together, you will read it here.
}
coming-not = <b>You're not coming.</b> Changed your mind? Let us know.
coming-capacity = { $n ->
    [1] 1 person can come.
   *[other] { $n } people can come.
}
button-another-guest = One more guest
button-guest-less = One guest fewer
button-no-guest = Without a guest

# ── A place is free ──
coming-free = { $seats ->
    [1] Good news: there is a place for you.
   *[other] Good news: there are { $seats } places for you together.
}
    <b>{ $title }</b>
    { $when }

    Are you coming?
coming-free-still = { $seats ->
    [1] There is still a place for you.
   *[other] There are still { $seats } places for you together.
}
    <b>{ $title }</b>
    { $when }

    Are you coming?
coming-free-until = Other neighbours are waiting. Please answer before { $at }. After that the place goes to somebody else.
coming-passed = { $seats ->
    [1] The place has gone to another neighbour.
   *[other] The places are other neighbours' now.
}
    <b>{ $title }</b>
    { $when }

    Would you like to come after all? Then you can wait for a place again.
button-wait-again = Back on the waiting list

# ── /mijn ──
mine-going = <b>Where you are going</b>
mine-organising = <b>What you organise</b>
mine-going-line = { $title }: { $when }
mine-waiting-line = { $title }: { $when }. You are on the waiting list.
mine-organising-line = { $title }: { $when }. { $n ->
    [1] 1 person is coming.
   *[other] { $n } people are coming.
}
mine-activities-none = You have no activities coming up.
button-all-mine = All my activities
button-mine-sooner = ‹ Earlier
button-mine-later = Later ›

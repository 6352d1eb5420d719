# Afterwards: how did it go?

after-ask-asker =
    { $name } was going to help with “{ $title }”. How did it go?

    { $name } won't see your answer.
    If you choose ‘It didn't feel right’, I tell only the team.
after-ask-asker-many = Neighbours were going to help with “{ $title }”. How did it go?

    I don't tell them what you choose.
    If you choose ‘It didn't feel right’, I tell only the team.
after-ask-helper = You were going to help with “{ $title }”. How did it go?

    I don't tell { $name } what you choose.
    If you choose ‘It didn't feel right’, I tell only the team.
after-ask-helper-done = { $name } says that “{ $title }” is done. Thank you! How did it go for you?

    I don't tell { $name } what you choose.
    If you choose ‘It didn't feel right’, I tell only the team.
after-open = How did it go?
after-still = Do you still need help with this?
button-after-good = Good
button-after-not = It didn't happen
button-after-bad = It didn't feel right
after-good-asker = Good to hear that it worked out!
after-good-helper = Good to hear. Thank you for your help!
after-not-asker = What a pity that “{ $title }” didn't happen. Do you still need help with this?
after-not-helper = What a pity. Thank you for telling me.
after-bad =
    I'm sorry it didn't feel right. Thank you for telling me.

    I'll tell { $team }, and nobody else. In danger now? Call 112.
after-released = { $name } is looking for another day for “{ $title }”. Thank you for offering.
after-let-go = “{ $title }” moves to another day. Kind of you to offer.
after-late = Thank you. This has already been answered.

# Where more helpers are needed.
helpers-missing = { $n ->
    [one] One more helper needed.
   *[other] { $n } more helpers needed.
}
button-enough = This is enough
enough-toast = OK. I'll stop looking.

# ── A request that repeats ──
series-when = { $n } dates, from { $from } to { $to }
series-same = Preferably the same helper on each date.
series-each = It can be someone else each time.
series-later = { $n ->
    [one] And one more date after that.
   *[other] And { $n } more dates after that.
}
series-day = – { $day }

date-open = – { $day }: help needed
date-offered = – { $day }: you want to help
date-offered-by = – { $day }: { $n ->
        [one] { $names } wants to help
       *[other] { $names } want to help
    }
date-mine = – { $day }: you help
date-helped-by = – { $day }: { $n ->
        [one] { $names } helps
       *[other] { $names } help
    }
date-promised = – { $day }: there is help
date-done = – { $day }: done
date-withdrawn = – { $day }: not needed
date-taken-over = – { $day }: the team helps
date-lapsed = – { $day }: over

button-one-date = Choose one date
button-stop-series = Stop all of it
button-stop-sure = Yes, stop them all
button-all-dates = ‹ All dates
button-earlier = ‹ Earlier
button-later = Later ›
button-every-date = All dates
button-these-dates = { $n ->
    [one] This one date
   *[other] These { $n } dates
}
button-cant-once = I can't make one of them
button-cant-all = I can't help any more

series-which-date = Which date of “{ $title }” do you mean?
series-stop = { $n ->
    [one] One date is still planned. Do you want to stop “{ $title }”?
   *[other] { $n } dates are still planned. Do you want to stop “{ $title }”?
}
series-pick = On which days can you help with “{ $title }”? Tap them.
series-picked = Chosen: { $days }.
series-offer-thanks = Thank you! I tell { $name } that you want to help with “{ $title }” on { $n ->
        [one] one date
       *[other] { $n } dates
    }.

    Does { $name } say yes? Then you get each other's contact.
series-offer-new =
    { $name } can help with “{ $title }” on:
    { $days }

    If you say yes, I'll help you get in touch.
series-cant = { $name } can't help with “{ $title }” any more. I'll look for somebody else.

# Afterwards: how did it go?

after-ask-asker =
    { $name } was going to help with “{ $title }”. How did it go?

    { $name } won't see your answer.
    If you choose ‘It didn't go well’, I tell only the team.
after-ask-asker-many = Neighbours were going to help with “{ $title }”. How did it go?

    I don't tell them what you choose.
    If you choose ‘It didn't go well’, I tell only the team.
after-ask-helper = You were going to help with “{ $title }”. How did it go?

    I don't tell { $name } what you choose.
    If you choose ‘It didn't go well’, I tell only the team.
after-ask-helper-done = { $name } says that “{ $title }” is done. Thank you! How did it go for you?

    I don't tell { $name } what you choose.
    If you choose ‘It didn't go well’, I tell only the team.
after-open = How did it go?
after-still = Do you still need help with this?
button-after-good = It went well
button-after-not = It didn't happen
button-after-bad = It didn't go well
after-good-asker = Good to hear that it worked out!
after-good-helper = Good to hear. Thank you for your help!
after-not-asker = What a pity that “{ $title }” didn't happen. Do you still need help with this?
after-not-helper = What a pity. Thank you for telling me.
after-bad =
    I'm sorry it didn't go well. Thank you for telling me.

    I'll tell { $team }, and nobody else. Who takes it up sees how to reach you both. In danger now? Call 112.
after-bad-item = You said that it did not go well. Only the team knows.
after-released = { $name } is looking for another day for “{ $title }”. Thank you for wanting to help.
after-keeps = You still help on the other days.
after-let-go = “{ $title }” moves to another day. Thank you for wanting to help.
after-late = Thank you. You don't have to choose anything here any more.

# Where more helpers are needed.
helpers-missing = { $n ->
    [one] One more helper needed.
   *[other] { $n } more helpers needed.
}
button-enough = This is enough help
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

button-one-date = See one date
button-stop-series = Stop all dates
button-stop-sure = Yes, stop all dates
button-all-dates = ‹ All dates
button-earlier = ‹ Earlier
button-later = Later ›
button-every-date = All dates
button-these-dates = { $n ->
    [one] Done: just this date
   *[other] Done: these { $n } dates
}
button-cant-once = I can't make one date
button-cant-all = I can't help any more

series-which-date = Which date of “{ $title }” do you mean?
series-stop = { $n ->
    [one] One date is still planned. Do you want to stop “{ $title }”?
   *[other] { $n } dates are still planned. Do you want to stop “{ $title }”?
}
series-pick = On which days can you help with “{ $title }”? Tap them, and then tap Done.
series-picked = Chosen: { $days }.
series-offer-thanks =
    Thank you! I'll tell { $name } that you want to help with “{ $title }” on { $n ->
        [one] one date
       *[other] { $n } dates
    }.

    If { $name } says yes, you will both hear how to reach each other.
series-offer-new =
    { $name } wants to help you with “{ $title }”, on:
    { $days }

    If you say yes, you will both hear how to reach each other.
series-cant = { $name } can't help with “{ $title }” any more. I'll look for somebody else.

# How the search for help goes on.

# ── A neighbour gets the request in private ──
approach = { $name }, can you help with this?
approach-free = You can't right now? That's fine too.
button-not-now = Not now
button-ask-no-more = Don't send me requests any more
not-now = That's fine. Thank you for looking.
ask-no-more = OK. I won't ask you any more. Would you like to help later? See who needs help.

# ── The asker reads how it goes ──
search-team = Nobody can help with “{ $title }” yet. So { $team } is looking too. Neighbours can still respond.
search-team-still = There is still nobody who can help with “{ $title }”. Stoep and { $team } are still looking. Would you like to talk to somebody? You always can.
search-more = More help is needed with “{ $title }”. So { $team } is looking too. Neighbours can still respond.
search-nobody = I haven't found a neighbour for “{ $title }” yet. So { $team } is looking too. You'll hear from us.
search-no-group = “{ $title }” is not in the group any more. So { $team } is looking too. You'll hear from us.
item-asker-along = The team is looking too. I'll tell you when somebody can help.
waits-for-you = { $name } is still waiting for your answer.
wait-for-you = These neighbours are waiting for your answer:
waits-way-out = Rather not? Then tap No. I'll say it kindly.
button-show = See your request

still-needed = Do you still need this help?
button-still-needed = Still needed
still-needed-toast = OK. I'll keep looking.

# ── The time is over ──
lapsed-date = The time for “{ $title }” has passed. It has not worked out yet. I've told { $team }. Would you like to ask again?
lapsed-silence = I've heard nothing more about “{ $title }”, so I've stopped looking. I've told { $team }. Would you like to ask again?
lapsed-for-helper = The time for “{ $title }” has passed. Thank you for wanting to help.
renew-when = When do you need help?
renew-when-today = Today
renew-when-tomorrow = Tomorrow
renew-when-week = Next 7 days
renew-when-later = Later, no hurry
renew-part = At what time of the day?
renew-part-morning = Morning
renew-part-afternoon = Afternoon
renew-part-evening = Evening
renewed = Your request is open again.

# How the search for help goes on.

# ── A neighbour gets the request in private ──
approach = { $name }, can you help with this?
approach-free = Can't you right now? That is fine, too.
button-not-now = Not now
button-ask-no-more = Don't ask me any more
not-now = That's fine. Thank you for your answer.
ask-no-more = OK. I won't ask you any more. Would you like to help later? See who needs help.

# ── The asker reads how it goes ──
search-team = Nobody has offered to help with “{ $title }” yet. So { $team } is looking into it too. Neighbours can still offer.
search-more = More help is needed with “{ $title }”. So { $team } is looking into it now. Neighbours can still respond.
search-nobody = I haven't found a neighbour for “{ $title }”. So { $team } is looking into it. You'll hear from them.
search-no-group = “{ $title }” can no longer be seen in a group. So { $team } is looking into it. You'll hear from them.
item-asker-along = The team is looking into it. I will tell you when somebody can help.
waits-for-you = { $name } is still waiting for your answer.
wait-for-you = These neighbours are waiting for your answer:
button-show = See your request

still-needed = Do you still need this help?
button-still-needed = Still needed
still-needed-toast = OK. I'll keep looking.

# ── The time is over ──
lapsed-date = The time for “{ $title }” has passed and no help was found. I've told { $team }. Would you like to ask again?
lapsed-silence = I didn't hear from you about “{ $title }”, so I've stopped looking. I've told { $team }. Would you like to ask again?
lapsed-for-helper = The time for “{ $title }” is over. Thank you for wanting to help.
renew-when = When do you need help?
renew-when-today = Today
renew-when-tomorrow = Tomorrow
renew-when-week = Next 7 days
renew-when-later = Later, no hurry
renew-part = Which part of the day suits you?
renew-part-morning = Morning
renew-part-afternoon = Afternoon
renew-part-evening = Evening
renewed = Your request is open again.

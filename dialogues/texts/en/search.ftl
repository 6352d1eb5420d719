# How the search for help goes on.

# ── A neighbour gets the request in private ──
approach = { $name }, can you help with this?
approach-free = Can't you right now? That is fine, too.
button-not-now = Not now
button-ask-no-more = Don't ask me any more
not-now = All right. Thank you for looking.
ask-no-more = All right. I won't ask you in private any more. Would you like to help later? Then see who needs help.

# ── The asker reads how it goes ──
search-team = Nobody can help with “{ $title }” yet. So { $team } is looking into it now. Neighbours can still respond.
search-more = More help is needed with “{ $title }”. So { $team } is looking into it now. Neighbours can still respond.
search-nobody = I found no neighbour for “{ $title }” now. So { $team } is looking into it. You will hear from us.
search-no-group = “{ $title }” is in no group now. So { $team } is looking into it. You will hear from us.
item-asker-along = The team is looking into it. I will tell you when somebody can help.
waits-for-you = { $name } is still waiting for your answer.
wait-for-you = These neighbours are still waiting for your answer.
button-show = See your request

still-needed = Do you still need this help?
button-still-needed = Still needed
still-needed-toast = All right. I go on looking.

# ── The time is over ──
lapsed-date = The time for “{ $title }” is over. No help was found yet. Now { $team } knows this, too. Would you like to ask again?
lapsed-silence = I heard no more about “{ $title }”. So I have stopped looking. Now { $team } knows this, too. Would you like to ask again?
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

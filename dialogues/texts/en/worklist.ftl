# The team's worklist, and a request that the team takes over.

command-werklijst = What is waiting for the team?

# ── The list ──
work-list = <b>Worklist of { $neighbourhood }</b>
    Tap a line to see more.
work-title = <b>Worklist of { $neighbourhood }</b>
work-none = There is nothing on the worklist of { $neighbourhood } now.
work-line = <b>{ $title }</b>
work-unread = { $count ->
    [1] Something confidential waits for { $team } since { $day }.
   *[other] { $count } confidential things wait for { $team }, the oldest since { $day }.
} Only { $team } sees what it is.
work-since = { $why } Here since { $day }.
work-since-only = Here since { $day }.
work-why-unanswered = Nobody has helped yet.
work-why-team = Somebody asks the team for help.
work-why-lapsed = Its time passed, or the person who asked went quiet.
work-why-taken-over = The team is helping with this.
work-why-disagreement = They don’t say the same about how it went.
work-why-silence = Nobody said how it went.
work-why-unpleasant = Somebody did not find it pleasant.
work-why-unaware = For somebody who doesn’t know about it yet.
work-why-question = A question for the team.
work-why-acquaintance = A resident would like to meet you.
work-why-ghost = The organiser says nothing about this activity any more.
work-why-orphan = This activity has no organiser any more.
work-why-own = This is about something you were part of.
work-is-yours = You are working on this.
work-is-theirs = { $name } is working on this.

# ── Who is working on it? ──
work-claim = I’ll take this
work-claimed = Good, you are working on this now.
work-taken = { $name } is already working on this.
work-give-back = Give it back
work-given-back = Good, it is on the list again.
work-take-from = Take over from { $name }
work-want = { $name } is working on this. Is { $name } away?

    Then you can take it over. { $name } will be told.
work-want-yes = Yes, I’ll take it over
work-want-no = No, leave it
work-to-list = ‹ To the worklist
work-over = This is already settled.
work-only = This is for a colleague of the team.
work-own = You are part of this yourself. A colleague will look at it.
work-confidential = This is confidential. Only a member of the team can open it.
work-not-yours = The worklist is for the team of your neighbourhood. Would you like to ask the team something? Choose Talk to somebody.

# ── What the team hears ──
work-look = Have a look
work-news = There is something new on the worklist of { $neighbourhood }.
work-again = There is something on the worklist of { $neighbourhood } again.
work-waits = Something has been waiting on the worklist of { $neighbourhood } for two working days. Who can look at it?
work-went-back = You were working on something from the worklist. It is on the list again now.

    That way a colleague can look at it too.
work-was-taken = { $name } took something over from you on the worklist of { $neighbourhood }. You don’t have to do anything more.
work-done-meanwhile = What you were working on in { $neighbourhood } is settled already.
work-week = You are still helping with a request in { $neighbourhood }. How is it going?

# ── A request on the list ──
team-sight-group = The request is in the group.
team-sight-quiet = Only a few neighbours got this request, in private.
team-sight-met = Only neighbours whom the team knows got this request.
team-sight-team = Only the team sees this request.
team-unnamed = Neighbours don’t read that it is from { $name }.
team-subject-caller = { $name } asks this for a resident without Telegram.
team-no-contact = I don’t know yet how to reach { $name }. Will you take it over? Then I’ll ask.
team-contact-asked = I don’t know yet how to reach { $name }. I have asked.
team-offered = { $name } would like to help.
team-accepted = { $name } is helping.
team-said-good = { $name } said: it went well.
team-said-not = { $name } said: it didn’t happen.
team-said-bad = { $name } said: it wasn’t pleasant.
team-said-nothing = { $name } hasn’t said anything yet.
team-because-nobody = Taken over: nobody came.
team-because-professional = Taken over: needs a professional.
team-because-unsafe = Taken over: not safe for a volunteer.
team-because-other = Taken over.

button-take-over = I’ll take it over
button-hand-back = Back to the neighbours
button-hand-on = To a colleague
button-settle = Settled
button-reach-team = Share my contact with { $name }
button-previous = ‹ Previous
button-next = Next ›
button-not = No, leave it

team-why = Why are you taking it over?
reason-nobody = Nobody came
reason-professional = Needs a professional
reason-unsafe = Not safe for a volunteer
reason-other = Something else
team-took-over = Good. { $name } is told that you are helping.

team-helps = { $name } of { $team } will help you with “{ $title }”.
team-helps-reach = { $name } will reach you by { $contact }.
team-helps-how = How can { $name } reach you? Share your contact with the button.
team-reach-news = { $name } tells you how to get in touch about “{ $title }”:
    { $contact }
reach-team-how = How can the team reach you?

    Share your number with the button, or write it yourself. Only the team sees it.
team-by = { $name } of { $team } is helping with this.
team-offered-news = “{ $title }”: the team is helping with this now. Thank you for offering.
team-accepted-news = “{ $title }”: the team is helping with this now. You don’t have to do anything more. Thank you!
team-handler-left = { $name } is no longer helping with “{ $title }”. The team is looking for somebody else to go on with it.

team-agreed = { $name } wanted to share this with the team only.

    Does { $name } agree that I ask a few neighbours?
team-agreed-yes = Yes, we agreed on that
team-handed-back = Good, neighbours can help again.
team-back-group = “{ $title }” is open in the group again. I’ll tell you when somebody wants to help.
team-back-private = I’m asking a few neighbours about “{ $title }” again. I’ll tell you when somebody wants to help.

team-to-whom = Which colleague will go on with it?
team-no-colleague = There is no colleague to hand it to now.
team-handed-on = Good. { $name } will go on with it.
team-yours-now = { $name } hands a request on to you.

team-done = { $name } says: “{ $title }” is done.
team-ended = { $name } says: “{ $title }” is no longer needed.
team-settled = { $name } has closed “{ $title }”.
team-settled-helper = “{ $title }” is closed. Thank you.
team-done-toast = Good. Everybody concerned will hear.
team-caller-yours = { $name } is no longer of the team. “{ $title }” is your request now.

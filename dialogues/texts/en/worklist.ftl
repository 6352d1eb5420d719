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
work-why-lapsed = The time passed, or the person stopped answering.
work-why-taken-over = The team is helping with this.
work-why-disagreement = They don’t say the same about how it went.
work-why-silence = Nobody said how it went.
work-why-unpleasant = Somebody said: it didn't feel right.
work-why-unaware = For somebody who doesn't know about this yet.
work-why-question = A question for the team.
work-why-acquaintance = A resident would like to meet you.
work-why-ghost = The organiser has stopped answering.
work-why-orphan = This activity has no organiser any more.
work-why-own = This is about something you were part of.
work-is-yours = You are working on this.
work-is-theirs = { $name } is working on this.

# ── Who is working on it? ──
work-claim = I’ll take this
work-claimed = Good, you are working on this now.
work-taken = { $name } is already working on this.
work-give-back = Give it back
work-given-back = OK, it's back on the list.
work-take-from = Take over from { $name }
work-want =
    { $name } is working on this. Is { $name } away?

    If so, you can take it over. I'll tell { $name }.
work-want-yes = Yes, I’ll take it over
work-want-no = No, leave it
work-to-list = ‹ To the worklist
work-over = This is already settled.
work-only = This is for a colleague of the team.
work-own = You're involved in this yourself. A colleague will look at it.
work-confidential = This is confidential. Only a member of the team can open it.
work-wiped = Something for the team of <b>{ $neighbourhood }</b> stood here. I have removed it.
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
team-unnamed = Neighbours can't see that it's from { $name }.
team-subject-caller = { $name } asks this for a resident without Telegram.
team-no-contact = I don't know how to reach { $name } yet. If you take this over, I'll ask.
team-contact-asked = I don’t know yet how to reach { $name }. I have asked.
team-offered = { $name } would like to help.
team-accepted = { $name } is helping.
team-said-good = { $name } said: it went well.
team-said-not = { $name } said: it didn’t happen.
team-said-bad = { $name } said: it didn't feel right.
team-said-nothing = { $name } hasn’t said anything yet.
team-because-nobody = Taken over: no helper was found.
team-because-professional = Taken over: needs a professional.
team-because-unsafe = Taken over: not safe for a volunteer.
team-because-other = Taken over.

button-take-over = I’ll take it over
button-hand-back = Back to the neighbours
button-hand-on = To a colleague
button-settle = Settled
button-reach-team = Give { $name } my number
button-previous = ‹ Previous
button-next = Next ›
button-not = No, leave it

team-why = Why are you taking it over?
reason-nobody = No helper found
reason-professional = Needs a professional
reason-unsafe = Not safe for a volunteer
reason-other = Something else
team-took-over = OK. I'll tell { $name } that you're helping.

team-helps = { $name } of { $team } will help you with “{ $title }”.
team-helps-reach = { $name } will contact you at { $contact }.
team-helps-how = How can { $name } reach you? Tap the button to share your number.
team-reach-news =
    { $name } can be reached like this (“{ $title }”):
    { $contact }
reach-team-how = How can the team reach you?

    Share your number with the button, or write it yourself. Only the team sees it.
team-by = { $name } of { $team } is helping with this.
team-offered-news = “{ $title }”: the team is helping with this now. Thank you for offering.
team-accepted-news = “{ $title }”: the team is helping with this now. You don’t have to do anything more. Thank you!
team-handler-left = { $name } is no longer helping with “{ $title }”. The team is looking for somebody else to go on with it.

team-agreed =
    { $name } wanted only the team to see this.

    May I ask a few neighbours? Only if { $name } has agreed.
team-agreed-yes = Yes, we agreed on that
team-handed-back = Good, neighbours can help again.
team-back-group = “{ $title }” is open in the group again. I’ll tell you when somebody wants to help.
team-back-private = I’m asking a few neighbours about “{ $title }” again. I’ll tell you when somebody wants to help.
team-back-first = { $name } thinks neighbours can help with “{ $title }”. I'm asking a few now. I'll tell you when somebody wants to help.

team-to-whom = Which colleague will go on with it?
team-no-colleague = There is no colleague to hand it to now.
team-handed-on = Good. { $name } will go on with it.
team-yours-now = { $name } has handed a request on to you.

team-done = { $name } says: “{ $title }” is done.
team-ended = { $name } says “{ $title }” is no longer needed.
team-settled = { $name } from the team has looked into “{ $title }”. Would you like to talk about it? You always can.
team-settled-helper = “{ $title }” is closed. Thank you.
team-done-toast = OK. I'll tell everyone involved.
team-caller-yours = { $name } has left the team. “{ $title }” is now with you.

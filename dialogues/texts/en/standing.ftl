# How somebody stands in a neighbourhood: left, put out, not writing for a while, not helping.

# ── Out of the last group ──
group-left-ask =
    You are no longer in the group of <b>{ $neighbourhood }</b>. Are you still part of Stoep?

    Until you say so, you can ask nothing here and help nobody.
group-left-stay = Yes, I am still in
group-left-leave = No, I leave
group-left-stays = Good! You are still part of <b>{ $neighbourhood }</b>. What can I help you with?
group-left-out =
    You are no longer in the group of <b>{ $neighbourhood }</b>. So you are no longer part of Stoep there either.
    I stopped what you had open there.

    Do you want to come back? Join the group again.
setting-leavers-on = Who leaves the group leaves Stoep as well.
setting-leavers-off = Who leaves the group is asked: are you still in?
setting-leavers-turn-on = Out of the group is out of Stoep
setting-leavers-turn-off = First ask: are you still in?

# ── Leaving ──
leave-button = I leave { $neighbourhood }
leave-sure =
    Do you want to leave <b>{ $neighbourhood }</b>?

    I will stop what you have open there: requests, help and activities.
    Who counts on you will hear that from me.
leave-yes = Yes, I leave
leave-no = I stay
leave-last-moderator-sure =
    Do you want to leave <b>{ $neighbourhood }</b>? You are the last one of { $team }.

    If you go, residents can talk to nobody here in confidence.
    I will stop what you have open there. Who counts on you will hear that from me.
leave-last-moderator-yes = Yes, I leave
leave-last-moderator-no = I stay
leave-last-administrator = You are the only administrator. First invite another one, with /neighbourhood.
leave-done =
    All right, you have left <b>{ $neighbourhood }</b>. I stopped what you had open there.

    Do you want to come back? Open the neighbourhood's link, or tap <b>Join in</b> in the group.

# ── What somebody reads who may not do something for now ──
standing-muted =
    You can't write or help in { $neighbourhood } until { $day }. That is a decision of { $team }.

    You can still talk to somebody of the team.
standing-no-help =
    You can't help in { $neighbourhood } now. That is a decision of { $team }.

    Do you want to know why? Talk to somebody.
standing-out = You are no longer part of <b>{ $neighbourhood }</b>. That is a decision of { $team }.
standing-out-of-group = An administrator put you out of the group of <b>{ $neighbourhood }</b>. So you are no longer part of Stoep there either.
standing-asked =
    You are no longer in the group of <b>{ $neighbourhood }</b>. Are you still part of Stoep?

    If so, tap here: <a href="{ $link }">I am still in</a>.
standing-asked-alert = You are no longer in the group. Are you still in? Answer my question about that first.
standing-out-until = You are not part of <b>{ $neighbourhood }</b> until { $day }. That is a decision of { $team }.
standing-out-alert = You are not part of this now. I explain it in your private chat.
standing-out-group = Open Stoep and I will explain.
standing-object-phone = Is that not right? Call { $team }: { $phone }
standing-object-names = Is that not right? Tell { $names }.

# ── What somebody of the team can decide about a neighbour ──
moderation-list-button = All neighbours
moderation-list = These are the neighbours in <b>{ $neighbourhood }</b>. Tap a name for more.
moderation-list-none = Nobody else is part of <b>{ $neighbourhood }</b> yet.
moderation-button = Decide about { $name }
moderation-person = <b>{ $name }</b> in { $neighbourhood }
moderation-of-team = This neighbour is of the team or an administrator. An administrator has to take that role away first.
moderation-is-out = Is no longer part of it.
moderation-is-out-until = Is not part of it until { $day }.
moderation-is-muted = Does not write for now.
moderation-is-muted-until = Does not write until { $day }.
moderation-is-no-help = Does not help any more.
moderation-is-no-help-until = Does not help until { $day }.
moderation-why-unkind = Reason: unkind or rude
moderation-why-unsafe = Reason: not safe for others
moderation-why-fraud = Reason: fraud or advertising
moderation-why-agreements = Reason: often does not do what was agreed
moderation-reason-unkind = Unkind or rude
moderation-reason-unsafe = Not safe for others
moderation-reason-fraud = Fraud or advertising
moderation-reason-agreements = Often does not do what was agreed
moderation-mute = No writing for a week
moderation-no-help = No more helping
moderation-put-out = Put { $name } out
moderation-out = Four weeks
moderation-out-for-good = For good, together with a colleague
moderation-undo-muted = May write again
moderation-undo-no-help = May help again
moderation-undo-out = May take part again
moderation-undo-left = Left by themselves
moderation-how-long = For how long is { $name } out?
moderation-which-reason = Why? { $name } will read this.
moderation-not = Rather not
moderation-yes = Yes, do that
moderation-done = Done. I told them and wrote it down.
moderation-mute-sure =
    { $name } can't post anything or help for a week. Talking to the team still works.

    { $why }. { $name } reads this, and where to say that it is not right.
moderation-no-help-sure =
    { $name } can't help any more until you or a colleague change that. Who counts on { $name } hears that the help is off.

    { $why }. { $name } reads this, and where to say that it is not right.
moderation-out-sure =
    { $name } is out for four weeks and sees nothing here. What { $name } had open stops. Who counts on it hears that.
    From the Telegram group you have to remove { $name } yourself.

    { $why }. { $name } reads this, and where to say that it is not right.
moderation-out-for-good-sure =
    For good takes two. I will ask your colleagues. Until one of them says yes, nothing changes.
    From the Telegram group you have to remove { $name } yourself.

    { $why }. { $name } reads this, and where to say that it is not right.
moderation-mute-told =
    You can't write or help in <b>{ $neighbourhood }</b> until { $day }. That is a decision of { $team }.
    { $why }.

    You can still talk to the team, with /team.
moderation-no-help-told =
    You can't help in <b>{ $neighbourhood }</b> any more. That is a decision of { $team }.
    { $why }.

    Who counted on you knows that you won't come.
moderation-out-told =
    You are not part of <b>{ $neighbourhood }</b> until { $day }. That is a decision of { $team }.
    { $why }.

    I stopped what you had open there. Who counted on you knows that.
moderation-out-for-good-told =
    You are no longer part of <b>{ $neighbourhood }</b>. Two people of That is a decision of { $team }.
    { $why }.

    I stopped what you had open there. Who counted on you knows that.
moderation-undo-muted-told = You can write in <b>{ $neighbourhood }</b> again.
moderation-undo-no-help-told = You can help in <b>{ $neighbourhood }</b> again.
moderation-undo-out-told = You can take part in <b>{ $neighbourhood }</b> again.
moderation-no-second = For good takes two. There is no colleague whom I can ask now. Four weeks is possible.
moderation-proposed = I am asking your colleagues.
moderation-proposed-already = This was asked already. It waits for a colleague.
moderation-second =
    { $by } wants to put { $name } out of <b>{ $neighbourhood }</b> for good.
    { $why }.

    Do you agree?
moderation-second-yes = Yes, put { $name } out
moderation-second-no = No
moderation-second-yourself = You asked for this yourself. A colleague has to agree.
moderation-second-agreed = { $by } agrees with you. { $name } is no longer part of <b>{ $neighbourhood }</b>.
moderation-second-agreed-you = All right. { $name } is no longer part of <b>{ $neighbourhood }</b>. I told them and wrote it down.
moderation-second-refused = { $by } does not agree with you. Nothing changes for { $name } in <b>{ $neighbourhood }</b>.
moderation-second-refused-you = All right, nothing changes for { $name } in <b>{ $neighbourhood }</b>.

# Their message about an activity.
standing-activity-over = You are not coming to “{ $title }”: you are no longer part of { $neighbourhood }.

# What an organiser does with an activity, and what Stoep does for the organiser.

# ── Reminders ──
reminder-tomorrow = Tomorrow there is <b>{ $title }</b>.
    When: { $when }
    Where: { $place }
reminder-today = Today there is <b>{ $title }</b>.
    When: { $when }
    Where: { $place }
reminder-guests = { $n ->
    [1] You are bringing 1 guest.
   *[other] You are bringing { $n } guests.
}
reminder-cannot = Can't make it? Tap the button.

# ── Looking after it ──
hosting-manage = Manage
hosting-head = <b>{ $title }</b>
    When: { $when }
    Where: { $place }
hosting-full = It is full.
hosting-signed-up = { $n ->
    [1] 1 person had signed up.
   *[other] { $n } people had signed up.
}
hosting-unseen = I only show how many people are coming, not who.
hosting-who = Who is coming?
hosting-write = Message to everyone
hosting-change = Change
hosting-cancel = Cancel it
hosting-more = More choices
hosting-more-what = What would you like to do?
hosting-copy = Organise it again
hosting-hand = Hand over
hosting-count = How many came?
hosting-again = Organise it again
hosting-back = ‹ Back
hosting-came = { $n ->
    [0] Nobody came.
    [1] 1 person came.
   *[other] { $n } people came.
}
hosting-going = Who is coming:
hosting-waiting = On the waiting list:
hosting-not-yours = Only the organiser can do this, or someone from the team.
hosting-is-cancelled = This activity is cancelled. It can't be changed any more.
hosting-is-held = This activity is over.

# ── Changing ──
anders-what = What would you like to change?
anders-what-time = Time
anders-what-place = Place
anders-what-title = Name
anders-what-details = Description
anders-what-capacity = Number of places
anders-what-cost = Cost
anders-what-access = For whom
anders-what-languages = Languages
anders-when = When will it be? Write the day and the time.

    For example: “Wednesday 10 to 12”
anders-place = Where will it be?
anders-title = What is it called? Write it in a few words.
anders-details = What should people know? If you skip this, there will be no explanation.
anders-limit = How many people can come?
anders-limit-number = A number
anders-limit-none = Everyone can come
anders-capacity = How many places are there?
anders-price = What does it cost?
anders-price-free = It is free
anders-price-other = It costs something
anders-cost = What does it cost? For example: “2 euros”.
anders-access = What is true? Choose all that fit.
anders-access-wheelchair = You can get in with a wheelchair
anders-access-quiet = It is quiet there
anders-access-children = Children may come along
anders-access-walk-in = No need to sign up
anders-languages = Which other language do you speak there? Skip this if there is none.

change-nothing = nothing
change-no-limit = everyone can come
change-free = free
change-past = That is already over. Choose a time that is still to come.
change-too-far = That is more than a year ahead. Choose an earlier day.
change-too-long = That lasts longer than two weeks. Choose a shorter time.
change-once = This is about one date. Type one day and one time.
change-same = This is the same as now. Nothing changes.
change-sure = Is this change to <b>{ $title }</b> right?

    Now: { $old }
    Then: { $new }
change-clash = Please note: “{ $title }” is there as well ({ $when }).
change-gives-away = Please note: this contains { $found }. The whole group can read it.
change-told = { $n ->
    [0] I'll tell the group.
    [1] 1 person gets a message, and I will say it in the group.
   *[other] { $n } people get a message, and I will say it in the group.
}
change-told-private = { $n ->
    [0] The card in the group changes too.
    [1] 1 person gets a message. The card in the group changes too.
   *[other] { $n } people get a message. The card in the group changes too.
}
change-told-nobody = The card in the group changes too.
change-fewer = { $going } people are already coming. They all keep their place.
change-yes = Yes, change it
change-yes-once = Only this time
change-yes-all = Every time from now on
change-other = Change something else
change-no = Never mind
change-done = It is changed.
change-dropped = Fine, nothing changes.
change-meanwhile = Someone else just changed this too. First see how it is now.

# ── Cancelling ──
gaat-niet-door-reason = Why is it cancelled? Write it in a few words, or skip.

    Everyone who is coming reads this. The group does too.
cancel-sure = Are you sure? Then <b>{ $title }</b> is cancelled.
    When: { $when }
cancel-sure-reason = Are you sure? Then <b>{ $title }</b> is cancelled.
    When: { $when }
    Reason: { $reason }
cancel-yes = Yes, cancel it
cancel-other = Another reason
cancel-done = Done. I'll tell everyone who signed up.

# ── What people hear ──
news-time = <b>{ $title }</b> has moved.
    It was: { $old }
    It is now: { $new }
    Where: { $place }
news-place = <b>{ $title }</b> is in another place.
    It was: { $old }
    It is now: { $new }
    When: { $when }
news-part = Something changed about <b>{ $title }</b>.
    { $part }, it was: { $old }
    { $part }, it is now: { $new }
news-several = <b>{ $title }</b> has changed. This is how it is now:
    When: { $when }
    Where: { $place }
news-come = Are you coming then too?
news-waiting = You are still on the waiting list.
news-by = Changed by { $name }.
news-cancelled = <b>{ $title }</b> is cancelled.
    When: { $when }
news-reason = Reason: { $reason }
news-organiser = { $name } now organises <b>{ $title }</b>.
    When: { $when }

# ── Message to everyone ──
bericht-words = What would you like to say? Write it, or send a voice message.

    Everyone who is coming or waiting gets this, with your name.
bericht-about-name = Activity
bericht-words-name = Message
bericht-summary = This is your message. Is it right?
bericht-confirm = Send
write-from = <b>Message from { $name }</b>
    About { $title }: { $when }
write-look = See the activity
write-nobody = Nobody is coming or waiting yet.
write-enough = You sent { $n } messages today. You can send another one tomorrow.
write-sent = { $n ->
    [0] I couldn't send your message to anyone.
    [1] Your message goes to 1 person.
   *[other] Your message goes to { $n } people.
}
write-sent-later = { $n ->
    [0] Your message could reach nobody.
    [1] It is night now. Your message goes to 1 person at 8 o'clock.
   *[other] It is night now. Your message goes to { $n } people at 8 o'clock.
}
write-missed = { $n ->
    [1] I can't reach 1 person.
   *[other] I can't reach { $n } people.
}

# ── Handing over ──
hand-to-whom = Who will organise this from now on?
hand-nobody = There is nobody to hand this over to now. Ask the team for help.
hand-not-them = You can't hand this over to this person.
hand-sure = Shall I ask { $name } to organise “{ $title }”?
hand-yes = Yes, ask
hand-yes-once = Only this time
hand-yes-all = Every time from now on
hand-no = Never mind
hand-asked = I asked { $name }. I will tell you the answer.

    Until then you organise it.
hand-offer = { $name } asks: would you like to organise this?
hand-offer-all = { $name } asks: would you like to organise this from now on? That means every date to come.
hand-offer-what = If you say yes, your name will be on the card. You can change it then.
hand-accept = Yes, I will
hand-refuse = Rather not
hand-over = This is already settled. You don't have to do anything.
hand-not-you = You can't announce activities here at the moment.
hand-yours = Good. You organise this now.
hand-taken = { $name } now organises <b>{ $title }</b>. You need not do anything any more.
hand-refused = { $name } would rather not organise <b>{ $title }</b>. You can ask someone else.
hand-refused-thanks = Fine, I will tell { $name }.

# ── Looking back ──
back-ask = How many people were at <b>{ $title }</b>?
    When: { $when }
back-as-many = { $n ->
    [1] 1 person
   *[other] { $n } people
}
back-other = Another number
back-unknown = I don't know
back-noted = Noted. Thank you!
back-fine = That is fine.
hoeveel-came = How many people were there? Type a number.

# ── The organiser is gone ──
orphan-work = { $name } can no longer organise this. The people who signed up don't know yet.
orphan-adopt = I will organise this
orphan-over = There is an organiser already.

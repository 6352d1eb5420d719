# Asking for help and helping.

command-vraag = Ask for help
command-vraag-help = ask your neighbours for help
command-prikbord = Who needs help now?
command-prikbord-help = who needs help now?
command-mijn = My requests and responses
command-mijn-help = what you asked, and what you help with

# ── The questions of /ask ──
vraag-neighbourhood = In which neighbourhood do you need help?
vraag-neighbourhood-name = Neighbourhood
vraag-category = What do you need help with?
vraag-category-name = Help with
vraag-category-errands = 🛒 Shopping
vraag-category-odd-jobs = 🔧 Odd job
vraag-category-devices = 💻 Phone or computer
vraag-category-company = ☕ Company
vraag-category-pets-plants = 🐾 Pet or plant
vraag-category-food = 🍲 Food
vraag-category-transport = 🚗 Transport
vraag-category-forms = 📄 Forms
vraag-category-children = 🧒 Children
vraag-category-other = 🙋 Something else
vraag-title =
    What do you need help with? Use a few words, or send a voice message.

    For example: “hanging up a lamp”.
vraag-title-name = Request
vraag-when = When do you need help? Choose, or type a day and a time.

    For example: “Saturday at 2 pm”.
vraag-when-name = When
vraag-when-today = Today
vraag-when-tomorrow = Tomorrow
vraag-when-week = Next 7 days
vraag-when-later = Later, no hurry
vraag-part = What time of day suits you?
vraag-part-name = Part of the day
vraag-part-morning = Morning
vraag-part-afternoon = Afternoon
vraag-part-evening = Evening
vraag-details =
    Anything else your helper should know? Write it, or send a voice message.

    Leave out your address and phone number. You can share those later.
vraag-details-name = Details
vraag-summary = This is your request. Is it right?
vraag-confirm = Send

# ── How can you be reached? ──
reach-how = How can your neighbour reach you?

    Share your number with the button, or write it yourself. Only this neighbour gets it.

# ── The request itself ──
request-head = <b>{ $icon } { $title }</b>
    When: { $when }
request-from = { $known ->
    [no] From: a neighbour
   *[yes] From: { $name }
}
request-line = { $icon } <b>{ $title }</b>
    { $when } · from { $name }
request-line-own = { $icon } <b>{ $title }</b>
    { $when } · your request

when-no-date = no fixed day
when-until = by { $day } at the latest
when-at = { $from }
when-from-to = { $from } to { $to }
when-to = until { $to }
# A day with a time; with a part of the day ('in the morning') there is a comma.
when-day-time = { $day }, { $time }
when-too-far = That's too far ahead. I can plan up to a year.
when-repeats = Noted: { $when }.
when-once = I can't repeat it like that yet. I'll note the first time: { $when }.

card-offered = Somebody has responded.
card-promised = Help has been found.
card-done = Done. Thank you!
card-withdrawn = No longer needed.
card-taken-over = The team takes it from here.
card-lapsed = The time for this has passed.
card-call-open = { $known ->
    [no] Somebody wants to help. Is this your request? Open Stoep to choose.
   *[yes] { $name }, somebody wants to help. Open Stoep to choose.
}
card-call-promised = { $known ->
    [no] Is this your request? There is a message for you. Open Stoep.
   *[yes] { $name }, there is a message for you. Open Stoep.
}

preview-once = It can't be repeated like that yet. This is the first time.
preview = { $name }, this is how your request will look. Is it right?

button-ask = Ask for help
button-ask-again = Ask again
button-help = I want to help
button-more = More
button-open = Open Stoep
button-go-on = Go on in private
button-place = Post it
button-i-mean = I mean { $when }
button-place-anyway = Post it anyway
button-rewrite = Change
button-adjust = Change it
button-drop = Delete
button-yes = Yes, please
button-no = No, thanks
button-yes-name = Yes please: { $name }
button-no-name = No: { $name }
button-take-back = I can't help after all
button-cant = I can't after all
button-reach = Give { $name } my number
button-done = Done
button-withdraw = No longer needed
button-undo = Delete my request
button-mine = My requests
button-board = Who needs help?
button-list = ‹ Back to the list
button-newer = ‹ Newer
button-older = Older ›

# ── How it stands ──
request-is-open = This request is still open.
request-is-promised = There is help already.
request-is-done = This request is done.
request-is-withdrawn = This request is no longer needed.
request-is-taken-over = The team takes it from here.
request-is-lapsed = The time for this has passed.

item-asker-open = I will tell you when somebody wants to help.
item-asker-offer = { $name } wants to help you. Would you like that?
item-asker-offers = These neighbours want to help you. Who would you like?
item-helper-offered = { $known ->
    [no] You want to help with this. Your neighbour chooses; I will tell you.
   *[yes] You want to help with this. { $name } chooses; I will tell you.
}

match-asker = { $name } is going to help you.
match-helper = { $name } would like your help.
match-contact = This is how you reach { $name }: { $contact }
match-waits = I'll tell you how to reach { $name }.
match-news = Good news! { $name } says: yes, please.
match-toast = Lovely! I'll help you get in touch.
safety = Meet in a public place first if you don't know each other. Never give anyone your PIN, DigiD code, bank card, key or money.
reach-news =
    { $name } can be reached like this (“{ $title }”):
    { $contact }
reach-thanks = Thank you. I have told { $name }.

# ── Posting ──
placed = Your request is in the group.
undone = I've taken your request out of the group.
undone-toast = Your request is gone from the group.
undo-too-late = You can't undo this any more. To stop, choose No longer needed.
enough-open = You already have { $most } open requests. Finish one first.
enough-today = You can ask again tomorrow. Is it urgent? Talk to somebody.
time-is-over = The time you chose has passed. Choose another.
title-missing = I don't know yet what you need. Choose Change and write it down.
other-neighbourhood = This request is in another neighbourhood.
link-old = This link no longer works.
draft-gone = I no longer have this request. Start again with /ask.
draft-dropped = Deleted. Start again with /ask.
answers-outdated = I can't use this now. I passed nothing on. See with /mine how things stand.
card-waits = I may not write in the group now. Your request “{ $title }” comes there as soon as it can.
card-stands = Your request “{ $title }” is in the group now.
card-never = Your request “{ $title }” could not be put in the group. Neighbours can find it with /board.
card-gone = Your request “{ $title }” was removed from the group. Want to know why? Ask in the group, or talk to somebody.

group-ask = { $name }, what do you need? Tell me in our private chat.
group-private = { $name }, let us do this together in private.


safety-first = Your request seems to contain { $what }. Everyone in the group can read that.
safety-and = and
finding-house-number = a house number
finding-phone = a phone number
finding-postcode = a postcode
finding-email = an e-mail address
finding-iban = a bank account
finding-bsn = a citizen service number
finding-payment = something about paying
finding-key = where a key lies
finding-away = that nobody is at home

# ── Helping ──
offer-toast = { $known ->
    [no] Thank you! I will tell your neighbour.
   *[yes] Thank you! I will tell { $name }.
}
offer-thanks =
    Thank you! I'll tell { $name } that you want to help with “{ $title }”.

    If { $name } says yes, I'll help you get in touch.
offer-new =
    { $name } wants to help with “{ $title }”.

    If you say yes, I'll help you get in touch.
offer-own = This is your own request.
offer-again = You've already offered. I'll let you know.
offer-declined = Somebody else is going to help this time. Thank you for offering!
offer-declined-about = “{ $title }”: there is help already. Kind of you to offer.
offer-taken-back = { $name } can't help with “{ $title }” after all.
declined = I've thanked { $name } and said no kindly.
declined-toast = Good. I will say it kindly.
helper-gone = { $name } can't help any more.
helper-cant = { $name } can't help with “{ $title }” after all. Your request is open again.
helper-unreached = I can't reach { $name } now. Would you like somebody else? Choose No longer needed and ask again.
changed-meanwhile = Something has just changed. Please look again.
cant = Thank you for telling me. I'll let { $name } know.
ended-thanks = “{ $title }” is done. Thank you for your help!
ended-done = “{ $title }” is done already. Kind of you to offer.
ended-withdrawn = “{ $title }” is no longer needed. Kind of you to offer.
done-toast = Great that it's done!
withdrawn-toast = Good. I will let them know.
more-toast = I am sending it to you in private.

# ── Lists ──
mine = Everything you're doing now. Tap one to see more.
mine-none = You have nothing going on right now.
board = You can help with these. Tap a request for more.
board-of = Open requests: { $category }
board-none-of = Nothing is open for { $category } now.
board-which = What would you like to help with?
board-none =
    Nobody needs help right now. Thank you for wanting to help!

    May I message you when a neighbour needs help? At most once a day.
board-none-willing = Nothing is open right now. I will ask you when a neighbour needs help. One message a day at most.
button-which = Choose what kind
button-which-all = Everything
button-soonest = Soonest first
button-newest = Newest first
button-page-before = ‹ Previous
button-page-after = Next ›

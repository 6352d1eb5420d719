# Asking for help and helping.

command-vraag = Ask for help
command-vraag-help = ask your neighbours for help
command-prikbord = Who needs help now?
command-prikbord-help = who needs help now?
command-mijn = My requests, help and activities
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
vraag-category-forms = 📄 Letters and forms
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
vraag-part = At what time of the day?
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
when-too-far = That is far away. Choose a day within a year.
when-repeats = Noted: { $when }.
when-once = I can't repeat it like that yet. I note the first time only: { $when }.

card-offered = A neighbour has responded. You can respond too.
card-promised = Help has been found.
card-done = It worked out. Thank you!
card-withdrawn = This request is closed.
card-taken-over = The team takes it from here.
card-lapsed = This request is closed.
card-call-open = { $known ->
    [no] Somebody wants to help. Is this your request? Open Stoep to choose.
   *[yes] { $name }, somebody wants to help. Open Stoep to choose.
}
card-call-promised = { $known ->
    [no] Is this your request? There is a message for you. Open Stoep.
   *[yes] { $name }, there is a message for you. Open Stoep.
}

preview-once = I can't repeat it like that yet. This is the first time only.
preview = { $name }, this is how your request comes in the group. Is it right?

button-ask = Ask for help
button-ask-again = Ask again
button-help = I want to help
button-more = Read more
button-open = Open Stoep
button-go-on = Go on with Stoep
button-place = Send
button-i-mean = I mean { $when }
button-place-anyway = Send it like this
button-rewrite = Change
button-adjust = Change
button-drop = Throw away
button-yes = Yes, please
button-no = No, thanks
button-yes-name = Yes please: { $name }
button-no-name = No: { $name }
button-take-back = I can't help after all
button-cant = I can't after all
button-reach = Give { $name } my number
button-done = It worked out
button-withdraw = No longer needed
button-undo = Take my request away
button-mine = My requests
button-board = Who needs help?
button-list = ‹ Back to the list
button-newer = ‹ Newer
button-older = Older ›

# ── How it stands ──
request-is-open = This request is still open.
request-is-promised = There is help already.
request-is-done = It worked out.
request-is-withdrawn = This help is no longer needed.
request-is-taken-over = The team takes it from here.
request-is-lapsed = This request is closed.

item-asker-open = I'll tell you when somebody wants to help.
item-asker-offer = { $name } wants to help you. Would you like that?
item-asker-offers = These neighbours want to help you. Who would you like?
item-helper-offered = { $known ->
    [no] You said that you want to help. Your neighbour chooses. I'll let you know.
   *[yes] You want to help with this. { $name } chooses; I'll let you know.
}

match-asker = { $name } is going to help you.
match-asker-caller = { $name } is going to help. Please call the resident to say so.
match-helper = You are going to help { $name }.
match-contact = This is how you reach { $name }: { $contact }
match-contact-tap = This is how you reach { $name }: tap { $contact }
match-waits = I'll tell you how to reach { $name }.
match-news = Good news! { $name } says: yes, please.
match-toast = Great! You will both hear how to reach each other.
match-toast-caller = Great! Please call the resident to say so.
safety = Don't know each other yet? Then meet outside or in the community centre first. Never give your PIN, bank card, DigiD or key. Pay nothing in advance.
reach-news =
    This is how you reach { $name }, about “{ $title }”:
    { $contact }
reach-thanks = Thank you. { $name } now knows how to reach you.

# ── Posting ──
placed = Your request is in the group.
undone = Your request is gone from the group.
undone-toast = Your request is gone from the group.
undo-too-late = You can't take it away any more. To stop, choose ‘No longer needed’.
enough-open = You already have { $most } open requests. Finish one first. Then you can ask again.
enough-today = That is enough for today. You can ask again tomorrow. Is it urgent? Talk to somebody.
time-is-over = The time you chose has passed. Choose another.
title-missing = Your request isn't there yet. Choose ‘Change’ and write it down.
other-neighbourhood = This request is in another neighbourhood.
link-old = This link no longer works.
draft-gone = I no longer have this request. Start again with /ask.
draft-dropped = Your request is thrown away. Start again with /ask.
answers-outdated = I can't use this now. I passed nothing on. See with /mine how things stand.
card-waits = I may not write in the group now. Your request “{ $title }” comes there as soon as it can.
card-stands = Your request “{ $title }” is in the group now.
card-never = Your request “{ $title }” could not be put in the group. Neighbours can find it with /board.
card-gone = Your request “{ $title }” was removed from the group. Want to know why? Ask in the group, or talk to somebody.

group-ask = { $name }, what can the neighbourhood help you with? Tell me, outside the group.
group-private = { $name }, let's do this together, outside the group.
group-private-away = { $name }, I took your message away, so that not everybody reads it. Your words are kept. Let's go on in private.


safety-first = Your request may contain { $what }. Everybody in the group can read that. Is that all right?
safety-and = and
finding-house-number = a house number
finding-phone = a phone number
finding-postcode = a postcode
finding-email = an e-mail address
finding-iban = a bank account number
finding-bsn = a BSN
finding-payment = something about paying
finding-key = where a key lies
finding-away = that nobody is at home

# ── Helping ──
offer-toast = { $known ->
    [no] Thank you! I'll tell your neighbour.
   *[yes] Thank you! I'll tell { $name }.
}
offer-thanks =
    Thank you! I'll tell { $name } that you want to help with “{ $title }”.

    If { $name } says yes, you will both hear how to reach each other.
offer-thanks-caller =
    Thank you! I'll tell { $name } that you want to help with “{ $title }”.

    If { $name } says yes, you get the resident's number.
offer-new =
    { $name } wants to help with “{ $title }”.

    If you say yes, you will both hear how to reach each other.
offer-new-caller =
    { $name } wants to help with “{ $title }”.

    If you say yes, { $name } gets the resident's number.
offer-own = This is your own request.
offer-again = You have already responded. I'll let you know.
offer-declined = Your help is not needed here any more. Thank you for wanting to help.
offer-declined-about = “{ $title }”: your help is not needed any more. Thank you for wanting to help.
offer-taken-back = { $name } can't help with “{ $title }” after all.
declined = I have thanked { $name }.
declined-toast = OK. I'll say it kindly.
helper-gone = { $name } can't help any more.
helper-cant = { $name } can't help with “{ $title }” after all. Your request is open again.
helper-unreached = I can't reach { $name } now. Would you like somebody else? Choose ‘No longer needed’ and ask again.
changed-meanwhile = Something changed just now. Please look again.
cant = Thank you for telling me. I'll let { $name } know.
cant-late = Thank you for telling me. It was no longer needed.
ended-thanks = It worked out: “{ $title }”. Thank you for your help!
ended-done = It has worked out already: “{ $title }”. Thank you for wanting to help.
ended-withdrawn = “{ $title }”: help is no longer needed. Thank you for wanting to help.
done-toast = Great that it worked out!
withdrawn-toast = OK. I'll let them know.
more-toast = I'm sending it to you in a private message.

# ── Lists ──
mine = These are your requests, and those you help with. Tap one to read it.
mine-none = You have no requests and no appointments now.
board = These neighbours need help. Tap a request to read it.
board-of = You can help here with: { $category }.
board-none-of = Nobody needs help with { $category } now.
board-which = What would you like to help with?
board-none =
    Nobody needs help right now. Thank you for wanting to help!

    May I message you when a neighbour needs help? At most once a day.
board-none-willing = Nobody needs help right now. When a neighbour does, I'll message you. At most once a day.
button-which = Choose what kind
button-which-all = Everything
button-soonest = Soonest first
button-newest = Newest first
button-page-before = ‹ Previous
button-page-after = Next ›

# Announcing an activity.

command-activiteit = Organise something
command-activiteit-help = organise something for the neighbourhood

# ── The questions of /activity ──
activiteit-neighbourhood = In which neighbourhood do you organise something?
activiteit-neighbourhood-name = Neighbourhood
activiteit-title = What are you going to do? Write it in a few words, or send a voice message.

    For example: “Soup together”.
activiteit-title-name = What
activiteit-kind = What kind of activity is it?
activiteit-kind-name = Kind
activiteit-when = When is it? Write the day and the time.

    For example: “Saturday 2-4 pm”, or “every Tuesday at 10”.
activiteit-when-name = When
activiteit-where = Where is it? Choose a place, or type one.
activiteit-where-name = Where
activiteit-access = Tick everything that applies.
activiteit-access-name = Good to know
activiteit-access-wheelchair = You can get in with a wheelchair
activiteit-access-quiet = It is quiet there
activiteit-access-children = Children may come along
activiteit-access-languages = We speak other languages too
activiteit-access-walk-in = No need to sign up
activiteit-seats = How many people can come? Write a number.

    Can everybody come? Then skip this.
activiteit-seats-name = Number of people
activiteit-cost = What does it cost? For example: “2 euros”. Skip this if it is free.
activiteit-cost-name = Cost
activiteit-details = Anything else people should know? Write it, or send a voice message.
activiteit-details-name = More about it
activiteit-languages = Which other language do you speak there? For example: “Arabic and Turkish”.
activiteit-languages-name = Other languages
activiteit-photo = Send a photo that fits. For example of the place.
activiteit-photo-name = Photo
activiteit-summary = This is your activity. Is it right?
activiteit-confirm = Send
languages-often = English, Arabic, Turkish, Ukrainian
seats-want = Write a number from 1 to 999.

# ── What can't be ──
announce-begun = That time has passed. Choose a later one.
announce-far = That is more than a year ahead. Choose an earlier day.
announce-long = That takes longer than two weeks. Choose a shorter time.
announce-incomplete = What, when or where is still missing. Choose Change and add it.
announce-elsewhere = This activity is in another neighbourhood.
announce-not =
    How nice that you want to organise something, { $name }!

    In { $place } these neighbours announce activities: { $names }. Ask one of them, or { $team }.
announce-not-team =
    How nice that you want to organise something, { $name }!

    In { $place } only organisers announce activities. Talk to { $team }: they'll be happy to help.

# ── One more question first ──
announce-safety = Your activity seems to contain { $what }. Everybody in the group can read that.
announce-months = Not every month has a day { $day }. What would you like?
announce-clash = “{ $title }” is there at the same time ({ $when }). Use this place anyway?
announce-holiday = { $day } is { $name }. Will it still go ahead?
button-last-day = Last day of the month
button-skip-months = We skip those months
button-here-anyway = Use this place anyway
button-other-place = Another place
button-other-time = Another time
button-that-day = Yes, that day

# ── In the group ──
button-organise = Organise something
group-organise = { $name }, what would you like to organise? Tell me in our private chat.
group-missing = { $name }, nice! I still need to know { $what }. Let's do that in our private chat.
missing-title = what you are going to do
missing-when = when it is
missing-clock = at what time it is
missing-where = where it is
announce-preview = { $name }, this is how it comes into the group. Is it right?
button-rather = Change to { $when }
announce-changed = It's later now, so the time I noted has changed. Have a look.
announce-gone = This activity is gone. Start again with /activity.
announce-dropped = Deleted. Start again with /activity.

# ── Posted ──
announced = I am putting this in the group of { $place } now.
announced-agenda = This is now in the agenda of { $place }. There is no group where I can post it.
announced-next = I'll remind everyone who is coming. To change something or see who's coming, choose Manage.
announced-toast = Your activity is in the group.

# How one asks: who sees it, with or without a name, for whom.

vraag-sight = Who may see your request?

    <b>In the group</b>: all neighbours in the group.
    <b>A few neighbours</b>: only they get a message. The group doesn't see it.
    <b>Only the team</b>: no neighbours.
vraag-sight-name = Who sees it
vraag-near = Who may see your request? This does not go to the group.

    <b>Neighbours the team knows</b>: the team has met them.
    <b>Only the team</b>: no neighbours.
vraag-near-name = Who sees it
sight-group = In the group
sight-quiet = A few neighbours
sight-met = Neighbours the team knows
sight-team = Only { $team }
nobody-met = There are no neighbours yet whom { $team } has met and who help with this. Choose ‘Only { $team }’: they will look for help with you.

vraag-naming =
    May neighbours see your name?

    If not, it says “a neighbour”. Only your helper will get your name.
vraag-naming-name = Name
vraag-naming-with = With my name
vraag-naming-without = Without my name
vraag-whom = Who is the help for?
vraag-whom-name = For whom
vraag-whom-me = For me
vraag-whom-other = For somebody else
vraag-knows = Does she or he know that you ask this?

    No? Then I will not ask neighbours. The team will think along with you.
vraag-knows-name = Knows of it

# ── Posted ──
posted-group = I am putting your request in the group of { $neighbourhood } now.
posted-quiet = I'm asking a few neighbours in private. The group doesn't see your request.
posted-met = I am asking neighbours whom the team knows. The group does not see your request.
posted-nobody = I know no neighbour now whom I can ask this. So { $team } is looking into it. The group doesn't see your request.
posted-heard = If nobody can help, I'll let you know by { $day } at { $time }.
posted-team = Your request is now with { $team }. Neighbours do not see it.
posted-unaware = How kind of you to think of somebody else. Your request is now with { $team }. I won't ask neighbours.
no-group = There is no group to post your request in. Choose Change, and pick who may see it.
undone-quietly = Your request is gone.

safety-first-quiet = Your request may contain { $what }. The neighbours I ask can read that. Is that all right?
safety-private = Your request may be about money, a key, papers, transport or children. I don't put that in the group. Who may see it?
safety-private-about = Your request may be about: { $what }. I don't put that in the group. Who may see it?

# ── The request itself ──
a-neighbour = a neighbour
your-neighbour = your neighbour
the-team = the team
request-for-other = { $known ->
    [no] A neighbour asks this for somebody else.
   *[yes] { $name } asks this for somebody else.
}
request-from-team = Asked through the team.
item-sight-quiet = Who sees it: a few neighbours
item-sight-met = Who sees it: neighbours the team knows
item-sight-team = Who sees it: only the team
item-for-other = For: somebody else
item-unnamed = Your name is not shown.
item-asker-team = The team is looking at it. I will tell you when somebody helps you on.
request-photo = 📷 With a photo
request-voice = 🎤 With a voice message
media-photo = 📷 Photo with “{ $title }”
media-voice = 🎤 Voice message with “{ $title }”

# ── For somebody without Telegram: the team alone ──
vraag-whose = Who are you asking for?
vraag-whose-name = Who asks
vraag-whose-mine = For myself
vraag-whose-caller = For a resident without Telegram
vraag-caller-name =
    What is this resident's name?

    It won't be shown in the group. Only the helper will get it.
vraag-caller-name-name = Name of the resident
vraag-caller-phone = What number can the helper call?
vraag-caller-phone-name = Phone
vraag-caller-told = Have you told them that a helper will get this number?
vraag-caller-told-name = Knows that a helper calls
caller-no-phone = The phone number is missing. Type it in digits.
caller-tell-first = Please call back first and say that a helper will get the number. Then carry on here.
caller-team-only = Only the team can ask this for somebody without Telegram.
item-caller = For: { $name }, { $phone }. The helper will get this number.

# ── Photo, helpers, again and again ──
vraag-photo =
    Send a photo that helps, for example of the broken bicycle.

    Please don't show any people.
vraag-photo-name = Photo
vraag-helpers = How many helpers do you need?

    More than 4? Type the number, up to 20.
vraag-helpers-name = Number of helpers
vraag-repeats = How often do you need help?
vraag-repeats-name = How often
vraag-repeats-once = Once
vraag-repeats-weekly = Every week
vraag-repeats-fortnightly = Every two weeks
vraag-day = On which day?
vraag-day-name = Day
weekday = { $day ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
}
vraag-times =
    How many times in total?

    You can also type a number from 2 to 26.
vraag-times-name = Number of times
vraag-same-helper = Would you like the same helper each time?
vraag-same-helper-name = Helper
vraag-same-helper-same = The same each time
vraag-same-helper-any = It can be someone else
button-media = Photo and voice message

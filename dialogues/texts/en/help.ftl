# Help, small answers, and the way to a human.

command-help = What can you do here?
command-wijkteam = The team: who, when and where
command-wijkteam-help = who the team is, and asking a question

help =
    <b>What can you do here?</b>
help-line = /{ $command } – { $what }
help-more = You can also just write. I'll show you the way.
help-moderator =
    You belong to { $team } of <b>{ $neighbourhood }</b>.
    When a resident wants to speak to somebody, you get a message from me.
    You see what is waiting for the team with /worklist.
help-administrator =
    You are administrator of <b>{ $neighbourhood }</b>.
    With /neighbourhood you invite people and change settings.

you-are-welcome = You're welcome.
puzzled =
    I don't understand that, sorry. I am a little helper with buttons.

    What would you like to do?
puzzled-voice =
    I can't listen to a voice message here, sorry.

    What would you like to do?
puzzled-photo =
    I can't look at a photo here, sorry.

    What would you like to do?
puzzled-other =
    I can't do anything with this, sorry.

    What would you like to do?
puzzled-danger = Is there danger now? Call <b>112</b>.
puzzled-again =
    I still don't understand you. That's my fault.

    Would you like to speak to a human?

# Talk to somebody.
human-ask =
    Shall I ask { $team } to get in touch with you?

    They see your name: { $name }. And how to reach you: { $contact }.
human-yes = Yes, ask them
human-otherwise = In another way
human-no = Never mind
human-not = OK. You can always ask later.
human-place = The team of which neighbourhood would you like to speak to?
human-contact = How can the team reach you? Write your phone number, for example.
human-asked =
    I've asked { $team } to get in touch with you.
    I'll let you know when somebody takes it on. It may take a while.
human-waiting =
    I've already told { $team }.
    I'll let you know when somebody takes it on.
numbers-button = Numbers to call
human-taken = { $name } of { $team } will get in touch with you.
human-nobody = Sorry, I can't reach anybody of { $team } now. Please try again tomorrow.
human-nobody-yet = I'm sorry, nobody from { $team } has answered yet.
human-again =
    I asked { $team } once more to get in touch with you.
    Did you speak to somebody already? Then you don't need to do anything.
human-outside = I don't know which team to ask for you yet.
numbers = Can't it wait? Then call:
number-team = <b>{ $number }</b> – { $team }
number-doctor = <b>{ $number }</b> – doctors outside office hours
number-line = <b>{ $number }</b> – { $name } ({ $hours })

# For the team.
call =
    { $name } would like to speak to somebody.
    Reachable at: { $contact }
call-take = I'll take this
call-yours =
    { $name } would like to speak to somebody.
    Reachable at: { $contact }

    You take this on. Did you speak to { $name }? Then tap Dealt with.
call-handled =
    { $name } wanted to speak to somebody.
    Reachable at: { $contact }

    You have dealt with this.
call-taken =
    { $name } wanted to speak to somebody.

    { $taker } takes this on.
call-taken-toast = { $name } takes this on already.
call-over = This request is a month old. I've deleted the name.
team-gone = This is for others of the team now. I have erased it here.
call-title = { $name } wants to speak to somebody
call-work = { $name } would like to speak to somebody.
call-work-contact =
    Reachable at: { $contact }

    Did you speak to { $name }? Then tap Dealt with. It leaves the list.
call-done = Dealt with

# /team
team-title = <b>{ $neighbourhood }: { $team }</b>
team-who = Who: { $names }
team-nobody = Nobody from { $team } has joined here yet.
team-confidential = Only members of the team read what you ask the team.
team-when = When: { $words }
team-where = Where: { $words }
team-call = Let somebody contact me

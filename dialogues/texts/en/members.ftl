# Getting to know each other, joining, language, stopping and privacy; and the invitations to a role.

command-start = Start here
command-taal = Choose your language
command-taal-help = another language
command-naam = Choose the name that neighbours see
command-naam-help = another name for your neighbours
command-stop = Stop a request, or all messages
command-stop-help = stop
command-privacy = What Stoep keeps about you
command-privacy-help = what I keep about you

welcome =
    Hello, I'm Stoep. I'm a computer that brings neighbours together.
    Do you need help with a small job or the shopping? Or would you like company? Just ask.
    I put nothing in the group without asking you.

    What would you like to do?
menu-ask = I need help
menu-help = I want to help
menu-agenda = What's on?
menu-human = Talk to somebody

link-unknown =
    I don't know this link. Perhaps it is old.

    What would you like to do?

# Joining a neighbourhood.
join-welcome =
    You now belong to <b>{ $neighbourhood }</b>. Good to have you here!

    Do you need help, or would you like to help a neighbour?
join-unknown =
    This link to a neighbourhood does not work any more.
    Ask your neighbours or the team for a new one.
join-how =
    You are not part of a neighbourhood now.
    Go to your neighbourhood's group and tap <b>Join in</b>. Or open the link you got.

# Language.
language-which =
    Which language shall we use?
    In welke taal praten we?
language-nl = Nederlands
language-en = English
language-set = Good, we speak English.
what-now = What would you like to do?

# Stopping.
stop-which =
    What would you like to stop?

    To stop a request that you sent, go to /mine.
stop-messages =
    Do you want no more messages from me?

    To stop a request that you sent, go to /mine.
stop-question = Just what we're doing now
stop-all = No more messages
stop-not = Never mind
stop-done =
    We've stopped. I've deleted your answers.

    Would you like to do something else?
stop-nothing =
    There was nothing to stop.

    Would you like to do something else?
stop-go-on = Good, everything stays as it was.
quiet-on =
    OK. I won't message you on my own any more.

    I'll still tell you about an open request, or about someone you're helping.
    When you write to me, I'll always answer.
quiet-team = You're in the team. You won't hear now when a resident wants to talk to somebody.
quiet-undo = Messages again, please
quiet-off = Good, you get messages from me again.

# What Stoep keeps.
privacy =
    <b>What Stoep keeps about you</b>

    Telegram can read what you send me. So send nothing secret.

    This I keep:
    – your first name, the first letter of your last name, your username and language in Telegram, and the name you chose
    – which neighbourhood you belong to, and your role there
    – in which group of your neighbourhood I have seen you
    – whether you are 16 or older
    – your questions, and what you help with
    – which activities you go to, and what you organise
    – whether you would rather not go alone, and with whom you go
    – whether I may ask you, and whether the team knows you
    – with whom you want no contact
    – whether you left, and what the team decided about you
    – how a neighbour can reach you, if you share that

    I only pass on your contact when you both said yes.
    Do you ask the team something, or for a talk? Only members of the team see that.
    The administrator of your neighbourhood sees that something waits, not what.
    What neighbours write to each other in the group, I don't keep.

    This I keep for a short time:
    – a question that you don't finish: 30 days
    – your wish to speak to somebody: 30 days
    – what you ask the team: up to 7 days after the conversation
    – a message where something went wrong: 7 days
    – the numbers of messages I saw: 48 hours

    All of it is on the server of whoever runs Stoep here.
    Do you want something deleted? Tell the team of your neighbourhood.
    They pass it on to whoever runs the server.

# Roles.
role-organiser = organiser
role-moderator = team member
role-administrator = administrator
role-invitation-worthless =
    This invitation doesn't work. It has been used, or is too old.
    Ask the administrator of your neighbourhood for a new one.
role-welcome-organiser =
    Welcome! You are now an organiser in <b>{ $neighbourhood }</b>.

    You may announce activities for the whole neighbourhood.
    Write /activity here. Or in the group, in one line: /activity Coffee in the library Tuesday 10 am
role-welcome-moderator =
    Welcome! You are now a member of { $team } in <b>{ $neighbourhood }</b>.

    When a resident wants to speak to somebody, you get a message.
    You see what is waiting for the team with /worklist.
    You see your neighbourhood with /neighbourhood.
role-welcome-administrator =
    Welcome! You are now administrator of <b>{ $neighbourhood }</b>.

    With /neighbourhood you invite people and change settings.

# Who was not understood three times.
later-button = Go on later
later-done = All right. I keep what you have said for 30 days.
later-go-on = Go on now

# /naam.
naam-name = What would you like your neighbours to call you?
name-done = All right. Your neighbours see you as { $name }.

# /invite: a message to send on, and a poster to put up.

command-uitnodigen = Invite a neighbour
command-uitnodigen-help = invite a neighbour

invite-share =
    Invite a neighbour to <b>{ $neighbourhood }</b>. Send on the message below.

    Would you rather put something up? Tap Poster.
invite-poster = Poster
invite-words =
    Hi! In { $neighbourhood }, neighbours help each other.
    Some shopping, a small job or company: ask for it with Stoep, in Telegram.

    Would you like to join? Open this link and tap Start:
    { $link }
invite-poster-done =
    Print the poster and put it up. For example in the community centre, or in the hall.

    It fits on A4. On A3 the code can be scanned from further away.
invite-poster-nameless = The name of your neighbourhood is not on it. Some of its letters I can't print.

# On the poster. One line each.
poster-heading = Help in your neighbourhood
poster-sentence = Here neighbours help each other, and you are one of us.
poster-scan = Scan the code with your phone's camera.
poster-start = In Telegram, tap Start.
poster-ask = Ask for help, or help a neighbour.
poster-elsewhere = No Telegram? Ask { $team }.
poster-team = the team

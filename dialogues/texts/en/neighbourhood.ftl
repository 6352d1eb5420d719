# The neighbourhood: setting up, looking after it, joining in the group.

command-buurt = Your neighbourhood and its team
command-buurt-help = your neighbourhood and its team

# In the group.
group-set-me-up = Hello, I'm Stoep: a computer that brings neighbours together. The person who added me can set me up now.
group-is-set-up = Hello, I'm Stoep.
group-unset = Please wait a little. I have not been set up here yet.
group-not-allowed = Hello, I'm Stoep. Whoever runs me has to set me up first. Until then I say nothing.
group-added-anonymously = Hello, I'm Stoep. I was added anonymously. Please add me again under your own name.
group-hello =
    Stoep is here for <b>{ $neighbourhood }</b>.

    Need help? Write /ask with what you are looking for. Want to help a neighbour? Join in.
group-join = Join in
group-which = This is the group of <b>{ $neighbourhood }</b>. The team is called { $team }.
group-cards-here = Post requests here
group-cards-are-here = I'll post requests in this topic.
group-refuses =
    I may not write in the group { $group } of <b>{ $neighbourhood }</b> now.

    Can you give me that right again? What waits I post as soon as I can.
group-no-topic =
    In the group { $group } of <b>{ $neighbourhood }</b> the topic in which I wrote is gone. I write in the general topic now.

    Do you want another topic? Send /neighbourhood there.
group-lost =
    I am no longer in the group { $group } of <b>{ $neighbourhood }</b>.

    Do you put me back? Then you can choose this neighbourhood again.
joined = You now belong to { $neighbourhood }. Good!
joined-already = You belong to { $neighbourhood } already.

# Who may set up.
operator-welcome =
    Welcome! You may now begin a neighbourhood.

    Add me to your neighbourhood's group. Then you set me up here.
operator-welcome-waiting =
    Welcome! You may now begin a neighbourhood.

    Which group shall we set up?
setup-offer = You added me to the group { $group }. Shall we set up the neighbourhood? It takes two minutes.
setup-begin = Set up
setup-begin-in = Set up { $group }
setup-not-yours = Only the person who added me can set up the group.
setup-not-allowed =
    You may not begin a neighbourhood yet.

    Ask the organisation that runs Stoep for a code.
setup-taken = This group is set up already. You see it with /neighbourhood.
setup-gone = I can't set up this group now. Add me to it again.

# The dialogue.
setup-group = Which group shall we set up?
setup-group-name = Group
setup-where = Is this a new neighbourhood, or does the group belong to one of yours?
setup-where-name = Which one
setup-where-new = A new neighbourhood
setup-where-existing = One of mine
setup-existing = Which neighbourhood does this group belong to?
setup-existing-name = One of mine
setup-name = What is the neighbourhood called? For example: Oosterpark.
setup-name-name = Neighbourhood
setup-team = What do residents call the team of professionals?
setup-team-name = Team
setup-team-wijkteam = Wijkteam
setup-team-buurtteam = Buurtteam
setup-team-sociaal = Sociaal team
setup-team-other = Something else
setup-team-words = What is the team called, then?
setup-team-words-name = Name of the team
setup-moderator =
    Who from the team is joining?

    When residents ask to talk to somebody, they'll get the message.
setup-moderator-name = Of the team
setup-moderator-other = Somebody else: I'll invite
setup-moderator-nobody = Nobody yet
setup-announce = Who may announce activities?
setup-announce-name = Announcing
setup-announce-organisers = Organisers only
setup-announce-everyone = Every resident
setup-topic =
    Which topic should requests go in?

    To change it later, write /neighbourhood in the right topic.
setup-topic-name = Topic
setup-topic-general = General
setup-summary = Is this right?
setup-confirm = Yes, begin
setup-no-longer-yours = You are no longer administrator of that neighbourhood. Choose another.
setup-done =
    Done! <b>{ $neighbourhood }</b> can begin.

    With this link neighbours join. Put it up wherever you like:
    { $link }
setup-joined =
    Done! The group now belongs to <b>{ $neighbourhood }</b>.

    With this link neighbours join:
    { $link }
setup-no-moderator =
    There is nobody of { $team } yet, so residents can talk to nobody here in confidence.
    So invite somebody of the team soon.
team-usual = wijkteam
team-with-article = the { $team }

# /neighbourhood
place-title = <b>{ $neighbourhood }</b>
place-team = Team: { $team } ({ $names }).
place-team-empty = Team: { $team }. Nobody has joined yet.
place-you-are-organiser = You are an organiser.
place-you-are-moderator = You belong to { $team }.
place-you-are-administrator = You are an administrator.
place-groups = Groups: { $groups }
place-no-groups = No group belongs to it now. Add me to a group to begin again.
place-join-link =
    With this link neighbours join:
    { $link }
place-invite = Invite somebody
place-people = Who does what?
place-settings = Settings
place-home = To the neighbourhood
place-go-to = To { $neighbourhood }
place-not-yours = Only an administrator of this neighbourhood can do this.

# Inviting.
invite-which = As what do you invite somebody in <b>{ $neighbourhood }</b>?
invite-organiser = Organiser
invite-moderator = Team member
invite-administrator = Administrator
invitation-organiser =
    Pass this on to the new organiser of { $neighbourhood }:
    { $link }

    The link works once, for { $days } days.
invitation-moderator =
    Pass this on to the new team member of { $neighbourhood }:
    { $link }

    The link works once, for { $days } days.
invitation-administrator =
    Pass this on to the new administrator of { $neighbourhood }:
    { $link }

    The link works once, for { $days } days.

# Who does what, and taking a role away.
people-title = This is what people do in <b>{ $neighbourhood }</b>:
people-organiser = Organiser: { $names }
people-moderator = Team member: { $names }
people-administrator = Administrator: { $names }
people-dismiss = Remove { $name } as { $role }
dismiss-sure = Remove { $name } as { $role }?
dismiss-yes = Yes, that's right
dismiss-no = Never mind
dismiss-done = Done.
dismiss-already = That had already been done.
dismiss-last = There must be at least one administrator. Invite another one first.
dismissed = You are no longer { $role } in <b>{ $neighbourhood }</b>. You still belong to the neighbourhood.

# Settings.
settings = <b>Settings of { $neighbourhood }</b>
settings-line-team = Team: { $team }
settings-line-language = Language in the group: { $language }
settings-name = Name
settings-team = Team
settings-language-nl = In the group: Nederlands
settings-language-en = In the group: English
rename-place = Which neighbourhood is it about?
rename-name = What is the new name of the neighbourhood?
rename-team-place = Which neighbourhood is it about?
rename-team-name = What is the team called from now on?
settings-new-link = New link
new-link-sure =
    Do you want a new link for <b>{ $neighbourhood }</b>?

    The old link and all posters will stop working. Put up new posters.
    Who is part of it already notices nothing.
new-link-yes = Yes, make a new link
new-link-no = Rather not
new-link-done =
    The old link of <b>{ $neighbourhood }</b> does not work any more. This is the new one:
    { $link }

    You make new posters with /invite.
settings-hours = The team is there: { $words }
settings-hours-none = The team is there: not filled in yet
settings-hours-button = When
settings-place = You find the team: { $words }
settings-place-none = You find the team: not filled in yet
settings-place-button = Where
settings-phone = Phone of the team: { $words }
settings-phone-none = Phone of the team: not filled in yet
settings-phone-button = Phone
team-hours-place = Which neighbourhood is it about?
team-hours-name =
    When is the team there?

    For example: on weekdays from 9 to 12.
team-place-place = Which neighbourhood is it about?
team-place-name =
    Where can people find the team?

    For example: in the community centre on Dorpsstraat.
team-phone-place = Which neighbourhood is it about?
team-phone-name =
    On which number can people call the team?

    Residents read this, also when nobody of the team can be reached here.
settings-doctor = Doctors outside office hours: { $words }
settings-doctor-none = Doctors outside office hours: not filled in yet
settings-doctor-button = Doctors
settings-food = Food bank: { $words }
settings-food-none = Food bank: not filled in yet
settings-food-button = Food bank
doctor-phone-place = Which neighbourhood is it about?
doctor-phone-name = On which number can people call a doctor outside office hours?
food-phone-place = Which neighbourhood is it about?
food-phone-name =
    On which number can people call the food bank?

    Who writes that there is no food reads this.
neighbourhood-name-empty = Please give it a name with letters.

# Who joins the team is known there.
moderator-not-yourself =
    You can't make yourself part of { $team }. Send the link to somebody who is.
    Is it you after all? Then ask another administrator to invite you.
moderator-needs-operator =
    There is nobody of { $team } in <b>{ $neighbourhood }</b> yet. The first one joins with a code of whoever runs Stoep here.
    I told that to who invited you. After that this link works.
moderator-needs-operator-maker =
    { $name } opened your invitation to { $team } in <b>{ $neighbourhood }</b>. Nobody of { $team } there knows { $name } yet.

    Ask whoever runs Stoep here for a code (<b>stoep invite</b>), and open it. After that your invitation works.
moderator-waits =
    Thank you. Somebody of { $team } in <b>{ $neighbourhood }</b> has to say that you belong to it. I asked them.
    You will hear it from me.
moderator-vouch =
    { $by } invited { $name } to { $team } in <b>{ $neighbourhood }</b>. Who belongs to it reads what residents tell in confidence.

    Do you know { $name }?
moderator-vouch-yes = Yes, { $name } belongs to us
moderator-vouch-no = No
moderator-vouched = { $name } belongs to the team in <b>{ $neighbourhood }</b> now. { $by } said so.
moderator-vouched-you = All right. { $name } belongs to the team in <b>{ $neighbourhood }</b> now. Your colleagues know.
moderator-refused = { $name } does not join the team in <b>{ $neighbourhood }</b>. { $by } does not know { $name }.
moderator-refused-you = All right. { $name } does not join the team in <b>{ $neighbourhood }</b>. Your colleagues know.
dismiss-last-moderator-sure =
    Is { $name } no longer of the team? Then there is nobody of { $team } left.

    Residents can talk to nobody in confidence then. I take in no request for { $team } alone either.
dismiss-last-moderator-yes = Yes, that is right
dismiss-last-moderator-no = Rather not
group-elsewhere =
    The group { $group } now belongs to another neighbourhood in Stoep, no longer to <b>{ $neighbourhood }</b>.
    Is that not right? Then remove Stoep from that group.

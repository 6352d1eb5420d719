# How one asks: who sees it, with or without a name, for whom.

vraag-sight = Who may see your request?

    <b>In the group</b>: all neighbours in the group.
    <b>Search quietly</b>: a few neighbours, in private.
    <b>Only the team</b>: no neighbours.
vraag-sight-name = Who sees it
vraag-near = Who may see your request? This does not go to the group.

    <b>Neighbours the team knows</b>: the team has met them.
    <b>Only the team</b>: no neighbours.
vraag-near-name = Who sees it
sight-group = In the group
sight-quiet = Search quietly: a few neighbours
sight-met = Neighbours the team knows
sight-team = Only { $team }
nobody-met = The team does not know any neighbours yet who help with this. Choose Only { $team }, and the team will think along with you.

vraag-naming = May your name be shown?

    Without your name it says: a neighbour. Only who helps you gets your name.
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
posted-group = Your request is in the group of { $neighbourhood }.
posted-quiet = I am searching quietly for you. The group does not see your request.
posted-met = I am asking neighbours whom the team knows. The group does not see your request.
posted-team = Your request is now with { $team }. Neighbours do not see it.
posted-unaware = How kind that you think of somebody else. Your request is now with { $team }. I will not ask neighbours.
no-group = There is no group now where your request can be. Choose Change, and let somebody else see it.
undone-quietly = Your request is gone.

safety-first-quiet = Your request may hold { $what }. The neighbours whom I ask can read it.
safety-private = Is it about children, papers, transport, a key, money or being away? That does not go to the group. Who may see your request?

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
item-for-caller = For: somebody who called the team
item-unnamed = Name: not shown
item-asker-team = The team is looking at it. I will tell you when somebody helps you on.

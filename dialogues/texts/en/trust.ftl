# Trust: who may help.

# ── Age, asked once ──
age-adult = Before we go on: are you 16 or older?
age-limit = From the age of 16 you can ask for and give help here.
age-child = You can ask for help and give help here from the age of 16.

    An adult whom you trust can ask for you.
age-child-numbers = Would you like to talk to somebody? You always can. Call:
age-thanks = Thank you. What would you like to do?
age-correct = I am 16 or older
age-tomorrow = You said that you are not 16 yet. Is that wrong? You can change it tomorrow. The team can do it now.
age-correct-for = Is 16 or older
age-corrected = { $name } of { $team } wrote down that you are 16 or older. You can now ask for help and help others.

# ── No contact any more ──
apart-button = Don't match me with { $name } again
apart-sure =
    Do you not want to be matched with { $name } again?

    What you two had agreed will stop.
apart-yes = Yes, don't match us again
apart-no = No, leave it
apart-done = All right. I do not put you and { $name } in touch with each other any more.
    In the group and at activities you still see each other. I do not tell { $name } that you chose this.
apart-open = Your request “{ $title }” is open again.
apart-undo = Undo this
apart-undo-name = Match me with { $name } again
apart-undone = All right. You and { $name } can help each other here again.
apart-list = These people won't be matched with you. Tap a name to change that.
apart-nobody = There is nobody on this list.
apart-button-list = Who I don't want to be matched with

# ── Being asked ──
willing-button = You can ask me
willing-button-not = Don't ask me any more
willing-yes = Lovely! When a neighbour needs help, I may ask you. At most once a day.
willing-no = All right. I don't ask you to help any more.

# ── Getting to know the team ──
acquaint-button = I also want to help with transport or children
acquaint-contact =
    For transport, forms and children the team wants to get to know you first. If you sign up, I may also ask you when a neighbour needs help.

    How can the team reach you?
acquaint-asked = Thank you. I've told { $team }. They'll contact you to meet.
acquaint-waits = I passed it on to { $team } already. Somebody will contact you.
acquaint-met = You and { $team } know each other already. You can help with transport, forms and children.
acquaint-title = { $name } wants to meet
acquaint-work = { $name } would like to meet the team, to help with transport, forms and children.
met-news =
    { $name } from { $team } has noted that you met { $day }.

    You can now also help with transport, forms and children.
vog-news = { $name } of { $team } wrote down that you showed your VOG { $day }. No copy was kept.
unmet-news =
    For now you can't help with transport, forms and children: { $team } has changed your details.

    Want to know why? Talk to somebody.

# ── Volunteers, for the team ──
helpers-button = Volunteers
helpers = These neighbours in { $neighbourhood } want to help. Tap a name for more.
helpers-none = Nobody in { $neighbourhood } said yet that they want to help.
helpers-before = ‹ Previous
helpers-after = Next ›
helpers-back = ‹ To the list
helper = <b>{ $name }</b>
helper-met = Met the team: { $day }.
helper-not-met = You haven't met yet.
helper-wants = Would like to meet the team.
helper-not-willing = Does not want to be asked now.
helper-on-worklist = Would like to meet the team. Take it up in /worklist.
helper-met-about = Once you have met, this neighbour can help with transport, forms and children.
helper-vog = VOG seen: { $day }.
helper-vog-about = A VOG (certificate of conduct) is not required, and no guarantee. Keep no copy of it.
helper-button-met = We met today
helper-button-vog = Saw the VOG today
helper-button-unmeet = Remove
helper-unmeet-sure = Remove the note that you met { $name }? I will tell { $name }.
helper-unmeet-yes = Yes, take back
helper-unmeet-no = Leave it
helper-toast-met = Written down.
helper-toast-vog = Written down.
helper-toast-unmet = Taken back.
helper-self = This is you. A colleague has to do this.

# Rather not coming alone.

company-button = I'd rather not come alone
company-explain =
    I'll look for somebody who also goes to “{ $title }”.
    You only hear each other's name once you both say yes. Nobody else sees this.
company-look = Find somebody
company-look-again = Find somebody else
company-not = Never mind
company-looking =
    I'm looking for somebody to go to “{ $title }” with you.
    You'll hear from me.
company-looking-already = I'm already looking for you. You'll hear from me.
company-not-now = You can only do this if you are coming and it hasn't started.
company-stop = Stop looking for company
company-stopped =
    All right, I'll stop looking.
    You are still signed up for “{ $title }”.
company-who = Who am I going with?

company-ask =
    Somebody else is going to “{ $title }”, but would rather not go alone.
    When: { $when }

    Would you like to go together? You only hear each other's name once you both say yes.
company-yes = Yes, nice
company-no = Rather not
company-thanks = Great! You'll hear from me once the other says yes too.
company-declined = OK. Nobody will know that you said no.
company-over = This is no longer needed, thank you!

company-offer =
    Somebody would like to go to “{ $title }” with you.

    Would you like that? Then I'll tell you each other's name.
company-further = All right, I'll keep looking. Nobody hears that you said no.
company-fell-through = Going to “{ $title }” with this neighbour did not work out. I'll keep looking.
company-met =
    Nice! You are going to “{ $title }” with <b>{ $name }</b>.
    When: { $when }
    Where: { $place }
company-reach-button = Say how you can be reached
company-reach-how = How can the other reach you?

    Share your number with the button, or write it yourself. Only this person gets it.
company-apart = Rather not together after all

company-none =
    I haven't found anybody to go to “{ $title }” with you.

    Shall I ask { $name }, who organises it, to look out for you?
company-none-yet = I haven't found anybody to go to “{ $title }” with you. You're welcome on your own too.
company-host = Yes, ask the organiser
company-host-asked =
    { $name } is coming to “{ $title }”, but would rather not come alone.
    When: { $when }

    Could you look out for { $name } at the door?
company-host-yes = Yes, I will
company-host-no = I can't
company-host-told = I've asked { $name }. I'll tell you the answer.
company-host-thanks = Great! I'll tell { $name }.
company-host-fine = Thank you for telling me. I'll tell { $name }.
company-host-over = That is no longer needed. Kind of you to help!
company-host-will =
    { $name } will look out for you at the door of “{ $title }”. See you then!
    When: { $when }
company-host-wont = { $name } can't look out for you at the door. You are welcome at “{ $title }” on your own too.
company-gone =
    { $name } is not going to “{ $title }” with you after all.

    Shall I look for somebody else?

# What somebody just writes, without a command: a question for help, a reply to a message of Stoep's.

suggest-request =
    “{ $words }”

    Shall I ask your neighbours this?
suggest-about = About: { $category }
suggest-yes = Yes, ask them
suggest-no = No, I mean something else
suggest-not =
    Good, I do nothing with it.

    What would you like to do?

reply-help = About “{ $title }”: would you like to help { $name }? Then tap the button.
reply-come = Would you like to come to <b>{ $title }</b>? Then tap the button.

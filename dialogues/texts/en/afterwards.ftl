# Afterwards: how did it go?

after-ask-asker = { $name } was going to help you with “{ $title }”. How did it go?

    I don't tell { $name } what you choose.
after-ask-asker-many = Neighbours were going to help you with “{ $title }”. How did it go?

    I don't tell them what you choose.
after-ask-helper = You were going to help { $name } with “{ $title }”. How did it go?

    I don't tell { $name } what you choose.
after-ask-helper-done = { $name } says that “{ $title }” is done. Thank you! How did it go for you?

    I don't tell { $name } what you choose.
after-open = How did it go?
after-still = Do you still need help with this?
button-after-good = Good
button-after-not = It did not happen
button-after-bad = Not pleasant
after-good-asker = Good to hear! “{ $title }” is done.
after-good-helper = Good to hear. Thank you for your help with “{ $title }”!
after-not-asker = A pity that “{ $title }” did not happen. Do you still need help with this?
after-not-helper = A pity that “{ $title }” did not happen. Good that you say so.
after-bad = We are sorry that “{ $title }” was not pleasant. Good that you say so.

    I pass it on to { $team }. I tell nobody else. Is there danger now? Call 112.
after-late = Thank you. This request is finished already.

# Where more helpers are needed.
helpers-missing = { $n ->
    [one] One more helper needed.
   *[other] { $n } more helpers needed.
}
button-enough = This is enough
enough-toast = Good. I stop looking.

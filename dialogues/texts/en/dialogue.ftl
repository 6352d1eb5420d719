# What belongs to every dialogue: the buttons under each question, and what Stoep says where an answer does not fit.

# Buttons.
dialogue-back = ‹ Back
dialogue-stop = Stop
dialogue-skip = Skip
dialogue-keep = Leave it
dialogue-all = More choices
dialogue-yes = Yes
dialogue-no = No
dialogue-more = Tell more
dialogue-change = Change
dialogue-share = Share my number

# The button of the answer that is there already.
dialogue-picked = ✓ { $label }

# Above a question that comes again, and one line of the summary.
dialogue-now = Your answer is now: { $answer }
dialogue-line = <b>{ $name }:</b> { $answer }
dialogue-change-which = What would you like to change?
dialogue-more-which = What would you like to tell more about?

# In the summary, where somebody sent a photo or a voice message.
dialogue-photo = 📷 Photo
dialogue-voice = 🎤 Voice message
dialogue-photo-alone = I have the photo. I do not keep the text below it.

# The big button at the bottom, to share your own number; and when it is gone again.
dialogue-share-how = Would you like to share your phone number? Use the big button at the bottom.
dialogue-share-done = The button to share your number is gone again.

dialogue-stopped = All right, we stop here. Nothing was sent.
dialogue-changed = I am asking this again. I did not use your last message.
dialogue-nothing-to-choose = There is nothing to choose from now. So we stop here. Please try again later.
dialogue-not-your-number = This is somebody else's number. Please share only your own.
dialogue-not-a-number = I can't read this number. Please type how we can reach you.
dialogue-too-long = Your text is too long: { $length } characters. { $max } fit. Make it shorter and send it again.

# Under another dialogue, or after a command in the middle of one.
dialogue-again = You were still busy with this.
dialogue-already = You were busy with this already. Go on, or start again.
dialogue-waits = You were busy with this already. I keep your new message for after this. Or start with it now.
dialogue-anew = Start again
dialogue-next = Now on with what you sent after that.
dialogue-gone = I no longer ask the questions of before. Feel free to start again.
dialogue-in-private = I sent you a private message.

# What somebody sent does not fit here. $sent: text, voice, photo, contact, other.
dialogue-want-choice = { $sent ->
    [text] I don't understand this. Please choose one of the buttons.
   *[other] I can't use this here. Please choose one of the buttons.
}
dialogue-want-words = { $sent ->
    [text] Your message is empty. Please type your answer.
    [voice] I can't use a voice message here. Please type your answer.
    [photo] I can't use a photo here. Please type your answer.
   *[other] I can't use this here. Please type your answer.
}
dialogue-want-contact = { $sent ->
    [text] Your message is empty. Type how we can reach you, or share your number.
   *[other] I can't use this here. Type how we can reach you, or share your number.
}
dialogue-want-words-or-voice = { $sent ->
    [text] Your message is empty. Type your answer, or speak it.
    [photo] I can't use a photo here. Type your answer, or speak it.
   *[other] I can't use this here. Type your answer, or speak it.
}
dialogue-want-number = Type a number from { $min } to { $max }.
dialogue-want-photo = Please send a photo here, or choose Skip.

# What belongs to every dialogue: the buttons under each question, and what Stoep says where an answer does not fit.

# Buttons.
dialogue-back = ‹ Back
dialogue-stop = Stop
dialogue-skip = Skip
dialogue-keep = Keep this
dialogue-ready = Done
dialogue-when-yes = Yes, that's right
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
dialogue-voice-danger = I don't listen to a voice message. Is there danger now? Call <b>112</b>.
dialogue-photo-alone = I have the photo. I do not keep the text below it.

# The big button at the bottom, to share your own number; and when it is gone again.
dialogue-share-how = Would you like to share your phone number? Use the big button at the bottom.
dialogue-share-done = Your number has not been shared.

dialogue-stopped = OK, we'll stop here. Nothing was sent.
dialogue-changed = This question has just changed. Would you answer it once more?
dialogue-nothing-to-choose = There's nothing to choose right now, so we'll stop here. Please try again later.
dialogue-not-your-number = This is somebody else's number. Please share only your own.
dialogue-not-a-number = I can't read this number. Please type how we can reach you.
dialogue-kept = I keep your story as the explanation. Now give it a short name.
dialogue-stuck = Does it not work? That is my fault. You can talk to somebody, or go on later. I keep what you have said.
dialogue-too-long = Your text is too long: { $length } characters. { $max } fit. Make it shorter and send it again.

# Under another dialogue, or after a command in the middle of one.
dialogue-again = You hadn't finished this yet:
dialogue-already = You were busy with this already. Go on, or start again.
dialogue-waits = You hadn't finished something else. Finish that first and I'll keep your new message. Or start on the new one now.
dialogue-anew = Start again
dialogue-anew-new = Start on the new one
dialogue-next = Now your next message.
dialogue-gone = This took too long, so I've dropped it. Please start again.
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
dialogue-want-several = { $sent ->
    [text] I don't understand this. Choose one or more buttons.
   *[other] I can't use this here. Choose one or more buttons.
}

# A day or a time. $when is what Stoep read: 'Saturday 28 November, 14:30 to 16:00'.
dialogue-when-taken = Noted: { $when }.
dialogue-when-meant = { $why ->
    [not-on] That day is not a { $weekday }. Do you mean { $when }?
    [twice] The clock goes back an hour that night. So that time comes twice. Do you mean { $when }?
   *[other] Do you mean { $when }?
}

    Not right? Then type the day and the time.
dialogue-when-clock = At what time? I have the day: { $when }.

    For example, type: 2 pm. Or: 2 pm to 4 pm.
dialogue-when-past = { $when } has passed. Type a day or time that is still to come.
dialogue-when-skipped = The clocks go forward that night, so that time doesn't exist. Type another time.
dialogue-when-no-day = That day does not exist. Type another day, for example: Saturday at 2 pm.
dialogue-when-want-clock = I can't read a time here. For example, type: half past two.
dialogue-want-when = { $sent ->
    [text] I can't read a day or time here. For example, type: Saturday at 2 pm.
   *[other] I can't use this here. For example, type: Saturday at 2 pm.
}

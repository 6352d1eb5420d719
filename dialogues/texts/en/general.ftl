# Words that come back everywhere.

day-today = today
day-tomorrow = tomorrow
day-date = { $weekday } { $day } { $month }
day-date-year = { $weekday } { $day } { $month } { $year }

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

part-morning = in the morning
part-afternoon = in the afternoon
part-evening = in the evening

# When something goes wrong.
sorry-fault = Sorry, something went wrong. I've kept your message. Please try again later. Error number: { $fault }
too-busy = It is very busy now, so this does not work. Please try again in a few minutes.
group-enough = I stop answering you in the group for a moment, to keep it readable. Here I still do.
press-outdated = This button no longer works. Look at the newest message.
press-not-yours = This button is for somebody else.
not-for-you = I can't help you with this. It may be gone, or belong to another neighbourhood.

# In the group.
anonymous-command = You are writing anonymously, as a group admin. Write under your own name, or send me a private message.
group-in-private = /{ $command } only works in our private chat. Tap the button.
group-open-private = Open Stoep

# A question to the team, through Stoep.

relay-ask = Ask a question
relay-answer = Answer
relay-finish = End conversation
relay-finish-yes = Yes, end it
relay-finish-sure = Do you want to end this conversation? I delete it after { $days } days.
relay-object = This is not okay
relay-open = Read the conversation
relay-settle = Settled

relay-ask-words =
    What would you like to ask? Write it below.

    This is how it works:
    • Only members of the team see your name and your question. The administrator and the group do not.
    • Somebody from the team answers you here. Does another one take over and read back? Then I tell you.
    • I delete everything 7 days after the end. Until then I keep it encrypted.
    • Is something not okay? Then another team member can read the conversation. Only if one of you says so.
relay-answer-words = What would you like to answer? Write it below.

relay-asked = Your question has been passed on to { $team }. The answer will come here.
relay-hours = The team is there: { $hours }
relay-said-to = I passed this on to { $name }.
relay-read = { $name } from { $team } is reading your question. The answer will come here.
relay-taken-over = { $name } of { $team } takes over the conversation, and reads what you write from now on.
relay-earlier =
    You take over the conversation with { $name } from a colleague. You read what { $name } writes from now on.

    Would you like to read what was said before, too? Then I tell { $name }.
relay-earlier-open = Read what was said before
relay-earlier-read = { $name } of { $team } also reads what you wrote before.
relay-from-team = <b>{ $name }</b> from { $team } answers:
relay-from-resident = <b>{ $name }</b> writes to the team:
relay-voice = 🎤 A voice message
relay-enough = The team has a lot to read now. Please wait for an answer. After that you can write again.
relay-waits = Nobody from { $team } has answered yet. I'm sorry. Your question is still open.
relay-unanswered = Nobody from { $team } answered your last message. I'm sorry. This conversation is over now. I will delete it in { $days } days.
relay-unreached = I can no longer reach { $name }. So I've ended this conversation.
relay-over = The conversation with { $name } is over. I will delete it in { $days } days.
relay-over-ask = Anything else? Choose /team.
relay-is-over = This conversation is over already. With /team you can ask a new question.
relay-not-yours = This conversation is over, or it belongs to somebody else.

relay-object-sure =
    Is something in this conversation not okay?

    Then it stops now. Somebody else will read it.
relay-object-yes = Yes, this is not okay
relay-object-no = No, go on
relay-object-not = Good. The conversation goes on.
relay-objected = Thank you for telling me. I've stopped the conversation. Somebody else will look at it.
relay-work = { $name } has a question for the team.
relay-work-objected = The conversation with { $name } was not okay.
relay-work-objected-more = If you read the conversation, I write down that you did.
relay-opened = This is what was said. I wrote down that you read it.
relay-line = <b>{ $name }</b>
relay-alone = Only { $team }

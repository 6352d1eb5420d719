# Whoever is in distress reads a number to call first. A social worker wrote these texts: leave them so.

distress-danger =
    Call <b>112</b> now.
    I can't send help myself.
distress-suicide =
    It is good that you say so.
    Call <b>113</b> or 0800-0113. Free, day and night.
    Chat: 113.nl.
    Are you in danger now? Call 112.
    Is it about somebody else? 113 thinks along with you.
distress-violence =
    Nobody may hurt you.
    In danger now? Call <b>112</b>.
    Otherwise Veilig Thuis: <b>0800-2000</b>, free, day and night.
    You can ask for advice without your name.
    Is somebody looking along? Call from another phone.
distress-child-writes =
    It is not your fault.
    In danger now? Call <b>112</b>.
    Kindertelefoon (for children): <b>0800-0432</b>, free, from 11:00 to 21:00.
    Closed now? Call Veilig Thuis: 0800-2000.
distress-child =
    In danger now? Call <b>112</b>.
    Worried? Veilig Thuis gives advice: <b>0800-2000</b>.
distress-hunger = That is hard.
distress-hunger-call = Call { $team }: { $phone }, { $hours }.
distress-hunger-call-always = Call { $team }: { $phone }.
distress-hunger-bank = Food bank: { $phone }.
distress-hunger-no-promise = I can't promise that there is food today.
distress-lonely =
    That is hard.
    De Luisterlijn listens: <b>088 0767 000</b>, day and night.
distress-112 =
    You call <b>112</b> when there is danger now.
    I can't send help myself.
distress-113 =
    You call <b>113</b> when you think of suicide. Also when you fear for somebody else.
    Free, day and night.
    Chat: 113.nl.
    Are you in danger now? Call 112.
distress-group =
    I can't answer in private here.
    Is there danger? Call <b>112</b>.
    Do you think of suicide? Call <b>113</b>.
distress-company = I look for company

# Talk to somebody, after such words.
haste-who = Who may see this?
haste-all = The whole team
haste-only = Only { $name }
haste-self = I would rather call myself
haste-asked =
    I passed it on, and said that it is urgent.
    The team may not read this at once.

    Can't it wait? Call <b>112</b> or <b>113</b>.
haste-asked-hours =
    I passed it on, and said that it is urgent.
    The team is there { $hours }. It doesn't read this before.

    Can't it wait? Call <b>112</b> or <b>113</b>.
haste-only-left =
    { $name } is not of the team any more. Nobody else saw that you want to speak to somebody.

    Do you still want to speak to the team? Then ask again.

# For the team.
call-urgent = <b>This is urgent.</b>
call-title-urgent = Urgent: { $name } wants to speak to somebody

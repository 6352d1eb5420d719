# Activities that come back.

returning-began = { $title } comes back: { $rule }.
    All dates of the coming weeks are in the agenda already.

    { $n ->
        [1] The day before, I ask you whether it goes ahead.
       *[other] Each time I ask you { $n } days before whether it goes ahead.
    } Only after your yes does a card appear in the group.
returning-feast = Note: { $day } is { $feast }.
returning-time = { $from }
returning-times = { $from } to { $to }

# ── Does it go on? ──
returning-ask = <b>Does { $title } go ahead on { $day }?</b>
returning-ask-again = <b>Will { $title } go ahead on { $day }?</b> Please let me know.
returning-where = Time: { $times }
    Where: { $place }
returning-people = { $n ->
    [1] 1 person signed up already.
   *[other] { $n } people signed up already.
}
returning-last = It is the last date of this series.
button-goes-on = Yes, it goes ahead
button-not-this-time = Not this date
button-other-this-time = Change this date
button-end-series = Stop for good
button-series-dates = All dates

returning-yes = Lovely! { $title } goes ahead on { $day }. I am putting it in the group now.
returning-yes-known = You'd already told me: { $title } goes ahead on { $day }.
returning-certain = Good news: { $title } goes ahead on { $day }.
returning-no-sure = Cancel { $title } on { $day }?
returning-no-people = { $n ->
    [1] 1 person signed up already. They hear at once that it is called off.
   *[other] { $n } people signed up already. Everybody hears at once that it is called off.
}
button-call-off = Yes, call it off
returning-no = All right. { $title } does not go ahead on { $day }.
returning-next = The next time is { $day }.
returning-about = { $title } on { $day }
returning-date-over = This date is over.
returning-date-off = This date is called off.
returning-is-ended = This series has stopped.
returning-not-yours = Only the organiser or somebody of the team can do this.

# ── The organiser says nothing ──
returning-unsure =
    { $title } on { $day }: we don't know yet if it will go ahead. The organiser hasn't answered.

    I will tell you when I know.
returning-lapsed =
    { $title } on { $day } is off. The organiser did not say whether it would go ahead.

    So you need not come.
returning-reason = The organiser did not say whether it would go ahead.
returning-silent =
    I haven't heard from you about { $title }. So I've asked { $team } to look into it.

    Are you still organising it? Please let me know.
button-series-go-on = Yes, I'll carry on
returning-gone-on = Good to hear that you are continuing with { $title }.

# ── The team looks along ──
returning-work = <b>{ $title }</b>
    This comes back: { $rule }.
    By: { $name }
button-take-up = I will organise this
returning-taken-up = Lovely! You're the organiser of { $title } now. Before each date I'll ask you if it will go ahead.
returning-taken-over = { $name } organises { $title } from now on. Thank you for what you did.
returning-looked-after = Somebody already organises this.

# ── It ends ──
returning-stop-sure = Do you want to stop { $title }? Then all dates that are still to come are called off.
returning-stop-people = Everyone who signed up will be told straight away.
button-stop-yes = Yes, stop the series
returning-stopped = All right. { $title } does not come back any more.
returning-stopped-people = OK. { $title } has stopped for good. I'm telling everyone who signed up.
returning-stopped-by = { $name } stopped { $title }. It does not come back any more.
returning-stopped-news = { $title } has stopped. The next times are off.
returning-run-out = That was the last date of { $title }. Thank you!

# ── All dates ──
returning-dates = <b>All dates of { $title }</b>
    This comes back: { $rule }.
returning-no-dates = No date is planned now.
returning-line = { $day }, { $times }: { $state }
returning-is-on = goes ahead
returning-is-open = not certain yet
returning-is-off = called off
returning-was = over

# ── All coming dates different ──
returning-changed = { $title } is different from now on.
returning-changed-time = Time: was { $old }, becomes { $new }
returning-changed-place = Where: was { $old }, becomes { $new }
returning-changed-title = Name: was { $old }, becomes { $new }
returning-changed-dates = This is about these dates that you signed up for:

# ── Days to think of. Stoep says nothing about a day that is not in this list. ──
feast-nieuwjaarsdag = New Year's Day
feast-goede-vrijdag = Good Friday
feast-eerste-paasdag = Easter Sunday
feast-tweede-paasdag = Easter Monday
feast-koningsdag = King's Day
feast-dodenherdenking = Remembrance Day
feast-bevrijdingsdag = Liberation Day
feast-hemelvaartsdag = Ascension Day
feast-eerste-pinksterdag = Whit Sunday
feast-tweede-pinksterdag = Whit Monday
feast-keti-koti = Keti Koti
feast-suikerfeest = Eid al-Fitr
feast-offerfeest = Eid al-Adha
feast-sinterklaas = St Nicholas' Eve
feast-kerstavond = Christmas Eve
feast-eerste-kerstdag = Christmas Day
feast-tweede-kerstdag = Boxing Day
feast-oudejaarsavond = New Year's Eve

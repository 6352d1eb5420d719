# Hoe het zoeken naar hulp verdergaat.

# ── Een buur krijgt de vraag in privé ──
approach = { $name }, kun jij hierbij helpen?
approach-free = Kan het nu niet? Dat is ook goed.
button-not-now = Nu niet
button-ask-no-more = Stuur mij geen vragen meer
not-now = Dat is goed. Dank je dat je even hebt gekeken.
ask-no-more = Goed. Ik stuur je geen vragen meer. Wil je later toch helpen? Kijk dan wie er hulp zoekt.

# ── Wie vroeg, leest hoe het gaat ──
search-team = Er is nog niemand die kan helpen met “{ $title }”. Daarom zoekt { $team } nu mee. Buren kunnen ook nog reageren.
search-team-still = Er is nog steeds niemand die kan helpen met “{ $title }”. Ook { $team } zoekt nog. Wil je iemand spreken? Dat kan altijd.
search-more = Voor “{ $title }” is nog meer hulp nodig. Daarom zoekt { $team } nu mee. Buren kunnen ook nog reageren.
search-nobody = Ik heb nog geen buur gevonden voor “{ $title }”. Daarom zoekt { $team } nu mee. Je hoort nog van ons.
search-no-group = “{ $title }” staat niet meer in de groep. Daarom zoekt { $team } nu mee. Je hoort nog van ons.
item-asker-along = Het team kijkt met je mee. Je hoort het als iemand kan helpen.
waits-for-you = { $name } wacht nog op je antwoord.
wait-for-you = Deze buren wachten nog op je antwoord.
waits-way-out = Liever niet? Tik dan op Nee. Ik zeg het netjes.
button-show = Bekijk je vraag

still-needed = Heb je deze hulp nog nodig?
button-still-needed = Nog nodig
still-needed-toast = Goed. Ik zoek verder.

# ── De tijd is voorbij ──
lapsed-date = De tijd voor “{ $title }” is voorbij. Het is nog niet gelukt. Ik heb dat ook aan { $team } verteld. Wil je het opnieuw vragen?
lapsed-silence = Ik heb niets meer gehoord over “{ $title }”. Daarom zoek ik niet verder. Ik heb dat ook aan { $team } verteld. Wil je het opnieuw vragen?
lapsed-for-helper = De tijd voor “{ $title }” is voorbij. Fijn dat je wilde helpen.
renew-when = Wanneer heb je hulp nodig?
renew-when-today = Vandaag
renew-when-tomorrow = Morgen
renew-when-week = Binnen een week
renew-when-later = Later, geen haast
renew-part = Op welk moment van de dag?
renew-part-morning = Ochtend
renew-part-afternoon = Middag
renew-part-evening = Avond
renewed = Je vraag staat weer open.

# Hoe het zoeken naar hulp verdergaat.

# ── Een buur krijgt de vraag in privé ──
approach = { $name }, kun jij hierbij helpen?
approach-free = Kan het nu niet? Dat is ook goed.
button-not-now = Nu niet
button-ask-no-more = Vraag mij niet meer
not-now = Goed. Fijn dat je even keek.
ask-no-more = Goed. Ik vraag je niet meer in privé. Wil je later toch helpen? Kijk dan wie hulp zoekt.

# ── Wie vroeg, leest hoe het gaat ──
search-team = Nog niemand kan helpen met “{ $title }”. Daarom kijkt { $team } nu met je mee. Buren kunnen ook nog reageren.
search-more = Voor “{ $title }” is nog meer hulp nodig. Daarom kijkt { $team } nu met je mee. Buren kunnen ook nog reageren.
search-nobody = Ik vond nu geen buur die kan helpen met “{ $title }”. Daarom kijkt { $team } met je mee. Je hoort van ons.
search-no-group = “{ $title }” staat nu in geen enkele groep. Daarom kijkt { $team } met je mee. Je hoort van ons.
item-asker-along = Het team kijkt met je mee. Je hoort het als iemand kan helpen.
waits-for-you = { $name } wacht nog op je antwoord.
wait-for-you = Deze buren wachten nog op je antwoord.
button-show = Bekijk je vraag

still-needed = Heb je deze hulp nog nodig?
button-still-needed = Nog nodig
still-needed-toast = Goed. Ik zoek verder.

# ── De tijd is voorbij ──
lapsed-date = De tijd voor “{ $title }” is voorbij. Er kwam nog geen hulp. Dit weet { $team } nu ook. Wil je het opnieuw vragen?
lapsed-silence = Ik hoorde niets meer over “{ $title }”. Daarom zoek ik nu niet verder. Dit weet { $team } ook. Wil je het opnieuw vragen?
lapsed-for-helper = De tijd voor “{ $title }” is voorbij. Fijn dat je wilde helpen.
renew-when = Wanneer heb je hulp nodig?
renew-when-today = Vandaag
renew-when-tomorrow = Morgen
renew-when-week = Komende 7 dagen
renew-when-later = Later, geen haast
renew-part = Welk deel van de dag past je?
renew-part-morning = Ochtend
renew-part-afternoon = Middag
renew-part-evening = Avond
renewed = Je vraag staat weer open.

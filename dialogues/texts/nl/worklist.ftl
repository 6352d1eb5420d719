# De werklijst van het team, en een hulpvraag die het team overneemt.

command-werklijst = Wat wacht er op het team?

# ── De lijst ──
work-list = <b>Werklijst van { $neighbourhood }</b>
    Tik op een regel voor meer.
work-title = <b>Werklijst van { $neighbourhood }</b>
work-none = Er staat nu niets op de werklijst van { $neighbourhood }.
work-line = <b>{ $title }</b>
work-unread = { $count ->
    [1] Voor { $team } wacht iets vertrouwelijks, sinds { $day }.
   *[other] Voor { $team } wachten { $count } vertrouwelijke dingen, het oudste sinds { $day }.
} Wat het is, ziet alleen { $team }.
work-since = { $why } Op de lijst sinds { $day }.
work-since-only = Hier sinds { $day }.
work-why-unanswered = Er heeft nog niemand geholpen.
work-why-team = Iemand vraagt het team om hulp.
work-why-lapsed = De dag is voorbij, of de vrager heeft niets meer laten horen.
work-why-taken-over = Het team helpt hier verder.
work-why-disagreement = Vrager en helper zeggen iets anders over hoe het ging.
work-why-silence = Niemand heeft verteld hoe het ging.
work-why-unpleasant = Iemand zei dat het niet goed ging.
work-why-unaware = Dit gaat over iemand die het nog niet weet.
work-why-question = Een vraag aan het team.
work-why-acquaintance = Een bewoner wil kennismaken.
work-why-ghost = De organisator laat niets meer weten.
work-why-orphan = Deze activiteit heeft geen organisator meer.
work-why-own = Dit gaat over iets waar jij bij was.
work-is-yours = Jij bent hiermee bezig.
work-is-theirs = { $name } is hiermee bezig.

# ── Wie werkt eraan? ──
work-claim = Ik pak dit op
work-claimed = Goed, jij bent hier nu mee bezig.
work-taken = { $name } is hier al mee bezig.
work-give-back = Terug op de lijst
work-given-back = Goed, het staat weer op de lijst.
work-take-from = Overnemen van { $name }
work-want =
    { $name } is hiermee bezig. Is { $name } er niet?

    Dan kun jij het overnemen. { $name } krijgt bericht.
work-want-yes = Ja, ik neem het over
work-want-no = Toch niet
work-to-list = ‹ Naar de werklijst
work-over = Dit is al afgehandeld.
work-only = Dit is voor een collega van het team.
work-own = Je bent er zelf bij betrokken. Een collega kijkt ernaar.
work-confidential = Dit is vertrouwelijk. Alleen een teamlid kan het openen.
work-wiped = Hier stond iets voor het team van <b>{ $neighbourhood }</b>. Ik heb het hier gewist.
work-not-yours = De werklijst is voor het team. Wil je het team iets vragen? Kies dan ‘Praat met iemand’.

# ── Wat het team hoort ──
work-look = Bekijk
work-news = Er staat iets nieuws op de werklijst van { $neighbourhood }.
work-again = Er staat weer iets op de werklijst van { $neighbourhood }.
work-waits = Op de werklijst van { $neighbourhood } wacht al twee werkdagen iets. Wie kijkt ernaar?
work-went-back = Je was met iets van de werklijst bezig. Het staat nu weer op de lijst.

    Zo kan ook een collega ernaar kijken.
work-was-taken = { $name } heeft iets van je overgenomen op de werklijst van { $neighbourhood }. Jij hoeft niets meer te doen.
work-done-meanwhile = Waar je mee bezig was op de werklijst van { $neighbourhood }, is al klaar.
work-week = Je helpt nog met een vraag in { $neighbourhood }. Hoe staat het ermee?

# ── Een hulpvraag op de lijst ──
team-sight-group = De vraag staat in de groep.
team-sight-quiet = Alleen een paar buren hebben deze vraag gekregen.
team-sight-met = Alleen bekende buren hebben deze vraag gekregen.
team-sight-team = Alleen het team ziet deze vraag.
team-unnamed = Buren zien de naam { $name } niet.
team-subject-caller = { $name } vraagt dit voor een bewoner zonder Telegram.
team-no-contact = Ik weet nog niet hoe je { $name } bereikt. Help je verder? Dan vraag ik het.
team-contact-asked = Ik weet nog niet hoe je { $name } bereikt. Ik heb het gevraagd.
team-offered = { $name } wil helpen.
team-accepted = { $name } helpt.
team-said-good = { $name } zei: het ging goed.
team-said-not = { $name } zei: het is niet gebeurd.
team-said-bad = { $name } zei: het ging niet goed.
team-said-nothing = { $name } heeft nog niets gezegd.
team-because-nobody = Het team helpt: er was geen helper.
team-because-professional = Het team helpt: dit is werk voor een professional.
team-because-unsafe = Het team helpt: niet veilig voor een vrijwilliger.
team-because-other = Het team helpt.

button-take-over = Ik help verder
button-hand-back = Weer aan buren vragen
button-hand-on = Doorgeven aan een collega
button-settle = Afgehandeld
button-reach-team = Geef { $name } mijn nummer
button-previous = ‹ Vorige
button-next = Volgende ›
button-not = Toch niet

team-why = Waarom help jij verder?
reason-nobody = Er is geen helper
reason-professional = Dit is werk voor een professional
reason-unsafe = Niet veilig voor een vrijwilliger
reason-other = Iets anders
team-took-over = Goed. { $name } hoort dat jij verder helpt.

team-helps = { $name } van { $team } helpt je verder met “{ $title }”.
team-helps-reach = { $name } neemt contact met je op via { $contact }.
team-helps-how = Hoe kan { $name } je bereiken? Tik op de knop.
team-reach-news =
    Zo bereik je { $name }, over “{ $title }”:
    { $contact }
reach-team-how = Hoe kan het team je bereiken?

    Deel je nummer met de knop, of schrijf het zelf. Alleen het team ziet het.
team-by = { $name } van { $team } helpt verder.
team-offered-news = “{ $title }”: het team helpt hier verder. Fijn dat je wilde helpen.
team-accepted-news = “{ $title }”: het team helpt hier verder. Je hoeft niets meer te doen. Dank je wel!
team-handler-left = { $name } helpt niet meer met “{ $title }”. Het team zoekt iemand anders.

team-agreed = { $name } wilde dit alleen met het team delen.

    Vindt { $name } het goed dat ik een paar buren vraag?
team-agreed-yes = Ja, dat is afgesproken
team-handed-back = Goed. Ik vraag het aan buren.
team-back-group = “{ $title }” staat weer open in de groep. Je hoort het van mij als iemand wil helpen.
team-back-private = Ik vraag “{ $title }” weer aan een paar buren. Je hoort het als iemand wil helpen.
team-back-first = { $name } denkt dat buren kunnen helpen met “{ $title }”. Ik vraag er nu een paar. Je hoort het als iemand wil helpen.

team-to-whom = Welke collega helpt verder?
team-no-colleague = Er is nu geen collega om het aan door te geven.
team-handed-on = Goed. { $name } helpt nu verder.
team-yours-now = { $name } geeft een vraag aan je door.

team-done = { $name } laat weten dat het gelukt is: “{ $title }”.
team-ended = { $name } laat weten dat het niet meer nodig is: “{ $title }”.
team-settled = { $name } van het team heeft gekeken naar “{ $title }”. Wil je er nog over praten? Dat kan altijd.
team-settled-helper = “{ $title }” is nu klaar. Je hoeft niets te doen. Dank je wel!
team-done-toast = Goed. De vrager en de helper krijgen bericht.
team-caller-yours = { $name } hoort niet meer bij het team. “{ $title }” is nu jouw vraag.

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
work-since = { $why } Hier sinds { $day }.
work-since-only = Hier sinds { $day }.
work-why-unanswered = Nog niemand hielp.
work-why-team = Iemand vraagt het team om hulp.
work-why-lapsed = De tijd ging voorbij, of de vrager zei niets meer.
work-why-taken-over = Het team helpt hier verder.
work-why-disagreement = Ze zeggen niet hetzelfde over hoe het ging.
work-why-silence = Niemand vertelde hoe het ging.
work-why-unpleasant = Iemand vond het niet fijn.
work-why-unaware = Voor iemand die het nog niet weet.
work-why-question = Een vraag aan het team.
work-why-acquaintance = Een bewoner wil kennismaken.
work-why-ghost = De organisator zegt niets meer over deze activiteit.
work-why-orphan = Deze activiteit heeft geen organisator meer.
work-why-own = Dit gaat over een afspraak van jou.
work-is-yours = Jij bent hiermee bezig.
work-is-theirs = { $name } is hiermee bezig.

# ── Wie werkt eraan? ──
work-claim = Ik pak dit op
work-claimed = Goed, jij bent hier nu mee bezig.
work-taken = { $name } is hier al mee bezig.
work-give-back = Geef terug
work-given-back = Goed, het staat weer op de lijst.
work-take-from = Neem over van { $name }
work-want = { $name } is hiermee bezig. Is { $name } er niet?

    Dan neem jij het over. { $name } krijgt daar bericht van.
work-want-yes = Ja, ik neem het over
work-want-no = Toch niet
work-to-list = ‹ Naar de werklijst
work-over = Dit is al klaar.
work-only = Dit is voor een collega van het team.
work-own = Hier heb je zelf mee te maken. Een collega kijkt ernaar.
work-confidential = Dit is vertrouwelijk. Alleen een teamlid kan het openen.
work-not-yours = De werklijst is voor het team van je buurt. Wil je het team iets vragen? Kies dan Praat met iemand.

# ── Wat het team hoort ──
work-look = Bekijk
work-news = Er staat iets nieuws op de werklijst van { $neighbourhood }.
work-again = Er staat weer iets op de werklijst van { $neighbourhood }.
work-waits = Op de werklijst van { $neighbourhood } wacht al twee werkdagen iets. Wie kijkt ernaar?
work-went-back = Je was met iets van de werklijst bezig. Het staat nu weer op de lijst.

    Zo kan ook een collega ernaar kijken.
work-was-taken = { $name } nam iets van je over op de werklijst van { $neighbourhood }. Jij hoeft niets meer te doen.
work-done-meanwhile = Waar je mee bezig was op de werklijst van { $neighbourhood }, is al klaar.
work-week = Je helpt nog met een vraag in { $neighbourhood }. Hoe staat het ermee?

# ── Een hulpvraag op de lijst ──
team-sight-group = De vraag staat in de groep.
team-sight-quiet = Alleen een paar buren kregen deze vraag, in privé.
team-sight-met = Alleen buren die het team kent, kregen deze vraag.
team-sight-team = Alleen het team ziet deze vraag.
team-unnamed = Buren lezen niet dat het van { $name } is.
team-subject-caller = { $name } vraagt dit voor een bewoner zonder Telegram.
team-no-contact = Hoe je { $name } bereikt, weet ik nog niet. Neem je het over? Dan vraag ik het.
team-contact-asked = Hoe je { $name } bereikt, weet ik nog niet. Ik heb het gevraagd.
team-offered = { $name } wil helpen.
team-accepted = { $name } helpt.
team-said-good = { $name } zei: het ging goed.
team-said-not = { $name } zei: het is niet gebeurd.
team-said-bad = { $name } zei: het was niet fijn.
team-said-nothing = { $name } zei nog niets.
team-because-nobody = Overgenomen: niemand kwam.
team-because-professional = Overgenomen: hoort bij een professional.
team-because-unsafe = Overgenomen: niet veilig voor een vrijwilliger.
team-because-other = Overgenomen.

button-take-over = Ik neem het over
button-hand-back = Terug naar de buurt
button-hand-on = Aan een collega
button-settle = Afgehandeld
button-reach-team = Deel mijn contact met { $name }
button-previous = ‹ Vorige
button-next = Volgende ›
button-not = Toch niet

team-why = Waarom neem je het over?
reason-nobody = Niemand kwam
reason-professional = Hoort bij een professional
reason-unsafe = Niet veilig voor een vrijwilliger
reason-other = Iets anders
team-took-over = Goed. { $name } hoort dat jij verder helpt.

team-helps = { $name } van { $team } helpt je verder met “{ $title }”.
team-helps-reach = { $name } bereikt je via { $contact }.
team-helps-how = Hoe kan { $name } je bereiken? Deel je contact met de knop.
team-reach-news = { $name } laat weten hoe je contact krijgt over “{ $title }”:
    { $contact }
reach-team-how = Hoe kan het team je bereiken?

    Deel je nummer met de knop, of schrijf het zelf. Alleen het team ziet het.
team-by = { $name } van { $team } helpt verder.
team-offered-news = “{ $title }”: het team helpt hier verder. Fijn dat je wilde helpen.
team-accepted-news = “{ $title }”: het team helpt hier verder. Je hoeft niets meer te doen. Dank je wel!
team-handler-left = { $name } helpt niet meer met “{ $title }”. Het team zoekt iemand anders die verder helpt.

team-agreed = { $name } wilde dit alleen met het team delen.

    Vindt { $name } het goed dat ik een paar buren vraag?
team-agreed-yes = Ja, dat is afgesproken
team-handed-back = Goed, buren kunnen weer helpen.
team-back-group = “{ $title }” staat weer open in de groep. Je hoort het van mij als iemand wil helpen.
team-back-private = Ik vraag voor “{ $title }” weer een paar buren. Je hoort het van mij als iemand wil helpen.

team-to-whom = Welke collega helpt verder?
team-no-colleague = Er is nu geen collega om het aan door te geven.
team-handed-on = Goed. { $name } helpt nu verder.
team-yours-now = { $name } geeft een vraag aan jou door.

team-done = { $name } laat weten: “{ $title }” is gelukt.
team-ended = { $name } laat weten: “{ $title }” is niet meer nodig.
team-settled = { $name } heeft “{ $title }” afgerond.
team-settled-helper = “{ $title }” is afgerond. Dank je wel.
team-done-toast = Goed. Wie het aangaat, hoort het.
team-caller-yours = { $name } hoort niet meer bij het team. “{ $title }” is nu jouw vraag.

# Vertrouwen: wie mag helpen.

# ── Leeftijd, één keer gevraagd ──
age-adult = Voordat we verdergaan: ben je 16 jaar of ouder?
age-limit = Hulp vragen en hulp geven kan hier vanaf 16 jaar.
age-child = Hulp vragen en hulp geven kan hier vanaf 16 jaar.

    Een volwassene die je vertrouwt, kan het wel voor je vragen.
age-child-numbers = Wil je met iemand praten? Dat mag altijd. Bel dan:
age-thanks = Dank je. Wat wil je doen?
age-correct = Ik ben 16 of ouder
age-tomorrow = Je zei dat je nog geen 16 bent. Klopt dat niet? Morgen kun je het veranderen. Het team kan het nu al.
age-correct-for = Is 16 of ouder
age-corrected = { $name } van { $team } heeft opgeschreven dat je 16 of ouder bent. Je kunt nu hulp vragen en helpen.

# ── Geen contact meer ──
apart-button = Geen contact meer met { $name }
apart-sure =
    Wil je geen contact meer met { $name }?

    Dan breng ik jullie niet meer met elkaar in contact. Wat jullie samen hadden afgesproken, stopt.
apart-yes = Ja, geen contact meer
apart-no = Nee, laat het zo
apart-done = Goed. Ik breng jou en { $name } niet meer met elkaar in contact.
    In de groep en bij activiteiten zien jullie elkaar nog wel. Ik vertel { $name } niet dat jij dit koos.
apart-open = Je vraag “{ $title }” staat weer open.
apart-undo = Toch weer contact
apart-undo-name = Toch wel contact met { $name }
apart-undone = Goed. Jij en { $name } kunnen elkaar weer helpen.
apart-list = Met deze mensen wil je geen contact. Wil je dat toch weer? Tik dan op een naam.
apart-nobody = Er staat niemand op deze lijst.
apart-button-list = Mensen met wie ik geen contact wil

# ── Gevraagd worden ──
willing-button = Ja, vraag mij maar
willing-button-not = Stuur mij geen vragen meer
willing-yes = Fijn! Zoekt een buur hulp? Dan stuur ik je soms een bericht. Nooit meer dan één per dag.
willing-no = Goed. Ik stuur je geen vragen meer.

# ── Kennismaken met het team ──
acquaint-button = Helpen met vervoer, kinderen of brieven
acquaint-contact =
    Voor vervoer, formulieren en kinderen wil het team je eerst leren kennen. Geef je je op? Dan mag ik je ook een bericht sturen als een buur hulp zoekt.

    Hoe kan het team je bereiken?
acquaint-asked = Dank je. Ik heb het doorgegeven aan { $team }. Iemand neemt contact met je op om kennis te maken.
acquaint-waits = Ik heb het al doorgegeven aan { $team }. Iemand neemt contact met je op.
acquaint-met = Je hebt al kennisgemaakt met { $team }. Je kunt helpen met vervoer, formulieren en kinderen.
acquaint-title = { $name } wil kennismaken
acquaint-work = { $name } wil kennismaken met het team. Daarna wil { $name } helpen met vervoer, formulieren en kinderen.
met-news =
    Je hebt { $day } kennisgemaakt met { $name } van { $team }.

    Je kunt nu ook helpen met vervoer, formulieren en kinderen.
vog-news = { $name } van { $team } heeft { $day } je VOG gezien. Niemand heeft een kopie bewaard.
unmet-news =
    Je helpt nu niet meer met vervoer, formulieren en kinderen. Dat heeft { $team } besloten.

    Wil je weten waarom? Praat dan met iemand.

# ── Vrijwilligers, voor het team ──
helpers-button = Vrijwilligers
helpers = Deze buren in { $neighbourhood } willen helpen. Tik op een naam voor meer.
helpers-none = In { $neighbourhood } heeft nog niemand zich opgegeven om te helpen.
helpers-before = ‹ Vorige
helpers-after = Volgende ›
helpers-back = ‹ Naar de lijst
helper = <b>{ $name }</b>
helper-met = Kennisgemaakt: { $day }.
helper-not-met = Nog niet kennisgemaakt.
helper-wants = Wil graag kennismaken.
helper-not-willing = Wil nu geen vragen krijgen.
helper-on-worklist = Wil kennismaken. Pak het op met /werklijst.
helper-met-about = Hebben jullie kennisgemaakt? Dan kan deze buur ook helpen met vervoer, formulieren en kinderen.
helper-vog = VOG gezien: { $day }.
helper-vog-about = Een VOG is niet verplicht, en geen garantie. Bewaar geen kopie.
helper-button-met = We hebben kennisgemaakt
helper-button-vog = Ik heb de VOG gezien
helper-button-unmeet = Kennismaking weghalen
helper-unmeet-sure = Mag { $name } niet meer helpen met vervoer, formulieren en kinderen? { $name } krijgt daar bericht van.
helper-unmeet-yes = Ja, weghalen
helper-unmeet-no = Toch niet
helper-toast-met = Genoteerd.
helper-toast-vog = Genoteerd.
helper-toast-unmet = Weggehaald.
helper-self = Dit ben je zelf. Laat een collega dit doen.

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
age-corrected = { $name } van { $team } schreef op dat je 16 of ouder bent. Je kunt nu hulp vragen en helpen.

# ── Geen contact meer ──
apart-button = Geen contact meer met { $name }
apart-done = Goed. Ik breng jou en { $name } niet meer met elkaar in contact.
    In de groep en bij activiteiten zien jullie elkaar nog wel. Ik vertel { $name } niet dat jij dit koos.
apart-open = Je vraag “{ $title }” staat weer open.
apart-undo = Toch wel
apart-undo-name = Toch wel contact met { $name }
apart-undone = Goed. { $name } en jij kunnen elkaar hier weer helpen.
apart-list = Met deze mensen wil je geen contact. Tik op een naam als je dat toch weer wilt.
apart-nobody = Er is niemand met wie je geen contact wilt.
apart-button-list = Met wie ik geen contact wil

# ── Gevraagd worden ──
willing-button = Vraag mij gerust
willing-button-not = Vraag mij niet meer
willing-yes = Fijn! Zoekt een buur hulp, dan vraag ik het jou soms. Hoogstens één bericht per dag.
willing-no = Goed. Ik vraag je niet meer om te helpen.

# ── Kennismaken met het team ──
acquaint-button = Ook helpen met vervoer of kinderen
acquaint-contact = Voor vervoer, formulieren en kinderen wil het team je eerst leren kennen. Hoe kan het team je bereiken?
acquaint-asked = Dank je. Ik heb het doorgegeven aan { $team }. Iemand neemt contact met je op om kennis te maken.
acquaint-waits = Ik heb het al doorgegeven aan { $team }. Iemand neemt contact met je op.
acquaint-met = Je hebt al kennisgemaakt met { $team }. Je kunt helpen met vervoer, formulieren en kinderen.
acquaint-title = { $name } wil kennismaken
acquaint-work = { $name } wil graag kennismaken met het team, om te helpen met vervoer, formulieren en kinderen.
met-news = { $name } van { $team } schreef op dat jullie { $day } hebben kennisgemaakt.

    Je kunt nu ook helpen met vervoer, formulieren en kinderen.
vog-news = { $name } van { $team } schreef op dat je { $day } je VOG liet zien. Er is geen kopie bewaard.
unmet-news = Het kennismaken met { $team } is ingetrokken. Je helpt nu niet meer met vervoer, formulieren en kinderen.

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
helper-not-willing = Wil nu niet gevraagd worden.
helper-on-worklist = Wil graag kennismaken. Pak het op via /werklijst.
helper-met-about = Na kennismaken kan deze buur helpen met vervoer, formulieren en kinderen.
helper-vog = VOG gezien: { $day }.
helper-vog-about = Een VOG hoeft niet, en is geen garantie. Bewaar er geen kopie van.
helper-button-met = Kennisgemaakt vandaag
helper-button-vog = VOG gezien vandaag
helper-button-unmeet = Intrekken
helper-unmeet-sure = Wil je het kennismaken met { $name } intrekken? { $name } hoort dat van mij.
helper-unmeet-yes = Ja, intrekken
helper-unmeet-no = Toch niet
helper-toast-met = Opgeschreven.
helper-toast-vog = Opgeschreven.
helper-toast-unmet = Ingetrokken.
helper-self = Dit ben je zelf. Laat een collega dit doen.

# Een vraag aan het team, via Stoep.

relay-ask = Stel een vraag
relay-answer = Antwoord
relay-finish = Gesprek stoppen
relay-finish-yes = Ja, stop het gesprek
relay-finish-sure = Wil je dit gesprek stoppen? Over { $days } dagen wis ik het.
relay-object = Dit is niet oké
relay-open = Lees het gesprek
relay-settle = Afgehandeld

relay-ask-words =
    Wat wil je vragen? Schrijf het hieronder.

    Zo werkt het:
    • Alleen teamleden zien je naam en je vraag. De beheerder en de groep niet.
    • Iemand van het team antwoordt je hier. Neemt een ander het over en leest die terug? Dan hoor je dat.
    • Ik wis alles 7 dagen na het einde. Tot dan bewaar ik het versleuteld.
    • Is er iets niet oké? Dan kan een ander teamlid het gesprek lezen. Alleen als een van jullie dat zegt.
relay-answer-words = Wat wil je antwoorden? Schrijf het hieronder.

relay-asked = Je vraag is doorgegeven aan { $team }. Het antwoord komt hier.
relay-hours = Het team is er: { $hours }
relay-said-to = Verstuurd naar { $name }.
relay-read = { $name } van { $team } leest je vraag. Het antwoord komt hier.
relay-taken-over = { $name } van { $team } neemt het gesprek over en leest wat je vanaf nu schrijft.
relay-earlier =
    Je neemt het gesprek met { $name } over van een collega. Je leest wat { $name } vanaf nu schrijft.

    Wil je ook lezen wat er al gezegd is? Dan hoort { $name } dat van mij.
relay-earlier-open = Lees wat er al gezegd is
relay-earlier-read = { $name } van { $team } leest ook wat je eerder schreef.
relay-from-team = <b>{ $name }</b> van { $team } antwoordt:
relay-from-resident = <b>{ $name }</b> schrijft aan het team:
relay-voice = 🎤 Een spraakbericht
relay-enough = Het team heeft nu veel te lezen. Wacht even op antwoord. Daarna kun je weer schrijven.
relay-waits = Er heeft nog niemand van { $team } geantwoord. Dat spijt me. Je vraag staat nog open.
relay-unanswered = Niemand van { $team } heeft geantwoord op je laatste bericht. Dat spijt me. Dit gesprek is nu klaar. Over { $days } dagen wis ik het.
relay-unreached = Ik kan { $name } niet meer bereiken. Daarom stopt dit gesprek.
relay-over = Het gesprek met { $name } is gestopt. Over { $days } dagen wis ik het.
relay-over-ask = Is er nog iets? Stuur dan een nieuw bericht met /wijkteam.
relay-is-over = Dit gesprek is al klaar. Met /wijkteam stel je een nieuwe vraag.
relay-not-yours = Dit gesprek is klaar, of het is van iemand anders.

relay-object-sure =
    Is er iets niet oké in dit gesprek?

    Dan stopt het nu. Iemand anders leest het na.
relay-object-yes = Ja, dit is niet oké
relay-object-no = Nee, ga verder
relay-object-not = Goed. Het gesprek gaat door.
relay-objected = Goed dat je het zegt. Het gesprek is gestopt. Iemand anders kijkt ernaar.
relay-work = { $name } heeft een vraag aan het team.
relay-work-objected = { $name } vond een gesprek niet oké.
relay-work-objected-more = Lees je het gesprek? Dan noteer ik dat.
relay-opened = Dit is er gezegd. Ik heb genoteerd dat jij het hebt gelezen.
relay-line = <b>{ $name }</b>
relay-alone = Alleen { $team }

# /uitnodigen: een bericht om door te sturen, en een poster om op te hangen.

command-uitnodigen = Nodig een buur uit
command-uitnodigen-help = nodig een buur uit

invite-share =
    Nodig een buur uit voor <b>{ $neighbourhood }</b>. Stuur het bericht hieronder door.

    Liever iets om op te hangen? Tik op Poster.
invite-poster = Poster
invite-words =
    Hoi! In { $neighbourhood } helpen buren elkaar.
    Een boodschap, een klusje of gezelschap: vraag het met Stoep, in Telegram.

    Doe je mee? Open deze link en tik op Start:
    { $link }
invite-poster-done =
    Print de poster en hang hem op. Bijvoorbeeld in het buurthuis, of in de hal.

    Hij past op A4. Print je op A3? Dan kun je de code van verder weg scannen.
invite-poster-nameless = De naam van je buurt staat er niet op. Sommige letters kan ik niet printen.

# Op de poster. Eén regel elk.
poster-heading = Hulp in jouw buurt
poster-sentence = Hier helpen buren elkaar, en jij hoort erbij.
poster-scan = Scan de code met de camera van je telefoon.
poster-start = Tik in Telegram op Start.
poster-ask = Vraag hulp, of help een buur.
poster-elsewhere = Geen Telegram? Vraag het aan { $team }.
poster-team = het team

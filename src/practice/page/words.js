// The page's own words, in both languages. What neighbours and the bot write comes from the server.

export const words = {
  nl: {
    title: "Oefenbuurt",
    iam: "Ik ben",
    panes: "Welk gesprek",
    group: "Groep",
    private: "Privé",
    other_language: "English",
    clock: "De klok van de oefenbuurt",
    clock_open: "Klok verzetten",
    plus10: "10 minuten later",
    plus60: "Een uur later",
    tomorrow: "Morgen 9 uur",
    clock_moved: "Het is nu {time}.",
    today: "Vandaag",
    yesterday: "Gisteren",
    you: "Jij",
    bot: "bot",
    edited: "bewerkt",
    reply: "Antwoorden op {name}",
    reply_own: "Antwoorden op je eigen bericht",
    replying: "Antwoord aan {name}: {text}",
    no_reply: "Niet antwoorden",
    answers: "Antwoorden om te kiezen",
    commands: "Opdrachten",
    no_commands: "Hier zijn geen opdrachten.",
    other: "Iets anders sturen",
    send: "Versturen",
    write: "Schrijf als {me}",
    write_private: "Schrijf als {me} aan {bot}",
    write_group: "Schrijf als {me} in de groep",
    sticker: "Sticker",
    photo: "Foto",
    voice: "Spraakbericht",
    contact: "Mijn telefoonnummer",
    location: "Mijn plek op de kaart",
    poll: "Peiling",
    document: "Bestand",
    video_note: "Videobericht",
    unknown: "Iets anders",
    more_private: "Meer over dit gesprek",
    more_group: "Meer over deze groep",
    block: "{bot} blokkeren",
    unblock: "Niet meer blokkeren",
    start: "Starten",
    not_started: "{me} sprak {bot} nog niet. Eén tik begint het gesprek.",
    blocked: "{me} heeft {bot} geblokkeerd.",
    not_member: "{me} zit niet in deze groep.",
    join: "Lid worden",
    leave: "Groep verlaten",
    bot_member: "{bot} toevoegen",
    bot_administrator: "{bot} toevoegen als beheerder",
    bot_out: "{bot} verwijderen",
    upgrade: "Een supergroep maken",
    members: "{n} leden",
    private_sub: "privé met {me}",
    main_topic: "Algemeen",
    topics: "Onderwerpen",
    skip: "Naar het schrijven",
    newer: "Nieuwe berichten",
    no_messages: "Nog geen berichten.",
    no_groups: "Er is nog geen groep.",
    new_for: "Nieuw bericht voor {name}.",
    n_new: "{n} nieuw",
    link_elsewhere: "Deze link werkt alleen in Telegram.",
    no_answer: "Er kwam geen antwoord op je tik.",
    lost: "De oefenbuurt antwoordt niet. Is het programma gestopt? We proberen het opnieuw.",
    gone: "Die knop is er niet meer.",
    refused: "Dat lukte niet: {why}",
    ok: "Oké",
    spoiler: "Verborgen tekst tonen",
    deleted_reply: "een bericht",
    new_chat_members: "{about} kwam bij de groep.",
    new_chat_members_many: "{about} kwamen bij de groep.",
    left_chat_member: "{about} ging uit de groep.",
    new_chat_title: "De groep heet nu {about}.",
    group_chat_created: "{by} maakte de groep.",
    supergroup_chat_created: "{by} maakte de groep.",
    migrate_to_chat_id: "De groep werd een supergroep.",
    migrate_from_chat_id: "De groep werd een supergroep.",
    forum_topic_created: "Nieuw onderwerp: {about}.",
    forum_topic_closed: "Het onderwerp is gesloten.",
    forum_topic_reopened: "Het onderwerp is weer open.",
    pinned_message: "{by} zette een bericht vast.",
    something: "Er veranderde iets in de groep.",
  },
  en: {
    title: "Practice neighbourhood",
    iam: "I am",
    panes: "Which conversation",
    group: "Group",
    private: "Private",
    other_language: "Nederlands",
    clock: "The clock of the practice neighbourhood",
    clock_open: "Move the clock",
    plus10: "10 minutes later",
    plus60: "An hour later",
    tomorrow: "Tomorrow 9 am",
    clock_moved: "It is now {time}.",
    today: "Today",
    yesterday: "Yesterday",
    you: "You",
    bot: "bot",
    edited: "edited",
    reply: "Reply to {name}",
    reply_own: "Reply to your own message",
    replying: "Reply to {name}: {text}",
    no_reply: "Do not reply",
    answers: "Answers to choose from",
    commands: "Commands",
    no_commands: "There are no commands here.",
    other: "Send something else",
    send: "Send",
    write: "Write as {me}",
    write_private: "Write as {me} to {bot}",
    write_group: "Write as {me} in the group",
    sticker: "Sticker",
    photo: "Photo",
    voice: "Voice message",
    contact: "My phone number",
    location: "My place on the map",
    poll: "Poll",
    document: "File",
    video_note: "Video message",
    unknown: "Something else",
    more_private: "More about this conversation",
    more_group: "More about this group",
    block: "Block {bot}",
    unblock: "Unblock",
    start: "Start",
    not_started: "{me} has not talked to {bot} yet. One tap begins the conversation.",
    blocked: "{me} has blocked {bot}.",
    not_member: "{me} is not in this group.",
    join: "Join",
    leave: "Leave the group",
    bot_member: "Add {bot}",
    bot_administrator: "Add {bot} as administrator",
    bot_out: "Remove {bot}",
    upgrade: "Make it a supergroup",
    members: "{n} members",
    private_sub: "private with {me}",
    main_topic: "General",
    topics: "Topics",
    skip: "Go to writing",
    newer: "New messages",
    no_messages: "No messages yet.",
    no_groups: "There is no group yet.",
    new_for: "New message for {name}.",
    n_new: "{n} new",
    link_elsewhere: "This link works in Telegram only.",
    no_answer: "Your tap got no answer.",
    lost: "The practice neighbourhood does not answer. Did the program stop? We keep trying.",
    gone: "That button is gone.",
    refused: "That did not work: {why}",
    ok: "OK",
    spoiler: "Show hidden text",
    deleted_reply: "a message",
    new_chat_members: "{about} joined the group.",
    new_chat_members_many: "{about} joined the group.",
    left_chat_member: "{about} left the group.",
    new_chat_title: "The group is now called {about}.",
    group_chat_created: "{by} made the group.",
    supergroup_chat_created: "{by} made the group.",
    migrate_to_chat_id: "The group became a supergroup.",
    migrate_from_chat_id: "The group became a supergroup.",
    forum_topic_created: "New topic: {about}.",
    forum_topic_closed: "The topic is closed.",
    forum_topic_reopened: "The topic is open again.",
    pinned_message: "{by} pinned a message.",
    something: "Something changed in the group.",
  },
};

const remembered = (() => {
  try { return localStorage.getItem("language"); } catch { return null; }
})();

let language = remembered === "en" ? "en" : "nl";

export const current = () => language;

/** The words under a key, with `{name}` filled in. */
export function say(key, fill = {}) {
  const text = words[language][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => fill[name] ?? "");
}

/** Changes the language of the page and writes it on everything that carries a key. */
export function speak(to) {
  language = to;
  try { localStorage.setItem("language", to); } catch { /* private windows may refuse: then it is asked again */ }
  document.documentElement.lang = to;
  document.title = say("title");
  for (const el of document.querySelectorAll("[data-say]")) el.textContent = say(el.dataset.say);
  for (const el of document.querySelectorAll("[data-say-label]")) {
    el.setAttribute("aria-label", say(el.dataset.sayLabel));
    if (el.matches("button")) el.title = say(el.dataset.sayLabel);
  }
}

const zone = "Europe/Amsterdam";
const locale = () => (language === "nl" ? "nl-NL" : "en-GB");
const format = (ms, options) => new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options }).format(ms);

/** Names in a row: Fatima, Joop en Aisha. */
export const listed = (names) => new Intl.ListFormat(locale(), { type: "conjunction" }).format(names);

/** 18:36, on the wall in Amsterdam. */
export const clockTime = (ms) => format(ms, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** maandag 23 november 2026 */
export const longDate = (ms) => format(ms, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** A key that is the same all day: 2026-11-23. */
export const dayKey = (ms) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(ms);

/** Today, yesterday, or the date in words. */
export function dayName(ms, now) {
  const key = dayKey(ms);
  if (key === dayKey(now)) return say("today");
  if (key === dayKey(now - 86_400_000)) return say("yesterday");
  return format(ms, { weekday: "long", day: "numeric", month: "long" });
}

// What just happened and to whom: each act with what came of it, the newest first, and who did not see it.

import { el, reconcile } from "/draw.js";
import { clockTime, current, listed, longDate, say } from "/words.js";

/** What somebody did, in words. */
function deed(act, name, inGroup) {
  const who = act.user === null ? "" : name(act.user);
  const where = act.chat === null ? "" : inGroup(act.chat) ? "_group" : "_private";
  switch (act.kind) {
    case "wrote": return say(`did_wrote${where}`, { name: who });
    case "pressed": return say("did_pressed", { name: who, label: act.label });
    case "changed": return say("did_changed", { name: who });
    case "blocked": return say("did_blocked", { name: who });
    case "unblocked": return say("did_unblocked", { name: who });
    case "by_itself": case "clock":
      return say(`did_${act.kind}`, { time: `${longDate(act.at * 1000)}, ${clockTime(act.at * 1000)}` });
    default: return say(`did_${act.kind}`);
  }
}

/** How long the beginning of a message may be here. */
const beginning = 90;

/** The beginning of a message, up to a whole word. */
function begins(words) {
  if (words.length <= beginning) return words;
  const cut = words.slice(0, words.lastIndexOf(" ", beginning) + 1 || beginning).trimEnd();
  // A name that is cut does not turn round what stands behind it.
  const open = cut.lastIndexOf("\u2068") > cut.lastIndexOf("\u2069");
  return `${cut}${open ? "\u2069" : ""} …`;
}

/** What Stoep wrote by itself: who got the same words stands together. */
function told(act, name, inGroup) {
  const same = new Map();
  for (const { chat, said } of act.effects) {
    for (const { message, words } of said) {
      const key = `${inGroup(chat)} ${words}`;
      if (!same.has(key)) same.set(key, []);
      same.get(key).push({ chat, message, words });
    }
  }
  return [...same.values()].map((all) => {
    const [{ chat, message, words }] = all;
    const side = inGroup(chat) ? "group" : "private";
    const names = [...new Set(all.map((one) => one.chat))].map(name);
    const key = side === "group" ? "group_said" : names.length > 1 ? "private_said_many" : "private_said";
    return { chat, message, side, text: say(key, { name: names[0], n: names.length, names: listed(names), words: begins(words) }) };
  });
}

/** What came of it: lines, and for each which chat it leads to. */
function results(act, name, inGroup) {
  const lines = told(act, name, inGroup);
  for (const { chat, message, said, ...counts } of act.effects) {
    const side = inGroup(chat) ? "group" : "private";
    if (said.length) counts.new = 0;
    for (const what of ["new", "changed", "gone", "flashes"]) {
      const n = counts[what];
      // Who got something new need not hear what changed on older messages there.
      if (!n || ((counts.new || said.length) && what === "changed" && side === "private")) continue;
      const key = `${side}_${what}${n > 1 && what === "new" ? "_many" : ""}`;
      lines.push({ chat, message, side, text: say(key, { name: name(chat), n }) });
    }
  }
  return lines;
}

/** Who sees it, and above all who does not. */
function audience(act, name, inGroup) {
  const alone = [...new Set(act.effects.map((e) => e.chat).filter((chat) => !inGroup(chat)))];
  const group = act.effects.some((e) => inGroup(e.chat));
  const names = listed(alone.map(name));
  if (group && alone.length) return say("seen_both", { names });
  if (group) return say("seen_group");
  if (alone.length === 1) return say("seen_one", { names });
  return alone.length ? say("seen_some", { names }) : null;
}

/** Shows the acts in `list`. `go(chat, message)` leads to a chat. */
export function showHappened(list, { acts, name, inGroup, switches, go }) {
  let away = false;
  const items = acts.map((act) => {
    if (act.kind === "away") away = true;
    if (act.kind === "back" || act.kind === "ready") away = false;
    const lines = results(act, name, inGroup);
    const seen = audience(act, name, inGroup);
    const notes = [];
    if (seen) notes.push(seen);
    if (act.refused) notes.push(say("was_refused", { n: act.refused }));
    if (away && switches.away && !lines.length && act.kind !== "away" && act.user !== null) notes.push(say("waits"));
    const time = clockTime(act.at * 1000);
    return {
      act, lines, notes, key: String(act.number), mark: JSON.stringify([current(), time]),
      make: () => el("li", {}, el("p", { className: "deed" }, el("bdi", {}, deed(act, name, inGroup)), " ",
        el("time", { className: "when" }, time)), el("ul")),
    };
  }).reverse();
  reconcile(list, items, () => list.focus({ preventScroll: true }));
  for (const { key, lines, notes } of items) {
    const inner = list.querySelector(`[data-key="${key}"] > ul`);
    reconcile(inner, [
      ...lines.map(({ chat, message, text, side }) => ({
        key: `${side} ${chat} ${text}`, mark: String(message),
        make: () => {
          const link = el("button", { type: "button", className: "link" }, text);
          link.addEventListener("click", () => go(chat, message));
          return el("li", {}, link);
        },
      })),
      ...notes.map((text) => ({ key: text, mark: "", make: () => el("li", { className: "note" }, text) })),
    ], () => list.focus({ preventScroll: true }));
  }
}

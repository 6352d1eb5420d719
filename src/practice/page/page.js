// The practice neighbourhood: who one is, what the two panes show, and what one does. The server tells when something
// changed; the page then asks for what it shows.

import { arrange, showSetting, showTheme, showTroubles } from "/arrange.js";
import { choices, setTime, tick } from "/clock.js";
import { colour, el, initials, reconcile } from "/draw.js";
import { showHappened } from "/happened.js";
import { leads } from "/links.js";
import { Pane } from "/pane.js";
import { about, current, say, speak } from "/words.js";

const $ = (id) => document.getElementById(id);
const page = { me: null, group: null, topic: null, bot: null, state: null, log: null, began: null };
/** Presses that wait for an answer: query id → what to do when it comes. */
const waiting = new Map();
/** Answers that came before the press's own reply did. */
const early = new Map();

// ── Talking to the server ──

async function get(path, query) {
  const answer = await fetch(`${path}?${new URLSearchParams(query)}`, { cache: "no-store" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/** Sends what somebody does. Gives the answer, or null after telling why not. */
async function post(path, body, pane) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      const why = path === "/api/press" ? say("gone") : say("refused", { why: said.error ?? answer.status });
      (pane ?? panes.private).toast(why);
      refresh();
      return null;
    }
    lost(false);
    refresh();
    return said;
  } catch {
    lost(true);
    return null;
  }
}

function lost(is) {
  $("lost").textContent = is ? say("lost") : "";
  $("lost").hidden = !is;
}

/** Speaks to a screen reader without showing anything. */
const hear = (text) => { $("heard").textContent = text; };

// ── What one does ──

const here = { group: () => ({ chat: page.group }), private: () => ({ chat: page.me, bot: page.bot }) };

function acts(side) {
  const where = () => ({ as: page.me, thread: side === "group" ? page.topic : null, ...here[side]() });
  return {
    write: (text, replyTo, key = false) => post("/api/write", { ...where(), text, reply_to: replyTo, key }, panes[side]),
    other: (kind, key = false) => post("/api/other", { ...where(), kind, key }, panes[side]),
    command: (words, from) => post("/api/write", { ...where(), text: side === "group" ? named(words, from) : words }, panes[side]),
    press: (message, button, made) => press(side, where(), message, button, made),
    isOurs: (url) => ours(url) !== null,
    open: (url) => open(url, side),
    more: () => (side === "private" ? privateChoices() : group() ? groupChoices() : []),
    instead: side === "private" ? enterPrivate : () => member(true),
  };
}

/** The first name where nobody else has it, so that all people fit beside each other. */
function short({ name }) {
  const first = name.split(" ")[0];
  const shared = page.state.people.filter((p) => p.name.split(" ")[0] === first).length > 1;
  return shared || !first ? name : first;
}

/** A command that a bot wrote in a group names that bot when it is tapped, as clients do. */
function named(words, from) {
  const to = words.includes("@") ? null : page.state.bots.find((b) => b.id === from.id);
  return to ? `${words}@${to.username}` : words;
}

const person = () => page.state?.people.find((p) => p.id === page.me);
const bot = () => page.state?.bots.find((b) => b.id === page.bot);
const group = () => page.state?.groups.find((g) => g.id === page.group);
const withBot = () => person()?.private.find((p) => p.bot === page.bot) ?? { started: false, blocked: false };

const block = (blocked) => post("/api/block", { as: page.me, bot: page.bot, blocked });
const start = (botId, param) => post("/api/start", { as: page.me, bot: botId, param });
const member = (join) => post("/api/member", { as: page.me, chat: page.group, join }, panes.group);

function enterPrivate() {
  if (withBot().blocked) return block(false);
  return start(page.bot, null);
}

function privateChoices() {
  const { started, blocked } = withBot();
  if (!started) return [{ label: say("start"), run: () => enterPrivate() }];
  return [{ label: blocked ? say("unblock") : say("block", { bot: bot().name }), run: () => block(!blocked) }];
}

function groupChoices() {
  const g = group();
  const act = (role) => () => post("/api/bot", { as: page.me, chat: g.id, bot: page.bot, role }, panes.group);
  const inside = g.members.includes(page.me);
  const choices = [];
  if (inside && bot()) {
    const roles = g.bots.includes(page.bot) ? ["out"] : ["member", "administrator"];
    choices.push(...roles.map((role) => ({ label: say(`bot_${role}`, { bot: bot().name }), run: act(role) })));
  }
  if (inside && g.basic) choices.push({ label: say("upgrade"), run: upgrade });
  return [...choices, { label: say(inside ? "leave" : "join"), run: () => member(!inside) }];
}

async function upgrade() {
  const said = await post("/api/upgrade", { chat: page.group }, panes.group);
  if (said) page.group = said.chat;
}

async function press(side, where, message, button, made) {
  if (button.url) return open(button.url, side);
  if (button.data === null) return panes[side].toast(say("link_elsewhere"));
  made.setAttribute("aria-busy", "true");
  const said = await post("/api/press", { ...where, message: message.id, data: button.data }, panes[side]);
  const done = () => { made.removeAttribute("aria-busy"); };
  if (!said) return done();
  const slow = setTimeout(() => {
    done();
    if (waiting.delete(said.query)) panes[side].toast(say("no_answer"));
  }, 15_000);
  waiting.set(said.query, { side, done: () => { clearTimeout(slow); done(); } });
  if (early.has(said.query)) answered(early.get(said.query));
}

function answered(answer) {
  const wait = waiting.get(answer.query);
  if (!wait) {
    // From another window, or the press's own reply is still on its way.
    if (early.size > 100) early.clear();
    return void early.set(answer.query, answer);
  }
  waiting.delete(answer.query);
  early.delete(answer.query);
  wait.done();
  if (answer.user !== page.me) return;
  if (answer.text && answer.alert) {
    $("alert-text").textContent = answer.text;
    if (!$("alert").open) $("alert").showModal();
  } else if (answer.text) panes[wait.side].toast(answer.text);
  if (answer.url) open(answer.url, wait.side);
}

// ── Links ──

const ours = (url) => leads(url, page.state?.bots ?? []);

async function open(url, side) {
  const to = ours(url);
  if (!to) {
    if (/^https?:/i.test(url) && !/^https?:\/\/(t|telegram)\.me\//i.test(url)) {
      return void window.open(url, "_blank", "noopener,noreferrer");
    }
    return panes[side].toast(say("link_elsewhere"));
  }
  if (to.chat) {
    if (page.state.groups.some((g) => g.id === to.chat)) page.group = to.chat;
    turnTo("group");
    await refresh();
    return panes.group.jump(to.message);
  }
  page.bot = to.bot;
  turnTo("private");
  if (to.param !== null) await start(to.bot, to.param);
  await refresh();
  panes.private.park();
}

/** Brings a pane, or what just happened, to the front where only one fits. */
function turnTo(side) {
  $("app").dataset.pane = side;
  for (const button of document.querySelectorAll("[data-pane-button]")) {
    button.setAttribute("aria-pressed", String(button.dataset.paneButton === side));
  }
  // A log that was out of sight kept no place: it goes to its newest.
  panes[side]?.end();
  show();
}

// ── What was seen ──

const seen = (() => {
  try { return JSON.parse(sessionStorage.getItem("seen")) ?? {}; } catch { return {}; }
})();

function keepSeen() {
  try { sessionStorage.setItem("seen", JSON.stringify(seen)); } catch { /* then everything is new after a reload */ }
}

const visible = (side) => getComputedStyle($(side)).display !== "none";

/** How many messages of bots this person has not looked at. */
const news = (p) => p.private.reduce((sum, one) => sum + Math.max(0, one.count - (seen[`${p.id} ${one.bot}`] ?? 0)), 0);

function look(first) {
  for (const p of page.state.people) {
    for (const one of p.private) {
      const key = `${p.id} ${one.bot}`;
      const looking = p.id === page.me && one.bot === page.bot && visible("private");
      if (looking || (first && seen[key] === undefined)) seen[key] = one.count;
    }
  }
  for (const g of page.state.groups) {
    for (const t of g.topics) {
      const key = `${g.id} ${t.id}`;
      const looking = g.id === page.group && t.id === page.topic && visible("group");
      if (looking || (first && seen[key] === undefined)) seen[key] = t.last;
    }
  }
  if (visible("happened") || (first && seen.happened === undefined)) seen.happened = page.state.happened.at(-1)?.number ?? 0;
  keepSeen();
}

// ── Showing ──

function showPeople() {
  const people = page.state.people;
  const front = $("app").dataset.pane;
  reconcile($("who-list"), people.map((p) => ({
    key: String(p.id),
    mark: JSON.stringify([p.name, short(p), news(p), current()]),
    make: () => {
      const radio = el("input", { type: "radio", name: "who", value: String(p.id) });
      radio.dataset.at = "who";
      radio.addEventListener("change", () => be(p.id));
      return el("label", { title: p.name }, radio,
        el("span", { className: `avatar ${colour(p.id)}`, "aria-hidden": "true" }, initials(p.name)),
        el("span", { className: "who-words" }, el("bdi", { className: "who-name" }, short(p)),
          about(p.name) ? el("span", { className: "who-about" }, el("span", { className: "hidden-text" }, ", "), about(p.name)) : null),
        news(p) ? el("span", { className: "badge" }, String(news(p)), el("span", { className: "hidden-text" }, ` ${say("newer")}`)) : null);
    },
  })));
  for (const radio of $("who-list").querySelectorAll("input")) radio.checked = Number(radio.value) === page.me;
  reconcile($("who-select"), people.map((p) => {
    const name = about(p.name) ? `${short(p)}, ${about(p.name)}` : short(p);
    const text = news(p) ? `${name} (${say("n_new", { n: news(p) })})` : name;
    return { key: String(p.id), mark: text, make: () => el("option", { value: String(p.id) }, text) };
  }));
  $("who-select").value = String(page.me);
  const dots = {
    private: front !== "private" && news(person()) > 0,
    group: front !== "group" && topics().some((t) => t.news),
    happened: front !== "happened" && (page.state.happened.at(-1)?.number ?? 0) > (seen.happened ?? 0),
  };
  for (const button of document.querySelectorAll("[data-pane-button]")) {
    button.querySelector(".dot").hidden = !dots[button.dataset.paneButton];
  }
}

function showActs() {
  const { people, groups, happened, switches } = page.state;
  showHappened($("acts"), {
    acts: happened,
    switches,
    name: (id) => { const p = people.find((one) => one.id === id); return p ? short(p) : ""; },
    inGroup: (chat) => chat < 0,
    go: async (chat, message) => {
      if (chat < 0) {
        if (groups.some((g) => g.id === chat)) page.group = chat;
        turnTo("group");
      } else {
        be(chat);
        turnTo("private");
      }
      await refresh();
      const pane = panes[chat < 0 ? "group" : "private"];
      if (message) pane.jump(message);
      else pane.park();
    },
  });
}

/** The tabs over the group: its topics, and other groups where there are more. */
function topics() {
  const out = [];
  for (const g of page.state.groups) {
    for (const t of g.topics) {
      const name = t.id === null ? (page.state.groups.length > 1 ? g.title : say("main_topic")) : t.name;
      out.push({ key: `${g.id} ${t.id}`, group: g.id, topic: t.id, name, news: t.last > (seen[`${g.id} ${t.id}`] ?? 0) });
    }
  }
  return out;
}

let chats = { group: null, private: null };

function show() {
  const { state } = page;
  const me = person();
  if (!state || !me) return;
  const now = state.now_ms;
  const mark = `${current()} ${page.me}`;
  const g = group();
  const b = bot();
  if (g) {
    panes.group.show({
      key: `${g.id} ${page.topic} ${page.me}`, title: g.title, sub: say("members", { n: g.members.length }),
      moreLabel: say("more_group"), place: say("write", { me: short(me) }),
      label: say("write_group", { me: me.name }),
      tabs: topics(), tab: `${g.id} ${page.topic}`,
      onTab: (key) => {
        const to = topics().find((t) => t.key === key);
        if (to) [page.group, page.topic] = [to.group, to.topic];
        refresh();
      },
      messages: (chats.group?.messages ?? []).filter((m) => !g.forum || m.thread === page.topic),
      commands: chats.group?.commands, keyboard: chats.group?.keyboard, me: page.me, now, mark, avatars: true,
      instead: g.members.includes(page.me) ? null : { text: say("not_member", { me: me.name }), label: say("join") },
    });
  }
  if (b) {
    const at = withBot();
    const instead = at.blocked ? { text: say("blocked", { me: me.name, bot: b.name }), label: say("unblock") }
      : at.started ? null : { text: say("not_started", { me: me.name, bot: b.name }), label: say("start") };
    panes.private.show({
      key: `${b.id} ${page.me}`, title: b.name,
      sub: say("private_sub", { me: short(me) }), about: about(me.name),
      moreLabel: say("more_private"), place: say("write", { me: short(me) }),
      label: say("write_private", { me: me.name, bot: b.name }), tabs: [], tab: null,
      messages: chats.private?.messages ?? [], commands: chats.private?.commands, keyboard: chats.private?.keyboard,
      me: page.me, now, mark, avatars: false, instead,
    });
  }
}

let running = null;
let again = false;

/** Asks for what is shown, once at a time; a call during a run makes one more run. */
function refresh() {
  if (running) {
    again = true;
    return running;
  }
  running = (async () => {
    do {
      again = false;
      await load();
    } while (again);
  })().then(() => lost(false), () => lost(true)).finally(() => { running = null; });
  return running;
}

async function load() {
  const since = page.log === null ? {} : { since: page.log };
  const state = await get("/api/state", since);
  showSetting(state.began === null);
  if (state.began === null) return;
  // Another neighbourhood than the one that was shown: nothing of it was seen before.
  const first = state.began !== page.began;
  if (first && String(state.began) !== seen.began) {
    for (const key of Object.keys(seen)) delete seen[key];
    seen.began = String(state.began);
  }
  page.began = state.began;
  page.state = state;
  page.log = state.log;
  setTime(state.now_ms);
  if (!person()) page.me = state.people[0]?.id ?? null;
  if (!bot()) page.bot = state.bots[0]?.id ?? null;
  if (!group()) [page.group, page.topic] = [state.groups[0]?.id ?? null, null];
  if (!group()?.topics.some((t) => t.id === page.topic)) page.topic = group()?.topics[0]?.id ?? null;
  const [me, groupId, botId] = [page.me, page.group, page.bot];
  if (me === null) return;
  const [inGroup, inPrivate] = await Promise.all([
    groupId === null ? null : get("/api/chat", { as: me, chat: groupId }),
    botId === null ? null : get("/api/chat", { as: me, chat: me, bot: botId }),
  ]);
  // Somebody else was chosen meanwhile: what came is no longer what is shown.
  if (page.me !== me || page.group !== groupId || page.bot !== botId) {
    again = true;
    return;
  }
  chats = { group: inGroup, private: inPrivate };
  look(first);
  show();
  showPeople();
  showActs();
  showTroubles(state.switches, post);
  for (const answer of state.answers) answered(answer);
  for (const refused of state.refused) console.warn(`The Bot API refused ${refused}`);
}

function be(id) {
  if (page.me === id) return;
  page.me = id;
  history.replaceState(null, "", `#${id}`);
  chats = { ...chats, private: null };
  refresh();
}

// ── Beginning ──

const panes = {};
for (const side of ["group", "private"]) panes[side] = new Pane($(side), acts(side));

function language(to) {
  speak(to);
  $("language").textContent = say("other_language");
  $("language").lang = to === "nl" ? "en" : "nl";
  showTheme();
  tick();
  if (!page.state) return;
  show();
  showPeople();
  showActs();
  showTroubles(page.state.switches, post);
}

$("language").addEventListener("click", () => language(current() === "nl" ? "en" : "nl"));
$("skip").addEventListener("click", () => {
  turnTo("private");
  panes.private.park();
});
$("who-select").addEventListener("change", (event) => be(Number(event.target.value)));
for (const button of document.querySelectorAll("[data-pane-button]")) {
  button.addEventListener("click", () => {
    turnTo(button.dataset.paneButton);
    refresh();
  });
}
window.addEventListener("hashchange", () => be(Number(location.hash.slice(1))));

page.me = Number(location.hash.slice(1)) || null;
language(current());
turnTo("private");
refresh();
choices(async (to) => {
  const said = await post("/api/clock", { to });
  if (said?.nothing) panes[$("app").dataset.pane === "group" ? "group" : "private"].toast(say("nothing_planned"));
  return said?.now_ms ?? null;
}, hear, () => {
  const { door, away, refusing } = page.state?.switches ?? {};
  return door && !away && !refusing;
});
arrange({
  post,
  switches: () => page.state?.switches ?? {},
  upgrade: () => (group()?.basic ? upgrade : null),
});

/** Listens while the page is looked at: a browser keeps six connections to one server, and each window takes one. */
let events = null;
function listen() {
  events?.close();
  events = null;
  if (document.hidden) return;
  events = new EventSource("/api/events");
  events.addEventListener("changed", refresh);
  events.addEventListener("error", () => lost(true));
}
document.addEventListener("visibilitychange", listen);
listen();

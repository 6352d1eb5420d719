// Draws messages. Everything that somebody wrote becomes a text node, never markup.

import { clockTime, dayKey, dayName, listed, say } from "/words.js";

/** Makes an element: `el("p", { className: "x" }, "text", child)`. */
export function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (key.includes("-") || key === "role") made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** One of the drawings that index.html holds. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** Makes `parent` hold exactly these items, in order, leaving alone what did not change: focus and screen readers keep
 *  their place. An item is { key, mark, make }: made anew when its mark differs. Where what had the focus is gone, `lost`
 *  finds it another place, near the item that took the other's place or none. */
export function reconcile(parent, items, lost = (near) => near?.closest("[tabindex]")?.focus({ preventScroll: true })) {
  const before = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let previous = null;
  for (const { key, mark, make } of items) {
    let child = before.get(key);
    before.delete(key);
    if (!child || child.dataset.mark !== mark) {
      const made = make();
      made.dataset.key = key;
      made.dataset.mark = mark;
      if (child) {
        const focused = child.contains(document.activeElement) ? document.activeElement.dataset.at ?? "" : undefined;
        child.replaceWith(made);
        if (focused !== undefined) {
          const again = made.querySelector(`[data-at="${CSS.escape(focused)}"]`);
          if (again) again.focus({ preventScroll: true });
          else lost(made);
        }
      }
      child = made;
    }
    const next = previous ? previous.nextSibling : parent.firstChild;
    if (child !== next) parent.insertBefore(child, next);
    previous = child;
  }
  let bereft = false;
  for (const gone of before.values()) {
    bereft ||= gone.contains(document.activeElement);
    gone.remove();
  }
  if (bereft) lost(previous);
}

/** A colour for a person: the same one everywhere. Bots and groups have the page's own. */
export const colour = (id, person = true) => (person ? `c${Math.abs(id) % 8}` : "");

/** The first letters of a name. */
export function initials(name) {
  const parts = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = (word) => [...(word ?? "")][0] ?? "";
  return (first(parts[0]) + (parts.length > 1 ? first(parts.at(-1)) : "")).toUpperCase();
}

const plainTags = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

function follow(url, label, hooks) {
  const link = el("a", { href: "#", className: "link" }, ...label);
  const safe = /^(https?|mailto|tel):/i.test(url);
  if (hooks.isOurs(url) || !safe) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      hooks.open(url);
    });
  } else {
    link.href = url;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  return link;
}

function dress(entity, words, children, hooks) {
  const tag = plainTags[entity.type];
  if (tag) return el(tag, {}, ...children);
  switch (entity.type) {
    case "text_link": return follow(entity.url ?? "", children, hooks);
    case "url": return follow(/^\w+:/.test(words) ? words : `https://${words}`, children, hooks);
    case "email": return follow(`mailto:${words}`, children, hooks);
    case "phone_number": return follow(`tel:${words.replace(/[^+\d]/g, "")}`, children, hooks);
    case "bot_command": {
      const button = el("button", { type: "button", className: "link" }, ...children);
      button.addEventListener("click", () => hooks.command(words, hooks.from));
      return button;
    }
    case "spoiler": {
      const hidden = el("button", { type: "button", className: "spoiler", "aria-label": say("spoiler") }, words);
      hidden.addEventListener("click", () => hidden.replaceWith(el("span", {}, ...children)));
      return hidden;
    }
    default: return el("span", { className: "mention" }, ...children);
  }
}

/** Text with its entities (UTF-16 offsets, as JavaScript counts too) as nodes. Entities that overlap without nesting or
 *  lie outside the text are left out. */
export function dressed(text, entities, hooks) {
  const sorted = [...(entities ?? [])]
    .filter((e) => e.offset >= 0 && e.length > 0 && e.offset + e.length <= text.length)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  let next = 0;
  const nodes = (from, to) => {
    const out = [];
    let at = from;
    while (next < sorted.length && sorted[next].offset < to) {
      const entity = sorted[next++];
      const end = entity.offset + entity.length;
      if (entity.offset < at || end > to) continue;
      if (entity.offset > at) out.push(text.slice(at, entity.offset));
      out.push(dress(entity, text.slice(entity.offset, end), nodes(entity.offset, end), hooks));
      at = end;
    }
    if (at < to) out.push(text.slice(at, to));
    return out;
  };
  return nodes(0, text.length);
}

function keyboard(message, hooks) {
  return el("div", { className: "keyboard" }, ...message.rows.map((row, r) =>
    el("div", { className: "row" }, ...row.map((button, b) => {
      const made = el("button", { type: "button" }, el("span", {}, button.label));
      made.dataset.at = `${r}.${b}`;
      if (button.url) made.append(icon("out"));
      made.addEventListener("click", () => hooks.press(message, button, made));
      return made;
    }))));
}

/** 0:07 */
const lasts = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function attachment({ attachment: kind, media }) {
  if (!kind) return null;
  const address = media ? `/api/file?id=${encodeURIComponent(media.file)}` : "";
  if (kind === "photo" && media) return el("img", { className: "photo", src: address, alt: say("photo_alt"), width: 320, height: 240 });
  if (kind === "voice" && media) {
    return el("p", { className: "voice" }, icon("play"), el("span", { className: "wave", "aria-hidden": "true" }),
      el("span", { className: "hidden-text" }, `${say("voice")}, `), el("span", {}, lasts(media.seconds ?? 0)));
  }
  if (kind === "document" && media) {
    const size = media.bytes === null ? "" : `${Math.max(1, Math.round(media.bytes / 1024))} kB`;
    return el("a", { className: "file", href: address, download: media.name ?? "" }, icon("file"),
      el("span", {}, el("b", {}, media.name ?? say("document")), el("span", { className: "size" }, size)));
  }
  return el("span", { className: `attachment ${kind}` }, say(kind) === kind ? say("unknown") : say(kind));
}

/** Clients hide what a link gave along with /start. */
const shownText = ({ text }) => (/^\/start \S+$/.test(text) ? "/start" : text);

/** What a screen reader says of a message as a whole. */
const spoken = (message, name) => `${name}: ${message.text || say(message.attachment ?? "unknown")}`;

function bubble(message, context) {
  const { me, hooks, byId } = context;
  const own = message.from.id === me;
  const body = el("div", { className: "bubble" });
  const name = own ? say("you") : message.from.name;
  body.append(el("p", { className: own ? "hidden-text" : `name ${colour(message.from.id, !message.from.bot)}` }, el("bdi", {}, name),
    message.from.bot ? el("span", { className: "tag" }, say("bot")) : null));
  if (message.reply_to) {
    const to = byId.get(message.reply_to);
    const quote = to ? `${to.from.name}: ${(to.text ?? "").slice(0, 80)}` : say("deleted_reply");
    const jump = el("button", { type: "button", className: "quote" }, quote);
    jump.addEventListener("click", () => hooks.jump(message.reply_to));
    body.append(jump);
  }
  const attached = attachment(message);
  if (attached) body.append(attached);
  if (message.text) {
    body.append(el("div", { className: "text", dir: "auto" }, ...dressed(shownText(message), message.entities, { ...hooks, from: message.from })));
  }
  const at = message.date * 1000;
  body.append(el("p", { className: "when" }, message.edited ? `${say("edited")} ` : "",
    el("time", { dateTime: new Date(at).toISOString() }, clockTime(at))));
  const label = own ? say("reply_own") : say("reply", { name });
  const answer = el("button", { type: "button", className: "round answer", title: label, "aria-label": label }, icon("reply"));
  answer.dataset.at = "answer";
  // One stop a message would be many: the arrow keys lead to a message, and from there to this.
  answer.tabIndex = -1;
  answer.addEventListener("click", () => hooks.reply(message));
  const made = el("article", { className: `message${own ? " own" : ""}`, tabIndex: -1, "aria-label": spoken(message, name) });
  made.addEventListener("focusin", () => { answer.tabIndex = 0; });
  made.addEventListener("focusout", () => { answer.tabIndex = -1; });
  if (!own && context.avatars) {
    made.append(el("span", { className: `avatar ${colour(message.from.id, !message.from.bot)}`, "aria-hidden": "true" }, initials(message.from.name)));
  }
  made.append(el("div", { className: "stack" }, body, message.rows.length ? keyboard(message, hooks) : null, answer));
  return made;
}

/** What service messages of one kind say: several who joined at once share a line. */
function happened(messages) {
  const [{ service: { kind }, from }] = messages;
  const isolated = (name) => `\u2068${name}\u2069`;
  const about = listed(messages.map((m) => isolated(m.service.about)));
  const key = messages.length > 1 ? `${kind}_many` : kind;
  const text = say(key, { about, by: isolated(from.name) });
  return text === key ? say("something") : text;
}

/** What a log shows: days, service lines and bubbles, as items for [`reconcile`]. */
export function items(messages, context) {
  const out = [];
  let day = "";
  let joining = null;
  for (const message of messages) {
    const at = message.date * 1000;
    if (dayKey(at) !== day) {
      day = dayKey(at);
      const name = dayName(at, context.now);
      out.push({ key: `day ${day}`, mark: name, make: () => el("p", { className: "day" }, el("span", {}, name)) });
    }
    const joins = message.service?.kind === "new_chat_members";
    if (joins && joining && out.at(-1) === joining.item) {
      joining.messages.push(message);
      joining.item.mark += ` ${message.id}`;
      continue;
    }
    const to = message.reply_to ? context.byId.get(message.reply_to)?.text ?? "" : "";
    const together = [message];
    out.push({
      key: `m ${message.id}`,
      mark: JSON.stringify([context.mark, to, message]),
      make: () => (message.service
        ? el("p", { className: "service" }, el("span", {}, happened(together)))
        : bubble(message, context)),
    });
    if (joins) joining = { item: out.at(-1), messages: together };
  }
  return out;
}

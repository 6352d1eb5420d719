// One side of the page: a conversation with its head, its log and the place to write.

import { el, initials, items, reconcile } from "/draw.js";
import { menu } from "/menu.js";
import { say } from "/words.js";

const others = ["sticker", "photo", "voice", "contact", "location", "poll"];

/** A pane in `section`. `act` is what the page does for it: write, press, other, open, more, instead. */
export class Pane {
  constructor(section, act) {
    this.section = section;
    this.act = act;
    this.replyTo = null;
    this.drafts = new Map();
    this.shown = "";
    section.append(document.getElementById("pane").content.cloneNode(true));
    const find = (selector) => section.querySelector(selector);
    this.title = find("h2");
    this.title.id = `${section.id}-title`;
    this.sub = find(".pane-sub");
    this.avatar = find(".avatar");
    this.tabs = find(".tabs");
    this.log = find(".log");
    this.log.setAttribute("aria-labelledby", this.title.id);
    this.toEnd = find(".to-end");
    this.toasts = find(".toasts");
    this.answers = find(".reply-keyboard");
    this.replying = find(".replying");
    this.composer = find(".composer");
    this.field = find("textarea");
    this.instead = find(".instead");
    this.more = find(".more");
    menu(this.more, find(".menu-head"), () => act.more());
    menu(find(".commands"), find(".menu-commands"), () => {
      const list = (this.view?.commands ?? []).map((c) => ({
        label: `/${c.command}`, note: c.description, run: () => act.write(c.sends, null),
      }));
      return list.length ? list : [{ label: say("no_commands") }];
    });
    menu(find(".other"), find(".menu-other"), () => others.map((kind) => ({ key: kind, label: say(kind), run: () => act.other(kind) })));
    this.composer.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.send();
      } else if (event.key === "Escape" && this.replyTo) this.reply(null);
      else if (event.key === "ArrowUp" && !this.field.value) {
        event.preventDefault();
        this.park();
      }
    });
    this.field.addEventListener("input", () => this.grow());
    this.replying.querySelector("button").addEventListener("click", () => this.reply(null));
    find(".skip").addEventListener("click", () => (this.composer.hidden ? this.instead.lastElementChild : this.field).focus());
    this.toEnd.addEventListener("click", () => this.end());
    this.follows = true;
    this.height = 0;
    this.log.addEventListener("scroll", () => {
      // Not somebody who scrolls, but less room: then the observer below decides.
      if (this.log.clientHeight !== this.height) return;
      this.follows = this.atEnd();
      if (this.follows) this.toEnd.hidden = true;
    }, { passive: true });
    // What stands above and below comes and goes: who read the newest goes on reading the newest.
    new ResizeObserver(() => {
      this.height = this.log.clientHeight;
      if (this.follows) this.end();
    }).observe(this.log);
    this.instead.querySelector("button").addEventListener("click", () => act.instead());
    this.log.addEventListener("keydown", (event) => this.keyInLog(event));
    /** The message on which the focus was put when what had it went away: it moves on with the conversation. */
    this.parked = null;
  }

  /** The arrow keys walk from message to message; letters go to where one writes. */
  keyInLog(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const all = [...this.log.querySelectorAll("article")];
      const at = all.findIndex((message) => message.contains(document.activeElement));
      const to = at < 0 ? all.at(-1) : all[at + step];
      if (!to) return;
      event.preventDefault();
      to.focus({ preventScroll: true });
      to.scrollIntoView({ block: "nearest" });
    } else if ([...event.key].length === 1 && event.key !== " " && !this.composer.hidden) this.field.focus();
  }

  /** The newest message, for who has no mouse: from there the next Tab is its first button. */
  park() {
    const last = [...this.log.querySelectorAll("article")].at(-1);
    (last ?? this.log).focus({ preventScroll: true });
    this.parked = last ?? null;
  }

  async send() {
    const text = this.field.value;
    if (!text.trim()) return;
    const reply = this.replyTo;
    this.field.value = "";
    this.grow();
    this.reply(null, false);
    if (!(await this.act.write(text, reply?.id ?? null)) && !this.field.value) {
      this.field.value = text;
      this.grow();
    }
    this.field.focus();
  }

  grow() {
    this.field.style.height = "auto";
    if (this.field.value) this.field.style.height = `${this.field.scrollHeight + 2}px`;
  }

  reply(message, focus = true) {
    this.replyTo = message;
    this.replying.hidden = !message;
    if (message) {
      this.replying.firstElementChild.textContent = say("replying", {
        name: message.from.name, text: (message.text || say(message.attachment ?? "unknown")).slice(0, 80),
      });
    }
    if (focus && !this.composer.hidden) this.field.focus();
  }

  atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
  }

  end() {
    this.log.scrollTop = this.log.scrollHeight;
    this.follows = true;
    this.toEnd.hidden = true;
  }

  jump(id) {
    const found = this.log.querySelector(`[data-key="m ${Number(id)}"]`);
    if (!found) return;
    found.scrollIntoView({ block: "center" });
    if (found.tabIndex === -1) found.focus({ preventScroll: true });
    found.classList.add("found");
    setTimeout(() => found.classList.remove("found"), 2000);
  }

  toast(text) {
    // The same answer once more, as after a double tap, takes the place of the one before.
    for (const old of this.toasts.children) if (old.textContent === text) old.remove();
    const made = el("p", { className: "toast" }, text);
    this.toasts.append(made);
    setTimeout(() => made.remove(), Math.max(5000, text.length * 90));
  }

  /** Shows a conversation. `view`: { key, title, sub, place, label, moreLabel, tabs, tab, onTab, messages, commands,
   *  keyboard, instead, me, now, avatars, mark }. */
  show(view) {
    const other = view.key !== this.shown;
    const follow = other || this.follows;
    const last = this.log.lastElementChild?.dataset.key;
    if (other) {
      this.drafts.set(this.shown, this.field.value);
      this.field.value = this.drafts.get(view.key) ?? "";
      this.reply(null, false);
      this.toasts.replaceChildren();
      this.shown = view.key;
      // A whole conversation is not news: a screen reader hears only what comes from here on.
      this.log.setAttribute("aria-live", "off");
      this.log.replaceChildren();
    }
    this.view = view;
    this.title.textContent = view.title;
    this.sub.replaceChildren(view.sub, view.about ? el("span", { className: "sub-about" }, `: ${view.about}`) : "");
    this.avatar.className = `avatar ${view.colour ?? ""}`;
    this.avatar.textContent = initials(view.title);
    this.more.setAttribute("aria-label", view.moreLabel);
    this.more.title = view.moreLabel;
    this.field.placeholder = view.place;
    this.field.setAttribute("aria-label", view.label);
    const pressed = this.instead.contains(document.activeElement);
    this.composer.hidden = Boolean(view.instead);
    this.instead.hidden = !view.instead;
    if (view.instead) {
      this.instead.firstElementChild.textContent = view.instead.text;
      this.instead.lastElementChild.textContent = view.instead.label;
    }
    this.showTabs(view);
    this.showAnswers(view);
    const hooks = {
      isOurs: (url) => this.act.isOurs(url),
      open: (url) => this.act.open(url),
      command: (words, from) => this.act.command(words, from),
      press: (message, button, made) => this.act.press(message, button, made),
      reply: (message) => this.reply(message),
      jump: (id) => this.jump(id),
    };
    const byId = new Map(view.messages.map((m) => [m.id, m]));
    const list = items(view.messages, { me: view.me, now: view.now, avatars: view.avatars, mark: view.mark, byId, hooks });
    if (!list.length) {
      list.push({ key: "none", mark: view.mark, make: () => el("p", { className: "service" }, el("span", {}, say("no_messages"))) });
    }
    const moves = this.parked !== null && document.activeElement === this.parked;
    // Where the button that was pressed is gone, who has no mouse goes on in the conversation, not at the top of the page.
    let lost = pressed && !view.instead;
    reconcile(this.log, list, () => { lost = true; });
    if (lost || (moves && this.log.lastElementChild?.dataset.key !== last)) this.park();
    if (other) {
      requestAnimationFrame(() => this.log.setAttribute("aria-live", "polite"));
      this.grow();
    }
    if (follow) this.end();
    else if (this.log.lastElementChild?.dataset.key !== last) this.toEnd.hidden = false;
  }

  showTabs({ tabs, tab, onTab }) {
    this.tabs.hidden = tabs.length < 2;
    this.tabs.setAttribute("aria-label", say("topics"));
    reconcile(this.tabs, tabs.map((t) => ({
      key: String(t.key),
      mark: JSON.stringify([t.name, t.news, t.key === tab]),
      make: () => {
        const made = el("button", { type: "button", "aria-pressed": String(t.key === tab) }, t.name,
          t.news ? el("span", { className: "dot" }, el("span", { className: "hidden-text" }, say("newer"))) : null);
        made.dataset.at = "tab";
        made.addEventListener("click", () => onTab(t.key));
        return made;
      },
    })));
  }

  showAnswers({ keyboard, instead }) {
    this.answers.hidden = !keyboard?.length || Boolean(instead);
    reconcile(this.answers, (keyboard ?? []).map((row, at) => ({
      key: String(at),
      mark: JSON.stringify(row),
      make: () => el("div", { className: "row" }, ...row.map((button) => {
        const made = el("button", { type: "button" }, button.label);
        made.addEventListener("click", () => (button.kind === "text" ? this.act.write(button.label, null, true) : this.act.other(button.kind, true)));
        return made;
      })),
    })));
  }
}

// A button that opens a list of choices; the arrow keys move in it, Escape and a click elsewhere close it.

import { el } from "/draw.js";

/** `choices` gives { label, note, run, on, key } at each opening; without `run` a choice is only shown. */
export function menu(button, list, choices) {
  const close = (back) => {
    if (list.hidden) return;
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (back) button.focus();
  };
  button.addEventListener("click", () => {
    if (!list.hidden) return close(true);
    list.replaceChildren(...choices().map(({ label, note, run, on, key }) => {
      const choice = el("button", { type: "button" }, el("b", {}, label), note ? el("span", {}, note) : null);
      if (on !== undefined) choice.setAttribute("aria-pressed", String(on));
      if (key) choice.dataset.choice = key;
      choice.addEventListener("click", () => { close(true); run?.(); });
      choice.disabled = !run;
      return el("li", {}, choice);
    }));
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    list.querySelector("button:enabled")?.focus();
  });
  list.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return close(true);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...list.querySelectorAll("button:enabled")];
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length]?.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!list.contains(event.target) && !button.contains(event.target)) close(false);
  });
  list.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !list.contains(event.relatedTarget) && event.relatedTarget !== button) close(false);
  });
}

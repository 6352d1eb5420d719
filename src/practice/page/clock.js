// The neighbourhood's clock: shown as it runs, and moved on by buttons.

import { clockTime, longDate, say } from "/words.js";

const $ = (id) => document.getElementById(id);
/** What the neighbourhood's clock is ahead of this window's own count, in milliseconds; none before the server told. */
let ahead = null;

/** Shows the time. */
export function tick() {
  if (ahead === null) return;
  const now = performance.now() + ahead;
  const [time, day] = [clockTime(now), longDate(now)];
  $("clock-short").textContent = time;
  $("clock-long").textContent = `${day}, ${time}`;
  $("clock-day").textContent = day;
  for (const id of ["clock-short", "clock-long"]) $(id).dateTime = new Date(now).toISOString();
}

/** The server's time, in milliseconds since 1970. */
export function setTime(now) {
  ahead = now - performance.now();
  tick();
}

/** Makes the buttons work: `move` asks the server and gives the time that it became, or null; `hear` says it aloud. */
export function buttons(move, hear) {
  setInterval(tick, 1000);
  const opener = $("clock-open");
  const isOpen = () => opener.getAttribute("aria-expanded") === "true";
  const open = (is) => {
    opener.setAttribute("aria-expanded", String(is));
    $("clock-moves").classList.toggle("open", is);
  };
  for (const button of document.querySelectorAll("[data-clock]")) {
    button.addEventListener("click", async () => {
      const now = await move(button.dataset.clock);
      if (now === null) return;
      setTime(now);
      hear(say("clock_moved", { time: `${longDate(now)}, ${clockTime(now)}` }));
    });
  }
  opener.addEventListener("click", () => open(!isOpen()));
  document.addEventListener("pointerdown", (event) => { if (!event.target.closest(".clock")) open(false); });
  document.querySelector(".clock").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    open(false);
    opener.focus();
  });
}

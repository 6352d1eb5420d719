// The neighbourhood's clock: shown as it runs, and moved on by choices.

import { menu } from "/menu.js";
import { clockTime, hourOf, longDate, say } from "/words.js";

const $ = (id) => document.getElementById(id);
/** What the neighbourhood's clock is ahead of this window's own count, in milliseconds; none before the server told. */
let ahead = null;

const now = () => performance.now() + ahead;

/** Shows the time. */
export function tick() {
  if (ahead === null) return;
  const [time, day] = [clockTime(now()), longDate(now())];
  if ($("clock-time").textContent !== time) $("clock-time").textContent = time;
  if ($("clock-day").textContent !== `${day}, `) $("clock-day").textContent = `${day}, `;
  $("clock-face").dateTime = new Date(now()).toISOString();
}

/** The server's time, in milliseconds since 1970. */
export function setTime(at) {
  ahead = at - performance.now();
  tick();
}

/** Makes the choices work: `move` asks the server and gives the time that it became, or null; `hear` says it aloud; `plans`
 *  tells whether somebody knows what Stoep has planned. */
export function choices(move, hear, plans) {
  setInterval(tick, 1000);
  const open = $("clock-open");
  const to = (key) => ({
    key,
    label: say(`to_${key}`),
    note: key === "next" ? say("to_next_note") : undefined,
    run: async () => {
      open.setAttribute("aria-busy", "true");
      const at = await move(key);
      open.removeAttribute("aria-busy");
      if (at === null) return;
      setTime(at);
      hear(say("clock_moved", { time: `${longDate(at)}, ${clockTime(at)}` }));
    },
  });
  menu(open, $("clock-moves"), () => {
    const list = ["next", "ten_minutes", "one_hour", "evening", "tomorrow_nine", "one_day", "one_week"];
    return list.filter((key) => (key !== "evening" || hourOf(now()) < 20) && (key !== "next" || plans())).map(to);
  });
}

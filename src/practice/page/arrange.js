// What whoever leads the practice arranges: colours, large letters, what goes wrong on purpose, and starting again.

import { el, reconcile } from "/draw.js";
import { menu } from "/menu.js";
import { current, say } from "/words.js";

const $ = (id) => document.getElementById(id);
const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* then it is chosen again next time */ } };

const root = document.documentElement;
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);

/** The button says what one gets. */
export function showTheme() {
  $("theme").textContent = say(isDark() ? "to_light" : "to_dark");
  $("theme").setAttribute("aria-label", say(isDark() ? "to_light_long" : "to_dark_long"));
}

function setTheme(theme) {
  if (theme) root.dataset.theme = theme;
  showTheme();
}

function setLarge(large) {
  if (large) root.dataset.size = "large";
  else delete root.dataset.size;
}

/** Makes the head's buttons work. `post` asks the server; `switches()` says what is on; `group()` is the group's choices. */
export function arrange({ post, switches, upgrade }) {
  setTheme(kept("theme"));
  setLarge(kept("size") === "large");
  systemDark.addEventListener("change", showTheme);
  $("theme").addEventListener("click", () => {
    const to = isDark() ? "light" : "dark";
    keep("theme", to);
    setTheme(to);
  });
  menu($("tools-open"), $("tools-menu"), () => {
    const { door, away, refusing } = switches();
    const large = root.dataset.size === "large";
    const out = [];
    if (door) {
      out.push({ key: "away", label: say("away_switch"), note: say("away_note"), on: away, run: () => post("/api/away", { away: !away }) });
    }
    out.push({ key: "refusing", label: say("refusing_switch"), note: say("refusing_note"), on: refusing, run: () => post("/api/refusing", { refusing: !refusing }) });
    out.push({ key: "large", label: say("large"), note: say("large_note"), on: large, run: () => { setLarge(!large); keep("size", large ? "" : "large"); } });
    const grows = upgrade();
    if (grows) out.push({ key: "upgrade", label: say("upgrade"), run: grows });
    if (door) out.push({ key: "again", label: say("again"), note: say("again_note"), run: () => $("sure").showModal() });
    return out;
  });
  $("sure").addEventListener("close", () => {
    const yes = $("sure").returnValue === "yes";
    $("sure").returnValue = "";
    if (yes) post("/api/again", {});
  });
}

/** What is wrong on purpose, as long as it is. */
export function showTroubles({ away, waiting, refusing }, post) {
  const one = (key, text, label, run) => ({
    key, mark: JSON.stringify([current(), text]),
    make: () => {
      const button = el("button", { type: "button" }, label);
      button.dataset.at = "end";
      button.addEventListener("click", run);
      return el("p", { className: "trouble" }, el("span", {}, text), button);
    },
  });
  const list = [];
  if (away) {
    const text = waiting ? say(waiting > 1 ? "away_waiting_many" : "away_waiting", { n: waiting }) : say("away_on");
    list.push(one("away", text, say("away_end"), () => post("/api/away", { away: false })));
  }
  if (refusing) list.push(one("refusing", say("refusing_on"), say("refusing_end"), () => post("/api/refusing", { refusing: false })));
  reconcile($("troubles").firstElementChild, list, () => $("tools-open").focus());
}

/** Says that the neighbourhood is being set up again, as long as it is. */
export function showSetting(is) {
  const { open } = $("setting");
  if (is && !open) $("setting").showModal();
  if (!is && open) $("setting").close();
}

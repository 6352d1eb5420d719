// Links that Telegram would follow by itself.

/** A link into this neighbourhood: { bot, param } or { chat, message }; null where it leads elsewhere. */
export function leads(url, bots) {
  let at;
  try { at = new URL(url); } catch { return null; }
  const path = at.pathname.split("/").filter(Boolean);
  const telegram = /^(t|telegram)\.me$/i.test(at.hostname);
  if (telegram && path[0] === "c" && path.length > 2) {
    return { chat: Number(`-100${path[1]}`), message: Number(path.at(-1)) };
  }
  const name = at.protocol === "tg:" ? at.searchParams.get("domain") : telegram ? path[0] : null;
  const found = name && bots.find((b) => b.username.toLowerCase() === name.toLowerCase());
  if (!found || at.searchParams.has("startgroup")) return null;
  return { bot: found.id, param: at.searchParams.get("start") };
}

#!/usr/bin/env bash
# What Stoep costs while nobody writes: memory, and the time from its start to its first words to Telegram.
#
#   benches/idle.sh [STARTS]
#
# Builds Stoep as released, starts a local Bot API server (`stoep practice --without-bot`), and `stoep run` on it: once on a
# new database, then STARTS times (5) on one with 5,000 people and two days of update ids. The time runs from the start of the
# process to its line 'Stoep is running', right before its first getUpdates. Memory is read after 10 quiet seconds.
# Needs bash and python3.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
(cd "$here" && cargo build --release --locked)
exec python3 - "${CARGO_TARGET_DIR:-$here/target}/release/stoep" "${1:-5}" <<'PY'
import os, re, signal, sqlite3, statistics, subprocess, sys, tempfile, threading, time

stoep, starts = sys.argv[1], int(sys.argv[2])

def drain(stream):
    threading.Thread(target=lambda: [None for _ in stream], daemon=True).start()

def run(env, config):
    """Starts the bot; returns it with the milliseconds until it ran."""
    began = time.perf_counter()
    bot = subprocess.Popen([stoep, "run", "--config", config], env=env, stderr=subprocess.PIPE, text=True)
    for line in bot.stderr:
        if "Stoep is running" in line:
            took = (time.perf_counter() - began) * 1000
            drain(bot.stderr)
            return bot, took
    sys.exit("stoep run ended before it ran")

def memory(pid):
    status = open(f"/proc/{pid}/status").read()
    return {k: int(re.search(rf"{k}:\s+(\d+)", status)[1]) / 1024 for k in ("VmRSS", "RssAnon", "VmHWM")}

def stop(process):
    process.send_signal(signal.SIGTERM)
    process.wait(20)

def fill(path):
    db = sqlite3.connect(path)
    count = "with recursive n (i) as (select 1 union all select i + 1 from n where i < {})"
    db.execute(count.format(5000) + " insert into chats (tg_id, kind, reach) select 900000000 + i, 'private', 'open' from n")
    db.execute("insert into people (user_id, chat_id, name) select tg_id, id, 'Buur ' || id from chats")
    db.execute(count.format(100_000) + " insert into seen (update_id, at) select i, unixepoch() - i from n")
    db.commit()
    db.close()

with tempfile.TemporaryDirectory() as folder:
    telegram = subprocess.Popen([stoep, "practice", "--without-bot", "--port", "0"], stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, text=True)
    try:
        env = dict(os.environ)
        for line in telegram.stdout:
            found = re.search(r"TELOXIDE_API_URL=(\S+) TELOXIDE_TOKEN=(\S+)", line)
            if found:
                env["TELOXIDE_API_URL"], env["TELOXIDE_TOKEN"] = found.groups()
                break
        drain(telegram.stdout)
        config = os.path.join(folder, "stoep.toml")
        database = os.path.join(folder, "data", "stoep.sqlite")
        with open(config, "w") as f:
            f.write(f'[data]\ndatabase = "{database}"\nkey = "{folder}/key/stoep.key"\n[http]\nlisten = "off"\n')
        bot, took = run(env, config)
        stop(bot)
        print(f"start on a new database       {took:6.0f} ms")
        fill(database)
        times = []
        for _ in range(starts):
            bot, took = run(env, config)
            times.append(took)
            if len(times) < starts:
                stop(bot)
        print(f"start on an existing database {statistics.median(times):6.0f} ms  (median of {starts}; {min(times):.0f}–{max(times):.0f})")
        time.sleep(10)
        m = memory(bot.pid)
        print(f"memory after 10 idle seconds  {m['VmRSS']:6.1f} MB (VmRSS; {m['RssAnon']:.1f} MB of its own, {m['VmHWM']:.1f} MB at most so far)")
        stop(bot)
    finally:
        telegram.terminate()
PY

#!/usr/bin/env bash
# How many updates a second, beside another bot in the same minutes on the same machine.
#
#   benches/compare.sh RIG [PEER] [ROUNDS] [SECONDS] [USERS]
#
# RIG is a folder with a load rig: target/release/rig (a fake Bot API server with simulated users; it starts the bot that
# --bot-cmd names, and writes its figures to --out as JSON) and peers.tsv (a line a peer: name, command, environment; the
# peers keep their database at $DB_PATH). PEER is a name from that list (teloxide-group). Needs bash, python3, sqlite3.
#
# Stoep and the peer take turns, ROUNDS times (3), SECONDS each (8) with 2 s warm-up, USERS users (500) who each write
# /start as soon as they got their answer. Every run has a fresh database, on the disk that holds RIG/tmp. Stoep runs as it
# always does, every answer on disk before it is sent, but without Telegram's limits: they are for Telegram's server.
# At the end: the ratio of the medians. Compare that, never figures of two machines.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,/^set/p' "$0" | grep '^#' | cut -c3-; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
rig=$(cd "$1" && pwd)
peer=${2:-teloxide-group} rounds=${3:-3} seconds=${4:-8} users=${5:-500}
[ -x "$rig/target/release/rig" ] || { echo "there is no $rig/target/release/rig: build it first" >&2; exit 2; }
line=$(grep -P "^$peer\t" "$rig/peers.tsv") || { echo "$rig/peers.tsv names no $peer" >&2; exit 2; }
IFS=$'\t' read -r _ peer_command peer_env <<<"$line"

(cd "$here" && cargo build --release --locked)
stoep=${CARGO_TARGET_DIR:-$here/target}/release/stoep

mkdir -p "$rig/tmp"
work=$(mktemp -d "$rig/tmp/stoep.XXXXXX")
trap 'rm -rf "$work"' EXIT
cat >"$work/stoep.toml" <<TOML
[data]
database = "$work/data/stoep.sqlite"
key = "$work/key/stoep.key"
[http]
listen = "off"
[limits]
per_chat_per_second = 0
per_group_per_minute = 0
overall_per_second = 0
TOML

drive() { # label, command, environment
  (cd "$rig" && DB_PATH="$work/peer.sqlite" target/release/rig --preset start --users "$users" \
    --duration "$seconds" --warmup 2 --label "$1" --bot-cmd "$2" --env "$3" \
    --bot-log "$work/$1.log" --out "$work/$1.json" --quiet) >/dev/null
}

report() { # label, round
  python3 - "$work/$1.json" "$1" "$2" "$work/figures" <<'PY'
import json, sys
d = json.load(open(sys.argv[1]))
latency = d["latency_ms"] or {}
print(f"{sys.argv[3]:>3}  {sys.argv[2]:<16} {d['updates_per_s']:8.0f} updates/s   p50 {latency.get('p50')} ms  p99 {latency.get('p99')} ms   "
      f"lost {d['lost_replies']}  unanswered {d['unanswered_at_end']}  unexpected {d['unexpected_messages']}  "
      f"memory {d['bot']['vm_hwm_mb']:.0f} MB  steal {d['rig']['machine_steal_share']}")
with open(sys.argv[4], "a") as f:
    f.write(f"{sys.argv[2]}\t{d['updates_per_s']}\t{d['lost_replies'] + d['unanswered_at_end'] + d['unexpected_messages']}\n")
PY
}

check_database() { # what stoep wrote against what the rig saw
  local answered
  answered=$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["total_conversations_all_phases"])' "$work/stoep.json")
  sqlite3 "$work/data/stoep.sqlite" <<SQL
.mode list
.separator '  '
select '     database:',
  (select count(*) from seen) || ' updates for $answered answers'
    || iif((select count(*) from seen) between $answered and $answered + $users, '', ' – DO NOT FIT'),
  (select count(*) from people) || ' people' || iif((select count(*) from people) = $users, '', ' – NOT $users'),
  (select count(*) from outbox) || ' still to send',
  (select count(*) from parked) || ' parked',
  'integrity ' || (select integrity_check from pragma_integrity_check limit 1);
SQL
}

for round in $(seq "$rounds"); do
  rm -rf "$work/data" "$work/key" "$work"/peer.sqlite*
  drive "$peer" "$peer_command" "$peer_env"
  report "$peer" "$round"
  drive stoep "$stoep run --config $work/stoep.toml" "X=1"
  report stoep "$round"
  check_database
done

python3 - "$work/figures" "$peer" <<'PY'
import statistics, sys
rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1])]
of = lambda name: statistics.median(float(r[1]) for r in rows if r[0] == name)
wrong = sum(int(r[2]) for r in rows if r[0] == "stoep")
print(f"\nmedians: stoep {of('stoep'):.0f}, {sys.argv[2]} {of(sys.argv[2]):.0f} updates/s: {of('stoep') / of(sys.argv[2]):.2f} times; "
      f"stoep's lost or unexpected answers: {wrong}")
PY

#!/bin/sh
# Runs Mosquitto, and makes it read its access files again whenever the server has written them: the two are in separate #
# containers, and cannot signal each other.
#   run.sh [folder of passwords and acl] [configuration]
set -u
access=${1:-/access}
configuration=${2:-/mosquitto/config/mosquitto.conf}

# Before the server's first start there are none, and Mosquitto does not start without them.
for file in passwords acl; do [ -e "$access/$file" ] || : > "$access/$file"; done

mosquitto -c "$configuration" &
broker=$!
trap 'kill "$broker"' TERM INT

state() { cat "$access/passwords" "$access/acl" 2>/dev/null | cksum; }
known=$(state)
while kill -0 "$broker" 2>/dev/null; do
  sleep 1 &
  wait $!
  now=$(state)
  if [ "$now" != "$known" ]; then
    known=$now
    kill -HUP "$broker" 2>/dev/null
  fi
done
wait "$broker"

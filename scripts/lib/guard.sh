#!/bin/sh
# Lives a moment longer than the launcher. The launcher writes each process group that it starts to our standard
# input; when that pipe closes without "done", the launcher was killed outright (SIGKILL, out of memory)
# and could end nothing, so we do. Signals from the terminal are not for us.
trap '' HUP INT TERM
groups=""
while read -r verb group; do
  case $verb in
    watch) groups="$groups $group" ;;
    forget)
      kept=""
      for known in $groups; do [ "$known" = "$group" ] || kept="$kept $known"; done
      groups=$kept
      ;;
    done) exit 0 ;;
  esac
done

for group in $groups; do kill -s TERM -- "-$group" 2>/dev/null; done
tries=0
while [ $tries -lt 50 ]; do
  alive=""
  for group in $groups; do kill -s 0 -- "-$group" 2>/dev/null && alive="$alive $group"; done
  [ -z "$alive" ] && exit 0
  sleep 0.1
  tries=$((tries + 1))
done
for group in $alive; do kill -s KILL -- "-$group" 2>/dev/null; done

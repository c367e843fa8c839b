#!/bin/sh
# Run as root: apt-install.sh "package…" "service…"
# Installs Debian packages without letting them run as system services: PandaFab starts private #
# copies, and a system-wide Mosquitto or Redis would take their ports at the next boot.
set -e
packages=$1
services=$2
policy=/usr/sbin/policy-rc.d

# The documented way to forbid a package to start its service (invoke-rc.d(8)); an existing policy stays.
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
  trap 'exit 130' HUP INT TERM
fi

export DEBIAN_FRONTEND=noninteractive
# One broken third-party source must not stop us: if a package is really not available, the install says so.
apt-get update || true
# Ubuntu, and Debian before version 12, have the whole browser only.
if ! apt-cache show chromium-headless-shell >/dev/null 2>&1; then
  packages=$(printf '%s' "$packages" | sed 's/chromium-headless-shell/chromium/')
fi
# shellcheck disable=SC2086 -- lists of names, split on purpose
apt-get install --yes --no-install-recommends $packages </dev/null

for service in $services; do
  if command -v systemctl >/dev/null 2>&1; then systemctl disable --quiet "$service" >/dev/null 2>&1 || true; fi
done

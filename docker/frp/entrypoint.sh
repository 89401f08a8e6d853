#!/bin/sh
# Writes frpc's configuration from variables and starts it. A studio without a key is never shown to the world.
set -eu
here=$(dirname "$0")
config=${FRPC_CONFIG:-/tmp/frpc.toml}

refuse() {
  echo "frpc is not started: $1" >&2
  exit 78
}

test -n "${STUDIO_KEY:-}" || refuse 'STUDIO_KEY is not set, so anybody who finds the address could use the studio.'
test "${#STUDIO_KEY}" -ge 16 || refuse 'STUDIO_KEY is short enough to be guessed: 16 characters or more (openssl rand -hex 24).'
test -n "${FRP_SERVER_ADDR:-}" || refuse 'FRP_SERVER_ADDR is not set: the address of your frps.'
test -n "${FRP_TOKEN:-}" || refuse 'FRP_TOKEN is not set: the token of your frps.'
if test -n "${FRP_DOMAIN:-}"; then kind=http; else kind=tcp; fi
if test "$kind" = tcp && test -z "${FRP_REMOTE_PORT:-}"; then
  refuse 'set FRP_DOMAIN (a name that leads to your frps) or FRP_REMOTE_PORT (a port of it).'
fi
for value in "$FRP_SERVER_ADDR" "$FRP_TOKEN" "${FRP_SERVER_PORT:-}" "${FRP_DOMAIN:-}" "${FRP_REMOTE_PORT:-}"; do
  case $value in
    *[\"\\\|\&]* | *"
"*) refuse 'a variable holds a quotation mark, a backslash, a bar, an ampersand or a line break.' ;;
  esac
done

umask 077
sed \
  -e "s|@SERVER_ADDR@|$FRP_SERVER_ADDR|" \
  -e "s|@SERVER_PORT@|${FRP_SERVER_PORT:-7000}|" \
  -e "s|@TOKEN@|$FRP_TOKEN|" \
  -e "s|@DOMAIN@|${FRP_DOMAIN:-}|" \
  -e "s|@REMOTE_PORT@|${FRP_REMOTE_PORT:-}|" \
  "$here/frpc.common.toml" "$here/frpc.$kind.toml" > "$config"
exec "${FRPC:-frpc}" -c "$config"

#!/bin/sh
# Build step of the tts image, in the stage that is thrown away: what CosyVoice's packages are built with.
set -eu
apt-get update
apt-get install -y --no-install-recommends git build-essential
rm -rf /var/lib/apt/lists/*

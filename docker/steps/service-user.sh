#!/bin/sh
# Build step of the inference images: the user they run as. 1000 is the number of the user of the studio's images, so
# that volumes they share belong to both.
set -eu
groupadd --gid 1000 studio
useradd --uid 1000 --gid 1000 --create-home studio
install -d -o studio -g studio /models /voices /run/gpu

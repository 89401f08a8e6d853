#!/bin/sh
# Build step of the inference images: python-install.sh NAME installs inference/requirements/NAME.txt.
# PIP_INDEX_URL and the like come through build arguments where a mirror is needed.
set -eu
exec python -m pip install --no-cache-dir --disable-pip-version-check --root-user-action=ignore \
  -r "inference/requirements/$1.txt"

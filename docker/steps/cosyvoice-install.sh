#!/bin/sh
# Build step of the tts image: CosyVoice at its pinned commit into $1, its packages into the environment $2.
# It has no package on PyPI, and its packages are those of 2024: an environment of its own on Python 3.10.
set -eu
checkout=$1
environment=$2
here=$(dirname "$0")
repository=${COSYVOICE_REPOSITORY:-https://github.com/FunAudioLLM/CosyVoice.git}
commit=$(sed -n 's/^COMMIT = "\([0-9a-f]*\)"$/\1/p' inference/src/storytovideo_inference/tts/backends/cosyvoice.py)
test "${#commit}" -eq 40 || { echo "no commit of CosyVoice is named in its backend" >&2; exit 1; }

git init --quiet "$checkout"
git -C "$checkout" fetch --quiet --depth 1 "$repository" "$commit"
git -C "$checkout" checkout --quiet --detach FETCH_HEAD
test "$(git -C "$checkout" rev-parse HEAD)" = "$commit"
# The commit names the submodule's own commit.
git -C "$checkout" submodule update --quiet --init --depth 1 third_party/Matcha-TTS

python -m venv "$environment"
pip() { "$environment/bin/python" -m pip --disable-pip-version-check "$@"; }
pip install --no-cache-dir --quiet 'pip==25.3' 'setuptools==80.9.0' 'wheel==0.45.1' 'Cython==3.1.4'
python "$here/cosyvoice_requirements.py" < "$checkout/requirements.txt" > "$environment/cosyvoice.txt"
# Old source packages ask for a part of setuptools that newer ones lack.
echo 'setuptools==80.9.0' > "$environment/build.txt"
pip install --no-cache-dir --build-constraint "$environment/build.txt" \
  -c inference/requirements/constraints-cosyvoice.txt \
  -r "$environment/cosyvoice.txt" -r inference/requirements/tts-cosyvoice.txt
rm -rf "$checkout/.git" "$checkout/asset"

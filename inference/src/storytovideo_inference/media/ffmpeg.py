"""The one place that starts ffmpeg: raw bytes in by pipe, whatever it makes out by pipe or file."""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from ..errors import InferenceFailed

# A clip of a hundred frames takes seconds; whatever takes longer hangs.
_TIMEOUT_S = 300.0


def find_ffmpeg(configured: Path | None = None) -> str:
    """FFMPEG_PATH, else the system's, else the one inside the wheel `imageio-ffmpeg`. ValueError says what to do."""
    if configured is not None:
        if not configured.is_file():
            raise ValueError(f"FFMPEG_PATH is {configured}, where no file is")
        return str(configured)
    found = shutil.which("ffmpeg")
    if found is not None:
        return found
    if importlib.util.find_spec("imageio_ffmpeg") is not None:
        return str(importlib.import_module("imageio_ffmpeg").get_ffmpeg_exe())
    raise ValueError("there is no ffmpeg: install it, set FFMPEG_PATH, or pip install imageio-ffmpeg")


def run_ffmpeg(binary: str, args: Sequence[str], stdin: bytes) -> bytes:
    """Its standard output. Never through a shell, never with text from a request among the arguments."""
    command = [binary, "-hide_banner", "-nostdin", "-v", "error", "-y", *args]
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=_TIMEOUT_S, check=False)
    except subprocess.TimeoutExpired as error:
        raise InferenceFailed(f"ffmpeg did not end within {_TIMEOUT_S:.0f} s.") from error
    if done.returncode != 0:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise InferenceFailed(f"ffmpeg failed: {last[0] if last else done.returncode}")
    return done.stdout

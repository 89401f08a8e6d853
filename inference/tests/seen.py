"""What an eye would tell of a clip."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from storytovideo_inference.media.ffmpeg import find_ffmpeg

_STREAM = re.compile(r"Video: (\w+).*?, (yuv\w+)[^,]*(?:\([^)]*\))?[^,]*, .*?(\d+)x(\d+).*?, ([\d.]+) fps")


@dataclass(frozen=True)
class Seen:
    codec: str
    pixels: str
    width: int
    height: int
    fps: float
    frames: np.ndarray[Any, Any]


def see(data: bytes, folder: Path) -> Seen:
    """Decodes every frame; a word of complaint from the decoder fails."""
    path = folder / "seen.mp4"
    path.write_bytes(data)
    told = subprocess.run([find_ffmpeg(), "-hide_banner", "-i", str(path)], capture_output=True, check=False)
    stream = _STREAM.search(told.stderr.decode())
    assert stream is not None, told.stderr.decode()
    codec, pixels, width, height, fps = stream.groups()
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]
    # Without -r every decoded frame comes out once, and none twice.
    command = [find_ffmpeg(), "-v", "error", "-i", str(path), "-fps_mode", "passthrough", *raw]
    decoded = subprocess.run(command, capture_output=True, check=True)
    assert decoded.stderr == b""
    frames = np.frombuffer(decoded.stdout, np.uint8).reshape(-1, int(height), int(width), 3)
    return Seen(codec, pixels, int(width), int(height), float(fps), frames)


def is_fast_start(data: bytes) -> bool:
    return data.index(b"moov") < data.index(b"mdat")

"""What one kind of clip model is like: pipeline, habits and limits as data. A new family is one file beside this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Family:
    name: str
    # Models known to be of it; others name their family in FAMILY.
    models: tuple[str, ...]
    # The class in diffusers.
    pipeline: str
    width: int
    height: int
    num_frames: int
    fps: int
    steps: int
    max_steps: int
    min_frames: int = 2
    # Frames decoded at once where nobody asks; the largest divisor of the frames that is not above it is taken.
    decode_at_once: int = 8
    min_side: int = 64
    max_side: int = 1024
    multiple: int = 64
    max_pixels: int = 1024 * 576
    max_fps: int = 30
    max_segments: int = 4
    # Given to every call; what a pipeline does not know is left out.
    arguments: Mapping[str, Any] = field(default_factory=dict)

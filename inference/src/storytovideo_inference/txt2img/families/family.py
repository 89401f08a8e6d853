"""What one kind of picture model is like: its habits and limits as data. A new family is one file beside this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Row = tuple[float, float, float]


@dataclass(frozen=True)
class LatentColours:
    """A linear guess of red, green and blue (0 to 255) from the channels of a latent, for previews."""

    channels: tuple[Row, ...]
    base: Row


@dataclass(frozen=True)
class Family:
    name: str
    # Models known to be of it; others name their family in FAMILY.
    models: tuple[str, ...]
    width: int
    height: int
    steps: int
    max_steps: int
    guidance: float = 0.0
    takes_guidance: bool = False
    takes_negative: bool = False
    takes_reference: bool = True
    min_side: int = 64
    max_side: int = 1536
    multiple: int = 8
    max_pixels: int = 1024 * 1024
    prompt_chars: int = 4000
    # None: latents of a shape that is no picture, so no previews.
    colours: LatentColours | None = None
    # Given to every call; what a pipeline does not know is left out.
    arguments: Mapping[str, Any] = field(default_factory=dict)

from __future__ import annotations

from pydantic import Field

from ..settings import Settings


class ImageSettings(Settings):
    model: str = "stabilityai/sd-turbo"
    port: int = Field(default=8101, ge=0, le=65535)
    # Of which family a model is that no family names.
    family: str | None = None
    # How many pictures one call may ask for, and how many are computed together.
    max_batch: int = Field(default=8, ge=1, le=64)
    # Below the family's own limit, where a card is small.
    max_pixels: int | None = Field(default=None, ge=64 * 64)

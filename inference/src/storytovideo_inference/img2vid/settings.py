from __future__ import annotations

from pathlib import Path

from pydantic import Field

from ..settings import Settings


class VideoSettings(Settings):
    model: str = "stabilityai/stable-video-diffusion-img2vid"
    port: int = Field(default=8102, ge=0, le=65535)
    # Of which family a model is that no family names.
    family: str | None = None
    # Below the family's own limit, where a card is small.
    max_pixels: int | None = Field(default=None, ge=64 * 64)
    ffmpeg_path: Path | None = None
    # Finished clips wait to be fetched: so many at most, and so long.
    keep_videos: int = Field(default=64, ge=1, le=10_000)
    keep_videos_s: float = Field(default=3600.0, gt=0)

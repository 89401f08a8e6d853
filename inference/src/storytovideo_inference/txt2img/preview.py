"""A picture as it forms, small enough to be told to every browser at every step."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import torch
from PIL import Image

from .families.family import LatentColours

_MAX_SIDE = 96
# In base64 and as a data URL it stays below 4 kB.
_MAX_BYTES = 2900


def draw_previews(latents: Any, colours: LatentColours) -> list[bytes | None]:
    """A JPEG for each item of the batch; None where there is nothing to see yet."""
    weights = torch.tensor(colours.channels, dtype=torch.float32)
    values = latents.detach().to("cpu", torch.float32)
    if values.ndim != 4 or values.shape[1] != weights.shape[0]:
        return [None] * values.shape[0]
    pixels = torch.einsum("bchw,cr->bhwr", values, weights) + torch.tensor(colours.base)
    if not torch.isfinite(pixels).all():
        return [None] * values.shape[0]
    return [_encode(array) for array in pixels.clamp(0, 255).to(torch.uint8).numpy()]


def _encode(array: np.ndarray[Any, Any]) -> bytes | None:
    picture = Image.fromarray(array)
    picture.thumbnail((_MAX_SIDE, _MAX_SIDE), Image.Resampling.BILINEAR)
    for quality in (75, 50, 30, 15):
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=quality)
        if file.tell() <= _MAX_BYTES:
            return file.getvalue()
    return None

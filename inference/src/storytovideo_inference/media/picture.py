"""A picture from outside: three formats, a limit on what it unfolds to, and nothing of it but its pixels."""

from __future__ import annotations

import io

from PIL import Image, ImageOps

from ..errors import Unprocessable

_FORMATS = ("PNG", "JPEG", "WEBP")
# A picture of a few bytes can unfold to gigabytes.
_MAX_PIXELS = 50_000_000


def read_picture(data: bytes, width: int, height: int, *, param: str) -> Image.Image:
    """Upright, RGB, cut at its longer side to the wanted shape and resized: a model would squeeze it instead."""
    try:
        picture = Image.open(io.BytesIO(data), formats=_FORMATS)
        if picture.width * picture.height > _MAX_PIXELS:
            raise Unprocessable(f"{param} has more than {_MAX_PIXELS} pixels", param=param)
        return ImageOps.fit(_flatten(ImageOps.exif_transpose(picture)), (width, height), Image.Resampling.LANCZOS)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unprocessable(f"{param} is no picture that can be read", param=param) from error


def _flatten(picture: Image.Image) -> Image.Image:
    """What shows through a transparent picture is white, as on a page."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")

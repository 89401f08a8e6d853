"""The picture that img2img starts from: decoded with limits, fitted to the size that is drawn."""

from __future__ import annotations

import base64
import binascii
import io

from PIL import Image, ImageOps

from ..errors import Unprocessable

_FORMATS = ("PNG", "JPEG", "WEBP")
# A picture of a few bytes can unfold to gigabytes.
_MAX_PIXELS = 50_000_000


def read_reference(text: str, width: int, height: int) -> Image.Image:
    """From base64, with or without a data URL's head."""
    try:
        data = base64.b64decode(text.partition(",")[2] if text.startswith("data:") else text, validate=True)
        picture = Image.open(io.BytesIO(data), formats=_FORMATS)
        if picture.width * picture.height > _MAX_PIXELS:
            raise Unprocessable(f"reference_image has more than {_MAX_PIXELS} pixels", param="reference_image")
        upright = ImageOps.exif_transpose(picture)
        return ImageOps.fit(upright.convert("RGB"), (width, height), Image.Resampling.LANCZOS)
    except (binascii.Error, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unprocessable("reference_image is no picture that can be read", param="reference_image") from error

"""Every family there is; a new one is a file here and a name in this list."""

from __future__ import annotations

from .sd_turbo import SD_TURBO
from .sdxl_turbo import SDXL_TURBO

FAMILIES = (SD_TURBO, SDXL_TURBO)

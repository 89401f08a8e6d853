"""Seeds: which ones are taken, and one for whoever named none."""

from __future__ import annotations

import secrets

# What a JSON number carries exactly.
MAX_SEED = 2**53 - 1
# Chosen seeds are short enough to be read out.
_CHOSEN = 2**31


def choose_seed(asked: int | None) -> int:
    return secrets.randbelow(_CHOSEN) if asked is None else asked

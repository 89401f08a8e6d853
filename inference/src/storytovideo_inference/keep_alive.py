"""How long an idle model stays loaded, in Ollama's syntax: "5m", "1h30m", 300 (seconds), 0 at once, below 0 always."""

from __future__ import annotations

import re

_UNITS = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0}
_PART = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)")


def parse_keep_alive(value: object) -> float | None:
    """Seconds, or None for ever. Durations are Go's, as Ollama takes them."""
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return None if value < 0 else float(value)
    text = str(value).strip()
    try:
        return parse_keep_alive(float(text))
    except ValueError:
        pass
    sign, rest = (-1, text[1:]) if text.startswith("-") else (1, text)
    parts = _PART.findall(rest)
    if not parts or "".join(number + unit for number, unit in parts) != rest:
        raise ValueError('must be a duration such as "5m", seconds such as 300, 0, or -1 for ever')
    return parse_keep_alive(sign * sum(float(number) * _UNITS[unit] for number, unit in parts))

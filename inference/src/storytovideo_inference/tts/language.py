"""Which language a line is in, as far as its script tells."""

from __future__ import annotations

import unicodedata


def can_be_spoken(text: str) -> bool:
    """Punctuation and emoji alone make no sound, and a voice given nothing but those answers with nothing."""
    return any(unicodedata.category(letter)[0] in "LN" for letter in text)


def guess_language(text: str) -> str | None:
    """By script: kana before hanzi, since Japanese has both. None where the script is shared by many languages."""
    found: set[str] = set()
    for letter in text:
        code = ord(letter)
        if 0x3040 <= code <= 0x30FF:
            return "ja"
        if 0xAC00 <= code <= 0xD7A3:
            found.add("ko")
        elif 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF:
            found.add("zh")
        elif 0x0400 <= code <= 0x04FF:
            found.add("ru")
    return next((language for language in ("ko", "zh", "ru") if language in found), None)

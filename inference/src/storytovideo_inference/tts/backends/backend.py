"""What every backend of the speech service offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from ...media.sound import Sound
from ...runtime.device import Device
from ...runtime.model import ModelCard


@dataclass(frozen=True)
class Voice:
    id: str
    name: str
    # ISO 639-1, the best one first.
    languages: tuple[str, ...]
    gender: Literal["female", "male"] | None = None


@dataclass(frozen=True)
class Line:
    """What is to be spoken, with all choices made."""

    text: str
    voice: str
    speed: float
    seed: int
    instructions: str | None = None


class Speaker(Protocol):
    """A loaded backend; lives on the worker thread."""

    def speak(self, line: Line, check: Callable[[], None]) -> Sound:
        """The whole line. `check` is called between its parts and raises when nobody wants it any more."""

    def close(self) -> None: ...


class Backend(Protocol):
    def card(self) -> ModelCard: ...

    def missing(self) -> str | None: ...

    def load(self, device: Device) -> Speaker: ...

    def voices(self) -> list[Voice]:
        """Known without loading anything."""


def choose_voice(voices: list[Voice], default: str, language: str | None) -> str:
    """The default voice where it speaks the language best, else the first that does, else the first that can."""
    if language is None:
        return default
    wanted = language.split("-")[0].lower()
    ordered = sorted(voices, key=lambda voice: voice.id != default)
    for voice in ordered:
        if voice.languages[:1] == (wanted,):
            return voice.id
    return next((voice.id for voice in ordered if wanted in voice.languages), default)

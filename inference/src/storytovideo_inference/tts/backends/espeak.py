"""eSpeak NG: a real voice on any processor. Always a process of its own: what it says would otherwise depend on what it
said before, a hung call can be killed, and its licence (GPL) stays with it."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...errors import InferenceFailed
from ...media.sound import Sound, decode_wav, stretch
from ...runtime.device import Device
from ...runtime.model import ModelCard
from .backend import Line, Voice

# eSpeak's own pace; it takes 80 to 450 words a minute and quietly ignores what lies outside.
_WORDS_A_MINUTE = 175
_SLOWEST, _FASTEST = 80, 450
_TIMEOUT_S = 120.0
_POLL_S = 0.02
_CHILD = Path(__file__).with_name("espeak_child.py")


@dataclass(frozen=True)
class _Dialect:
    espeak: str
    language: str
    name: str
    # Variants of the voice: the plain one is a man's.
    female: str = "f3"


_DIALECTS = {
    "en": _Dialect("en-us", "en", "English"),
    "en-gb": _Dialect("en", "en", "British English"),
    "zh": _Dialect("cmn", "zh", "普通话", female="f2"),
    "yue": _Dialect("yue", "yue", "粤语", female="f2"),
    "ko": _Dialect("ko", "ko", "한국어"),
    "es": _Dialect("es", "es", "Español"),
    "fr": _Dialect("fr", "fr", "Français"),
    "de": _Dialect("de", "de", "Deutsch"),
    "it": _Dialect("it", "it", "Italiano"),
    "pt": _Dialect("pt-br", "pt", "Português"),
    "ru": _Dialect("ru", "ru", "Русский"),
}


def espeak_voices() -> dict[str, tuple[Voice, str]]:
    """By our id: the voice and eSpeak's name for it."""
    made: dict[str, tuple[Voice, str]] = {}
    for key, dialect in _DIALECTS.items():
        languages = (dialect.language,)
        female = Voice(f"{key}-female", f"{dialect.name} ♀", languages, "female")
        male = Voice(f"{key}-male", f"{dialect.name} ♂", languages, "male")
        made[female.id] = (female, f"{dialect.espeak}+{dialect.female}")
        made[male.id] = (male, dialect.espeak)
    return made


@dataclass(frozen=True)
class Espeak:
    """Where it is: a binary, or the shared library inside the wheel `espeakng-loader`."""

    command: tuple[str, ...]
    version: str


def find_espeak(configured: Path | None) -> Espeak | None:
    """ESPEAK_PATH, else the wheel (its version is pinned, so its voice is always the same), else the system's."""
    if configured is not None:
        return _by_binary(str(configured)) if configured.is_file() else None
    if importlib.util.find_spec("espeakng_loader") is not None:
        command = (sys.executable, "-I", str(_CHILD))
        return Espeak(command, _ask_version((*command, "--version")))
    found = shutil.which("espeak-ng")
    return None if found is None else _by_binary(found)


def _by_binary(path: str) -> Espeak:
    return Espeak((path, "--stdin", "-b", "1", "--stdout"), _ask_version((path, "--version")))


def _ask_version(command: tuple[str, ...]) -> str:
    """Such as 1.52.0, out of "eSpeak NG text-to-speech: 1.52.0  Data at: /usr/share"."""
    done = subprocess.run(command, capture_output=True, timeout=_TIMEOUT_S, check=False)
    words = done.stdout.decode(errors="replace").replace(":", " ").split()
    version = next((word for word in words if word[0].isdigit() and "." in word), None)
    if done.returncode != 0 or version is None:
        raise ValueError(f"{command[0]} does not say which eSpeak NG it is")
    return version


class EspeakBackend:
    def __init__(self, *, ffmpeg: str, configured: Path | None = None) -> None:
        self._ffmpeg = ffmpeg
        self._configured = configured
        self._espeak = find_espeak(configured)

    def card(self) -> ModelCard:
        return ModelCard(
            id="espeak-ng",
            kind="speech",
            family="espeak",
            owned_by="espeak-ng",
            revision=self._espeak.version if self._espeak else "missing",
            capabilities={"voices": True, "speed": True, "instructions": False, "language": True},
            defaults={"voice": "en-female", "sample_rate": 22050},
            limits={"input_chars": 4000, "min_speed": 0.25, "max_speed": 4},
            dtype="int16",
        )

    def missing(self) -> str | None:
        if self._espeak is not None:
            return None
        if self._configured is not None:
            return f"ESPEAK_PATH is {self._configured}, where no file is."
        return "There is no eSpeak NG: install espeak-ng, set ESPEAK_PATH, or pip install espeakng-loader."

    def voices(self) -> list[Voice]:
        return [voice for voice, _ in espeak_voices().values()]

    def load(self, device: Device) -> EspeakSpeaker:
        if self._espeak is None:
            raise InferenceFailed(self.missing() or "eSpeak NG is missing.")
        return EspeakSpeaker(self._espeak, self._ffmpeg)


class EspeakSpeaker:
    def __init__(self, espeak: Espeak, ffmpeg: str) -> None:
        self._espeak = espeak
        self._ffmpeg = ffmpeg

    def speak(self, line: Line, check: Callable[[], None]) -> Sound:
        pace = _WORDS_A_MINUTE * line.speed
        spoken = min(max(pace, _SLOWEST), _FASTEST)
        _, name = espeak_voices()[line.voice]
        command = [*self._espeak.command, "-v", name, "-s", str(round(spoken))]
        sound = decode_wav(_run(command, line.text.encode(), check))
        # What eSpeak itself cannot reach, the sound is stretched to.
        return stretch(sound, pace / round(spoken), self._ffmpeg)

    def close(self) -> None:
        return


def _run(command: list[str], text: bytes, check: Callable[[], None]) -> bytes:
    """Its standard output; killed as soon as `check` raises."""
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until = time.monotonic() + _TIMEOUT_S
    given: bytes | None = text
    try:
        while True:
            try:
                out, err = child.communicate(given, timeout=_POLL_S)
                break
            except subprocess.TimeoutExpired:
                given = None
                check()
                if time.monotonic() > until:
                    raise InferenceFailed(f"eSpeak NG did not end within {_TIMEOUT_S:.0f} s.") from None
    finally:
        if child.poll() is None:
            child.kill()
            child.communicate()
    if child.returncode != 0:
        raise InferenceFailed(f"eSpeak NG failed: {err.decode(errors='replace').strip()[-200:] or child.returncode}")
    return out

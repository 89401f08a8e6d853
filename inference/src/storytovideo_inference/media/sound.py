"""Speech as samples, and as the bytes that a client asked for."""

from __future__ import annotations

import array
import io
import math
import sys
import wave
from dataclasses import dataclass
from typing import Literal

from ..errors import InferenceFailed
from .ffmpeg import run_ffmpeg

Format = Literal["wav", "mp3", "pcm"]
MEDIA_TYPES: dict[Format, str] = {"wav": "audio/wav", "mp3": "audio/mpeg", "pcm": "audio/pcm"}

# Below these no one hears speech: -46 dBFS at the loudest, -60 dBFS on the whole.
_LEAST_PEAK = 0.005
_LEAST_RMS = 0.001
_LEAST_S = 0.05


@dataclass(frozen=True)
class Sound:
    """One channel, 16 bits, little-endian."""

    pcm: bytes
    rate: int

    @property
    def seconds(self) -> float:
        return len(self.pcm) / 2 / self.rate


def require_speech(sound: Sound) -> Sound:
    """An engine that fails quietly gives silence, and silence must never pass for speech."""
    samples = array.array("h", sound.pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    if sound.seconds < _LEAST_S:
        raise InferenceFailed(f"The voice spoke for {sound.seconds * 1000:.0f} ms only.")
    peak = max(max(samples), -min(samples)) / 32768
    rms = math.sqrt(sum(value * value for value in samples) / len(samples)) / 32768
    if peak < _LEAST_PEAK or rms < _LEAST_RMS:
        raise InferenceFailed("The voice produced silence instead of speech.")
    return sound


def encode(sound: Sound, kind: Format, binary: str) -> bytes:
    if kind == "pcm":
        return sound.pcm
    if kind == "wav":
        return encode_wav(sound)
    return run_ffmpeg(binary, [*_raw(sound.rate), "-c:a", "libmp3lame", "-q:a", "2", "-f", "mp3", "pipe:1"], sound.pcm)


def encode_wav(sound: Sound) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(sound.rate)
        file.writeframes(sound.pcm)
    return out.getvalue()


def decode_wav(data: bytes) -> Sound:
    """One channel of 16 bits is all that a backend may hand over; a length in the header is not trusted."""
    with wave.open(io.BytesIO(data)) as file:
        if file.getnchannels() != 1 or file.getsampwidth() != 2:
            raise InferenceFailed("The voice did not answer with one channel of 16 bits.")
        return Sound(file.readframes(len(data) // 2), file.getframerate())


def stretch_args(factor: float) -> str:
    """Filters that speak `factor` times as fast at the same pitch; an old ffmpeg's atempo goes from 0.5 to 2."""
    parts: list[float] = []
    while factor > 2.0 or factor < 0.5:
        parts.append(2.0 if factor > 2.0 else 0.5)
        factor /= parts[-1]
    return ",".join(f"atempo={part:.6f}" for part in [*parts, factor])


def stretch(sound: Sound, factor: float, binary: str) -> Sound:
    if abs(factor - 1) < 1e-6:
        return sound
    out = ["-af", stretch_args(factor), "-f", "s16le", "-ar", str(sound.rate), "-ac", "1", "pipe:1"]
    return Sound(run_ffmpeg(binary, [*_raw(sound.rate), *out], sound.pcm), sound.rate)


def _raw(rate: int) -> list[str]:
    return ["-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "pipe:0"]

"""What the environment may say to the speech service, beside what it may say to every service."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from ..settings import Settings


class SpeechSettings(Settings):
    port: int = 8103
    # For cosyvoice: CosyVoice-300M-SFT or CosyVoice2-0.5B. espeak has one model only.
    model: str = "CosyVoice-300M-SFT"
    tts_backend: Literal["cosyvoice", "espeak"] = "cosyvoice"
    espeak_path: Path | None = None
    ffmpeg_path: Path | None = None
    # A checkout of CosyVoice with its submodule.
    cosyvoice_path: Path | None = None
    # NAME.wav and NAME.txt: the voices of CosyVoice2.
    voices_dir: Path | None = None

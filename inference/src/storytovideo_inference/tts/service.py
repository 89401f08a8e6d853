"""The speech service put together."""

from __future__ import annotations

from ..media.ffmpeg import find_ffmpeg
from ..web.app import Service
from .backends.backend import Backend, Speaker
from .backends.cosyvoice import CosyVoiceBackend
from .backends.espeak import EspeakBackend
from .routes import speech_routes
from .settings import SpeechSettings


def make_service(settings: SpeechSettings | None = None) -> Service[Speaker]:
    settings = settings or SpeechSettings()
    ffmpeg = find_ffmpeg(settings.ffmpeg_path)
    backend = _backend(settings, ffmpeg)
    return Service("tts", settings, backend, lambda runtime: speech_routes(runtime, backend, ffmpeg))


def _backend(settings: SpeechSettings, ffmpeg: str) -> Backend:
    if settings.tts_backend == "espeak":
        return EspeakBackend(ffmpeg=ffmpeg, configured=settings.espeak_path)
    return CosyVoiceBackend(
        settings.model,
        model_dir=settings.model_dir,
        revision=settings.model_revision,
        checkout=settings.cosyvoice_path,
        voices_dir=settings.voices_dir,
        # CosyVoice's own default; half precision only where it was asked for.
        half=settings.dtype == "float16",
    )

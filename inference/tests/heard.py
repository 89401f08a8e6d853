"""What an ear would tell of an answer of the speech service."""

from __future__ import annotations

import array
import io
import subprocess
import wave

from storytovideo_inference.media.ffmpeg import find_ffmpeg


def wav_samples(data: bytes) -> tuple[int, array.array[int]]:
    """Rate and samples of a WAV whose header says just what follows it."""
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        frames = file.readframes(file.getnframes())
        assert len(frames) == file.getnframes() * 2
        assert len(data) == 44 + len(frames)
        return file.getframerate(), array.array("h", frames)


def mp3_seconds(data: bytes, rate: int) -> float:
    command = [find_ffmpeg(), "-v", "error", "-i", "pipe:0", "-f", "s16le", "-ac", "1", "-ar", str(rate), "pipe:1"]
    decoded = subprocess.run(command, input=data, capture_output=True, check=True)
    assert decoded.stderr == b""
    return len(decoded.stdout) / 2 / rate


def loud_parts(samples: array.array[int], rate: int, window_s: float = 0.05) -> int:
    """How many windows are louder than a whisper."""
    step = int(rate * window_s)
    return sum(max(map(abs, samples[at : at + step])) > 1000 for at in range(0, len(samples) - step, step))

"""The child that has eSpeak NG's library to itself: text in, WAV out, with the options of the `espeak-ng` binary that
the service uses. Imports nothing of the service."""

from __future__ import annotations

import argparse
import ctypes
import sys
import wave
from pathlib import Path

import espeakng_loader

# From espeak-ng/speak_lib.h.
_AUDIO_OUTPUT_SYNCHRONOUS = 2
_CHARS_UTF8 = 1
_RATE = 1
_BUFFER_MS = 200


def main() -> int:
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--version", action="store_true")
    parser.add_argument("-v", dest="voice", default="en-us")
    parser.add_argument("-s", dest="words_a_minute", type=int, default=175)
    asked = parser.parse_args()
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_Info.restype = ctypes.c_char_p
    data = Path(espeakng_loader.get_data_path()).parent
    rate = library.espeak_Initialize(_AUDIO_OUTPUT_SYNCHRONOUS, _BUFFER_MS, str(data).encode(), 0)
    if rate <= 0:
        print("the data of eSpeak NG was not found", file=sys.stderr)
        return 1
    if asked.version:
        print(library.espeak_Info(None).decode())
        return 0
    return speak(library, rate, asked.voice, asked.words_a_minute)


def speak(library: ctypes.CDLL, rate: int, voice: str, words_a_minute: int) -> int:
    parts: list[bytes] = []

    def collect(samples: int | None, count: int, events: int | None) -> int:
        if samples and count > 0:
            parts.append(ctypes.string_at(samples, count * 2))
        return 0

    callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(collect)
    library.espeak_SetSynthCallback(callback)
    if library.espeak_SetVoiceByName(voice.encode()) != 0:
        print(f"there is no voice {voice}", file=sys.stderr)
        return 1
    library.espeak_SetParameter(_RATE, words_a_minute, 0)
    text = sys.stdin.buffer.read()
    if library.espeak_Synth(text, ctypes.c_size_t(len(text) + 1), 0, 0, 0, _CHARS_UTF8, None, None) != 0:
        print("the text was not spoken", file=sys.stderr)
        return 1
    with wave.open(sys.stdout.buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        # Known before the first byte, since a pipe cannot be written back to.
        file.setnframes(sum(map(len, parts)) // 2)
        file.writeframesraw(b"".join(parts))
    return 0


if __name__ == "__main__":
    sys.exit(main())

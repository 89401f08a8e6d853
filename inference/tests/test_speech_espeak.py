"""The speech service with eSpeak NG, run for real."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest

from conftest import serve
from heard import loud_parts, mp3_seconds, wav_samples
from storytovideo_inference.errors import Cancelled, InferenceFailed
from storytovideo_inference.media.sound import Sound, require_speech, stretch_args
from storytovideo_inference.tts.backends.backend import Line
from storytovideo_inference.tts.backends.espeak import EspeakBackend, espeak_voices
from storytovideo_inference.tts.service import make_service
from storytovideo_inference.tts.settings import SpeechSettings
from storytovideo_inference.web.app import create_app


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with serve(create_app(make_service(SpeechSettings(tts_backend="espeak", device="cpu")))) as client:
        yield client


def speak(client: httpx.Client, text: str, **more: object) -> httpx.Response:
    return client.post("/v1/audio/speech", json={"input": text, "response_format": "wav", **more})


@pytest.mark.parametrize(("text", "voice"), [("The lighthouse lit up.", "en-female"), ("海边的灯塔亮了。", "zh-male")])
def test_it_speaks_english_and_mandarin_and_says_what_it_did(client: httpx.Client, text: str, voice: str) -> None:
    answer = speak(client, text, voice=voice, seed=3)
    assert answer.status_code == 200, answer.text
    rate, samples = wav_samples(answer.content)
    assert answer.headers["content-type"] == "audio/wav"
    assert answer.headers["x-sample-rate"] == str(rate) == "22050"
    assert float(answer.headers["x-audio-duration"]) == pytest.approx(len(samples) / rate, abs=0.001)
    assert answer.headers["x-model"] == "espeak-ng"
    assert answer.headers["x-seed"] == "3"
    assert unquote(answer.headers["x-voice"]) == voice
    assert 1.0 < len(samples) / rate < 4.0
    assert loud_parts(samples, rate) > 10


def test_a_longer_line_takes_longer_to_say(client: httpx.Client) -> None:
    short = float(speak(client, "灯塔亮了。", voice="zh-female").headers["x-audio-duration"])
    long = float(speak(client, "灯塔亮了。" * 4, voice="zh-female").headers["x-audio-duration"])
    assert long > 3 * short


def test_the_same_line_is_the_same_bytes_whatever_was_said_before(client: httpx.Client) -> None:
    first = speak(client, "The keeper climbs the stairs.", voice="en-male").content
    speak(client, "Something else altogether!", voice="en-female", speed=1.7)
    assert speak(client, "The keeper climbs the stairs.", voice="en-male").content == first


@pytest.mark.parametrize("speed", [0.25, 0.5, 2.0, 4.0])
def test_speed_changes_the_length_all_the_way(client: httpx.Client, speed: float) -> None:
    text = "The keeper lit the lamp and waited for the storm to pass over the sea."
    plain = float(speak(client, text, voice="en-male").headers["x-audio-duration"])
    changed = float(speak(client, text, voice="en-male", speed=speed).headers["x-audio-duration"])
    assert changed == pytest.approx(plain / speed, rel=0.12)


def test_mp3_decodes_to_the_length_it_says(client: httpx.Client) -> None:
    answer = client.post("/v1/audio/speech", json={"input": "The lighthouse lit up.", "voice": "en-female"})
    assert answer.headers["content-type"] == "audio/mpeg"
    seconds = mp3_seconds(answer.content, 22050)
    assert seconds == pytest.approx(float(answer.headers["x-audio-duration"]), abs=0.1)


def test_pcm_is_the_samples_of_the_wav(client: httpx.Client) -> None:
    wav = speak(client, "Good night.", voice="en-male").content
    pcm = client.post("/v1/audio/speech", json={"input": "Good night.", "voice": "en-male", "response_format": "pcm"})
    assert pcm.headers["content-type"] == "audio/pcm"
    assert pcm.content == wav[44:]


@pytest.mark.parametrize(
    ("asked", "voice"),
    [({}, "en-female"), ({"language": "zh-CN"}, "zh-female"), ({"language": "fr"}, "fr-female")],
)
def test_without_a_voice_the_language_chooses(client: httpx.Client, asked: dict[str, str], voice: str) -> None:
    assert speak(client, "Paris 1900", **asked).headers["x-voice"] == voice


def test_without_a_language_the_script_chooses(client: httpx.Client) -> None:
    assert speak(client, "海边的灯塔").headers["x-voice"] == "zh-female"
    assert speak(client, "Привет").headers["x-voice"] == "ru-female"


def test_every_voice_of_the_list_speaks(client: httpx.Client) -> None:
    listed = client.get("/v1/audio/voices").json()["voices"]
    assert {voice["id"] for voice in listed} == set(espeak_voices())
    assert {"en", "zh"} <= {language for voice in listed for language in voice["languages"]}
    for voice in listed:
        answer = speak(client, "1900", voice=voice["id"])
        assert answer.status_code == 200, (voice, answer.text)


@pytest.mark.parametrize(
    ("body", "status", "code", "param"),
    [
        ({"input": ""}, 400, "invalid", "input"),
        ({"input": "。 … !"}, 422, "unprocessable", "input"),
        ({"input": "x" * 4001}, 400, "invalid", "input"),
        ({"input": "x", "voice": "nobody"}, 400, "invalid", "voice"),
        ({"input": "x", "speed": 4.1}, 400, "invalid", "speed"),
        ({"input": "x", "speed": 0.2}, 400, "invalid", "speed"),
        ({"input": "x", "response_format": "flac"}, 400, "invalid", "response_format"),
        ({"input": "x", "instructions": "whisper"}, 400, "invalid", "instructions"),
        ({"input": "x", "model": "another"}, 404, "not_found", "model"),
    ],
)
def test_a_wrong_wish_is_refused_by_name(
    client: httpx.Client, body: dict[str, object], status: int, code: str, param: str
) -> None:
    answer = client.post("/v1/audio/speech", json=body)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["param"]) == (status, code, param)


def test_silence_and_a_click_are_errors_not_speech() -> None:
    for pcm in (b"", bytes(22050 * 2), bytes(100)):
        with pytest.raises(InferenceFailed):
            require_speech(Sound(pcm, 22050))


def test_the_model_says_what_it_is(client: httpx.Client) -> None:
    (model,) = client.get("/v1/models").json()["data"]
    assert (model["id"], model["kind"], model["family"]) == ("espeak-ng", "speech", "espeak")
    assert model["revision"].startswith("1.")
    assert model["device"] == "cpu"
    assert client.get("/readyz").status_code == 200


def test_a_path_without_an_espeak_is_said_by_readyz(tmp_path: Path) -> None:
    settings = SpeechSettings(tts_backend="espeak", device="cpu", espeak_path=tmp_path / "none")
    with serve(create_app(make_service(settings))) as client:
        ready = client.get("/readyz")
        assert (ready.status_code, ready.json()["status"]) == (503, "model_missing")
        assert "ESPEAK_PATH" in ready.json()["reason"]
        answer = speak(client, "x")
        assert (answer.status_code, answer.json()["error"]["code"]) == (503, "model_not_found")


def test_a_binary_of_the_system_is_driven_by_the_same_words(tmp_path: Path) -> None:
    """A stand-in with the binary's own options: what it is given is what `espeak-ng` understands."""
    binary = tmp_path / "espeak-ng"
    real = EspeakBackend(ffmpeg="ffmpeg")._espeak
    assert real is not None
    python, *rest = real.command
    binary.write_text(
        "#!/bin/sh\n"
        'if [ "$1" = --version ]; then echo "eSpeak NG text-to-speech: 1.52.0  Data at: /usr/share"; exit; fi\n'
        'test "$1 $2 $3 $4" = "--stdin -b 1 --stdout" || exit 9\nshift 4\n'
        f'exec {python} {" ".join(rest)} "$@"\n'
    )
    binary.chmod(0o755)
    backend = EspeakBackend(ffmpeg="ffmpeg", configured=binary)
    assert backend.card().revision == "1.52.0"
    line = Line("Good night.", "en-male", 1.0, 0)
    by_wheel = EspeakBackend(ffmpeg="ffmpeg").load(None).speak(line, lambda: None)  # type: ignore[arg-type]
    assert backend.load(None).speak(line, lambda: None) == by_wheel  # type: ignore[arg-type]


def test_a_cancelled_line_kills_the_child(tmp_path: Path) -> None:
    binary = tmp_path / "espeak-ng"
    binary.write_text(
        f'#!/bin/sh\n[ "$1" = --version ] && echo 1.0 && exit\necho $$ > {tmp_path}/pid\nexec sleep 600\n'
    )
    binary.chmod(0o755)
    speaker = EspeakBackend(ffmpeg="ffmpeg", configured=binary).load(None)  # type: ignore[arg-type]

    def check() -> None:
        if (tmp_path / "pid").exists() and (tmp_path / "pid").read_text().strip():
            raise Cancelled()

    with pytest.raises(Cancelled):
        speaker.speak(Line("x", "en-male", 1.0, 0), check)
    assert not Path(f"/proc/{(tmp_path / 'pid').read_text().strip()}").exists()


def test_stretching_keeps_within_what_old_ffmpegs_know() -> None:
    assert stretch_args(0.25) == "atempo=0.500000,atempo=0.500000"
    assert stretch_args(3.0) == "atempo=2.000000,atempo=1.500000"

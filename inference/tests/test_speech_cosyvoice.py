"""The CosyVoice adapter, against a fake with exactly the pinned commit's signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
import torch

import fake_cosyvoice
from conftest import serve
from fake_cosyvoice import CosyVoice
from heard import loud_parts, wav_samples
from storytovideo_inference.media.sound import Sound, encode_wav
from storytovideo_inference.tts.service import make_service
from storytovideo_inference.tts.settings import SpeechSettings
from storytovideo_inference.web.app import create_app

THREE = "灯塔亮了。海很静。船回来了。"
Start = Callable[..., tuple[httpx.Client, list[CosyVoice]]]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    with ExitStack() as stack:

        def begin(model: str = "CosyVoice-300M-SFT", voices: dict[str, str] | None = None) -> object:
            config = "cosyvoice2.yaml" if "2" in model else "cosyvoice.yaml"
            (tmp_path / "models" / model).mkdir(parents=True)
            (tmp_path / "models" / model / config).write_text("sample_rate: 22050\n")
            for name, text in (voices or {}).items():
                (tmp_path / f"{name}.wav").write_bytes(encode_wav(Sound(bytes(32000), 16000)))
                (tmp_path / f"{name}.txt").write_text(text)
            made = fake_cosyvoice.install(monkeypatch)
            settings = SpeechSettings(
                model=model, model_dir=tmp_path / "models", voices_dir=tmp_path, device="cpu", model_revision="abc123"
            )
            return stack.enter_context(serve(create_app(make_service(settings)))), made

        yield begin  # type: ignore[misc]


def speak(client: httpx.Client, text: str, **more: object) -> httpx.Response:
    return client.post("/v1/audio/speech", json={"input": text, "response_format": "wav", **more})


def test_all_chunks_are_joined(start: Start) -> None:
    client, made = start()
    answer = speak(client, THREE, voice="中文女", speed=1.0)
    rate, samples = wav_samples(answer.content)
    assert rate == 22050
    assert len(samples) == 3 * 11025
    assert loud_parts(samples, rate) > 25
    assert made[0].calls == [("sft", THREE, "中文女", False, 1.0)]
    assert unquote(answer.headers["x-voice"]) == "中文女"
    assert answer.headers["x-voice"].isascii()


def test_speed_reaches_the_model(start: Start) -> None:
    client, _ = start()
    assert float(speak(client, THREE, speed=2).headers["x-audio-duration"]) == pytest.approx(0.75, abs=0.001)


def test_a_seed_repeats_and_another_does_not(start: Start) -> None:
    client, _ = start()
    first, again, other = (speak(client, THREE, seed=seed).content for seed in (5, 5, 6))
    assert first == again != other


def test_the_alias_and_the_presets(start: Start) -> None:
    client, _ = start()
    assert speak(client, THREE, model="cosyvoice-mini").headers["x-model"] == "CosyVoice-300M-SFT"
    voices = client.get("/v1/audio/voices").json()["voices"]
    assert [voice["id"] for voice in voices][:4] == ["中文女", "中文男", "英文女", "英文男"]
    assert unquote(speak(client, "Good night.", language="en").headers["x-voice"]) == "英文女"
    (model,) = client.get("/v1/models").json()["data"]
    assert (model["aliases"], model["revision"], model["loaded"]) == (["cosyvoice-mini"], "abc123", True)
    assert model["defaults"] == {"voice": "中文女", "sample_rate": 22050}


@pytest.mark.parametrize("level", [0.0, float("nan")])
def test_silence_is_an_error_and_the_next_call_works(start: Start, level: float) -> None:
    client, made = start()
    assert speak(client, THREE).status_code == 200
    made[0].level = level
    answer = speak(client, THREE)
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "inference_failed")
    made[0].level = 0.5
    assert speak(client, THREE).status_code == 200


def test_a_model_that_yields_nothing_is_an_error(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    client, _ = start()
    monkeypatch.setattr(CosyVoice, "_tones", lambda *args: iter(()))
    assert speak(client, THREE).json()["error"]["code"] == "inference_failed"


def test_another_commit_is_refused_when_it_is_loaded(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    client, _ = start()
    monkeypatch.setattr(CosyVoice, "inference_sft", lambda self, tts_text, spk_id, stream=False: iter(()))
    error = speak(client, THREE).json()["error"]
    assert error["code"] == "model_not_found"
    assert "inference_sft has no speed" in error["message"]


def test_weights_without_a_config_are_missing(tmp_path: Path) -> None:
    settings = SpeechSettings(model_dir=tmp_path, device="cpu")
    with serve(create_app(make_service(settings))) as client:
        assert client.get("/readyz").json()["status"] == "model_missing"
        assert "fetch-models" in client.get("/readyz").json()["reason"]


def test_a_machine_without_cosyvoice_says_what_to_do(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    client, _ = start()
    monkeypatch.delitem(__import__("sys").modules, "cosyvoice.cli.cosyvoice")
    error = speak(client, THREE).json()["error"]
    assert "COSYVOICE_PATH" in error["message"]


def test_cosyvoice2_speaks_with_a_recording_and_its_words(start: Start, tmp_path: Path) -> None:
    client, made = start("CosyVoice2-0.5B", {"keeper": "希望你以后能够做的比我还好呦。"})
    assert [voice["id"] for voice in client.get("/v1/audio/voices").json()["voices"]] == ["keeper"]
    answer = speak(client, THREE, voice="keeper")
    assert answer.headers["x-sample-rate"] == "24000"
    assert made[0].calls == [("zero_shot", THREE, "", "", "keeper", False, 1.0)]
    assert made[0].spk2info["keeper"] == {"prompt_text": "希望你以后能够做的比我还好呦。"}


def test_cosyvoice2_takes_instructions_with_the_recording_itself(start: Start, tmp_path: Path) -> None:
    client, made = start("CosyVoice2-0.5B", {"keeper": "希望你以后能够做的比我还好呦。"})
    assert speak(client, THREE, instructions="用四川话说这句话").status_code == 200
    recording = str(tmp_path / "keeper.wav")
    assert made[0].calls == [("instruct2", THREE, "用四川话说这句话<|endofprompt|>", recording, "", False, 1.0)]


def test_cosyvoice2_without_a_voice_is_not_ready(start: Start, tmp_path: Path) -> None:
    (tmp_path / "half.wav").write_bytes(encode_wav(Sound(bytes(32000), 16000)))
    client, _ = start("CosyVoice2-0.5B")
    ready = client.get("/readyz").json()
    assert ready["status"] == "model_missing"
    assert "NAME.txt" in ready["reason"]


def test_half_precision_is_only_for_a_card_and_only_when_asked(start: Start) -> None:
    client, made = start()
    speak(client, THREE)
    assert made[0].fp16 is False
    assert torch.get_default_dtype() == torch.float32

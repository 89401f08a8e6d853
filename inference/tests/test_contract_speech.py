"""The examples of the speech service, parsed by the models that its routes use."""

from __future__ import annotations

import json
from typing import Any

from conftest import CONTRACT
from storytovideo_inference.tts.backends.cosyvoice import _PRESETS
from storytovideo_inference.tts.request import SpeechRequest, VoiceList
from storytovideo_inference.web.models import ModelList


def read(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((CONTRACT / f"{name}.json").read_text())
    return loaded


def test_the_request_is_understood_field_by_field() -> None:
    example = read("speech")["request"]
    assert SpeechRequest.model_validate(example).model_dump(exclude_unset=True) == example


def test_the_voices_are_those_we_answer_with() -> None:
    example = read("speech")["voices"]
    assert VoiceList.model_validate(example).model_dump() == example
    ours = {voice.id: voice for voice in _PRESETS}
    for voice in example["voices"]:
        assert list(ours[voice["id"]].languages) == voice["languages"]


def test_the_model_entry_has_every_field() -> None:
    example = read("models")["speech"]
    assert ModelList.model_validate(example).model_dump() == example

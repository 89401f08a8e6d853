"""The examples of the clip service, parsed by the models that its routes use."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from conftest import CONTRACT
from storytovideo_inference.diffusion.family import choose_family
from storytovideo_inference.img2vid.families import FAMILIES
from storytovideo_inference.img2vid.model import VideoModel
from storytovideo_inference.img2vid.order import Limits, make_order
from storytovideo_inference.img2vid.schema import CreateFields, DeletedVideo, Video, VideoEvent
from storytovideo_inference.img2vid.settings import VideoSettings
from storytovideo_inference.web.models import ModelList


def read(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((CONTRACT / f"{name}.json").read_text())
    return loaded


VIDEOS = read("videos")


def test_the_form_is_understood_field_by_field() -> None:
    example = VIDEOS["create_fields"]
    fields = CreateFields.model_validate(example)
    assert fields.extra_params.model_dump() == json.loads(example["extra_params"])
    family = choose_family(FAMILIES, example["model"], None)
    order = make_order(fields, Limits(family, family.max_pixels))
    for name, value in (("width", order.width), ("num_frames", order.num_frames), ("seed", order.seed)):
        assert str(value) == example[name]
    assert order.decode_chunk_size == 7


@pytest.mark.parametrize("name", ["queued", "in_progress", "completed", "failed"])
def test_a_video_says_what_the_example_says(name: str) -> None:
    example = VIDEOS[name]
    assert Video.model_validate(example).body() == example


def test_every_event_is_one_of_ours() -> None:
    events = TypeAdapter(list[VideoEvent]).validate_python(VIDEOS["events"])
    assert [event.model_dump() for event in events] == VIDEOS["events"]


def test_what_was_deleted() -> None:
    assert DeletedVideo.model_validate(VIDEOS["deleted"]).model_dump() == VIDEOS["deleted"]


def test_the_model_entry_is_what_the_service_says() -> None:
    (example,) = read("models")["videos"]["data"]
    assert ModelList.model_validate(read("models")["videos"]).model_dump()["data"][0] == {"aliases": [], **example}
    card = VideoModel(VideoSettings(model=example["id"])).card()
    assert card.capabilities == example["capabilities"]
    assert card.defaults == example["defaults"]
    assert card.limits == example["limits"]

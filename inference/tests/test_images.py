"""The picture service on tiny models, loaded by the very path that loads the real ones."""

from __future__ import annotations

import base64
import io
import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
import torch
from PIL import Image
from pydantic import TypeAdapter

from conftest import CONTRACT, serve
from storytovideo_inference.errors import InferenceFailed
from storytovideo_inference.runtime.device import CpuDevice
from storytovideo_inference.txt2img.model import ImageModel
from storytovideo_inference.txt2img.order import Order, Picture, order_of_batch
from storytovideo_inference.txt2img.preview import draw_previews
from storytovideo_inference.txt2img.schema import BatchEvent, BatchRequest, GenerationAnswer, GenerationRequest
from storytovideo_inference.txt2img.service import make_service
from storytovideo_inference.txt2img.session import ImageRung, OnStep, to_picture
from storytovideo_inference.txt2img.settings import ImageSettings
from storytovideo_inference.web.app import create_app
from tiny_models import make_tiny

GENERATIONS = json.loads((CONTRACT / "images-generations.json").read_text())
BATCH = json.loads((CONTRACT / "images-batch.json").read_text())
EVENT: TypeAdapter[BatchEvent] = TypeAdapter(BatchEvent)
WORDS = {"prompt": "a lighthouse on a cliff at night", "size": "64x64", "seed": 7}


def generate(client: httpx.Client, **fields: Any) -> GenerationAnswer:
    answer = client.post("/v1/images/generations", json={**WORDS, **fields})
    assert answer.status_code == 200, answer.text
    return GenerationAnswer.model_validate(answer.json())


def draw_batch(client: httpx.Client, items: list[dict[str, Any]], **fields: Any) -> list[dict[str, Any]]:
    answer = client.post("/v1/images/batch", json={"items": items, "size": "64x64", **fields})
    assert answer.status_code == 200, answer.text
    events = [json.loads(line) for line in answer.text.splitlines()]
    for event in events:
        EVENT.validate_python(event)
    return events


def pixels(b64: str) -> np.ndarray[Any, Any]:
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(b64)))).astype(int)


def farthest(one: str, other: str) -> int:
    """How far two pictures are apart at the pixel that differs most, of 255."""
    return int(np.abs(pixels(one) - pixels(other)).max())


# Kernels are chosen by the batch's size, on some processors too: the last bit of a sum may differ, and with it a level.
ROUNDING = 2


def as_reference(colour: str, size: tuple[int, int] = (90, 60)) -> str:
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


def test_requests_and_answers_are_those_of_the_contract() -> None:
    for name in ("request", "request_with_reference"):
        parsed = GenerationRequest.model_validate(GENERATIONS[name]).model_dump()
        assert parsed.items() >= GENERATIONS[name].items()
    answer = GenerationAnswer.model_validate(GENERATIONS["response"]).model_dump(exclude_none=True)
    assert answer == GENERATIONS["response"]
    request = BatchRequest.model_validate(BATCH["request"]).model_dump()
    assert [item["id"] for item in request["items"]] == [item["id"] for item in BATCH["request"]["items"]]
    for event in BATCH["events"]:
        assert EVENT.validate_python(event).model_dump().items() >= event.items()


def test_a_picture_comes_with_what_it_was_made_with(images: httpx.Client) -> None:
    answer = images.post("/v1/images/generations", json={**WORDS, "num_inference_steps": 3})
    made = GenerationAnswer.model_validate(answer.json()).data[0]
    assert (made.seed, made.steps, made.width, made.height) == (7, 3, 64, 64)
    assert (made.model, made.rung) == ("stabilityai/sd-turbo", "batch-1")
    assert pixels(made.b64_json).shape == (64, 64, 3)
    assert set(answer.headers) >= {name.lower() for name in GENERATIONS["response_headers"]}
    assert (answer.headers["X-Seed"], answer.headers["X-Model"]) == ("7", "stabilityai/sd-turbo")


def test_the_same_seed_gives_the_same_picture_and_another_another(images: httpx.Client) -> None:
    first, again = generate(images).data[0], generate(images).data[0]
    assert first.b64_json == again.b64_json
    assert generate(images, seed=8).data[0].b64_json != first.b64_json


def test_the_prompt_changes_the_picture(images: httpx.Client) -> None:
    other = generate(images, prompt="a zebra in a kitchen").data[0]
    assert np.abs(pixels(other.b64_json) - pixels(generate(images).data[0].b64_json)).mean() > 0.3


def test_a_seed_nobody_chose_is_told_and_makes_the_same_again(images: httpx.Client) -> None:
    chosen = generate(images, seed=None).data[0]
    assert generate(images, seed=chosen.seed).data[0].b64_json == chosen.b64_json
    assert generate(images, seed=None).data[0].seed != chosen.seed


def test_several_of_one_prompt_have_seeds_of_their_own(images: httpx.Client) -> None:
    made = generate(images, n=3).data
    assert [picture.seed for picture in made] == [7, 8, 9]
    assert farthest(made[2].b64_json, generate(images, seed=9).data[0].b64_json) <= ROUNDING


def test_a_batch_gives_the_pictures_of_single_calls(images: httpx.Client) -> None:
    prompts = {"a": ("a lighthouse", 7), "b": ("a boat in fog", 9), "c": ("a gull", 7)}
    events = draw_batch(images, [{"id": id, "prompt": p, "seed": s} for id, (p, s) in prompts.items()])
    drawn = {event["item"]: event for event in events if event["event"] == "item"}
    assert list(drawn) == ["a", "b", "c"]
    for id, (prompt, seed) in prompts.items():
        single = generate(images, prompt=prompt, seed=seed).data[0]
        assert farthest(drawn[id]["b64_json"], single.b64_json) <= ROUNDING
        assert drawn[id]["rung"] == "batch-3"


def test_a_batch_tells_every_step_of_every_item(images: httpx.Client) -> None:
    events = draw_batch(images, [{"id": "a", "prompt": "x"}, {"id": "b", "prompt": "y"}], num_inference_steps=4)
    assert events[0] == {"event": "accepted", "items": 2, "model": "stabilityai/sd-turbo"}
    assert events[-1] == {"event": "done", "items": 2, "errors": 0}
    for item in ("a", "b"):
        steps = [event for event in events if event["event"] == "progress" and event["item"] == item]
        assert [(event["step"], event["steps"]) for event in steps] == [(1, 4), (2, 4), (3, 4), (4, 4)]
        assert ["preview" in event for event in steps] == [True, True, True, False]
        for event in steps[:3]:
            assert len(f"data:image/jpeg;base64,{event['preview']}") < 4000
            assert Image.open(io.BytesIO(base64.b64decode(event["preview"]))).format == "JPEG"


def test_a_file_is_the_picture_itself(images: httpx.Client) -> None:
    answer = images.post("/v1/images/generations", json={**WORDS, "response_format": "file"})
    assert answer.headers["Content-Type"] == "image/png"
    assert base64.b64encode(answer.content).decode() == generate(images).data[0].b64_json


def test_a_reference_leads_the_picture(images: httpx.Client) -> None:
    red = generate(images, reference_image=as_reference("red"), num_inference_steps=4, strength=0.5).data[0]
    blue = generate(images, reference_image=as_reference("blue"), num_inference_steps=4, strength=0.5).data[0]
    assert red.b64_json != blue.b64_json
    assert (red.steps, red.width, red.height) == (2, 64, 64)
    events = draw_batch(
        images,
        [{"id": "a", "prompt": WORDS["prompt"], "seed": 7}, {"id": "b", "prompt": "other", "seed": 1}],
        reference_image=f"data:image/png;base64,{as_reference('red')}",
        num_inference_steps=4,
        strength=0.5,
    )
    drawn = {event["item"]: event for event in events if event["event"] == "item"}
    assert farthest(drawn["a"]["b64_json"], red.b64_json) <= ROUNDING < farthest(drawn["b"]["b64_json"], red.b64_json)
    assert {event["steps"] for event in events if event["event"] == "progress"} == {2}


def test_a_weak_reference_still_runs_a_step(images: httpx.Client) -> None:
    made = generate(images, reference_image=as_reference("red"), num_inference_steps=1, strength=0.2).data[0]
    assert made.steps == 1


def test_what_the_model_has_no_use_for_is_named(images: httpx.Client) -> None:
    made = generate(images, negative_prompt="ugly", guidance_scale=7.5).data[0]
    assert made.ignored == ["guidance_scale", "negative_prompt"]
    assert made.b64_json == generate(images, negative_prompt="", guidance_scale=0.0).data[0].b64_json


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"size": "64"}, "size"),
        ({"size": "65x64"}, "size"),
        ({"size": "32x64"}, "size"),
        ({"size": "1544x64"}, "size"),
        ({"size": "1536x1536"}, "size"),
        ({"num_inference_steps": 0}, "num_inference_steps"),
        ({"num_inference_steps": 9}, "num_inference_steps"),
        ({"n": 9}, "n"),
        ({"n": 0}, "n"),
        ({"prompt": ""}, "prompt"),
        ({"prompt": "x" * 4001}, "prompt"),
        ({"seed": -1}, "seed"),
        ({"seed": 2**53}, "seed"),
        ({"strength": 0}, "strength"),
        ({"response_format": "url"}, "response_format"),
        ({"response_format": "file", "n": 2}, "response_format"),
    ],
)
def test_a_limit_is_named_with_its_field(images: httpx.Client, fields: dict[str, Any], param: str) -> None:
    answer = images.post("/v1/images/generations", json={**WORDS, **fields})
    assert (answer.status_code, answer.json()["error"]["param"]) == (400, param)


def test_the_size_error_reads_as_in_the_contract(images: httpx.Client) -> None:
    example = json.loads((CONTRACT / "errors.json").read_text())["invalid"]
    answer = images.post("/v1/images/generations", json={**WORDS, "size": "1x1"})
    assert (answer.status_code, answer.json()) == (example["status"], example["body"])


@pytest.mark.parametrize("reference", ["", "no base64!", "aGVsbG8=", as_reference("red")[:60]])
def test_a_reference_that_cannot_be_read_is_refused(images: httpx.Client, reference: str) -> None:
    answer = images.post("/v1/images/generations", json={**WORDS, "reference_image": reference})
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["param"]) == (422, "unprocessable", "reference_image")


def test_a_batch_with_two_items_of_one_id_is_refused(images: httpx.Client) -> None:
    items = [{"id": "a", "prompt": "x"}, {"id": "a", "prompt": "y"}]
    assert images.post("/v1/images/batch", json={"items": items}).json()["error"]["param"] == "items"


def test_the_list_of_models_reads_as_in_the_contract(images: httpx.Client) -> None:
    generate(images)
    example = json.loads((CONTRACT / "models.json").read_text())["images"]["data"][0]
    described = images.get("/v1/models").json()["data"][0]
    for field in ("id", "object", "owned_by", "kind", "family", "loaded", "capabilities", "defaults", "limits"):
        assert described[field] == example[field]
    assert set(described) >= set(example)
    facts = (described["device"], described["device_name"], described["device_uuid"], described["dtype"])
    assert facts == ("cpu", "CPU", None, "float32")
    assert (described["revision"], described["vram"]) == ("0123456789ab", None)


def test_a_client_that_goes_away_leaves_the_service_free(images: httpx.Client) -> None:
    wanted = generate(images).data[0].b64_json
    slow = {**WORDS, "size": "1024x1024", "num_inference_steps": 8, "n": 4}
    hasty = httpx.Client(base_url=images.base_url, timeout=httpx.Timeout(20, read=0.2))
    with hasty, pytest.raises(httpx.ReadTimeout):
        hasty.post("/v1/images/generations", json=slow)
    assert generate(images).data[0].b64_json == wanted
    assert 'inference_jobs_total{outcome="cancelled"} 1.0' in images.get("/metrics").text


class SteppingSession:
    """Waits before each step until it is let go on, and counts the steps."""

    can_offload = False

    def __init__(self) -> None:
        self.entered, self.go = threading.Semaphore(0), threading.Semaphore(0)
        self.ran: list[int] = []

    def draw(self, pictures: Sequence[Picture], order: Order, rung: ImageRung, on_step: OnStep, **_: Any) -> Any:
        for number in range(1, order.steps + 1):
            self.entered.release()
            assert self.go.acquire(timeout=30)
            self.ran.append(number)
            on_step(number, ())
        return [Image.new("RGB", (order.width, order.height)) for _ in pictures]

    def close(self) -> None:
        return


@pytest.mark.parametrize("path", ["generations", "batch"])
def test_a_client_that_goes_away_ends_the_drawing_within_a_step(tiny_dir: Path, path: str) -> None:
    session = SteppingSession()
    settings = ImageSettings(model_dir=tiny_dir, device="cpu")
    service = make_service(settings)
    service.model.load = lambda device: session  # type: ignore[method-assign]
    app = create_app(service)
    body = {"num_inference_steps": 5, "size": "64x64", "prompt": "x", "items": [{"id": "a", "prompt": "x"}]}
    with serve(app) as client:
        hasty = httpx.Client(base_url=client.base_url, timeout=httpx.Timeout(20, read=0.2))
        with hasty, pytest.raises(httpx.ReadTimeout):
            hasty.post(f"/v1/images/{path}", json=body)
        assert session.entered.acquire(timeout=30)
        running = app.state.runtime._worker.running
        for _ in range(2000):
            if running.state == "cancelled":
                break
            client.get("/readyz")
        session.go.release(100)
        assert client.post(f"/v1/images/{path}", json=body).status_code == 200
    assert session.ran == [1, 1, 2, 3, 4, 5]


def test_work_that_is_ended_after_a_step_runs_no_other_and_spoils_no_later_one(tiny_dir: Path) -> None:
    model = ImageModel(ImageSettings(model_dir=tiny_dir))
    session = model.load(CpuDevice())
    request = BatchRequest.model_validate(
        {"items": [{"id": "a", "prompt": "x", "seed": 1}], "size": "64x64", "num_inference_steps": 8}
    )
    order = order_of_batch(request, model.limits)
    seen: list[int] = []

    def stop(number: int, previews: object) -> None:
        seen.append(number)
        raise InferenceFailed("enough")

    before = session.draw(order.pictures, order, ImageRung(1), lambda number, previews: None, previews=False)
    with pytest.raises(InferenceFailed, match="enough"):
        session.draw(order.pictures, order, ImageRung(1), stop, previews=False)
    after = session.draw(order.pictures, order, ImageRung(1), lambda number, previews: None, previews=False)
    assert seen == [1]
    assert before[0].tobytes() == after[0].tobytes()


def test_another_family_runs_by_its_name_alone(tiny_dir: Path) -> None:
    settings = ImageSettings(model="stabilityai/sdxl-turbo", model_dir=tiny_dir, device="cpu")
    with serve(create_app(make_service(settings))) as client:
        assert client.get("/v1/models").json()["data"][0]["family"] == "sdxl-turbo"
        single = generate(client, model="sdxl-turbo").data[0]
        other = {"id": "b", "prompt": "y", "seed": 1}
        events = draw_batch(client, [{"id": "a", "prompt": WORDS["prompt"], "seed": 7}, other])
        drawn = [event for event in events if event["event"] == "item"]
        assert (
            farthest(drawn[0]["b64_json"], single.b64_json)
            <= ROUNDING
            < farthest(drawn[1]["b64_json"], single.b64_json)
        )
        assert generate(client, reference_image=as_reference("red")).data[0].b64_json != single.b64_json


def test_a_model_no_family_names_stops_the_start_and_fits_with_one() -> None:
    with pytest.raises(ValueError, match=r"FAMILY.*sd-turbo, sdxl-turbo"):
        ImageModel(ImageSettings(model="me/my-own"))
    with pytest.raises(ValueError, match="must be one of"):
        ImageModel(ImageSettings(model="me/my-own", family="none"))
    assert ImageModel(ImageSettings(model="me/my-own", family="sd-turbo")).card().family == "sd-turbo"


def test_a_missing_model_is_named_with_the_way_to_get_it(tmp_path: Path) -> None:
    example = json.loads((CONTRACT / "errors.json").read_text())["model_not_found"]
    with serve(create_app(make_service(ImageSettings(model_dir=tmp_path, device="cpu")))) as client:
        for path, body in (("generations", WORDS), ("batch", {"items": [{"id": "a", "prompt": "x"}]})):
            answer = client.post(f"/v1/images/{path}", json=body)
            assert (answer.status_code, answer.json()) == (example["status"], example["body"])
        make_tiny("sd-turbo", tmp_path)
        # It is found as soon as it lies there.
        assert client.get("/readyz").status_code == 200
        generate(client)


@pytest.mark.parametrize(("variant", "dtype"), [("fp16", "float32"), (None, "float16"), ("fp16", "float16")])
def test_whichever_variant_lies_there_is_loaded(tmp_path: Path, variant: str | None, dtype: str) -> None:
    make_tiny("sd-turbo", tmp_path, variant=variant)
    model = ImageModel(ImageSettings(model_dir=tmp_path))
    session = model.load(CpuDevice(dtype=dtype))
    assert session._words.unet.dtype == getattr(torch, dtype)
    session.close()


def test_weights_that_are_cut_short_fail_the_call_and_not_the_service(tmp_path: Path) -> None:
    folder = make_tiny("sd-turbo", tmp_path)
    weights = folder / "unet" / "diffusion_pytorch_model.safetensors"
    whole = weights.read_bytes()
    weights.write_bytes(whole[: len(whole) // 2])
    with serve(create_app(make_service(ImageSettings(model_dir=tmp_path, device="cpu")))) as client:
        answer = client.post("/v1/images/generations", json=WORDS)
        assert (answer.status_code, answer.json()["error"]["code"]) == (500, "inference_failed")
        assert client.get("/healthz").status_code == 200
        weights.write_bytes(whole)
        generate(client)


def test_a_picture_without_numbers_is_an_error_and_not_black() -> None:
    with pytest.raises(InferenceFailed, match="numbers"):
        to_picture(np.full((4, 4, 3), np.nan))


def test_a_preview_shows_the_latents_colours() -> None:
    from storytovideo_inference.txt2img.families.sd_turbo import SD_COLOURS

    flat = torch.zeros(2, 4, 128, 128)
    flat[1] = torch.nan
    assert draw_previews(flat, SD_COLOURS) == [None, None]
    flat[1] = 1
    first, second = draw_previews(flat, SD_COLOURS)
    assert first is not None
    assert second is not None
    grey = Image.open(io.BytesIO(first))
    assert grey.size == (96, 96)
    assert grey.getpixel((5, 5)) == (127, 127, 127)
    noisy = draw_previews(torch.randn(1, 4, 128, 128) * 3, SD_COLOURS)[0]
    assert noisy is None or len(noisy) <= 2900
    assert draw_previews(torch.zeros(1, 16, 8, 8), SD_COLOURS) == [None]

"""Out of memory: a session that says so, behind the interface of the real one."""

from __future__ import annotations

import gc
import json
import weakref
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import torch
from PIL import Image

from conftest import serve
from fakes import Fullness
from storytovideo_inference.errors import GpuOutOfMemory
from storytovideo_inference.runtime.device import Device
from storytovideo_inference.runtime.ladder import Ladder
from storytovideo_inference.txt2img.draw import draw_order, list_rungs
from storytovideo_inference.txt2img.families.sd_turbo import SD_TURBO
from storytovideo_inference.txt2img.model import ImageModel
from storytovideo_inference.txt2img.order import Limits, Order, Picture, order_of_batch
from storytovideo_inference.txt2img.routes import image_routes
from storytovideo_inference.txt2img.schema import BatchRequest
from storytovideo_inference.txt2img.session import ImageRung, ImageSession, OnStep
from storytovideo_inference.txt2img.settings import ImageSettings
from storytovideo_inference.web.app import Service, create_app

LIMITS = Limits(SD_TURBO, 8, 1024 * 1024)


class SmallCard:
    """A session for which only what `fits` says has room."""

    can_offload = True

    def __init__(self, fits: Callable[[ImageRung, Sequence[Picture]], bool]) -> None:
        self.fits = fits
        self.tried: list[tuple[str, list[str]]] = []
        self.tensors: list[weakref.ref[torch.Tensor]] = []

    def draw(
        self, pictures: Sequence[Picture], order: Order, rung: ImageRung, on_step: OnStep, *, previews: bool
    ) -> list[Image.Image]:
        self.tried.append((rung.name, [picture.id for picture in pictures]))
        tensor = torch.zeros(8)
        self.tensors.append(weakref.ref(tensor))
        on_step(1, ())
        if not self.fits(rung, pictures):
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
        return [Image.new("RGB", (order.width, order.height)) for _ in pictures]

    def close(self) -> None:
        return


def order(count: int, size: str = "64x64") -> Order:
    items = [{"id": str(number), "prompt": "x", "seed": number} for number in range(count)]
    return order_of_batch(BatchRequest.model_validate({"items": items, "size": size}), LIMITS)


def draw(session: ImageSession, wanted: Order, ladder: Ladder) -> list[tuple[str, str]]:
    drawn: list[tuple[str, str]] = []
    draw_order(
        session,
        wanted,
        ladder,
        max_batch=8,
        on_progress=lambda pictures, step, previews: None,
        on_picture=lambda picture, image, rung: drawn.append((picture.id, rung.name)),
    )
    return drawn


def test_the_rungs_ask_for_less_and_less() -> None:
    names = [rung.name for rung in list_rungs(8, 8, True)]
    assert names == ["batch-8", "batch-4", "batch-2", "batch-1", "vae", "offload"]
    orders = [rung.order for rung in list_rungs(8, 8, True)]
    assert orders == sorted(orders)
    assert [rung.name for rung in list_rungs(3, 8, False)] == ["batch-3", "batch-1", "vae"]


def test_a_batch_is_halved_and_nothing_is_drawn_twice() -> None:
    calls = iter([True, True, False])
    card = SmallCard(lambda rung, pictures: len(pictures) <= 2 and next(calls, True))
    drawn = draw(card, order(8), Ladder(gc.collect))
    assert [id for id, _ in drawn] == [str(number) for number in range(8)]
    assert [rung for _, rung in drawn] == ["batch-2"] * 4 + ["batch-1"] * 4
    assert card.tried[:3] == [
        ("batch-8", list("01234567")),
        ("batch-4", list("0123")),
        ("batch-2", list("01")),
    ]


def test_the_rung_that_worked_is_remembered_for_its_size_alone() -> None:
    ladder = Ladder(gc.collect)
    card = SmallCard(lambda rung, pictures: rung.saves_vae)
    draw(card, order(2), ladder)
    card.tried.clear()
    draw(card, order(4), ladder)
    assert [name for name, _ in card.tried] == ["vae"] * 4
    card.tried.clear()
    draw(card, order(2, "128x64"), ladder)
    assert [name for name, _ in card.tried] == ["batch-2", "batch-1", "vae", "vae"]


def test_the_failed_calls_tensors_are_gone_before_the_next_rung() -> None:
    alive: list[int] = []
    card = SmallCard(lambda rung, pictures: rung.offloads)

    def release() -> None:
        alive.append(sum(1 for tensor in card.tensors if tensor() is not None))

    draw(card, order(1), Ladder(release))
    assert alive == [0, 0]


def test_below_the_last_rung_it_is_an_error_that_another_try_may_mend() -> None:
    fell: list[str] = []
    with pytest.raises(GpuOutOfMemory) as raised:
        draw(SmallCard(lambda rung, pictures: False), order(2), Ladder(gc.collect, fell.append))
    assert raised.value.retryable
    assert raised.value.__context__ is None
    assert fell == ["batch-2", "batch-1", "vae", "offload"]


def test_other_failures_climb_no_ladder() -> None:
    def fits(rung: ImageRung, pictures: Sequence[Picture]) -> bool:
        raise RuntimeError("shapes do not match")

    card = SmallCard(fits)
    with pytest.raises(RuntimeError, match="shapes"):
        draw(card, order(4), Ladder(gc.collect))
    assert len(card.tried) == 1


class SmallCardModel(ImageModel):
    def __init__(self, settings: ImageSettings, session: ImageSession) -> None:
        super().__init__(settings)
        self._session = session

    def missing(self) -> str | None:
        return None

    def load(self, device: Device) -> Any:
        return self._session


def test_a_batch_that_fails_halfway_tells_what_it_has_and_what_it_lacks() -> None:
    device = Fullness()
    room = iter([True, False, False])
    card = SmallCard(lambda rung, pictures: len(pictures) == 1 and next(room, False))
    settings = ImageSettings(device="cpu", keep_alive=-1, max_batch=2)
    model = SmallCardModel(settings, card)
    service = Service[ImageSession]("txt2img", settings, model, lambda runtime: image_routes(runtime, model))
    with serve(create_app(service, device=device)) as client:
        items = [{"id": "a", "prompt": "x"}, {"id": "b", "prompt": "y"}]
        answer = client.post("/v1/images/batch", json={"items": items, "size": "64x64"})
        events = [json.loads(line) for line in answer.text.splitlines()]
        assert [event["item"] for event in events if event["event"] == "item"] == ["a"]
        errors = [event for event in events if event["event"] == "item_error"]
        assert [(event["item"], event["error"]["code"]) for event in errors] == [("b", "gpu_out_of_memory")]
        assert events[-1] == {"event": "done", "items": 1, "errors": 1}
        single = client.post("/v1/images/generations", json={"prompt": "x", "size": "64x64"})
        assert (single.status_code, single.json()["error"]["retryable"]) == (503, True)
        assert 'inference_out_of_memory_total{rung="batch-2"} 1.0' in client.get("/metrics").text
    assert device.releases >= 3

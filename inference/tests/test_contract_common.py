"""The examples both sides read, parsed by the models that the services answer with."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conftest import CONTRACT
from storytovideo_inference import errors
from storytovideo_inference.web.health import Health, Readiness
from storytovideo_inference.web.models import LoadAnswer, LoadRequest, ModelList


def read(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((CONTRACT / f"{name}.json").read_text())
    return loaded


CLASSES = {
    "invalid": errors.Invalid,
    "unauthorized": errors.Unauthorized,
    "not_found": errors.NotFound,
    "too_large": errors.TooLarge,
    "unprocessable": errors.Unprocessable,
    "queue_full": errors.QueueFull,
    "loading": errors.Loading,
    "model_not_found": errors.ModelNotFound,
    "gpu_out_of_memory": errors.GpuOutOfMemory,
    "inference_failed": errors.InferenceFailed,
    "deadline": errors.DeadlinePassed,
}


def test_every_error_of_the_contract_has_a_class() -> None:
    assert set(read("errors")) == set(CLASSES)


@pytest.mark.parametrize("name", CLASSES)
def test_an_error_is_answered_as_the_contract_has_it(name: str) -> None:
    example = read("errors")[name]
    fields = example["body"]["error"]
    made = CLASSES[name](fields["message"], param=fields["param"])
    assert made.status == example["status"]
    assert made.body().model_dump() == example["body"]
    retry_after = None if made.retry_after is None else str(made.retry_after)
    assert retry_after == example.get("headers", {}).get("Retry-After")


def test_health_and_readiness_are_those_of_the_contract() -> None:
    example = read("health")
    for name in ("healthz", "healthz_broken"):
        body = example[name]["body"]
        assert Health.model_validate(body).model_dump(exclude_none=True) == body
    for name in ("readyz", "readyz_loading", "readyz_missing"):
        body = example[name]["body"]
        assert Readiness.model_validate(body).model_dump(exclude_none=True) == body
    for name in ("load", "unload"):
        assert LoadRequest.model_validate(example[name]["request"])
        assert LoadAnswer.model_validate(example[name]["body"]).model_dump() == example[name]["body"]


@pytest.mark.parametrize("kind", ["images", "videos", "speech"])
def test_a_model_is_described_as_in_the_contract(kind: str) -> None:
    example = read("models")[kind]
    described = ModelList.model_validate(example).model_dump()
    assert described["data"][0].items() >= example["data"][0].items()

"""OpenAI's list of models with what ours add, loading and unloading."""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel

from ..runtime.model import Kind
from ..runtime.runtime import Runtime
from .run import finish, run


class VramState(BaseModel):
    total_mb: int
    free_mb: int
    used_mb: int


class ModelEntry(BaseModel):
    id: str
    object: Literal["model"] = "model"
    created: int
    owned_by: str
    kind: Kind
    family: str
    aliases: list[str] = []
    revision: str
    device: str
    device_name: str
    device_uuid: str | None
    dtype: str
    loaded: bool
    capabilities: dict[str, bool]
    defaults: dict[str, Any]
    limits: dict[str, float]
    vram: VramState | None


class ModelList(BaseModel):
    object: Literal["list"] = "list"
    data: list[ModelEntry]


class LoadRequest(BaseModel):
    model: str | None = None


class LoadAnswer(BaseModel):
    model: str
    loaded: bool
    took_ms: int


def describe_model(runtime: Runtime[Any]) -> ModelEntry:
    card, device = runtime.model.card(), runtime.device
    vram = None if runtime.broken else device.vram()
    return ModelEntry(
        id=card.id,
        created=card.created,
        owned_by=card.owned_by,
        kind=card.kind,
        family=card.family,
        aliases=list(card.aliases),
        revision=card.revision,
        device=device.name,
        device_name=device.title,
        device_uuid=device.uuid,
        dtype=card.dtype or device.dtype,
        loaded=runtime.loaded,
        capabilities=card.capabilities,
        defaults=card.defaults,
        limits=card.limits,
        vram=VramState(**asdict(vram)) if vram else None,
    )


def model_routes(runtime: Runtime[Any]) -> APIRouter:
    routes = APIRouter()

    @routes.get("/v1/models")
    async def list_models() -> ModelList:
        return ModelList(data=[describe_model(runtime)])

    @routes.post("/v1/models/load")
    async def load_model(request: Request, body: LoadRequest) -> LoadAnswer:
        runtime.require_model(body.model)
        started = time.monotonic()
        await run(request, runtime, lambda session, job: None)
        return _answer(runtime, started)

    @routes.post("/v1/models/unload")
    async def unload_model(request: Request, body: LoadRequest) -> LoadAnswer:
        runtime.require_name(body.model)
        started = time.monotonic()
        await finish(request, runtime, runtime.unload())
        return _answer(runtime, started)

    return routes


def _answer(runtime: Runtime[Any], started: float) -> LoadAnswer:
    took_ms = round((time.monotonic() - started) * 1000)
    return LoadAnswer(model=runtime.model.card().id, loaded=runtime.loaded, took_ms=took_ms)

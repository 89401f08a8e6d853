"""Alive, ready, and what Prometheus reads."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from ..runtime.runtime import Runtime


class Health(BaseModel):
    status: Literal["ok", "broken"]
    reason: str | None = None


class QueueState(BaseModel):
    waiting: int
    running: int
    max: int


class Readiness(BaseModel):
    status: Literal["ready", "loading", "model_missing", "broken"]
    reason: str | None = None
    queue: QueueState


def health_routes(runtime: Runtime[Any]) -> APIRouter:
    routes = APIRouter()

    @routes.get("/healthz")
    async def healthz() -> JSONResponse:
        health = Health(status="ok") if runtime.broken is None else Health(status="broken", reason=runtime.broken)
        return JSONResponse(health.model_dump(exclude_none=True), 200 if runtime.broken is None else 500)

    @routes.get("/readyz")
    async def readyz() -> JSONResponse:
        now = runtime.status()
        queue = QueueState(waiting=now.waiting, running=now.running, max=now.max_waiting)
        body = Readiness(status=now.status, reason=now.reason, queue=queue)
        return JSONResponse(body.model_dump(exclude_none=True), 200 if now.status == "ready" else 503)

    @routes.get("/metrics")
    async def metrics() -> Response:
        now, gauges = runtime.status(), runtime.metrics
        gauges.waiting.set(now.waiting)
        gauges.running.set(now.running)
        vram = None if runtime.broken else runtime.device.vram()
        if vram is not None:
            gauges.vram.labels("total").set(vram.total_mb)
            gauges.vram.labels("free").set(vram.free_mb)
            gauges.vram.labels("used").set(vram.used_mb)
        return Response(generate_latest(gauges.registry), media_type=CONTENT_TYPE_LATEST)

    return routes

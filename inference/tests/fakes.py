"""A small service behind the interfaces that the real ones use: its model counts, waits and fails as it is told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel

from storytovideo_inference.runtime.device import CpuDevice, Device, Vram
from storytovideo_inference.runtime.job import Job
from storytovideo_inference.runtime.model import ModelCard
from storytovideo_inference.runtime.runtime import Runtime
from storytovideo_inference.settings import Settings
from storytovideo_inference.web.answer import job_headers
from storytovideo_inference.web.app import Service
from storytovideo_inference.web.run import run, stream, submit

CARD = ModelCard(
    id="tests/counter",
    kind="image",
    family="counter",
    owned_by="tests",
    revision="abc123abc123",
    capabilities={"batch": True},
    defaults={"steps": 3},
    limits={"max_steps": 8},
    aliases=("counter",),
)


class CountingSession:
    def __init__(self) -> None:
        self.closed = threading.Event()

    def close(self) -> None:
        self.closed.set()


@dataclass
class CountingModel:
    """Counts how often it was loaded and how often it worked."""

    missing_reason: str | None = None
    loads: int = 0
    runs: int = 0
    on_load: Callable[[], None] = lambda: None
    sessions: list[CountingSession] = field(default_factory=list)

    def card(self) -> ModelCard:
        return CARD

    def missing(self) -> str | None:
        return self.missing_reason

    def load(self, device: Device) -> CountingSession:
        self.on_load()
        self.loads += 1
        self.sessions.append(CountingSession())
        return self.sessions[-1]


class Fullness(CpuDevice):
    """A card with a given amount of free memory, and an error when asked whether it still answers."""

    def __init__(self, free: int = 10_000, sticky: str | None = None) -> None:
        super().__init__()
        self.free, self.sticky, self.releases = free, sticky, 0

    def vram(self) -> Vram | None:
        return Vram(24_000, self.free, 100)

    def free_mb(self) -> int | None:
        return self.free

    def release(self) -> None:
        self.releases += 1

    def probe(self) -> None:
        if self.sticky:
            raise RuntimeError(self.sticky)


class CountBody(BaseModel):
    model: str | None = None
    steps: int = 3


@dataclass
class Steps:
    """Tests hold the work between two steps: `entered` is released at each, `go` lets one step pass."""

    entered: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    go: threading.Semaphore | None = None
    failure: Exception | None = None
    stopped_at: list[int] = field(default_factory=list)

    def pass_one(self) -> None:
        self.entered.release()
        if self.go is not None:
            assert self.go.acquire(timeout=20)
        if self.failure is not None:
            raise self.failure


def counting_service(model: CountingModel, steps: Steps, **settings: Any) -> Service[CountingSession]:
    def count(session: CountingSession, job: Job[int], most: int) -> int:
        model.runs += 1
        for number in range(1, most + 1):
            steps.pass_one()
            try:
                job.check()
            except Exception:
                steps.stopped_at.append(number)
                raise
            job.emit({"event": "progress", "step": number, "steps": most})
        return most

    def routes(runtime: Runtime[CountingSession]) -> APIRouter:
        made = APIRouter()

        @made.post("/count")
        async def count_once(request: Request, body: CountBody) -> Any:
            from fastapi.responses import JSONResponse

            runtime.require_model(body.model)
            job = await run(request, runtime, lambda session, job: count(session, job, body.steps))
            return JSONResponse({"counted": await job.result()}, headers=job_headers(job, model=CARD.id, seed=7))

        @made.post("/count/stream")
        async def count_aloud(request: Request, body: CountBody) -> Any:
            job = submit(request, runtime, lambda session, job: count(session, job, body.steps))
            return stream(request, runtime, job, head=[{"event": "accepted"}])

        return made

    chosen: dict[str, Any] = {"device": "cpu", "keep_alive": "-1", **settings}
    return Service("counter", Settings(**chosen), model, routes)

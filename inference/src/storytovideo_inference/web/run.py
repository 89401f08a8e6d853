"""Running a job for a request: the client's going away ends the work."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any, TypeVar

from fastapi import Request
from fastapi.responses import StreamingResponse

from ..runtime.job import Event, Job
from ..runtime.model import Session
from ..runtime.runtime import Runtime
from .call import get_call

S = TypeVar("S", bound=Session)
T = TypeVar("T")


def submit(request: Request, runtime: Runtime[S], work: Callable[[S, Job[T]], T]) -> Job[T]:
    """Queues work under the request's id and deadline."""
    call = get_call(request)
    return runtime.submit(work, deadline=call.deadline, request_id=call.request_id)


async def run(request: Request, runtime: Runtime[S], work: Callable[[S, Job[T]], T]) -> Job[T]:
    """Runs work to its end and gives the ended job; raises its error. Cancels when the client goes away."""
    job = submit(request, runtime, work)
    await finish(request, runtime, job)
    return job


async def finish(request: Request, runtime: Runtime[S], job: Job[T]) -> T:
    watcher = asyncio.create_task(_cancel_when_gone(request, runtime, job))
    try:
        return await job.result()
    finally:
        watcher.cancel()
        runtime.cancel(job)


def stream(
    request: Request,
    runtime: Runtime[S],
    job: Job[T],
    *,
    head: Sequence[Event] = (),
    tail: Callable[[], Sequence[Event]] = tuple,
    headers: dict[str, str] | None = None,
    cancels: bool = True,
) -> StreamingResponse:
    """The job's events as NDJSON between `head` and, once it has ended, `tail`; a ping where they are silent.
    `cancels`: a client that goes away ends the work."""
    lines = _lines(request, runtime, job, head, tail, cancels)
    return StreamingResponse(
        lines, media_type="application/x-ndjson", headers={"Cache-Control": "no-store", **(headers or {})}
    )


async def _lines(
    request: Request,
    runtime: Runtime[S],
    job: Job[T],
    head: Sequence[Event],
    tail: Callable[[], Sequence[Event]],
    cancels: bool,
) -> AsyncIterator[bytes]:
    watcher = asyncio.create_task(_cancel_when_gone(request, runtime, job)) if cancels else None
    try:
        for event in head:
            yield _line(event)
        async for event in job.follow(runtime.settings.heartbeat_s):
            yield _line(event)
        for event in tail():
            yield _line(event)
    finally:
        if watcher is not None:
            watcher.cancel()
            runtime.cancel(job)


def _line(event: Event) -> bytes:
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


async def _cancel_when_gone(request: Request, runtime: Runtime[Any], job: Job[Any]) -> None:
    """The body has been read, so all that can still arrive is the end of the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
    runtime.cancel(job)

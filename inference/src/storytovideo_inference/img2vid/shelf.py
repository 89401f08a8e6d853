"""Clips that are being made or wait to be fetched: their jobs, and their files in a folder of their own. Lives on the
event loop. Only so many that have ended are kept, and only so long."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..errors import NotFound, ServiceError
from ..runtime.job import Job, State
from .order import Order
from .schema import CompletedEvent, FailedEvent, Video, VideoStatus

_STATUS: dict[State, VideoStatus] = {
    "queued": "queued",
    "running": "in_progress",
    "done": "completed",
    "failed": "failed",
    "cancelled": "cancelled",
}


@dataclass(frozen=True)
class Clip:
    """A finished file."""

    path: Path
    bytes: int
    num_frames: int
    rung: str


@dataclass
class Entry:
    id: str
    model: str
    order: Order
    job: Job[Clip]
    created_at: float
    ended_at: float | None = None

    @property
    def clip(self) -> Clip | None:
        return self.job.value

    @property
    def progress(self) -> int:
        told = (event["progress"] for event in reversed(self.job.events) if event["event"] == "progress")
        return 100 if self.clip is not None else next(told, 0)

    def describe(self) -> Video:
        video = Video(
            id=self.id,
            created_at=int(self.created_at),
            status=_STATUS[self.job.state],
            model=self.model,
            progress=self.progress,
            error=self.job.error.fields() if self.job.error is not None else None,
        )
        if self.clip is None:
            return video
        order = self.order
        return video.model_copy(
            update={
                "completed_at": int(self.ended_at or time.time()),
                "seed": order.seed,
                "steps": order.steps,
                "width": order.width,
                "height": order.height,
                "num_frames": self.clip.num_frames,
                "fps": order.fps,
                "bytes": self.clip.bytes,
                "rung": self.clip.rung,
            }
        )

    def last_event(self) -> CompletedEvent | FailedEvent | None:
        """What the stream of events ends with."""
        if self.job.error is not None:
            return FailedEvent(error=self.job.error.fields())
        return None if self.clip is None else CompletedEvent(seed=self.order.seed, bytes=self.clip.bytes)


class Shelf:
    def __init__(self, keep: int, keep_s: float, clock: Callable[[], float] = time.time) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="storytovideo-clips-")
        self._keep = keep
        self._keep_s = keep_s
        self._clock = clock
        self._entries: dict[str, Entry] = {}
        self.settling: set[asyncio.Task[None]] = set()

    def place_for(self, name: str) -> Path:
        return Path(self._folder.name) / f"{name}.mp4"

    def add(self, name: str, job: Job[Clip], order: Order, model: str) -> Entry:
        entry = Entry(name, model, order, job, self._clock())
        self._entries[name] = entry
        task = asyncio.create_task(self._settle(entry))
        self.settling.add(task)
        task.add_done_callback(self.settling.discard)
        return entry

    def get(self, name: str) -> Entry:
        self._forget()
        entry = self._entries.get(name)
        if entry is None:
            raise NotFound("There is no such video.", param="id")
        return entry

    def remove(self, name: str) -> None:
        entry = self._entries.pop(name, None)
        if entry is not None:
            self.place_for(name).unlink(missing_ok=True)

    async def _settle(self, entry: Entry) -> None:
        with suppress(ServiceError):
            await entry.job.result()
        entry.ended_at = self._clock()
        self._forget()

    def _forget(self) -> None:
        ended = sorted((entry.ended_at, entry.id) for entry in self._entries.values() if entry.ended_at is not None)
        old = self._clock() - self._keep_s
        for number, (ended_at, name) in enumerate(ended):
            if ended_at <= old or number < len(ended) - self._keep:
                self.remove(name)

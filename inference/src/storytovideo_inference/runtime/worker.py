"""The one thread that owns the model, and the bounded queue before it: concurrent calls corrupt a scheduler."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from ..errors import QueueFull, ServiceStopping
from .job import Job

AnyJob = Job[Any]


class Worker:
    """`execute` runs one job and never raises. `idle` is called whenever nothing waits and says after how many seconds
    it wants to be called again (None: not before the next job)."""

    def __init__(
        self,
        execute: Callable[[AnyJob], None],
        idle: Callable[[], float | None],
        max_waiting: int,
        name: str = "worker",
    ) -> None:
        self.max_waiting = max_waiting
        self.running: AnyJob | None = None
        self._execute = execute
        self._idle = idle
        self._waiting: deque[AnyJob] = deque()
        self._changed = threading.Condition()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    def start(self) -> None:
        self._thread.start()

    def submit(self, job: AnyJob) -> None:
        """Called on the event loop. Raises QueueFull when as many wait as may."""
        with self._changed:
            if self._stopping:
                raise ServiceStopping("The service is stopping.")
            if len(self._waiting) >= self.max_waiting:
                raise QueueFull(f"{len(self._waiting)} requests wait already.")
            job.place = len(self._waiting) + (1 if self.running else 0)
            self._waiting.append(job)
            self._changed.notify_all()
        if job.deadline is not None:
            # Answered at the deadline even while another job keeps the thread.
            loop = asyncio.get_running_loop()
            loop.call_later(job.deadline.remaining_s(), self._expire, job)

    def cancel(self, job: AnyJob) -> None:
        """Ends it now; one that waits gives its place free."""
        job.cancel()
        self._drop(job)

    def busy(self) -> bool:
        return self.running is not None or bool(self._waiting)

    def stop(self, timeout_s: float = 10.0) -> None:
        """Takes no more, ends all there is and waits for the thread."""
        with self._changed:
            self._stopping = True
            left = [*self._waiting, *([self.running] if self.running else [])]
            self._waiting.clear()
            self._changed.notify_all()
        for job in left:
            job.cancel(ServiceStopping("The service is stopping."))
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def _expire(self, job: AnyJob) -> None:
        if not job.ended and job.deadline is not None:
            job.fail(job.deadline.error())
            self._drop(job)

    def _drop(self, job: AnyJob) -> None:
        with self._changed:
            if job in self._waiting:
                self._waiting.remove(job)

    def _run(self) -> None:
        while (job := self._next()) is not None:
            self._execute(job)
            self.running = None

    def _next(self) -> AnyJob | None:
        wake_at: float | None = 0.0
        while True:
            with self._changed:
                while not self._stopping and not self._waiting:
                    rest = None if wake_at is None else wake_at - time.monotonic()
                    if rest is not None and rest <= 0:
                        break
                    self._changed.wait(rest)
                if self._stopping:
                    return None
                if self._waiting:
                    self.running = self._waiting.popleft()
                    return self.running
            # Outside the lock: unloading a model takes a while, and requests may queue meanwhile.
            again_s = self._idle()
            wake_at = None if again_s is None else time.monotonic() + again_s

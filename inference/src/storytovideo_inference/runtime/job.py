"""A piece of work for the worker thread, seen from both sides: the event loop waits, follows and cancels; the thread
checks whether it should stop and says how far it is. A final state never changes."""

from __future__ import annotations

import asyncio
import threading
import time
import uuid
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any, Generic, Literal, TypeVar

from ..errors import Cancelled, ServiceError
from .deadline import Deadline

T = TypeVar("T")
State = Literal["queued", "running", "done", "failed", "cancelled"]
Event = Mapping[str, Any]
PING: Event = {"event": "ping"}


class Job(Generic[T]):
    """Made on the event loop that will wait for it."""

    def __init__(
        self, work: Callable[[Any, Job[T]], T], *, deadline: Deadline | None = None, request_id: str = ""
    ) -> None:
        self.id = uuid.uuid4().hex
        self.request_id = request_id or self.id
        self.work = work
        self.deadline = deadline
        self.state: State = "queued"
        self.events: list[Event] = []
        self.error: ServiceError | None = None
        # Work that does without the model (unloading it, say) leaves it as it is.
        self.needs_model = True
        # How many waited before it when it came.
        self.place = 0
        self._result: T | None = None
        self._lock = threading.Lock()
        self._loop = asyncio.get_running_loop()
        self._changed = asyncio.Event()
        self._queued_at = time.monotonic()
        self._began_at: float | None = None
        self._ended_at: float | None = None

    # ------------------------------------------------------- on the event loop

    async def result(self) -> T:
        """Waits for the end; raises the job's error."""
        while not self.ended:
            await self._changed.wait()
        if self.error is not None:
            raise self.error
        return self._result  # type: ignore[return-value]

    async def follow(self, quiet_s: float | None = None) -> AsyncIterator[Event]:
        """Every event from the first on, until the job has ended; a ping after `quiet_s` seconds of silence."""
        seen = 0
        while True:
            while seen < len(self.events):
                yield self.events[seen]
                seen += 1
            if self.ended:
                return
            try:
                await asyncio.wait_for(self._changed.wait(), quiet_s)
            except asyncio.TimeoutError:
                yield PING

    def cancel(self, error: ServiceError | None = None) -> bool:
        """Ends the job now for whoever waits; work that runs stops at its next `check`. False when it had ended."""
        return self.end("cancelled", error=error or Cancelled())

    # ---------------------------------------------------- on the worker thread

    def check(self) -> None:
        """Called between steps: raises when the work is no longer wanted."""
        if self.error is not None:
            raise self.error
        if self.deadline is not None and self.deadline.has_passed():
            raise self.deadline.error()

    def emit(self, event: Event) -> None:
        """Tells every follower, in order. After the end nobody is told anything."""
        with self._lock:
            if not self.ended:
                self.events.append(event)
        self._wake()

    def begin(self) -> bool:
        """The worker takes it; False when there is nothing left to do."""
        with self._lock:
            if self.state != "queued":
                return False
            self.state = "running"
        self._wake()
        return True

    def begin_inference(self) -> None:
        """The model is there and work begins; all before this was waiting."""
        self._began_at = time.monotonic()

    def finish(self, result: T) -> bool:
        return self.end("done", result=result)

    def fail(self, error: ServiceError) -> bool:
        return self.end("cancelled" if isinstance(error, Cancelled) else "failed", error=error)

    # --------------------------------------------------------------- from both

    def end(self, state: State, *, result: T | None = None, error: ServiceError | None = None) -> bool:
        with self._lock:
            if self.ended:
                return False
            self._result, self.error = result, error
            self._ended_at = time.monotonic()
            self.state = state
        self._wake()
        return True

    @property
    def ended(self) -> bool:
        return self.state not in ("queued", "running")

    @property
    def value(self) -> T | None:
        """What the work made; None before the end and where it failed."""
        return self._result

    @property
    def queue_ms(self) -> int:
        return self._ms(self._queued_at, self._began_at or self._ended_at)

    @property
    def inference_ms(self) -> int:
        return self._ms(self._began_at, self._ended_at) if self._began_at else 0

    @staticmethod
    def _ms(since: float, until: float | None) -> int:
        return round(((until or time.monotonic()) - since) * 1000)

    def _wake(self) -> None:
        try:
            self._loop.call_soon_threadsafe(self._wake_followers)
        except RuntimeError:
            pass  # The event loop is gone, and with it all who waited.

    def _wake_followers(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

"""The place of the one loaded model: lease and free memory before it comes, keep-alive before it goes. Everything here
runs on the worker thread; the event loop only reads `loaded` and `loading`."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from ..errors import GpuOutOfMemory, ModelNotFound
from .device import Device
from .lease import Lease
from .metrics import Metrics
from .model import Model, Session

log = logging.getLogger(__name__)
S = TypeVar("S", bound=Session)

# How often an idle holder looks whether another service waits for the card.
_LEASE_LOOK_S = 0.25
# A holder with a queue that never ends gives way after this, or the others would wait for ever.
_LEASE_MAX_S = 300.0


class Slot(Generic[S]):
    def __init__(
        self,
        model: Model[S],
        device: Device,
        metrics: Metrics,
        *,
        keep_alive_s: float | None,
        min_free_mb: int = 0,
        lease: Lease | None = None,
    ) -> None:
        self.loading = False
        self._model = model
        self._device = device
        self._metrics = metrics
        self._keep_alive_s = keep_alive_s
        self._min_free_mb = min_free_mb
        self._lease = lease
        self._session: S | None = None
        self._used_at = 0.0

    @property
    def loaded(self) -> bool:
        return self._session is not None

    def take(self, check: Callable[[], None]) -> S:
        """The loaded model, loading it first where it is not; `check` raises when nobody wants it any more."""
        lease = self._lease
        if lease is not None:
            if lease.held and time.monotonic() - lease.since > _LEASE_MAX_S and lease.is_wanted():
                self.unload("lease")
            lease.acquire(check)
        if self._session is None:
            self._session = self._load()
        self._used_at = time.monotonic()
        return self._session

    def used(self) -> None:
        """Work has ended; the keep-alive counts from here."""
        self._used_at = time.monotonic()

    def unload(self, reason: str) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.close()
            del session
            self._device.release()
            self._metrics.unloaded(reason)
            log.info("model unloaded (%s)", reason)
        if self._lease is not None:
            self._lease.release()

    def idle(self) -> float | None:
        """Nothing waits: unloads what is due, and says when to look again."""
        if self._lease is not None and self._lease.held and self._lease.is_wanted():
            self.unload("lease")
        if self._session is None:
            if self._lease is not None:
                self._lease.release()
            return None
        rest = None if self._keep_alive_s is None else self._used_at + self._keep_alive_s - time.monotonic()
        if rest is not None and rest <= 0:
            self.unload("keep_alive")
            return None
        if self._lease is None:
            return rest
        return _LEASE_LOOK_S if rest is None else min(rest, _LEASE_LOOK_S)

    def _load(self) -> S:
        missing = self._model.missing()
        if missing is not None:
            raise ModelNotFound(missing, param="model")
        self._admit()
        self.loading = True
        started = time.monotonic()
        try:
            session = self._model.load(self._device)
        finally:
            self.loading = False
        took = time.monotonic() - started
        self._metrics.loaded(took)
        log.info("model loaded in %.1f s", took)
        return session

    def _admit(self) -> None:
        """Refuses while others fill the card, rather than loading halfway into a failure."""
        self._device.release()
        free = self._device.free_mb() if self._min_free_mb > 0 else None
        if free is not None and free < self._min_free_mb:
            raise GpuOutOfMemory(f"{free} MB of the card are free; the model needs {self._min_free_mb} MB.")

"""A service's model, its worker and its queue as one thing: what routes and tests speak to."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar, cast

from ..errors import GpuOutOfMemory, InferenceFailed, ModelNotFound, NotFound, ServiceBroken, ServiceError
from ..settings import Settings
from .deadline import Deadline
from .device import Device, choose_device
from .faults import broken_reason, is_out_of_memory
from .job import Job
from .ladder import Ladder
from .lease import Lease
from .metrics import Metrics
from .model import Model, Session
from .slot import Slot
from .worker import AnyJob, Worker

log = logging.getLogger(__name__)
S = TypeVar("S", bound=Session)
T = TypeVar("T")


@dataclass(frozen=True)
class Status:
    status: Literal["ready", "loading", "model_missing", "broken"]
    reason: str | None
    waiting: int
    running: int
    max_waiting: int


class Runtime(Generic[S]):
    def __init__(
        self,
        model: Model[S],
        settings: Settings,
        *,
        device: Device | None = None,
        on_broken: Callable[[str], None] = lambda reason: None,
    ) -> None:
        self.model = model
        self.settings = settings
        self.device = device or choose_device(settings.device, settings.dtype)
        self.metrics = Metrics()
        self.ladder = Ladder(self.device.release, self.metrics.fell)
        self.broken: str | None = None
        self._on_broken = on_broken
        self._slot = Slot(
            model,
            self.device,
            self.metrics,
            keep_alive_s=settings.keep_alive,
            min_free_mb=settings.min_free_vram_mb,
            lease=Lease(settings.gpu_lock_file) if settings.gpu_lock_file else None,
        )
        self._worker = Worker(self._execute, self._slot.idle, settings.queue_max)
        self._bound = False

    def start(self) -> None:
        self._worker.start()

    def stop(self) -> None:
        self._worker.stop()

    @property
    def loaded(self) -> bool:
        return self._slot.loaded

    def status(self) -> Status:
        status, reason = self._state()
        running = 1 if self._worker.running is not None else 0
        return Status(status, reason, self._worker.waiting, running, self._worker.max_waiting)

    def require_name(self, name: str | None) -> None:
        """Raises unless the model that was asked for is the one served."""
        if name is not None and not self.model.card().is_called(name):
            raise NotFound(f"{name} is not served here, but {self.model.card().id} is.", param="model")

    def require_model(self, name: str | None) -> None:
        """Raises unless the model that was asked for is the one served and its files are there."""
        self.require_name(name)
        missing = None if self.loaded else self.model.missing()
        if missing is not None:
            raise ModelNotFound(missing, param="model")

    def submit(
        self, work: Callable[[S, Job[T]], T], *, deadline: Deadline | None = None, request_id: str = ""
    ) -> Job[T]:
        """Queues work for the model. Call on the event loop; the work runs on the worker thread."""
        if self.broken is not None:
            raise ServiceBroken(f"The device failed: {self.broken}")
        job: Job[T] = Job(cast("Callable[[Any, Job[T]], T]", work), deadline=deadline, request_id=request_id)
        self._worker.submit(job)
        return job

    def cancel(self, job: AnyJob) -> None:
        self._worker.cancel(job)

    def load(self) -> Job[None]:
        return self.submit(lambda session, job: None)

    def unload(self) -> Job[None]:
        """Waits its turn like all work, since the model may be in use."""
        job: Job[None] = Job(lambda session, job: self._slot.unload("asked"))
        job.needs_model = False
        self._worker.submit(job)
        return job

    def _state(self) -> tuple[Literal["ready", "loading", "model_missing", "broken"], str | None]:
        if self.broken is not None:
            return "broken", self.broken
        if self._slot.loading:
            return "loading", "The model is being loaded."
        missing = None if self.loaded else self.model.missing()
        if missing is not None:
            return "model_missing", missing
        return "ready", None

    def _execute(self, job: AnyJob) -> None:
        if not job.begin():
            return
        error = self._attempt(job)
        if error is not None:
            job.fail(error)
        self.metrics.job_ended(job.error.code if job.error else "done", job.queue_ms, job.inference_ms)

    def _attempt(self, job: AnyJob) -> ServiceError | None:
        """The job's error, free of the traceback that would keep its tensors alive."""
        try:
            if not self._bound:
                self.device.bind()
                self._bound = True
            job.check()
            session = self._slot.take(job.check) if job.needs_model else None
            job.begin_inference()
            job.finish(job.work(session, job))
            return None
        except ServiceError as error:
            return error.with_traceback(None)
        except Exception as error:
            return self._translate(error, job)
        finally:
            self._slot.used()

    def _translate(self, error: Exception, job: AnyJob) -> ServiceError:
        if is_out_of_memory(error):
            self.metrics.fell("last")
            return GpuOutOfMemory("The GPU ran out of memory.")
        log.exception("request %s failed", job.request_id, exc_info=error)
        reason = broken_reason(error, self.device)
        if reason is None:
            return InferenceFailed()
        self.broken = reason
        self._on_broken(reason)
        return ServiceBroken(f"The device failed: {reason}")

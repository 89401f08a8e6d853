"""What Prometheus reads. One registry a service, so that two in one process (tests) do not meet."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

_SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600)


class Metrics:
    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        r = self.registry
        self.requests = Counter("inference_requests", "HTTP requests.", ["method", "route", "status"], registry=r)
        self.jobs = Counter("inference_jobs", "Work that ended, by how.", ["outcome"], registry=r)
        self.queue_seconds = Histogram("inference_queue_seconds", "From queued to begun.", buckets=_SECONDS, registry=r)
        self.work_seconds = Histogram("inference_work_seconds", "From begun to ended.", buckets=_SECONDS, registry=r)
        self.load_seconds = Histogram("inference_load_seconds", "Loading the model.", buckets=_SECONDS, registry=r)
        self.unloads = Counter("inference_unloads", "The model left the device, by why.", ["reason"], registry=r)
        self.falls = Counter("inference_out_of_memory", "Rungs that did not suffice.", ["rung"], registry=r)
        self.waiting = Gauge("inference_queue_waiting", "Requests that wait.", registry=r)
        self.running = Gauge("inference_queue_running", "Requests that run: 0 or 1.", registry=r)
        self.model_loaded = Gauge("inference_model_loaded", "Whether the model is on the device.", registry=r)
        self.vram = Gauge("inference_vram_megabytes", "Memory of the card.", ["what"], registry=r)

    def loaded(self, seconds: float) -> None:
        self.load_seconds.observe(seconds)
        self.model_loaded.set(1)

    def unloaded(self, reason: str) -> None:
        self.unloads.labels(reason).inc()
        self.model_loaded.set(0)

    def job_ended(self, outcome: str, queue_ms: int, work_ms: int) -> None:
        self.jobs.labels(outcome).inc()
        self.queue_seconds.observe(queue_ms / 1000)
        self.work_seconds.observe(work_ms / 1000)

    def fell(self, rung: str) -> None:
        self.falls.labels(rung).inc()

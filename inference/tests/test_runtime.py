"""When a model comes, works and goes."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Counter
from fakes import CountingModel, Fullness, Steps
from storytovideo_inference.keep_alive import parse_keep_alive
from storytovideo_inference.runtime.lease import Lease

Start = Callable[..., Counter]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("5m", 300), ("1h30m", 5400), ("1.5h", 5400), ("90", 90), (300, 300), ("0", 0), ("250ms", 0.25)],
)
def test_keep_alive_reads_ollamas_durations(value: object, seconds: float) -> None:
    assert parse_keep_alive(value) == pytest.approx(seconds)


@pytest.mark.parametrize("value", [-1, "-1", "-1m", None])
def test_a_keep_alive_below_zero_is_for_ever(value: object) -> None:
    assert parse_keep_alive(value) is None


@pytest.mark.parametrize("value", ["soon", "5 m", "m", "5x"])
def test_a_keep_alive_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="duration"):
        parse_keep_alive(value)


def test_a_model_is_loaded_by_the_first_work_and_kept(counter: Start) -> None:
    started = counter()
    assert started.client.get("/v1/models").json()["data"][0]["loaded"] is False
    started.client.post("/count", json={})
    started.client.post("/count", json={})
    assert started.client.get("/v1/models").json()["data"][0]["loaded"] is True
    assert started.model.loads == 1


def test_an_idle_model_goes_when_its_time_is_up_and_comes_back(counter: Start) -> None:
    started = counter(keep_alive="50ms")
    started.client.post("/count", json={})
    assert started.model.sessions[0].closed.wait(20)
    assert started.client.post("/count", json={}).status_code == 200
    assert started.model.loads == 2


def test_a_keep_alive_of_zero_unloads_at_once(counter: Start) -> None:
    started = counter(keep_alive="0")
    started.client.post("/count", json={})
    assert started.model.sessions[0].closed.wait(20)


def test_loading_and_unloading_can_be_asked_for(counter: Start) -> None:
    started = counter()
    loaded = started.client.post("/v1/models/load", json={"model": "tests/counter"}).json()
    assert (loaded["model"], loaded["loaded"], started.model.loads) == ("tests/counter", True, 1)
    unloaded = started.client.post("/v1/models/unload", json={}).json()
    assert (unloaded["loaded"], started.model.sessions[0].closed.is_set()) == (False, True)
    assert started.client.post("/v1/models/load", json={"model": "other"}).status_code == 404


def test_readiness_says_that_a_model_is_being_loaded(counter: Start) -> None:
    entered, go = threading.Event(), threading.Event()

    def on_load() -> None:
        entered.set()
        assert go.wait(20)

    started = counter(CountingModel(on_load=on_load))
    thread = threading.Thread(target=started.client.post, args=("/v1/models/load",), kwargs={"json": {}})
    thread.start()
    assert entered.wait(20)
    ready = started.client.get("/readyz")
    assert (ready.status_code, ready.json()["status"]) == (503, "loading")
    go.set()
    thread.join(20)
    assert started.client.get("/readyz").json()["status"] == "ready"


def test_a_load_that_failed_is_tried_again_by_the_next_work(counter: Start) -> None:
    failures = [RuntimeError("weights are cut short")]

    def on_load() -> None:
        if failures:
            raise failures.pop()

    started = counter(CountingModel(on_load=on_load))
    assert started.client.post("/count", json={}).status_code == 500
    assert started.client.post("/count", json={}).status_code == 200


def test_no_model_is_loaded_onto_a_card_that_is_too_full(counter: Start) -> None:
    device = Fullness(free=1000)
    started = counter(device=device, min_free_vram_mb=5000)
    refused = started.client.post("/count", json={})
    error = refused.json()["error"]
    assert (refused.status_code, error["code"], error["retryable"]) == (503, "gpu_out_of_memory", True)
    assert started.model.loads == 0
    device.free = 6000
    assert started.client.post("/count", json={}).status_code == 200


def test_stopping_ends_what_waits_and_what_runs(counter: Start) -> None:
    steps = Steps(go=threading.Semaphore(0))
    started = counter(steps=steps)
    answers: list[object] = []
    asked = [
        threading.Thread(target=lambda: answers.append(started.client.post("/count", json={"steps": 2}).json()))
        for _ in range(2)
    ]
    for thread in asked:
        thread.start()
    assert steps.entered.acquire(timeout=20)
    worker = started.app.state.runtime._worker
    while worker.waiting != 1:
        started.client.get("/readyz")
    steps.go.release(10)
    started.app.state.runtime.stop()
    for thread in asked:
        thread.join(20)
    assert all(isinstance(answer, dict) for answer in answers)
    assert "stopping" in json.dumps(answers)


HOLDER = """
import sys
from storytovideo_inference.runtime.lease import Lease
from pathlib import Path
lease = Lease(Path(sys.argv[1]))
lease.acquire(lambda: None)
print("held", flush=True)
sys.stdin.readline()
lease.release()
print("released", flush=True)
sys.stdin.readline()
"""


def start_holder(file: Path) -> subprocess.Popen[str]:
    source = Path(__file__).parents[1] / "src"
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(source)},
    )


def say(holder: subprocess.Popen[str]) -> None:
    assert holder.stdin is not None
    holder.stdin.write("\n")
    holder.stdin.flush()


def hear(holder: subprocess.Popen[str]) -> str:
    assert holder.stdout is not None
    return holder.stdout.readline().strip()


def test_work_waits_for_the_card_that_another_process_holds(counter: Start, tmp_path: Path) -> None:
    file = tmp_path / "gpu.lock"
    with start_holder(file) as holder:
        assert hear(holder) == "held"
        started = counter(gpu_lock_file=file)
        late = started.client.post("/count", json={}, headers={"X-Deadline-Ms": "150"})
        assert (late.status_code, started.model.loads) == (504, 0)
        say(holder)
        assert hear(holder) == "released"
        assert started.client.post("/count", json={}).status_code == 200
        holder.kill()


def test_an_idle_model_makes_room_for_another_process(counter: Start, tmp_path: Path) -> None:
    file = tmp_path / "gpu.lock"
    started = counter(gpu_lock_file=file)
    started.client.post("/count", json={})
    assert not started.model.sessions[0].closed.is_set()
    with start_holder(file) as holder:
        assert hear(holder) == "held"
        assert started.model.sessions[0].closed.is_set()
        holder.kill()


def test_a_killed_holder_leaves_the_card_free(tmp_path: Path) -> None:
    file = tmp_path / "gpu.lock"
    with start_holder(file) as holder:
        assert hear(holder) == "held"
        holder.kill()
    lease = Lease(file)
    lease.acquire(lambda: None)
    assert lease.held
    lease.close()

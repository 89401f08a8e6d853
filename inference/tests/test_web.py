"""What every service promises at its door."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from conftest import CONTRACT, Counter
from fakes import CountingModel, Fullness, Steps
from storytovideo_inference.errors import ErrorBody

Start = Callable[..., Counter]
ERRORS = json.loads((CONTRACT / "errors.json").read_text())


def error_of(response: httpx.Response) -> dict[str, object]:
    return ErrorBody.model_validate(response.json()).error.model_dump()


def wait_until(condition: Callable[[], bool], counter: Counter) -> None:
    """Asks the service itself, whose answers are what users wait on."""
    for _ in range(2000):
        if condition():
            return
        counter.client.get("/readyz")
    raise AssertionError("it never came to that")


def test_work_is_answered_with_its_facts(counter: Start) -> None:
    answer = counter().client.post("/count", json={"steps": 2}, headers={"X-Request-Id": "abc-1"})
    assert answer.json() == {"counted": 2}
    assert answer.headers["X-Request-Id"] == "abc-1"
    assert answer.headers["X-Seed"] == "7"
    assert answer.headers["X-Model"] == "tests/counter"
    assert int(answer.headers["X-Queue-Ms"]) >= 0
    assert int(answer.headers["X-Inference-Ms"]) >= 0


@pytest.mark.parametrize("given", [None, "", "a b", "ü", "x" * 200])
def test_a_request_without_a_usable_id_gets_one(counter: Start, given: str | None) -> None:
    headers = {} if given is None else {"X-Request-Id": given.encode()}
    made = counter().client.get("/v1/models", headers=headers).headers["X-Request-Id"]
    assert len(made) == 32


def test_a_key_is_asked_of_everybody_but_health_checks(counter: Start) -> None:
    client = counter(api_key="secret").client
    refused = client.get("/v1/models")
    assert refused.status_code == 401
    assert error_of(refused) == ERRORS["unauthorized"]["body"]["error"]
    for wrong in ("Bearer other", "Basic secret", "secret", "Bearer"):
        assert client.post("/count", json={}, headers={"Authorization": wrong}).status_code == 401
    assert client.get("/metrics").status_code == 401
    assert client.get("/v1/models", headers={"Authorization": "Bearer secret"}).status_code == 200
    assert client.get("/healthz").status_code == client.get("/readyz").status_code == 200


def test_a_wrong_field_is_named(counter: Start) -> None:
    answer = counter().client.post("/count", json={"steps": "many"})
    assert answer.status_code == 400
    assert (error_of(answer)["code"], error_of(answer)["param"]) == ("invalid", "steps")
    broken = counter().client.post("/count", content=b"{", headers={"Content-Type": "application/json"})
    assert (broken.status_code, error_of(broken)["code"]) == (400, "invalid")


def test_unknown_paths_and_methods_answer_in_the_envelope(counter: Start) -> None:
    client = counter().client
    assert error_of(client.get("/nothing"))["code"] == "not_found"
    wrong = client.get("/count")
    assert (wrong.status_code, error_of(wrong)["code"]) == (405, "method_not_allowed")


def test_a_body_over_the_limit_is_refused_whether_or_not_it_says_its_length(counter: Start) -> None:
    client = counter(max_body_mb=1).client
    large = b'{"steps": 1, "more": "' + b"x" * (1 << 20) + b'"}'
    kind = {"Content-Type": "application/json"}
    for body in (large, iter([large[:1000], large[1000:]])):
        answer = client.post("/count", content=body, headers=kind)
        assert answer.status_code == 413
        assert error_of(answer)["code"] == "too_large"


def test_another_model_is_not_found_and_an_alias_is(counter: Start) -> None:
    client = counter().client
    assert client.post("/count", json={"model": "somebody/else"}).status_code == 404
    assert client.post("/count", json={"model": "counter"}).status_code == 200


def test_a_missing_model_is_told_at_once(counter: Start) -> None:
    example = ERRORS["model_not_found"]["body"]["error"]
    started = counter(CountingModel(missing_reason=example["message"]))
    answer = started.client.post("/count", json={})
    assert (answer.status_code, error_of(answer)) == (503, example)
    ready = started.client.get("/readyz")
    assert (ready.status_code, ready.json()["status"]) == (503, "model_missing")
    assert started.client.get("/healthz").status_code == 200


def test_a_full_queue_says_when_to_come_again(counter: Start) -> None:
    steps = Steps(go=threading.Semaphore(0))
    started = counter(steps=steps, queue_max=1)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(started.client.post, "/count", json={"steps": 1})
        assert steps.entered.acquire(timeout=20)
        second = pool.submit(started.client.post, "/count", json={"steps": 1})
        wait_until(lambda: started.client.get("/readyz").json()["queue"]["waiting"] == 1, started)
        third = started.client.post("/count", json={"steps": 1})
        assert (third.status_code, third.headers["Retry-After"]) == (429, "5")
        assert error_of(third) == {**ERRORS["queue_full"]["body"]["error"], "message": "1 requests wait already."}
        assert started.client.get("/healthz").status_code == 200
        steps.go.release(2)
        assert first.result().status_code == second.result().status_code == 200


def test_a_deadline_is_kept_while_waiting_and_while_working(counter: Start) -> None:
    steps = Steps(go=threading.Semaphore(0))
    started = counter(steps=steps)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(started.client.post, "/count", json={"steps": 3}, headers={"X-Deadline-Ms": "300"})
        assert steps.entered.acquire(timeout=20)
        waiting = started.client.post("/count", json={"steps": 1}, headers={"X-Deadline-Ms": "20"})
        assert waiting.status_code == 504
        assert error_of(waiting) == {**ERRORS["deadline"]["body"]["error"], "message": "The deadline of 20 ms passed."}
        assert first.result().status_code == 504
        steps.go.release(100)
    # The work itself stopped at its next step, and the next request finds a free thread.
    assert started.client.post("/count", json={"steps": 1}).status_code == 200
    assert steps.stopped_at == [1]
    assert started.model.runs == 2


@pytest.mark.parametrize("value", ["0", "-5", "soon", "1e3", "99999999999"])
def test_a_deadline_that_is_none_is_refused(counter: Start, value: str) -> None:
    answer = counter().client.post("/count", json={}, headers={"X-Deadline-Ms": value})
    assert (answer.status_code, error_of(answer)["param"]) == (400, "X-Deadline-Ms")


def test_an_idempotency_key_runs_once_and_answers_the_same(counter: Start) -> None:
    started = counter()
    headers = {"Idempotency-Key": "one"}
    first = started.client.post("/count", json={"steps": 2}, headers=headers)
    again = started.client.post("/count", json={"steps": 2}, headers={**headers, "X-Request-Id": "later"})
    assert first.json() == again.json()
    assert (again.headers["Idempotent-Replayed"], again.headers["X-Request-Id"]) == ("true", "later")
    assert "Idempotent-Replayed" not in first.headers
    assert started.model.runs == 1
    other = started.client.post("/count", json={"steps": 3}, headers=headers)
    assert (other.status_code, error_of(other)["param"]) == (422, "Idempotency-Key")
    assert started.client.post("/count", json={"steps": 2}, headers={"Idempotency-Key": "two"}).status_code == 200
    assert started.model.runs == 2


def test_a_second_request_under_a_key_listens_to_the_first(counter: Start) -> None:
    steps = Steps(go=threading.Semaphore(0))
    started = counter(steps=steps)
    client = started.client
    with ThreadPoolExecutor(1) as pool:
        headers = {"Idempotency-Key": "one"}
        with client.stream("POST", "/count/stream", json={"steps": 2}, headers=headers) as first:
            assert steps.entered.acquire(timeout=20)
            second = pool.submit(client.post, "/count/stream", json={"steps": 2}, headers=headers)
            steps.go.release(2)
            whole = b"".join(first.iter_bytes())
        assert second.result().content == whole
    assert started.model.runs == 1


def test_a_failure_is_not_kept_under_its_key(counter: Start) -> None:
    steps = Steps(failure=RuntimeError("no"))
    started = counter(steps=steps)
    headers = {"Idempotency-Key": "one"}
    failed = started.client.post("/count", json={}, headers=headers)
    assert (failed.status_code, error_of(failed)) == (500, ERRORS["inference_failed"]["body"]["error"])
    steps.failure = None
    assert started.client.post("/count", json={}, headers=headers).status_code == 200


@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "gone"}])
@pytest.mark.parametrize("path", ["/count", "/count/stream"])
def test_a_client_that_goes_away_ends_its_work_within_a_step(
    counter: Start, path: str, headers: dict[str, str]
) -> None:
    steps = Steps(go=threading.Semaphore(0))
    started = counter(steps=steps)
    hasty = httpx.Client(base_url=started.client.base_url, timeout=httpx.Timeout(20, read=0.3))
    with hasty, pytest.raises(httpx.ReadTimeout):
        hasty.post(path, json={"steps": 5}, headers=headers)
    assert steps.entered.acquire(timeout=20)
    running = started.app.state.runtime._worker.running
    wait_until(lambda: running.state == "cancelled", started)
    steps.go.release(100)
    assert started.client.post("/count", json={"steps": 2}, headers=headers).status_code == 200
    assert steps.stopped_at == [1]


def test_a_silent_stream_beats(counter: Start) -> None:
    steps = Steps(go=threading.Semaphore(0))
    started = counter(steps=steps, heartbeat_s=0.02)
    with started.client.stream("POST", "/count/stream", json={"steps": 1}) as answer:
        assert answer.headers["Content-Type"] == "application/x-ndjson"
        events = []
        for line in answer.iter_lines():
            events.append(json.loads(line)["event"])
            if events.count("ping") == 2:
                steps.go.release()
    assert events[:3] == ["accepted", "ping", "ping"]
    assert events[-1] == "progress"


def test_a_sticky_device_error_turns_health_red_and_ends_the_process(counter: Start) -> None:
    reason = "CUDA error: an illegal memory access was encountered"
    steps = Steps(failure=RuntimeError(f"{reason}\nCUDA kernel errors might be reported later"))
    ended: list[str] = []
    started = counter(steps=steps, device=Fullness(sticky=reason), on_broken=ended.append)
    assert started.client.post("/count", json={}).status_code == 503
    health = started.client.get("/healthz")
    example = json.loads((CONTRACT / "health.json").read_text())["healthz_broken"]
    assert (health.status_code, health.json()) == (example["status"], example["body"])
    assert ended == [reason]
    assert error_of(started.client.post("/count", json={}))["code"] == "broken"
    assert started.client.get("/v1/models").status_code == started.client.get("/metrics").status_code == 200


def test_a_passing_device_error_fails_one_call_only(counter: Start) -> None:
    steps = Steps(failure=RuntimeError("CUDA error: something that passed"))
    started = counter(steps=steps, device=Fullness())
    assert error_of(started.client.post("/count", json={}))["code"] == "inference_failed"
    steps.failure = None
    assert started.client.get("/healthz").status_code == 200
    assert started.client.post("/count", json={}).status_code == 200


def test_metrics_count_requests_jobs_and_loads(counter: Start) -> None:
    client = counter().client
    client.post("/count", json={})
    client.post("/count", json={"steps": "x"})
    text = client.get("/metrics").text
    assert 'inference_requests_total{method="POST",route="/count",status="200"} 1.0' in text
    assert 'inference_requests_total{method="POST",route="/count",status="400"} 1.0' in text
    assert 'inference_jobs_total{outcome="done"} 1.0' in text
    assert "inference_model_loaded 1.0" in text
    assert "inference_load_seconds_count 1.0" in text

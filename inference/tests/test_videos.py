"""The clip service with a tiny Stable Video Diffusion, loaded by the code that loads the real one."""

from __future__ import annotations

import io
import json
import socket
import struct
import threading
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
import torch
from PIL import Image

from conftest import serve
from seen import is_fast_start, see
from storytovideo_inference.img2vid.service import make_service
from storytovideo_inference.img2vid.session import DiffusersSession
from storytovideo_inference.img2vid.settings import VideoSettings
from storytovideo_inference.web.app import create_app
from tiny_svd import build_tiny_svd

MODEL = "stabilityai/stable-video-diffusion-img2vid"
SMALL = {"width": "64", "height": "64", "num_frames": "4", "num_inference_steps": "2", "fps": "7", "seed": "11"}


@pytest.fixture(scope="session")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    build_tiny_svd(folder / MODEL)
    return folder


@pytest.fixture(scope="module")
def client(model_dir: Path) -> Iterator[httpx.Client]:
    with serve(create_app(make_service(VideoSettings(model_dir=model_dir, device="cpu")))) as client:
        yield client


def picture(colour: str = "red", size: tuple[int, int] = (64, 64), kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(file, kind)
    if colour != "red":
        file = io.BytesIO()
        Image.new("RGB", size, colour).save(file, kind)
    return file.getvalue()


def post(client: httpx.Client, path: str = "/v1/videos", image: bytes | None = None, **fields: str) -> httpx.Response:
    files = {"input_reference": ("frame.png", picture() if image is None else image, "image/png")}
    return client.post(path, data={**SMALL, **fields}, files=files)


def follow(client: httpx.Client, video_id: str) -> list[dict[str, Any]]:
    with client.stream("GET", f"/v1/videos/{video_id}/events") as answer:
        assert answer.headers["content-type"] == "application/x-ndjson"
        return [json.loads(line) for line in answer.iter_lines()]


def make(client: httpx.Client, **fields: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    created = post(client, **fields).json()
    assert created["status"] in ("queued", "in_progress"), created
    assert created["error"] is None
    events = follow(client, created["id"])
    return client.get(f"/v1/videos/{created['id']}").json(), events


def test_a_clip_is_made_told_of_and_fetched(client: httpx.Client, tmp_path: Path) -> None:
    video, events = make(client)
    told = [event for event in events if event["event"] != "ping"]
    assert [event["event"] for event in told] == ["queued", "started", "progress", "progress", "completed"]
    assert told[0]["place"] == 1
    assert [(event["step"], event["steps"], event["progress"]) for event in told[2:4]] == [(1, 2, 50), (2, 2, 99)]
    assert told[-1] == {"event": "completed", "seed": 11, "bytes": video["bytes"]}
    assert {
        key: video[key] for key in ("status", "progress", "seed", "steps", "width", "height", "num_frames", "fps")
    } == {
        "status": "completed",
        "progress": 100,
        "seed": 11,
        "steps": 2,
        "width": 64,
        "height": 64,
        "num_frames": 4,
        "fps": 7,
    }
    content = client.get(f"/v1/videos/{video['id']}/content")
    assert content.headers["content-type"] == "video/mp4"
    assert len(content.content) == video["bytes"]
    seen = see(content.content, tmp_path)
    assert (seen.codec, seen.pixels, seen.width, seen.height, seen.fps) == ("h264", "yuv420p", 64, 64, 7.0)
    assert len(seen.frames) == 4
    assert is_fast_start(content.content)


def test_the_same_key_makes_one_clip_though_the_forms_boundary_differs(client: httpx.Client) -> None:
    files = {"input_reference": ("frame.png", picture(), "image/png")}
    keyed = {"Idempotency-Key": "clip-1"}
    first, again = (client.post("/v1/videos", data=SMALL, files=files, headers=keyed).json() for _ in range(2))
    assert first["id"] == again["id"]
    other = client.post("/v1/videos", data={**SMALL, "seed": "12"}, files=files, headers=keyed)
    assert (other.status_code, other.json()["error"]["param"]) == (422, "Idempotency-Key")


def test_content_is_given_in_parts(client: httpx.Client) -> None:
    video, _ = make(client)
    path = f"/v1/videos/{video['id']}/content"
    whole = client.get(path).content
    part = client.get(path, headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, whole[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(whole)}"


def test_sync_answers_with_the_clip_itself(client: httpx.Client, tmp_path: Path) -> None:
    answer = post(client, "/v1/videos/sync", width="128")
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["x-seed"] == "11"
    assert answer.headers["x-model"] == MODEL
    assert int(answer.headers["x-inference-ms"]) > 0
    seen = see(answer.content, tmp_path)
    assert (seen.width, seen.height, len(seen.frames)) == (128, 64, 4)


def test_a_seed_repeats_and_another_does_not(client: httpx.Client) -> None:
    first, again, other = (post(client, "/v1/videos/sync", seed=seed).content for seed in ("5", "5", "6"))
    assert first == again != other


def test_the_picture_and_the_movement_change_the_clip(client: httpx.Client) -> None:
    plain = post(client, "/v1/videos/sync").content
    assert post(client, "/v1/videos/sync", image=picture("blue")).content != plain
    assert post(client, "/v1/videos/sync", extra_params='{"motion_bucket_id": 250}').content != plain
    assert post(client, "/v1/videos/sync", extra_params='{"noise_aug_strength": 0.9}').content != plain


def test_a_missing_seed_is_chosen_and_told(client: httpx.Client) -> None:
    fields = {key: value for key, value in SMALL.items() if key != "seed"}
    files = {"input_reference": ("frame.png", picture(), "image/png")}
    first = client.post("/v1/videos/sync", data=fields, files=files)
    assert post(client, "/v1/videos/sync", seed=first.headers["x-seed"]).content == first.content


def test_a_segment_goes_on_from_the_last_frame(client: httpx.Client, tmp_path: Path) -> None:
    one = see(post(client, "/v1/videos/sync").content, tmp_path)
    video, events = make(client, extra_params='{"segments": 2}')
    assert (video["num_frames"], video["steps"]) == (7, 2)
    assert [event["step"] for event in events if event["event"] == "progress"] == [1, 2, 3, 4]
    two = see(client.get(f"/v1/videos/{video['id']}/content").content, tmp_path)
    assert len(two.frames) == 7
    assert np.abs(two.frames[:3].astype(int) - one.frames[:3].astype(int)).mean() < 12


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_three_kinds_of_picture_are_read(client: httpx.Client, kind: str) -> None:
    assert post(client, "/v1/videos/sync", image=picture(kind=kind)).status_code == 200


@pytest.mark.parametrize(
    "image",
    [b"", b"no picture", picture()[:80], picture(kind="GIF"), picture(kind="BMP"), picture(kind="TIFF")],
)
def test_what_is_no_such_picture_is_refused(client: httpx.Client, image: bytes) -> None:
    answer = post(client, image=image)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["param"]) == (422, "unprocessable", "input_reference")


def test_a_picture_that_unfolds_too_far_is_refused(client: httpx.Client) -> None:
    small = picture()
    header = b"IHDR" + struct.pack(">II", 9000, 9000) + small[24:29]
    bomb = small[:12] + header + struct.pack(">I", zlib.crc32(header)) + small[33:]
    answer = post(client, image=bomb)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "unprocessable")
    assert "pixels" in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"width": "100"}, "width"),
        ({"width": "1024", "height": "640"}, "width"),
        ({"height": "32"}, "height"),
        ({"num_frames": "15"}, "num_frames"),
        ({"num_frames": "x"}, "num_frames"),
        ({"num_inference_steps": "51"}, "num_inference_steps"),
        ({"fps": "0"}, "fps"),
        ({"seed": "-1"}, "seed"),
        ({"extra_params": "{"}, "extra_params"),
        ({"extra_params": '{"segments": 5}'}, "extra_params.segments"),
        ({"extra_params": '{"motion_bucket_id": 256}'}, "extra_params.motion_bucket_id"),
        ({"extra_params": '{"decode_chunk_size": 3}'}, "extra_params.decode_chunk_size"),
    ],
)
def test_a_wrong_field_is_refused_by_name(client: httpx.Client, fields: dict[str, str], param: str) -> None:
    answer = post(client, **fields)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["param"]) == (400, "invalid", param)


def test_a_form_without_a_picture_and_another_model(client: httpx.Client) -> None:
    assert client.post("/v1/videos", json={"width": 64}).json()["error"]["param"] == "input_reference"
    assert post(client, model="another").status_code == 404
    assert client.get("/v1/videos/video_none").status_code == 404
    assert client.delete("/v1/videos/video_none").status_code == 404


class Gate:
    """Holds the work after each step until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached = threading.Semaphore(0)
        self.go = threading.Semaphore(0)
        self.steps: list[int] = []
        real = DiffusersSession.animate

        def animate(session: Any, image: Any, order: Any, seed: int, rung: Any, on_step: Callable[[int], None]) -> Any:
            def held(number: int) -> None:
                self.steps.append(number)
                self.reached.release()
                assert self.go.acquire(timeout=20)
                on_step(number)

            return real(session, image, order, seed, rung, held)

        monkeypatch.setattr(DiffusersSession, "animate", animate)

    def open(self) -> None:
        self.go.release(1000)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(monkeypatch)
    yield gate
    gate.open()


def test_deleting_a_clip_stops_it_within_one_step(client: httpx.Client, gate: Gate) -> None:
    created = post(client, num_inference_steps="20").json()
    assert gate.reached.acquire(timeout=20)
    assert client.get(f"/v1/videos/{created['id']}").json()["status"] == "in_progress"
    assert client.get(f"/v1/videos/{created['id']}/content").status_code == 404
    deleted = client.delete(f"/v1/videos/{created['id']}")
    assert deleted.json() == {"id": created["id"], "object": "video.deleted", "deleted": True}
    assert client.get(f"/v1/videos/{created['id']}").status_code == 404
    gate.open()
    # The next call is made by the same pipeline, after the first has let it go.
    assert post(client, "/v1/videos/sync").status_code == 200
    assert gate.steps == [1, 1, 2]


def test_going_away_from_sync_stops_the_work(client: httpx.Client, gate: Gate) -> None:
    fields = {**SMALL, "num_inference_steps": "20"}
    files = {"input_reference": ("frame.png", picture(), "image/png")}
    request = client.build_request("POST", "/v1/videos/sync", data=fields, files=files)
    head = "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
    with socket.create_connection((client.base_url.host, client.base_url.port or 80)) as connection:
        connection.sendall(f"POST /v1/videos/sync HTTP/1.1\r\n{head}\r\n".encode() + request.read())
        assert gate.reached.acquire(timeout=20)
    # Its end is seen before this request, which came after it.
    queued = post(client).json()
    gate.open()
    assert follow(client, queued["id"])[-1]["event"] == "completed"
    assert gate.steps == [1, 1, 2]


def test_whoever_only_watches_may_leave(client: httpx.Client, gate: Gate) -> None:
    created = post(client).json()
    with client.stream("GET", f"/v1/videos/{created['id']}/events") as watching:
        assert json.loads(next(watching.iter_lines()))["event"] == "queued"
    gate.open()
    assert follow(client, created["id"])[-1]["event"] == "completed"


def test_waiting_clips_know_their_place(client: httpx.Client, gate: Gate) -> None:
    first = post(client).json()
    assert gate.reached.acquire(timeout=20)
    second = post(client).json()
    assert (first["status"], second["status"]) == ("queued", "queued")
    gate.open()
    assert follow(client, second["id"])[0] == {"event": "queued", "place": 2}


def test_a_failure_is_told_by_both_ways_and_the_next_call_works(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(DiffusersSession, "animate", lambda *args: (_ for _ in ()).throw(RuntimeError("no")))
        video, events = make(client)
    assert video["status"] == "failed"
    assert video["error"]["code"] == events[-1]["error"]["code"] == "inference_failed"
    assert events[-1]["event"] == "failed"
    assert client.get(f"/v1/videos/{video['id']}/content").status_code == 500
    assert post(client, "/v1/videos/sync").status_code == 200


def test_numbers_that_are_none_are_an_error_not_a_black_clip(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    import storytovideo_inference.img2vid.session as session

    class Made:
        frames = np.full((1, 4, 64, 64, 3), np.nan)

    with monkeypatch.context() as broken:
        broken.setattr(session, "call_pipeline", lambda *args: Made())
        answer = post(client, "/v1/videos/sync")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "inference_failed")


def test_out_of_memory_takes_a_smaller_divisor_and_remembers_it(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    real = DiffusersSession.animate

    def animate(session: Any, image: Any, order: Any, seed: int, rung: Any, on_step: Any) -> Any:
        tried.append(rung.name)
        if rung.chunk > 2:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return real(session, image, order, seed, rung, on_step)

    monkeypatch.setattr(DiffusersSession, "animate", animate)
    video, _ = make(client, height="128", num_frames="4")
    assert (video["status"], video["rung"]) == ("completed", "chunk-2")
    make(client, height="128", num_frames="4")
    assert tried == ["chunk-4", "chunk-2", "chunk-2"]


def test_a_ladder_without_a_lower_rung_is_an_honest_error(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def animate(session: Any, image: Any, order: Any, seed: int, rung: Any, on_step: Any) -> Any:
        tried.append(rung.name)
        raise torch.OutOfMemoryError("CUDA out of memory")

    with monkeypatch.context() as broken:
        broken.setattr(DiffusersSession, "animate", animate)
        video, _ = make(client, height="192")
    assert (video["error"]["code"], video["error"]["retryable"]) == ("gpu_out_of_memory", True)
    assert tried == ["chunk-4", "chunk-2", "chunk-1", "forward"]


def test_only_so_many_finished_clips_are_kept(model_dir: Path) -> None:
    settings = VideoSettings(model_dir=model_dir, device="cpu", keep_videos=2)
    with serve(create_app(make_service(settings))) as client:
        made = [make(client)[0]["id"] for _ in range(3)]
        kept = [client.get(f"/v1/videos/{video_id}").status_code for video_id in made]
        assert kept == [404, 200, 200]
        assert client.get(f"/v1/videos/{made[0]}/content").status_code == 404


def test_the_model_says_what_it_is(client: httpx.Client, model_dir: Path) -> None:
    (model,) = client.get("/v1/models").json()["data"]
    assert (model["id"], model["kind"], model["family"], model["revision"]) == (MODEL, "video", "svd", "0123456789ab")
    assert model["limits"]["max_frames"] == 14


def test_missing_weights_are_said_by_readyz(tmp_path: Path) -> None:
    with serve(create_app(make_service(VideoSettings(model_dir=tmp_path, device="cpu")))) as client:
        assert client.get("/readyz").json()["status"] == "model_missing"
        assert post(client).json()["error"]["code"] == "model_not_found"

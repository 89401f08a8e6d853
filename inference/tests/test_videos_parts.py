"""The parts of the clip service that need no model."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from seen import see
from storytovideo_inference.diffusion.family import choose_family
from storytovideo_inference.errors import Cancelled, NotFound
from storytovideo_inference.img2vid.families import FAMILIES
from storytovideo_inference.img2vid.make import list_rungs, make_clip
from storytovideo_inference.img2vid.order import Limits, Order, divisors, make_order
from storytovideo_inference.img2vid.schema import CreateFields, ExtraParams
from storytovideo_inference.img2vid.session import VideoRung, chunk_forward
from storytovideo_inference.img2vid.shelf import Clip, Shelf
from storytovideo_inference.media.ffmpeg import find_ffmpeg
from storytovideo_inference.media.mp4 import write_mp4
from storytovideo_inference.media.picture import read_picture
from storytovideo_inference.runtime.job import Job
from storytovideo_inference.runtime.ladder import Ladder


def order_of(family: str = "svd", **fields: Any) -> Order:
    chosen = choose_family(FAMILIES, "", family)
    return make_order(CreateFields(**fields), Limits(chosen, chosen.max_pixels))


def test_chunks_divide_the_frames() -> None:
    assert divisors(14) == [14, 7, 2, 1]
    assert divisors(25) == [25, 5, 1]
    assert [order_of(name).decode_chunk_size for name in ("svd", "svd-xt")] == [7, 5]
    for family in FAMILIES:
        for frames in range(family.min_frames, family.num_frames + 1):
            order = order_of(family.name, num_frames=frames)
            assert all(frames % rung.chunk == 0 for rung in list_rungs(order, can_offload=True))


def test_the_ladder_goes_from_chunks_to_offload_to_forward_chunking() -> None:
    order = order_of(extra_params='{"decode_chunk_size": 14}')
    rungs = list_rungs(order, can_offload=True)
    assert [rung.name for rung in rungs] == ["chunk-14", "chunk-7", "chunk-2", "chunk-1", "offload", "forward"]
    assert sorted(rungs, key=lambda rung: rung.order) == rungs
    assert list_rungs(order, can_offload=False)[-1] == VideoRung(1, offloads=False, chunks_forward=True)


def test_defaults_are_the_familys_own() -> None:
    order = order_of("svd-xt", seed=3)
    assert (order.width, order.height, order.num_frames, order.fps, order.steps) == (1024, 576, 25, 7, 25)
    assert (order.motion_bucket_id, order.noise_aug_strength, order.segments) == (127, 0.02, 1)


def test_a_model_of_no_family_names_the_choice() -> None:
    assert choose_family(FAMILIES, "mine/clip", "svd").name == "svd"
    with pytest.raises(ValueError, match="svd, svd-xt"):
        choose_family(FAMILIES, "mine/clip", None)


class Scripted:
    """Paints the seed it was given, runs out of memory as told."""

    can_offload = True

    def __init__(self, fails_at: set[str]) -> None:
        self.fails_at = fails_at
        self.starts: list[int] = []
        self.rungs: list[str] = []

    def animate(self, picture: Image.Image, order: Order, seed: int, rung: VideoRung, on_step: Any) -> Any:
        self.rungs.append(rung.name)
        on_step(1)
        if rung.name in self.fails_at:
            raise torch.OutOfMemoryError("CUDA out of memory")
        on_step(2)
        self.starts.append(picture.getpixel((0, 0))[0])  # type: ignore[index]
        return np.full((order.num_frames, 8, 8, 3), seed, np.uint8)

    def close(self) -> None: ...


def run_clip(session: Scripted, order: Order, ladder: Ladder) -> tuple[Any, VideoRung, list[int]]:
    told: list[int] = []
    picture = Image.new("RGB", (8, 8), (200, 0, 0))
    frames, rung = make_clip(session, picture, order, ladder, lambda step, steps: told.append(step))
    return frames, rung, told


def test_segments_go_on_from_the_last_frame_with_a_seed_of_their_own() -> None:
    session = Scripted(set())
    order = order_of(
        num_frames=4, num_inference_steps=2, seed=10, extra_params=ExtraParams(segments=3).model_dump_json()
    )
    frames, _, told = run_clip(session, order, Ladder(lambda: None))
    assert [int(frame[0, 0, 0]) for frame in frames] == [10] * 4 + [11] * 3 + [12] * 3
    assert len(frames) == order.all_frames
    assert session.starts == [200, 10, 11]
    assert told == [1, 2, 3, 4, 5, 6]


def test_a_fall_never_takes_progress_back_and_is_remembered_for_this_size_only() -> None:
    released: list[int] = []
    ladder = Ladder(lambda: released.append(1))
    session = Scripted({"chunk-2", "chunk-1"})
    order = order_of(num_frames=2, num_inference_steps=2, seed=0)
    _, rung, told = run_clip(session, order, ladder)
    assert rung.name == "offload"
    assert told == sorted(told)
    assert session.rungs == ["chunk-2", "chunk-1", "offload"]
    assert len(released) == 2
    run_clip(session, order, ladder)
    assert session.rungs[3:] == ["offload"]
    run_clip(session, order_of(num_frames=2, width=512, seed=0), ladder)
    assert session.rungs[4:] == ["chunk-2", "chunk-1", "offload"]


def test_forward_chunking_is_switched_both_ways() -> None:
    from diffusers.models.attention import BasicTransformerBlock

    unet = torch.nn.ModuleList([BasicTransformerBlock(8, 1, 8)])
    chunk_forward(unet, True)
    assert unet[0]._chunk_size == 1
    chunk_forward(unet, False)
    assert unet[0]._chunk_size is None


@pytest.mark.parametrize("count", [1, 2, 14, 25])
def test_an_mp4_has_just_the_frames_it_was_given(count: int, tmp_path: Path) -> None:
    levels = np.linspace(20, 235, count).round().astype(np.uint8)
    frames = np.broadcast_to(levels[:, None, None, None], (count, 64, 128, 3))
    path = tmp_path / "clip.mp4"
    size = write_mp4(find_ffmpeg(), path, np.ascontiguousarray(frames).tobytes(), width=128, height=64, fps=7)
    seen = see(path.read_bytes(), tmp_path)
    assert size == path.stat().st_size
    assert (seen.codec, seen.pixels, seen.fps, len(seen.frames)) == ("h264", "yuv420p", 7.0, count)
    assert np.abs(seen.frames[:, 10, 10, 1].astype(int) - levels.astype(int)).max() <= 4


def test_a_picture_is_cut_to_shape_not_squeezed() -> None:
    import io

    wide = Image.new("RGB", (300, 100), "red")
    wide.paste("blue", (100, 0, 200, 100))
    file = io.BytesIO()
    wide.save(file, "PNG")
    cut = read_picture(file.getvalue(), 64, 64, param="input_reference")
    assert cut.size == (64, 64)
    assert [cut.getpixel((x, 32)) for x in (1, 32, 62)] == [(0, 0, 255)] * 3


def test_what_is_transparent_is_white() -> None:
    import io

    file = io.BytesIO()
    Image.new("RGBA", (64, 64), (0, 0, 0, 0)).save(file, "PNG")
    assert read_picture(file.getvalue(), 64, 64, param="x").getpixel((5, 5)) == (255, 255, 255)


def test_clips_are_kept_only_so_long() -> None:
    async def live() -> None:
        now = [100.0]
        shelf = Shelf(10, 60, clock=lambda: now[0])
        job: Job[Clip] = Job(lambda session, job: None)
        entry = shelf.add("video_a", job, order_of(seed=1), "m")
        path = shelf.place_for("video_a")
        path.write_bytes(b"clip")
        job.begin()
        job.finish(Clip(path, 4, 14, "chunk-7"))
        await asyncio.gather(*shelf.settling)
        assert entry.ended_at == 100.0
        now[0] = 159.0
        assert shelf.get("video_a").describe().status == "completed"
        now[0] = 160.0
        with pytest.raises(NotFound):
            shelf.get("video_a")
        assert not path.exists()

    asyncio.run(live())


def test_a_clip_that_still_runs_is_never_forgotten() -> None:
    async def live() -> None:
        now = [0.0]
        shelf = Shelf(1, 60, clock=lambda: now[0])
        job: Job[Clip] = Job(lambda session, job: None)
        shelf.add("video_a", job, order_of(seed=1), "m")
        job.begin()
        now[0] = 10_000.0
        assert shelf.get("video_a").describe().status == "in_progress"
        job.cancel()
        assert shelf.get("video_a").describe().error == Cancelled().fields()

    asyncio.run(live())

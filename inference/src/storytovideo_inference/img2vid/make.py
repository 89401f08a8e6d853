"""A whole clip: segment after segment, each from the last frame of the one before, with as much memory as there is."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from ..runtime.ladder import Ladder
from .order import Order, divisors
from .session import Frames, VideoRung, VideoSession

# Steps done, of all.
OnProgress = Callable[[int, int], None]


def list_rungs(order: Order, can_offload: bool) -> list[VideoRung]:
    """Fewer frames decoded at once, then only the working part on the card, then the inner layers frame by frame."""
    rungs = [VideoRung(chunk) for chunk in divisors(order.num_frames) if chunk <= order.decode_chunk_size]
    if can_offload:
        rungs.append(VideoRung(1, offloads=True))
    return [*rungs, VideoRung(1, offloads=can_offload, chunks_forward=True)]


def make_clip(
    session: VideoSession, picture: Image.Image, order: Order, ladder: Ladder, on_progress: OnProgress
) -> tuple[Frames, VideoRung]:
    """All frames, and the rung that made the last. `on_progress` never goes back; what it raises ends it all."""
    rungs = list_rungs(order, session.can_offload)
    key = (order.width, order.height, order.num_frames)
    parts: list[Frames] = []
    used = rungs[0]
    told = 0

    def on_step(number: int) -> None:
        nonlocal told
        # After a fall the steps are counted anew.
        told = max(told, len(parts) * order.steps + number)
        on_progress(told, order.all_steps)

    def attempt(rung: VideoRung) -> Frames:
        nonlocal used
        used = rung
        start = Image.fromarray(parts[-1][-1]) if parts else picture
        return session.animate(start, order, order.seed + len(parts), rung, on_step)

    for _ in range(order.segments):
        frames = ladder.climb(key, rungs, attempt)
        parts.append(frames if not parts else frames[1:])
    return np.concatenate(parts), used

"""Drawing an order in as few calls as memory allows. What is drawn already is never drawn again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PIL import Image

from ..runtime.ladder import Ladder
from .order import Order, Picture
from .session import ImageRung, ImageSession

OnProgress = Callable[[Sequence[Picture], int, Sequence[bytes | None]], None]
OnPicture = Callable[[Picture, Image.Image, ImageRung], None]


def list_rungs(count: int, max_batch: int, can_offload: bool) -> list[ImageRung]:
    """Halves the batch down to one, then saves at the decoder, then keeps only the working part on the card."""
    batch = min(count, max_batch)
    rungs = []
    while batch >= 1:
        rungs.append(ImageRung(batch))
        batch //= 2
    rungs.append(ImageRung(1, saves_vae=True))
    if can_offload:
        rungs.append(ImageRung(1, saves_vae=True, offloads=True))
    return rungs


def draw_order(
    session: ImageSession,
    order: Order,
    ladder: Ladder,
    *,
    max_batch: int,
    on_progress: OnProgress,
    on_picture: OnPicture,
    previews: bool = False,
) -> None:
    left = list(order.pictures)

    def attempt(rung: ImageRung) -> None:
        while left:
            chunk = left[: rung.batch]

            def on_step(number: int, seen: Sequence[bytes | None], chunk: Sequence[Picture] = chunk) -> None:
                on_progress(chunk, number, seen)

            drawn = session.draw(chunk, order, rung, on_step, previews=previews)
            for picture, image in zip(chunk, drawn, strict=True):
                on_picture(picture, image, rung)
            del left[: len(chunk)]

    key = (order.width, order.height, order.reference is not None)
    ladder.climb(key, list_rungs(len(left), max_batch, session.can_offload), attempt)

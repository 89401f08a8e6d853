"""Stable Diffusion and its relatives behind one call. Lives on the worker thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from diffusers import AutoPipelineForImage2Image
from PIL import Image

from ..diffusion.call import call_pipeline, generators
from ..diffusion.place import Placement, save_vae_memory
from ..errors import InferenceFailed
from ..runtime.device import Device
from .families.family import Family
from .order import Order, Picture
from .preview import draw_previews

# After a step: its number, and a preview of each picture (empty when none are wanted).
OnStep = Callable[[int, Sequence[bytes | None]], None]


@dataclass(frozen=True)
class ImageRung:
    """How much memory a call may take: so many pictures at once, the decoder saving, parts only while they work."""

    batch: int
    saves_vae: bool = False
    offloads: bool = False

    @property
    def order(self) -> tuple[int, ...]:
        return (int(self.saves_vae), int(self.offloads), -self.batch)

    @property
    def name(self) -> str:
        return "offload" if self.offloads else "vae" if self.saves_vae else f"batch-{self.batch}"


class ImageSession(Protocol):
    can_offload: bool

    def draw(
        self, pictures: Sequence[Picture], order: Order, rung: ImageRung, on_step: OnStep, *, previews: bool
    ) -> list[Image.Image]: ...

    def close(self) -> None: ...


class DiffusersSession:
    def __init__(self, pipeline: Any, family: Family, device: Device) -> None:
        self._words = pipeline
        self._reference: Any = None
        self._family = family
        self._placement = Placement(device)
        self.can_offload = self._placement.can_offload

    def draw(
        self, pictures: Sequence[Picture], order: Order, rung: ImageRung, on_step: OnStep, *, previews: bool
    ) -> list[Image.Image]:
        pipeline = self._words if order.reference is None else self._reference_pipeline()
        self._placement.put(pipeline, offload=rung.offloads)
        save_vae_memory(pipeline, rung.saves_vae)
        arguments = {
            **self._family.arguments,
            "prompt": [picture.prompt for picture in pictures],
            "negative_prompt": None if order.negative is None else [order.negative] * len(pictures),
            "generator": generators([picture.seed for picture in pictures]),
            "num_inference_steps": order.scheduled_steps,
            "guidance_scale": order.guidance,
            "output_type": "np",
            **self._start_of(order, len(pictures)),
        }
        colours = self._family.colours if previews else None

        def on_step_done(number: int, latents: Any) -> None:
            # After the last step the picture itself is about to come.
            sees = colours is not None and latents is not None and number < order.steps
            on_step(number, draw_previews(latents, colours) if sees and colours else ())

        return [to_picture(array) for array in call_pipeline(pipeline, arguments, on_step_done).images]

    def close(self) -> None:
        self._words = self._reference = None
        self._placement = None  # type: ignore[assignment]

    def _start_of(self, order: Order, count: int) -> dict[str, Any]:
        if order.reference is None:
            return {"width": order.width, "height": order.height}
        return {"image": [order.reference] * count, "strength": order.strength}

    def _reference_pipeline(self) -> Any:
        if self._reference is None:
            # Of the same parts: takes no memory of its own.
            self._reference = AutoPipelineForImage2Image.from_pipe(self._words)
            self._reference.set_progress_bar_config(disable=True)
        return self._reference


def to_picture(array: np.ndarray[Any, Any]) -> Image.Image:
    """From 0..1. Numbers that are none would become black, and black is no honest picture of a failure."""
    if not np.isfinite(array).all():
        raise InferenceFailed("The model's picture holds no numbers; DTYPE=bfloat16 or float32 may help.")
    return Image.fromarray((array * 255).round().astype("uint8"))

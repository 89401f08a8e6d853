"""A pipeline of diffusers that makes frames from a picture. Lives on the worker thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from PIL import Image

from ..diffusion.call import call_pipeline, generators
from ..diffusion.place import Placement
from ..errors import InferenceFailed
from ..runtime.device import Device
from .families.family import Family
from .order import Order

# Frames, height, width, RGB; eight bits.
Frames = np.ndarray[Any, Any]


@dataclass(frozen=True)
class VideoRung:
    """How much memory a call may take: frames decoded at once, parts on the card only while they work, and the inner
    layers frame by frame."""

    chunk: int
    offloads: bool = False
    chunks_forward: bool = False

    @property
    def order(self) -> tuple[int, ...]:
        return (int(self.chunks_forward), int(self.offloads), -self.chunk)

    @property
    def name(self) -> str:
        return "forward" if self.chunks_forward else "offload" if self.offloads else f"chunk-{self.chunk}"


class VideoSession(Protocol):
    can_offload: bool

    def animate(
        self, picture: Image.Image, order: Order, seed: int, rung: VideoRung, on_step: Callable[[int], None]
    ) -> Frames: ...

    def close(self) -> None: ...


class DiffusersSession:
    def __init__(self, pipeline: Any, family: Family, device: Device) -> None:
        self._pipeline = pipeline
        self._family = family
        self._placement = Placement(device)
        self._vae_dtype = pipeline.vae.dtype
        self.can_offload = self._placement.can_offload

    def animate(
        self, picture: Image.Image, order: Order, seed: int, rung: VideoRung, on_step: Callable[[int], None]
    ) -> Frames:
        if self._pipeline.vae.dtype != self._vae_dtype:
            # SVD's encoder works in single precision, and a call that ended early left it so.
            self._pipeline.vae.to(dtype=self._vae_dtype)
        self._placement.put(self._pipeline, offload=rung.offloads)
        chunk_forward(self._pipeline.unet, rung.chunks_forward)
        arguments = {
            **self._family.arguments,
            "image": picture,
            # Without both, SVD would work at 1024 x 576 whatever the picture.
            "width": order.width,
            "height": order.height,
            "num_frames": order.num_frames,
            "num_inference_steps": order.steps,
            "fps": order.fps,
            "motion_bucket_id": order.motion_bucket_id,
            "noise_aug_strength": order.noise_aug_strength,
            "decode_chunk_size": rung.chunk,
            "generator": generators([seed])[0],
            "output_type": "np",
        }
        made = call_pipeline(self._pipeline, arguments, lambda number, latents: on_step(number))
        return to_frames(made.frames[0])

    def close(self) -> None:
        self._pipeline = None
        self._placement = None  # type: ignore[assignment]


def chunk_forward(unet: Any, is_saving: bool) -> None:
    """What `unet.enable_forward_chunking()` does, and its way back, which diffusers lacks."""
    for module in unet.modules():
        if hasattr(module, "set_chunk_feed_forward"):
            module.set_chunk_feed_forward(chunk_size=1 if is_saving else None, dim=0)


def to_frames(array: Frames) -> Frames:
    """From 0..1. Numbers that are none would become black, and black is no honest picture of a failure."""
    if not np.isfinite(array).all():
        raise InferenceFailed("The model's frames hold no numbers; DTYPE=bfloat16 or float32 may help.")
    whole: Frames = (array * 255).round().astype("uint8")
    return whole

"""From a request to what is to be drawn: defaults filled in, limits kept. Pure, but for a seed nobody chose."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

from ..errors import Invalid
from ..seeds import choose_seed
from .families.family import Family
from .reference import read_reference
from .schema import BatchRequest, GenerationRequest, Shared

_SIZE = re.compile(r"(\d{1,5})x(\d{1,5})")
_DEFAULT_STRENGTH = 0.6


@dataclass(frozen=True)
class Picture:
    id: str
    prompt: str
    seed: int


@dataclass(frozen=True)
class Order:
    """Pictures that are drawn alike. `scheduled_steps` is what the pipeline is told, `steps` what it then runs."""

    pictures: tuple[Picture, ...]
    width: int
    height: int
    steps: int
    scheduled_steps: int
    guidance: float
    negative: str | None
    reference: Any
    strength: float | None
    ignored: tuple[str, ...]


@dataclass(frozen=True)
class Limits:
    family: Family
    max_batch: int
    max_pixels: int


def order_of_generation(request: GenerationRequest, limits: Limits) -> Order:
    if request.n > limits.max_batch:
        raise Invalid(f"n must be at most {limits.max_batch}", param="n")
    first = choose_seed(request.seed)
    pictures = tuple(Picture(str(number), request.prompt, first + number) for number in range(request.n))
    return _order(request, pictures, limits)


def order_of_batch(request: BatchRequest, limits: Limits) -> Order:
    if len(request.items) > limits.max_batch:
        raise Invalid(f"items must be at most {limits.max_batch}", param="items")
    if len({item.id for item in request.items}) < len(request.items):
        raise Invalid("items must have ids of their own", param="items")
    pictures = tuple(Picture(item.id, item.prompt, choose_seed(item.seed)) for item in request.items)
    return _order(request, pictures, limits)


def _order(request: Shared, pictures: tuple[Picture, ...], limits: Limits) -> Order:
    family = limits.family
    for picture in pictures:
        if len(picture.prompt) > family.prompt_chars:
            raise Invalid(f"prompt must have at most {family.prompt_chars} characters", param="prompt")
    width, height = read_size(request.size, limits)
    steps = family.steps if request.num_inference_steps is None else request.num_inference_steps
    if not 1 <= steps <= family.max_steps:
        raise Invalid(f"num_inference_steps must be from 1 to {family.max_steps}", param="num_inference_steps")
    ignored: list[str] = []
    if request.guidance_scale is not None and not family.takes_guidance and request.guidance_scale != family.guidance:
        ignored.append("guidance_scale")
    if request.negative_prompt and not family.takes_negative:
        ignored.append("negative_prompt")
    has_reference = request.reference_image is not None and family.takes_reference
    if request.reference_image is not None and not has_reference:
        ignored.append("reference_image")
    strength = (request.strength or _DEFAULT_STRENGTH) if has_reference else None
    scheduled, run = count_steps(steps, strength)
    guidance = request.guidance_scale if family.takes_guidance and request.guidance_scale is not None else None
    return Order(
        pictures=pictures,
        width=width,
        height=height,
        steps=run,
        scheduled_steps=scheduled,
        guidance=family.guidance if guidance is None else guidance,
        negative=(request.negative_prompt or None) if family.takes_negative else None,
        reference=read_reference(request.reference_image or "", width, height) if has_reference else None,
        strength=strength,
        ignored=tuple(ignored),
    )


def read_size(size: str | None, limits: Limits) -> tuple[int, int]:
    """`WIDTHxHEIGHT`; absent or OpenAI's "auto" is the model's own size."""
    family = limits.family
    if size is None or size == "auto":
        return family.width, family.height
    match = _SIZE.fullmatch(size)
    sides = (int(match[1]), int(match[2])) if match else (0, 0)
    if any(not family.min_side <= side <= family.max_side or side % family.multiple for side in sides):
        raise Invalid(
            f"size must be WIDTHxHEIGHT, each a multiple of {family.multiple} "
            f"from {family.min_side} to {family.max_side}",
            param="size",
        )
    if sides[0] * sides[1] > limits.max_pixels:
        raise Invalid(f"size must be at most {limits.max_pixels} pixels in all", param="size")
    return sides


def count_steps(steps: int, strength: float | None) -> tuple[int, int]:
    """Img2img runs `int(steps * strength)` of its steps; with too few it would run none, so it is told more."""
    if strength is None:
        return steps, steps
    scheduled = max(steps, math.ceil(1 / strength))
    return scheduled, max(1, min(int(scheduled * strength), scheduled))

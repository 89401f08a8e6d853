"""From a request to the clip that is to be made: defaults filled in, limits kept. Pure, but for a seed nobody chose."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import Invalid
from ..seeds import choose_seed
from .families.family import Family
from .schema import CreateFields


@dataclass(frozen=True)
class Order:
    width: int
    height: int
    # Of one segment.
    num_frames: int
    fps: int
    steps: int
    seed: int
    motion_bucket_id: int
    noise_aug_strength: float
    decode_chunk_size: int
    segments: int

    @property
    def all_frames(self) -> int:
        """A segment begins with the picture that the one before it ended with, which is not shown twice."""
        return self.num_frames + (self.segments - 1) * (self.num_frames - 1)

    @property
    def all_steps(self) -> int:
        return self.steps * self.segments


@dataclass(frozen=True)
class Limits:
    family: Family
    max_pixels: int


def divisors(number: int) -> list[int]:
    """From the greatest to 1."""
    return [divisor for divisor in range(number, 0, -1) if number % divisor == 0]


def make_order(fields: CreateFields, limits: Limits) -> Order:
    family, extra = limits.family, fields.extra_params
    width, height = _size(fields, limits)
    num_frames = family.num_frames if fields.num_frames is None else fields.num_frames
    steps = family.steps if fields.num_inference_steps is None else fields.num_inference_steps
    fps = family.fps if fields.fps is None else fields.fps
    _within("num_frames", num_frames, family.min_frames, family.num_frames)
    _within("num_inference_steps", steps, 1, family.max_steps)
    _within("fps", fps, 1, family.max_fps)
    _within("extra_params.segments", extra.segments, 1, family.max_segments)
    return Order(
        width=width,
        height=height,
        num_frames=num_frames,
        fps=fps,
        steps=steps,
        seed=choose_seed(fields.seed),
        motion_bucket_id=extra.motion_bucket_id,
        noise_aug_strength=extra.noise_aug_strength,
        decode_chunk_size=_chunk(extra.decode_chunk_size, num_frames, family),
        segments=extra.segments,
    )


def _size(fields: CreateFields, limits: Limits) -> tuple[int, int]:
    family = limits.family
    width = family.width if fields.width is None else fields.width
    height = family.height if fields.height is None else fields.height
    for name, side in (("width", width), ("height", height)):
        if not family.min_side <= side <= family.max_side or side % family.multiple:
            wanted = f"a multiple of {family.multiple} from {family.min_side} to {family.max_side}"
            raise Invalid(f"{name} must be {wanted}", param=name)
    if width * height > limits.max_pixels:
        raise Invalid(f"width and height must be at most {limits.max_pixels} pixels in all", param="width")
    return width, height


def _chunk(asked: int | None, num_frames: int, family: Family) -> int:
    able = divisors(num_frames)
    if asked is None:
        return next(divisor for divisor in able if divisor <= family.decode_at_once)
    if asked not in able:
        listed = ", ".join(map(str, able))
        param = "extra_params.decode_chunk_size"
        raise Invalid(f"decode_chunk_size must divide num_frames: {listed}", param=param)
    return asked


def _within(param: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise Invalid(f"{param} must be from {least} to {most}", param=param)

"""Calling a pipeline of any family: it gets the arguments that it knows."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import torch

StepDone = Callable[[int, Any], None]


def accepted(pipeline: Any, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Those that the pipeline's call names; None is an argument not given."""
    known = inspect.signature(pipeline.__call__).parameters
    return {name: value for name, value in arguments.items() if name in known and value is not None}


def generators(seeds: list[int]) -> list[torch.Generator]:
    """One for each item, on the processor: a picture depends on its own seed, neither on its batch nor on the card."""
    return [torch.Generator("cpu").manual_seed(seed) for seed in seeds]


def call_pipeline(pipeline: Any, arguments: Mapping[str, Any], on_step: StepDone) -> Any:
    """`on_step(number, latents)` after each step, from 1; what it raises ends the call at once."""

    def on_step_end(_: Any, index: int, timestep: Any, values: dict[str, Any]) -> dict[str, Any]:
        on_step(index + 1, values.get("latents"))
        return values

    try:
        return pipeline(**accepted(pipeline, {**arguments, "callback_on_step_end": on_step_end}))
    finally:
        # A call that was ended early leaves an offloaded part on the card.
        pipeline.maybe_free_model_hooks()

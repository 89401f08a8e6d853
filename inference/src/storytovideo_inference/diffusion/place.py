"""Moving a pipeline between "all on the card" and "each part only while it works"."""

from __future__ import annotations

import logging
from typing import Any

from ..runtime.device import Device
from ..runtime.faults import is_out_of_memory

log = logging.getLogger(__name__)


def bring(pipeline: Any, device: Device) -> Any:
    """Onto the card as a whole, or, where the card is smaller than the model, part by part from now on."""
    try:
        return pipeline.to(device.name)
    except Exception as error:
        if device.name == "cpu" or not is_out_of_memory(error):
            raise
    # Outside the except block, whose traceback holds what was on its way.
    log.warning("the model is larger than the free memory of %s: its parts take turns there", device.name)
    pipeline.to("cpu", silence_dtype_warnings=True)
    device.release()
    pipeline.enable_model_cpu_offload(device=device.name)
    return pipeline


class Placement:
    """Of pipelines that share their parts: the hooks belong to the parts, so only one may have them."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._offloaded: Any = None
        self._never_whole: bool | None = None

    @property
    def can_offload(self) -> bool:
        return self._device.name != "cpu"

    def put(self, pipeline: Any, *, offload: bool) -> None:
        if self._never_whole is None:
            self._never_whole = _takes_turns(pipeline)
        if offload or self._never_whole:
            if self._offloaded is not pipeline:
                pipeline.enable_model_cpu_offload(device=self._device.name)
                self._offloaded = pipeline
        elif self._offloaded is not None:
            self._offloaded.remove_all_hooks()
            self._offloaded.to(self._device.name)
            self._offloaded = None


def save_vae_memory(pipeline: Any, is_saving: bool) -> None:
    """Decodes picture by picture and tile by tile, or all at once."""
    vae = getattr(pipeline, "vae", None)
    for kind in ("slicing", "tiling"):
        switch = getattr(vae, f"{'enable' if is_saving else 'disable'}_{kind}", None)
        if switch is not None:
            switch()


def _takes_turns(pipeline: Any) -> bool:
    """Whether `bring` gave its parts accelerate's hooks."""
    return any(hasattr(part, "_hf_hook") for part in pipeline.components.values())

"""Moving a pipeline between "all on the card" and "each part only while it works"."""

from __future__ import annotations

from typing import Any

from ..runtime.device import Device


class Placement:
    """Of pipelines that share their parts: the hooks belong to the parts, so only one may have them."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._offloaded: Any = None

    @property
    def can_offload(self) -> bool:
        return self._device.name != "cpu"

    def put(self, pipeline: Any, *, offload: bool) -> None:
        if offload and self._offloaded is not pipeline:
            pipeline.enable_model_cpu_offload(device=self._device.name)
            self._offloaded = pipeline
        elif not offload and self._offloaded is not None:
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

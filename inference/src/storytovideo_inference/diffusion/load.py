"""A pipeline from a folder, in the precision of the device, whichever variant of its weights lies there."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import torch

from ..runtime.device import Device
from .place import bring

log = logging.getLogger(__name__)


def torch_dtype(device: Device) -> torch.dtype:
    dtype = getattr(torch, device.dtype)
    assert isinstance(dtype, torch.dtype)
    return dtype


def load_pipeline(pipeline_class: Any, folder: Path, device: Device, **more: Any) -> Any:
    """`pipeline_class` is a diffusers pipeline or AutoPipeline; the pipeline comes back on the device."""
    # Half-precision files where the device works in half, the full ones elsewhere; but what is there, is taken.
    variants = ("fp16", None) if device.dtype == "float16" else (None, "fp16")
    try:
        pipeline = _from_pretrained(pipeline_class, folder, device, variants[0], more)
    except (ValueError, OSError) as error:
        log.info("no %s weights in %s (%s)", variants[0] or "plain", folder, error)
        first = error
        try:
            pipeline = _from_pretrained(pipeline_class, folder, device, variants[1], more)
        except (ValueError, OSError):
            # The failure of the variant that should be there says more.
            raise first from None
    pipeline.set_progress_bar_config(disable=True)
    return bring(pipeline, device)


def _from_pretrained(
    pipeline_class: Any, folder: Path, device: Device, variant: str | None, more: dict[str, Any]
) -> Any:
    return pipeline_class.from_pretrained(
        str(folder),
        variant=variant,
        dtype=torch_dtype(device),
        local_files_only=True,
        # Pickled weights can run code; all our models have safe ones.
        use_safetensors=True,
        **more,
    )

"""Which failures mean more than this one call: no memory left, or a card that will answer nobody any more."""

from __future__ import annotations

import importlib
import sys

from .device import Device

_CUDA_WORDS = ("CUDA error", "cuDNN error: CUDNN_STATUS_INTERNAL_ERROR", "CUBLAS_STATUS_EXECUTION_FAILED")


def is_out_of_memory(error: BaseException) -> bool:
    if "torch" not in sys.modules:
        return False
    torch = importlib.import_module("torch")
    kinds = (torch.cuda.OutOfMemoryError, getattr(torch, "OutOfMemoryError", torch.cuda.OutOfMemoryError))
    # cuBLAS has no class of its own for a workspace it could not get.
    return isinstance(error, kinds) or "CUBLAS_STATUS_ALLOC_FAILED" in str(error)


def broken_reason(error: BaseException, device: Device) -> str | None:
    """After a sticky CUDA error every further call fails in the same way, so the device itself is asked."""
    if is_out_of_memory(error) or not any(word in str(error) for word in _CUDA_WORDS):
        return None
    try:
        device.probe()
    except Exception as still:
        return str(still).splitlines()[0]
    return None

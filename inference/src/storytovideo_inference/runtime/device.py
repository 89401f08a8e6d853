"""What the services know of the card they run on. PyTorch is imported late: a service may do without it."""

from __future__ import annotations

import gc
import importlib.util
from dataclasses import dataclass
from typing import Any, Protocol

_MB = 1024 * 1024


@dataclass(frozen=True)
class Vram:
    total_mb: int
    free_mb: int
    used_mb: int


class Device(Protocol):
    name: str
    title: str
    uuid: str | None
    dtype: str

    def bind(self) -> None:
        """Called once on the thread that will use it."""

    def vram(self) -> Vram | None:
        """None without a card, and before anything was put on it."""

    def free_mb(self) -> int | None:
        """Free memory of the whole card; None when there is no card."""

    def release(self) -> None:
        """Gives memory that nothing holds any more back to the card."""

    def probe(self) -> None:
        """Raises when the device no longer answers."""


@dataclass
class CpuDevice:
    name: str = "cpu"
    title: str = "CPU"
    uuid: str | None = None
    dtype: str = "float32"

    def bind(self) -> None:
        return

    def vram(self) -> Vram | None:
        return None

    def free_mb(self) -> int | None:
        return None

    def release(self) -> None:
        gc.collect()

    def probe(self) -> None:
        return


class CudaDevice:
    def __init__(self, index: int, dtype: str) -> None:
        self._torch = _torch()
        self._index = index
        self.name = f"cuda:{index}"
        self.dtype = dtype
        card = self._torch.cuda.get_device_properties(index)
        self.title = str(card.name)
        uuid = getattr(card, "uuid", None)
        # nvidia-smi's spelling, so that two services on one card can be told to be so.
        self.uuid = None if uuid is None else f"GPU-{str(uuid).removeprefix('GPU-')}"

    def bind(self) -> None:
        # The current device belongs to the thread.
        self._torch.cuda.set_device(self._index)

    def vram(self) -> Vram | None:
        if self._torch.cuda.memory_reserved(self._index) == 0:
            # Asking would make a context, some hundred MB, in a service that holds no model.
            return None
        free, total = self._torch.cuda.mem_get_info(self._index)
        return Vram(total // _MB, free // _MB, self._torch.cuda.memory_reserved(self._index) // _MB)

    def free_mb(self) -> int | None:
        return int(self._torch.cuda.mem_get_info(self._index)[0] // _MB)

    def release(self) -> None:
        gc.collect()
        self._torch.cuda.empty_cache()

    def probe(self) -> None:
        self._torch.cuda.synchronize(self._index)


def choose_device(name: str, dtype: str) -> Device:
    """`auto` takes the first card, else the processor. Half precision on a card, single on the processor."""
    wants_card = name.startswith("cuda")
    has_card = importlib.util.find_spec("torch") is not None and bool(_torch().cuda.is_available())
    if wants_card and not has_card:
        raise ValueError(f"DEVICE is {name}, but PyTorch sees no CUDA card here")
    if name == "cpu" or not has_card:
        return CpuDevice(dtype="float32" if dtype == "auto" else dtype)
    index = int(name.partition(":")[2] or 0)
    count = int(_torch().cuda.device_count())
    if index >= count:
        raise ValueError(f"DEVICE is {name}, but there are {count} cards here")
    return CudaDevice(index, "float16" if dtype == "auto" else dtype)


def _torch() -> Any:
    import torch

    return torch

"""Out of memory: one rung down after another, each asking for less, remembering the one that worked."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable, Sequence
from typing import Protocol, TypeVar

from ..errors import GpuOutOfMemory
from .faults import is_out_of_memory

log = logging.getLogger(__name__)
T = TypeVar("T")


class Rung(Protocol):
    @property
    def order(self) -> tuple[int, ...]:
        """Later rungs, which need less memory and more time, are greater."""

    @property
    def name(self) -> str: ...


R = TypeVar("R", bound=Rung)


class Ladder:
    """The memory is of one loaded model: for each key, such as (width, height, frames), the rung to start at."""

    def __init__(self, release: Callable[[], None], on_fall: Callable[[str], None] = lambda rung: None) -> None:
        self._release = release
        self._on_fall = on_fall
        self._known: dict[Hashable, tuple[int, ...]] = {}

    def climb(self, key: Hashable, rungs: Sequence[R], attempt: Callable[[R], T]) -> T:
        """`attempt` with the first rung, and with the next for as long as memory does not suffice."""
        known = self._known.get(key, ())
        left = [rung for rung in rungs if rung.order >= known] or list(rungs[-1:])
        for number, rung in enumerate(left):
            try:
                result = attempt(rung)
            except Exception as error:
                if not is_out_of_memory(error):
                    raise
            else:
                if number > 0:
                    self._known[key] = rung.order
                return result
            # Outside the except block: the traceback held every tensor of the failed call.
            self._release()
            self._on_fall(rung.name)
            log.warning("out of memory at rung %s for %s", rung.name, key)
        raise GpuOutOfMemory("The GPU ran out of memory.")

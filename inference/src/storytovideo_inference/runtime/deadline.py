"""A moment after which nobody wants the answer."""

from __future__ import annotations

import time
from dataclasses import dataclass

from ..errors import DeadlinePassed


@dataclass(frozen=True)
class Deadline:
    after_ms: int
    at: float

    @classmethod
    def in_ms(cls, after_ms: int) -> Deadline:
        return cls(after_ms, time.monotonic() + after_ms / 1000)

    def remaining_s(self) -> float:
        return max(0.0, self.at - time.monotonic())

    def has_passed(self) -> bool:
        return time.monotonic() >= self.at

    def error(self) -> DeadlinePassed:
        return DeadlinePassed(f"The deadline of {self.after_ms} ms passed.")

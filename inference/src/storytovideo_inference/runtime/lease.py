"""The card's lease: services on one card that do not fit on it together take turns. Two files beside each other, both
held by flock, so a killed process leaves nothing behind: LOCK (who may have a model on the card) and LOCK.want (who
waits for it, shared). A holder that sees somebody waiting unloads when its queue is empty."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable
from pathlib import Path

_POLL_S = 0.05


class Lease:
    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _open(file)
        self._want = _open(file.with_name(f"{file.name}.want"))
        self.held = False
        self.since = 0.0

    def acquire(self, check: Callable[[], None]) -> None:
        """Waits for its turn; `check` raises when the wait is no longer wanted."""
        if self.held:
            return
        if self.is_wanted():
            # Others waited before us: a poll's time ahead, or the last holder would always be first.
            time.sleep(3 * _POLL_S)
        fcntl.flock(self._want, fcntl.LOCK_SH)
        try:
            while not _try_exclusive(self._lock):
                check()
                time.sleep(_POLL_S)
        finally:
            fcntl.flock(self._want, fcntl.LOCK_UN)
        self.held, self.since = True, time.monotonic()

    def is_wanted(self) -> bool:
        """Whether another process waits. Our own shared lock is never held while we ask."""
        if not _try_exclusive(self._want):
            return True
        fcntl.flock(self._want, fcntl.LOCK_UN)
        return False

    def release(self) -> None:
        if self.held:
            fcntl.flock(self._lock, fcntl.LOCK_UN)
            self.held = False

    def close(self) -> None:
        self.release()
        os.close(self._lock)
        os.close(self._want)


def _open(file: Path) -> int:
    return os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)


def _try_exclusive(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True

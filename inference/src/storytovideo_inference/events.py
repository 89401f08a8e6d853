"""What every stream of events may hold beside its own."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel


class PingEvent(BaseModel):
    """Nothing to tell yet, and still at work."""

    event: Literal["ping"] = "ping"

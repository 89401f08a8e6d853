"""What a request brought along beside its body, found again by every route."""

from __future__ import annotations

import re
import uuid
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from fastapi import Request

from ..errors import Invalid
from ..runtime.deadline import Deadline

_ID = re.compile(r"[\x21-\x7e]{1,128}")
_STATE_KEY = "storytovideo.call"
_DAY_MS = 24 * 3600 * 1000


@dataclass(frozen=True)
class Call:
    request_id: str
    deadline: Deadline | None = None


def get_call(request: Request) -> Call:
    call = request.scope[_STATE_KEY]
    assert isinstance(call, Call)
    return call


def put_call(scope: MutableMapping[str, Any], call: Call) -> None:
    scope[_STATE_KEY] = call


def read_request_id(value: str | None) -> str:
    """The client's own id where it is one that may stand in a header and a log, else a new one."""
    return value if value is not None and _ID.fullmatch(value) else uuid.uuid4().hex


def read_deadline(value: str | None) -> Deadline | None:
    if value is None:
        return None
    if not value.isdecimal() or not 1 <= int(value) <= _DAY_MS:
        raise Invalid(f"X-Deadline-Ms must be a whole number from 1 to {_DAY_MS}", param="X-Deadline-Ms")
    return Deadline.in_ms(int(value))

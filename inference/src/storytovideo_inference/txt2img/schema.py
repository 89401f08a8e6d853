"""Requests and answers of the pictures' routes, as in `contract/images-*.json`."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from ..errors import ErrorFields
from ..events import PingEvent
from ..seeds import MAX_SEED


class Shared(BaseModel):
    """What the pictures of one request have in common. Fields of OpenAI's that we do not know are passed over."""

    model: str | None = None
    size: str | None = None
    num_inference_steps: int | None = None
    guidance_scale: float | None = Field(default=None, ge=0, le=50)
    negative_prompt: str | None = None
    reference_image: str | None = None
    strength: float | None = Field(default=None, ge=0.1, le=1)


class GenerationRequest(Shared):
    prompt: str = Field(min_length=1)
    n: int = Field(default=1, ge=1)
    seed: int | None = Field(default=None, ge=0, le=MAX_SEED)
    response_format: Literal["b64_json", "file"] = "b64_json"


class BatchItem(BaseModel):
    id: str = Field(min_length=1, max_length=200)
    prompt: str = Field(min_length=1)
    seed: int | None = Field(default=None, ge=0, le=MAX_SEED)


class BatchRequest(Shared):
    items: list[BatchItem] = Field(min_length=1)


class Made(BaseModel):
    """A picture, and what it was really made with."""

    b64_json: str
    seed: int
    model: str
    steps: int
    width: int
    height: int
    # Which rung of the memory ladder made it; "whole" when all went at once.
    rung: str | None = None
    # Fields of the request that this model has no use for.
    ignored: list[str] | None = None


class GenerationAnswer(BaseModel):
    created: int
    data: list[Made]


class AcceptedEvent(BaseModel):
    event: Literal["accepted"] = "accepted"
    items: int
    model: str


class ProgressEvent(BaseModel):
    event: Literal["progress"] = "progress"
    item: str
    step: int
    steps: int
    # A small JPEG.
    preview: str | None = None


class ItemEvent(Made):
    event: Literal["item"] = "item"
    item: str


class ItemErrorEvent(BaseModel):
    event: Literal["item_error"] = "item_error"
    item: str
    error: ErrorFields


class DoneEvent(BaseModel):
    event: Literal["done"] = "done"
    items: int
    errors: int


BatchEvent = AcceptedEvent | PingEvent | ProgressEvent | ItemEvent | ItemErrorEvent | DoneEvent

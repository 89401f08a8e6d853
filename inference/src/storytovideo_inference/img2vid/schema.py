"""Requests and answers of the clips' routes, as in `contract/videos.json`."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field, Json

from ..errors import ErrorFields
from ..events import PingEvent
from ..seeds import MAX_SEED

VideoStatus = Literal["queued", "in_progress", "completed", "failed", "cancelled"]


class ExtraParams(BaseModel):
    motion_bucket_id: int = Field(default=127, ge=1, le=255)
    noise_aug_strength: float = Field(default=0.02, ge=0, le=1)
    decode_chunk_size: int | None = Field(default=None, ge=1)
    segments: int = Field(default=1, ge=1)


class CreateFields(BaseModel):
    """The form's fields beside the picture. Fields that we do not know are passed over."""

    model: str | None = None
    width: int | None = None
    height: int | None = None
    num_frames: int | None = None
    fps: int | None = None
    num_inference_steps: int | None = None
    seed: int | None = Field(default=None, ge=0, le=MAX_SEED)
    extra_params: Json[ExtraParams] = ExtraParams()


class Video(BaseModel):
    """A clip and how far it is; what was really used comes with its completion."""

    id: str
    object: Literal["video"] = "video"
    created_at: int
    completed_at: int | None = None
    status: VideoStatus
    model: str
    progress: int
    error: ErrorFields | None = None
    seed: int | None = None
    steps: int | None = None
    width: int | None = None
    height: int | None = None
    num_frames: int | None = None
    fps: int | None = None
    bytes: int | None = None
    # Which rung of the memory ladder made it.
    rung: str | None = None

    def body(self) -> dict[str, Any]:
        """`error` is always there; what is not known yet is not."""
        return {name: value for name, value in self.model_dump().items() if value is not None or name == "error"}


class DeletedVideo(BaseModel):
    id: str
    object: Literal["video.deleted"] = "video.deleted"
    deleted: bool = True


class QueuedEvent(BaseModel):
    event: Literal["queued"] = "queued"
    # 1: the next to be made.
    place: int


class StartedEvent(BaseModel):
    event: Literal["started"] = "started"


class ProgressEvent(BaseModel):
    event: Literal["progress"] = "progress"
    step: int
    steps: int
    progress: int


class CompletedEvent(BaseModel):
    event: Literal["completed"] = "completed"
    seed: int
    bytes: int


class FailedEvent(BaseModel):
    event: Literal["failed"] = "failed"
    error: ErrorFields


VideoEvent = QueuedEvent | StartedEvent | PingEvent | ProgressEvent | CompletedEvent | FailedEvent

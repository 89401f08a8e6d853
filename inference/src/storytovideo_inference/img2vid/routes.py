"""`/v1/videos`: clips that are made while others wait, and `/v1/videos/sync`, which waits itself."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, JSONResponse, Response, StreamingResponse
from PIL import Image
from pydantic import ValidationError
from starlette.datastructures import UploadFile

from ..errors import Invalid, NotFound
from ..media.mp4 import write_mp4
from ..media.picture import read_picture
from ..runtime.job import Event, Job
from ..runtime.runtime import Runtime
from ..web.answer import job_headers, read_validation_error
from ..web.run import run, stream, submit
from .make import make_clip
from .model import VideoModel
from .order import Order, make_order
from .schema import CreateFields, DeletedVideo, ProgressEvent, QueuedEvent, StartedEvent
from .session import VideoSession
from .settings import VideoSettings
from .shelf import Clip, Entry, Shelf

_PICTURE = "input_reference"
_MEDIA_TYPE = "video/mp4"


def video_routes(runtime: Runtime[VideoSession], model: VideoModel, settings: VideoSettings, ffmpeg: str) -> APIRouter:
    routes = APIRouter()
    shelf = Shelf(settings.keep_videos, settings.keep_videos_s)
    name = settings.model

    @routes.post("/v1/videos")
    async def create(request: Request) -> JSONResponse:
        order, picture = await read_order(request, runtime, model)
        video_id = f"video_{uuid.uuid4().hex}"
        job = submit(request, runtime, _work(picture, order, shelf.place_for(video_id)))
        return JSONResponse(shelf.add(video_id, job, order, name).describe().body())

    @routes.post("/v1/videos/sync")
    async def create_and_wait(request: Request) -> Response:
        order, picture = await read_order(request, runtime, model)
        path = shelf.place_for(f"sync_{uuid.uuid4().hex}")
        try:
            job = await run(request, runtime, _work(picture, order, path))
            clip = await job.result()
            body = await asyncio.to_thread(clip.path.read_bytes)
        finally:
            path.unlink(missing_ok=True)
        headers = job_headers(job, model=name, seed=order.seed, X_Num_Frames=str(clip.num_frames), X_Rung=clip.rung)
        return Response(body, media_type=_MEDIA_TYPE, headers=headers)

    @routes.get("/v1/videos/{video_id}")
    async def show(video_id: str) -> JSONResponse:
        return JSONResponse(shelf.get(video_id).describe().body())

    @routes.get("/v1/videos/{video_id}/events")
    async def follow(request: Request, video_id: str) -> StreamingResponse:
        entry = shelf.get(video_id)
        head = QueuedEvent(place=entry.job.place + 1).model_dump()
        # Whoever watches may leave; the clip is made all the same.
        return stream(request, runtime, entry.job, head=[head], tail=lambda: _tail(entry), cancels=False)

    @routes.get("/v1/videos/{video_id}/content")
    async def content(video_id: str) -> FileResponse:
        entry = shelf.get(video_id)
        if entry.job.error is not None:
            raise entry.job.error
        if entry.clip is None:
            raise NotFound("The video is not finished.", param="id")
        return FileResponse(entry.clip.path, media_type=_MEDIA_TYPE)

    @routes.delete("/v1/videos/{video_id}")
    async def delete(video_id: str) -> DeletedVideo:
        runtime.cancel(shelf.get(video_id).job)
        shelf.remove(video_id)
        return DeletedVideo(id=video_id)

    def _work(picture: Image.Image, order: Order, path: Path) -> Callable[[VideoSession, Job[Clip]], Clip]:
        return lambda session, job: make_file(session, job, picture, order, path, runtime, ffmpeg)

    return routes


def make_file(
    session: VideoSession,
    job: Job[Clip],
    picture: Image.Image,
    order: Order,
    path: Path,
    runtime: Runtime[Any],
    ffmpeg: str,
) -> Clip:
    """On the worker thread."""

    def on_progress(step: int, steps: int) -> None:
        job.check()
        # 100 is said when the file is there.
        progress = min(99, step * 100 // steps)
        job.emit(ProgressEvent(step=step, steps=steps, progress=progress).model_dump())

    job.check()
    job.emit(StartedEvent().model_dump())
    frames, rung = make_clip(session, picture, order, runtime.ladder, on_progress)
    job.check()
    try:
        size = write_mp4(ffmpeg, path, frames.tobytes(), width=order.width, height=order.height, fps=order.fps)
        job.check()
    except Exception:
        path.unlink(missing_ok=True)
        raise
    return Clip(path, size, len(frames), rung.name)


async def read_order(request: Request, runtime: Runtime[VideoSession], model: VideoModel) -> tuple[Order, Image.Image]:
    """From the form; every wrong field is refused by its name."""
    async with request.form(max_files=1, max_fields=32) as form:
        picture = form.get(_PICTURE)
        if not isinstance(picture, UploadFile):
            raise Invalid(f"{_PICTURE} must be a picture (png, jpeg or webp) in a multipart form", param=_PICTURE)
        try:
            fields = CreateFields.model_validate({key: value for key, value in form.items() if isinstance(value, str)})
        except ValidationError as error:
            raise read_validation_error(error.errors()) from None
        runtime.require_model(fields.model)
        order = make_order(fields, model.limits)
        data = await picture.read()
    decoded = await asyncio.to_thread(read_picture, data, order.width, order.height, param=_PICTURE)
    return order, decoded


def _tail(entry: Entry) -> list[Event]:
    last = entry.last_event()
    return [] if last is None else [last.model_dump()]

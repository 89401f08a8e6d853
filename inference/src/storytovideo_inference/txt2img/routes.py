"""`POST /v1/images/generations` (OpenAI's) and `POST /v1/images/batch` (ours: many prompts, NDJSON)."""

from __future__ import annotations

import asyncio
import base64
import io
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from PIL import Image

from ..errors import Invalid
from ..runtime.job import Event, Job
from ..runtime.runtime import Runtime
from ..web.answer import job_headers
from ..web.run import run, stream, submit
from .draw import draw_order
from .model import ImageModel
from .order import Order, Picture, order_of_batch, order_of_generation
from .schema import (
    AcceptedEvent,
    BatchRequest,
    DoneEvent,
    GenerationAnswer,
    GenerationRequest,
    ItemErrorEvent,
    ItemEvent,
    Made,
    ProgressEvent,
)
from .session import ImageRung, ImageSession

Drawn = tuple[Picture, Image.Image, ImageRung]
# Files are written beside the worker thread, which draws the next pictures meanwhile.
_encoder = ThreadPoolExecutor(1, thread_name_prefix="png")


def image_routes(runtime: Runtime[ImageSession], model: ImageModel) -> APIRouter:
    routes = APIRouter()
    name, limits = model.card().id, model.limits

    @routes.post("/v1/images/generations")
    async def generate(request: Request, body: GenerationRequest) -> Response:
        if body.response_format == "file" and body.n != 1:
            raise Invalid("response_format file goes with n 1 only", param="response_format")
        runtime.require_model(body.model)
        order = await asyncio.to_thread(order_of_generation, body, limits)
        job = await run(request, runtime, lambda session, job: _draw_all(session, job, order))
        files = [(drawn, await asyncio.wrap_future(_encoder.submit(to_png, drawn[1]))) for drawn in await job.result()]
        headers = job_headers(job, model=name, seed=order.pictures[0].seed)
        if body.response_format == "file":
            return Response(files[0][1], media_type="image/png", headers=headers)
        made = [describe(drawn, file, order, name) for drawn, file in files]
        answer = GenerationAnswer(created=int(time.time()), data=made)
        return JSONResponse(answer.model_dump(exclude_none=True), headers=headers)

    @routes.post("/v1/images/batch")
    async def batch(request: Request, body: BatchRequest) -> StreamingResponse:
        runtime.require_model(body.model)
        order = await asyncio.to_thread(order_of_batch, body, limits)
        job = submit(request, runtime, lambda session, job: _draw_aloud(session, job, order))
        head = AcceptedEvent(items=len(order.pictures), model=name).model_dump()
        headers = {"X-Model": name}
        return stream(request, runtime, job, head=[head], tail=lambda: settle(job, order), headers=headers)

    def _draw_all(session: ImageSession, job: Job[list[Drawn]], order: Order) -> list[Drawn]:
        drawn: list[Drawn] = []
        draw_order(
            session,
            order,
            runtime.ladder,
            max_batch=limits.max_batch,
            on_progress=lambda pictures, step, previews: job.check(),
            on_picture=lambda picture, image, rung: drawn.append((picture, image, rung)),
        )
        return drawn

    def _draw_aloud(session: ImageSession, job: Job[None], order: Order) -> None:
        files: list[Future[None]] = []

        def on_progress(pictures: Sequence[Picture], step: int, previews: Sequence[bytes | None]) -> None:
            job.check()
            for number, picture in enumerate(pictures):
                seen = previews[number] if previews else None
                preview = base64.b64encode(seen).decode() if seen else None
                event = ProgressEvent(item=picture.id, step=step, steps=order.steps, preview=preview)
                job.emit(event.model_dump(exclude_none=True))

        def tell(drawn: Drawn) -> None:
            made = describe(drawn, to_png(drawn[1]), order, name)
            job.emit(ItemEvent(item=drawn[0].id, **made.model_dump()).model_dump(exclude_none=True))

        try:
            draw_order(
                session,
                order,
                runtime.ladder,
                max_batch=limits.max_batch,
                on_progress=on_progress,
                on_picture=lambda *drawn: files.append(_encoder.submit(tell, drawn)),
                previews=True,
            )
        finally:
            # What was drawn is told, also when the rest failed.
            for file in files:
                file.result()

    return routes


def settle(job: Job[None], order: Order) -> list[Event]:
    """The last lines: an error for every picture that did not come, and the count."""
    told = {event["item"] for event in job.events if event["event"] == "item"}
    left = [picture for picture in order.pictures if picture.id not in told]
    events: list[Event] = []
    if job.error is not None:
        events = [ItemErrorEvent(item=picture.id, error=job.error.fields()).model_dump() for picture in left]
    return [*events, DoneEvent(items=len(told), errors=len(events)).model_dump()]


def describe(drawn: Drawn, file: bytes, order: Order, model: str) -> Made:
    picture, image, rung = drawn
    return Made(
        b64_json=base64.b64encode(file).decode(),
        seed=picture.seed,
        model=model,
        steps=order.steps,
        width=image.width,
        height=image.height,
        rung=rung.name,
        ignored=list(order.ignored) or None,
    )


def to_png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    # Level 6 takes five times as long for a tenth less.
    image.save(file, "PNG", compress_level=1)
    return file.getvalue()

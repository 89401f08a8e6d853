"""`POST /v1/audio/speech` and `GET /v1/audio/voices`."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from ..media.sound import MEDIA_TYPES, Sound, encode, require_speech
from ..runtime.job import Job
from ..runtime.runtime import Runtime
from ..web.answer import job_headers
from ..web.run import run
from .backends.backend import Backend, Speaker
from .request import SpeechRequest, VoiceList, list_entries, make_line


def speech_routes(runtime: Runtime[Speaker], backend: Backend, ffmpeg: str) -> APIRouter:
    routes = APIRouter()

    @routes.get("/v1/audio/voices")
    async def list_voices() -> VoiceList:
        return list_entries(backend.voices())

    @routes.post("/v1/audio/speech")
    async def speak(request: Request, asked: SpeechRequest) -> Response:
        runtime.require_model(asked.model)
        card = backend.card()
        line = make_line(asked, card, backend.voices())

        def work(speaker: Speaker, job: Job[tuple[Sound, bytes]]) -> tuple[Sound, bytes]:
            sound = require_speech(speaker.speak(line, job.check))
            job.check()
            return sound, encode(sound, asked.response_format, ffmpeg)

        job = await run(request, runtime, work)
        sound, body = await job.result()
        headers = job_headers(
            job,
            model=card.id,
            seed=line.seed,
            X_Voice=line.voice,
            X_Sample_Rate=str(sound.rate),
            X_Audio_Duration=f"{sound.seconds:.3f}",
        )
        return Response(body, media_type=MEDIA_TYPES[asked.response_format], headers=headers)

    return routes

"""Errors as answers, and the headers every answer of a job has."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from ..errors import InferenceFailed, Invalid, MethodNotAllowed, NotFound, ServiceError
from ..runtime.job import Job

log = logging.getLogger(__name__)
_PLAIN = "/:@ "


def error_response(error: ServiceError) -> JSONResponse:
    headers = {} if error.retry_after is None else {"Retry-After": str(error.retry_after)}
    return JSONResponse(error.body().model_dump(), status_code=error.status, headers=headers)


def job_headers(job: Job[Any], *, model: str, seed: int | None = None, **more: str) -> dict[str, str]:
    """`more` is given with underscores: `X_Voice="..."`. Anything but ASCII is percent-encoded."""
    headers = {
        "X-Queue-Ms": str(job.queue_ms),
        "X-Inference-Ms": str(job.inference_ms),
        "X-Model": quote(model, safe=_PLAIN),
    }
    if seed is not None:
        headers["X-Seed"] = str(seed)
    return headers | {name.replace("_", "-"): quote(value, safe=_PLAIN) for name, value in more.items()}


def add_error_handlers(app: FastAPI) -> None:
    app.add_exception_handler(ServiceError, _service_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _unexpected)


async def _service_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ServiceError)
    return error_response(error)


async def _validation_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    return error_response(read_validation_error(error.errors()))


def read_validation_error(problems: Any) -> Invalid:
    """Names the first field that is wrong, and says what was expected of it."""
    first = problems[0]
    path = [str(part) for part in first["loc"] if part not in ("body", "query", "path", "header")]
    param = ".".join(path) or None
    return Invalid(f"{param}: {first['msg']}" if param else str(first["msg"]), param=param)


async def _http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    cause = error.__cause__
    if isinstance(cause, ServiceError):
        # The framework wraps what reading the body raised.
        return error_response(cause)
    if error.status_code == 404:
        return error_response(NotFound(f"There is no {request.url.path} here."))
    if error.status_code == 405:
        return error_response(MethodNotAllowed(f"{request.method} does not go with {request.url.path}."))
    return error_response(Invalid(str(error.detail)))


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return error_response(InferenceFailed())

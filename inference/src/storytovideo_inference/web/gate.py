"""The door of every service: request id, key, deadline, size of the body. Plain ASGI, since it sees streams whole."""

from __future__ import annotations

import hmac
import logging
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders

from ..errors import InferenceFailed, ServiceError, TooLarge, Unauthorized
from ..runtime.metrics import Metrics
from ..settings import Settings
from .answer import error_response
from .call import Call, put_call, read_deadline, read_request_id

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

log = logging.getLogger(__name__)
# What a container's health check asks without a key; it tells nothing but whether the service works.
_OPEN_PATHS = frozenset({"/healthz", "/readyz"})


class Gate:
    def __init__(self, app: App, *, settings: Settings, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics
        self._key = settings.api_key.get_secret_value() if settings.api_key else None
        self._max_mb = settings.max_body_mb

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        request_id = read_request_id(headers.get("x-request-id"))
        put_call(scope, Call(request_id))
        started = time.monotonic()
        status = 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = request_id
            await send(message)

        try:
            self._permit(scope["path"], headers)
            put_call(scope, Call(request_id, read_deadline(headers.get("x-deadline-ms"))))
            await self._app(scope, self._limited(headers, receive), send_with_id)
        except Exception as error:
            if status != 0:
                raise
            if not isinstance(error, ServiceError):
                log.exception("request %s failed", request_id)
                error = InferenceFailed()
            await error_response(error)(scope, receive, send_with_id)
        finally:
            route = getattr(scope.get("route"), "path", "unknown")
            self._metrics.requests.labels(scope["method"], route, str(status)).inc()
            took = round((time.monotonic() - started) * 1000)
            level = logging.DEBUG if scope["path"] in _OPEN_PATHS else logging.INFO
            log.log(level, "%s %s %s %d ms %s", scope["method"], scope["path"], status, took, request_id)

    def _permit(self, path: str, headers: Headers) -> None:
        if self._key is None or path in _OPEN_PATHS:
            return
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), self._key.encode()):
            raise Unauthorized("A key is needed.")

    def _limited(self, headers: Headers, receive: Receive) -> Receive:
        most = self._max_mb * 1024 * 1024
        declared = headers.get("content-length", "0")
        if declared.isdecimal() and int(declared) > most:
            raise self._too_large()
        seen = 0

        async def receive_limited() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                raise self._too_large()
            return message

        return receive_limited

    def _too_large(self) -> TooLarge:
        return TooLarge(f"The body is larger than {self._max_mb} MB.")

"""One key, one run: a request that comes again under its `Idempotency-Key` gets the first one's answer.

While the first still runs, the second listens to the same answer as it forms; the work ends early only when the last
listener has gone. Only answers that succeeded are kept, for ten minutes: a failure should be tried again.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections import OrderedDict

from starlette.datastructures import Headers, MutableHeaders

from ..errors import Invalid, Unprocessable
from .gate import App, Message, Receive, Scope, Send

_KEEP_S = 600.0
_KEEP_BYTES = 128 * 1024 * 1024
_KEY_CHARS = 255


class Recording:
    """An answer as it forms, and who listens to it."""

    def __init__(self, body_digest: bytes) -> None:
        self.body_digest = body_digest
        self.messages: list[Message] = []
        self.size = 0
        self.status = 0
        self.complete = False
        self.ended_at: float | None = None
        self.listeners = 0
        self.error: BaseException | None = None
        self.abandoned = asyncio.Event()
        self._changed = asyncio.Event()

    async def record(self, message: Message) -> None:
        self.messages.append(message)
        self.size += len(message.get("body", b""))
        if message["type"] == "http.response.start":
            self.status = message["status"]
        elif not message.get("more_body", False):
            self.complete = True
        self.wake()

    def wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def play(self, send: Send, is_again: bool) -> None:
        seen = 0
        while True:
            while seen < len(self.messages):
                message = self.messages[seen]
                seen += 1
                if message["type"] == "http.response.start":
                    # The door writes into what it sends.
                    message = {**message, "headers": list(message["headers"])}
                    if is_again:
                        MutableHeaders(scope=message)["Idempotent-Replayed"] = "true"
                await send(message)
            if self.ended_at is not None:
                if self.error is not None and not self.complete:
                    raise self.error
                return
            await self._changed.wait()


class Idempotency:
    def __init__(self, app: App) -> None:
        self._app = app
        self._kept: OrderedDict[tuple[str, str], Recording] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        key = Headers(scope=scope).get("idempotency-key") if scope["type"] == "http" else None
        if key is None or scope["method"] != "POST":
            await self._app(scope, receive, send)
            return
        if not 1 <= len(key) <= _KEY_CHARS:
            raise Invalid(f"Idempotency-Key must have 1 to {_KEY_CHARS} characters", param="Idempotency-Key")
        body = await _read_body(receive)
        digest = _digest(body, Headers(scope=scope).get("content-type", ""))
        self._forget()
        name = (scope["path"], key)
        recording = self._kept.get(name)
        is_again = recording is not None
        if recording is None:
            recording = self._kept[name] = Recording(digest)
            task = asyncio.create_task(self._answer(name, recording, scope, body))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        elif recording.body_digest != digest:
            raise Unprocessable("This Idempotency-Key came with another body before.", param="Idempotency-Key")
        await self._listen(recording, receive, send, is_again)

    async def _answer(self, name: tuple[str, str], recording: Recording, scope: Scope, body: bytes) -> None:
        """Runs the app by itself, so that no single client's going away ends what others listen to."""
        is_body_given = False

        async def receive() -> Message:
            nonlocal is_body_given
            if not is_body_given:
                is_body_given = True
                return {"type": "http.request", "body": body, "more_body": False}
            await recording.abandoned.wait()
            return {"type": "http.disconnect"}

        try:
            await self._app(scope, receive, recording.record)
        except Exception as error:
            recording.error = error
        finally:
            recording.ended_at = time.monotonic()
            is_good = recording.complete and recording.status < 400 and not recording.abandoned.is_set()
            if not is_good and self._kept.get(name) is recording:
                del self._kept[name]
            recording.wake()

    async def _listen(self, recording: Recording, receive: Receive, send: Send, is_again: bool) -> None:
        recording.listeners += 1
        player = asyncio.create_task(recording.play(send, is_again))
        leaver = asyncio.create_task(_wait_until_gone(receive))
        try:
            await asyncio.wait({player, leaver}, return_when=asyncio.FIRST_COMPLETED)
            if player.done():
                player.result()
        finally:
            player.cancel()
            leaver.cancel()
            recording.listeners -= 1
            if recording.listeners == 0 and recording.ended_at is None:
                self._abandon(recording)

    def _abandon(self, recording: Recording) -> None:
        recording.abandoned.set()
        for name, kept in list(self._kept.items()):
            # The next request under this key must begin anew, not listen to work that is being ended.
            if kept is recording:
                del self._kept[name]

    def _forget(self) -> None:
        now = time.monotonic()
        size = sum(kept.size for kept in self._kept.values())
        for name, kept in list(self._kept.items()):
            if kept.ended_at is None:
                continue
            if now - kept.ended_at > _KEEP_S or size > _KEEP_BYTES:
                size -= kept.size
                del self._kept[name]


def _digest(body: bytes, content_type: str) -> bytes:
    """Of what was sent: the boundary between the parts of a form is chosen anew for every sending."""
    _, found, rest = content_type.partition("boundary=")
    boundary = rest.split(";")[0].strip().strip('"').encode("latin-1") if found else b""
    return hashlib.sha256(body.replace(boundary, b"") if boundary else body).digest()


async def _read_body(receive: Receive) -> bytes:
    parts: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return b"".join(parts)
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


async def _wait_until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass

"""A service as an ASGI app: the common routes, the service's own, and the door before them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from fastapi import APIRouter, FastAPI

from .. import __doc__ as _about
from ..runtime.device import Device
from ..runtime.model import Model, Session
from ..runtime.runtime import Runtime
from ..settings import Settings
from .answer import add_error_handlers
from .gate import Gate
from .health import health_routes
from .idempotency import Idempotency
from .models import model_routes

S = TypeVar("S", bound=Session)


@dataclass(frozen=True)
class Service(Generic[S]):
    """All that a service brings along."""

    name: str
    settings: Settings
    model: Model[S]
    routes: Callable[[Runtime[S]], APIRouter]


def create_app(
    service: Service[S],
    *,
    device: Device | None = None,
    on_broken: Callable[[str], None] = lambda reason: None,
) -> FastAPI:
    """The app; its runtime is `app.state.runtime`. The worker thread lives as long as the app's lifespan."""
    runtime = Runtime(service.model, service.settings, device=device, on_broken=on_broken)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        runtime.start()
        try:
            yield
        finally:
            runtime.stop()

    app = FastAPI(title=f"StoryToVideo {service.name}", description=_about or "", lifespan=lifespan)
    app.state.runtime = runtime
    add_error_handlers(app)
    routers: list[Any] = [health_routes(runtime), model_routes(runtime), service.routes(runtime)]
    for router in routers:
        app.include_router(router)
    app.add_middleware(Idempotency)
    # Added last, so it stands first.
    app.add_middleware(Gate, settings=service.settings, metrics=runtime.metrics)
    return app

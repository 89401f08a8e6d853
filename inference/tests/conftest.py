from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from fakes import CountingModel, Steps, counting_service
from storytovideo_inference.runtime.device import Device
from storytovideo_inference.web.app import create_app

CONTRACT = Path(__file__).parents[1] / "contract"


@dataclass
class Counter:
    """The fake service, started, with all its levers."""

    client: httpx.Client
    model: CountingModel
    steps: Steps
    app: FastAPI


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = threading.Event()

    async def startup(self, *args: Any, **kwargs: Any) -> None:
        await super().startup(*args, **kwargs)
        self.is_up.set()


@contextmanager
def serve(app: FastAPI) -> Iterator[httpx.Client]:
    """The app under a real uvicorn on a free port, and a client for it."""
    server = _Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", timeout_graceful_shutdown=5))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert server.is_up.wait(20)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join(20)
    assert not thread.is_alive()


@pytest.fixture
def counter() -> Iterator[Callable[..., Counter]]:
    with ExitStack() as stack:

        def start(
            model: CountingModel | None = None,
            steps: Steps | None = None,
            *,
            device: Device | None = None,
            on_broken: Callable[[str], None] = lambda reason: None,
            **settings: Any,
        ) -> Counter:
            model, steps = model or CountingModel(), steps or Steps()
            app = create_app(counting_service(model, steps, **settings), device=device, on_broken=on_broken)
            client = stack.enter_context(serve(app))
            return Counter(client, model, steps, app)

        yield start


@pytest.fixture(scope="session")
def tiny_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """MODEL_DIR with a tiny model of every family."""
    from tiny_models import make_tiny

    folder = tmp_path_factory.mktemp("models")
    for family in ("sd-turbo", "sdxl-turbo"):
        make_tiny(family, folder)
    return folder


@pytest.fixture(scope="session")
def images(tiny_dir: Path) -> Iterator[httpx.Client]:
    """The picture service with a tiny SD-Turbo, as users get it."""
    from storytovideo_inference.txt2img.service import make_service
    from storytovideo_inference.txt2img.settings import ImageSettings

    settings = ImageSettings(model_dir=tiny_dir, device="cpu", keep_alive=-1)
    with serve(create_app(make_service(settings))) as client:
        yield client

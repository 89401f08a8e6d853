"""`python -m storytovideo_inference txt2img|img2vid|tts`: one service, one process, one device."""

from __future__ import annotations

import argparse
import importlib
import logging
import os
import sys
import threading
from typing import Any

import uvicorn
from pydantic import ValidationError

from .web.app import Service, create_app

SERVICES = ("txt2img", "img2vid", "tts")
# Long enough for a health check to see the 500, short enough for a restart to come soon.
_EXIT_AFTER_S = 5.0
# EX_SOFTWARE: what restarts the container should know it was no clean end.
_EXIT_CODE = 70


def main() -> None:
    parser = argparse.ArgumentParser(prog="storytovideo_inference", description=__doc__)
    parser.add_argument("service", choices=SERVICES)
    name = parser.parse_args().service
    try:
        service = make_service(name)
        app = create_app(service, on_broken=exit_soon)
    except ValidationError as error:
        for problem in error.errors():
            variable = "_".join(str(part) for part in problem["loc"]).upper() or name
            print(f"{variable}: {problem['msg']}", file=sys.stderr)
        sys.exit(2)
    except ValueError as error:
        print(f"{name}: {error}", file=sys.stderr)
        sys.exit(2)
    settings = service.settings
    logging.basicConfig(level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s")
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        # A stream may run for minutes; on SIGTERM its work is cancelled, not waited for.
        timeout_graceful_shutdown=5,
    )


def make_service(name: str) -> Service[Any]:
    """Imported late: no service needs the packages of another."""
    module = importlib.import_module(f"{__package__}.{name}.service")
    service = module.make_service()
    assert isinstance(service, Service)
    return service


def exit_soon(reason: str) -> None:
    """The CUDA context is lost for this process; only a new one gets another."""
    logging.getLogger(__name__).critical("the device failed, the process ends: %s", reason)
    timer = threading.Timer(_EXIT_AFTER_S, os._exit, [_EXIT_CODE])
    timer.daemon = True
    timer.start()


if __name__ == "__main__":
    main()

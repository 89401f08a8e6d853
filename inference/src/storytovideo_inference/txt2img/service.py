from __future__ import annotations

from ..web.app import Service
from .model import ImageModel
from .routes import image_routes
from .session import ImageSession
from .settings import ImageSettings


def make_service(settings: ImageSettings | None = None) -> Service[ImageSession]:
    settings = settings or ImageSettings()
    model = ImageModel(settings)
    return Service("txt2img", settings, model, lambda runtime: image_routes(runtime, model))

from __future__ import annotations

from ..media.ffmpeg import find_ffmpeg
from ..web.app import Service
from .model import VideoModel
from .routes import video_routes
from .session import VideoSession
from .settings import VideoSettings


def make_service(settings: VideoSettings | None = None) -> Service[VideoSession]:
    settings = settings or VideoSettings()
    model = VideoModel(settings)
    ffmpeg = find_ffmpeg(settings.ffmpeg_path)
    return Service("img2vid", settings, model, lambda runtime: video_routes(runtime, model, settings, ffmpeg))

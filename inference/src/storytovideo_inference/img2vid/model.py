from __future__ import annotations

from ..diffusion.family import choose_family
from ..runtime.device import Device
from ..runtime.model import ModelCard
from ..runtime.weights import Weights
from .families import FAMILIES
from .order import Limits
from .session import DiffusersSession
from .settings import VideoSettings


class VideoModel:
    """The clip model that the settings name. Raises ValueError when no family knows it."""

    def __init__(self, settings: VideoSettings) -> None:
        family = choose_family(FAMILIES, settings.model, settings.family)
        self._settings = settings
        self._weights = Weights(settings.model_dir, settings.model, settings.model_revision)
        self.limits = Limits(family, min(family.max_pixels, settings.max_pixels or family.max_pixels))

    def card(self) -> ModelCard:
        settings, family = self._settings, self.limits.family
        return ModelCard(
            id=settings.model,
            kind="video",
            family=family.name,
            owned_by=settings.model.partition("/")[0],
            revision=self._weights.revision,
            aliases=(settings.model.rpartition("/")[2],),
            capabilities={
                "image_to_video": True,
                "events": True,
                "prompt": False,
                "motion_bucket": True,
                "segments": family.max_segments > 1,
            },
            defaults={
                "width": family.width,
                "height": family.height,
                "num_frames": family.num_frames,
                "fps": family.fps,
                "steps": family.steps,
            },
            limits={
                "min_side": family.min_side,
                "max_side": family.max_side,
                "multiple": family.multiple,
                "max_pixels": self.limits.max_pixels,
                "min_frames": family.min_frames,
                "max_frames": family.num_frames,
                "max_steps": family.max_steps,
                "max_segments": family.max_segments,
            },
        )

    def missing(self) -> str | None:
        return self._weights.missing()

    def load(self, device: Device) -> DiffusersSession:
        # PyTorch and diffusers take seconds to import; readiness is told before that.
        import diffusers

        from ..diffusion.load import load_pipeline

        family = self.limits.family
        pipeline = load_pipeline(getattr(diffusers, family.pipeline), self._weights.need(), device)
        return DiffusersSession(pipeline, family, device)

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from ..runtime.device import Device
from ..runtime.model import ModelCard
from ..runtime.weights import find_weights, missing_weights, read_revision
from .families import choose_family
from .order import Limits
from .session import DiffusersSession
from .settings import VideoSettings


class VideoModel:
    """The clip model that the settings name. Raises ValueError when no family knows it."""

    def __init__(self, settings: VideoSettings) -> None:
        family = choose_family(settings.model, settings.family)
        self._settings = settings
        self.limits = Limits(family, min(family.max_pixels, settings.max_pixels or family.max_pixels))

    def card(self) -> ModelCard:
        settings, family = self._settings, self.limits.family
        return ModelCard(
            id=settings.model,
            kind="video",
            family=family.name,
            owned_by=settings.model.partition("/")[0],
            revision=settings.model_revision or self._revision(),
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
        return None if self._find() else missing_weights(self._settings.model)

    def load(self, device: Device) -> DiffusersSession:
        # PyTorch and diffusers take seconds to import; readiness is told before that.
        import diffusers

        from ..diffusion.load import load_pipeline

        folder, family = self._find(), self.limits.family
        assert folder is not None
        pipeline = load_pipeline(getattr(diffusers, family.pipeline), folder, device)
        return DiffusersSession(pipeline, family, device)

    def _find(self) -> Path | None:
        return find_weights(self._settings.model_dir, self._settings.model)

    def _revision(self) -> str:
        return self._known_revision if self._find() else "1"

    @cached_property
    def _known_revision(self) -> str:
        folder = self._find()
        assert folder is not None
        return read_revision(folder)

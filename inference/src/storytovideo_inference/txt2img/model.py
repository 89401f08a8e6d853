from __future__ import annotations

from functools import cached_property
from pathlib import Path

from diffusers import AutoPipelineForText2Image

from ..diffusion.load import load_pipeline
from ..runtime.device import Device
from ..runtime.model import ModelCard
from ..runtime.weights import find_weights, missing_weights, read_revision
from .families import choose_family
from .order import Limits
from .session import DiffusersSession
from .settings import ImageSettings


class ImageModel:
    """The picture model that the settings name. Raises ValueError when no family knows it."""

    def __init__(self, settings: ImageSettings) -> None:
        family = choose_family(settings.model, settings.family)
        self._settings = settings
        pixels = min(family.max_pixels, settings.max_pixels or family.max_pixels)
        self.limits = Limits(family, settings.max_batch, pixels)

    def card(self) -> ModelCard:
        settings, family = self._settings, self.limits.family
        return ModelCard(
            id=settings.model,
            kind="image",
            family=family.name,
            owned_by=settings.model.partition("/")[0],
            revision=settings.model_revision or self._revision(),
            aliases=(settings.model.rpartition("/")[2],),
            capabilities={
                "batch": True,
                "preview": family.colours is not None,
                "reference_image": family.takes_reference,
                "negative_prompt": family.takes_negative,
                "guidance": family.takes_guidance,
            },
            defaults={
                "width": family.width,
                "height": family.height,
                "steps": family.steps,
                "guidance": family.guidance,
            },
            limits={
                "min_side": family.min_side,
                "max_side": family.max_side,
                "multiple": family.multiple,
                "max_pixels": self.limits.max_pixels,
                "min_steps": 1,
                "max_steps": family.max_steps,
                "max_batch": self.limits.max_batch,
                "prompt_chars": family.prompt_chars,
            },
        )

    def missing(self) -> str | None:
        return None if self._find() else missing_weights(self._settings.model)

    def load(self, device: Device) -> DiffusersSession:
        folder = self._find()
        assert folder is not None
        return DiffusersSession(load_pipeline(AutoPipelineForText2Image, folder, device), self.limits.family, device)

    def _find(self) -> Path | None:
        return find_weights(self._settings.model_dir, self._settings.model)

    def _revision(self) -> str:
        return self._known_revision if self._find() else "1"

    @cached_property
    def _known_revision(self) -> str:
        folder = self._find()
        assert folder is not None
        return read_revision(folder)

from __future__ import annotations

from diffusers import AutoPipelineForText2Image

from ..diffusion.family import choose_family
from ..diffusion.load import load_pipeline
from ..runtime.device import Device
from ..runtime.model import ModelCard
from ..runtime.weights import Weights
from .families import FAMILIES
from .order import Limits
from .session import DiffusersSession
from .settings import ImageSettings


class ImageModel:
    """The picture model that the settings name. Raises ValueError when no family knows it."""

    def __init__(self, settings: ImageSettings) -> None:
        family = choose_family(FAMILIES, settings.model, settings.family)
        self._settings = settings
        self._weights = Weights(settings.model_dir, settings.model, settings.model_revision)
        pixels = min(family.max_pixels, settings.max_pixels or family.max_pixels)
        self.limits = Limits(family, settings.max_batch, pixels)

    def card(self) -> ModelCard:
        settings, family = self._settings, self.limits.family
        return ModelCard(
            id=settings.model,
            kind="image",
            family=family.name,
            owned_by=settings.model.partition("/")[0],
            revision=self._weights.revision,
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
        return self._weights.missing()

    def load(self, device: Device) -> DiffusersSession:
        pipeline = load_pipeline(AutoPipelineForText2Image, self._weights.need(), device)
        return DiffusersSession(pipeline, self.limits.family, device)

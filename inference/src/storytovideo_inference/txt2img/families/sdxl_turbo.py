"""SDXL-Turbo: one to four steps without guidance, at home at 512 x 512. https://huggingface.co/stabilityai/sdxl-turbo"""

from __future__ import annotations

from .family import Family, LatentColours

# From "Explaining the SDXL latent space": https://huggingface.co/blog/TimothyAlexisVass/explaining-the-sdxl-latent-space
SDXL_COLOURS = LatentColours(
    channels=((60.0, 60.0, 60.0), (-60.0, -5.0, 10.0), (25.0, 15.0, -5.0), (-70.0, -50.0, -35.0)),
    base=(150.0, 140.0, 130.0),
)

SDXL_TURBO = Family(
    name="sdxl-turbo",
    models=("stabilityai/sdxl-turbo",),
    width=512,
    height=512,
    steps=2,
    max_steps=8,
    colours=SDXL_COLOURS,
)

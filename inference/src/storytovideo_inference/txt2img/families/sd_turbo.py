"""SD-Turbo: one to four steps without guidance, at home at 512 x 512. https://huggingface.co/stabilityai/sd-turbo"""

from __future__ import annotations

from .family import Family, LatentColours

# keturn's least squares fit for Stable Diffusion's latents, scaled from -1..1 to 0..255:
# https://discuss.huggingface.co/t/decoding-latents-to-rgb-without-upscaling/23204
SD_COLOURS = LatentColours(
    channels=((38.0, 26.4, 26.5), (23.8, 36.5, 22.1), (-20.1, 24.1, 33.7), (-23.5, -34.6, -60.3)),
    base=(127.5, 127.5, 127.5),
)

SD_TURBO = Family(
    name="sd-turbo",
    models=("stabilityai/sd-turbo",),
    width=512,
    height=512,
    steps=2,
    max_steps=8,
    colours=SD_COLOURS,
)

"""Stable Video Diffusion, 25 frames. https://huggingface.co/stabilityai/stable-video-diffusion-img2vid-xt"""

from __future__ import annotations

from dataclasses import replace

from .svd import SVD

SVD_XT = replace(
    SVD,
    name="svd-xt",
    models=("stabilityai/stable-video-diffusion-img2vid-xt", "stabilityai/stable-video-diffusion-img2vid-xt-1-1"),
    num_frames=25,
)

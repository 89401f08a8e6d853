"""Stable Video Diffusion, 14 frames. https://huggingface.co/stabilityai/stable-video-diffusion-img2vid"""

from __future__ import annotations

from .family import Family

SVD = Family(
    name="svd",
    models=("stabilityai/stable-video-diffusion-img2vid",),
    pipeline="StableVideoDiffusionPipeline",
    width=1024,
    height=576,
    num_frames=14,
    fps=7,
    steps=25,
    max_steps=50,
)

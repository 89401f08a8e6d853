"""Stable Diffusion with random weights at three sizes: the time of a call does not depend on what the weights are."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import torch
from diffusers import AutoencoderKL, EulerDiscreteScheduler, StableDiffusionPipeline, UNet2DConditionModel
from transformers import CLIPTextConfig, CLIPTextModel

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from tiny_models import make_tokenizer

# `full` is SD-Turbo's own configuration (that of Stable Diffusion 2.1).
SCALES: dict[str, dict[str, Any]] = {
    "tiny": {"blocks": (32, 64), "heads": 8, "words": 32, "layers": 2, "vae": (8, 8, 16, 16)},
    "moderate": {"blocks": (128, 256, 256), "heads": 8, "words": 256, "layers": 6, "vae": (32, 64, 64, 64)},
    "full": {
        "blocks": (320, 640, 1280, 1280),
        "heads": (5, 10, 20, 20),
        "words": 1024,
        "layers": 23,
        "vae": (128, 256, 512, 512),
    },
}


def make_random_sd(scale: str, model_dir: Path, dtype: torch.dtype) -> Path:
    """`model_dir/stabilityai/sd-turbo`, saved as diffusers saves."""
    torch.manual_seed(0)
    chosen = SCALES[scale]
    blocks, words = chosen["blocks"], chosen["words"]
    many = len(blocks) - 1
    layers = 1 if scale == "tiny" else 2
    unet = UNet2DConditionModel(
        block_out_channels=blocks,
        layers_per_block=layers,
        sample_size=64,
        norm_num_groups=8 if scale == "tiny" else 32,
        attention_head_dim=chosen["heads"],
        cross_attention_dim=words,
        use_linear_projection=True,
        down_block_types=("CrossAttnDownBlock2D",) * many + ("DownBlock2D",),
        up_block_types=("UpBlock2D",) + ("CrossAttnUpBlock2D",) * many,
    )
    vae = AutoencoderKL(
        block_out_channels=chosen["vae"],
        layers_per_block=layers,
        norm_num_groups=min(32, chosen["vae"][0]),
        latent_channels=4,
        sample_size=512,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
    )
    text = CLIPTextModel(
        CLIPTextConfig(
            vocab_size=49408,
            hidden_size=words,
            intermediate_size=4 * words,
            num_hidden_layers=chosen["layers"],
            num_attention_heads=max(4, words // 64),
            hidden_act="gelu",
            bos_token_id=998,
            eos_token_id=999,
            pad_token_id=999,
        )
    )
    scheduler = EulerDiscreteScheduler(
        beta_start=0.00085,
        beta_end=0.012,
        beta_schedule="scaled_linear",
        steps_offset=1,
        timestep_spacing="trailing",
    )
    pipeline = StableDiffusionPipeline(
        vae=vae,
        text_encoder=text,
        tokenizer=make_tokenizer(model_dir / "tokenizer"),
        unet=unet,
        scheduler=scheduler,
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    ).to(dtype=dtype)
    folder = model_dir / "stabilityai" / "sd-turbo"
    pipeline.save_pretrained(folder, variant="fp16" if dtype == torch.float16 else None)
    return folder

"""Picture models of a few hundred kilobytes with random weights, saved as diffusers saves, so that the services' own
loading reads them. `python tests/tiny_models.py sd-turbo MODEL_DIR` makes one for other tests."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    EulerAncestralDiscreteScheduler,
    EulerDiscreteScheduler,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

_MODELS = {"sd-turbo": "stabilityai/sd-turbo", "sdxl-turbo": "stabilityai/sdxl-turbo"}


def make_tiny(family: str, model_dir: Path, *, variant: str | None = None, width: int = 32, name: str = "") -> Path:
    """The folder of a new model below `model_dir`. `width` scales it: 32 is tiny, 320 is Stable Diffusion's own."""
    torch.manual_seed(0)
    pipeline = _sd(model_dir, width) if family == "sd-turbo" else _sdxl(model_dir, width)
    if variant == "fp16":
        pipeline.to(dtype=torch.float16)
    folder = model_dir / (name or _MODELS[family])
    pipeline.save_pretrained(folder, variant=variant)
    (folder / "REVISION").write_text("0123456789abcdef0123456789abcdef01234567\n")
    return folder


def _sd(workshop: Path, width: int) -> Any:
    unet = _unet(width, cross_attention_dim=width)
    scheduler = EulerDiscreteScheduler(**_NOISE, timestep_spacing="trailing")
    return StableDiffusionPipeline(
        vae=_vae(),
        text_encoder=CLIPTextModel(_text_config(width)),
        tokenizer=make_tokenizer(workshop / "tokenizer"),
        unet=unet,
        scheduler=scheduler,
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


def _sdxl(workshop: Path, width: int) -> Any:
    unet = _unet(
        width,
        cross_attention_dim=2 * width,
        addition_embed_type="text_time",
        addition_time_embed_dim=8,
        projection_class_embeddings_input_dim=6 * 8 + width,
    )
    tokenizer = make_tokenizer(workshop / "tokenizer")
    return StableDiffusionXLPipeline(
        vae=_vae(),
        text_encoder=CLIPTextModel(_text_config(width)),
        text_encoder_2=CLIPTextModelWithProjection(_text_config(width)),
        tokenizer=tokenizer,
        tokenizer_2=tokenizer,
        unet=unet,
        scheduler=EulerAncestralDiscreteScheduler(**_NOISE, timestep_spacing="trailing"),
        force_zeros_for_empty_prompt=True,
    )


_NOISE: dict[str, Any] = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear", "steps_offset": 1}


def _unet(width: int, **more: Any) -> UNet2DConditionModel:
    return UNet2DConditionModel(
        block_out_channels=(width, 2 * width),
        layers_per_block=1,
        norm_num_groups=8,
        sample_size=8,
        in_channels=4,
        out_channels=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=8,
        **more,
    )


def _vae() -> AutoencoderKL:
    return AutoencoderKL(
        # Four levels: eight pixels to one latent, as the real one has.
        block_out_channels=(8, 8, 16, 16),
        norm_num_groups=4,
        in_channels=3,
        out_channels=3,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        latent_channels=4,
        layers_per_block=1,
    )


def _text_config(width: int) -> CLIPTextConfig:
    return CLIPTextConfig(
        vocab_size=1000,
        hidden_size=width,
        projection_dim=width,
        intermediate_size=2 * width,
        num_hidden_layers=2,
        num_attention_heads=4,
        max_position_embeddings=77,
        bos_token_id=998,
        eos_token_id=999,
        pad_token_id=999,
    )


def make_tokenizer(folder: Path) -> CLIPTokenizer:
    """CLIP's, knowing single letters only; read from a folder, since its constructor passes over file names."""
    folder.mkdir(parents=True, exist_ok=True)
    letters = [chr(code) for code in [*range(33, 127), *range(161, 173), *range(174, 256)]]
    # CLIP spells the bytes that are no visible letters with those from 256 on.
    letters += [chr(256 + number) for number in range(256 - len(letters))]
    words = [*letters, *(f"{letter}</w>" for letter in letters)]
    vocabulary = {word: number for number, word in enumerate(words)} | {"<|startoftext|>": 998, "<|endoftext|>": 999}
    (folder / "vocab.json").write_text(json.dumps(vocabulary))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    settings = {"model_max_length": 77, "tokenizer_class": "CLIPTokenizer", "pad_token": "<|endoftext|>"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    return CLIPTokenizer.from_pretrained(str(folder))


if __name__ == "__main__":
    print(make_tiny(sys.argv[1], Path(sys.argv[2])))

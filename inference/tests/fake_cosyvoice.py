"""CosyVoice's `cosyvoice.cli.cosyvoice` with exactly the signatures of the pinned commit, and tones for speech."""

from __future__ import annotations

import math
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

PRESETS = ["中文女", "中文男", "日语男", "粤语女", "英文女", "英文男", "韩语女"]
Chunk = dict[str, torch.Tensor]


class CosyVoice:
    """Every sentence is a chunk of half a second divided by the speed."""

    def __init__(
        self,
        model_dir: str,
        load_jit: bool = False,
        load_trt: bool = False,
        fp16: bool = False,
        trt_concurrent: int = 1,
    ) -> None:
        self.model_dir = model_dir
        self.fp16 = fp16
        self.sample_rate = 22050
        self.calls: list[tuple[Any, ...]] = []
        self.level = 0.5
        self.spk2info: dict[str, Any] = dict.fromkeys(PRESETS)

    def list_available_spks(self) -> list[str]:
        return list(self.spk2info.keys())

    def add_zero_shot_spk(self, prompt_text: str, prompt_wav: str, zero_shot_spk_id: str) -> bool:
        assert zero_shot_spk_id != "", "do not use empty zero_shot_spk_id"
        assert Path(prompt_wav).is_file()
        self.spk2info[zero_shot_spk_id] = {"prompt_text": prompt_text}
        return True

    def inference_sft(
        self, tts_text: str, spk_id: str, stream: bool = False, speed: float = 1.0, text_frontend: bool = True
    ) -> Iterator[Chunk]:
        self.calls.append(("sft", tts_text, spk_id, stream, speed))
        yield from self._tones(tts_text, self.spk2info[spk_id], speed)

    def inference_zero_shot(
        self,
        tts_text: str,
        prompt_text: str,
        prompt_wav: str,
        zero_shot_spk_id: str = "",
        stream: bool = False,
        speed: float = 1.0,
        text_frontend: bool = True,
    ) -> Iterator[Chunk]:
        self.calls.append(("zero_shot", tts_text, prompt_text, prompt_wav, zero_shot_spk_id, stream, speed))
        yield from self._tones(tts_text, self.spk2info[zero_shot_spk_id], speed)

    def _tones(self, text: str, speaker: Any, speed: float) -> Iterator[Chunk]:
        for number, _ in enumerate(part for part in text.replace("。", ".").split(".") if part.strip()):
            count = int(self.sample_rate * 0.5 / speed)
            angle = torch.arange(count) * (2 * math.pi * (200 + 100 * number) / self.sample_rate)
            noise = torch.randn(count) * 0.01
            yield {"tts_speech": ((torch.sin(angle) + noise) * self.level).unsqueeze(0)}


class CosyVoice2(CosyVoice):
    def __init__(
        self,
        model_dir: str,
        load_jit: bool = False,
        load_trt: bool = False,
        load_vllm: bool = False,
        fp16: bool = False,
        trt_concurrent: int = 1,
    ) -> None:
        super().__init__(model_dir, load_jit, load_trt, fp16)
        self.sample_rate = 24000
        self.spk2info = {}

    def inference_instruct2(
        self,
        tts_text: str,
        instruct_text: str,
        prompt_wav: str,
        zero_shot_spk_id: str = "",
        stream: bool = False,
        speed: float = 1.0,
        text_frontend: bool = True,
    ) -> Iterator[Chunk]:
        self.calls.append(("instruct2", tts_text, instruct_text, prompt_wav, zero_shot_spk_id, stream, speed))
        assert Path(prompt_wav).is_file()
        yield from self._tones(tts_text, None, speed)


def install(monkeypatch: pytest.MonkeyPatch) -> list[CosyVoice]:
    """Puts the fake where the real one is imported from; gives every model that is made."""
    made: list[CosyVoice] = []

    def auto_model(**kwargs: Any) -> CosyVoice:
        folder = Path(kwargs["model_dir"])
        assert folder.exists(), "the real one would download here"
        kind = CosyVoice if (folder / "cosyvoice.yaml").exists() else CosyVoice2
        made.append(kind(**kwargs))
        return made[-1]

    module = types.ModuleType("cosyvoice.cli.cosyvoice")
    module.AutoModel = auto_model  # type: ignore[attr-defined]
    for name in ("cosyvoice", "cosyvoice.cli"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, "cosyvoice.cli.cosyvoice", module)
    return made

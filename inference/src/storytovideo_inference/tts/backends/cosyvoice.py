"""CosyVoice, by the signatures of FunAudioLLM/CosyVoice at COMMIT: `AutoModel(model_dir)` gives a model with
`inference_sft`, `inference_zero_shot` and `inference_instruct2`: generators of {"tts_speech": tensor of 1 x samples}.

It has no package on PyPI and wants Python 3.10 with libraries of 2024, so its image installs that commit and puts the
checkout on COSYVOICE_PATH. Nothing here was run with the real model on real hardware: the tests drive it with a fake of
exactly these signatures.
"""

from __future__ import annotations

import importlib
import inspect
import json
import random
import sys
import wave
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...errors import InferenceFailed, ModelNotFound
from ...media.sound import Sound
from ...runtime.device import Device
from ...runtime.model import ModelCard
from ...runtime.weights import Weights
from .backend import Line, Voice

COMMIT = "074ca6dc9e80a2f424f1f74b48bdd7d3fea531cc"
# What we call, and the parameters we name: looked at when the model is loaded, so that another commit fails at once.
_CALLS = {
    "inference_sft": ("tts_text", "spk_id", "stream", "speed"),
    "inference_zero_shot": ("tts_text", "prompt_text", "prompt_wav", "zero_shot_spk_id", "stream", "speed"),
    "inference_instruct2": ("tts_text", "instruct_text", "prompt_wav", "stream", "speed"),
}
_END_OF_INSTRUCTION = "<|endofprompt|>"
# CosyVoice takes the first 30 s of a reference at most, by an assertion deep inside.
_LONGEST_REFERENCE_S = 30.0

_PRESETS = [
    Voice("中文女", "中文女", ("zh", "en"), "female"),
    Voice("中文男", "中文男", ("zh", "en"), "male"),
    Voice("英文女", "英文女", ("en", "zh"), "female"),
    Voice("英文男", "英文男", ("en", "zh"), "male"),
    Voice("日语男", "日语男", ("ja",), "male"),
    Voice("粤语女", "粤语女", ("yue", "zh"), "female"),
    Voice("韩语女", "韩语女", ("ko",), "female"),
]


@dataclass(frozen=True)
class _Family:
    family: str
    config: str
    sample_rate: int
    has_presets: bool
    calls: tuple[str, ...]


_FAMILIES = (
    _Family("cosyvoice", "cosyvoice.yaml", 22050, True, ("inference_sft",)),
    _Family("cosyvoice2", "cosyvoice2.yaml", 24000, False, ("inference_zero_shot", "inference_instruct2")),
)


@dataclass(frozen=True)
class Reference:
    """A voice to be imitated: a recording and what is said in it."""

    recording: Path
    text: str
    languages: tuple[str, ...]


def read_references(folder: Path | None) -> dict[str, Reference]:
    """NAME.wav with NAME.txt beside it; NAME.json may say {"languages": ["zh"]}. Half a pair is no voice."""
    found: dict[str, Reference] = {}
    for recording in sorted(folder.glob("*.wav")) if folder is not None and folder.is_dir() else []:
        words = recording.with_suffix(".txt")
        text = words.read_text("utf-8").strip() if words.is_file() else ""
        if text and _seconds(recording) is not None:
            found[recording.stem] = Reference(recording, text, _languages(recording.with_suffix(".json")))
    return found


def _seconds(recording: Path) -> float | None:
    try:
        with wave.open(str(recording)) as file:
            seconds = file.getnframes() / file.getframerate()
    except (wave.Error, EOFError):
        return None
    return seconds if 0 < seconds <= _LONGEST_REFERENCE_S else None


def _languages(notes: Path) -> tuple[str, ...]:
    said = json.loads(notes.read_text("utf-8")) if notes.is_file() else {}
    return tuple(said.get("languages", ("zh", "en")))


class CosyVoiceBackend:
    def __init__(
        self,
        model_id: str,
        *,
        model_dir: Path,
        revision: str | None = None,
        checkout: Path | None = None,
        voices_dir: Path | None = None,
        half: bool = False,
    ) -> None:
        self._id = model_id
        self._weights = Weights(model_dir, model_id, revision)
        self._revision = revision
        self._checkout = checkout
        self._voices_dir = voices_dir
        self._half = half

    def card(self) -> ModelCard:
        family = self._family()
        first = next(iter(self.voices()), None)
        return ModelCard(
            id=self._id,
            kind="speech",
            family=family.family,
            owned_by="FunAudioLLM",
            revision=self._weights.revision if self._revision or self._weights.find() else "missing",
            aliases=("cosyvoice-mini",) if family.has_presets else (),
            capabilities={"voices": True, "speed": True, "instructions": not family.has_presets, "language": True},
            defaults={"voice": first.id if first else None, "sample_rate": family.sample_rate},
            limits={"input_chars": 4000, "min_speed": 0.25, "max_speed": 4},
            dtype="float16" if self._half else "float32",
        )

    def missing(self) -> str | None:
        folder = self._weights.find()
        if folder is None or not (folder / self._family().config).is_file():
            return f"{self._id} is not in MODEL_DIR. Run scripts/fetch-models."
        if not self.voices():
            where = self._voices_dir or "VOICES_DIR (not set)"
            return f"{self._id} has no voice of its own: put NAME.wav (at most 30 s) and NAME.txt into {where}."
        return None

    def voices(self) -> list[Voice]:
        if self._family().has_presets:
            return list(_PRESETS)
        found = read_references(self._voices_dir)
        return [Voice(name, name, reference.languages) for name, reference in found.items()]

    def load(self, device: Device) -> CosyVoiceSpeaker:
        folder = self._weights.find()
        if folder is None:
            raise ModelNotFound(self.missing() or f"{self._id} is missing.", param="model")
        half = self._half and device.name.startswith("cuda")
        model = _import_auto_model(self._checkout)(model_dir=str(folder), fp16=half)
        family = self._family()
        _require_signatures(model, family.calls)
        return CosyVoiceSpeaker(model, {} if family.has_presets else read_references(self._voices_dir))

    def _family(self) -> _Family:
        """By the file that CosyVoice itself goes by; by name where the weights are not there yet."""
        folder = self._weights.find()
        for family in _FAMILIES:
            if folder is not None and (folder / family.config).is_file():
                return family
        return _FAMILIES[1] if "CosyVoice2" in self._id else _FAMILIES[0]


class CosyVoiceSpeaker:
    def __init__(self, model: Any, references: Mapping[str, Reference]) -> None:
        self._model = model
        self._references = references
        for name, reference in references.items():
            # Once here, not once for every sentence of every line.
            model.add_zero_shot_spk(reference.text, str(reference.recording), name)
        if not references:
            self._known = set(model.list_available_spks())

    def speak(self, line: Line, check: Callable[[], None]) -> Sound:
        _sow(line.seed)
        return _join(self._chunks(line), int(self._model.sample_rate), check)

    def _chunks(self, line: Line) -> Iterable[Mapping[str, Any]]:
        # "<|" would switch its own reading of numbers and its splitting into sentences off.
        text = line.text.replace("<|", " ").replace("|>", " ")
        if not self._references:
            if line.voice not in self._known:
                raise InferenceFailed(f"These weights have no voice {line.voice}.")
            return self._generate("inference_sft", text, line.voice, speed=line.speed)
        if line.instructions is None:
            return self._generate("inference_zero_shot", text, "", "", zero_shot_spk_id=line.voice, speed=line.speed)
        # By recording: with a registered speaker this call removes from it what the next one needs.
        instructions = line.instructions.replace("<|", " ").replace("|>", " ") + _END_OF_INSTRUCTION
        recording = str(self._references[line.voice].recording)
        return self._generate("inference_instruct2", text, instructions, recording, speed=line.speed)

    def _generate(self, call: str, *args: str, **more: Any) -> Iterable[Mapping[str, Any]]:
        chunks: Iterable[Mapping[str, Any]] = getattr(self._model, call)(*args, stream=False, **more)
        return chunks

    def close(self) -> None:
        self._model = None


def _join(chunks: Iterable[Mapping[str, Any]], rate: int, check: Callable[[], None]) -> Sound:
    """Every sentence is a chunk of its own: the first alone would lose the rest of the line."""
    import numpy as np

    parts: list[bytes] = []
    for chunk in chunks:
        check()
        samples = np.asarray(chunk["tts_speech"].detach().cpu().float().numpy()).reshape(-1)
        if not np.isfinite(samples).all():
            raise InferenceFailed("The voice produced numbers that are no sound.")
        parts.append((np.clip(samples, -1.0, 1.0) * 32767).astype("<i2").tobytes())
    if not parts:
        raise InferenceFailed("The voice produced nothing.")
    return Sound(b"".join(parts), rate)


def _sow(seed: int) -> None:
    """CosyVoice samples its tokens by the global generators."""
    import numpy as np
    import torch

    random.seed(seed)
    np.random.seed(seed % 2**32)
    torch.manual_seed(seed)
    if torch.cuda.is_available():
        torch.cuda.manual_seed_all(seed)


def _import_auto_model(checkout: Path | None) -> Callable[..., Any]:
    # Its own packages are found by path; it installs none.
    for folder in [checkout, checkout / "third_party" / "Matcha-TTS"] if checkout is not None else []:
        if str(folder) not in sys.path:
            sys.path.append(str(folder))
    try:
        module = importlib.import_module("cosyvoice.cli.cosyvoice")
    except ImportError as error:
        raise ModelNotFound(
            f"CosyVoice cannot be imported ({error}). Set COSYVOICE_PATH to a checkout of {COMMIT[:12]}.", param="model"
        ) from error
    auto_model: Callable[..., Any] = module.AutoModel
    return auto_model


def _require_signatures(model: Any, calls: tuple[str, ...]) -> None:
    for call in calls:
        has = inspect.signature(getattr(model, call)).parameters if hasattr(model, call) else {}
        lacking = [name for name in _CALLS[call] if name not in has]
        if lacking:
            raise ModelNotFound(
                f"This CosyVoice is not the commit {COMMIT[:12]}: {call} has no {', '.join(lacking)}.", param="model"
            )

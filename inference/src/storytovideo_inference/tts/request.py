"""What a client may ask the speech service, checked field by field."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ..errors import Invalid, Unprocessable
from ..media.sound import Format
from ..runtime.model import ModelCard
from ..seeds import MAX_SEED, choose_seed
from .backends.backend import Line, Voice, choose_voice
from .language import can_be_spoken, guess_language

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class SpeechRequest(BaseModel):
    model_config = ConfigDict(extra="ignore")

    model: str | None = None
    input: _Text
    voice: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)] | None = None
    response_format: Format = "mp3"
    speed: float = Field(default=1.0, ge=0.25, le=4)
    language: str | None = Field(default=None, pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$")
    instructions: Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)] | None = None
    seed: int | None = Field(default=None, ge=0, le=MAX_SEED)


class VoiceEntry(BaseModel):
    id: str
    name: str
    languages: list[str]
    gender: str | None = None


class VoiceList(BaseModel):
    voices: list[VoiceEntry]


def list_entries(voices: list[Voice]) -> VoiceList:
    return VoiceList(
        voices=[
            VoiceEntry(id=voice.id, name=voice.name, languages=list(voice.languages), gender=voice.gender)
            for voice in voices
        ]
    )


def make_line(asked: SpeechRequest, card: ModelCard, voices: list[Voice]) -> Line:
    """Every choice that was left open is made here, so that the answer can say what was used."""
    most = int(card.limits["input_chars"])
    if len(asked.input) > most:
        raise Invalid(f"input must have at most {most} characters", param="input")
    if not can_be_spoken(asked.input):
        raise Unprocessable("input has nothing in it that can be spoken", param="input")
    instructions = asked.instructions or None
    if instructions is not None and not card.capabilities["instructions"]:
        raise Invalid(f"{card.id} takes no instructions", param="instructions")
    seed = choose_seed(asked.seed)
    return Line(asked.input, _voice(asked, card.defaults, voices), asked.speed, seed, instructions)


def _voice(asked: SpeechRequest, defaults: dict[str, Any], voices: list[Voice]) -> str:
    if asked.voice is None:
        return choose_voice(voices, str(defaults["voice"]), asked.language or guess_language(asked.input))
    if all(voice.id != asked.voice for voice in voices):
        raise Invalid(f"there is no voice {asked.voice}; GET /v1/audio/voices lists those there are", param="voice")
    return asked.voice

"""What a service brings along: a model that can be loaded, and says of itself what `/v1/models` tells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeVar

from .device import Device

Kind = Literal["image", "video", "speech"]


class Session(Protocol):
    """A loaded model. Made, used and closed on the worker thread only."""

    def close(self) -> None:
        """Lets go of everything on the device."""


S_co = TypeVar("S_co", bound=Session, covariant=True)


@dataclass(frozen=True)
class ModelCard:
    """The part of a model that does not change while the service runs."""

    id: str
    kind: Kind
    family: str
    owned_by: str
    revision: str
    capabilities: dict[str, Any]
    defaults: dict[str, Any]
    limits: dict[str, Any]
    aliases: tuple[str, ...] = ()
    dtype: str | None = None
    # Seconds since 1970; OpenAI's list has it.
    created: int = 0
    extra: dict[str, Any] = field(default_factory=dict)

    def is_called(self, name: str) -> bool:
        return name == self.id or name in self.aliases


class Model(Protocol[S_co]):
    def card(self) -> ModelCard: ...

    def missing(self) -> str | None:
        """Why the model cannot be loaded (and how to mend it), or None when its files are there."""

    def load(self, device: Device) -> S_co:
        """On the worker thread. May take minutes."""

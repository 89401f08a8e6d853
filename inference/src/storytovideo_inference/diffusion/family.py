"""Which of a service's families a model is of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Named(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def models(self) -> tuple[str, ...]: ...


AnyFamily = TypeVar("AnyFamily", bound=Named)


def choose_family(families: Sequence[AnyFamily], model: str, name: str | None) -> AnyFamily:
    """By its name where one is given, else by the model. Raises ValueError, with what there is to choose from."""
    names = ", ".join(family.name for family in families)
    for family in families:
        if family.name == name or (name is None and model in family.models):
            return family
    if name is not None:
        raise ValueError(f"FAMILY is {name}, but must be one of {names}")
    raise ValueError(f"MODEL is {model}, which no family names: say in FAMILY which it is of ({names})")

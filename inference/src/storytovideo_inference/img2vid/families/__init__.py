"""Every family there is; a new one is a file here and a name in this list."""

from __future__ import annotations

from .family import Family
from .svd import SVD
from .svd_xt import SVD_XT

FAMILIES = (SVD, SVD_XT)


def choose_family(model: str, name: str | None) -> Family:
    """By its name where one is given, else by the model. Raises ValueError, with what there is to choose from."""
    names = ", ".join(family.name for family in FAMILIES)
    for family in FAMILIES:
        if family.name == name or (name is None and model in family.models):
            return family
    if name is not None:
        raise ValueError(f"FAMILY is {name}, but must be one of {names}")
    raise ValueError(f"MODEL is {model}, which no family names: say in FAMILY which it is of ({names})")

"""Every family there is; a new one is a file here and a name in this list."""

from __future__ import annotations

from .svd import SVD
from .svd_xt import SVD_XT

FAMILIES = (SVD, SVD_XT)

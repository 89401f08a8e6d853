"""Where a model's files lie, and which revision they are. Nothing here fetches anything."""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path

_SHORT = 12
_INDEX_NAMES = ("model_index.json", "cosyvoice.yaml", "cosyvoice2.yaml", "config.json")


def find_weights(model_dir: Path, model: str) -> Path | None:
    """`MODEL_DIR/org/name`, a folder named by its own path, or a Hugging Face cache below MODEL_DIR."""
    for folder in (model_dir / model, Path(model)):
        if _is_model(folder):
            return folder
    cache = model_dir / f"models--{model.replace('/', '--')}"
    main = cache / "refs" / "main"
    if main.is_file():
        snapshot = cache / "snapshots" / main.read_text().strip()
        if _is_model(snapshot):
            return snapshot
    return None


def read_revision(folder: Path) -> str:
    """The commit the files are of, else a digest of what they are; 12 characters."""
    named = folder / "REVISION"
    if named.is_file():
        return named.read_text().strip()[:_SHORT]
    if folder.parent.name == "snapshots":
        return folder.name[:_SHORT]
    for index in _INDEX_NAMES:
        # What `huggingface_hub` leaves beside files that it put into a plain folder.
        note = folder / ".cache" / "huggingface" / "download" / f"{index}.metadata"
        if note.is_file():
            return note.read_text().splitlines()[0].strip()[:_SHORT]
    return _digest(folder)


class Weights:
    """A model's files, which may come while the service runs. Which revision they are is read once."""

    def __init__(self, model_dir: Path, model: str, revision: str | None) -> None:
        self._model_dir = model_dir
        self._model = model
        self._given = revision

    def find(self) -> Path | None:
        return find_weights(self._model_dir, self._model)

    def need(self) -> Path:
        folder = self.find()
        assert folder is not None, self.missing()
        return folder

    def missing(self) -> str | None:
        return None if self.find() else f"{self._model} is not in MODEL_DIR. Run scripts/fetch-models."

    @property
    def revision(self) -> str:
        if self._given:
            return self._given
        return self._read if self.find() else "1"

    @cached_property
    def _read(self) -> str:
        return read_revision(self.need())


def _is_model(folder: Path) -> bool:
    return any((folder / name).is_file() for name in _INDEX_NAMES)


def _digest(folder: Path) -> str:
    """Names and sizes of all files, and what the small ones say: enough to see that the weights are others."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        place = file.relative_to(folder)
        if not file.is_file() or any(part.startswith(".") for part in place.parts):
            continue
        digest.update(f"{place.as_posix()}\0{file.stat().st_size}\0".encode())
        if file.suffix == ".json" and file.stat().st_size < 1 << 20:
            digest.update(file.read_bytes())
        elif file.suffix == ".safetensors":
            # The header lists every tensor, and the end differs where the weights do.
            with file.open("rb") as weights:
                digest.update(weights.read(4096))
                weights.seek(max(0, file.stat().st_size - 4096))
                digest.update(weights.read())
    return digest.hexdigest()[:_SHORT]

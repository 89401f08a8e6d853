"""How the package is built: floors, settings, starting."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from storytovideo_inference.img2vid.settings import VideoSettings
from storytovideo_inference.runtime.weights import find_weights, read_revision
from storytovideo_inference.settings import Settings
from storytovideo_inference.tts.settings import SpeechSettings
from storytovideo_inference.txt2img.settings import ImageSettings

SOURCE = Path(__file__).parents[1] / "src" / "storytovideo_inference"
README = SOURCE.parents[1] / "README.md"
# What each floor may import of the package, beside itself; the ground is the files that lie in no folder.
FLOORS = {
    "runtime": {"ground"},
    "diffusion": {"ground", "runtime"},
    "web": {"ground", "runtime"},
    "media": {"ground"},
    "txt2img": {"ground", "runtime", "diffusion", "web"},
    "img2vid": {"ground", "runtime", "diffusion", "media", "web"},
    "tts": {"ground", "runtime", "media", "web"},
}
WEB_PACKAGES = {"fastapi", "starlette", "uvicorn"}


def imports() -> Iterator[tuple[str, str, Path]]:
    """(from floor, to floor or foreign package, file)."""
    for file in SOURCE.rglob("*.py"):
        place = file.relative_to(SOURCE).parts
        floor = place[0] if len(place) > 1 else "ground"
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                for name in node.names:
                    yield floor, name.name.split(".")[0], file
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                yield floor, (node.module or "").split(".")[0], file
            elif isinstance(node, ast.ImportFrom):
                above = place[: len(place) - node.level]
                target = (*above, *(node.module or "").split("."))
                yield floor, target[0] if target[0] in FLOORS else "ground", file


def test_imports_go_down_only() -> None:
    seen = list(imports())
    assert len(seen) > 100
    for floor, target, file in seen:
        if floor in FLOORS and (target in FLOORS or target == "ground"):
            assert target == floor or target in FLOORS[floor], f"{file} imports {target}"
        if floor in ("runtime", "diffusion", "media"):
            assert target not in WEB_PACKAGES, f"{file} knows HTTP"
        if floor == "ground" and file.name != "__main__.py":
            assert target not in FLOORS, f"{file} imports {target}"


def test_only_the_settings_read_the_environment() -> None:
    for file in SOURCE.rglob("*.py"):
        assert not re.search(r"os\.(environ|getenv)", file.read_text()), file


@pytest.mark.parametrize("settings", [Settings, ImageSettings, VideoSettings, SpeechSettings])
def test_every_variable_is_in_the_readme(settings: type[Settings]) -> None:
    listed = set(re.findall(r"^\| `([A-Z][A-Z0-9_]+)`", README.read_text(), re.MULTILINE))
    assert {name.upper() for name in settings.model_fields} <= listed


def run_service(*args: str, **environment: str) -> subprocess.Popen[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "storytovideo_inference", *args],
        env={**kept, "PYTHONPATH": str(SOURCE.parent), "HF_HUB_OFFLINE": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_all_wrong_variables_are_told_at_once() -> None:
    with run_service("txt2img", PORT="x", KEEP_ALIVE="soon", DEVICE="tpu") as process:
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 2
    for name in ("PORT", "KEEP_ALIVE", "DEVICE"):
        assert f"{name}: " in errors
    assert "Traceback" not in errors


def test_a_card_that_is_not_there_is_told_at_the_start() -> None:
    with run_service("txt2img", DEVICE="cuda:7") as process:
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, "DEVICE is cuda:7" in errors) == (2, True)


def test_the_service_starts_by_its_name_draws_and_stops_by_a_signal(tiny_dir: Path) -> None:
    environment = {"PORT": "0", "MODEL_DIR": str(tiny_dir), "API_KEY": "secret", "DEVICE": "cpu", "MODEL": ""}
    with run_service("txt2img", **environment) as process:
        assert process.stderr is not None
        address = ""
        for line in process.stderr:
            if match := re.search(r"running on (http://\S+)", line):
                address = match[1]
                break
        with httpx.Client(base_url=address, timeout=60, headers={"Authorization": "Bearer secret"}) as client:
            made = client.post("/v1/images/generations", json={"prompt": "a boat", "size": "64x64"})
            assert made.status_code == 200
        process.terminate()
        process.communicate(timeout=30)
    assert process.returncode in (0, -15)


def test_only_one_file_starts_ffmpeg_and_one_starts_espeak() -> None:
    starters = {"media/ffmpeg.py", "tts/backends/espeak.py"}
    for file in SOURCE.rglob("*.py"):
        place = file.relative_to(SOURCE).as_posix()
        assert ("import subprocess" in file.read_text()) == (place in starters), place


def test_weights_are_found_as_a_folder_and_in_a_cache(tmp_path: Path) -> None:
    assert find_weights(tmp_path, "me/mine") is None
    commit = "0123456789abcdef0123456789abcdef01234567"
    cache = tmp_path / "models--me--mine"
    snapshot = cache / "snapshots" / commit
    snapshot.mkdir(parents=True)
    (snapshot / "model_index.json").write_text("{}")
    assert find_weights(tmp_path, "me/mine") is None
    (cache / "refs").mkdir()
    (cache / "refs" / "main").write_text(commit)
    assert find_weights(tmp_path, "me/mine") == snapshot
    assert read_revision(snapshot) == "0123456789ab"
    folder = tmp_path / "me" / "mine"
    folder.mkdir(parents=True)
    (folder / "model_index.json").write_text("{}")
    assert find_weights(tmp_path, "me/mine") == folder


def test_a_revision_is_the_commit_or_what_the_files_are(tmp_path: Path) -> None:
    (tmp_path / "model_index.json").write_text("{}")
    (tmp_path / "unet.safetensors").write_bytes(b"a" * 10_000)
    bare = read_revision(tmp_path)
    assert len(bare) == 12
    (tmp_path / "unet.safetensors").write_bytes(b"a" * 9_999 + b"b")
    assert read_revision(tmp_path) != bare
    note = tmp_path / ".cache" / "huggingface" / "download" / "model_index.json.metadata"
    note.parent.mkdir(parents=True)
    note.write_text("fedcba9876543210\netag\n1.0\n")
    assert read_revision(tmp_path) == "fedcba987654"
    (tmp_path / "REVISION").write_text("0123456789abcdef\n")
    assert read_revision(tmp_path) == "0123456789ab"

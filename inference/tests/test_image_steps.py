"""The steps of docker/ that are Python, and what they have to agree on with the services."""

from __future__ import annotations

import http.server
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from storytovideo_inference.tts.backends import cosyvoice

STEPS = Path(__file__).parents[2] / "docker" / "steps"
UPSTREAM = """\
--extra-index-url https://index.example.com/whl/cu121
--extra-index-url https://index.example.com/onnx/ # why
conformer==0.3.2
deepspeed==0.15.1; sys_platform == 'linux'
diffusers==0.29.0
fastapi==0.115.6
fastapi-cli==0.0.4
gradio==5.4.0
onnxruntime-gpu==1.18.0; sys_platform == 'linux'
onnxruntime==1.18.0; sys_platform == 'darwin' or sys_platform == 'win32'
tensorrt-cu12-libs==10.13.3.9; sys_platform == 'linux'
torch==2.3.1
torchaudio==2.3.1
transformers==4.51.3
uvicorn==0.30.0
wetext==0.0.4
"""


def step(name: str, said: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(STEPS / name)], input=said, capture_output=True, text=True, check=False)


def test_of_cosyvoices_requirements_stays_what_speaks() -> None:
    done = step("cosyvoice_requirements.py", UPSTREAM)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:-1] == [
        "conformer==0.3.2",
        "diffusers==0.29.0",
        "onnxruntime==1.18.0",
        "torch==2.3.1",
        "torchaudio==2.3.1",
        "transformers==4.51.3",
        "wetext==0.1.8",
    ]


def test_requirements_of_another_cosyvoice_are_refused() -> None:
    done = step("cosyvoice_requirements.py", UPSTREAM.replace("torch==2.3.1", "torch==2.8.0", 1))
    assert done.returncode != 0
    assert "torch==2.3.1" in done.stderr


def test_the_image_finds_the_commit_that_the_backend_was_written_for() -> None:
    script = (STEPS / "cosyvoice-install.sh").read_text()
    found = re.search(r"sed -n '(.*)' (\S+)\)", script)
    assert found is not None
    backend = STEPS.parents[1] / found[2]
    named = subprocess.run(["sed", "-n", found[1], str(backend)], capture_output=True, text=True, check=True)
    assert named.stdout.strip() == cosyvoice.COMMIT


@pytest.mark.parametrize(("status", "code"), [(200, 0), (500, 1)])
def test_a_container_is_well_while_its_service_says_so(status: int, code: int) -> None:
    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/healthz" else 404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        done = subprocess.run(
            [sys.executable, str(STEPS / "alive.py")], env={"PORT": str(server.server_port)}, check=False
        )
        server.shutdown()
    assert done.returncode == code


def test_a_container_whose_service_is_gone_is_not_well() -> None:
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
        port = server.server_port
    assert subprocess.run([sys.executable, str(STEPS / "alive.py")], env={"PORT": str(port)}, check=False).returncode

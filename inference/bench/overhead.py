"""How much longer a picture takes through the service than in a bare diffusers loop.

    PYTHONPATH=src python bench/overhead.py --scale moderate --size 512 --steps 2 --count 12
    PYTHONPATH=src python bench/overhead.py --model-dir /models --model stabilityai/sd-turbo

The bare loop and the service (a process of its own, asked over HTTP) take turns on the same device with the same model,
so that what slows the machine slows both. Medians; PNG and base64 of the answer belong to the time of the service.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import torch
from diffusers import AutoPipelineForText2Image

from random_models import SCALES, make_random_sd
from storytovideo_inference.diffusion.call import accepted, generators
from storytovideo_inference.diffusion.load import load_pipeline
from storytovideo_inference.runtime.device import Device, choose_device

SOURCE = Path(__file__).parents[1] / "src"
PROMPT = "a lighthouse on a cliff at night"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", choices=list(SCALES), default="moderate", help="size of the random model")
    parser.add_argument("--model-dir", type=Path, help="real weights instead of random ones")
    parser.add_argument("--model", default="stabilityai/sd-turbo")
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--steps", type=int, default=2)
    parser.add_argument("--count", type=int, default=12, help="rounds")
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--device", default="auto")
    asked = parser.parse_args()
    device = choose_device(asked.device, "auto")
    with tempfile.TemporaryDirectory() as made:
        model_dir = asked.model_dir or Path(made)
        if asked.model_dir is None:
            make_random_sd(asked.scale, model_dir, getattr(torch, device.dtype))
        pipeline = load_pipeline(AutoPipelineForText2Image, model_dir / asked.model, device)
        with start_service(model_dir, asked.model, device) as client:
            scale = "real weights" if asked.model_dir else f"{asked.scale} random weights"
            print(f"{name_of(device)}, {device.dtype}, {scale}, {asked.size} x {asked.size}, {asked.steps} steps")
            for number in (1, asked.batch):
                measure(pipeline, device, client, number, asked)


def measure(pipeline: Any, device: Device, client: httpx.Client, number: int, asked: argparse.Namespace) -> None:
    def bare() -> None:
        arguments = {
            "prompt": [PROMPT] * number,
            "generator": generators(list(range(number))),
            "num_inference_steps": asked.steps,
            "guidance_scale": 0.0,
            "width": asked.size,
            "height": asked.size,
        }
        pipeline(**accepted(pipeline, arguments))

    def served() -> None:
        shared = {"size": f"{asked.size}x{asked.size}", "num_inference_steps": asked.steps, "seed": 0}
        if number == 1:
            answer = client.post("/v1/images/generations", json={**shared, "prompt": PROMPT})
        else:
            items = [{"id": str(seed), "prompt": PROMPT, "seed": seed} for seed in range(number)]
            answer = client.post("/v1/images/batch", json={**shared, "items": items})
            assert answer.text.rstrip().endswith(f'"items":{number},"errors":0}}'), answer.text[-300:]
        answer.raise_for_status()

    times: dict[str, list[float]] = {"bare": [], "served": []}
    # The first round warms both.
    for round_number in range(asked.count + 1):
        for name, work in (("bare", bare), ("served", served)):
            took = timed(work)
            if round_number > 0:
                times[name].append(took)
    bare_ms, served_ms = (statistics.median(times[name]) * 1000 for name in ("bare", "served"))
    paired = statistics.median(s / b for s, b in zip(times["served"], times["bare"], strict=True))
    title = "one picture" if number == 1 else f"batch of {number}"
    print(f"{title}: bare {bare_ms:.0f} ms, service {served_ms:.0f} ms, ratio {paired:.3f}")


def timed(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


@contextmanager
def start_service(model_dir: Path, model: str, device: Device) -> Iterator[httpx.Client]:
    settings = {
        "PORT": "0",
        "MODEL": model,
        "MODEL_DIR": str(model_dir),
        "DEVICE": device.name,
        "PYTHONPATH": str(SOURCE),
        "KEEP_ALIVE": "-1",
    }
    command = [sys.executable, "-m", "storytovideo_inference", "txt2img"]
    process = subprocess.Popen(command, env={**os.environ, **settings}, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        address = next(found[1] for line in process.stderr if (found := re.search(r"running on (http://\S+)", line)))
        with httpx.Client(base_url=address, timeout=3600) as client:
            client.post("/v1/models/load", json={}).raise_for_status()
            yield client
    finally:
        process.terminate()
        process.communicate(timeout=30)


def name_of(device: Device) -> str:
    if device.name != "cpu":
        return device.title
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.+)", info.read_text()) if info.exists() else None
    return f"{found[1] if found else platform.processor()}, {torch.get_num_threads()} threads"


if __name__ == "__main__":
    main()

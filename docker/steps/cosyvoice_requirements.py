"""CosyVoice's own requirements, read from stdin, without what only its training, its web pages and TensorRT need."""

import re
import sys

# The service brings its own web server; the rest is training, demo pages and an accelerator that is not used.
DROPPED = {
    "deepspeed", "fastapi", "fastapi-cli", "gradio", "grpcio", "grpcio-tools", "pydantic", "tensorboard",
    "tensorrt-cu12", "tensorrt-cu12-bindings", "tensorrt-cu12-libs", "uvicorn",
}  # fmt: skip
REPLACED = {
    # The release with its rules inside the wheel: the one CosyVoice names fetches them at run time.
    "wetext": "wetext==0.1.8",
    # It reads reference recordings only, once each; the CUDA build for this torch is not on PyPI.
    "onnxruntime-gpu": "onnxruntime==1.18.0",
}
# What the adapter was written against: another list means another CosyVoice.
EXPECTED = {"torch": "2.3.1", "torchaudio": "2.3.1", "transformers": "4.51.3", "diffusers": "0.29.0"}


def name_of(line: str) -> str:
    return re.split(r"[=<>!~;\[ ]", line, maxsplit=1)[0].lower()


def chosen(lines: list[str]) -> list[str]:
    """The lines to install. Raises ValueError for a list that is not of the commit the service was written for."""
    wanted = [line.split("#")[0].strip() for line in lines]
    # An index of somebody else's next to PyPI could put any package into the image.
    wanted = [line for line in wanted if line and not line.startswith("-")]
    for name, version in EXPECTED.items():
        if f"{name}=={version}" not in wanted:
            raise ValueError(f"CosyVoice's requirements should name {name}=={version}")
    kept = [REPLACED.get(name_of(line), line) for line in wanted if name_of(line) not in DROPPED]
    # The list names onnxruntime once for each system.
    return list(dict.fromkeys(line for line in kept if "sys_platform == 'darwin'" not in line))


if __name__ == "__main__":
    try:
        print("\n".join(chosen(sys.stdin.read().splitlines())))
    except ValueError as error:
        sys.exit(str(error))

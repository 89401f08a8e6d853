"""Frames as an MP4 that every browser plays: H.264, yuv420p, one frame for each that was given."""

from __future__ import annotations

from pathlib import Path

from .ffmpeg import run_ffmpeg


def mp4_args(width: int, height: int, fps: int, path: Path) -> list[str]:
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}", "-r", str(fps), "-i", "pipe:0"]
    # A fixed number of threads: x264's bytes differ with it. The moov atom first, so that a player need not wait.
    h264 = ["-c:v", "libx264", "-preset", "medium", "-crf", "16", "-pix_fmt", "yuv420p", "-threads", "2"]
    colour = ["-vf", "scale=out_color_matrix=bt709:out_range=tv", "-color_primaries", "bt709", "-color_trc", "bt709"]
    tags = ["-colorspace", "bt709", "-color_range", "tv"]
    return [*raw, *colour, *h264, *tags, "-bitexact", "-an", "-r", str(fps), "-movflags", "+faststart", str(path)]


def write_mp4(binary: str, path: Path, frames: bytes, *, width: int, height: int, fps: int) -> int:
    """`frames` is RGB, 8 bits, one picture after another. Both sides are even. Gives the size in bytes."""
    run_ffmpeg(binary, mp4_args(width, height, fps, path), frames)
    return path.stat().st_size

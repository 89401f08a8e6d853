"""What the environment may say. The only place that reads it; a wrong value stops the service at its start."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from .keep_alive import parse_keep_alive


class Settings(BaseSettings):
    """Settings that every service has. README.md lists them; a test compares the two."""

    # An empty variable is what compose passes on for one that is not set.
    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", protected_namespaces=())

    host: str = "127.0.0.1"
    port: int = Field(default=8100, ge=0, le=65535)
    api_key: SecretStr | None = None
    model: str = ""
    # The model's commit, for a folder that does not say it itself.
    model_revision: str | None = None
    model_dir: Path = Path("models")
    device: str = Field(default="auto", pattern=r"^(auto|cpu|cuda(:\d+)?)$")
    dtype: Literal["auto", "float16", "bfloat16", "float32"] = "auto"
    queue_max: int = Field(default=32, ge=1, le=10_000)
    # Seconds a loaded model stays without work; None: for ever.
    keep_alive: Annotated[float | None, BeforeValidator(parse_keep_alive)] = 300.0
    gpu_lock_file: Path | None = None
    min_free_vram_mb: int = Field(default=0, ge=0)
    max_body_mb: int = Field(default=32, ge=1, le=4096)
    heartbeat_s: float = Field(default=5.0, gt=0, le=10)
    log_level: Literal["debug", "info", "warning", "error"] = "info"

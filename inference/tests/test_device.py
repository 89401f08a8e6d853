"""Code for cards, where there is none: a PyTorch and pipelines that note what is asked of them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import torch

from fakes import Fullness
from storytovideo_inference.diffusion.call import accepted, call_pipeline
from storytovideo_inference.diffusion.place import Placement, bring
from storytovideo_inference.runtime import device as devices
from storytovideo_inference.runtime.faults import broken_reason, is_out_of_memory

MB = 1024 * 1024


class FakeCuda:
    def __init__(self, cards: int = 2) -> None:
        self.cards, self.reserved, self.asked = cards, 0, []

    asked: list[str]

    def is_available(self) -> bool:
        return self.cards > 0

    def device_count(self) -> int:
        return self.cards

    def get_device_properties(self, index: int) -> Any:
        return SimpleNamespace(name=f"Card {index}", uuid="5a3c0f7e-0000-4000-8000-000000000000")

    def set_device(self, index: int) -> None:
        self.asked.append(f"set_device {index}")

    def memory_reserved(self, index: int) -> int:
        return self.reserved * MB

    def mem_get_info(self, index: int) -> tuple[int, int]:
        self.asked.append("mem_get_info")
        return 18_310 * MB, 24_564 * MB

    def synchronize(self, index: int) -> None:
        self.asked.append(f"synchronize {index}")


@pytest.fixture
def cuda(monkeypatch: pytest.MonkeyPatch) -> FakeCuda:
    fake = FakeCuda()
    monkeypatch.setattr(devices, "_torch", lambda: SimpleNamespace(cuda=fake))
    return fake


def test_a_card_is_told_by_nvidias_own_spelling(cuda: FakeCuda) -> None:
    card = devices.choose_device("auto", "auto")
    assert (card.name, card.title, card.dtype) == ("cuda:0", "Card 0", "float16")
    assert card.uuid == "GPU-5a3c0f7e-0000-4000-8000-000000000000"
    other = devices.choose_device("cuda:1", "bfloat16")
    assert (other.name, other.dtype) == ("cuda:1", "bfloat16")


def test_a_thread_is_bound_to_its_card(cuda: FakeCuda) -> None:
    devices.choose_device("cuda:1", "auto").bind()
    assert cuda.asked == ["set_device 1"]


def test_an_empty_card_is_not_asked_for_its_memory(cuda: FakeCuda) -> None:
    card = devices.choose_device("cuda", "auto")
    assert card.vram() is None
    assert cuda.asked == []
    cuda.reserved = 5120
    assert card.vram() == devices.Vram(24_564, 18_310, 5120)


def test_a_card_that_is_not_there_is_refused(cuda: FakeCuda) -> None:
    with pytest.raises(ValueError, match="there are 2 cards"):
        devices.choose_device("cuda:2", "auto")
    cuda.cards = 0
    with pytest.raises(ValueError, match="no CUDA card"):
        devices.choose_device("cuda", "auto")
    assert devices.choose_device("auto", "auto").name == "cpu"


def test_which_errors_are_of_memory_and_which_of_the_card() -> None:
    assert is_out_of_memory(torch.OutOfMemoryError("CUDA out of memory"))
    assert is_out_of_memory(RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling cublasCreate"))
    assert not is_out_of_memory(RuntimeError("CUDA error: device-side assert triggered"))
    sticky = Fullness(sticky="CUDA error: device-side assert triggered\nmore")
    assert broken_reason(RuntimeError("CUDA error: x"), sticky) == "CUDA error: device-side assert triggered"
    assert broken_reason(RuntimeError("CUDA error: x"), Fullness()) is None
    assert broken_reason(RuntimeError("a list index"), sticky) is None
    assert broken_reason(torch.OutOfMemoryError("CUDA out of memory"), sticky) is None


class Card(Fullness):
    def __init__(self) -> None:
        super().__init__()
        self.name = "cuda:0"


class FakePipeline:
    """Its one part has accelerate's hook while it is offloaded."""

    def __init__(self, too_large: bool = False, part: SimpleNamespace | None = None) -> None:
        self.too_large, self.done = too_large, list[str]()
        self.part = part or SimpleNamespace()

    @property
    def components(self) -> dict[str, Any]:
        return {"unet": self.part}

    def to(self, place: str, silence_dtype_warnings: bool = False) -> FakePipeline:
        self.done.append(f"to {place}")
        if self.too_large and place != "cpu":
            raise torch.OutOfMemoryError("CUDA out of memory")
        return self

    def enable_model_cpu_offload(self, device: str) -> None:
        self.done.append(f"offload {device}")
        self.part._hf_hook = True

    def remove_all_hooks(self) -> None:
        self.done.append("whole")
        del self.part._hf_hook


def test_a_pipeline_is_offloaded_once_and_brought_back_once() -> None:
    pipeline, placement = FakePipeline(), Placement(Card())
    for offload in (False, True, True, False, False):
        placement.put(pipeline, offload=offload)
    assert pipeline.done == ["offload cuda:0", "whole", "to cuda:0"]


def test_of_two_pipelines_of_the_same_parts_the_one_that_works_has_the_hooks() -> None:
    part = SimpleNamespace()
    words, reference, placement = FakePipeline(part=part), FakePipeline(part=part), Placement(Card())
    placement.put(words, offload=True)
    placement.put(reference, offload=True)
    placement.put(words, offload=False)
    assert (words.done, reference.done) == (["offload cuda:0"], ["offload cuda:0", "whole", "to cuda:0"])


def test_a_model_larger_than_the_card_takes_turns_from_the_start() -> None:
    pipeline, placement = bring(FakePipeline(too_large=True), Card()), Placement(Card())
    assert pipeline.done == ["to cuda:0", "to cpu", "offload cuda:0"]
    placement.put(pipeline, offload=False)
    placement.put(pipeline, offload=False)
    assert pipeline.done[3:] == ["offload cuda:0"]


def test_a_pipeline_gets_the_arguments_that_it_names() -> None:
    seen: dict[str, Any] = {}

    class Plain:
        def __call__(self, prompt: str, width: int = 0, callback_on_step_end: Any = None) -> str:
            seen.update(prompt=prompt, width=width)
            callback_on_step_end(self, 0, 999, {"latents": "x"})
            return "picture"

        def maybe_free_model_hooks(self) -> None:
            seen["freed"] = seen.get("freed", 0) + 1

    steps: list[tuple[int, Any]] = []
    arguments = {"prompt": "a", "width": 8, "guidance_scale": 0.0, "negative_prompt": None}
    assert accepted(Plain(), arguments) == {"prompt": "a", "width": 8}
    assert call_pipeline(Plain(), arguments, lambda *step: steps.append(step)) == "picture"
    assert (seen, steps) == ({"prompt": "a", "width": 8, "freed": 1}, [(1, "x")])

    def stop(number: int, latents: Any) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        call_pipeline(Plain(), arguments, stop)
    assert seen["freed"] == 2

"""The inference services of StoryToVideo Studio: txt2img, img2vid and tts, one process and one device each.

Three floors: `web` (HTTP, as OpenAI's API speaks it), `runtime` (the one thread that owns the model) and, on top of
both, one package a service. `errors` and `settings` lie under all of them.
"""

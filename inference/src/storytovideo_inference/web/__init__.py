"""HTTP: OpenAI's dialect with our additions. Knows the runtime, and no service."""

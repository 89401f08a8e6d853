"""Who speaks. Another backend is one more file with a `Backend` in it and a line in `service.py`."""

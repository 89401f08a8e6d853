"""Moving shots from a picture."""

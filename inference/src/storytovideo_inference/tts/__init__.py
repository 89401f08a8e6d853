"""Speech: a backend that speaks, and the routes that ask it to."""

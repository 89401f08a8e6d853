"""One thread that owns the model, and everything about when it may work: queue, lease, memory, deadlines."""

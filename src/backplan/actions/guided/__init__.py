"""A session gone through exercise by exercise, as values: what comes when, and what became of it. No clock, no keys."""

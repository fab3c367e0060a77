"""The terminal: the only place that knows the clock, paths, consoles and exit codes."""

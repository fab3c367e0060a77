"""Layout: the best week, exactly."""

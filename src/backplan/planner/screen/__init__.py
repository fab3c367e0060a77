"""Screen: where the person stands on a date."""

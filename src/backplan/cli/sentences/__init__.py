"""What people say in a sentence after `log`, `start`, `pause` or `diary edit`, read as values."""

"""The exercises and the pages on coping, ours and the person's own."""

"""Growth: what the diary moves."""

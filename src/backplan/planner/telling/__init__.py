"""Telling: what is said of a week."""

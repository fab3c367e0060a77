"""Diary: what was done, and what each session said."""

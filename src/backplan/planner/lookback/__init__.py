"""Lookback: what the weeks so far show."""

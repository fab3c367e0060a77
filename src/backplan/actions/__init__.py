"""What the commands do, without terminal, clock or environment: a workspace in, values out.

Each action reads what it needs once, decides purely, and writes once.
"""

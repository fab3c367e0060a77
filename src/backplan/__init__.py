"""backplan: a safe, balanced and personal week of exercise for people with back pain."""

__version__ = "0.1.0"

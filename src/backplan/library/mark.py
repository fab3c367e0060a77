"""A short mark of some bytes, to tell them from others. Loaded at every start, so it imports next to nothing."""

from backplan import __version__

try:  # hashlib brings the whole of OpenSSL along, a fifth of the start of Python itself
    from _blake2 import blake2b
except ImportError:  # a Python that keeps it elsewhere
    from hashlib import blake2b

_SIZE = 12  # bytes of a mark


def mark(*parts: bytes) -> str:
    """A short mark of some bytes and of the version of backplan: other bytes or another version, another mark."""
    made = blake2b(__version__.encode(), digest_size=_SIZE)
    for part in parts:
        made.update(b"\0%d\0" % len(part))
        made.update(part)
    return made.hexdigest()

"""A week as the store keeps it: packed, because weeks told in full are nearly all of a store, and of each backup of it.
What is looked for without reading a week stands beside what is packed.
"""

from __future__ import annotations

import binascii
import json
import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKED = "packed"
_BESIDE = ("moves", "calm_programme")
_MOST = 1 << 24  # bytes of a week: thirty times as many as a long one has


def packed(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document, packed."""
    raw = zlib.compress(json.dumps(document).encode())
    beside = {key: document[key] for key in _BESIDE if key in document}
    return {**beside, _PACKED: binascii.b2a_base64(raw, newline=False).decode()}


def unpacked(said: Any) -> Any:
    """What a document said before it was packed; one that is not packed, as it is. Raises ValueError."""
    if not isinstance(said, dict) or _PACKED not in said:
        return said
    try:
        opened = zlib.decompressobj()
        raw = opened.decompress(binascii.a2b_base64(said[_PACKED]), _MOST)
    except (zlib.error, TypeError) as error:
        raise ValueError from error
    if not opened.eof:
        raise ValueError
    return json.loads(raw)

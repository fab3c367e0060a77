"""A week as the store keeps it: packed, because weeks told in full are nearly all of a store, and of each backup of it.
What is looked for without reading a week stands beside what is packed, and what many weeks have in common (the cards of
their exercises, what was left out) stands once for all of them, in `shared.py`.
"""

from __future__ import annotations

import binascii
import json
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

Share = Callable[[Any], int]  # keeps a piece once, and gives the number it has
_PACKED = "packed"
_BESIDE = ("moves", "calm_programme")
_SHARED = "shared"  # the numbers of the pieces of a week
_MOST = 1 << 24  # bytes of a week: thirty times as many as a long one has


def squeezed(value: Any) -> str:
    """A value as a short text."""
    return binascii.b2a_base64(zlib.compress(json.dumps(value).encode()), newline=False).decode()


def unsqueezed(text: Any) -> Any:
    """The value of a short text. Raises ValueError."""
    try:
        opened = zlib.decompressobj()
        raw = opened.decompress(binascii.a2b_base64(text), _MOST)
    except (zlib.error, TypeError) as error:
        raise ValueError from error
    if not opened.eof:
        raise ValueError
    return json.loads(raw)


def packed(document: Mapping[str, Any], share: Share | None = None) -> dict[str, Any]:
    """A document, packed; with ``share``, numbers stand in it for what it has in common with others."""
    beside = {key: document[key] for key in _BESIDE if key in document}
    if share:
        document, numbers = _with_numbers(document, share)
        beside |= {_SHARED: numbers} if numbers else {}
    return {**beside, _PACKED: squeezed(document)}


def _with_numbers(document: Mapping[str, Any], share: Share) -> tuple[dict[str, Any], list[int]]:
    cards = {key: share(card) for key, card in (document.get("cards") or {}).items()}
    left_out = [share(document["left_out"])] if document.get("left_out") else []
    numbered = {**({"cards": cards} if cards else {}), **({"left_out": left_out[0]} if left_out else {})}
    return {**document, **numbered}, sorted({*cards.values(), *left_out})


def unpacked(value: Any, shared: Mapping[int, Any] = MappingProxyType({})) -> Any:
    """What a document said before it was packed, without what it had in common with others where that is not among the
    ``shared`` pieces; one that is not packed, as it is. Raises ValueError.
    """
    if not isinstance(value, dict) or _PACKED not in value:
        return value
    document = unsqueezed(value[_PACKED])
    return _in_full(document, shared) if _SHARED in value and isinstance(document, dict) else document


def _in_full(document: dict[str, Any], shared: Mapping[int, Any]) -> dict[str, Any]:
    cards, left_out = document.get("cards"), document.get("left_out")
    if isinstance(cards, dict):
        full = {key: shared.get(card) if isinstance(card, int) else card for key, card in cards.items()}
        document["cards"] = {key: card for key, card in full.items() if card is not None}
    if isinstance(left_out, int):
        document["left_out"] = shared.get(left_out) or []
    return document


def numbers_in(value: Any) -> list[int]:
    """The numbers of the pieces that a packed document has in common with others."""
    numbers = value.get(_SHARED) if isinstance(value, dict) else None
    return [each for each in numbers if isinstance(each, int)] if isinstance(numbers, list) else []

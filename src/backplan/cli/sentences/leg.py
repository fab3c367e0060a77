"""How far down the leg pain goes, and what people call each part."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backplan.model import vocabulary

LEG_MEANS: Mapping[vocabulary.Leg, str] = {
    "none": "not in the leg", "buttock": "buttock", "thigh": "thigh",
    "calf": "calf or shin", "foot": "foot",
}  # fmt: skip
LEG_WORDS: dict[str, str] = {  # what else they are called
    "none": "just the back, only the back, only my back, just my back, lower back, it does not",
    "buttock": "bum, bottom, backside, cheek, hip", "thigh": "upper leg, back of the leg, hamstring, above the knee",
    "calf": "lower leg, shin, ankle, below the knee", "foot": "toes, heel, sole",
}  # fmt: skip

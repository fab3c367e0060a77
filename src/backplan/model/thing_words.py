"""What people call the things they exercise with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import get_args

from backplan.model.name_words import folded
from backplan.model.vocabulary import EQUIPMENT_MEANS, Equipment

# Other names, each of one thing alone: an exercise bike may have a backrest or none, and weights are of many kinds.
OTHER_NAMES: Mapping[Equipment, str] = {
    "mat": "yoga mat, exercise mat, gym mat, folded blanket, blanket",
    "chair": "kitchen chair, dining chair, steady chair",
    "counter": "worktop, kitchen counter, countertop, kitchen worktop",
    "band": "resistance band, exercise band, elastic band, stretch band, elastic exercise band, theraband, thera-band",
    "dumbbells": "hand weights, light dumbbells, pair of dumbbells",
    "ball": "exercise ball, gym ball, swiss ball, stability ball, fitness ball, yoga ball, large exercise ball",
    "bench": "exercise bench, weight bench",
    "block": "yoga block",
    "step": "aerobic step, step board",
    "stairs": "staircase",
    "foam-roller": "roller",
    "heat-pack": "hot water bottle, warm pack, wheat bag, heating pad",
    "poles": "walking poles, nordic poles, nordic walking poles, trekking poles",
    "elliptical": "cross trainer, crosstrainer, elliptical trainer",
    "upright-bike": "upright exercise bike",
    "bicycle": "road bike, push bike",
    "pedal-exerciser": "pedals, mini bike, under-desk bike",
    "arm-ergometer": "arm bike, hand bike",
    "rower": "rowing machine, indoor rower",
    "machine": "weights machine, gym machines",
    "reformer": "pilates reformer",
    "pool": "swimming pool, public pool",
    "noodle": "pool noodle, foam noodle, swim noodle",
    "float-belt": "flotation belt, buoyancy belt, aqua belt",
    "water-dumbbells": "foam dumbbells, aqua dumbbells",
    "paddles": "hand paddles",
    "kickboard": "swim board, kick board",
}
# What one holds on to at home, and which of ours it is as good as.
SUPPORTS: Mapping[str, Equipment] = {
    **dict.fromkeys(("sink", "table", "kitchen table", "kitchen sink", "rail", "work surface", "desk"), "counter"),
    **dict.fromkeys(("stair", "bottom stair", "bottom step", "low step", "first stair", "kerb"), "step"),
}
STEADY: tuple[Equipment, ...] = ("chair", "counter")  # either steadies who stands at it
LINKING = 2  # letters of the longest word that says nothing by itself, like of


@cache
def _named() -> Mapping[str, Equipment]:
    """The things by each of their names; made when first asked, as most commands that load this ask for none."""
    ours = {folded(thing): thing for thing in get_args(Equipment)}
    return ours | {folded(name): thing for thing, names in OTHER_NAMES.items() for name in names.split(", ")}


def thing(name: str) -> Equipment | None:
    """The one thing that has a name, however it is written; None where it is no thing, or may be several."""
    return _named().get(folded(name))


def held_on_to(text: str) -> frozenset[Equipment]:
    """The thing that a name says it is done on, at or with, and what steadies as well as that; none for any other:
    at the kitchen sink.
    """
    place, _, rest = text.strip().lower().partition(" ")
    bare = re.sub(r"^(?:(?:on|to|onto|the|a|an|your|my|back of) )+", "", rest)
    meant = thing(bare) or SUPPORTS.get(bare)
    if meant is None:
        return frozenset()
    return frozenset((meant, *(STEADY if meant in STEADY and place not in ("on", "from") else ())))


def things_in(text: str) -> set[str]:
    """The things that were named, with commas or and between them, as what they are, or as they were said: I have a
    chair and a mat.
    """
    named = re.sub(r"^(?:(?:i|we)(?:['’]ve| have)?(?: got)? )?(?:(?:just|only) )?", "", text.strip().lower())
    parts = re.split(r"\s*(?:,|\band\b|&)\s*", named)
    return {thing(part) or part for part in (re.sub(r"^(?:a|an|my|the|some) ", "", part) for part in parts)}


def called(word: str) -> tuple[Equipment, ...]:
    """The things whose description and names hold the most of a person's words."""
    words = {part for part in parts_of(word) if len(part) > LINKING}
    texts = {key: f"{means} {OTHER_NAMES.get(key, '').replace(',', '')}" for key, means in EQUIPMENT_MEANS.items()}
    held = {key: len(words.intersection(parts_of(text))) for key, text in texts.items()}
    most = max(held.values())
    return tuple(key for key, count in held.items() if most and count == most)


def parts_of(text: str) -> list[str]:
    """The words of a text as people's words are compared: in small letters, and parted at hyphens."""
    return text.casefold().replace("-", " ").replace("_", " ").split()


# Words that mean something else as often: the ball of the foot, a step forward.
OFTEN_ELSE = frozenset(
    {"step", "ball", "block", "roller", "machine", "pool", "gym", "court", "pitch", "shoes", "poles"}
)


def worked_with(text: str) -> tuple[Equipment, ...]:
    """The things that the steps of an exercise say it is done on, against or with."""
    names = {name.replace("-", " "): key for key, listed in OTHER_NAMES.items() for name in listed.split(", ")}
    names |= {key.replace("-", " "): key for key in get_args(Equipment) if key not in OFTEN_ELSE}
    longest_first, words = "|".join(sorted(names, key=len, reverse=True)), " ".join(parts_of(text))
    found = re.findall(rf"\b(?:an?|the|your|one|two|some)(?: [a-z]+)? ({longest_first})\b", words)
    things = [names[name] for name in found]
    if re.search(r"\bon(?:to)? (?:an?|the|your)(?: [a-z]+)? step\b", words):
        things.append("step")
    return tuple(dict.fromkeys(things))

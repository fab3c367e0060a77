"""What --help shows: what may be written after a flag, in a person's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# By the name of what a command takes; a number that is none of these is told by its range, as in 0-10.
WORDS: Mapping[str, str] = {
    **dict.fromkeys(
        ("on", "clearance_on", "since", "surgery_on", "released", "birth_on", "changed_on", "start", "to", "until"),
        "DAY",
    ),
    **dict.fromkeys(("days", "pool_days", "per_week"), "DAYS"),
    **dict.fromkeys(("minutes", "aerobic_minutes", "alarm"), "MINUTES"),
    **dict.fromkeys(("why", "note", "dose", "grow", "likes", "dislikes", "functions"), "WORDS"),
    **dict.fromkeys(("name", "steps", "back"), "WORDS"),
    **dict.fromkeys(("answers", "out"), "FILE"),
    **dict.fromkeys(("vdir", "as_csv"), "FOLDER"),
    **dict.fromkeys(("red_flags", "heart", "knows"), "SIGNS"),
    **dict.fromkeys(("by", "clearance_by"), "WHO"),
    **dict.fromkeys(("equipment", "gym"), "THINGS"),
    **dict.fromkeys(("hold", "rest", "tempo"), "SECONDS"),
    **dict.fromkeys(("sets", "reps", "times_a_day"), "TIMES"),
    **dict.fromkeys(("not_", "instead"), "EXERCISE"),
    **dict.fromkeys(("surgery", "birth", "block", "modality"), "KIND"),
    **dict.fromkeys(("list_", "changed"), "WHAT"),
    "only": "SECTIONS", "sign": "SIGN", "born": "YEAR", "leg": "WHERE", "conditions": "CONDITIONS",
    "condition": "CONDITION", "strokes": "STROKES", "tolerance": "KIND=MINUTES", "level": "LEVEL", "which": "WEEK",
    "move": "DAY=DAY", "done": "all|part|no", "function": "WHAT=0-10", "load": "LOAD", "side": "left|right",
    "circuit": "NAME", "area": "PART", "place": "PLACE", "zone": "ZONE", "at": "TIME",
}  # fmt: skip
_RANGE = re.compile(r"(?:; )?-?\d+<=x<=\d+(?:; )?")  # what the parser adds to a help, among other things or alone


def in_words(command: Any) -> Any:
    """The command; its flags, and those of the commands in it, say in words what may be written after them."""
    for param in command.params:
        if param.param_type_name == "option" and not param.is_flag and "get_help_record" not in vars(param):
            low, high = getattr(param.type, "min", None), getattr(param.type, "max", None)
            param.metavar = param.metavar or WORDS.get(param.name) or f"{low}-{high}"
            param.get_help_record = _without_range(param.get_help_record)
    for each in getattr(command, "commands", {}).values():
        in_words(each)
    return command


def _without_range(record: Callable[[Any], tuple[str, str] | None]) -> Callable[[Any], tuple[str, str] | None]:
    """The line of a flag's help, without the range that its word tells."""

    def without(ctx: Any) -> tuple[str, str] | None:
        found = record(ctx)
        return found and (found[0], _RANGE.sub("", found[1]).removesuffix("[]").rstrip())

    return without

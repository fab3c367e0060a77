"""The signs to report when pain goes further down the leg: by flag, or asked at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.cli.terminal import asking, output

if TYPE_CHECKING:
    from collections.abc import Iterable

# The red flag that each flag of `log` reports; the most urgent first.
SIGNS = {
    "saddle": "saddle-numbness",
    "bladder": "bladder-bowel",
    "weak": "leg-weakness",
    "numb": "one-leg-numbness",
}
ANY_NEW = "A few questions, to be safe. Is any of this new?"
HEAD = f"Your pain goes further down your leg than before. {ANY_NEW}"


def said(**flags: bool) -> tuple[str, ...]:
    """The red flags that the flags of a command report."""
    return tuple(sign for flag, sign in SIGNS.items() if flags[flag])


def ask(signs: Iterable[str] = SIGNS.values(), head: str = HEAD) -> tuple[str, ...]:
    """Which of some signs are new, now that pain goes further down the leg; no others after an emergency."""
    from backplan.rules.red_flags import RED_FLAGS

    rules = {rule.id: rule for rule in RED_FLAGS}
    output.say(head)
    found: list[str] = []
    for sign in signs:
        if asking.until_right(f"{rules[sign].asks}? (y/n)", None, asking.yes):
            found.append(sign)
            if rules[sign].level == "emergency":
                break
    return tuple(found)

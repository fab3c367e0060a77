"""The signs to report when pain goes further down the leg, or words tell of one: by flag, or asked at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.cli.terminal import asking, output
from backplan.cli.terminal.listed import IF_UNSURE
from backplan.cli.terminal.together import read_each
from backplan.errors import UsageError, nearest
from backplan.model.diary import LEG_SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable

HOW_FAR = "How far down the leg does it go now?"
ANY_NEW = "A few questions, to be safe. Is any of this new?"
HEAD = f"Your pain goes further down your leg than before. {ANY_NEW}"
WAITING_HEAD = "First a question that is still open: you wrote {words}. Is any of this new?"
ANYTHING_NEW = "Is what you wrote anything new in your body, or anything that worries you? (y/n)"
MIDWIFE_AGREES = "Has your midwife or doctor heard of this, and said that you may go on? (y/n)"
TOLD_HEAD = f"Your own words may tell of a sign to look at first. {ANY_NEW}"


def signs_of_flags(**flags: bool) -> tuple[str, ...]:
    """The red flags that the flags of a command report."""
    return tuple(sign for flag, sign in LEG_SIGNS.items() if flags[flag])


def named(signs: Iterable[str]) -> tuple[str, ...]:
    """The signs of --sign, by their ids. Raises UsageError for those that are none."""
    if not (found := tuple(dict.fromkeys(signs))):
        return ()
    asks = _asks()

    def listed(sign: str) -> str:
        if sign not in asks:
            lists = "`backplan init --list red-flags` and `--list heart` show them"
            raise UsageError(f"--sign {sign}: no such sign{nearest(sign, asks)}; {lists}")
        return sign

    return tuple(read_each(listed, found))


def asked(sign: str) -> str:
    """A sign, a disease, a change of health, an operation or a birth, in the whole words in which it is asked."""
    from backplan.model.vocabulary import BIRTH, BIRTH_MEANS, OPERATION, OPERATION_MEANS
    from backplan.rules.heart import HEART
    from backplan.rules.screening.clearance_ended import WHAT

    changes = {str(change): what[0].upper() + what[1:] for change, what in WHAT.items()}
    changes |= {OPERATION: OPERATION_MEANS, BIRTH: BIRTH_MEANS}
    return (_asks() | {rule.id: rule.asks for rule in HEART} | changes).get(sign, sign)


def ask(signs: Iterable[str] = LEG_SIGNS.values(), head: str = HEAD) -> tuple[str, ...]:
    """Which of some signs are new, now that something tells of them; no others after an emergency."""
    from backplan.rules.red_flags import EMERGENCIES

    asks = _asks()
    output.say(head)
    found: list[str] = []
    for sign in signs:
        if asking.until_right(f"{asks[sign]}? (y/n)", None, asking.yes, unsure=IF_UNSURE):
            found.append(sign)
            if sign in EMERGENCIES:
                break
    return tuple(found)


def midwife_agrees() -> bool:
    """Whether a midwife or doctor has heard of what somebody wrote, and said that it may go on."""
    return asking.until_right(
        MIDWIFE_AGREES, None, asking.yes, unsure="If you are not sure, say no, and call them first."
    )


def ask_all(*, shortly: bool) -> tuple[str, ...]:
    """Which of all signs that cannot wait long fit what somebody wrote. ``shortly``: none was new when they were asked
    before today, so that first it is asked whether anything is; and back from the list leads to that, too.
    """
    from backplan.cli.interview.signs import signs_that_fit

    while not shortly or asking.until_right(ANYTHING_NEW, None, asking.yes, unsure=IF_UNSURE):
        try:
            with asking.going_back():
                return signs_that_fit()
        except asking.GoBack:
            shortly = True
    return ()


def _asks() -> dict[str, str]:
    """Each sign with its question; diseases are asked in the interview alone."""
    from backplan.rules.heart import HEART
    from backplan.rules.red_flags import RED_FLAGS

    return {rule.id: rule.asks for rule in RED_FLAGS} | {rule.id: rule.asks for rule in HEART if rule.kind == "sign"}

"""A sign that was pressed by mistake: said twice, then taken back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backplan.cli import leg_signs
from backplan.cli.recorded import tell
from backplan.cli.sentences.leg import LEG_MEANS, LEG_WORDS
from backplan.cli.terminal import asking, environment, options, output
from backplan.cli.terminal.together import read_each
from backplan.errors import UsageError
from backplan.model.vocabulary import BIRTH, LEGS, OPERATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.actions.mistaken_leg import LegSlip
    from backplan.actions.workspace import Workspace
    from backplan.model.vocabulary import Leg

FLAG = "--by-mistake"
PRESSED = "Was this never so, and only pressed by mistake? Type mistake if it was; Enter leaves it as it is"


def take_back(place: Workspace, flags: str, leg_now: str | None, *, never_so: bool) -> None:
    """Take back the signs that were named, and pain further down the leg by the name leg, once it was said twice that
    none was ever so. Raises UsageError, and the stop that holds all the same.
    """
    from backplan.actions import mistake, mistaken_leg
    from backplan.actions.mistaken_leg import LEG
    from backplan.render import init as words

    named = list(dict.fromkeys(map(_sign_of, options.words(flags))))
    if not named:
        raise UsageError("--by-mistake: name the sign, like `backplan init --by-mistake one-leg-numbness`")
    signs = [sign for sign in named if sign != LEG]
    slips = read_each(lambda sign: mistake.slip(place, sign), signs)
    leg = mistaken_leg.slip(place) if LEG in named else None
    if leg_now and (leg is None or leg.before):
        raise UsageError("--leg goes with --by-mistake leg alone, and only where a first interview was told of it")
    reported = [*map(leg_signs.asked, signs), *([words.pain_to(leg.depth)] if leg else [])]
    if not never_so:
        if not environment.at_terminal():
            quoted = "; ".join(f"“{each}”" for each in reported)
            raise UsageError(
                f"--by-mistake takes back {quoted}. If none of it was ever so, add --never-so. If any of it may be so, "
                "leave it as it is"
            )
        if not all(map(said_twice, reported)):
            output.say(words.STANDS)
            return
    found = mistake.take_back(place, slips, leg, _leg_now(leg_now, leg) if leg and leg.before is None else "none")
    tell(lambda: output.lines(words.taken_back(found)), found.stop)


def _leg_now(answer: str | None, leg: LegSlip) -> Leg:
    """How far down the leg pain goes, as nobody told before. Raises UsageError where nobody can be asked."""
    less = LEGS[: LEGS.index(leg.depth)]
    if answer is None and not environment.at_terminal():
        raise UsageError(f"how far down the leg does it go? Add --leg, one of {', '.join(less)}")
    if answer is None:
        return asking.one("How far down the leg does it go?", {each: LEG_MEANS[each] for each in less}, None, LEG_WORDS)
    if answer not in less:
        raise UsageError(f"--leg {answer}: write one of {', '.join(less)}; it was said to go to the {leg.depth}")
    return less[less.index(answer)]


def said_twice(report: str) -> bool:
    """Whether somebody says of what they told that it was pressed by mistake, and that it is not so."""
    output.say(f"\nYou reported: {report}.")
    if not asking.until_right(PRESSED, "", _mistake):
        return False
    return not asking.until_right("Is it so now, or was it in these days? (y/n)", None, asking.yes)


def sign_in_words(args: Sequence[str]) -> list[str]:
    """The words of a command with those of --by-mistake as one: a sign may be named in several, without quotes."""
    if FLAG not in args:
        return [*args]
    first = args.index(FLAG) + 1
    last = next((place for place in range(first, len(args)) if args[place].startswith("-")), len(args))
    return [*args[:first], *filter(None, [" ".join(args[first:last])]), *args[last:]]


def _sign_of(words: str) -> str:
    """The id of a sign by its words or its name; other words as they are. An id is itself, also where it stands in the
    name of another.
    """
    from backplan.rules.heart import HEART
    from backplan.rules.red_flags import RED_FLAGS

    names = {rule.id: rule.name for rule in RED_FLAGS} | {rule.id: rule.name for rule in HEART}
    names |= {OPERATION: "surgery", BIRTH: BIRTH}
    ids = {_letters(name): key for key, name in names.items()} | {_letters(key): key for key in names}
    return ids.get(_letters(words), words)


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words.lower()).strip()


_WAS_ONE = (
    r"(?:yes,? )?(?:(?:it|that|this)(?: was|['’]s| is)? )?(?:pressed |just |only |all )*(?:by |a )?mistake"
    r"|(?:no,? |yes,? )?(?:(?:it|that|this) )?(?:was )?never(?: was| has been)?(?: so| true)?"
)
_IS_SO = r"n|no|leave it|(?:no,? )?(?:it (?:is|was) (?:so|true)|(?:it was |it is )?(?:not (?:a|by) |no )mistake)"


def _mistake(text: str) -> bool:
    """Whether somebody says in words that it was one: no single letter, no mere yes. Raises UsageError."""
    answer = text.lower().rstrip(" .!")
    if re.fullmatch(_WAS_ONE, answer):
        return True
    if answer and not re.fullmatch(_IS_SO, answer):
        raise UsageError("Please type the word mistake, or press Enter to leave it as it is.")
    return False

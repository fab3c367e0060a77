"""The signs and diseases that a clinician should know of before any exercise, and what is typed in place of a tick."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer

from backplan.cli.interview import graver
from backplan.cli.interview.known import add_signs
from backplan.cli.interview.sitting import Document, Sitting
from backplan.cli.interview.words import (
    EMERGENCY_SIGNS,
    EVERY_SIGN,
    SIGNS_TO_BE_SEEN,
    briefly,
    in_all_words,
    of_health,
    wholly,
    words_of,
)
from backplan.cli.terminal import asking, for_later, output
from backplan.cli.terminal.list_words import found_in
from backplan.cli.terminal.listed import IF_UNSURE, AnswerList, Headed
from backplan.errors import UsageError
from backplan.render.init import mistaken
from backplan.rules.heart import HEART
from backplan.rules.red_flags import CHANGED, EMERGENCIES, RED_FLAGS, asked_of, one_leg_numbness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from backplan.rules.kinds import HeartRule


def nothing_new(sitting: Sitting) -> bool:
    """Somebody who reported none is asked once whether any sign is new, with all of them in sight; on a yes, or with a
    sign on record, or on the day of the last answers, each is asked.
    """
    before = sitting.before
    if before is None or before.unfinished or before.flags or before.screened in (None, sitting.place.today):
        return False
    question = f"These signs should be looked at before any exercise. Since {before.screened}, is any of them new?"
    entries = graver.entries(asked_of(before.born, sitting.place.today.year))
    later = tuple(Headed("", briefly(entries[level])) for level in ("urgent", "clinician-first"))
    groups = (*_that_cannot_wait(), *later)
    return not asking.any_of(listed_signs(question, groups)._replace(by_word=True), "Any of these new? (y/n)")


def ask_signs(document: Document, sitting: Sitting) -> None:
    """Every sign and disease that a clinician should know of before any exercise, in three lists."""
    before = [*document.get("red_flags", []), *document.get("heart", [])]
    found = _those_that_cannot_wait(before)
    if not _emergency(found):
        found = [*found, *_others(document, sitting, before, HEART)]
        document["heart"] = [key for key in found if key in briefly(HEART)]
    document["red_flags"] = [key for key in found if key not in briefly(HEART)]


def ask_red_flags(document: Document, sitting: Sitting) -> None:
    """Which of the signs there are that should be looked at before any exercise; no others after an emergency."""
    before = document.get("red_flags", [])
    found = _those_that_cannot_wait(before)
    document["red_flags"] = found if _emergency(found) else [*found, *_others(document, sitting, before)]


SINCE_IT_BEGAN = "New, changed or worse since this back trouble began:"
AT_REST = "Chest pain at rest that does not pass: call your local emergency number now."


def _those_that_cannot_wait(before: Sequence[str]) -> list[str]:
    """The signs that cannot wait, and those that may be milder than one of them."""
    listed = listed_signs("Any signs that cannot wait?", _that_cannot_wait())
    later = wholly((*(rule for rule in RED_FLAGS if graver.entry(rule.id) not in listed.choices), *HEART))
    return _signs(listed._replace(by_word=True, later=later | of_health()), before)


def _that_cannot_wait() -> tuple[Headed, Headed]:
    asked = graver.entries(RED_FLAGS)["emergency"]
    new = briefly(rule for rule in asked if rule.id in CHANGED)
    other = briefly(rule for rule in asked if rule.id not in CHANGED)
    return Headed(SINCE_IT_BEGAN, new), Headed("Or:", other)


def _others(document: Document, sitting: Sitting, before: Sequence[str], heart: Sequence[HeartRule] = ()) -> list[str]:
    """The signs that are asked of somebody of their age and can wait for a visit: those to be seen first, then those,
    and the diseases, that are to be known.
    """
    asked = graver.entries((*asked_of(document.get("born"), sitting.place.today.year), *heart))
    soon, later = asked["urgent"], asked["clinician-first"]
    seen = listed_signs(TO_BE_SEEN, (Headed("", briefly(soon)),))._replace(worse=in_all_words(EMERGENCY_SIGNS))
    to_be_known = listed_signs(TO_BE_KNOWN, (Headed("", briefly(later)),))
    to_be_known = to_be_known._replace(later=of_health(), worse=in_all_words(SIGNS_TO_BE_SEEN))
    found = _signs(seen._replace(later=wholly(later) | of_health()), before)
    return [*found, *_signs(to_be_known, before)]


def signs_that_fit() -> tuple[str, ...]:
    """Which of the signs that cannot wait, or not for long, fit what somebody has just written; that none does is said
    by the word.
    """
    soon = briefly([*graver.entries(EVERY_SIGN)["urgent"], one_leg_numbness.RULE])
    groups = (*_that_cannot_wait(), Headed("To be looked at soon:", soon))
    return tuple(_signs(listed_signs("Does any of these fit what you wrote?", groups)._replace(by_word=True), []))


def ask_open_words(document: Document) -> None:
    """Which sign fits what was written at a list and may be one that cannot wait, unless that was answered since, or is
    of a sign that was reported.
    """
    reported = {*document.get("red_flags", []), *document.get("heart", [])}
    words = in_all_words(rule for rule in SIGNS_TO_BE_SEEN if rule.id in reported)
    for_later.taken(lambda part: for_later.waiting()[part] and bool(found_in(part, words)))
    if not any(for_later.waiting().values()):
        return
    with for_later.until_answered():
        found = signs_that_fit()
        for_later.taken(lambda part: for_later.waiting()[part])
        add_signs(document, found)


TO_BE_SEEN = "Any to be looked at soon?"
TO_BE_KNOWN = "Any for your clinician to know?"


def listed_signs(question: str, groups: tuple[Headed, ...], about: str = "") -> AnswerList:
    """A list of signs, of which that none is so must be said."""
    whole, called = graver.wholly(wholly(EVERY_SIGN)), {rule.id: rule.called for rule in EVERY_SIGN}
    return AnswerList(question, groups, about, deliberate=True, unsure=IF_UNSURE, whole=whole, called=called)


def _signs(listed: AnswerList, before: Sequence[str]) -> list[str]:
    """Which of some signs there are. A slip of one that is to be seen can be taken back at once, confirmed twice; one
    that is only to be known is told again with the agreement. A sign that was on record, and one whose question is left
    without an answer, stands.
    """
    kept = [key for key in dict.fromkeys(map(graver.entry, before)) if key in listed.choices]
    while True:
        found = graver.settled(asking.several(listed, kept), before)
        if not _TO_BE_SEEN.intersection(found) - set(before):
            return found
        output.say("You chose:")
        output.lines(f"  • {words_of(key)}" for key in found)
        try:
            if not _slipped() or asking.until_right("Is any of it so? (y/n)", None, _any_so):
                return found
        except typer.Abort:
            if not _emergency(found):
                raise
            output.say(mistaken([key for key in found if key in EMERGENCIES]))
            return found


_TO_BE_SEEN = frozenset(rule.id for rule in SIGNS_TO_BE_SEEN)


def _emergency(found: Iterable[str]) -> bool:
    return not EMERGENCIES.isdisjoint(found)


_WRONG = r"(?:(?:it|that|this)(?: is|['’]s| was) )?(?:wrong|n|no|not|never|(?:(?:a|by) )?mistake)\b"
_RIGHT = r"\b(?:right|correct|true|no mistake|not (?:a mistake|by mistake|wrong))\b"


def _slipped() -> bool:
    asked = "Enter if that is right; type wrong if you pressed the wrong one"

    def read(text: str) -> bool:
        if text.lower() in ("", "y", "yes", "right"):
            return False
        if not re.match(_WRONG, text.lower()) or re.search(_RIGHT, text.lower()):
            raise UsageError("Please press Enter, or type the word wrong.")
        return True

    return asking.until_right(asked, None, read)


_NONE_SO = r"(?:no,? |yes,? )?(?:none|nothing)(?: of (?:it|them|that|these))?(?: (?:is|are|was|were) so)?"


def _any_so(text: str) -> bool:
    """Whether any of what was chosen is so after all. Raises UsageError where that is not clear."""
    answer = " ".join(text.lower().strip(" .!").split())
    return not re.fullmatch(_NONE_SO, answer) and asking.yes(text)

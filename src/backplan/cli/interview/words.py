"""The words in which signs, diseases, conditions and what is asked more of stand in the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.model import vocabulary
from backplan.rules.heart import HEART
from backplan.rules.kinds import HeartRule
from backplan.rules.red_flags import RED_FLAGS
from backplan.rules.screening.clearance_ended import WHAT
from backplan.rules.screening.legs import FURTHER_DOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backplan.model.vocabulary import FlagLevel, HeartKind
    from backplan.rules.kinds import RedFlag

HELD, FLOOR = "pain-holds", "no-floor"
GATES = {
    HELD: "Pain too strong to exercise",
    FLOOR: "To the floor and up: too hard",
}
FOLLOWED = {  # what is asked more of
    "surgery": "Spine operation within 12 months",
    "pregnancy": "Pregnant, or perhaps",
    "birth": "Gave birth within 12 months",
    "changed": "Since the agreement: injury, hospital, new illness",
}


def of_health() -> dict[str, str]:
    """What the lists of health ask, in words."""
    return means_of(vocabulary.CONDITION_MEANS) | GATES | FOLLOWED


def briefly(rules: Iterable[RedFlag | HeartRule]) -> dict[str, str]:
    """Each sign or disease in a few words, by its id."""
    return {rule.id: rule.brief for rule in rules}


def wholly(rules: Iterable[RedFlag | HeartRule]) -> dict[str, str]:
    """Each sign or disease as its question has it, by its id."""
    return {rule.id: rule.asks for rule in rules}


_OF_HEART: Mapping[HeartKind, FlagLevel] = {"sign": "urgent", "disease": "clinician-first"}


def level_of(rule: RedFlag | HeartRule) -> FlagLevel:
    """How long a sign or a disease may wait: that of heart and lungs, too."""
    return _OF_HEART[rule.kind] if isinstance(rule, HeartRule) else rule.level


EVERY_SIGN: tuple[RedFlag | HeartRule, ...] = (*RED_FLAGS, *HEART)
EMERGENCY_SIGNS = tuple(rule for rule in EVERY_SIGN if level_of(rule) == "emergency")
SIGNS_TO_BE_SEEN = tuple(rule for rule in EVERY_SIGN if level_of(rule) != "clinician-first")


def in_all_words(rules: Iterable[RedFlag | HeartRule]) -> dict[str, str]:
    """Each sign or disease as its question has it, and as it is called, by its id."""
    return {rule.id: f"{rule.asks} {rule.called}" for rule in rules}


def words_of(key: str) -> str:
    """What a sign, a disease or a condition is in words."""
    asked = wholly(EVERY_SIGN) | {FURTHER_DOWN: "Pain further down the leg"}
    means = {str(each): meaning for each, meaning in (*vocabulary.CONDITION_MEANS.items(), *WHAT.items())}
    means |= {vocabulary.MULTIPLE: vocabulary.MULTIPLE_MEANS, vocabulary.UNREADABLE: vocabulary.UNREADABLE_MEANS}
    return asked.get(key) or means.get(key, key)


def means_of(words: Mapping[Any, str]) -> dict[str, str]:
    """Each id with its words, as an entry of a list begins."""
    return {str(key): meaning[:1].upper() + meaning[1:] for key, meaning in words.items()}


def as_text(value: Any) -> str | None:
    """A value on record as a prompt offers it; None where there is none."""
    return None if value is None else str(value)

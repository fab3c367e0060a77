"""Signs, diseases, conditions and what follows from other answers stand in every sentence by words, never by their ids;
those stand in what is typed, in JSON, and where a rule or an exercise is named.
"""

import re
from html import unescape
from pathlib import Path
from typing import Any, get_args

import pytest

from backplan.model.vocabulary import CONDITION_MEANS, MUST_BE_KNOWN, Condition, DerivedCondition
from backplan.render.emergency import LINE
from backplan.rules.heart import HEART
from backplan.rules.kinds import HeartRule, RedFlag
from backplan.rules.red_flags import RED_FLAGS
from tests.support.cli import answered, run, started, week_of
from tests.support.every_command import FORMS, shown
from tests.support.planned import exercises
from tests.support.shared import copied

SIGNS: tuple[RedFlag | HeartRule, ...] = (*RED_FLAGS, *HEART)
IDS = {*(rule.id for rule in SIGNS), *get_args(Condition), *get_args(DerivedCondition), "leg-further-down"}
OURS = " ".join((*(rule.name for rule in SIGNS), *CONDITION_MEANS.values(), LINE))  # how we say it
PLAIN_ENGLISH = {
    "no-pool",
    "fear-of-water",
    "night-pain",
    "weight-loss",
    "no-floor",
}  # with spaces, good words by themselves
NAMES = " ".join(each.name for each in exercises()).lower()
BARE = {key for key in IDS if "-" in key and key not in NAMES}
SPACED = {said for key in BARE - PLAIN_ENGLISH if (said := key.replace("-", " ")) not in OURS}
RAW = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(BARE | SPACED, key=len, reverse=True))})(?![\w-])")
TYPED = re.compile(r"`[^`]*`|<code>.*?</code>|--knows \S+|--sign \S+|\brules? [\w-]+(?:(?:, | and )[\w-]+)*")

KNOWN = [*(rule.id for rule in RED_FLAGS if rule.level == "clinician-first"), *(rule.id for rule in HEART)]
EVERYTHING: dict[str, Any] = {
    "red_flags": [key for key in KNOWN if key not in {rule.id for rule in HEART}],
    "heart": [rule.id for rule in HEART],
    "conditions": [key for key in get_args(Condition) if key not in ("wheelchair-user", "little-standing")],
    "clearance": {"by": "doctor", "on": "2026-11-02", "knows": [*KNOWN, *MUST_BE_KNOWN]},
}


def bare(text: str) -> list[str]:
    """The ids that stand in a text outside of what is typed."""
    return RAW.findall(TYPED.sub("", " ".join(unescape(text).split())))


def test_an_id_is_found_in_a_sentence_and_not_in_what_is_typed() -> None:
    assert bare("Noted as new: bladder bowel.") == ["bladder bowel"]
    assert bare("Known: one-leg-numbness") == ["one-leg-numbness"]
    assert bare("so it waits (rules bp-uncontrolled, hip-issue); `backplan log --sign not-better`") == []


@pytest.mark.parametrize(("command", "form"), FORMS)
def test_no_command_says_an_id_for_what_somebody_has(command: str, form: tuple[str, ...], home: Path) -> None:
    def begun(folder: Path) -> None:
        started(folder, **EVERYTHING)
        week_of(folder)
        run("log", "gardening", "--minutes", "10", home=folder)

    copied("in-words", begun, home)
    done = shown(command, form, home)
    assert bare(done.out + done.err) == []


@pytest.mark.parametrize("sign", [rule.id for rule in SIGNS if getattr(rule, "kind", "") != "disease"])
def test_a_new_sign_its_stop_its_line_of_the_diary_and_its_answer_are_in_words(sign: str, home: Path) -> None:
    copied("in-words-plain", started, home)
    logged = run("log", "--sign", sign, home=home)
    gone = run("init", "--red-flags", "none", "--heart", "none", home=home)
    for done in (
        logged,
        gone,
        *(run(*page, home=home) for page in (("diary",), ("week",), ("export", "report", "--out", "-"))),
    ):
        assert bare(done.out + done.err) == []


@pytest.mark.parametrize("condition", MUST_BE_KNOWN)
def test_what_must_be_known_stops_in_words(condition: str, home: Path) -> None:
    done = answered(home, conditions=[condition])
    assert done.code == 4
    assert bare(done.err) == []

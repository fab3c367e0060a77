"""More of the leg, or more signs: never fewer questions. What was said already counts as asked."""

from itertools import combinations, product

import pytest

from backplan.actions.workspace import Workspace
from backplan.cli.interview import pain
from backplan.cli.interview.sitting import Sitting
from backplan.cli.terminal import asking, output
from backplan.model.diary import LEG_SIGNS, LogEntry
from backplan.model.vocabulary import LEGS, Leg
from backplan.planner.diary.signs import goes_further
from backplan.rules.red_flags import RED_FLAGS
from tests.support.people import ON, person

SIGNS = tuple(LEG_SIGNS.values())
SAID = [frozenset(said) for many in range(len(SIGNS) + 1) for said in combinations(SIGNS, many)]


def asked_or_said(before: Leg | None, leg: Leg, said: frozenset[str], patch: pytest.MonkeyPatch) -> set[str]:
    """The signs that the interview asks for beside this leg, each answered no, and those that were said already."""
    known = person(pain=person().pain._replace(leg=before)) if before else None
    place = Workspace(today=ON, home=None)
    asked: list[str] = []

    def no(question: str, *_: object, **__: object) -> bool:
        asked.append(question)
        return False

    patch.setattr(asking, "until_right", no)
    patch.setattr(output, "say", lambda _: None)
    pain._ask_leg({"red_flags": sorted(said)}, leg, Sitting(place, known))
    return {rule.id for rule in RED_FLAGS for question in asked if question.startswith(rule.asks)} | said


@pytest.mark.parametrize("before", [None, *LEGS])
def test_more_of_the_leg_and_more_signs_never_bring_fewer_questions(
    before: Leg | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {(leg, said): asked_or_said(before, leg, said, monkeypatch) for leg in LEGS for said in SAID}
    for (nearer, few), (further, many) in product(found, found):
        if LEGS.index(nearer) <= LEGS.index(further) and few <= many:
            assert found[nearer, few] <= found[further, many], (nearer, few, further, many)


@pytest.mark.parametrize(("before", "leg"), list(product(LEGS, LEGS)))
def test_a_log_asks_of_all_that_goes_further_and_of_nothing_else(before: Leg, leg: Leg) -> None:
    known = person(pain=person().pain._replace(leg=before))
    further = LEGS.index(leg) > LEGS.index(before)
    assert goes_further(known, [LogEntry(ON, "session", "all", leg=leg)]) == further

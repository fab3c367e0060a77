"""More of the leg, or more signs: never fewer questions. What was said already counts as asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan.actions.workspace import Workspace
from backplan.cli import questions
from backplan.cli.terminal import asking, output
from backplan.model.diary import LEG_SIGNS, LogEntry
from backplan.model.vocabulary import LEGS, Leg
from backplan.planner.diary.signs import goes_further
from backplan.rules.red_flags import RED_FLAGS
from tests.support.examples import law
from tests.support.people import ON, person

LEG = st.sampled_from(LEGS)
FLAGS = st.frozensets(st.sampled_from(tuple(LEG_SIGNS.values())))


def asked_or_said(before: Leg | None, leg: Leg, said: frozenset[str], patch: pytest.MonkeyPatch) -> set[str]:
    """The signs that the interview asks for beside this leg, each answered no, and those that were said already."""
    known = person(pain=person().pain._replace(leg=before)) if before else None
    place = Workspace(today=ON, home=None)
    asked: list[str] = []

    def no(question: str, *_: object) -> bool:
        asked.append(question)
        return False

    patch.setattr(asking, "until_right", no)
    patch.setattr(output, "say", lambda _: None)
    questions._ask_leg({"red_flags": sorted(said)}, leg, questions.Sitting(place, known))
    return {rule.id for rule in RED_FLAGS for question in asked if question.startswith(rule.asks)} | said


@law(60)
@given(st.none() | LEG, LEG, LEG, FLAGS, FLAGS)
def test_more_of_the_leg_and_more_signs_never_bring_fewer_questions(
    before: Leg | None, one: Leg, other: Leg, said: frozenset[str], more: frozenset[str]
) -> None:
    nearer, further = sorted((one, other), key=LEGS.index)
    with pytest.MonkeyPatch.context() as patch:
        few = asked_or_said(before, nearer, said, patch)
        many = asked_or_said(before, further, said | more, patch)
    assert few <= many, (nearer, few, further, many)


@law(40)
@given(LEG, LEG, LEG)
def test_what_is_asked_at_a_log_is_asked_of_all_that_goes_further(before: Leg, one: Leg, other: Leg) -> None:
    nearer, further = sorted((one, other), key=LEGS.index)
    known = person(pain=person().pain._replace(leg=before))
    asks = [goes_further(known, [LogEntry(ON, "session", "all", leg=leg)]) for leg in (nearer, further)]
    assert asks[0] <= asks[1]
    assert asks[1] == (LEGS.index(further) > LEGS.index(before)), "and of nothing else"

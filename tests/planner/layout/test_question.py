"""What is worked out once for questions of one week is the same as worked out anew."""

from collections.abc import Iterator, Sequence
from functools import cache

from backplan.library.load import load
from backplan.planner.growth import offer as growth_offer
from backplan.planner.growth.offer import Offer
from backplan.planner.lay import lay
from backplan.planner.layout.laid import Laid
from backplan.planner.layout.question import problem_for, question_of
from tests.support.random_people import numbered, random_request

SEED, PEOPLE = 20260110, 24


@cache
def weeks() -> Sequence[Laid]:
    """The weeks of random people, with prescriptions and without."""
    exercises = load().exercises
    requests = (random_request(numbered(SEED, number), exercises, prescribed=0.3) for number in range(PEOPLE))
    return [lay(request) for request in requests]


def other_offers(laid: Laid) -> Iterator[Offer]:
    """More of every part in bouts as they are, longer bouts, and the same as before."""
    offered = laid.question.offer
    yield offered._replace(caps=offered.caps._replace(core=offered.caps.core + 3, strength=offered.caps.strength + 1))
    yield offered._replace(longest=offered.longest + 5, longest_visit=offered.longest_visit + 5)
    yield growth_offer.with_room(offered, laid.totals, laid.standing)
    yield offered


def test_a_question_like_another_is_what_it_would_be_by_itself() -> None:
    for laid in weeks():
        person = laid.standing.days.person
        for offered in other_offers(laid):
            anew = question_of(laid.standing, laid.chosen, offered, calm=False)
            like = question_of(laid.standing, laid.chosen, offered, calm=False, like=laid.question)
            # What is worked out when it is first asked for has no equal but itself.
            assert like._replace(menu=anew.menu, gentle_menu=anew.gentle_menu, therapy=anew.therapy) == anew
            assert problem_for(like, person) == problem_for(anew, person)


def test_what_days_hold_beside_their_bouts_is_made_once_for_questions_alike_but_for_these() -> None:
    for laid in weeks():
        more, longer, *_ = other_offers(laid)
        made = [
            question_of(laid.standing, laid.chosen, offered, calm=False, like=laid.question).menu
            for offered in (more, longer)
        ]
        assert made[0] is laid.question.menu
        assert (made[1].work is laid.question.menu.work) == (not laid.question.case.prescription.added)


def test_a_question_of_other_exercises_takes_nothing_from_another() -> None:
    laid = next(each for each in weeks() if each.chosen.programme)
    fewer = laid.chosen._replace(programme=dict([*laid.chosen.programme.items()][1:]))
    made = question_of(laid.standing, fewer, laid.question.offer, calm=False, like=laid.question)
    assert made.menu.work is not laid.question.menu.work
    assert made.programme == fewer.programme

"""Who is asked of what: a rule that is not asked exercise by exercise has nothing to say."""

from functools import cache

from backplan.library.load import load
from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.planner.choice.select import reasons_against, select, speaking
from backplan.planner.choice.stock import stock_of
from backplan.planner.growth.standing import standing_of
from backplan.rules.exclusion import EXCLUSIONS, equipment
from backplan.rules.favour import FAVOURS
from backplan.rules.precaution import PRECAUTIONS
from tests.support.random_people import numbered, random_request

PEOPLE = 30


@cache
def cases() -> list[Case]:
    """The cases of random people, with prescriptions and without, with today's pain and without."""
    exercises = load().exercises
    requests = (random_request(numbered(7, number), exercises, prescribed=0.5) for number in range(PEOPLE))
    standings = [standing_of(request) for request in requests]
    return [standing.case(calm=calm) for standing in standings for calm in (False, True)]


def test_an_exclusion_that_is_not_asked_has_nothing_to_say_of_any_exercise() -> None:
    for case in cases():
        asked = {rule.id for rule in speaking(case)}
        silent = [rule for rule in EXCLUSIONS if rule.id not in asked]
        said = [(each.id, reasons) for each in load().exercises if (reasons := reasons_against(each, case, silent))]
        assert not said


def test_a_favour_that_does_not_speak_of_somebody_favours_nothing() -> None:
    for case in cases():
        silent = [rule for rule in FAVOURS if not rule.speaks_of(case)]
        assert not [(each.id, rule.id) for rule in silent for each in load().exercises if rule.check(each, case)]


def test_what_is_asked_of_some_exercises_is_what_every_rule_says_of_each() -> None:
    for case in cases():
        judged = select(load().exercises, case)
        against = {each.id: reasons for each in load().exercises if (reasons := reasons_against(each, case))}
        care = ((each.id, rule.check(each, case)) for rule in PRECAUTIONS for each in judged.allowed)
        assert judged.left_out == against
        assert judged.care == {exercise: word for exercise, word in care if word}


def test_a_rule_is_asked_again_just_when_what_it_reads_of_a_person_is_another() -> None:
    asked = list[str]()

    def check(exercise: Exercise, case: Case) -> str | None:
        asked.append(exercise.id)
        return equipment.check(exercise, case)

    stock, rule, case = stock_of([*load().exercises]), equipment.RULE._replace(check=check), cases()[0]
    first, once = stock.objections(rule, case), len(asked)
    assert stock.objections(rule, case._replace(mode="flare")) == first
    assert len(asked) == once > 0
    bare = case._replace(person=case.person._replace(equipment=(), places={}))
    with_pool = bare._replace(person=bare.person._replace(equipment=("pool",)))
    assert stock.objections(rule, bare) != stock.objections(rule, with_pool)
    assert len(asked) == 3 * once

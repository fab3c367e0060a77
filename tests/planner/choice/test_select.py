"""Who is asked of what: a rule that is not asked exercise by exercise has nothing to say."""

from backplan.library.load import load
from backplan.model.case import Case
from backplan.planner.choice.select import reasons_against, select, speaking
from backplan.planner.growth.standing import standing_of
from backplan.rules.exclusion import EXCLUSIONS
from backplan.rules.favour import FAVOURS
from backplan.rules.precaution import PRECAUTIONS
from tests.support.random_people import numbered, random_request

PEOPLE = 30


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

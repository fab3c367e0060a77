"""Answers of two windows at once: what was not answered here stays, and no stop is lifted by who did not ask."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from backplan.actions.answers import Answered, NewlySaid, record, since_then
from backplan.actions.workspace import Workspace
from backplan.cli.interview.by_flags import laid_over
from backplan.cli.interview.sitting import Document
from backplan.files.answers import document_of
from backplan.files.yaml import Places
from backplan.model.diary import LogEntry
from backplan.model.person import Person
from backplan.model.vocabulary import Leg
from backplan.planner.screen import stops
from backplan.render import init as words
from tests.support.cli import TODAY, answers

PLACES = Places("answers")


@pytest.fixture
def place(home: Path) -> Workspace:
    made = Workspace(date.fromisoformat(TODAY), home, home / "cache")
    record(made, answers(), PLACES, NewlySaid())
    return made


def on_record(place: Workspace) -> Person:
    with place.opened() as store:
        found = store.people.person()
    assert found is not None
    return found


def answered(place: Workspace, base: Document, **changes: Any) -> Answered:
    return record(place, {**base, **changes}, PLACES, NewlySaid(pain=False, signs=False), base)


def test_both_windows_are_there(place: Workspace) -> None:
    base = document_of(on_record(place))
    answered(place, base, time={"mon": 40, "thu": 40})
    answered(place, base, tolerance={"aerobic_minutes": 20})
    assert dict(on_record(place).minutes) == {"mon": 40, "thu": 40}
    assert on_record(place).aerobic_minutes == 20


@pytest.mark.parametrize(
    "stop",
    [
        {"changed": {"on": TODAY, "what": "numbness"}},
        {"red_flags": ["saddle-numbness"]},
        {"surgery": {"kind": "disc", "on": "2026-11-20"}},
        {"clearance": None},
    ],
    ids=lambda stop: next(iter(stop)),
)
def test_a_stop_of_one_window_outlives_the_other(place: Workspace, stop: Document) -> None:
    base = document_of(on_record(place))
    assert answered(place, base, **stop).stop is not None
    assert answered(place, base, time={"mon": 40}).stop is not None
    assert dict(on_record(place).minutes) == {"mon": 40}


def test_signs_of_both_windows_count(place: Workspace) -> None:
    base = document_of(on_record(place))
    answered(place, base, red_flags=["saddle-numbness"])
    answered(place, base, red_flags=["not-better"])
    assert {flag.id for flag in on_record(place).flags} == {"saddle-numbness", "not-better"}


def test_a_first_interview_does_not_lift_what_another_has_recorded_meanwhile(place: Workspace) -> None:
    answered(place, {}, **answers(red_flags=["saddle-numbness"]))
    assert answered(place, {}, **answers()).stop is not None


def test_an_answer_that_may_stop_and_was_given_twice_stands_as_it_was_and_is_named(place: Workspace) -> None:
    base = document_of(on_record(place))
    answered(place, base, changed={"on": TODAY, "what": "numbness"})
    found = answered(place, base, changed={"on": "2026-10-01", "what": "fall"})
    assert found.elsewhere == ("changed",)
    assert found.stop is not None


def test_what_comes_on_the_day_of_a_clearance_and_after_it_is_not_known(place: Workspace) -> None:
    def told(leg: Leg) -> None:
        with place.opened() as store:
            store.diary.add(LogEntry(place.today, "session", "all", 3, 4, 4, leg))

    told("thigh")
    knows = {"by": "doctor", "on": TODAY, "knows": ["leg-further-down"]}
    seen = answered(place, document_of(on_record(place)), clearance=knows)
    assert seen.stop is None
    answered(place, document_of(on_record(place)), tolerance={"aerobic_minutes": 20})
    assert stops.stop(on_record(place), place.today) is None, "another answer takes nothing from the clearance"
    told("foot")
    found = stops.stop(on_record(place), place.today)
    assert found is not None
    assert found.rule == "leg-further-down"


def test_what_is_only_wished_is_as_it_was_said_last(place: Workspace) -> None:
    base = document_of(on_record(place))
    answered(place, base, level="intermediate")
    found = answered(place, base, level="advanced")
    assert (found.elsewhere, found.here, on_record(place).level) == ((), ("level",), "advanced")
    assert "level, too, while you did" in " ".join(words.answered(found))


def test_what_another_window_changed_and_nobody_asked_about_here_is_told(place: Workspace) -> None:
    base = document_of(on_record(place))
    answered(place, base, conditions=["osteoporosis"], red_flags=["not-better"])
    found = answered(place, base, level="advanced")
    assert (found.elsewhere, found.here, found.beside) == ((), (), ("conditions", "red_flags"))
    assert "another window changed what is on record of conditions and red flags" in " ".join(words.answered(found))
    assert answered(place, document_of(on_record(place)), level="basic").beside == ()


def test_nothing_recorded_meanwhile_is_nothing_merged() -> None:
    base = {"level": "basic", "red_flags": []}
    assert since_then(base, base, {**base, "level": "advanced"}) == ({"level": "advanced", "red_flags": []}, (), (), ())


def test_a_whole_file_replaces_what_is_on_record(place: Workspace) -> None:
    base = document_of(on_record(place))
    answered(place, base, level="advanced")
    record(place, answers(), PLACES, NewlySaid())
    assert on_record(place).level == answers()["level"]


def test_an_emergency_that_ended_another_interview_early_outlives_this_one(place: Workspace, home: Path) -> None:
    fresh = Workspace(place.today, home / "other")
    record(fresh, answers(red_flags=["saddle-numbness"]), PLACES, NewlySaid(pain=False, unfinished=True), {})
    assert answered(fresh, {}, **answers()).stop is not None
    assert on_record(fresh).flags


def test_parts_of_answers_of_two_windows_are_both_there(place: Workspace) -> None:
    base = document_of(on_record(place))
    for given in ({"minutes": 30}, {"days": "mon,thu"}):
        over = partial(laid_over, given=given, today=place.today)
        found = record(place, over(base), PLACES, NewlySaid(pain=False, signs=False, over=over), base)
        assert (found.elsewhere, found.here) == ((), ())
    assert dict(on_record(place).minutes) == {"mon": 30, "thu": 30}

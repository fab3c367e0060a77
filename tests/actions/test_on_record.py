"""What is on record of a person on a date."""

from datetime import timedelta
from pathlib import Path

from backplan.actions import on_record
from backplan.model.diary import LogEntry
from backplan.model.prescription import Prescribed
from backplan.planner.screen.pain import mode
from backplan.store.store import opened
from tests.support.people import ON, person


def accepted(pain: int) -> Prescribed:
    return Prescribed("accept-usual-pain", "doctor", ON, pain=pain)


def test_pain_comes_with_the_usual_pain_that_a_clinician_has_accepted(tmp_path: Path) -> None:
    who = person(pain=person().pain._replace(now=6, usual=6))
    with opened(tmp_path) as store:
        before = on_record.read(store, who, ON)
        store.prescriptions.add([accepted(6)], ON)
        after = on_record.read(store, who, ON)
    assert (before.pain.accepted, after.pain.accepted) == (None, 6)
    assert (mode(who, before.pain, ON), mode(who, after.pain, ON)) == ("flare", "normal")


def test_what_was_accepted_later_is_not_known_before(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.prescriptions.add([accepted(6)], ON)
        assert on_record.read(store, person(), ON - timedelta(days=1)).pain.accepted is None


def test_pain_is_known_on_a_day_when_an_entry_or_the_interview_tells_it(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        asked = person().pain.on
        assert on_record.read(store, person(), asked).pain_known
        store.diary.add(LogEntry(ON - timedelta(days=1), "morning", pain=3), LogEntry(ON, "flare"))
        assert not on_record.read(store, person(), ON).pain_known
        store.diary.add(LogEntry(ON, "session", "all", 3, 3, 3))
        assert on_record.read(store, person(), ON).pain_known

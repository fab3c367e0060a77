"""The week as it stands: what is read for it, and how often."""

import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from backplan.actions import sample
from backplan.actions.anew import holds_less
from backplan.actions.person import NOT_SCREENED
from backplan.actions.week import WeekWanted, this_week, today, week_of
from backplan.actions.workspace import Workspace
from backplan.errors import SafetyStop, UsageError
from backplan.library import own_folder
from backplan.model.diary import LogEntry
from backplan.model.week import Week, monday
from tests.support.cli import environment, run, started
from tests.support.habits import HABITS, TIMES, Course, Diarist, Felt, Kind, Somebody
from tests.support.lives import Life, whole
from tests.support.people import ON, person


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A person's place with a week that was shown."""
    life = Life(tmp_path, person(), ON)
    life.week()
    life.close()
    return life.place


def test_own_files_are_read_once_a_showing(place: Workspace) -> None:
    place.own.mkdir()
    (place.own / "mine.yaml").write_text("- {id: dead-bug, hide: true}\n", encoding="utf-8")
    with patch.object(own_folder, "fingerprint", wraps=own_folder.fingerprint) as read:
        fresh = Workspace(ON, place.home)
        fresh.ours = whole()
        changed = this_week(fresh)
    assert any("Your own exercises have changed" in line.sentence for line in changed.changes)
    assert read.call_count == 1


def test_a_stored_week_is_shown_without_what_makes_one(home: Path) -> None:
    started(home)
    run("week", home=home)
    heavy = "{'pydantic', 'yaml', 'prompt_toolkit', 'backplan.planner.week', 'backplan.library.load'}"
    program = (
        "import sys\nfrom backplan.cli.app import app\n"
        f"app(['week', '--plain'], standalone_mode=False)\nassert not {heavy} & set(sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", program], env=environment(home), capture_output=True, check=False)
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert shown.stdout.startswith(b"Week 1: ")


def test_before_the_interview_there_is_no_week_and_no_store_is_made(tmp_path: Path) -> None:
    nowhere = Workspace(ON, tmp_path / "nobody")
    with pytest.raises(SafetyStop) as stop:
        this_week(nowhere)
    assert stop.value.rule == NOT_SCREENED
    assert not nowhere.home.exists()


def test_days_that_are_gone_cannot_be_chosen(place: Workspace) -> None:
    with pytest.raises(UsageError, match="these days of this week are gone"):
        this_week(place.on(ON.replace(day=25)), WeekWanted(days=("mon", "tue")))


def test_a_week_that_was_shown_is_shown_again_and_the_coming_one_is_not_kept(place: Workspace) -> None:
    later = place.on(ON.replace(day=30))
    assert week_of(later, ON, "last").days == this_week(place).days
    coming = week_of(place, monday(later.today), "next")
    assert coming.starts == later.today
    with place.opened() as store:
        assert store.weeks.of(coming.starts) is None


@pytest.mark.parametrize(("day", "silent"), [(23, False), (24, True)])
def test_a_day_after_a_session_without_a_word_is_silent(day: int, silent: bool, place: Workspace) -> None:
    assert today(place.on(ON.replace(day=day))).silent is silent


def test_the_made_up_person_has_a_whole_week_and_nothing_is_stored(tmp_path: Path) -> None:
    nowhere = Workspace(ON.replace(day=26), tmp_path / "nobody")
    nowhere.ours = whole()
    shown = sample.week(nowhere)
    assert shown.days[0].on == ON
    assert shown.days[0].sessions
    assert not nowhere.home.exists()


# -- a number on Monday -----------------------------------------------------------------------------------------------


def before_and_after(folder: Path, time: str, weeks: int, pain: int) -> tuple[Week, Week]:
    """The week of a Monday after so many of which nothing is known but that they were done, before and after the first
    number of that person.
    """
    kind = Kind("only done", time, "steady 3")
    life = Life(folder, kind.person(), ON)
    Diarist(kind.somebody, life).weeks(weeks)
    before = this_week(life.place)
    life.note(LogEntry(life.today, "morning", pain=pain))
    after = this_week(life.place)
    life.close()
    return before, after


@pytest.mark.parametrize(("time", "weeks"), [("4 x 30", 2), ("4 x 30", 3), ("5 x 45", 2), ("6 x 60", 4), ("pool", 5)])
def test_a_first_number_that_is_no_warning_thins_no_day(tmp_path: Path, time: str, weeks: int) -> None:
    before, after = before_and_after(tmp_path, time, weeks, 3)
    assert not holds_less(after, before)
    assert after.rungs.keys() >= before.rungs.keys()


def test_a_first_number_that_is_a_warning_takes_its_step_off(tmp_path: Path) -> None:
    before, after = before_and_after(tmp_path, "5 x 45", 2, 5)
    assert any(move.rule == "verdict-morning" for move in after.moves)
    assert holds_less(after, before)


def test_a_monday_morning_as_usual_takes_back_no_step_that_was_told(tmp_path: Path) -> None:
    """In the ninth week it took a longer hold from all days: "the diary of earlier weeks has changed"."""
    likes = {"likes": ("walking", "yoga"), "conditions": ("neck-issue", "sitting-work"), "aerobic_minutes": 15}
    who = Somebody(HABITS["everything"], TIMES["5 x 45"], Course(lambda _: Felt(3, 3), likes))
    life, mornings, told = Life(tmp_path, who.person(), ON), (3, 3, 2, 3, 3, 4, 3), set[str]()
    week = this_week(life.place)
    for number in range(9 * 7):
        shown = this_week(life.place) if number % 7 == 0 else None
        life.note(LogEntry(life.today, "morning", pain=mornings[number * 5 % 7]))
        week = this_week(life.place) if shown else week
        if shown:
            told |= {move.exercise for move in shown.moves if move.rule == "growth-three"}
            assert {move.exercise for move in shown.moves} <= {move.exercise for move in week.moves}
        day = week.day(life.today)
        if day and day.sessions:
            life.note(LogEntry(life.today, "session", "all", 3, 4 if number % 3 else 3, 4 + (number % 4 == 0), "none"))
        life.sleep()
    life.close()
    assert "side-bridge-wall" in told

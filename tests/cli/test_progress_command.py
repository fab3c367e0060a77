"""`progress`: the last twelve weeks. Counts add up, days without a word stay blank, and nothing is called a failure."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segments

from backplan.actions import progress as actions_progress
from backplan.actions.workspace import Workspace
from backplan.model.diary import LogEntry
from backplan.planner.lookback.progress import GOALS, look_back
from backplan.render import emergency, progress_compact
from backplan.render.chart import chart
from backplan.render.page import Page, columns
from backplan.store import store
from tests.support.cli import answered, process, run, started, week_of
from tests.support.people import person
from tests.support.shared import copied
from tests.support.sitting import ended, terminal

MONDAY = date(2026, 11, 23)
FORMS = [[], ["--plain"], ["--json"]]
UNKIND = re.compile(r"fail|streak|miss(ed|ing)|behind|lazy|should have|guarantee|will (be|get) better|cure", re.I)


def mornings(home: Path, scores: dict[str, int]) -> None:
    """Pain on many mornings, straight into the store."""
    with store.opened(home) as opened:
        for day, score in scores.items():
            opened.diary.add(LogEntry(date.fromisoformat(day), "morning", pain=score))


def week_of_mornings(start: date, *scores: int) -> dict[str, int]:
    return {str(start + timedelta(days=number)): score for number, score in enumerate(scores)}


def lived(home: Path, weeks: int = 3) -> str:
    """Some weeks of a person who logs every morning and every session, lived once a run; the last day of them."""
    start = MONDAY - timedelta(weeks=6)
    first = {"now": 6, "usual": 6, "controlled": True, "since": "2025-10-01", "leg": "none"}

    def made(folder: Path) -> None:
        if weeks == 1:
            started(folder, today=str(start), pain=first, clearance={"by": "doctor", "on": "2026-10-01", "knows": []})
        else:
            lived(folder, weeks - 1)
        for number in range(7 * (weeks - 1), 7 * weeks):
            live(folder, str(start + timedelta(days=number)), number)

    copied(f"progress-{weeks}", made, home)
    return str(start + timedelta(days=7 * weeks - 1))


def live(home: Path, today: str, number: int) -> None:
    """The day of this number: in the first week it hurts more, and at its end sessions are let go."""
    score = 6 if number < 7 else 4
    assert run("log", "--morning", str(score), home=home, today=today).code in (0, 4)
    day = next(each for each in week_of(home, today=today)["days"] if each["date"] == today)
    if day["sessions"]:
        done = "all" if number % 7 < 4 else "no"
        said = ["--pain", str(score), "--peak", str(score), "--effort", "4"] if done == "all" else []
        assert run("log", "--done", done, *said, home=home, today=today).code == 0


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_diary_is_no_fault_and_makes_no_folder(form: list[str], home: Path) -> None:
    done = run("progress", *form, home=home)
    assert done.code == 0
    assert done.err == ""
    assert not home.exists()
    if form != ["--json"]:
        assert done.out.startswith("Nothing is logged yet")


@pytest.mark.parametrize("form", [[], ["--plain"]])
def test_an_interview_alone_is_nothing_logged(form: list[str], home: Path) -> None:
    started(home)
    assert run("progress", *form, home=home).out.startswith("Nothing is logged yet")


@pytest.mark.parametrize("word", [["--note", "slept badly"], ["--leg", "buttock"]])
def test_a_word_without_a_session_is_something_logged(word: list[str], home: Path) -> None:
    started(home)
    assert run("log", *word, home=home).code == 0
    assert "Nothing is logged" not in run("progress", "--plain", home=home).out
    assert run("progress", "--json", home=home).json["logged"] is True


def test_an_empty_diary_has_a_whole_document(home: Path) -> None:
    found = run("progress", "--json", home=home).json
    assert (found["schema"], found["logged"], found["weeks"], found["ladders"]) == (1, False, [], [])
    assert found["change"]["direction"] == "unknown"


@pytest.mark.parametrize("form", FORMS)
def test_progress_is_never_stopped(form: list[str], home: Path) -> None:
    answered(home, red_flags=["saddle-numbness"])
    mornings(home, week_of_mornings(MONDAY - timedelta(days=7), 3, 4, 5))
    assert run("progress", *form, home=home).code == 0


@pytest.mark.parametrize("form", FORMS)
def test_a_diary_without_an_interview_is_shown(form: list[str], home: Path) -> None:
    mornings(home, week_of_mornings(MONDAY - timedelta(days=7), 3, 4, 5))
    done = run("progress", *form, home=home)
    assert done.code == 0
    assert "Nothing is logged" not in done.out


def test_less_pain_is_said_with_its_rule(home: Path) -> None:
    today = lived(home)
    found = run("progress", "--json", home=home, today=today).json["change"]
    assert (found["direction"], found["rule"]) == ("better", "change-better")
    assert found["first"] == {"mean": 6.0, "days": 7}
    assert found["last"] == {"mean": 4.0, "days": 7}
    for form in ([], ["--plain"]):
        assert "Less pain than at the start" in run("progress", *form, home=home, today=today).out


def test_more_pain_asks_to_see_a_clinician(home: Path) -> None:
    start = MONDAY - timedelta(days=28)
    mornings(home, week_of_mornings(start, *[2] * 7, *[3] * 7, *[5] * 14))
    found = run("progress", "--json", home=home).json["change"]
    assert (found["direction"], found["rule"]) == ("worse", "change-worse")
    assert "Please see your doctor or physiotherapist" in found["sentence"]


@pytest.mark.parametrize("scores", [(6,), (6, 6), (6, 6, 6, 6, 6, 6, 6), (6, 6, 6, 6, 6, 6, 6, 0, 0, 0)])
def test_too_little_is_never_judged(scores: tuple[int, ...], home: Path) -> None:
    mornings(home, week_of_mornings(MONDAY - timedelta(days=len(scores) - 1), *scores))
    assert run("progress", "--json", home=home).json["change"]["direction"] == "unknown"


def test_one_good_day_after_a_silence_is_never_judged(home: Path) -> None:
    mornings(home, week_of_mornings(MONDAY - timedelta(days=40), *[7] * 7) | {str(MONDAY): 0})
    found = run("progress", "--json", home=home).json["change"]
    assert (found["direction"], found["rule"]) == ("unknown", None)


def test_a_week_counts_what_was_done_and_let_go(home: Path) -> None:
    today = lived(home)
    shown = week_of(home, today=today)
    row = run("progress", "--json", home=home, today=today).json["weeks"][-1]
    planned = [day for day in shown["days"] if day["sessions"]]
    assert row["sessions"]["planned"] == len(planned)
    assert row["sessions"]["done"] == sum(day["done"] == "all" for day in planned) > 0
    assert row["sessions"]["let_go"] == sum(day["done"] == "no" for day in planned) > 0
    for kind in ("core", "aerobic", "strength"):
        held = [d for d in planned if any(b["kind"] == kind for s in d["sessions"] for b in s["blocks"])]
        assert row["blocks"][kind]["planned"] == len(held)
    minutes = {
        day["date"]: sum(b["seconds"] for s in day["sessions"] for b in s["blocks"] if b["kind"] == "aerobic") // 60
        for day in planned
    }
    assert row["aerobic_minutes"]["planned"] == sum(minutes.values()) > 0
    assert row["aerobic_minutes"]["done"] == sum(minutes[day["date"]] for day in planned if day["done"] == "all")
    assert row["aerobic_minutes"]["goals"] == list(GOALS) == [90, 150]


def test_an_activity_adds_its_minutes(home: Path) -> None:
    today = lived(home, weeks=1)

    def minutes() -> int:
        found: int = run("progress", "--json", home=home, today=today).json["weeks"][-1]["aerobic_minutes"]["done"]
        return found

    before = minutes()
    assert run("log", "swimming", "--minutes", "25", home=home, today=today).code == 0
    assert minutes() == before + 25


def test_a_week_without_a_word_is_shown_as_such(home: Path) -> None:
    today = lived(home, weeks=2)
    later = str(date.fromisoformat(today) + timedelta(days=22))
    rows = run("progress", "--json", home=home, today=later).json["weeks"]
    assert len(rows) == 6
    assert [row["programme_week"] is None for row in rows] == [False, False, True, True, True, True]
    assert rows[-1]["pain"] == {"mean": None, "days": 0}
    out = run("progress", home=home, today=later, env={"COLUMNS": "80"}).out
    assert "no plan" in out


def test_a_pause_and_a_flare_are_named(home: Path) -> None:
    today = lived(home, weeks=2)
    assert run("log", "--flare", home=home, today=today).code == 0
    assert run("pause", "--from", "-3d", "--to", today, "--why", "holiday", home=home, today=today).code == 0
    row = run("progress", "--json", home=home, today=today).json["weeks"][-1]
    assert (row["flare"], row["paused_days"]) == (True, 4)
    out = run("progress", "--plain", home=home, today=today).out
    assert "flare" in out
    assert "pause, 4 days" in out


def test_a_week_that_is_compared_though_a_flare_came_since_is_said_to_be_the_last_normal_one(home: Path) -> None:
    started(home)
    week_of(home)
    assert "gentler" not in run("progress", "--plain", home=home, today="2026-11-24").out
    run("log", "flare", home=home, today="2026-12-01")
    week_of(home, today="2026-12-01")
    out = " ".join(run("progress", "--plain", home=home, today="2026-12-01").out.split())
    assert "your week of 23 Nov held, and what comes next (what came since was gentler or shorter)" in out


def test_a_dose_that_was_eased_since_the_week_that_is_compared_is_told_as_it_is_now(home: Path) -> None:
    started(home)
    week_of(home)
    for day in ("2026-11-24", "2026-11-25", "2026-11-26"):
        run("log", "did everything, worst 7", home=home, today=day)
    run("log", "flare", home=home, today="2026-12-01")
    week_of(home, today="2026-12-01")
    out = " ".join(run("progress", "--plain", home=home, today="2026-12-01").out.split())
    assert "Wall push-up, 10 times; as at first; 7 for now. Next: 10 repetitions" in out
    assert "Sit to stand, 8 times; as at first; for now Sit to stand from a high seat, 6 times" in out


def test_the_ladder_tells_the_first_dose_and_the_present_one(home: Path) -> None:
    today = lived(home, weeks=6)
    found = run("progress", "--json", home=home, today=today).json
    programme = week_of(home, today=today)["programme"]
    assert {each["exercise"] for each in found["ladders"]} <= set(programme.values())
    assert {each["block"] for each in found["ladders"]} == {"core", "strength"}
    assert all(0 <= each["step"] <= each["steps"] for each in found["ladders"])
    assert all((each["step"] == 1) == (each["start"] == each["now"]) for each in found["ladders"])


def test_the_ladder_of_what_a_therapist_prescribed_is_theirs(home: Path) -> None:
    today = lived(home, weeks=2)
    add = ("prescribe", "add", "bird-dog", "--dose", "3 x 4, hold 5 s, tempo 3-1-3", "--per-week", "5")
    assert run(*add, "--grow", "2 repetitions every 7 days, up to 10", home=home, today=today).code == 0
    week_of(home, today=today)
    ladders = run("progress", "--json", home=home, today=today).json["ladders"]
    (mine,) = (each for each in ladders if each["exercise"] == "bird-dog")
    asked = {"sets": 3, "reps": 4, "hold_s": 5, "per_side": True, "tempo": "3-1-3"}
    assert (mine["start"], mine["now"], mine["step"], mine["steps"]) == (asked, asked, 1, 4)


def test_it_shows_what_has_grown_and_what_each_next_step_waits_for(home: Path) -> None:
    today = lived(home, weeks=6)
    found = run("progress", "--json", home=home, today=today).json["grown"]
    programme = week_of(home, today=today)["programme"]
    assert {each["slot"]: each["now"]["exercise"] for each in found["slots"]} == {
        slot: key for slot, key in programme.items() if ":" not in slot
    }
    assert all(each["next"]["waits_for"] for each in found["slots"])
    out = run("progress", home=home, today=today, env={"COLUMNS": "80"}).out
    assert out.count("Next: ") == len(found["slots"]) + 1
    planned, done = found["now"]["planned"], found["now"]["done"]
    assert f"Aerobic {found['first']['planned']['aerobic']} {planned['aerobic']} min" in " ".join(out.split())
    assert 0 < done["core"] <= planned["core"]


def test_weeks_of_shifts_on_days_of_their_own_are_compared_too(home: Path) -> None:
    started(home)
    for monday, days in (("2026-11-23", "mon,wed,fri"), ("2026-11-30", "tue,thu,sat")):
        assert run("week", "--days", days, home=home, today=monday).code == 0
    found = run("progress", "--json", home=home, today="2026-12-06").json["grown"]
    assert (found["first"]["starts"], found["now"]["starts"]) == ("2026-11-23", "2026-11-30")
    assert found["slots"]
    assert run("week", home=home, today="2026-12-07").code == 0
    assert run("progress", "--json", home=home, today="2026-12-13").json["grown"]["first"]["starts"] == "2026-12-07"


def test_under_a_stop_no_next_step_is_told(home: Path) -> None:
    today = lived(home, weeks=2)
    assert run("init", "--red-flags", "saddle-numbness", home=home, today=today).code == 4
    found = run("progress", "--json", home=home, today=today).json["grown"]
    assert found["slots"]
    assert all(each["next"] is None for each in found["slots"])


def test_only_the_last_twelve_weeks_are_shown(home: Path) -> None:
    mornings(home, week_of_mornings(MONDAY - timedelta(weeks=20), *[5] * 141))
    found = run("progress", "--json", home=home).json
    assert len(found["weeks"]) == 12
    assert found["change"]["since"] == str(MONDAY - timedelta(weeks=20))  # the start is the start
    assert found["weeks"][-1]["starts"] == str(MONDAY)
    assert len(found["means"]) == 11 * 7 + 1


@pytest.mark.parametrize("form", [[], ["--plain"]])
def test_its_words_are_kind_and_promise_nothing(form: list[str], home: Path) -> None:
    today = lived(home, weeks=4)
    later = str(date.fromisoformat(today) + timedelta(days=10))
    for day in (today, later):
        assert UNKIND.search(run("progress", *form, home=home, today=day).out) is None


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "1"}])
def test_nothing_is_wider_than_the_terminal(width: int, env: dict[str, str], home: Path) -> None:
    today = lived(home, weeks=2)
    out = run("progress", home=home, today=today, env={"COLUMNS": str(width), **env}).out
    bare = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert max(map(len, bare.splitlines())) <= width
    assert "…" not in bare
    assert ("\x1b" in out) <= ("FORCE_COLOR" in env)


@pytest.mark.parametrize("env", [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "ascii", "TERM": "dumb"}])
def test_the_chart_is_drawn_in_ascii_where_nothing_else_shows(env: dict[str, str], home: Path) -> None:
    today = lived(home, weeks=2)
    done = process("progress", home=home, today=today, env={"COLUMNS": "80", **env})
    assert (done.code, done.err) == (0, "")
    assert done.out.isascii()
    assert "?" not in done.out
    assert "***" in done.out


def noted(scores: dict[int, int]) -> list[LogEntry]:
    return [
        LogEntry(MONDAY - timedelta(days=ago), "morning", pain=score) for ago, score in sorted(scores.items())[::-1]
    ]


@given(st.dictionaries(st.integers(0, 120), st.integers(0, 10), max_size=60))
def test_any_diary_can_be_looked_back_on(scores: dict[int, int]) -> None:
    shown = look_back(person(), noted(scores), (), (), MONDAY)
    assert len(shown.rows) <= 12
    assert all(mean is None or 0 <= mean <= 10 for mean in shown.means.values())
    assert shown.verdict.sentence.endswith(".")
    assert shown.as_dict()["schema"] == 1
    for dumb in (False, True):
        drawn = chart(shown, 60, dumb=dumb)
        assert drawn.isascii() or not dumb
        assert all(len(line) <= 60 for line in drawn.splitlines())
        means = sum(mean is not None for mean in shown.means.values())
        assert bool(drawn) == (means > 1 and len(shown.rows) > 1)


@given(st.dictionaries(st.integers(0, 60), st.integers(0, 10), max_size=40), st.integers(0, 60))
def test_entries_still_to_come_change_nothing(scores: dict[int, int], ago: int) -> None:
    today = MONDAY - timedelta(days=ago)
    known = {days: score for days, score in scores.items() if days >= ago}
    assert look_back(None, noted(scores), (), (), today) == look_back(None, noted(known), (), (), today)


@given(st.dictionaries(st.integers(0, 60), st.integers(0, 10), min_size=1, max_size=40))
def test_a_day_logged_many_times_weighs_no_more(scores: dict[int, int]) -> None:
    once, thrice = noted(scores), [entry for entry in noted(scores) for _ in range(3)]
    assert look_back(None, once, (), (), MONDAY) == look_back(None, thrice, (), (), MONDAY)


def numbers(home: Path, today: str) -> list[int | None]:
    weeks = run("progress", "--json", home=home, today=today).json["weeks"]
    return [each["programme_week"] for each in weeks]


def test_weeks_have_one_counting_after_the_clock_was_set_back(home: Path) -> None:
    started(home, today="2026-11-23")
    for today in ("2026-11-23", "2026-12-07", "2026-11-16"):
        run("week", home=home, today=today)
    run("log", "--morning", "3", home=home, today="2026-12-07")
    assert numbers(home, "2026-12-08") == [None, 1, None, 3]
    assert week_of(home, today="2026-12-08")["programme_week"] == 3  # a look before the interview counts for nothing
    assert numbers(home, "2026-12-08") == [None, 1, None, 3]


def test_a_week_of_coping_only_does_not_forget_how_far_the_exercises_have_come(home: Path) -> None:
    started(home, today="2026-11-16")
    run("week", home=home, today="2026-11-16")
    run("log", "--pain", "2", "--peak", "2", "--effort", "2", home=home, today="2026-11-16")
    before = run("progress", "--json", home=home, today="2026-11-16").json["ladders"]
    run("today", "--pain", "9", home=home, today="2026-11-23")
    assert week_of(home, today="2026-11-23")["mode"] == "coping-only"
    after = run("progress", "--json", home=home, today="2026-11-23").json["ladders"]
    assert before
    assert [each["exercise"] for each in after] == [each["exercise"] for each in before]
    assert "What your week of 16 Nov held" in run("progress", home=home, today="2026-11-23").out


@pytest.mark.parametrize(("width", "height"), [(80, 24), (60, 24), (120, 24), (100, 30), (50, 24)])
def test_where_all_of_it_is_longer_than_the_terminal_what_matters_fits(width: int, height: int, home: Path) -> None:
    shown, _ = actions_progress.look_back(Workspace(date.fromisoformat(lived(home)), home))
    page = Page(width, height)
    (found,) = progress_compact.screen(shown, page, lambda rows: chart(shown, page.room, height=rows, dated=False))
    assert isinstance(found, Segments)
    text = "".join(segment.text for segment in found.segments)
    assert text.count("\n") < height
    assert all(columns(line) < width for line in text.splitlines())
    for told in ("Pain", "Aerobic", "Strength", "progress --full"):
        assert told in text
    assert emergency.LINE in " ".join(text.split())


def test_a_terminal_shows_what_fits_and_full_shows_all(home: Path) -> None:
    today = lived(home)
    code, said = ended(terminal("progress", home=home, today=today, columns=80))
    assert code == 0
    assert len(said.splitlines()) < 25
    assert "progress --full" in said
    code, said = ended(terminal("progress", "--full", home=home, today=today, columns=80))
    assert len(said.splitlines()) > 25
    assert "The weeks" in said


def test_the_head_says_when_the_plan_began_however_late_pain_was_first_noted(home: Path) -> None:
    began = MONDAY + timedelta(days=2)
    started(home, today=str(began))
    run("week", home=home, today=str(began))
    mornings(home, week_of_mornings(MONDAY + timedelta(days=14), 3, 3, 3, 3))
    today = str(MONDAY + timedelta(days=20))
    run("week", home=home, today=today)
    assert "week 3, since 25 Nov" in run("progress", home=home, today=today).out
    assert run("progress", "--json", home=home, today=today).json["began"] == str(began)


def first_day_with(kind: str, home: Path) -> tuple[str, dict[str, int]]:
    """The first day of the week that holds a kind of work, and the sets of each exercise in it."""
    for day in week_of(home)["days"]:
        blocks = [block for session in day["sessions"] for block in session["blocks"] if block["kind"] == kind]
        if blocks:
            items = (item for block in blocks for item in block["items"])
            return day["date"], {item["exercise"]: item["dose"].get("sets", 1) for item in items}
    raise AssertionError(kind)


@pytest.mark.parametrize("kind", ["core", "aerobic"])
def test_what_was_left_out_of_a_session_is_not_done(kind: str, home: Path) -> None:
    started(home)
    day, held = first_day_with(kind, home)
    run("log", *(word for key in held for word in ("--not", key)), home=home, today=day)
    shown = run("progress", "--json", home=home, today=day).json
    run("diary", "edit", "2", "--not", "none", home=home, today=day)
    whole = run("progress", "--json", home=home, today=day).json
    counts = [each["weeks"][-1]["blocks"][kind] for each in (shown, whole)]
    assert [each["done"] for each in counts] == [0, 1]
    assert counts[0]["planned"] == counts[1]["planned"]
    done = [each["grown"]["now"]["done"][kind] for each in (shown, whole)]
    assert done[0] == 0 < done[1]
    minutes = [each["weeks"][-1]["aerobic_minutes"]["done"] for each in (shown, whole)]
    assert (minutes[0] < minutes[1]) is (kind == "aerobic")


def test_one_exercise_left_out_takes_its_own_sets_alone(home: Path) -> None:
    started(home)
    day, held = first_day_with("core", home)
    first = next(iter(held))
    run("log", "--not", first, home=home, today=day)
    shown = run("progress", "--json", home=home, today=day).json
    assert shown["weeks"][-1]["blocks"]["core"]["done"] == 1
    run("diary", "edit", "2", "--not", "none", home=home, today=day)
    whole = run("progress", "--json", home=home, today=day).json["grown"]["now"]["done"]["core"]
    assert shown["grown"]["now"]["done"]["core"] == whole - held[first]


def test_what_was_done_says_of_which_days(home: Path) -> None:
    started(home)
    run("log", "--pain", "3", home=home)
    assert "done 23-29 Nov" in run("progress", home=home, env={"COLUMNS": "90"}).out
    assert re.search(r"\d done 23-29 Nov", run("progress", "--plain", home=home).out)


@given(st.integers(0, 80), st.integers(40, 100))
def test_the_word_of_a_flare_stands_whole_in_the_chart(ago: int, width: int) -> None:
    diary = [*noted(dict.fromkeys(range(81), 4)), LogEntry(MONDAY - timedelta(days=ago), "flare")]
    shown = look_back(person(), sorted(diary, key=lambda entry: entry.on), (), (), MONDAY)
    assert not any(row.flare for row in shown.rows) or "flare" in chart(shown, width)


def test_a_first_week_tells_its_mean_and_draws_no_lonely_point(home: Path) -> None:
    started(home)
    for day, pain in (("2026-11-23", "3"), ("2026-11-24", "4"), ("2026-11-25", "2")):
        assert run("log", "--morning", pain, home=home, today=day).code == 0
    for form in ([], ["--full"]):
        text = " ".join(run("progress", *form, home=home, today="2026-11-25").out.split())
        assert "Pain so far: 3.0 of 10, the mean of 3 days. The chart begins with your second week." in text, text
        assert "Pain, 0 to 10: mean of 7 days" not in text

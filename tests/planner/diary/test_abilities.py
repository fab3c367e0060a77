"""What the person wants back: named, scored, shown, reviewed; tired muscles; and a pause that ends before its time."""

import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from backplan.model.diary import LogEntry
from backplan.planner.diary.abilities import ability, due, scores
from backplan.planner.diary.alike import DayPain
from backplan.planner.lookback.change import change_verdict
from backplan.planner.lookback.progress import look_back
from backplan.planner.lookback.review import review
from backplan.rules.change import better, function
from backplan.store.documents import OF_PERSON
from tests.support.cli import TODAY, answered, diary_of, run, started, week_of
from tests.support.people import person
from tests.support.shared import copied

SOCKS, DRIVE = "put on my socks", "drive for an hour"
NAMED = [SOCKS, DRIVE]
MONDAY = date(2026, 11, 23)


def scored(home: Path) -> list[tuple[str, int]]:
    return [(entry["function"], entry["score"]) for entry in diary_of(home) if entry["kind"] == "function"]


# -- naming ---------------------------------------------------------------------------------------------------------


def test_they_are_named_by_file_and_by_flag_and_shown(home: Path) -> None:
    started(home, functions=NAMED)
    assert f"functions: [{SOCKS}, {DRIVE}]" in run("init", "--show", home=home).out
    assert run("init", "--functions", f" {SOCKS} ,sit  through a film", home=home).code == 0
    assert f"functions: [{SOCKS}, sit through a film]" in run("init", "--show", home=home).out
    assert run("init", "--functions", "none", home=home).code == 0
    assert "functions: []" in run("init", "--show", home=home).out


def test_other_answers_leave_them_alone(home: Path) -> None:
    started(home, functions=NAMED)
    run("init", "--pain", "4", home=home)
    assert f"functions: [{SOCKS}, {DRIVE}]" in run("init", "--show", home=home).out


@pytest.mark.parametrize(
    ("named", "faults"),
    [
        (["a", "b", "c", "d"], ["4 activities"]),
        (["socks", "Socks"], ["named twice"]),
        (["x" * 61], ["61 characters"]),
        (["42", "a,b", "", 5], ["4 activities", "needs a word", "no comma", "must be text"]),
    ],
)
def test_what_cannot_be_named_is_said_all_at_once_with_its_place(
    named: list[Any], faults: list[str], home: Path
) -> None:
    done = answered(home, functions=named)
    assert done.code == 3
    assert all(fault in done.err for fault in faults)
    assert all(line.startswith("answers.yaml:") for line in done.err.splitlines())
    assert not home.exists()


def test_too_many_by_flag_is_exit_2_and_changes_nothing(home: Path) -> None:
    started(home, functions=NAMED)
    assert run("init", "--functions", "a,b,c,d", home=home).code == 2
    assert f"functions: [{SOCKS}, {DRIVE}]" in run("init", "--show", home=home).out


def test_nothing_in_a_name_drives_a_terminal(home: Path) -> None:
    assert answered(home, functions=["put on\x1b[2J my socks"]).code == 3
    started(home, functions=["put \u202eon my\n socks"])
    out = run("init", "--show", home=home).out
    assert not {"\x1b", "\u202e"} & set(out)
    assert run("log", "--function", "1=4", home=home).code == 0
    assert not {"\x1b", "\u202e"} & set(run("diary", home=home).out + run("progress", home=home).out)


def test_a_record_from_before_there_were_any_still_opens() -> None:
    document = OF_PERSON.write(person())
    del document["functions"]
    assert OF_PERSON.read(document).functions == ()


# -- scoring --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", [SOCKS, "1", "PUT ON  my socks", "socks", "put on my sock", "put on my sokcs"])
def test_a_name_its_number_or_a_near_name_scores_it(word: str, home: Path) -> None:
    started(home, functions=NAMED)
    done = run("log", "--function", f"{word}=4", home=home)
    assert done.code == 0
    assert f"{SOCKS}, 4 of 10" in done.out
    assert ("did you mean" in done.err) == (word not in (SOCKS, "1", "PUT ON  my socks"))
    assert scored(home) == [(SOCKS, 4)]


@pytest.mark.parametrize(
    "said",
    [["garden=4"], ["socks"], ["socks=11"], ["=4"], ["3=4"], ["0=4"], ["o=4"], ["1=4", "socks=5"], ["1=4", "garden=3"]],
)
def test_an_unknown_name_or_no_score_is_exit_2_and_stores_nothing(said: list[str], home: Path) -> None:
    started(home, functions=NAMED)
    before = diary_of(home)
    done = run("log", *(part for text in said for part in ("--function", text)), home=home)
    assert done.code == 2
    assert "--function" in done.err
    assert diary_of(home) == before


def test_before_any_is_named_it_says_how_to(home: Path) -> None:
    for _ in range(2):
        done = run("log", "--function", "1=4", home=home)
        assert done.code == 2
        assert "init --functions" in done.err
    assert not home.exists()


def test_several_are_scored_beside_a_session(home: Path) -> None:
    started(home, functions=NAMED)
    session = ["--pain", "3", "--peak", "4", "--effort", "5", "--on", "yesterday"]
    assert run("log", *session, "--function", "1=2", "--function", "2=0", home=home).code == 0
    assert scored(home) == [(SOCKS, 2), (DRIVE, 0)]
    assert [e["date"] for e in diary_of(home) if e["kind"] in ("function", "session")] == ["2026-11-22"] * 3


def test_under_a_stop_a_score_is_recorded_first(home: Path) -> None:
    answered(home, functions=NAMED, red_flags=["fever"])
    assert run("log", "--function", "1=4", home=home).code == 4
    assert scored(home) == [(SOCKS, 4)]


def test_a_score_changes_nothing_in_the_week(home: Path) -> None:
    started(home, functions=NAMED)
    before = week_of(home)
    run("log", "--function", "1=0", home=home)
    assert week_of(home) == before


def test_the_diary_shows_and_edits_a_score_and_nothing_else_of_it(home: Path) -> None:
    started(home, functions=NAMED)
    run("log", "--function", "1=4", home=home)
    number = str(diary_of(home)[-1]["id"])
    for form in ([], ["--plain"]):
        assert f"{SOCKS}, 4 of 10" in run("diary", *form, home=home).out
    assert run("diary", "edit", number, "--score", "6", home=home).code == 0
    assert scored(home) == [(SOCKS, 6)]
    for flag in (["--pain", "3"], ["--tired"], ["--score", "11"], ["--minutes", "5"]):
        assert run("diary", "edit", number, *flag, home=home).code == 2
    assert scored(home) == [(SOCKS, 6)]


def entry(ago: int, score: int, name: str = SOCKS) -> LogEntry:
    return LogEntry(MONDAY - timedelta(days=ago), "function", function=name, score=score)


def test_a_day_counts_by_its_last_word() -> None:
    assert scores(SOCKS, [entry(7, 2), entry(7, 3), entry(0, 5, "Put on my Socks"), entry(0, 9, DRIVE)]) == [
        (MONDAY - timedelta(days=7), 3),
        (MONDAY, 5),
    ]


@pytest.mark.parametrize(("ago", "asked"), [(0, [DRIVE]), (6, [DRIVE]), (7, [SOCKS, DRIVE])])
def test_each_is_asked_for_once_a_week(ago: int, asked: list[str]) -> None:
    assert due(NAMED, [entry(ago, 3)], MONDAY) == asked


# -- what follows ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "direction"),
    [
        ([], "unknown"),
        ([entry(30, 2)], "unknown"),
        ([entry(6, 2), entry(0, 9)], "unknown"),
        ([entry(7, 2), entry(0, 5)], "better"),
        ([entry(60, 2), entry(0, 4)], "unchanged"),
        ([entry(60, 7), entry(0, 2)], "unchanged"),
    ],
)
def test_better_is_never_said_of_one_score_or_of_scores_too_near(entries: list[LogEntry], direction: str) -> None:
    assert ability(NAMED, entries).direction == direction


STEADY = {MONDAY - timedelta(days=ago): DayPain((5,)) for ago in range(90)}


@pytest.mark.parametrize(("last", "week", "asks"), [(2, 13, True), (9, 13, False), (2, 12, False), (None, 13, True)])
def test_a_physiotherapist_is_asked_for_only_if_neither_got_better(last: int | None, week: int, asks: bool) -> None:
    found = ability([SOCKS], [] if last is None else [entry(80, 2), entry(0, last)])
    said = change_verdict(STEADY, MONDAY, week, found)
    assert said.direction == "unchanged"
    assert ("physiotherapist" in said.sentence) == asks
    assert ("can do more" in said.sentence) == (last == 9)


def lived(home: Path, *, last: int) -> None:
    """Ten weeks with the same pain on waking, and the socks scored at both ends."""
    copied(f"abilities {last}", lambda folder: _live(folder, last), home)


def _live(home: Path, last: int) -> None:
    start = MONDAY - timedelta(weeks=10)
    started(home, str(start), functions=NAMED, clearance={"by": "doctor", "on": "2026-09-01", "knows": []})
    for day in (start + timedelta(days=number) for number in (0, 1, 2, 3, 66, 67, 68, 69, 70)):
        run("log", "--morning", "4", home=home, today=str(day))
    run("log", "--function", "1=2", home=home, today=str(start))
    run("log", "--function", f"1={last}", home=home)


@pytest.mark.parametrize("form", [[], ["--plain"]])
@pytest.mark.parametrize("width", ["40", "60", "80", "100"])
def test_progress_shows_the_first_score_and_the_latest(form: list[str], width: str, home: Path) -> None:
    lived(home, last=6)
    out = run("progress", *form, home=home, env={"COLUMNS": width}).out
    words = " ".join(out.split())
    assert SOCKS in words
    assert "put on my socks, 2 of 10 then and 6 now" in words
    assert form or all(len(line) <= int(width) for line in out.splitlines())


def test_progress_has_them_as_json(home: Path) -> None:
    lived(home, last=6)
    found = run("progress", "--json", home=home).json
    socks, drive = found["functions"]
    assert socks["activity"] == SOCKS
    assert socks["first"] == {"date": "2026-09-14", "score": 2}
    assert socks["latest"] == {"date": TODAY, "score": 6}
    assert socks["weeks"] == [2, *[None] * 9, 6]
    assert (drive["first"], drive["latest"]) == (None, None)
    assert len(socks["weeks"]) == len(found["weeks"])
    assert found["change"]["function"] == {"direction": "better", "rule": "change-function"}
    assert found["change"]["direction"] == "unchanged"


@pytest.mark.parametrize("width", ["60", "80", "100"])
def test_long_names_fit_every_width(width: str, home: Path) -> None:
    started(home, functions=["a long word " * 4, "x" * 60, "[red]y[/red] :bomb:"])
    for number in "123":
        run("log", "--function", f"{number}=10", home=home)
    out = run("progress", home=home, env={"COLUMNS": width}).out
    assert all(len(line) <= int(width) for line in out.splitlines())
    assert "[red]y[/red] :bomb:" in " ".join(out.split())


def test_one_who_named_nothing_sees_nothing_of_it() -> None:
    shown = look_back(person(), [LogEntry(MONDAY, "morning", pain=3)], (), (), MONDAY)
    assert shown.functions == ()
    assert "can do" not in shown.verdict.sentence


# -- the review -----------------------------------------------------------------------------------------------------


def mornings(first: int, last: int) -> list[LogEntry]:
    day = MONDAY - timedelta(days=80)
    early = [LogEntry(day + timedelta(days=n), "morning", pain=first) for n in range(7)]
    return [*early, *(LogEntry(MONDAY - timedelta(days=n), "morning", pain=last) for n in reversed(range(7)))]


def reviewed(week: int, pain: tuple[int, int], can: tuple[int, int] | None) -> str:
    found = [] if can is None else [entry(80, can[0]), entry(0, can[1])]
    entries = sorted([*mornings(*pain), *found], key=lambda each: each.on)
    return review(person(functions=(SOCKS,)), entries, week, MONDAY)


@pytest.mark.parametrize("week", [4, 8, 12])
def test_a_review_says_then_and_now_and_what_counts(week: int) -> None:
    said = reviewed(week, (6, 3), (2, 6))
    for part in (
        "6.0 of 10 then, 3.0",
        "2 of 10 then and 6 now",
        f"{better.POINTS} points",
        f"{better.PERCENT} percent",
    ):
        assert part in said
    assert f"{function.MEAN_POINTS} points more" in said
    assert "physiotherapist" not in said


@pytest.mark.parametrize("week", [1, 3, 5, 7, 9, 11, 13, 16])
def test_other_weeks_have_no_review(week: int) -> None:
    assert reviewed(week, (6, 3), (2, 6)) == ""


@pytest.mark.parametrize(
    ("pain", "can", "asks"),
    [
        ((5, 5), (2, 3), True),
        ((5, 5), None, True),
        ((5, 5), (2, 6), False),
        ((5, 2), (2, 2), False),
        ((5, 2), None, False),
    ],
)
def test_at_twelve_weeks_somebody_is_asked_for_only_if_neither_got_better(
    pain: tuple[int, int], can: tuple[int, int] | None, asks: bool
) -> None:
    assert ("please see one" in reviewed(12, pain, can)) == asks
    assert "please see one" not in reviewed(4, pain, can)


def test_more_pain_says_whom_to_see_and_not_that_all_goes_on() -> None:
    said = reviewed(8, (3, 6), (2, 6))
    assert "doctor or physiotherapist" in said
    assert "goes on" not in said


def test_a_thin_diary_is_reviewed_without_a_verdict() -> None:
    said = review(person(), mornings(5, 5)[:7], 12, MONDAY)
    assert "Too little" in said
    assert "init --only functions" in said
    assert "If neither" in said


# -- tired muscles --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("flag", "kept", "word"), [("--tired", True, "tired muscles"), ("--back", False, "the back")])
def test_a_morning_may_be_tired_muscles(flag: str, kept: bool, word: str, home: Path) -> None:
    started(home)
    assert run("log", "--morning", "5", flag, home=home).code == 0
    assert diary_of(home)[-1]["tired"] is kept
    assert word in run("diary", "--plain", home=home).out


def test_nobody_said_is_not_known_and_an_edit_says_it(home: Path) -> None:
    started(home)
    run("log", "--morning", "5", home=home)
    last = diary_of(home)[-1]
    assert last["tired"] is None
    assert run("diary", "edit", str(last["id"]), "--tired", home=home).code == 0
    assert diary_of(home)[-1] == {**last, "tired": True}


@pytest.mark.parametrize("flag", ["--tired", "--back"])
def test_it_goes_with_a_morning_only(flag: str, home: Path) -> None:
    started(home)
    before = diary_of(home)
    done = run("log", "--pain", "3", "--peak", "3", "--effort", "3", flag, home=home)
    assert done.code == 2
    assert "--morning" in done.err
    assert diary_of(home) == before


# -- a pause --------------------------------------------------------------------------------------------------------


def pauses(home: Path) -> list[tuple[str, str]]:
    return [(entry["date"], entry["until"]) for entry in diary_of(home) if entry["kind"] == "pause"]


def test_ending_a_pause_makes_yesterday_its_last_day(home: Path) -> None:
    started(home)
    run("pause", "--from", "-3d", "--to", "2026-12-20", home=home)
    assert not any(day["sessions"] for day in week_of(home)["days"])
    assert run("pause", "--end", home=home).code == 0
    assert pauses(home) == [("2026-11-20", "2026-11-22")]
    assert any(day["sessions"] for day in week_of(home)["days"])
    assert run("pause", "--end", home=home).code == 2


@pytest.mark.parametrize("first", [TODAY, "2026-12-24"])
def test_a_pause_that_has_not_begun_is_taken_back(first: str, home: Path) -> None:
    run("pause", "--from", first, "--to", "2027-01-02", home=home)
    done = run("pause", "--end", "--json", home=home)
    assert done.code == 0
    assert [each["date"] for each in done.json["taken_back"]] == [first]
    assert pauses(home) == []


def test_pauses_that_overlap_end_together_and_a_later_one_stays(home: Path) -> None:
    for first, last in (("-3d", "2026-12-01"), ("-1d", "2026-12-05"), ("2026-12-24", "2026-12-31")):
        assert run("pause", "--from", first, "--to", last, home=home).code == 0
    done = run("pause", "--end", home=home)
    assert "Still to come: the pause from Thu 2026-12-24" in done.out
    assert pauses(home) == [("2026-11-20", "2026-11-22"), ("2026-11-22", "2026-11-22"), ("2026-12-24", "2026-12-31")]


def test_after_a_long_pause_no_made_up_share_is_told(home: Path) -> None:
    run("log", "--pain", "3", "--peak", "3", "--effort", "3", home=home)
    said = run("pause", "--to", "2027-01-20", home=home).out
    assert "aerobic sessions begin again where they began (rule gap-restart)" in said
    assert "percent" not in said


@pytest.mark.parametrize(
    ("to", "says"), [("2026-11-29", "where it was"), ("2026-12-04", "80 percent"), ("2026-12-20", "50 percent")]
)
def test_a_pause_says_how_the_plan_restarts(to: str, says: str, home: Path) -> None:
    run("log", "--pain", "3", "--peak", "3", "--effort", "3", home=home)
    assert says in run("pause", "--to", to, home=home).out
    assert "2026-12-21" in run("pause", "--to", "2026-12-20", home=home).out
    later = run("pause", "--to", "2026-11-25", "--json", home=home).json["restart"]
    assert "2026-12-21" in later  # the longer pause goes on


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["--to", "yesterday"],
        ["--to", "soon"],
        ["--from", "2026-13-01", "--to", "2027-01-01"],
        ["--to", "2028-01-01"],
        ["--end", "--to", "2027-01-01"],
        ["--end", "--why", "well again"],
        ["--end"],
    ],
)
def test_a_pause_that_cannot_be_is_exit_2_and_stores_nothing(args: list[str], home: Path) -> None:
    done = run("pause", *args, home=home)
    assert done.code == 2
    assert done.err
    assert not home.exists()


def test_a_day_named_as_the_end_is_the_coming_one(home: Path) -> None:
    assert run("pause", "--to", "fri", home=home).code == 0
    assert pauses(home) == [(TODAY, "2026-11-27")]


# -- at a terminal --------------------------------------------------------------------------------------------------

at_terminal = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")


def asked(home: Path, args: list[str], *pairs: tuple[str, str], today: str = TODAY) -> tuple[int, str]:
    from tests.support.sitting import answer, ended, terminal

    child = terminal(*args, home=home, today=today)
    answer(child, *pairs)
    return ended(child)


SESSION = [
    ("Done?", "all"),
    ("Pain before", "3"),
    ("Highest pain", "3"),
    ("Effort", "4"),
    ("down the leg", ""),
    ("A word", ""),
]


@at_terminal
def test_after_a_session_each_is_asked_for_once_a_week(home: Path) -> None:
    started(home, functions=NAMED)
    code, said = asked(home, ["log"], *SESSION, (f"{SOCKS}: 0", "3"), (f"{DRIVE}: 0", ""))
    assert code == 0, said
    assert scored(home) == [(SOCKS, 3)]
    again = ("Did you do a second one?", "y")
    code, said = asked(home, ["log"], *SESSION, (f"{DRIVE}: 0", "5"), again)
    assert code == 0, said
    code, said = asked(home, ["log"], *SESSION, again)
    assert code == 0, said
    assert scored(home) == [(SOCKS, 3), (DRIVE, 5)]


@at_terminal
@pytest.mark.parametrize(("said", "tired"), [("muscles", True), ("back", False)])
def test_a_morning_well_above_the_usual_asks_muscles_or_back(said: str, tired: bool, home: Path) -> None:
    started(home)
    code, out = asked(home, ["log", "--morning", "5"], ("tired muscles?", "legs"), ("tired muscles?", said))
    assert code == 0, out
    assert diary_of(home)[-1]["tired"] is tired


@at_terminal
@pytest.mark.parametrize("args", [["--morning", "4"], ["--morning", "5", "--back"], ["--morning", "5", "--json"]])
def test_it_is_not_asked_where_it_is_known_or_would_not_matter(args: list[str], home: Path) -> None:
    started(home)
    code, out = asked(home, ["log", *args])
    assert code == 0, out
    assert "Your back pain" not in out


@at_terminal
@pytest.mark.parametrize("args", [["today"], ["log"]])
def test_the_next_mornings_question_asks_it_too(args: list[str], home: Path) -> None:
    started(home)
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", home=home)
    rest = {"today": [("Pain right now", "3")], "log": [("Done?", "no"), ("What came up", "")]}
    pairs = [("on waking", "6"), ("tired muscles?", "muscles"), *rest.get("".join(args), [])]
    code, out = asked(home, args, *pairs, today="2026-11-24")
    assert code == 0, out
    found = [(e["pain"], e["tired"]) for e in diary_of(home, "2026-11-24") if e["kind"] == "morning"]
    assert found == [(6, True)]


@at_terminal
def test_a_pause_asks_until_when(home: Path) -> None:
    code, out = asked(home, ["pause"], ("Until when?", "yesterday"), ("Until when?", "2026-12-01"))
    assert code == 0, out
    assert pauses(home) == [(TODAY, "2026-12-01")]


@at_terminal
def test_run_again_only_what_is_new_is_scored(home: Path) -> None:
    started(home, functions=[SOCKS])
    code, out = asked(home, ["init", "--only", "functions"], ("Which ones?", f"{SOCKS}, {DRIVE}"), (f"{DRIVE}: 0", "2"))
    assert code == 0, out
    assert scored(home) == [(DRIVE, 2)]
    assert asked(home, ["init", "--only", "functions"], ("Which ones?", ""))[0] == 0
    assert scored(home) == [(DRIVE, 2)]

"""`diary`: what was logged, changed and taken back; nothing is lost."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backplan.cli.sentences.entry import EntryMeant, entry_meant
from backplan.model.diary import FROM_INTERVIEW, LogEntry
from backplan.render.diary import FLAGS
from backplan.store.store import opened
from tests.support import every_command
from tests.support.cli import answered, diary_of, run, started, week_of

SESSION = ["--pain", "3", "--peak", "4", "--effort", "5"]


def logged(home: Path, *args: str, today: str = "2026-11-23") -> int:
    done = run("log", *args, "--json", home=home, today=today)
    assert done.code in (0, 4), done
    number: int = done.json["entries"][0]["id"]
    return number


@pytest.mark.parametrize("form", [[], ["--plain"], ["--json"], ["--all"]])
def test_an_empty_diary_is_no_fault_and_makes_no_folder(form: list[str], home: Path) -> None:
    done = run("diary", *form, home=home)
    assert done.code == 0
    assert done.out.strip()
    assert not home.exists()


@pytest.mark.parametrize("args", [["diary", "edit", "1", "--pain", "3"], ["diary", "undo"], ["diary", "undo", "1"]])
def test_nothing_to_change_is_exit_2_and_makes_no_folder(args: list[str], home: Path) -> None:
    done = run(*args, home=home)
    assert done.code == 2
    assert not home.exists()


@pytest.mark.parametrize("form", [[], ["--plain"]])
def test_the_diary_shows_every_word(form: list[str], home: Path) -> None:
    number = logged(home, *SESSION, "--leg", "calf", "--why", "phone", "--note", "sunny")
    out = run("diary", *form, home=home).out
    for word in (str(number), "2026-11-23", "pain 3", "highest pain 4", "effort 5", "calf", "phone", "sunny"):
        assert word in out


def test_the_diary_is_in_the_order_of_the_days(home: Path) -> None:
    logged(home, *SESSION, "--on", "2026-11-20")
    logged(home, *SESSION, "--on", "2026-11-10")
    logged(home, *SESSION, "--on", "2026-11-15")
    days = [entry["date"] for entry in diary_of(home)]
    assert days == sorted(days)


def test_the_diary_is_never_stopped(home: Path) -> None:
    answered(home, red_flags=["saddle-numbness"])
    number = logged(home, *SESSION)
    assert run("diary", home=home).code == 0
    assert run("diary", "edit", str(number), "--pain", "4", home=home).code == 0
    assert run("diary", "undo", str(number), home=home).code == 0


def test_a_long_diary_shows_its_end_and_says_how_to_see_all(home: Path) -> None:
    for number in range(35):
        logged(home, *SESSION, "--note", f"word{number:02d}")
    short = run("diary", home=home).out
    assert "word34" in short
    assert "word04" not in short
    assert "--all" in short
    everything = run("diary", "--all", home=home).out
    assert all(f"word{number:02d}" in everything for number in range(35))
    assert len(diary_of(home)) == 35


@pytest.mark.parametrize(
    ("flag", "value", "key", "kept"),
    [
        ("--pain", "2", "pain", 2),
        ("--pain", "0", "pain", 0),
        ("--peak", "6", "peak", 6),
        ("--effort", "7", "effort", 7),
        ("--on", "2026-11-20", "date", "2026-11-20"),
        ("--done", "part", "done", "part"),
        ("--leg", "foot", "leg", "foot"),
        ("--why", "tired", "why", "tired"),
        ("--note", "new", "note", "new"),
    ],
)
def test_edit_changes_only_what_is_named(flag: str, value: str, key: str, kept: object, home: Path) -> None:
    logged(home, *SESSION, "--note", "other")
    number = logged(home, *SESSION, "--note", "old")
    before = {entry["id"]: entry for entry in diary_of(home)}
    assert run("diary", "edit", str(number), flag, value, home=home).code == 0
    after = {entry["id"]: entry for entry in diary_of(home)}
    assert after.pop(number) == {**before.pop(number), key: kept}
    assert after == before


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["--pain", "11"],
        ["--peak", "11"],
        ["--effort", "11"],
        ["--on", "tomorrow"],
        ["--on", "2026-12-01"],
        ["--done", "x"],
        ["--leg", "toe"],
    ],
)
def test_an_edit_that_cannot_be_is_exit_2_and_changes_nothing(args: list[str], home: Path) -> None:
    number = logged(home, *SESSION)
    before = diary_of(home)
    assert run("diary", "edit", str(number), *args, home=home).code == 2
    assert run("diary", "edit", "99", "--pain", "3", home=home).code == 2
    assert diary_of(home) == before


def test_a_score_above_ten_is_refused_and_changes_nothing(home: Path) -> None:
    started(home, functions=["sit through a film"])
    number = logged(home, "--function", "sit through a film=6")
    before = diary_of(home)
    assert run("diary", "edit", str(number), "--score", "11", home=home).code == 2
    assert diary_of(home) == before


def test_an_edit_moves_the_tick(home: Path) -> None:
    started(home)
    week_of(home)
    number = logged(home, *SESSION, today="2026-11-24")
    run("diary", "edit", str(number), "--on", "2026-11-23", home=home, today="2026-11-24")
    assert [day["done"] for day in week_of(home, today="2026-11-24")["days"]][:2] == ["all", None]


def test_an_edit_of_pain_lays_the_days_ahead_anew(home: Path) -> None:
    started(home)
    number = logged(home, "--morning", "3")
    assert week_of(home)["mode"] == "normal"
    run("diary", "edit", str(number), "--pain", "8", home=home)
    assert week_of(home)["mode"] == "coping-only"


def test_undo_takes_back_what_was_written_last_or_the_one_named(home: Path) -> None:
    first = logged(home, *SESSION, "--on", "today")
    second = logged(home, *SESSION, "--on", "2026-11-10")
    third = logged(home, *SESSION, "--on", "2026-11-15")
    assert str(third) in run("diary", "undo", home=home).out
    assert run("diary", "undo", str(first), home=home).code == 0
    assert [entry["id"] for entry in diary_of(home)] == [second]
    assert run("diary", "undo", str(first), home=home).code == 2
    assert run("diary", "undo", "0", home=home).code == 2
    assert run("diary", "undo", home=home).code == 0
    assert run("diary", "undo", home=home).code == 2
    assert diary_of(home) == []


def test_numbers_are_never_given_twice(home: Path) -> None:
    first = logged(home, *SESSION)
    run("diary", "undo", home=home)
    assert logged(home, *SESSION) != first


def test_undo_after_init_takes_back_what_was_logged_and_not_the_interview(home: Path) -> None:
    started(home, "2026-11-02")
    number = logged(home, *SESSION)
    run("init", "--pain", "4", home=home)
    assert f"entry {number}," in run("diary", "undo", home=home).out


def test_undo_takes_back_a_pain_that_was_mistyped_and_no_session_before_it(home: Path) -> None:
    started(home)
    logged(home, *SESSION)
    run("today", "--pain", "9", home=home)
    assert week_of(home)["mode"] == "coping-only"
    assert "pain noted, pain 9" in run("diary", "undo", home=home).out
    assert [entry["kind"] for entry in diary_of(home)] == ["pain", "session"]
    assert week_of(home)["mode"] == "normal"


def test_undo_right_after_the_interview_leaves_its_answers_and_says_how_to_change_them(home: Path) -> None:
    started(home, functions=["put on my socks"])
    with opened(home) as store:
        number = store.diary.add(LogEntry(date(2026, 11, 23), "function", function="x", score=4, note=FROM_INTERVIEW))[
            0
        ]
    done = run("diary", "undo", home=home)
    assert done.code == 2
    assert "`backplan init --only pain`" in done.err
    assert "`backplan diary undo NUMBER`" in done.err
    assert run("diary", "undo", str(number), home=home).code == 0


def test_undo_says_what_an_entry_bore_on(home: Path) -> None:
    started(home, functions=["put on my socks"])
    week_of(home)
    for args, said, other in (
        (["--function", "1=4"], "`backplan progress` follows the scores", "days"),
        ([*SESSION], "The days ahead follow the diary", "gone by"),
        (["--flare"], "The days ahead follow the diary", "gone by"),
        ([*SESSION, "--on", "yesterday"], "Days gone by stay as they were shown", "progress"),
    ):
        logged(home, *args)
        out = run("diary", "undo", home=home).out
        assert said in out
        assert other not in out


def test_a_day_of_another_year_is_said_with_it_and_one_long_ago_is_questioned(home: Path) -> None:
    started(home)
    said = run("log", "--on", "2025-11-26", home=home).out
    assert "Wednesday 26 November 2025" in said
    assert "diary edit" in said
    number = str(diary_of(home)[0]["id"])
    assert "Friday 20 November:" in run("diary", "edit", number, "--on", "2026-11-20", home=home).out
    assert "long ago" not in run("log", "--on", "2026-11-21", home=home).out


def test_an_empty_note_takes_out_what_was_noted(home: Path) -> None:
    started(home)
    run("log", "--pain", "3", "--note", "a slip", home=home)
    number = str(diary_of(home)[-1]["id"])
    assert run("diary", "edit", number, "--note", "", home=home).code == 0
    assert diary_of(home)[-1]["note"] is None


def test_an_entry_moved_to_a_day_long_ago_is_questioned(home: Path) -> None:
    started(home)
    assert run("log", "--pain", "3", home=home).code == 0
    number = run("diary", "--json", home=home).json["entries"][-1]["id"]
    moved = run("diary", "edit", str(number), "--on", "1926-11-22", home=home)
    assert "1926" in moved.out
    assert "That is long ago; if another day is meant" in moved.out
    assert "long ago" not in run("diary", "edit", str(number), "--pain", "2", home=home).out


def test_what_log_can_say_of_a_session_can_be_mended(home: Path) -> None:
    started(home, today="2026-11-23")
    first, second, *_ = [item["exercise"] for block in _blocks(home) for item in block["items"]]
    number = str(logged(home, "--pain", "3", "--not", first))
    for said, left in ((["--not", *second.split("-")], [second]), (["--not", first, "--not", second], [first, second])):
        assert run("diary", "edit", number, *said, home=home, today="2026-11-23").code == 0
        assert diary_of(home)[-1]["not"] == left
    assert (
        run("diary", "edit", number, "--not", "none", "--load", f"{first}=8kg", home=home, today="2026-11-23").code == 0
    )
    assert (diary_of(home)[-1]["not"], diary_of(home)[-1]["loads"]) == ([], {first: "8 kg"})
    assert run("diary", "edit", number, "--load", "none", home=home, today="2026-11-23").code == 0
    assert diary_of(home)[-1]["loads"] is None


@pytest.mark.parametrize("said", [["--not", "road-running"], ["--done", "no", "--not", "FIRST"], ["some", "words"]])
def test_an_edit_that_says_what_cannot_be_is_refused_and_changes_nothing(said: list[str], home: Path) -> None:
    started(home, today="2026-11-23")
    first = _blocks(home)[0]["items"][0]["exercise"]
    number = str(logged(home, "--pain", "3"))
    before = diary_of(home)
    done = run("diary", "edit", number, *(word.replace("FIRST", first) for word in said), home=home, today="2026-11-23")
    assert (done.code, diary_of(home)) == (2, before)


def _blocks(home: Path) -> list[Any]:
    day = week_of(home, today="2026-11-23")["days"][0]
    return [block for session in day["sessions"] for block in session["blocks"]]


@pytest.mark.parametrize(
    ("logged", "flag", "said"),
    [
        (["pause", "--to", "2026-11-25"], ["--pain", "9"], "a pause until 2026-11-25) holds nothing for --pain; what "
         "can be changed of it: --why, --note, --on"),
        (["log", "--morning", "3"], ["--minutes", "20"], "--pain, --leg, --tired or --back, --why, --note, --on"),
        (["log", "--flare"], ["--done", "part"], "what can be changed of it: --pain, --leg, --why, --note, --on"),
    ],
)  # fmt: skip
def test_an_edit_that_does_not_fit_its_entry_says_what_does(
    logged: list[str], flag: list[str], said: str, home: Path
) -> None:
    started(home)
    assert run(*logged, home=home).code == 0
    number = run("diary", "--json", home=home).json["entries"][-1]["id"]
    done = run("diary", "edit", str(number), *flag, home=home)
    assert done.code == 2
    assert said in done.err


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        (["--pain", "8", "--peak", "2"], "the highest is 8 or more"),
        (["did it all, pain 5, worst 3"], "the highest is 5 or more"),
        (["--done", "no", "--peak", "6"], "--peak goes with a session that was done"),
        (["--done", "no", "--effort", "6", "--peak", "4"], "--peak and --effort go with a session that was done"),
        (["walk", "20", "minutes", "--pain", "5", "--peak", "2"], "the highest is 5 or more"),
    ],
)
def test_what_does_not_go_together_is_refused_by_log(told: list[str], wrong: str, home: Path) -> None:
    started(home)
    before = diary_of(home)
    done = run("log", *told, home=home)
    assert done.code == 2
    assert wrong in " ".join(done.err.split())
    assert diary_of(home) == before


def test_what_does_not_go_together_is_refused_by_edit_too(home: Path) -> None:
    started(home)
    run("log", "--pain", "3", "--peak", "4", "--effort", "5", home=home)
    number = str(diary_of(home)[-1]["id"])
    for told in (["--peak", "1", "--pain", "8"], ["--pain", "5"], ["--done", "no", "--peak", "6"]):
        assert run("diary", "edit", number, *told, home=home).code == 2
    assert run("diary", "edit", number, "--done", "no", home=home).code == 0
    entry = diary_of(home)[-1]
    assert (entry["done"], entry["pain"], entry["peak"], entry["effort"]) == ("no", 3, None, None)


@pytest.mark.parametrize("words", ["did it all, pain 5 before, 3 after", "pain 5 before, 3 after"])
def test_a_lower_pain_at_the_end_is_no_highest_and_is_kept_in_words(words: str, home: Path) -> None:
    started(home)
    assert run("log", words, home=home).code == 0
    entry = diary_of(home)[-1]
    assert (entry["kind"], entry["done"]) == ("session", "all")
    assert (entry["pain"], entry["peak"]) == (5, None)
    assert "3 after" in entry["note"]


def test_an_activity_that_was_not_done_says_so(home: Path) -> None:
    started(home)
    run("log", "swimming", "--minutes", "20", home=home)
    number = str(diary_of(home)[-1]["id"])
    assert "swimming, 20 min, not done" in run("diary", "edit", number, "--done", "no", home=home).out
    assert "swimming, 20 min, not done" in run("diary", "--plain", home=home).out
    assert "not done" not in run("diary", "edit", number, "--done", "all", home=home).out


def test_an_edit_makes_no_second_session_of_a_day(home: Path) -> None:
    started(home)
    run("log", "all done", "--on", "2026-11-22", home=home, today="2026-11-24")
    first = next(entry["id"] for entry in diary_of(home) if entry["date"] == "2026-11-22")
    run("log", "all done", "--on", "2026-11-24", home=home, today="2026-11-24")
    second = next(entry["id"] for entry in diary_of(home, "2026-11-24") if entry["date"] == "2026-11-24")
    refused = run("diary", "edit", str(second), "--on", "2026-11-22", home=home, today="2026-11-24")
    assert refused.code == 2
    assert f"entry {first} is a session of 2026-11-22 already" in " ".join(refused.err.split())
    assert run("diary", "edit", str(second), "--on", "2026-11-23", home=home, today="2026-11-24").code == 0
    assert (
        run("diary", "edit", str(second), "--done", "no", "--on", "2026-11-22", home=home, today="2026-11-24").code == 0
    )
    assert run("diary", "edit", str(second), "--done", "all", home=home, today="2026-11-24").code == 2


def test_an_edit_takes_no_more_minutes_than_log_does(home: Path) -> None:
    started(home)
    run("log", "walking", "--minutes", "30", home=home)
    edited, logged = (
        run(*command, "--minutes", "1440", home=home) for command in (("diary", "edit", "2"), ("log", "walking"))
    )
    assert edited.code == logged.code == 2
    assert edited.err == logged.err


@pytest.mark.parametrize("what", [["walking", "--minutes", "30"], ["--morning", "3"], ["--flare"], ["--done", "all"]])
def test_a_day_long_ago_is_questioned_whatever_was_noted_for_it(what: list[str], home: Path) -> None:
    started(home)
    out = run("log", *what, "--on", "1901-01-01", home=home).out
    assert out.count("That is long ago; if another day is meant: `backplan diary edit 2 --on DAY`") == 1


def test_what_went_with_a_session_that_is_let_go_is_told(home: Path) -> None:
    started(home)
    run("log", "--done", "all", "--peak", "4", "--effort", "5", home=home)
    out = run("diary", "edit", "2", "--done", "no", home=home).out
    assert "With that, the highest pain of 4 and the effort of 5 went too" in out
    assert "went too" not in run("diary", "edit", "2", "--done", "no", home=home).out


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("pain 5", {"pain": 5}), ("pain five", {"pain": 5}), ("worst 6, effort 4", {"peak": 6, "effort": 4}),
        ("half done", {"done": "part"}), ("did half, pain 2", {"done": "part", "pain": 2}),
        ("pain was 4 not 3", {"pain": 4}), ("it should be pain 2", {"pain": 2}), ("note: good", {"note": "good"}),
        ("because the phone rang", {"why": "the phone rang"}), ("no pain down the leg", {"leg": "none"}),
        ("no leg pain", {"leg": "none"}), ("the effort was 6", {"effort": 6}), ("effort should be 5", {"effort": 5}),
        ("skipped the walk", {"not": ["easy-walk"]}), ("not the walk", {"not": ["easy-walk"]}),
        ("did everything after all", {"done": "all"}), ("the worst was more like 6", {"peak": 6}),
    ],
)  # fmt: skip
def test_what_is_changed_may_be_said_in_words(words: str, held: dict[str, Any], tmp_path: Path) -> None:
    home = tmp_path / "home"
    started(home)
    run("log", "all done", home=home)
    number = str(diary_of(home)[-1]["id"])
    assert run("diary", "edit", number, *words.split(), home=home).code == 0
    assert {key: diary_of(home)[-1][key] for key in held} == held
    before = diary_of(home)
    for refused in ("a nice walk", "gardening 30 minutes"):
        done = run("diary", "edit", number, *refused.split(), home=home)
        assert (done.code, "--pain 3" in done.err, diary_of(home)) == (2, True, before)
    assert run("diary", "edit", number, "pain", "5", "--pain", "4", home=home).code == 2


@pytest.mark.parametrize("words", ["it was yesterday", "on 22 november", "on sunday, pain 4"])
def test_the_day_of_an_entry_may_be_said_in_words(words: str, home: Path) -> None:
    number = logged(home, *SESSION)
    assert run("diary", "edit", str(number), *words.split(), home=home).code == 0
    (changed,) = (each for each in diary_of(home) if each["id"] == number)
    assert (changed["date"], changed["pain"]) == ("2026-11-22", 4 if "4" in words else 3)


@pytest.mark.parametrize("words", ["leg calf", "pain down to the calf", "pain went down to the calf"])
def test_how_far_down_the_leg_may_be_said_in_words_and_is_heeded(words: str, home: Path) -> None:
    number = str(logged(home, *SESSION))
    done = run("diary", "edit", number, *words.split(), home=home)
    assert diary_of(home)[-1]["leg"] == "calf", done


def test_the_minutes_of_an_activity_may_be_said_in_words(home: Path) -> None:
    number = str(logged(home, "walking", "--minutes", "30"))
    assert run("diary", "edit", number, "it", "was", "20", "minutes", home=home).code == 0
    assert diary_of(home)[-1]["minutes"] == 20


def test_a_number_of_nobody_knows_what_names_the_command_that_says_it(home: Path) -> None:
    number = str(logged(home, *SESSION))
    done = run("diary", "edit", number, "it", "was", "4", home=home)
    assert (done.code, f"backplan diary edit {number} pain 3" in done.err) == (2, True)


def test_every_flag_of_an_edit_is_named_where_an_entry_cannot_take_it() -> None:
    """One that only stands among the options changes nothing: `edit` takes what FLAGS names."""
    named = {flag for flags in FLAGS.values() for flag in flags.split(" or ")}
    assert named == {*every_command.FLAGS["diary edit"]} - {"--on", "--never-so"}


# -- which entry ------------------------------------------------------------------------------------------------------

THE_FOURTH = (
    "4", "#4", "no. 4", "number 4", "entry 4", "the entry 4:", "four", "last", "the last", "the last one",
    "my last entry", "latest", "the most recent entry",
)  # fmt: skip


@pytest.mark.parametrize("named", THE_FOURTH)
def test_an_entry_is_named_as_people_name_it(named: str) -> None:
    expected = "last" if {"last", "latest", "recent"} & set(named.split()) else 4
    for rest in ("", "pain 5", "note felt good"):
        assert entry_meant(f"{named} {rest}") == EntryMeant(expected, rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["pain 5", "my walk was 25 min", "last walk 25 min", "last night pain 4", "25 minutes", "4 of 10", "", "oneself"],
)
def test_words_that_name_no_entry_are_none(text: str) -> None:
    assert entry_meant(text) == EntryMeant(None, text)


def test_the_last_entry_is_changed_and_taken_back_in_words(home: Path) -> None:
    started(home)
    run("log", "walking", "20 min", home=home)
    assert run("diary", "edit", "last", "25", "min", home=home).code == 0
    assert diary_of(home)[-1]["minutes"] == 25
    held = len(diary_of(home))
    assert run("diary", "undo", "the", "last", "one", home=home).code == 0
    assert len(diary_of(home)) == held - 1


@pytest.mark.parametrize(
    ("words", "like"),
    [
        (["edit", "pain", "5"], "edit {} pain 5"), (["edit", "the", "swim"], "edit {} --pain 3"),
        (["edit"], "edit {} --pain 3"), (["undo", "the", "swim"], "undo {}"),
    ],
)  # fmt: skip
def test_where_no_entry_is_named_the_last_ones_are(words: list[str], like: str, home: Path) -> None:
    started(home)
    run("log", "walking", "20 min", home=home)
    before = diary_of(home)
    done = run("diary", *words, home=home)
    assert done.code == 2
    number = before[-1]["id"]
    assert f"`backplan diary {like.format(number)}`" in done.err
    assert f"{number} is Monday 23 November, walking, 20 min" in done.err
    assert "None" not in done.err
    assert diary_of(home) == before


def test_words_behind_the_entry_to_take_back_are_no_change(home: Path) -> None:
    started(home)
    run("log", "walking", "20 min", home=home)
    before = diary_of(home)
    done = run("diary", "undo", "last", "pain", "4", home=home)
    assert done.code == 2
    assert "takes back a whole entry" in done.err
    assert diary_of(home) == before


@pytest.mark.parametrize(
    "words",
    [
        "the walk 25 min", "the walk was 25", "today's walk 25 min", "my walk was only 25 minutes", "walking 25",
        "the walk: it took 25 m", "the walk was 25 minutes not 20",
    ],
)  # fmt: skip
def test_an_entry_is_meant_by_what_it_is_of(words: str, home: Path) -> None:
    started(home)
    run("log", "walking", "20 min", home=home)
    run("log", "--morning", "3", home=home)
    assert run("diary", "edit", *words.split(), home=home).code == 0
    changed = next(entry for entry in diary_of(home) if entry["kind"] == "activity")
    assert changed["minutes"] == 25
    assert run("diary", "edit", "the", "morning", "5", home=home).code == 0
    assert next(entry for entry in diary_of(home) if entry["kind"] == "morning")["pain"] == 5
    assert run("diary", "undo", "the", "walk", home=home).code == 0
    assert [entry for entry in diary_of(home) if entry["kind"] == "activity"] == []


@pytest.mark.parametrize("words", ["yesterday's walk 25", "the swim 25", "the gym 25 min"])
def test_of_what_is_not_there_nothing_is_changed(words: str, home: Path) -> None:
    started(home)
    run("log", "walking", "20 min", home=home)
    before = diary_of(home)
    assert run("diary", "edit", *words.split(), home=home).code == 2
    assert diary_of(home) == before


def test_of_two_walks_of_a_day_both_are_named_and_of_two_days_the_last_is_meant(home: Path) -> None:
    started(home)
    run("log", "walking", "10 min", "--on", "yesterday", home=home)
    run("log", "walking", "20 min", home=home)
    assert "walking, 30 min" in run("diary", "edit", "the", "walk", "30", home=home).out
    run("log", "walking", "15 min", home=home)
    both = run("diary", "edit", "the", "walk", "40", home=home)
    assert both.code == 2
    assert "walking, 15 min" in both.err
    assert "walking, 30 min" in both.err
    assert "walking, 10 min" not in both.err

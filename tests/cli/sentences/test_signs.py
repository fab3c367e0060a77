"""Own words that may tell of a sign: asked about at a terminal, named with the flag elsewhere, never a stop alone."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from backplan.cli.at_once import IN_USE
from backplan.cli.log_command import SIGN_ALONE
from backplan.errors import StoreError
from backplan.render.emergency import LINE
from backplan.rules.heart import HEART
from backplan.rules.red_flags import RED_FLAGS
from backplan.store import held, schema
from backplan.store.records import Records
from tests.support.cli import diary_of, run, started, stopped_by, week_of
from tests.support.sitting import answer, ended, terminal


@pytest.mark.parametrize(
    ("note", "flag"),
    [
        ("cannot feel between my legs", "--saddle"),
        ("couldn't pass water", "--bladder"),
        ("leg has gone weak", "--weak"),
        ("my foot went numb", "--numb"),
        ("chest pain when walking", "--sign tight-chest"),
        ("I fell on the stairs", "--sign fragility"),
        ("fell off a ladder", "--sign accident"),
    ],
)
def test_a_note_names_the_flag_of_the_sign_it_may_tell_of_and_stops_nothing(note: str, flag: str, home: Path) -> None:
    started(home)
    done = run("log", "--pain", "3", "--note", note, home=home)
    assert (done.code, stopped_by(home)) == (0, None)
    assert f"`backplan log {flag}`" in done.out
    assert "Letting" not in done.out
    assert "Tomorrow" not in done.out, "nothing cheerful beside it"
    assert run(*f"log {flag}".split(), home=home).code == 4, "and the flag does stop"


def test_a_note_that_denies_it_is_answered_as_ever(home: Path) -> None:
    started(home)
    done = run("log", "--note", "no chest pain, leg not numb", home=home)
    assert "own words" not in done.out
    assert "you wrote" not in run("week", home=home).out


def test_why_the_document_and_an_edited_note_tell_it_too(home: Path) -> None:
    started(home)
    assert "--sign tight-chest" in run("log", "--done", "no", "--why", "chest pain", home=home).out
    told = run("log", "--json", "--note", "numb between the legs", home=home).json
    assert any("--saddle" in notice for notice in told["notices"])
    number = str(told["entries"][0]["id"])
    assert "--weak" in run("diary", "edit", number, "--note", "leg gave way", "--never-so", home=home).out
    assert "--weak" not in run("diary", "edit", number, "--pain", "3", home=home).out


def test_words_in_place_of_an_activity_are_kept_as_words_and_no_minutes_are_asked_for(home: Path) -> None:
    started(home)
    done = run("log", "numb", "between", "my", "legs", home=home)
    assert (done.code, "--saddle" in done.out) == (0, True)
    assert [(entry["kind"], entry["note"]) for entry in diary_of(home)][-1] == ("pain", "numb between my legs")
    assert run("log", "leg press 20 minutes", home=home).code == 0
    assert diary_of(home)[-1]["kind"] == "activity"


def test_under_another_stop_and_before_any_interview_it_is_said_all_the_same(home: Path) -> None:
    assert "--saddle" in run("log", "--note", "numb between the legs", home=home).out
    started(home)
    run("log", "--numb", home=home)
    assert "--saddle" in run("log", "--note", "saddle area numb", home=home).out


def test_a_terminal_asks_in_the_words_of_the_interview_and_a_yes_stops(home: Path) -> None:
    started(home)
    child = terminal("log", "--pain", "3", "--note", "chest pain when walking", home=home)
    answer(child, ("Chest pain together with the back pain", "n"), ("when you exert yourself", "y"))
    assert "Tomorrow" not in child.screen.getvalue()
    assert ended(child)[0] == 4
    assert stopped_by(home) == "heart-signs"


def test_a_no_at_the_terminal_stops_nothing(home: Path) -> None:
    started(home)
    child = terminal("log", "--pain", "3", "--note", "leg has gone weak", home=home)
    answer(child, ("Leg weakness", "n"))
    code, told = ended(child)
    assert (code, "none of it is new" in told) == (0, True)
    assert stopped_by(home) is None


@pytest.mark.parametrize(("sign", "rule"), [("chest-pain", "emergency-flags"), ("tight-chest", "heart-signs")])
def test_any_sign_can_be_noted_by_its_id_and_lifts_as_in_the_interview(sign: str, rule: str, home: Path) -> None:
    started(home)
    assert run("log", "--sign", sign, home=home).code == 4
    assert stopped_by(home) == rule
    run("init", "--red-flags", "none", "--heart", "none", home=home, today="2026-11-24")
    assert stopped_by(home, today="2026-11-24") == rule, "gone is not looked at"
    cleared = ("--clearance-by", "doctor", "--clearance-on", "2026-11-25", "--knows", sign)
    assert run("init", *cleared, home=home, today="2026-11-25").code == 0
    assert stopped_by(home, today="2026-11-25") is None


def test_no_sign_of_that_name_and_a_disease_are_refused(home: Path) -> None:
    started(home)
    for wrong in ("chest-pan", "diabetes"):
        done = run("log", "--sign", wrong, home=home)
        assert (done.code, f"--sign {wrong}: no such sign" in done.err) == (2, True)
    assert [entry["kind"] for entry in diary_of(home)] == ["pain"], "nothing was noted"


@pytest.mark.parametrize(
    ("changes", "note", "told"),
    [
        ({"pregnancy": {"weeks": 24, "on": "2026-11-23"}}, "waters leaking", True),
        ({"pregnancy": {"weeks": 24, "on": "2026-11-23"}}, "a headache all day", True),
        ({"pregnancy": {"weeks": 24, "on": "2026-11-23"}}, "no bleeding, all well", False),
        ({"birth": {"on": "2026-09-01", "kind": "vaginal"}}, "bleeding again", True),
        ({"birth": {"on": "2026-08-31", "kind": "vaginal"}}, "bleeding again", False),
        ({}, "bleeding again", False),
    ],
)
def test_in_pregnancy_and_twelve_weeks_after_a_birth_the_midwife_is_named(
    changes: dict[str, Any], note: str, told: bool, home: Path
) -> None:
    cleared = {"by": "midwife", "on": "2026-11-23", "knows": []}
    started(home, **changes, clearance=cleared)
    done = run("log", "--note", note, home=home)
    assert ("call your midwife or doctor at once" in done.out) == told


def test_a_sign_is_not_answered_with_a_swap(home: Path) -> None:
    started(home)
    week_of(home)
    assert "swap" in run("log", "--note", "sit to stand hurt my chest muscles", home=home).out
    assert "swap" not in run("log", "--note", "sit to stand hurt, chest pain", home=home, today="2026-11-24").out


def test_the_reason_of_a_pause_and_of_a_swap_is_read_too(home: Path) -> None:
    started(home)
    week_of(home)
    assert "--numb" in run("swap", "sit-to-stand", "--why", "my foot goes numb", home=home).out
    assert "--sign tight-chest" in run("pause", "5 days", "--why", "chest pain", home=home).out
    assert "own words" not in run("swap", "sit-to-stand", "--back", home=home).out


def test_a_reason_is_read_with_what_is_known_of_the_person(home: Path) -> None:
    known = {"by": "doctor", "on": "2026-11-22", "knows": ["one-leg-numbness"]}
    started(home, red_flags=["one-leg-numbness"], clearance=known)
    week_of(home)
    assert "own words" not in run("swap", "sit-to-stand", "--why", "my foot goes numb", home=home).out
    assert "own words" not in run("pause", "2 days", "--why", "my foot is numb", home=home).out


def test_in_pregnancy_the_reason_of_a_pause_and_a_note_mended_name_the_midwife(home: Path) -> None:
    cleared = {"by": "midwife", "on": "2026-11-23", "knows": []}
    started(home, pregnancy={"weeks": 24, "on": "2026-11-23"}, clearance=cleared)
    call = "call your midwife or doctor at once"
    assert call in run("pause", "2 days", "--why", "bleeding", home=home).out
    number = str(run("log", "--pain", "3", "--json", home=home).json["entries"][0]["id"])
    assert call in run("diary", "edit", number, "--note", "waters leaking", home=home).out


@pytest.mark.parametrize(("answers", "stopped"), [("nnnn", False), ("nnny", True)])
def test_what_cannot_wait_is_said_once_when_signs_are_asked_about(answers: str, stopped: bool, home: Path) -> None:
    started(home, pain={"now": 3, "usual": 3, "controlled": True, "since": "2025-10-01", "leg": "none"})
    child = terminal("log", "--pain", "3", "--leg", "buttock", home=home)
    answer(child, *(("(y/n)", said) for said in answers))
    code, _ = ended(child)
    said = " ".join(child.screen.getvalue().split())
    assert (code != 0) is stopped
    assert said.count("Stop and get help at once") == (0 if stopped else 1)


@pytest.fixture(params=["IMMEDIATE", "EXCLUSIVE"])
def in_use(request: pytest.FixtureRequest, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A person whose data another process holds, which is waited for only a moment here."""
    started(home)
    monkeypatch.setattr(schema, "BUSY_MS", 20)
    monkeypatch.setattr(held, "MOMENT", 0.01)
    other = sqlite3.connect(home / "backplan.db", isolation_level=None)
    other.execute(f"BEGIN {request.param}")
    yield home
    other.close()


@pytest.mark.parametrize(
    ("told", "says"),
    [("log --saddle", "emergency number"), ("log --sign tight-chest", "emergency number"), ("log --numb", "clinician"),
     ("log --note numb-between-my-legs", LINE), ("init --red-flags saddle-numbness", LINE),
     ("init --changed numbness", LINE), ("log --leg foot", "at once"), ("diary edit 1 --leg foot", "at once"),
     ("diary edit 1 --note numb-between-my-legs", LINE), ("pause --to 2026-12-30 --why numb-between-my-legs", LINE)],
)  # fmt: skip
def test_whom_to_call_is_said_before_the_data_is_waited_for(told: str, says: str, in_use: Path) -> None:
    done = run(*told.split(), home=in_use)
    first, waiting, *rest = done.err.splitlines()
    assert says in first
    assert waiting == IN_USE
    assert rest, "and what became of it"
    assert done.code in (4, 5)
    assert done.code == 4 or LINE in done.err


def test_nothing_is_said_before_where_nothing_cannot_wait(in_use: Path) -> None:
    done = run("log", "--pain", "3", "--note", "slept well", home=in_use)
    assert done.code == 5
    assert IN_USE not in done.err


@pytest.mark.parametrize(
    ("told", "code", "says"),
    [
        ("diary edit 1 --leg foot", 4, "could not be recorded"),
        ("diary edit 1 --note numb-between-my-legs", 5, LINE),
        ("diary edit 1 --note fine", 5, ""),
        ("pause --to 2026-12-30 --why numb-between-my-legs", 5, LINE),
        ("swap {} --why numb-between-my-legs", 5, LINE),
    ],
)
def test_whom_to_call_is_said_where_the_disk_takes_nothing(
    told: str, code: int, says: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(home)
    exercise = next(iter(week_of(home)["programme"].values()))
    assert run("log", "--pain", "3", home=home).code == 0
    monkeypatch.setattr(Records, "transaction", full)
    done = run(*told.format(exercise).split(), home=home)
    assert done.code == code
    assert says in done.err
    assert (LINE in done.err) == (says == LINE)


def full(_: Records) -> NoReturn:
    raise StoreError("the disk is full")


@pytest.mark.parametrize("sign", [rule.id for rule in RED_FLAGS] + [rule.id for rule in HEART if rule.kind == "sign"])
def test_every_sign_stops_whom_nobody_can_look_up(sign: str, home: Path) -> None:
    started(home)
    (home / "backplan.db").write_bytes((home / "backplan.db").read_bytes()[:3000])
    done = run("log", "--sign", sign, home=home)
    assert done.code == 4
    assert "could not be recorded" in done.err
    assert "safety questions" not in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("I had a heart attack last week", "init --only heart"),
        ("was in hospital on Tuesday", "init --only changed"),
        ("had my back operated on last Friday", "init --only surgery"),
        ("gave birth on Saturday", "init --only birth"),
        ("my waters broke today", "call your midwife"),
        ("I am pregnant, found out this morning", "init --only pregnancy"),
        ("doctor says I have osteoporosis", "init --only conditions"),
        ("pain shooting down to my foot, new", "--leg foot"),
        ("they found a tumour", "--sign cancer-history"),
    ],
)
def test_a_change_of_health_in_words_names_what_records_it_and_nothing_cheerful_stands_beside(
    words: str, said: str, home: Path
) -> None:
    started(home)
    for typed in (("--pain", "3", "--note", words), ("--done", "no", "--why", words), tuple(words.split())):
        done = run("log", "--again", *typed, home=home)
        assert (done.code, said in done.out) == (0, True), done
        assert "Letting" not in done.out
        assert "Tomorrow" not in done.out
        assert LINE in done.out


def test_words_of_an_activity_with_minutes_are_read_for_signs(home: Path) -> None:
    started(home)
    for words, flag in (("numb leg after gardening", "--numb"), ("fell off a ladder", "--sign accident")):
        done = run("log", *words.split(), "--minutes", "20", home=home)
        assert (done.code, f"`backplan log {flag}`" in done.out) == (0, True)
        assert "counts" not in done.out
        assert diary_of(home)[-1]["minutes"] == 20


@pytest.mark.parametrize(
    "typed",
    [
        ("--numb", "--pain", "eleven"),
        ("--pain", "3", "--numb", "--done", "maybe"),
        ("--numb", "--on", "tomorrow"),
        ("--numb", "--sign", "chest-pan"),
        ("--numb", "--minutes", "20"),
    ],
)
def test_a_sign_is_recorded_by_itself_where_the_rest_of_the_command_is_refused(
    typed: tuple[str, ...], home: Path
) -> None:
    started(home)
    before = len(diary_of(home))
    done = run("log", *typed, home=home)
    assert (done.code, SIGN_ALONE in done.err) == (4, True), done
    assert stopped_by(home) is not None
    assert [entry["kind"] for entry in diary_of(home)][before:] == ["signs"]


def test_words_that_may_tell_of_a_sign_are_kept_and_answered_where_the_rest_is_refused(home: Path) -> None:
    started(home)
    run("log", "--pain", "3", home=home)
    for typed in (
        ("--done", "no", "--why", "chest pain since this morning"),
        ("--note", "numb between the legs", "--on", "tomorrow"),
        ("numb leg", "--pain", "eleven"),
        ("--note", f"{'x ' * 300}. chest pain"),
    ):
        done = run("log", *typed, home=home)
        assert (done.code, SIGN_ALONE in done.err, "if that is so" in done.out) == (2, True, True), done
        assert LINE in done.out
        assert diary_of(home)[-1]["kind"] == "pain"


def test_pain_further_down_the_leg_is_recorded_where_the_rest_is_refused(home: Path) -> None:
    started(home)
    run("log", "--leg", "foot", "--pain", "eleven", home=home)
    assert diary_of(home)[-1]["leg"] == "foot"


def test_a_refusal_without_any_sign_records_nothing(home: Path) -> None:
    started(home)
    before = diary_of(home)
    done = run("log", "--pain", "eleven", "--note", "fine", home=home)
    assert (done.code, SIGN_ALONE in done.err, diary_of(home) == before) == (2, False, True)


def test_a_question_that_own_words_raised_stands_until_it_is_answered(home: Path) -> None:
    started(home)
    number = run("log", "--json", "--note", "I wet myself on the way home", home=home).json["entries"][0]["id"]
    asked = "you wrote “I wet myself on the way home”"
    for command, code in ((("week",), 0), (("today",), 4), ((), 4), (("start",), 4)):
        done = run(*command, home=home)
        shown = " ".join((done.out + done.err).split())
        assert (asked in shown, done.code) == (True, code), command
        assert "`backplan log --bladder`" in shown
    assert asked in " ".join(run("week", home=home, today="2026-11-25").out.split())
    assert run("init", "--red-flags", "none", home=home).code == 0
    assert asked not in " ".join(run("week", home=home).out.split()), "answered on the same day"
    run("diary", "undo", home=home)
    assert asked in " ".join(run("week", home=home).out.split())
    run("diary", "edit", str(number), "--note", "walked home", "--never-so", home=home)
    assert "you wrote" not in run("week", home=home).out


def test_while_a_question_is_open_nothing_is_given_for_today_alone(home: Path) -> None:
    started(home)
    before = week_of(home)["days"]
    run("log", "my foot is dropping since yesterday", home=home)
    today, *later = week_of(home)["days"]
    assert (today["sessions"], today["coping"], today["pause"]) == ([], None, "a question first")
    assert later == before[1:]
    assert "held back until it is answered" in run("week", "--plain", home=home).out
    assert run("today", "--json", home=home).json["stop"]["rule"] == "sign-asked"
    assert run("init", "--red-flags", "none", home=home).code == 0
    assert week_of(home)["days"] == before, "as it was, once it is answered"


def test_what_was_done_before_the_question_stays_in_the_week(home: Path) -> None:
    started(home)
    planned = week_of(home)["days"][0]["sessions"]
    run("log", "--done", "all", "--note", "my foot is dropping", home=home)
    assert week_of(home)["days"][0]["sessions"] == planned


def test_start_asks_the_open_question_first_and_no_lets_it_begin(home: Path) -> None:
    started(home)
    run("log", "my foot is dropping since yesterday", home=home)
    child = terminal("start", "--plain", "--pain", "3", home=home)
    child.expect_exact("you wrote “my foot is dropping since yesterday”")
    child.expect_exact("a foot that has begun to drop")
    assert "exercise 1 of" not in child.before
    child.sendline("n")
    child.expect_exact("none of it is new")
    child.expect_exact("exercise 1 of")
    child.sendline("q")
    ended(child)
    assert run("today", home=home).code == 0


def test_start_with_a_yes_to_the_open_question_begins_nothing(home: Path) -> None:
    started(home)
    run("log", "my foot is dropping since yesterday", home=home)
    child = terminal("start", "--plain", home=home)
    answer(child, ("a foot that has begun to drop", "y"))
    code, printed = ended(child)
    assert (code, "exercise 1 of" in printed, stopped_by(home)) == (4, False, "emergency-flags")


def test_a_no_is_asked_of_all_that_waits_as_it_answers_all(home: Path) -> None:
    started(home)
    run("log", "--note", "fever since yesterday", home=home)
    child = terminal("log", "--pain", "3", "--note", "leg has gone weak", home=home)
    answer(child, ("Leg weakness", "n"), ("ever", "y"))
    assert ended(child)[0] == 4


def test_a_question_that_the_words_of_an_activity_raised_stands_too(home: Path) -> None:
    started(home)
    for _ in range(2):
        run("log", "numb", "leg", "after", "gardening", "--minutes", "20", "--again", home=home)
    shown = " ".join(run("week", home=home).out.split())
    assert shown.count("you wrote “numb leg after gardening”") == 1


def test_a_sign_that_is_reported_answers_its_question_and_no_other(home: Path) -> None:
    started(home)
    run("log", "--note", "fever since yesterday. my foot is numb", home=home)
    run("log", "--numb", home=home)
    cleared = ("--clearance-by", "doctor", "--clearance-on", "2026-11-23", "--knows", "one-leg-numbness")
    run("init", *cleared, home=home)
    shown = " ".join(run("week", home=home).out.split())
    assert "`backplan log --sign fever`" in shown
    assert "`backplan log --numb`" not in shown


def test_a_no_at_the_terminal_answers_the_question(home: Path) -> None:
    started(home)
    child = terminal("log", "--pain", "3", "--note", "leg has gone weak", home=home)
    answer(child, ("Leg weakness", "n"))
    assert ended(child)[0] == 0
    assert "you wrote" not in run("week", home=home).out
    assert "none of them new" in run("diary", home=home).out


@pytest.mark.parametrize("typed", [("--numb", "--pian", "3"), ("--numb", "--pain"), ("--numb", "--nonsense")])
def test_where_not_even_the_flags_are_understood_it_is_said_that_the_sign_is_not_recorded(
    typed: tuple[str, ...], home: Path
) -> None:
    started(home)
    done = run("log", *typed, home=home)
    assert (done.code, done.err.startswith("NOT recorded yet: `backplan log --numb`")) == (2, True), done
    assert LINE in done.err
    assert "recorded" not in run("log", "--pian", "3", home=home).err


@pytest.mark.parametrize(
    ("words", "asked", "answer", "another"),
    [
        ("had my back operated on last Friday", "init --only surgery", "--surgery none", "--changed none"),
        ("gave birth on Saturday", "init --only birth", "--birth none", "--changed none"),
        ("was in hospital on Tuesday", "init --only changed", "--changed none", "--red-flags none"),
        ("I had a heart attack last week", "init --only heart", "--heart none", "--red-flags none"),
        ("I am pregnant, found out today", "init --only pregnancy", "--pregnant-weeks 0", "--conditions none"),
        ("doctor says I have osteoporosis", "init --only conditions", "--conditions none", "--pain 3"),
        ("pain shooting down to my foot, new", "--leg foot", "--leg none", "--pain 3"),
    ],
)
def test_a_change_of_health_or_a_leg_in_words_is_asked_about_until_its_own_question_is_answered(
    words: str, asked: str, answer: str, another: str, home: Path
) -> None:
    started(home)
    run("log", "--pain", "3", "--note", words, home=home)
    for command in (("week",), ("today",), ()):
        done = run(*command, home=home)
        shown = " ".join(f"{done.out} {done.err}".split())  # a change of health holds today back
        assert f"you wrote “{words}”" in shown, command
        assert asked in shown, command
    assert run("init", *another.split(), home=home).code == 0
    assert asked in " ".join(run("week", home=home, today="2026-11-25").out.split()), "what answered something else"
    done = run("init", *answer.split(), home=home)
    assert done.code == 0, done
    assert "you wrote" not in run("week", home=home).out
    assert "you wrote" not in run("week", home=home, today="2026-11-25").out
    exported = home / "all.json"
    assert run("export", "data", "--out", str(exported), home=home).code == 0
    assert run("diary", "undo", home=home).code == 0
    assert "you wrote" in run("week", home=home).out, "the answer taken back"
    assert run("import", "data", str(exported), "--replace", home=home).code == 0
    assert "you wrote" not in run("week", home=home).out


def test_a_leg_in_words_is_answered_in_the_diary_too_and_whole_answers_answer_all_of_it(home: Path) -> None:
    started(home)
    run("log", "--note", "pain shooting down to my foot and I gave birth", home=home)
    run("log", "pain", "3", "--leg", "none", home=home)
    shown = " ".join(run("week", home=home).out.split())
    assert ("--leg foot" in shown, "--only birth" in shown) == (False, True)
    run("log", "--note", "in hospital on Monday", home=home)
    started(home)
    assert "you wrote" not in run("week", home=home).out
    assert "whether there is anything new of a birth" in " ".join(run("diary", home=home).out.split())


def test_a_change_told_in_the_interview_answers_its_question_too(home: Path) -> None:
    started(home)
    run("log", "--note", "was in hospital on Sunday", home=home, today="2026-11-23")
    assert run("init", "--changed", "hospital", "--changed-on", "2026-11-23", home=home, today="2026-11-24").code == 4
    cleared = ("--clearance-by", "doctor", "--clearance-on", "2026-11-25")
    assert run("init", *cleared, home=home, today="2026-11-25").code == 0
    assert "you wrote" not in run("week", home=home, today="2026-11-25").out


@pytest.mark.parametrize(
    ("words", "pain"), [("all done pain 3 leg foot", 3), ("morning 4, leg foot", 4), ("pain 3, calf", 3)]
)
def test_a_leg_without_its_dashes_is_asked_about_and_no_number_beside_it_is_lost(
    words: str, pain: int, home: Path
) -> None:
    started(home)
    told = run("log", *words.split(), home=home)
    assert "pain further down your leg" in " ".join((told.out + told.err).split())
    assert diary_of(home)[-1]["pain"] == pain


def test_a_number_of_the_flag_stands_beside_words_of_the_leg(home: Path) -> None:
    started(home)
    run("log", "all", "done", "leg", "foot", "--pain", "2", home=home)
    assert (diary_of(home)[-1]["done"], diary_of(home)[-1]["pain"]) == ("all", 2)

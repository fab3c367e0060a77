"""A sign that was pressed by mistake is taken back at once, said twice; nothing else is lifted with it."""

from pathlib import Path

import pytest

from backplan.cli.by_mistake import _sign_of
from backplan.rules.heart import HEART
from backplan.rules.red_flags import RED_FLAGS
from tests.support.cli import answers, diary_of, run, started, stopped_by
from tests.support.sitting import answer, ended, terminal
from tests.support.windows import watch

DAY = "2026-11-23"
SADDLE = ("init", "--by-mistake", "saddle-numbness")


def take_back(home: Path, sign: str, today: str = DAY) -> int:
    return run("init", "--by-mistake", sign, "--never-so", home=home, today=today).code


def on_record(home: Path) -> str:
    return run("init", "--show", home=home).out


@pytest.mark.parametrize("sign", ["saddle-numbness", "tight-chest", "weight-loss", "one-leg-numbness"])
def test_a_sign_is_taken_back_with_its_stop_and_its_entry(sign: str, home: Path) -> None:
    started(home)
    assert run("log", "--sign", sign, home=home).code == 4
    assert take_back(home, sign) == 0
    assert stopped_by(home) is None
    assert all(entry["kind"] != "signs" for entry in diary_of(home))


def test_no_other_sign_is_lifted(home: Path) -> None:
    started(home)
    run("log", "--saddle", "--bladder", home=home)
    assert take_back(home, "saddle-numbness") == 4
    assert stopped_by(home) == "emergency-flags"
    assert [entry["signs"] for entry in diary_of(home) if entry["kind"] == "signs"] == [["bladder-bowel"]]


def test_what_a_clinician_knew_of_is_known_again_and_still_on_record(home: Path) -> None:
    clearance = {"by": "doctor", "on": "2026-11-02", "knows": ["one-leg-numbness"]}
    started(home, today="2026-11-09", red_flags=["one-leg-numbness"], clearance=clearance)
    assert run("log", "--numb", home=home).code == 4
    assert take_back(home, "one-leg-numbness") == 0
    assert "one-leg-numbness" in run("init", "--show", home=home).out
    assert stopped_by(home) is None


def test_it_is_said_twice_and_nobody_is_asked_in_a_pipe(home: Path) -> None:
    started(home)
    run("init", "--red-flags", "saddle-numbness", home=home)
    alone = run(*SADDLE, home=home)
    assert (alone.code, "--never-so" in alone.err, "inner thighs" in alone.err) == (2, True, True)
    assert stopped_by(home) == "emergency-flags"


@pytest.mark.parametrize(("pairs", "holds"), [([("mistake", "")], True), ([("mistake", "mistake"), ("now", "y")], True),
                                              ([("mistake", "mistake"), ("now", "n")], False),
                                              ([("mistake", "yes it was a mistake"), ("now", "n")], False),
                                              ([("mistake", "never was"), ("now", "no")], False),
                                              ([("mistake", "yes"), ("mistake", "no it was no mistake")], True),
                                              ([("mistake", "not a mistake")], True)])  # fmt: skip
def test_at_a_terminal_both_answers_are_needed(pairs: list[tuple[str, str]], holds: bool, home: Path) -> None:
    started(home)
    run("log", "--saddle", home=home)
    child = terminal(*SADDLE, home=home)
    answer(child, *pairs)
    assert ended(child)[0] == 0
    assert (stopped_by(home) is not None) is holds


def test_after_the_next_day_it_may_only_be_forgotten(home: Path) -> None:
    started(home)
    run("log", "--saddle", home=home)
    assert take_back(home, "saddle-numbness", "2026-11-25") == 2
    assert take_back(home, "saddle-numbness", "2026-11-24") == 0


@pytest.mark.parametrize("words", [("sexual", "function"), ("Sexual function",), ("sexual_function",)])
def test_a_sign_is_named_without_a_hyphen_too(words: tuple[str, ...], home: Path) -> None:
    started(home)
    run("init", "--red-flags", "sexual-function", home=home)
    assert run("init", "--by-mistake", *words, "--never-so", home=home).code == 0
    assert stopped_by(home) is None


@pytest.mark.parametrize("sign", [*(rule.id for rule in RED_FLAGS), *(rule.id for rule in HEART)])
def test_an_id_is_never_taken_for_another(sign: str) -> None:
    assert _sign_of(sign) == sign


def test_night_pain_is_taken_back_by_its_id(home: Path) -> None:
    started(home)
    run("log", "--sign", "night-pain", home=home)
    assert take_back(home, "night-pain") == 0
    assert stopped_by(home) is None


def test_answered_no_it_holds_and_the_way_back_is_named(home: Path) -> None:
    started(home)
    assert "--by-mistake" not in run("init", "--red-flags", "saddle-numbness", home=home).out
    said = run("init", "--red-flags", "none", home=home)
    assert (said.code, "init --by-mistake saddle-numbness" in said.out) == (4, True)
    assert take_back(home, "saddle-numbness") == 0


def test_who_is_not_asked_to_the_end_yet_goes_on_with_the_questions(home: Path) -> None:
    run("log", "--saddle", home=home)
    assert take_back(home, "saddle-numbness") == 4
    assert stopped_by(home) == "not-screened"
    said = run("week", home=home).err
    assert ("run `backplan init`" in said, "see a doctor" in said) == (True, False)
    child = terminal("init", home=home)
    child.expect_exact("year of birth")
    assert "stopped" not in child.before
    assert "see a doctor" not in child.before


def test_what_another_window_reports_meanwhile_stands(home: Path) -> None:
    started(home)
    run("log", "--saddle", home=home)
    between: list[int] = []

    def step(what: str) -> None:
        if not between and what == "BEGIN IMMEDIATE":
            between.append(0)
            run("log", "--saddle", home=home)

    with pytest.MonkeyPatch.context() as patch:
        watch(patch, step)
        assert take_back(home, "saddle-numbness") == 2
    assert stopped_by(home) == "emergency-flags"


@pytest.mark.parametrize("args", [("--by-mistake", "fever"), ("--by-mistake", ""), ("--never-so",),
                                  ("--by-mistake", "fever", "--pain", "3")])  # fmt: skip
def test_what_was_not_reported_or_says_more_is_refused(args: tuple[str, ...], home: Path) -> None:
    started(home)
    assert run("init", *args, home=home).code == 2


def test_a_change_of_health_is_taken_back_alone_and_nothing_else_takes_it_back(home: Path) -> None:
    started(home)
    assert run("init", "--changed", "fall", "--changed-on", "2026-10-01", home=home).code == 0
    assert run("init", "--changed", "numbness", home=home).code == 4
    said = run("init", "--changed", "none", home=home)
    assert (said.code, "init --by-mistake numbness" in said.out) == (4, True)
    assert run("init", "--by-mistake", "fall", "--never-so", home=home).code == 2
    assert take_back(home, "numbness", "2026-11-25") == 2
    assert take_back(home, "numbness", "2026-11-24") == 0
    assert stopped_by(home) is None
    assert "what: fall" in run("init", "--show", home=home).out


def test_a_change_of_health_is_lifted_by_a_clearance_since_then(home: Path) -> None:
    started(home)
    run("init", "--changed", "hospital", home=home)
    assert run("init", "--changed", "none", home=home, today="2026-11-30").code == 4
    assert run("init", "--clearance-by", "doctor", "--clearance-on", "2026-11-22", home=home).code == 4
    assert run("init", "--clearance-on", "2026-11-25", home=home, today="2026-11-30").code == 0
    assert run("init", "--changed", "none", home=home, today="2026-11-30").code == 0
    assert "changed: null" in run("init", "--show", home=home).out


def test_at_a_terminal_none_of_these_lifts_no_change_of_health(home: Path) -> None:
    started(home)
    run("init", "--changed", "numbness", home=home)
    child = terminal("init", "--only", "changed", home=home)
    answer(child, ("happened", "none"))
    assert ended(child)[0] == 4
    assert stopped_by(home) == "clearance-ended"


# -- an operation, and a birth ---------------------------------------------------------------------------------------

OPERATED = ("--surgery", "fusion", "--surgery-on", "2026-11-20")
BORN = ("--birth", "caesarean", "--birth-on", "2026-11-20")
HAD = pytest.mark.parametrize(
    ("told", "name", "otherwise"),
    [
        (OPERATED, "operation", ("--surgery", "none")),
        (OPERATED, "surgery", ("--surgery-on", "2016-11-20")),
        ((*OPERATED[:3], "2026-10-20"), "operation", ("--surgery", "none")),  # before the clearance, and not released
        (BORN, "birth", ("--birth", "none")),
        (BORN, "birth", ("--birth-on", "2026-10-01")),
    ],
)


@HAD
def test_an_operation_or_a_birth_is_taken_back_as_a_sign_is(
    told: tuple[str, ...], name: str, otherwise: tuple[str, ...], home: Path
) -> None:
    started(home)
    before = on_record(home)
    assert run("init", *told, home=home).code == 4
    said = run("init", *otherwise, home=home)
    assert (said.code, "init --by-mistake" in said.out) == (4, True)
    assert "init --by-mistake" in run("week", home=home).err
    assert take_back(home, name, "2026-11-24") == 0
    assert on_record(home) == before


@HAD
def test_later_an_operation_or_a_birth_stands_until_a_clinician_has_agreed_since(
    told: tuple[str, ...], name: str, otherwise: tuple[str, ...], home: Path
) -> None:
    started(home)
    run("init", *told, home=home)
    late = "2026-12-20"
    assert take_back(home, name, late) == 2
    for words in (otherwise, ("--clearance-by", "none", *otherwise), ("--clearance-by", "doctor", "--clearance-on",
                                                                       "2026-11-02")):  # fmt: skip
        said = run("init", *words, home=home, today=late)
        assert (said.code, stopped_by(home, late) is None) == (4, False)
    agreed = ("--clearance-by", "doctor", "--clearance-on", late)
    released = () if name == "birth" else ("--released", late)
    assert run("init", *agreed, *released, home=home, today=late).code == 0
    assert run("init", *otherwise, home=home, today=late).code == 0


def test_a_birth_that_was_none_ended_no_pregnancy(home: Path) -> None:
    pregnant = {"weeks": 20, "on": "2026-11-20"}
    started(home, pregnancy=pregnant)
    before = on_record(home)
    run("init", *BORN, home=home)
    unborn = run("init", "--birth", "none", "--pregnant-weeks", "20", home=home)
    assert (unborn.code, "stands until a clinician" in unborn.err) == (2, True)
    assert take_back(home, "birth") == 0
    assert on_record(home) == before


# -- the leg, as the interview was told of it -----------------------------------------------------------------------


def with_a_leg(home: Path, *args: str, said: str = "foot") -> None:
    """Somebody with pain to the buttock, of whom the interview is told that it goes further down."""
    started(home, today="2026-11-09", pain={**answers()["pain"], "leg": "buttock"})
    run("init", "--leg", said, *args, home=home)


@pytest.mark.parametrize("args", [(), ("--pain", "4", "--usual", "4")])
def test_a_leg_told_by_mistake_is_taken_back_with_its_stop_and_nothing_else(args: tuple[str, ...], home: Path) -> None:
    with_a_leg(home, *args)
    assert stopped_by(home) == "leg-further-down"
    assert run("init", "--leg", "buttock", home=home).code == 4  # said otherwise, it was so all the same
    before = on_record(home)
    assert take_back(home, "leg") == 0
    assert stopped_by(home) is None
    assert on_record(home) == before
    assert run("log", "--leg", "foot", home=home).code == 4  # what is told later counts as it did


def test_the_leg_stands_again_where_the_last_word_had_it(home: Path) -> None:
    with_a_leg(home, said="buttock")
    run("log", "--leg", "thigh", home=home, today="2026-11-20")
    run("init", "--leg", "foot", "--pain", "4", home=home)
    assert take_back(home, "leg") == 0
    told = run("progress", "--json", home=home).json["leg"]["further"]
    assert [word["leg"] for word in told] == ["thigh"]
    assert stopped_by(home) is None


def test_a_leg_is_believed_on_the_day_and_the_next_alone(home: Path) -> None:
    with_a_leg(home)
    assert take_back(home, "leg", "2026-11-25") == 2
    assert take_back(home, "leg", "2026-11-24") == 0


def test_a_leg_of_the_diary_has_another_way(home: Path) -> None:
    started(home, pain={**answers()["pain"], "leg": "none"})
    run("log", "--leg", "foot", home=home)
    found = run("init", "--by-mistake", "leg", "--never-so", home=home)
    assert (found.code, "diary undo" in found.err) == (2, True)


def test_a_leg_of_a_first_interview_is_taken_back_with_how_far_it_goes(home: Path) -> None:
    """What a first interview was told is known to the clinician: pain that goes there later would stop nobody."""
    started(home, pain={**answers()["pain"], "leg": "foot"})
    assert "init --by-mistake leg" in run("init", "--leg", "buttock", home=home).out
    unsaid = run("init", "--by-mistake", "leg", "--never-so", home=home)
    assert (unsaid.code, "--leg" in unsaid.err) == (2, True)
    assert run("init", "--by-mistake", "leg", "--never-so", "--leg", "foot", home=home).code == 2
    child = terminal("init", "--by-mistake", "leg", home=home)
    answer(child, ("Type mistake", "mistake"), ("Is it so now", "n"), ("How far down the leg", "my bum"))
    assert ended(child)[0] == 0
    assert "leg: buttock" in on_record(home)
    assert run("log", "--leg", "foot", home=home).code == 4


def test_of_a_leg_both_answers_are_needed_too_and_the_way_is_named_where_it_is_answered_otherwise(home: Path) -> None:
    with_a_leg(home)
    assert "init --by-mistake leg" in run("init", "--leg", "buttock", home=home).out
    alone = run("init", "--by-mistake", "leg", home=home)
    assert (alone.code, "pain down to the foot" in alone.err) == (2, True)
    for said, holds in ((("mistake", "y"), True), (("mistake", "n"), False)):
        child = terminal("init", "--by-mistake", "leg", home=home)
        answer(child, ("Type mistake", said[0]), ("Is it so now", said[1]))
        assert ended(child)[0] == 0
        assert (stopped_by(home) is not None) is holds


def test_a_sign_stands_where_the_leg_alone_is_taken_back(home: Path) -> None:
    with_a_leg(home)
    run("log", "--numb", home=home)
    assert take_back(home, "leg") == 4
    assert stopped_by(home) == "clinician-first"
    assert take_back(home, "one-leg-numbness") == 0


# -- where the way back is named ------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [(), ("week",), ("today",)])
@pytest.mark.parametrize("told", [("log", "--saddle"), ("log", "--numb"), ("log", "--sign", "tight-chest")])
def test_under_a_stop_the_way_back_is_named_while_it_is_open(
    command: tuple[str, ...], told: tuple[str, ...], home: Path
) -> None:
    started(home)
    assert "--by-mistake" not in run(*told, home=home).err  # just told: nobody is asked to click it away
    for today, named in ((DAY, True), ("2026-11-24", True), ("2026-11-25", False)):
        stopped = run(*command, home=home, today=today)
        assert stopped.code == 4
        assert ("init --by-mistake" in stopped.err) is named
        assert stopped.err.count("--by-mistake") == named


def test_under_the_stop_of_a_leg_told_in_the_interview_its_way_back_is_named(home: Path) -> None:
    with_a_leg(home)
    assert "`backplan init --by-mistake leg`" in run("week", home=home).err


def test_a_stop_names_what_it_rests_on(home: Path) -> None:
    started(home)
    run("log", "--numb", home=home)
    run("init", "--changed", "hospital", "--changed-on", DAY, home=home)
    named = {"clinician-first": "one-leg-numbness", "clearance-ended": "hospital"}[stopped_by(home) or ""]
    assert f"--by-mistake {named}`" in run("week", home=home).err

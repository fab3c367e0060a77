"""The leg through the commands: asked at the moment it matters, stopped where somebody should look first, and told."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from backplan.model.vocabulary import LEGS
from backplan.rules.growth import GROWTH, LOADS
from tests.support.cli import TODAY, answered, answers, diary_of, run, started, stopped_by, week_of
from tests.support.sitting import answer, ended, terminal

BEGAN = "2026-11-02"
STEPS = {rule.id for rule in (*GROWTH, *LOADS)}


def begin(home: Path, leg: str = "buttock") -> None:
    started(home, today=BEGAN, pain={**answers()["pain"], "leg": leg})


def clearance(home: Path, on: str, *knows: str, today: str = "") -> int:
    told = ("--clearance-by", "doctor", "--clearance-on", on, "--knows", ",".join(knows))
    return run("init", *told, home=home, today=today or on).code


def test_further_down_than_ever_names_the_flags_and_the_same_again_does_not(home: Path) -> None:
    begin(home)
    first = run("log", "--leg", "thigh", home=home, today="2026-11-03")
    assert all(flag in first.out for flag in ("--numb", "--weak", "--bladder", "--saddle"))
    assert "--numb" not in run("log", "--leg", "thigh", home=home, today="2026-11-05").out
    told = run("log", "--leg", "calf", "--json", home=home, today="2026-11-30").json
    assert "--saddle" in told["notices"][0]


@pytest.mark.parametrize(
    ("flag", "rule"),
    [
        ("--saddle", "emergency-flags"),
        ("--bladder", "emergency-flags"),
        ("--weak", "emergency-flags"),
        ("--numb", "clinician-first"),
    ],
)
def test_a_new_sign_is_recorded_first_and_stops(home: Path, flag: str, rule: str) -> None:
    begin(home)
    done = run("log", flag, home=home, today="2026-11-05")
    assert done.code == 4
    assert [entry["kind"] for entry in diary_of(home)][-1] == "signs"
    assert not any(entry["kind"] == "session" for entry in diary_of(home)), "a sign alone is no session"
    assert stopped_by(home, today="2026-11-05") == rule


def test_a_sign_goes_with_a_session_and_with_a_morning(home: Path) -> None:
    begin(home)
    assert run("log", "--pain", "3", "--leg", "thigh", "--numb", home=home, today="2026-11-05").code == 4
    assert run("log", "--morning", "3", "--numb", home=home, today="2026-11-06").code == 4
    assert [entry["kind"] for entry in diary_of(home)][-4:] == ["session", "signs", "morning", "signs"]


def test_a_sign_lifts_as_every_other_does(home: Path) -> None:
    begin(home)
    run("log", "--saddle", home=home, today="2026-11-05")
    assert run("init", "--red-flags", "none", home=home, today="2026-11-06").code == 4
    assert clearance(home, "2026-11-06", "saddle-numbness") == 0
    assert week_of(home, today="2026-11-06")


def test_a_sign_that_was_known_and_is_new_again_stops_again(home: Path) -> None:
    begin(home)
    run("log", "--numb", home=home, today="2026-11-05")
    assert clearance(home, "2026-11-06", "one-leg-numbness") == 0
    assert run("log", "--numb", home=home, today="2026-11-20").code == 4
    assert clearance(home, "2026-11-21", "one-leg-numbness") == 0


@pytest.mark.parametrize(
    ("told", "known"),
    [(("--saddle",), "saddle-numbness"), (("--sign", "fever"), "fever"), (("--sign", "blackout"), "blackout"),
     (("--leg", "calf"), "leg-further-down")],
)  # fmt: skip
@pytest.mark.parametrize("again", [True, False])
def test_what_is_told_after_the_clearance_of_that_day_needs_one_said_anew(
    told: tuple[str, ...], known: str, again: bool, home: Path
) -> None:
    begin(home)
    on = "2026-11-06"
    if again:
        run("log", *told, home=home, today=on)
        run("init", "--red-flags", "none", "--heart", "none", home=home, today=on)
    assert clearance(home, on, known if again else "none") == 0
    run("log", *(("--leg", "foot") if again and known == "leg-further-down" else told), home=home, today=on)
    run("init", "--red-flags", "none", "--heart", "none", home=home, today=on)
    run("init", "--knows", "none", home=home, today=on)
    said = run("init", "--knows", known, home=home, today=on)
    assert (said.code, f"--clearance-on DAY --knows {known}" in said.err) == (2, True)
    assert run("week", home=home, today=on).code == 4
    assert clearance(home, on, known) == 0
    assert run("week", home=home, today=on).code == 0


def test_two_steps_down_in_14_days_stop_until_a_clinician_knows(home: Path) -> None:
    begin(home)
    assert run("log", "--leg", "calf", home=home, today="2026-11-12").code == 4
    assert stopped_by(home, today="2026-11-12") == "leg-further-down"
    assert clearance(home, "2026-11-13", "leg-further-down") == 0
    assert run("log", "--leg", "calf", home=home, today="2026-11-20").code == 0
    assert run("log", "--leg", "calf", home=home, today="2026-12-01").code == 0
    assert run("log", "--leg", "foot", home=home, today="2026-12-02").code == 0, "one step"


def test_new_pain_below_the_knee_for_a_week_stops(home: Path) -> None:
    begin(home, leg="thigh")
    assert run("log", "--leg", "calf", home=home, today="2026-11-10").code == 0
    assert run("log", home=home, today="2026-11-16").code == 0
    assert run("log", home=home, today="2026-11-17").code == 4
    assert clearance(home, "2026-11-18", "leg-further-down") == 0
    assert run("log", home=home, today="2026-11-19").code == 0


def test_a_week_below_the_knee_stops_though_nobody_says_another_word(home: Path) -> None:
    begin(home, leg="thigh")
    run("log", "--leg", "calf", home=home, today="2026-11-10")
    week = week_of(home, today="2026-11-16")
    assert [day["date"] for day in week["days"] if day["sessions"] and day["date"] >= "2026-11-17"] == []
    assert any("From Tuesday 17 November nothing is planned" in each for each in week["notices"])
    assert stopped_by(home, today="2026-11-17") == "leg-further-down"


def test_what_was_written_by_mistake_stops_nothing_once_it_is_mended(home: Path) -> None:
    begin(home)
    run("log", "--leg", "buttock", home=home, today="2026-11-05")
    number = str(diary_of(home)[-1]["id"])
    changed = run("diary", "edit", number, "--leg", "foot", home=home, today="2026-11-06")
    assert (changed.code, "--saddle" in changed.out, "has moved down your leg" in changed.err) == (4, True, True)
    assert stopped_by(home, today="2026-11-06") == "leg-further-down"
    for slip in (("undo",), ("edit", number, "--leg", "none"), ("undo", number)):
        unsure = run("diary", *slip, home=home, today="2026-11-06")
        assert (unsure.code, "add --never-so" in unsure.err) == (2, True)
    assert stopped_by(home, today="2026-11-06") == "leg-further-down"
    assert run("diary", "undo", "--never-so", home=home, today="2026-11-06").code == 0
    assert week_of(home, today="2026-11-06")


@pytest.mark.parametrize("slip", [("edit", "--leg", "none"), ("undo",), ("edit", "--on", "2026-10-20")])
@pytest.mark.parametrize(("today", "late"), [("2026-11-06", False), ("2026-11-10", True)])
def test_a_word_on_the_leg_that_stops_is_taken_back_within_a_day_alone(
    slip: tuple[str, ...], today: str, late: bool, home: Path
) -> None:
    begin(home)
    run("log", "--leg", "foot", home=home, today="2026-11-05")
    number, late = str(diary_of(home)[-1]["id"]), late or "--on" in slip
    done = run("diary", slip[0], number, *slip[1:], "--never-so", home=home, today=today)
    assert (done.code, "init --only clearance" in done.err) == ((2, True) if late else (0, False))
    assert stopped_by(home, today=today) == ("leg-further-down" if late else None)


def test_an_old_word_on_the_leg_is_not_moved_to_where_it_could_be_taken_back(home: Path) -> None:
    begin(home)
    run("log", "--leg", "foot", home=home, today="2026-11-05")
    number = str(diary_of(home)[-1]["id"])
    assert run("diary", "edit", number, "--on", "today", "--never-so", home=home, today="2026-11-10").code == 2


@pytest.mark.parametrize(("said", "holds"), [("y", True), ("n", False)])
def test_at_a_terminal_it_is_asked_twice_whether_a_word_on_the_leg_was_a_mistake(
    said: str, holds: bool, home: Path
) -> None:
    begin(home)
    run("log", "--leg", "foot", home=home)
    child = terminal("diary", "undo", home=home)
    answer(child, ("Type mistake", "mistake"), ("Is it so now", said))
    assert ended(child)[0] == 0
    assert (stopped_by(home) is not None) is holds


@pytest.mark.parametrize(
    "answer", [("--red-flags", "none"), ("--clearance-on", "2026-11-12"), ("--leg", "none"), ("--leg", "calf")]
)
def test_nothing_but_a_clearance_that_knows_of_it_lifts_the_stop(home: Path, answer: tuple[str, str]) -> None:
    begin(home)
    run("log", "--leg", "calf", home=home, today="2026-11-12")
    assert run("init", *answer, home=home, today="2026-11-12").code == 4
    run("log", "--leg", "none", home=home, today="2026-11-13")
    assert stopped_by(home, today="2026-11-13") == "leg-further-down"


def test_pain_told_anew_in_the_interview_further_down_stops(home: Path) -> None:
    begin(home)
    assert run("init", "--leg", "foot", home=home, today="2026-11-10").code == 4


def test_the_same_leg_answered_anew_is_no_new_start(home: Path) -> None:
    begin(home)
    run("init", "--leg", "thigh", home=home, today="2026-11-20")
    assert "rule growth-leg" in " ".join(week_of(home, today="2026-11-23")["notices"])
    assert clearance(home, "2026-11-24", "leg-further-down") == 0
    assert "rule growth-leg" not in " ".join(week_of(home, today="2026-11-24")["notices"])


def test_a_sign_counts_from_its_own_day(home: Path) -> None:
    begin(home)
    run("log", "--saddle", "--on", "2026-11-05", home=home, today="2026-11-08")
    run("init", "--red-flags", "none", home=home, today="2026-11-08")
    assert clearance(home, "2026-11-04", "saddle-numbness", today="2026-11-08") == 4
    assert clearance(home, "2026-11-05", "saddle-numbness", today="2026-11-08") == 0


@pytest.mark.parametrize("flag", ["--saddle", "--bladder", "--weak"])
def test_an_emergency_sign_is_one_before_any_interview_too_and_is_not_forgotten_in_it(home: Path, flag: str) -> None:
    said = run("log", flag, home=home, today=BEGAN)
    assert said.code == 4
    assert "emergency" in said.err
    assert answered(home, BEGAN).code == 4
    assert stopped_by(home, today=BEGAN) == "emergency-flags"
    signs = {"--saddle": "saddle-numbness", "--bladder": "bladder-bowel", "--weak": "leg-weakness"}
    assert clearance(home, BEGAN, signs[flag]) == 0


def test_a_sign_that_is_taken_back_from_the_diary_stays_among_the_answers(home: Path) -> None:
    begin(home)
    run("log", "--saddle", home=home, today="2026-11-05")
    assert "--only red-flags" in run("diary", "undo", home=home, today="2026-11-05").out
    assert stopped_by(home, today="2026-11-05") == "emergency-flags"


def test_why_tells_the_leg_where_it_bears_on_the_exercise(home: Path) -> None:
    begin(home, leg="thigh")
    assert "Down the leg" not in run("why", "dead-bug", home=home, today=BEGAN).out
    run("log", "--leg", "calf", home=home, today="2026-11-10")
    assert "Down the leg: to the thigh on 2 November, to the calf on 10 November." in (
        run("why", "dead-bug", home=home, today="2026-11-10").out
    )
    told = run("why", "dead-bug", "--json", home=home, today="2026-11-10").json["leg"]
    assert told["latest"] == {"date": "2026-11-10", "leg": "calf"}


def aerobic_in(home: Path, today: str) -> int:
    rows = {row["target"]: row["got"] for row in week_of(home, today=today)["balance"]}
    return int(rows["aerobic"])


def test_weeks_of_creeping_end_in_a_stop_and_never_in_more(home: Path) -> None:
    begin(home)
    first = aerobic_in(home, BEGAN)
    for monday, leg in (("2026-11-09", "buttock"), ("2026-11-16", "thigh"), ("2026-11-23", "thigh")):
        run("log", "--pain", "2", "--peak", "3", "--leg", leg, home=home, today=monday)
        assert aerobic_in(home, monday) <= first
    assert run("log", "--leg", "calf", home=home, today="2026-12-01").code == 0
    assert run("log", home=home, today="2026-12-08").code == 4


@pytest.mark.parametrize("leg", LEGS)
def test_pain_below_the_knee_at_the_interview_spares_the_nerve(home: Path, leg: str) -> None:
    begin(home, leg=leg)
    rules = {rule["id"] for row in week_of(home, today=BEGAN)["left_out"] for rule in row["rules"]}
    assert ("sciatica" in rules) is (leg in ("calf", "foot"))


def test_progress_tells_the_leg_beside_the_pain(home: Path) -> None:
    begin(home, leg="none")
    assert "Down the leg" not in run("progress", home=home, today=BEGAN).out
    run("log", "--leg", "calf", home=home, today="2026-11-10")
    run("log", "--leg", "buttock", home=home, today="2026-11-12")
    line = "Down the leg: not at all on 2 November, to the calf on 10 November, now to the buttock on 12 November."
    assert line in run("progress", "--plain", home=home, today="2026-11-12").out
    told = run("progress", "--json", home=home, today="2026-11-12").json["leg"]
    assert told["furthest"] == {"date": "2026-11-10", "leg": "calf"}


def test_once_a_clinician_knows_the_week_says_so_and_how_it_may_grow_again(home: Path) -> None:
    begin(home, leg="none")
    run("log", "--leg", "thigh", home=home, today="2026-11-10")
    assert clearance(home, "2026-11-12", "leg-further-down") == 0
    told = " ".join(week_of(home, today="2026-11-16")["notices"])
    assert "Whoever cleared you knows of it" in told
    assert "please see your doctor or physiotherapist" not in told
    run("init", "--leg", "thigh", home=home, today="2026-11-16")
    assert "nothing grows" not in " ".join(week_of(home, today="2026-11-23")["notices"])
    run("log", "--leg", "calf", home=home, today="2026-12-07")
    assert "please see your doctor or physiotherapist" in " ".join(week_of(home, today="2026-12-08")["notices"])


def test_a_week_that_holds_less_for_the_legs_sake_says_so(home: Path) -> None:
    """Pain that goes down the leg week by week, each stop lifted by somebody who knows."""
    begin(home, leg="none")
    told: list[str] = []
    for week, leg in enumerate(("none", "buttock", "thigh", "thigh", "calf", "foot")):
        for day in (0, 1, 2, 3, 5):
            today = (date.fromisoformat(BEGAN) + timedelta(days=7 * week + day)).isoformat()
            if day < 2:
                clearance(home, today, "leg-further-down")
                told += week_of(home, today=today)["changes"]
            run("log", "--pain", "3", "--peak", "4", "--effort", "4", "--leg", leg, home=home, today=today)
    less = [change for change in told if change.startswith("Less than last week")]
    assert less
    assert all("leg nerve" in change or "too much" in change for change in less), less
    assert any("no day holds more than it would otherwise" in change for change in less)


def test_each_step_down_the_leg_is_told_with_the_day_it_came(home: Path) -> None:
    begin(home, leg="none")
    for on, leg in (("2026-11-16", "buttock"), ("2026-12-07", "thigh"), ("2026-12-30", "calf"), ("2027-01-04", "calf")):
        run("log", "--leg", leg, home=home, today=on)
    line = (
        "Down the leg: not at all on 2 November 2026, to the buttock on 16 November, to the thigh on 7 December, "
        "to the calf on 30 December, still so on 4 January 2027."
    )
    assert line in run("progress", "--plain", home=home, today="2027-01-04").out
    further = run("progress", "--json", home=home, today="2027-01-04").json["leg"]["further"]
    assert [word["leg"] for word in further] == ["buttock", "thigh", "calf"]


def test_what_lifts_a_stop_says_so(home: Path) -> None:
    started(home)
    assert run("log", "--numb", home=home).code == 4
    answered = run("init", "--red-flags", "none", home=home)
    assert "what held your plan back no longer does" in answered.out
    assert "no longer does" not in run("init", "--red-flags", "none", home=home).out

    assert run("log", "--saddle", home=home).code == 4
    known = ("--clearance-by", "doctor", "--clearance-on", TODAY, "--knows", "saddle-numbness")
    answered = run("init", "--red-flags", "none", *known, home=home)
    assert answered.code == 0
    assert "no longer does" not in answered.out  # whoever knows of it has looked at it: nothing is to be noted again

    run("log", "--leg", "thigh", "--on", "-2d", home=home)
    run("log", "--leg", "foot", home=home)
    assert stopped_by(home) == "leg-further-down"
    assert "what held your plan back no longer does" in run("diary", "undo", "--never-so", home=home).out
    assert stopped_by(home) is None


@pytest.mark.parametrize("before", ["yesterday", "2026-11-10"])
def test_that_it_was_so_before_the_interview_too_lifts_no_stop(before: str, home: Path) -> None:
    started(home)
    run("log", "--leg", "foot", home=home)
    run("log", "--leg", "foot", "--on", before, home=home)
    assert run("week", home=home).code == 4


def test_an_agreement_that_does_not_know_of_the_leg_lifts_its_stop_by_the_words_the_stop_says(home: Path) -> None:
    begin(home, leg="none")
    told = run("log", "--pain", "4", "--leg", "thigh", home=home, today="2026-11-04")
    assert told.code == 4
    assert told.out.count("get help at once") + told.err.count("at once, if your leg gets weak") == 1, "the signs once"
    agreed = run(
        *("init", "--only", "clearance", "--clearance-by", "doctor", "--clearance-on", "2026-11-06"),
        home=home, today="2026-11-06",
    )  # fmt: skip
    assert (agreed.out + agreed.err).count("init --knows leg-further-down") == 1
    for command in ("week", "today", "log"):
        assert "`backplan init --knows leg-further-down`" in run(command, home=home, today="2026-11-07").err
    assert run("init", "--knows", "leg-further-down", home=home, today="2026-11-07").code == 0
    assert run("week", home=home, today="2026-11-07").code == 0


def test_words_that_say_plainly_there_is_none_in_the_leg_answer_what_earlier_words_asked(home: Path) -> None:
    started(home)
    run("log", *["pain", "4", "down", "to", "my", "thigh", "now"], home=home)
    assert "How far does it go?" in run("week", "--plain", home=home).out
    run("log", *["no", "leg", "pain", "any", "more,", "back", "3"], home=home)
    assert diary_of(home, TODAY)[-1]["leg"] == "none"
    assert "How far does it go?" not in run("week", "--plain", home=home).out


def test_how_far_it_goes_now_is_one_question_however_often_it_was_written_of(home: Path) -> None:
    started(home)
    for words in ("pain 4 down to my thigh now", "pain 3 and it goes to the calf", "leg pain 4"):
        run("log", *words.split(), home=home)
    shown = run("week", "--plain", home=home).out
    assert shown.count("How far does it go?") == 1
    assert "“leg pain 4”" in shown


def test_words_of_no_pain_in_the_leg_lift_no_stop(home: Path) -> None:
    begin(home, leg="none")
    assert run("log", "--pain", "4", "--leg", "thigh", home=home, today="2026-11-04").code == 4
    run("log", *["no", "leg", "pain", "any", "more"], home=home, today="2026-11-05")
    assert stopped_by(home, today="2026-11-05") == "leg-further-down"


DOWN = ["all", "done,", "it", "shoots", "down", "into", "my", "calf", "now"]
ASKED_OF = "until you say how far it goes, nothing grows"


def grown(week: dict[str, Any]) -> list[str]:
    """The exercises that a week tells to have grown."""
    return [move["exercise"] for move in week["moves"] if move["rule"] in STEPS]


def weeks_done(home: Path, *mondays: str) -> list[dict[str, Any]]:
    """The weeks before these Mondays done to the last session, easily, each morning noted; and those of the Mondays."""
    shown = []
    for monday in map(date.fromisoformat, mondays):
        for on in (str(monday - timedelta(days=ago)) for ago in range(7, 0, -1)):
            run("log", "--morning", "2", home=home, today=on)
            if any(day["date"] == on and day["sessions"] for day in week_of(home, today=on)["days"]):
                run("log", "--done", "all", "--pain", "2", "--effort", "3", home=home, today=on)
        shown.append(week_of(home, today=str(monday)))
    return shown


@pytest.mark.parametrize("told", [True, False])
def test_words_of_the_leg_that_nobody_answers_hold_all_growth_until_somebody_does(told: bool, home: Path) -> None:
    """In a pipe nobody is asked at once: as long as it is open, it is taken to go as far as the words may tell."""
    begin(home, leg="none")
    if told:
        run("log", *DOWN, home=home, today=BEGAN)
    rules = {rule["id"] for row in week_of(home, today=BEGAN)["left_out"] for rule in row["rules"]}
    assert ("sciatica" in rules) is told
    weeks = weeks_done(home, "2026-11-09", "2026-11-16", "2026-11-23")
    assert any(map(grown, weeks)) is not told
    assert all((ASKED_OF in " ".join(week["notices"])) is told for week in weeks)


def test_an_answer_lets_it_grow_again_and_stops_nobody(home: Path) -> None:
    begin(home, leg="none")
    run("log", *DOWN, home=home, today=BEGAN)
    run("log", "--pain", "2", "--leg", "none", home=home, today="2026-11-03")
    assert any(map(grown, weeks_done(home, "2026-11-09", "2026-11-16")))
    assert stopped_by(home, today="2026-11-17") is None

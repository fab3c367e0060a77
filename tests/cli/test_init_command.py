"""`init`: what it records, what it refuses, what stops, and the way out of every stop."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from backplan.actions.workspace import Workspace
from backplan.model import vocabulary
from backplan.render.emergency import LINE
from backplan.rules.heart import HEART
from backplan.rules.kinds import HeartRule
from backplan.rules.red_flags import RED_FLAGS
from backplan.rules.screening.flags import name_of
from tests.support.cli import TODAY, answered, answers, exercises_of, process, run, started, stopped_by, week_of
from tests.support.sitting import answer, ended, terminal
from tests.support.strategies import by_id

EMERGENCY = [rule.id for rule in RED_FLAGS if rule.level == "emergency"]
URGENT = [rule.id for rule in RED_FLAGS if rule.level == "urgent"]
CLINICIAN_FIRST = [rule.id for rule in RED_FLAGS if rule.level == "clinician-first"]
FLAGS = [
    "--red-flags",
    "none",
    "--clearance-by",
    "doctor",
    "--clearance-on",
    "2026-11-02",
    "--pain",
    "3",
    "--usual",
    "3",
    "--controlled",
    "--since",
    "2026-03-01",
    "--leg",
    "none",
    "--days",
    "mon,wed,fri",
    "--minutes",
    "30",
]


def on_record(home: Path) -> dict[str, Any]:
    shown = run("init", "--show", home=home)
    assert shown.code == 0, shown
    found: dict[str, Any] = yaml.load(shown.out, Loader=yaml.BaseLoader)
    return found


def refused(tmp_path: Path, text: str, home: Path) -> list[str]:
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    done = run("init", "--answers", str(file), home=home)
    assert done.code == 3, done
    assert not done.out
    assert "Traceback" not in done.err
    return done.err.splitlines()


def faults_of(tmp_path: Path, home: Path, **changes: Any) -> list[str]:
    return refused(tmp_path, yaml.safe_dump(answers(**changes), sort_keys=False), home)


# -- the answers file ---------------------------------------------------------------------------------------------


def test_every_field_of_an_answers_file_is_on_record(home: Path) -> None:
    given = answers(
        red_flags=["not-better"],
        clearance={"by": "doctor", "on": "2026-11-02", "knows": ["not-better"]},
        pain={"now": 2, "usual": 3, "controlled": True, "since": "2026-03-01", "leg": "thigh"},
        conditions=["flexion-intolerant", "osteoporosis"],
        surgery={"kind": "disc", "on": "2026-08-01", "released": "2026-09-15"},
        changed={"on": "2026-01-20", "what": "fall"},
        equipment=["band", "pool"],
        places={"gym": ["treadmill"]},
        can={"swim": ["breaststroke"], "floor": False},
        time={"mon": 20, "wed": 45, "sat": 60, "pool_days": ["wed"]},
        tolerance={"aerobic_minutes": 12, "walk": 5, "cycle": 15},
        level="intermediate",
        likes=["walking"],
        dislikes=["cat-cow"],
        functions=["put on my socks", "drive for an hour"],
        birth={"on": "2026-01-02", "kind": "vaginal"},
    )
    started(home, **given)
    shown = on_record(home)
    assert shown == yaml.load(yaml.safe_dump(given), Loader=yaml.BaseLoader)


def test_a_kind_may_be_called_as_people_call_it(home: Path) -> None:
    started(home, likes=["gyrotonic"], dislikes=["yoga"])
    shown = on_record(home)
    assert (shown["likes"], shown["dislikes"]) == (["gyrotonic-style"], ["yoga"])


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("stretching", ["basic-stretch", "back-stretch"]),
        ("Core exercises", ["motor-control", "back", "abdominal", "hip", "lateral"]),
        ("aerobic", ["walking", "cycling"]),
    ],
)
def test_several_kinds_may_be_liked_by_the_one_word_of_the_plan(word: str, kinds: list[str], home: Path) -> None:
    started(home, likes=[word])
    assert on_record(home)["likes"] == kinds
    assert run("init", "--dislikes", word, "--likes", "none", home=home).code == 0
    assert on_record(home)["dislikes"] == kinds


def test_what_init_shows_is_an_answers_file_itself(home: Path, tmp_path: Path) -> None:
    started(home, pregnancy={"weeks": 20, "on": "2026-11-20"})
    file = tmp_path / "again.yaml"
    file.write_text(run("init", "--show", home=home).out, encoding="utf-8")
    assert run("init", "--answers", str(file), home=home).code == 0


def test_the_answers_of_the_interface_are_taken_as_they_stand(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(
        """\
red_flags: []                 # ids from `backplan init --list red-flags`, e.g. [saddle-numbness]
clearance: {by: doctor, on: 2026-11-02, knows: []}
pain: {now: 3, usual: 3, controlled: true, since: 2026-03-01, leg: none}
conditions: []
surgery: null
pregnancy: null
changed: null
equipment: [mat, chair, pool]
places: {gym: [treadmill]}
can: {swim: true, floor: true}
time: {days: [mon, tue, wed, thu, sat], minutes: 45}
tolerance: {aerobic_minutes: 15}
level: basic
likes: []
dislikes: []
""",
        encoding="utf-8",
    )
    assert run("init", "--answers", str(file), home=home).code == 0


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"moods": []}, "moods is not a word this file knows"),
        ({"pain": {**answers()["pain"], "nwo": 3}}, "nwo is not a word this file knows"),
        ({"pain": {**answers()["pain"], "now": 11}}, "now must be at most 10"),
        ({"pain": {**answers()["pain"], "usual": -1}}, "usual must be at least 0"),
        ({"pain": {**answers()["pain"], "now": 2.5}}, "now must be a whole number"),
        ({"pain": {**answers()["pain"], "now": "lots"}}, "now must be a whole number"),
        ({"pain": {**answers()["pain"], "now": True}}, "now must be a whole number"),
        ({"pain": {**answers()["pain"], "controlled": "maybe"}}, "controlled must be true or false"),
        ({"pain": {**answers()["pain"], "since": "2026-11-24"}}, "since is in the future"),
        ({"pain": {**answers()["pain"], "since": "soon"}}, "since must be a date like 2026-11-23"),
        ({"pain": {**answers()["pain"], "leg": "toe"}}, "leg must be one of"),
        ({"pain": ...}, "pain is missing"),
        ({"red_flags": ...}, "red_flags is missing"),
        ({"time": ...}, "time is missing"),
        ({"red_flags": "none"}, "red_flags must be a list"),
        ({"clearance": {"by": "doctor", "on": "2026-11-24"}}, "on is in the future"),
        ({"clearance": {"by": "friend", "on": "2026-11-02"}}, "by must be one of"),
        ({"clearance": {"by": "doctor", "on": "2026-02-30"}}, "on must be a date like"),
        ({"clearance": {"by": "doctor", "on": "02/11/2026"}}, "that may be 2026-11-02 or 2026-02-11"),
        ({"clearance": {"by": "doctor"}}, "on is missing"),
        ({"clearance": "yes"}, "clearance must be a mapping"),
        ({"surgery": {"kind": "disc", "on": "2026-11-24"}}, "on is in the future"),
        ({"surgery": {"kind": "disc", "on": "2026-08-01", "released": "2026-07-01"}}, "released is before"),
        ({"pregnancy": {"weeks": 46, "on": "2026-11-20"}}, "weeks must be at most 45"),
        ({"changed": {"on": "2026-11-20", "what": "haircut"}}, "what must be one of"),
        ({"birth": {"on": "2026-11-24", "kind": "vaginal"}}, "on is in the future"),
        ({"birth": {"on": "2026-11-20", "kind": "water"}}, "kind must be one of"),
        ({"birth": {"on": "2026-11-20"}}, "kind is missing"),
        (
            {"birth": {"on": "2026-07-04", "kind": "vaginal"}, "pregnancy": {"weeks": 20, "on": "2026-11-20"}},
            "ended this",
        ),
        ({"can": {"swim": "maybe"}}, "swim must be true, false, or a list of strokes"),
        ({"can": {"swim": ["frog"]}}, "frog: not a stroke; the strokes are front-crawl"),
        ({"tolerance": {"walk": 0}}, "walk must be at least 1"),
        ({"tolerance": {"walk": 5, "row": 9}}, "row is not a word this file knows"),
        ({"time": {"days": ["mon"], "minutes": 241}}, "minutes must be at most 240"),
        ({"time": {"days": ["mon"], "minutes": 4}}, "minutes must be at least 5"),
        ({"time": {"days": ["moonday"], "minutes": 40}}, "must be one of"),
        ({"time": {"days": [], "minutes": 40}}, "days needs at least 1"),
        ({"time": {"days": ["mon"], "minutes": 40, "tue": 20}}, "not both"),
        ({"time": {"days": ["mon"]}}, "time needs days and minutes"),
        ({"level": "expert"}, "level must be one of"),
        ({"tolerance": {"aerobic_minutes": 0}}, "aerobic_minutes must be at least 1"),
        ({"places": {"garden": ["band"]}}, "must be one of"),
    ],
)
def test_a_fault_is_said_with_its_place_and_nothing_is_stored(
    changes: dict[str, Any], said: str, home: Path, tmp_path: Path
) -> None:
    lines = faults_of(tmp_path, home, **changes)
    assert any(said in line for line in lines), lines
    for line in lines:
        name, row, column, _ = line.split(":", 3)
        assert name == "mine.yaml"
        assert int(row) >= 1
        assert int(column) >= 1
    assert not (home / "backplan.db").exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"red_flags": ["saddle-numbnes"]}, "did you mean saddle-numbness"),
        ({"conditions": ["osteoporosos"]}, "did you mean osteoporosis"),
        ({"conditions": ["desk-work"]}, "did you mean sitting-work"),
        ({"conditions": ["slipped disc"]}, "did you mean flexion-intolerant"),
        ({"equipment": ["tredmill"]}, "did you mean treadmill"),
        ({"likes": ["swiming"]}, "did you mean swimming"),
        ({"dislikes": ["cat-caw"]}, "did you mean cat-cow"),
        ({"clearance": {"by": "doctor", "on": "2026-11-02", "knows": ["fevr"]}}, "did you mean fever"),
        ({"places": {"gym": ["tredmill"]}}, "did you mean treadmill"),
    ],
)
def test_an_unknown_id_is_told_with_near_names(changes: dict[str, Any], said: str, home: Path, tmp_path: Path) -> None:
    assert said in "\n".join(faults_of(tmp_path, home, **changes))


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("post-surgery", "surgery"),
        ("pregnancy-t2t3", "pregnancy"),
        ("post-natal", "birth"),
        ("birth-wound", "birth"),
        ("no-floor", "floor"),
        ("no-swim", "swim"),
        ("pregnant", "pregnancy"),
        ("asthma", "heart"),
    ],
)
def test_what_follows_from_other_answers_is_no_condition(written: str, field: str, home: Path, tmp_path: Path) -> None:
    (line,) = faults_of(tmp_path, home, conditions=[written])
    assert "follows from" in line
    assert field in line


@pytest.mark.parametrize("written", ["shift-work", "shifts", "night-shifts"])
def test_work_by_shifts_is_told_to_name_its_days_week_by_week(written: str, home: Path, tmp_path: Path) -> None:
    (line,) = faults_of(tmp_path, home, conditions=[written])
    assert "backplan week --days" in line
    started(home)
    assert run("week", "--days", "tue,thu", home=home).code == 0


def test_what_the_clinician_must_know_stops_until_the_clearance_knows_it(home: Path) -> None:
    assert answered(home, conditions=["hip-replacement"]).code == 4
    stopped = run("week", home=home)
    assert stopped.code == 4
    assert "a new hip joint" in stopped.err
    assert run("init", "--knows", "hip-replacement", home=home).code == 0
    assert run("week", home=home).code == 0
    assert run("init", "--clearance-on", "2026-11-20", home=home).code == 4  # another clearance: does it know?
    assert run("init", "--conditions", "none", home=home).code == 0
    assert run("week", home=home).code == 0


def test_a_hernia_is_answered_by_a_command_that_spares_the_belly(home: Path) -> None:
    pressing = {"abdominal"}  # curl-ups, planks and what lowers the legs
    started(home, level="advanced")
    said = run("init", "--conditions", "hernia", home=home).err
    assert "`backplan prescribe avoid abdominal`" in said
    assert run("prescribe", "avoid", "abdominal", home=home).code == 0
    week = week_of(home)
    held = {by_id()[key] for day in week["days"] for key in exercises_of(day)}
    assert not [each.id for each in held if each.modality in pressing]
    assert [each.id for each in held if each.slot == "abdominal"]


def test_twins_are_said_with_the_weeks_and_wait_until_the_clearance_knows(home: Path) -> None:
    started(home)
    assert "`--pregnant-weeks 14 --babies 2`" in run("init", "--conditions", "twins", home=home).err.replace("\n", " ")
    assert run("init", "--babies", "2", home=home).code == 2
    clearance = ("--clearance-by", "midwife", "--clearance-on", "2026-11-20")
    stopped = run("init", "--pregnant-weeks", "26", "--babies", "2", *clearance, "--knows", "none", home=home)
    assert stopped.code == 4
    assert "twins" in stopped.err
    assert run("init", "--knows", "multiple-pregnancy", home=home).code == 0
    assert any("more than one baby on the way" in notice for notice in week_of(home)["notices"])
    assert "babies: 2" in run("init", "--show", home=home).out
    assert stopped_by(home, "2026-12-06") is None
    assert stopped_by(home, "2026-12-07") == "multiple-known", "week 28 asks anew"
    anew = (*clearance[:3], "2026-12-07", "--knows", "multiple-pregnancy")
    assert run("init", *anew, home=home, today="2026-12-07").code == 0
    assert stopped_by(home, "2026-12-07") is None


def test_the_pause_that_is_named_rests_the_plan(home: Path) -> None:
    started(home)
    assert run("pause", "two weeks", home=home).code == 0
    assert not [key for day in week_of(home)["days"] for key in exercises_of(day)]


def test_a_clearance_knows_no_condition_that_need_not_be_known(home: Path, tmp_path: Path) -> None:
    (line,) = faults_of(tmp_path, home, clearance={"by": "doctor", "on": "2026-11-02", "knows": ["scoliosis"]})
    assert "scoliosis is nothing that a clearance can know of" in line


def test_all_faults_come_at_once_in_the_order_of_the_file(home: Path, tmp_path: Path) -> None:
    lines = refused(
        tmp_path,
        """\
red_flags: [saddle-numb]
clearance: {by: doctor, on: 2027-01-01}
pain: {now: 11, usual: lots, controlled: maybe, since: 2026-03-01}
conditions: [no-floor]
mood: good
time: {days: [mon], minutes: 30}
likes: [walkin]
""",
        home,
    )
    places = [tuple(map(int, line.split(":")[1:3])) for line in lines]
    assert places == sorted(places)
    assert [row for row, _ in places] == [1, 2, 3, 3, 3, 4, 5, 7]
    assert (3, 13) in places or (3, 8) in places


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n- b\n",
        "just words",
        "red_flags: [",
        "red_flags: []\nred_flags: []\n",
        "a: &x [1]\nb: *x\n",
        "\x00",
        "red_flags: \x1b[2J",
        "a: !!python/object:os.system {}\n",
        "[" * 100,
    ],
)
def test_what_is_no_answers_file_is_told_so(text: str, home: Path, tmp_path: Path) -> None:
    lines = refused(tmp_path, text, home)
    assert all(line.startswith("mine.yaml:") for line in lines)
    assert "\x1b" not in "".join(lines)
    assert not (home / "backplan.db").exists()


def test_a_file_that_is_not_there_is_exit_3(home: Path, tmp_path: Path) -> None:
    done = run("init", "--answers", str(tmp_path / "none.yaml"), home=home)
    assert done.code == 3
    assert "none.yaml" in done.err
    assert run("init", "--answers", str(tmp_path), home=home).code == 3


def test_a_faulty_file_leaves_the_earlier_record(home: Path, tmp_path: Path) -> None:
    started(home, level="intermediate")
    before = on_record(home)
    faults_of(tmp_path, home, level="basic", pain={**answers()["pain"], "now": 12})
    assert on_record(home) == before


# -- flags --------------------------------------------------------------------------------------------------------


def test_flags_alone_make_a_record(home: Path) -> None:
    done = run("init", *FLAGS, home=home)
    assert done.code == 0, done
    assert stopped_by(home) is None


def test_every_flag_reaches_its_field(home: Path) -> None:
    more = [
        "--knows",
        "fever",
        "--conditions",
        "knee-issue,sciatica",
        "--surgery",
        "disc",
        "--surgery-on",
        "2026-02-02",
        "--released",
        "2026-04-02",
        "--pregnant-weeks",
        "20",
        "--birth-on",
        "2026-01-02",
        "--birth",
        "vaginal",
        "--changed",
        "fall",
        "--changed-on",
        "2026-01-05",
        "--swim",
        "--no-floor",
        "--pool-days",
        "wed",
        "--equipment",
        "pool,band",
        "--gym",
        "treadmill",
        "--aerobic-minutes",
        "12",
        "--level",
        "intermediate",
        "--likes",
        "swimming",
        "--dislikes",
        "cat-cow",
    ]
    assert run("init", *FLAGS, *more, home=home).code == 0
    found = on_record(home)
    assert found["clearance"] == {"by": "doctor", "on": "2026-11-02", "knows": ["fever"]}
    assert found["pain"] == {"now": "3", "usual": "3", "controlled": "true", "since": "2026-03-01", "leg": "none"}
    assert found["conditions"] == ["knee-issue", "sciatica"]
    assert found["surgery"] == {"kind": "disc", "on": "2026-02-02", "released": "2026-04-02"}
    assert found["pregnancy"] == {"weeks": "20", "on": TODAY}
    assert found["birth"] == {"on": "2026-01-02", "kind": "vaginal"}
    assert found["changed"] == {"on": "2026-01-05", "what": "fall"}
    assert found["can"] == {"swim": "true", "floor": "false"}
    assert found["time"] == {"mon": "30", "wed": "30", "fri": "30", "pool_days": ["wed"]}
    assert found["equipment"] == ["pool", "band"]
    assert found["places"] == {"gym": ["treadmill"]}
    assert found["tolerance"] == {"aerobic_minutes": "12"}
    assert found["level"] == "intermediate"
    assert (found["likes"], found["dislikes"]) == (["swimming"], ["cat-cow"])


def test_a_flag_changes_only_its_own_answer(home: Path) -> None:
    started(home)
    before = on_record(home)
    assert run("init", "--pain", "5", home=home).code == 0
    assert on_record(home) == {**before, "pain": {**before["pain"], "now": "5"}}


def test_an_answer_given_before_can_be_taken_back_by_its_flag(home: Path) -> None:
    started(home, surgery={"kind": "disc", "on": "2026-02-02", "released": "2026-04-02"}, conditions=["sciatica"])
    assert run("init", "--surgery", "none", "--conditions", "none", home=home).code == 0
    found = on_record(home)
    assert found["surgery"] == "null"
    assert found["conditions"] == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (["--pain", "11"], 2),
        (["--pain", "x"], 2),
        (["--leg", "toe"], 2),
        (["--level", "expert"], 2),
        (["--since", "2026-11-24"], 2),
        (["--clearance-on", "tomorrow"], 2),
        (["--conditions", "no-floor"], 2),
        (["--equipment", "tredmill"], 2),
        (["--red-flags", "backache"], 2),
        (["--days", "mon,xyz"], 2),
        (["--days", "monkey"], 2),
        (["--only", "pian"], 2),
        (["--list", "everything"], 2),
    ],
)
def test_a_flag_that_cannot_be_used_is_exit_2_and_changes_nothing(given: list[str], code: int, home: Path) -> None:
    started(home)
    before = on_record(home)
    done = run("init", *given, home=home)
    assert done.code == code, done
    assert done.err.strip()
    assert on_record(home) == before


@pytest.mark.parametrize(
    ("flag", "takes"),
    [
        ("--red-flags", 2),
        ("--clearance-by", 2),
        ("--clearance-on", 2),
        ("--usual", 2),
        ("--controlled", 1),
        ("--since", 2),
        ("--days", 2),
        ("--minutes", 2),
    ],
)
def test_a_missing_answer_without_a_terminal_names_its_flag(flag: str, takes: int, home: Path) -> None:
    at = FLAGS.index(flag)
    done = run("init", *FLAGS[:at], *FLAGS[at + takes :], home=home)
    assert done.code == 2, done
    assert flag in done.err
    assert not (home / "backplan.db").exists()


def test_no_answer_at_all_names_every_flag_that_is_needed(home: Path) -> None:
    done = run("init", home=home)
    assert done.code == 2
    for flag in (given for given in FLAGS if given.startswith("--")):
        assert flag in done.err


def test_only_without_a_terminal_names_the_flags_of_its_section(home: Path) -> None:
    started(home)
    done = run("init", "--only", "pain", home=home)
    assert done.code == 2
    assert "--pain" in done.err


def test_only_takes_the_flags_of_its_section(home: Path) -> None:
    started(home)
    assert run("init", "--only", "pain", "--pain", "2", home=home).code == 0
    assert on_record(home)["pain"]["now"] == "2"


def test_answers_go_with_nothing_else(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(yaml.safe_dump(answers()), encoding="utf-8")
    assert run("init", "--answers", str(file), "--pain", "3", home=home).code == 2


@pytest.mark.parametrize("what", ["red-flags", "heart", "conditions", "equipment"])
def test_a_list_is_one_id_a_line_a_tab_and_what_it_means(what: str, home: Path) -> None:
    done = run("init", "--list", what, home=home)
    assert done.code == 0
    pairs = [line.split("\t") for line in done.out.splitlines()]
    assert all(len(pair) == 2 and all(pair) for pair in pairs)
    ids = [key for key, _ in pairs]
    assert len(ids) == len(set(ids))
    expected = {
        "red-flags": [rule.id for rule in RED_FLAGS],
        "heart": [rule.id for rule in HEART],
        "conditions": list(vocabulary.CONDITION_MEANS),
        "equipment": [*sorted(vocabulary.GRANTED), *vocabulary.EQUIPMENT_MEANS],
    }[what]
    assert ids == expected
    assert not home.exists()


def test_show_without_a_record_says_so(home: Path) -> None:
    done = run("init", "--show", home=home)
    assert done.code == 2
    assert "backplan init" in done.err


# -- what stops, and what leads out of it -------------------------------------------------------------------------


@pytest.mark.parametrize("flag", EMERGENCY)
def test_an_emergency_flag_stops_and_is_recorded(flag: str, home: Path) -> None:
    done = answered(home, red_flags=[flag])
    assert done.code == 4
    assert "emergency" in done.err
    assert on_record(home)["red_flags"] == [flag]
    assert stopped_by(home) == "emergency-flags"


@pytest.mark.parametrize("flag", EMERGENCY)
def test_an_emergency_flag_lifts_only_when_answered_no_and_cleared_by_one_who_knows(flag: str, home: Path) -> None:
    def cleared(on: str, knows: list[str]) -> dict[str, Any]:
        return {"by": "doctor", "on": on, "knows": knows}

    answered(home, red_flags=[flag])
    later = "2026-11-25"
    assert answered(home, later, red_flags=[flag], clearance=cleared(later, [flag])).code == 4  # still answered yes
    assert answered(home, later, clearance=cleared("2026-11-02", [])).code == 4  # no clearance that knows
    assert answered(home, later, clearance=cleared(later, [])).code == 4  # does not know
    assert answered(home, later, clearance=cleared("2026-11-22", [flag])).code == 4  # before the flag's day
    assert stopped_by(home, later) == "emergency-flags"
    assert answered(home, later, clearance=cleared("2026-11-23", [flag])).code == 0  # on its day
    assert stopped_by(home, later) is None


def test_an_emergency_flag_cleared_first_and_answered_no_later_lifts_then(home: Path) -> None:
    answered(home, red_flags=["saddle-numbness"])
    cleared = {"by": "doctor", "on": TODAY, "knows": ["saddle-numbness"]}
    assert answered(home, red_flags=["saddle-numbness"], clearance=cleared).code == 4
    assert run("init", "--red-flags", "none", home=home).code == 0


def test_an_emergency_flag_reported_again_after_it_was_lifted_stops_again(home: Path) -> None:
    answered(home, red_flags=["saddle-numbness"])
    answered(home, clearance={"by": "doctor", "on": TODAY, "knows": ["saddle-numbness"]})
    assert stopped_by(home) is None
    later = "2026-12-01"
    assert run("init", "--red-flags", "saddle-numbness", home=home, today=later).code == 4
    assert run("init", "--red-flags", "none", home=home, today=later).code == 4  # the old clearance is before it
    assert run("init", "--clearance-on", later, home=home, today=later).code == 4  # nobody said that this one knows
    assert run("init", "--knows", "saddle-numbness", home=home, today=later).code == 0


@pytest.mark.parametrize("flag", URGENT)
def test_an_urgent_flag_lifts_with_a_clearance_on_or_after_its_day_that_knows(flag: str, home: Path) -> None:
    assert answered(home, red_flags=[flag]).code == 4
    assert stopped_by(home) == "urgent-flags"
    for on, knows, code in (("2026-11-22", flag, 4), (TODAY, "none", 4), (TODAY, flag, 0)):
        assert run("init", "--clearance-on", on, "--knows", knows, home=home).code == code
    assert stopped_by(home) is None


def test_an_urgent_flag_answered_no_still_wants_a_clearance_that_knows(home: Path) -> None:
    answered(home, red_flags=["fever"])
    later = "2026-11-25"
    assert run("init", "--red-flags", "none", home=home, today=later).code == 4
    assert run("init", "--clearance-on", later, "--knows", "fever", home=home, today=later).code == 0


@pytest.mark.parametrize("flag", CLINICIAN_FIRST)
def test_a_clinician_first_flag_stops_only_until_the_clearance_knows(flag: str, home: Path) -> None:
    assert answered(home, red_flags=[flag]).code == 4
    assert stopped_by(home) == "clinician-first"
    assert run("init", "--knows", flag, home=home).code == 0  # the clearance of three weeks ago does
    week = week_of(home)
    assert any(name_of(flag) in notice for notice in week["notices"])


def test_a_clinician_first_flag_answered_no_stops_no_more(home: Path) -> None:
    answered(home, red_flags=["not-better"])
    assert run("init", "--red-flags", "none", home=home).code == 0


@pytest.mark.parametrize("rule", HEART, ids=lambda rule: rule.id)
def test_what_is_told_of_the_heart_stops_until_the_clearance_knows(rule: HeartRule, home: Path) -> None:
    started(home)
    done = run("init", "--heart", rule.id, home=home)
    assert done.code == 4
    assert (rule.name if rule.kind == "disease" else f": {rule.name}.") in done.err
    assert f"--knows {rule.id}" in run("init", "--only", "clearance", home=home).err
    assert stopped_by(home) == {"sign": "heart-signs", "disease": "heart-known"}[rule.kind]
    alone = run("init", "--knows", rule.id, home=home).code  # of a sign, who looked at it since is said anew
    assert alone == (0 if rule.kind == "disease" else 2)
    assert run("init", "--clearance-by", "doctor", "--clearance-on", TODAY, "--knows", rule.id, home=home).code == 0
    assert any(rule.name in notice for notice in week_of(home)["notices"])
    assert on_record(home)["heart"] == [rule.id]


def test_a_sign_of_the_heart_that_has_gone_lifts_once_it_is_known_and_a_disease_at_once(home: Path) -> None:
    later = "2026-11-25"
    started(home)
    assert run("init", "--heart", "blackout,diabetes", home=home).code == 4
    assert run("init", "--heart", "blackout", home=home, today=later).code == 4
    assert run("init", "--heart", "none", home=home, today=later).code == 4
    assert stopped_by(home, later) == "heart-signs"
    assert answered(home, later).code == 4  # a whole file without it does not undo it either
    assert run("init", "--clearance-on", later, home=home, today=later).code == 4
    assert run("init", "--knows", "blackout", home=home, today=later).code == 0
    assert on_record(home)["heart"] == []


def test_a_file_that_leaves_heart_and_age_out_changes_neither(home: Path) -> None:
    started(home, born=1948)
    run("init", "--heart", "diabetes", "--knows", "diabetes", home=home)
    before = on_record(home)
    cleared = {"by": "doctor", "on": "2026-11-02", "knows": ["diabetes"]}
    assert answered(home, heart=..., clearance=cleared).code == 0
    assert on_record(home) == before
    assert answered(home, heart=[], born=None).code == 0
    assert "born" not in on_record(home)


def test_who_was_never_asked_of_the_heart_is_told_once_a_week_and_bare_until_they_answer(home: Path) -> None:
    started(home, heart=...)
    told = "`backplan init --only heart`"
    assert told in " ".join(week_of(home)["notices"])
    assert told in run(home=home).out
    assert run("init", "--heart", "none", home=home).code == 0
    assert told not in " ".join(week_of(home)["notices"]) + run(home=home).out


@pytest.mark.parametrize("text", ["1899", "2027", "1990.5", "long ago", "150 years"])
def test_a_year_of_birth_that_cannot_be_is_refused(text: str, home: Path) -> None:
    started(home)
    done = run("init", "--born", text, home=home)
    assert done.code == 2
    assert "1958" in done.err
    assert run("init", "--born", "1900", home=home).code == run("init", "--born", "2008", home=home).code == 0


@pytest.mark.parametrize(
    ("text", "born"),
    [("67 years", 1959), ("67 years old", 1959), ("I am 67", 1959), ("1959", 1959), ("18 years", 2008), ("none", None)],
)
def test_an_age_that_is_said_as_one_is_understood(text: str, born: int | None, home: Path) -> None:
    started(home, born=1948)
    assert run("init", "--born", text, home=home).code == 0
    assert on_record(home).get("born") == (str(born) if born else None)


@pytest.mark.parametrize(("text", "either"), [("67", "67 years, or 1967"), ("26", "26 years, or 2026")])
def test_a_number_that_may_be_an_age_or_a_year_is_asked_about(text: str, either: str, home: Path) -> None:
    started(home)
    done = run("init", "--born", text, home=home)
    assert (done.code, either in done.err) == (2, True)


@pytest.mark.parametrize("text", ["2009", "2026", "12 years", "17 years"])
def test_who_is_no_adult_is_told_kindly_whom_to_ask(text: str, home: Path) -> None:
    started(home)
    for done in (run("init", "--born", text, home=home), answered(home, born=2009)):
        assert done.code != 0
        assert "a physiotherapist who treats children" in done.err
    assert "born" not in on_record(home)


def test_an_answer_on_the_heart_alone_leaves_the_question_of_the_age(home: Path) -> None:
    started(home, heart=...)
    today = date.fromisoformat(TODAY)
    with Workspace(today, home).opened() as store, store.transaction():
        person = store.people.person()
        assert person is not None
        store.people.record(person._replace(age_asked=False), today)
    told = "A new question, about your age"
    assert run("init", "--heart", "none", home=home).code == 0
    assert any(told in notice for notice in week_of(home)["notices"])
    assert run("init", "--born", "none", home=home).code == 0
    assert not any(told in notice for notice in week_of(home)["notices"])


def test_no_clearance_no_plan(home: Path) -> None:
    done = answered(home, clearance=None)
    assert done.code == 4
    assert stopped_by(home) == "clearance-required"
    assert run("init", "--clearance-by", "physiotherapist", "--clearance-on", TODAY, home=home).code == 0


def test_a_clearance_lasts_to_the_day_before_its_year_is_over(home: Path) -> None:
    started(home, "2025-11-24", clearance={"by": "doctor", "on": "2025-11-24"})
    assert stopped_by(home, "2026-11-23") is None
    assert stopped_by(home, "2026-11-24") == "clearance-expired"
    renewed = run("init", "--clearance-on", "2026-11-24", home=home, today="2026-11-24")
    assert renewed.code == 0
    assert stopped_by(home, "2026-11-24") is None


def test_a_clearance_given_on_a_leap_day_ends_on_the_first_of_march(home: Path) -> None:
    started(home, "2028-02-29", clearance={"by": "doctor", "on": "2028-02-29"})
    assert stopped_by(home, "2029-02-28") is None
    assert stopped_by(home, "2029-03-01") == "clearance-expired"


def test_a_clearance_of_tomorrow_stops_when_the_clock_was_wrong(home: Path) -> None:
    started(home, "2026-11-25", clearance={"by": "doctor", "on": "2026-11-25"})
    assert stopped_by(home, "2026-11-24") == "clearance-future"
    assert stopped_by(home, "2026-11-25") is None


@pytest.mark.parametrize("what", ["fall", "hospital", "diagnosis", "heart", "numbness"])
def test_a_change_of_health_ends_an_earlier_clearance_only(what: str, home: Path) -> None:
    assert answered(home, changed={"on": "2026-11-03", "what": what}).code == 4
    assert stopped_by(home) == "clearance-ended"
    assert run("init", "--clearance-on", "2026-11-04", home=home).code == 0
    assert stopped_by(home) is None


def test_of_a_change_on_the_day_of_the_clearance_it_is_asked_whether_who_agreed_knew(home: Path) -> None:
    assert answered(home, changed={"on": "2026-11-03", "what": "fall"}).code == 4
    told = run("init", "--clearance-on", "2026-11-03", home=home)
    assert (told.code, stopped_by(home)) == (4, "clearance-ended")
    assert "`backplan init --knows fall`" in told.err
    assert run("init", "--changed", "none", home=home).code == 4, "which takes nothing back"
    assert run("init", "--knows", "fall", home=home).code == 0
    assert stopped_by(home) is None
    child = terminal("init", "--only", "clearance", home=home)
    answer(child, ("Who agreed", "doctor, 3 November 2026"))
    answer(child, ("a fall with injury", "n"))
    assert ended(child)[0] == 4
    child = terminal("init", "--only", "clearance", home=home)
    answer(child, ("Who agreed", "doctor, 3 November 2026"), ("Does the clinician know", "y"))
    assert ended(child)[0] == 0
    assert stopped_by(home) is None


def test_an_operation_needs_a_release_for_a_year(home: Path) -> None:
    assert answered(home, surgery={"kind": "disc", "on": "2026-08-01"}).code == 4
    assert stopped_by(home) == "surgery-released"
    assert run("init", "--released", "2026-09-15", home=home).code == 0
    assert stopped_by(home) is None


def test_an_operation_a_year_ago_needs_no_release(home: Path) -> None:
    surgery = {"kind": "fusion", "on": "2025-11-23"}
    assert answered(home, surgery=surgery, clearance={"by": "doctor", "on": "2026-01-02"}).code == 0
    assert answered(home, "2026-11-22", surgery=surgery, clearance={"by": "doctor", "on": "2026-01-02"}).code == 4


def test_an_operation_after_the_clearance_ends_it(home: Path) -> None:
    surgery = {"kind": "disc", "on": "2026-11-05", "released": "2026-11-20"}
    assert answered(home, surgery=surgery).code == 4
    assert stopped_by(home) == "clearance-ended"
    assert run("init", "--clearance-by", "surgeon", "--clearance-on", "2026-11-20", home=home).code == 0


@pytest.mark.parametrize(
    ("by", "on", "stops"),
    [
        ("physiotherapist", "2026-11-02", True),
        ("surgeon", "2026-11-02", True),
        ("midwife", "2026-11-02", False),
        ("doctor", "2026-11-02", False),
        ("doctor", "2026-06-01", True),
    ],
)
def test_in_pregnancy_a_doctor_or_midwife_clears_and_in_this_pregnancy(
    by: str, on: str, stops: bool, home: Path
) -> None:
    done = answered(home, pregnancy={"weeks": 20, "on": "2026-11-20"}, clearance={"by": by, "on": on})
    assert done.code == (4 if stops else 0)
    assert stopped_by(home) == ("pregnancy-cleared" if stops else None)
    assert run("init", "--clearance-by", "midwife", "--clearance-on", TODAY, home=home).code == 0


def test_a_pregnancy_past_its_term_asks_how_things_are(home: Path) -> None:
    started(home, pregnancy={"weeks": 40, "on": TODAY})
    assert stopped_by(home, "2026-12-13") is None
    assert stopped_by(home, "2026-12-14") == "pregnancy-over"
    assert run("init", "--pregnant-weeks", "0", "--birth", "none", home=home, today="2026-12-14").code == 0


def test_pain_that_is_not_controlled_stops_and_names_no_medicine(home: Path) -> None:
    done = answered(home, pain={**answers()["pain"], "controlled": False})
    assert done.code == 4
    assert stopped_by(home) == "pain-controlled"
    for word in ("ibuprofen", "paracetamol", "tablet", "opioid", "mg"):
        assert word not in done.err.lower().split()
    assert run("init", "--controlled", home=home).code == 0


def test_many_stops_at_once_are_left_one_after_the_other(home: Path) -> None:
    answered(
        home,
        red_flags=["saddle-numbness", "fever", "not-better"],
        clearance=None,
        pain={**answers()["pain"], "controlled": False},
        surgery={"kind": "other", "on": "2026-10-01"},
        pregnancy={"weeks": 20, "on": "2026-11-20"},
        changed={"on": "2026-11-20", "what": "hospital"},
    )
    steps = [
        ["--red-flags", "none"],
        ["--clearance-by", "doctor", "--clearance-on", "2026-11-24", "--knows", "saddle-numbness,fever"],
        ["--controlled"],
        ["--released", "2026-11-20"],
    ]
    codes = [run("init", *step, home=home, today="2026-11-24").code for step in steps]
    assert codes == [4, 4, 4, 0]
    assert stopped_by(home, "2026-11-24") is None


def test_a_stop_tells_which_command_records_the_way_out(home: Path) -> None:
    for changes in (
        {"red_flags": ["fever"]},
        {"red_flags": ["not-better"]},
        {"clearance": None},
        {"changed": {"on": "2026-11-20", "what": "fall"}},
        {"surgery": {"kind": "disc", "on": "2026-08-01"}},
        {"pain": {**answers()["pain"], "controlled": False}},
    ):
        done = answered(home, **changes)
        assert done.code == 4
        assert "backplan init --only" in done.err, done


def test_pain_answered_anew_is_the_latest_word_even_when_the_number_is_the_old_one(home: Path) -> None:
    started(home, "2026-11-02")
    run("log", "--pain", "8", "--peak", "8", "--effort", "2", home=home, today="2026-11-22")
    assert week_of(home)["mode"] == "coping-only"
    assert run("init", "--pain", "3", home=home).code == 0
    assert week_of(home)["mode"] == "flare"  # heard, and the first of the two calm days that a flare takes to settle


def test_pain_answered_after_an_entry_of_the_same_day_counts(home: Path) -> None:
    """It is the first of the two calm days that a flare takes to settle."""
    started(home, "2026-11-02")
    run("log", "--pain", "8", "--peak", "8", "--effort", "2", home=home)
    assert week_of(home)["mode"] == "coping-only"
    assert run("init", "--pain", "2", home=home).code == 0
    assert week_of(home)["mode"] == "flare"
    run("log", "--morning", "3", home=home, today="2026-11-24")
    assert week_of(home, today="2026-11-24")["mode"] == "normal"


def test_pain_left_as_it_was_does_not_outweigh_the_diary(home: Path) -> None:
    started(home, "2026-11-02")
    run("log", "--pain", "8", "--peak", "8", "--effort", "2", home=home)
    assert run("init", "--equipment", "band,block", home=home).code == 0
    assert week_of(home)["mode"] == "coping-only"


def test_a_place_without_write_permission_says_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    done = process("init", *FLAGS, home=blocked / "inside")
    assert done.code == 5
    assert "Traceback" not in done.err


def test_a_new_change_of_health_is_of_today_unless_its_day_is_given(home: Path) -> None:
    started(home, changed={"on": "2026-01-20", "what": "fall"})
    assert run("init", "--changed", "hospital", home=home).code == 4
    assert on_record(home)["changed"] == {"on": TODAY, "what": "hospital"}
    assert stopped_by(home) == "clearance-ended"


def test_answers_nobody_gave_are_not_shown_as_given(home: Path) -> None:
    """An interview that an emergency sign ended is on record, but nothing of it is shown or judged by."""
    assert run("init", "--red-flags", "saddle-numbness", home=home).code == 4
    shown = run("init", "--show", home=home)
    assert shown.code == 2
    assert not shown.out
    assert shown.err.splitlines() == ["no finished interview is on record; run `backplan init`"]
    judged = run("why", "bird-dog-leg", "--json", home=home)
    assert judged.json["for"] == "anybody"
    assert judged.json["allowed"]
    nobody = run("why", "bird-dog-leg", "--json", home=home.parent / "nobody").json
    assert judged.json | {"stop": None, "emergency": LINE} == nobody
    assert judged.json["stop"]["rule"] == "emergency-flags"
    assert stopped_by(home) == "emergency-flags"


def test_none_where_a_list_belongs_is_shown_as_an_empty_list_and_a_slip_in_a_key_is_named(home: Path) -> None:
    done = answered(home, red_flags="none", levle="basic", level=...)
    assert done.code == 3
    assert "should look like `red_flags: []`" in done.err
    assert "did you mean level?" in done.err


@pytest.mark.parametrize(
    ("flags", "named"),
    [
        (["--pool-days", "tue"], "days for the pool"),
        (["--likes", "swimming,walking"], "swimming"),
        (["--tolerance", "walk=15,swim=8"], "how long you swim"),
        (["--equipment", "band,noodle"], "a foam noodle"),
        (["--likes", "walking"], ""),
        (["--equipment", "band,pool", "--pool-days", "tue"], ""),
        (["--pool-days", "tue", "--conditions", "no-pool"], ""),
        (["--swim"], ""),
    ],
)
def test_water_without_a_pool_is_said_at_once_with_the_command_that_adds_it(
    flags: list[str], named: str, home: Path
) -> None:
    started(home, equipment=["band"])
    said = run("init", *flags, home=home).out
    assert ("no pool among what you have" in said) == bool(named)
    if named:
        assert named in said
        things = "band,noodle" if "noodle" in named else "band"
        assert f"`backplan init --equipment {things},pool`" in said
        assert "no pool" not in run("init", "--pain", "3", home=home).out, "once"
        assert "no pool" not in run("init", "--equipment", f"{things},pool", home=home).out
        assert "pool" in {s["place"] for day in week_of(home)["days"] for s in day["sessions"]}


def test_an_answers_file_that_names_water_without_a_pool_is_told_so(home: Path) -> None:
    time = {"days": ["mon", "tue"], "minutes": 40, "pool_days": ["tue"]}
    said = answered(home, equipment=[], time=time).out
    assert "days for the pool" in said
    assert "`backplan init --equipment pool`" in said


@pytest.mark.parametrize("flag", ["--red-flags", "--heart", "--conditions", "--knows", "--equipment"])
@pytest.mark.parametrize("empty", ["", " ", ","])
def test_an_empty_value_is_no_answer(flag: str, empty: str, home: Path) -> None:
    started(home)
    done = run("init", flag, empty, home=home)
    assert (done.code, done.out) == (2, "")
    assert f"{flag} names nothing: write 'none' for none" in done.err


@pytest.mark.parametrize(
    "told", [("--changed", "numbness", "--changed-on", TODAY), ("--surgery", "fusion", "--surgery-on", TODAY)]
)
def test_answers_without_a_word_on_what_stops_or_with_none_lift_nothing(told: tuple[str, ...], home: Path) -> None:
    started(home)
    assert run("init", *told, home=home).code == 4
    assert answered(home, changed=..., surgery=...).code == 4
    assert run("week", home=home).code == 4
    said = answered(home)
    assert (said.code, "init --by-mistake" in said.out) == (4, True)


def test_what_is_on_record_keeps_nobody_from_telling_of_a_sign(home: Path) -> None:
    """A liked exercise of their own is gone since then; and they have travelled west, into the day before."""
    started(home, today="2026-11-24", clearance={"by": "doctor", "on": "2026-11-24"})
    record = Workspace(date(2026, 11, 24), home)
    with record.opened() as store, store.transaction():
        person = store.people.person()
        assert person is not None
        store.people.record(person._replace(likes=("gone-since",)), date(2026, 11, 24))
    refused = run("init", "--likes", "never-there", home=home, today="2026-11-24")
    assert (refused.code, "never-there" in refused.err) == (2, True)
    assert run("init", "--clearance-on", "2026-11-25", home=home, today="2026-11-24").code == 2
    assert run("init", "--changed", "numbness", home=home).code == 4  # no agreement holds here yet
    assert run("init", "--red-flags", "saddle-numbness", home=home).code == 4
    assert run("week", home=home).code == 4


def test_two_flags_that_say_two_things_of_swimming_are_refused(home: Path) -> None:
    started(home)
    assert run("init", "--no-swim", "--strokes", "breaststroke", home=home).code == 2
    assert run("init", "--swim", "--strokes", "breaststroke", home=home).code == 0


@pytest.mark.parametrize("who", ["nurse", "practice nurse", "my aunt"])
def test_who_agreed_is_refused_by_the_flag_with_who_may(who: str, home: Path) -> None:
    started(home)
    done = run("init", "--clearance-by", who, "--clearance-on", "2026-11-02", home=home)
    assert done.code == 2
    assert f"--clearance-by {who}" in done.err
    assert "doctor, physiotherapist, surgeon, midwife" in done.err
    assert ("nurse's word" in done.err) is ("nurse" in who)
    assert run("init", "--clearance-by", "G.P.", "--clearance-on", "2026-11-02", home=home).code == 0


@pytest.mark.parametrize("flag", ["--red-flags", "--heart", "--conditions", "--knows", "--likes", "--functions"])
def test_none_stands_alone(flag: str, home: Path) -> None:
    started(home)
    said = run("init", flag, "none,yoga", home=home)
    assert (said.code, f"{flag}: none stands alone" in said.err) == (2, True)


def test_a_word_that_stands_elsewhere_on_record_is_no_sign(home: Path) -> None:
    started(home)
    for flag in ("--red-flags", "--heart", "--knows"):
        assert run("init", flag, "doctor", home=home).code == 2


@pytest.mark.parametrize(
    "flags",
    [
        ["--birth", "none", "--birth-on", "2026-11-20"],
        ["--surgery", "none", "--surgery-on", "2026-11-20"],
        ["--changed", "none", "--changed-on", "2026-11-20"],
        ["--clearance-by", "none", "--clearance-on", "2026-11-20"],
    ],
)
def test_that_there_was_none_and_its_day_are_not_both_taken(flags: list[str], home: Path) -> None:
    started(home)
    said = run("init", *flags, home=home)
    assert (said.code, f"leave out {flags[2]}" in said.err) == (2, True)


def test_a_clearance_by_flags_says_how_it_is_told_what_the_clinician_knows(home: Path) -> None:
    started(home)
    run("log", "--leg", "foot", home=home)
    said = run("init", "--clearance-by", "doctor", "--clearance-on", "2026-11-24", home=home, today="2026-11-24")
    assert (said.code, "init --knows leg-further-down`" in said.err) == (4, True)
    assert run("init", "--knows", "leg", home=home, today="2026-11-24").code == 0


@pytest.mark.parametrize("said", ["false", "0", '"no"', "{}"])
def test_how_no_sign_is_written_is_shown(said: str, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"red_flags: {said}\n", encoding="utf-8")
    assert "should look like `red_flags: []`" in run("init", "--answers", str(file), home=home).err


@pytest.mark.parametrize(
    ("said", "right"),
    [("time: {days: [mon], minutes: 30, pool_days: mon}", "pool_days must be a list, like [one, two]"),
     ("time:\n  mon: 30\n  pool_days: mon, wed", "; like this: pool_days: [mon, wed]")],
)  # fmt: skip
def test_a_list_within_another_part_is_shown_by_what_stands_there(
    said: str, right: str, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"red_flags: []\n{said}\n", encoding="utf-8")
    assert right in run("init", "--answers", str(file), home=home).err

"""An exercise of one's own by its name and steps: given where it is prescribed, and no more freely than any other."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from backplan.files.yaml import Places
from backplan.library.in_brief import in_full, parted
from backplan.library.judge_file import judge
from backplan.library.load import load
from backplan.library.own import check_document
from tests.support.cli import Result, run, started, week_of

MONDAY = "2026-11-23"
STEPS = "Stand side-on on a step; let one hip drop; lift it level again"


def typed(home: Path, *args: str) -> Result:
    return run("library", "add", "--name", "Hip hitch", "--steps", STEPS, *args, home=home, today=MONDAY)


def given(home: Path) -> list[dict[str, Any]]:
    week = week_of(home, today=MONDAY)
    return [item for day in week["days"] for each in day["sessions"] for block in each["blocks"]
            for item in block["items"] if item["exercise"] == "hip-hitch"]  # fmt: skip


def test_it_is_typed_in_shown_and_given_once_it_is_prescribed(home: Path) -> None:
    started(home, today=MONDAY)
    done = typed(home, "--dose", "2 x 8 each side", "--back", "still")
    assert "`backplan prescribe add hip-hitch`" in done.out, done
    assert "was not said" not in done.out
    assert "2. Let one hip drop." in run("library", "show", "hip hitch", home=home).out
    assert given(home) == []
    assert run("prescribe", "add", "hip hitch 2x8 3 times a week", home=home, today=MONDAY).code == 0
    assert {item["dose"]["sets"] for item in given(home)} == {2}


def test_until_it_is_said_what_it_does_to_the_back_it_counts_as_all_of_it(home: Path) -> None:
    started(home, today=MONDAY, conditions=["flexion-intolerant"])
    assert "it counts as bending, arching and twisting" in typed(home).out
    run("prescribe", "add", "hip-hitch", home=home, today=MONDAY)
    assert given(home) == []
    assert "bends your back forward under load" in run("why", "hip-hitch", home=home, today=MONDAY).out
    typed(home, "--back", "still")
    assert given(home)


def test_it_calls_for_care_with_whatever_somebody_has(home: Path) -> None:
    started(home, today=MONDAY, conditions=["knee-issue"])
    typed(home, "--back", "still")
    run("prescribe", "add", "hip-hitch", "3x8", home=home, today=MONDAY)
    assert {item["dose"]["sets"] for item in given(home)} == {1}
    assert all("your knee" in item["caution"] for item in given(home))


@pytest.mark.parametrize("steps", ["Skip on the spot for a minute", "Stand on a step; jump down; walk back"])
def test_what_runs_or_jumps_is_judged_like_any_other(home: Path, steps: str) -> None:
    started(home, today=MONDAY)
    done = run("library", "add", "--name", "Quick one", "--steps", steps, home=home)
    assert "Left out for everybody" in done.out
    assert "prescribe add" not in done.out
    run("prescribe", "add", "quick-one", home=home, today=MONDAY)
    assert "quick-one" not in str(week_of(home, today=MONDAY)["days"])


def test_a_file_may_hold_brief_entries_alone_or_among_others(home: Path, tmp_path: Path) -> None:
    alone, some = tmp_path / "alone.yaml", tmp_path / "some.yaml"
    alone.write_text("name: Hip drop\nsteps: [Stand on a step.]\n", encoding="utf-8")
    some.write_text(yaml.safe_dump([{"name": "Toe lift", "steps": STEPS, "back": ["arches", "twists"]}]), "utf-8")
    assert run("library", "add", str(alone), home=home).code == 0
    assert run("library", "check", str(some), home=home).code == 0
    assert run("library", "add", str(some), home=home).code == 0
    assert "arches" not in run("library", "show", "hip-drop", home=home).err
    assert "under load" in run("library", "show", "toe-lift", home=home).out


def test_what_cannot_be_read_is_told_with_what_can(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(yaml.safe_dump([{"name": "A one", "steps": STEPS, "back": "wobbles"}]), "utf-8")
    for command in ("add", "check"):
        done = run("library", command, str(file), home=home)
        assert (done.code, "back must be still, bends, arches, twists, sideways" in done.err) == (3, True), done
    assert "type one exercise" in run("library", "add", home=home).err
    assert "give one of the two" in run("library", "add", str(file), "--name", "A", home=home).err
    assert typed(home, "--dose", "3 x 8 with 5 kg").code == 3


@pytest.mark.parametrize(
    ("steps", "position"),
    [
        ("Lie on your side. Lift the top leg.", "side"),
        ("Lie on your back; lift one leg", "supine"),
        ("Lie face down.", "prone"),
        ("On all fours, lift one arm.", "quadruped"),
        ("Sit on a chair. Lift one foot.", "seated"),
        ("Kneel. Lean back.", "kneeling"),
        ("Lift one foot.", "standing"),
    ],
)
def test_how_the_body_is_held_is_read_in_its_steps(steps: str, position: str) -> None:
    assert in_full({"name": "A one", "steps": steps})["position"] == position


def test_an_entry_that_says_more_is_no_brief_one() -> None:
    for entry in ({"name": "A", "steps": ["B."], "slot": "pull"}, {"name": "A"}, "text", ["A"]):
        assert in_full(entry) is entry


def test_steps_in_a_line_are_parted() -> None:
    assert parted("stand tall; lift one hip. Lower it") == ["Stand tall.", "Lift one hip.", "Lower it."]


@pytest.mark.parametrize(
    ("entry", "faults"),
    [
        (
            "- name: Hip hitch\n  stepss: [Stand., Lift.]\n  dose: 2 x 8\n",
            ["2:3: stepss is not a word this file knows (did"],
        ),
        ("- nme: Hip hitch\n  steps: [Stand.]\n", ["1:3: nme is not a word this file knows (did you mean name?)"]),
        (
            "- name: Hip hitch\n  instructions: [Stand.]\n",
            ["2:3: instructions is not a word this file knows (did you mean"],
        ),
        ("- name: Hip hitch\n  dose: 2 x 8\n", ["1:3: steps is missing; it looks like `steps: ["]),
        ("- name: Hip hitch\n", ["1:3: steps is missing; it looks like `steps: ["]),
        ("name: Hip hitch\n", ["1:1: steps is missing; it looks like `steps: ["]),
        (
            "- steps: [Stand.]\n  Equipment: [step]\n",
            ["1:3: name is missing", "2:3: Equipment is not a word this file"],
        ),
        ("name: Hip hitch\nstep: Stand.\n", ["1:1: step is not a word this file knows (did you mean steps"]),
    ],
)
@pytest.mark.parametrize("command", ["check", "add"])
def test_a_slip_in_a_brief_entry_is_told_alone(
    entry: str, faults: list[str], command: str, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(entry, encoding="utf-8")
    done = run("library", command, str(file), home=home)
    told = done.err.splitlines()
    assert (done.code, len(told)) == (3, len(faults)), done
    assert all(line.startswith(f"mine.yaml:{fault}") for line, fault in zip(told, faults, strict=True)), told


@pytest.mark.parametrize(
    ("name", "steps", "kept"),
    [
        ("Double knee hug", ["Hold behind your thighs and rock gently."], True),
        ("Figure of eight", ["Walk round two chairs in a figure of eight."], True),
        ("Jogging belt intervals", ["In the deep end with the belt on, jog 60 seconds, scull 60."], True),
        ("Walking football", ["No running at any time; a player who runs gives away a free kick."], True),
        ("Walking football warm-up", ["Jog to the far goal and back."], False),
        ("Star jumps", ["Jump."], False),
    ],
)
def test_what_check_says_of_a_brief_entry_is_what_add_makes_of_it(name: str, steps: list[str], *, kept: bool) -> None:
    entry = in_full({"name": name, "steps": steps, **({"place": ["pool"]} if "belt" in name else {})})
    [judged] = judge([entry], Places("mine.yaml"))
    [added] = check_document([entry], Places("mine.yaml"), load(), {}).exercises
    assert (not judged.rules, not (added.gives_away or added.in_doubt)) == (kept, kept)


def test_a_counted_dose_in_parts_and_a_place_may_stand_in_a_brief_entry() -> None:
    found = in_full({"name": "Hip hitch", "steps": ["Stand."], "dose": {"sets": 2, "reps": 8}, "place": ["gym"]})
    assert found["dose"] == {"sets": 2, "reps": 8, "hold": 0}
    assert found["place"] == ["gym"]


@pytest.mark.parametrize(
    ("name", "steps", "kept"),
    [
        ("Pool hops", ["Shoulder-deep water.", "Hop on one leg five times."], True),
        ("Star jumps", ["Stand in chest-deep water.", "Jump the legs apart and together."], True),
        ("Pool jog", ["In chest-deep water jog from wall to wall."], True),
        ("Hops", ["Stand beside the pool.", "Hop on one leg five times."], False),
        ("Hops", ["Hop on one leg five times.", "Drink some water."], False),
        ("Water station run", ["Run to the water station and back."], False),
        ("Water hops", ["Hop over the puddle of water."], False),
        ("Pool run", ["Run to the pool and back."], False),
        ("Hops", ["Hop five times.", "If your knees ache, do it in the pool."], False),
    ],
)
def test_a_brief_entry_that_says_no_place_is_in_the_water_where_its_words_put_it(
    name: str, steps: list[str], *, kept: bool
) -> None:
    [judged] = judge([in_full({"name": name, "steps": steps})], Places("mine.yaml"))
    assert (not judged.rules) == kept


def test_a_place_that_is_said_stands_whatever_the_words_say() -> None:
    assert in_full({"name": "Pool hops", "steps": ["In the pool, hop."], "place": ["home"]})["place"] == ["home"]
    assert in_full({"name": "Pool hops", "steps": ["In the pool, hop."]})["place"] == ("home", "pool")

"""`library`: each filter alone and with others, wrong words, the search, and everything of one exercise."""

from functools import cache
from pathlib import Path

import pytest
from rich.text import Text

from backplan.actions.library import fits
from backplan.library import load
from backplan.library.search import Shelves
from backplan.model.exercise import Exercise
from backplan.model.wording import spaced
from backplan.planner.choice import barring
from backplan.planner.choice.dose import doses
from backplan.render import words
from backplan.render.exercise import table
from tests.support import people
from tests.support.cli import Result, run, started
from tests.support.windows import MINE


@cache
def exercises() -> tuple[Exercise, ...]:
    return load.load().exercises


def ids(done: Result) -> list[str]:
    assert done.code == 0, done
    return [exercise["id"] for exercise in done.json["exercises"]]


def listed(home: Path, *args: str) -> list[str]:
    return ids(run("library", *args, "--json", home=home))


@cache
def shelves() -> Shelves:
    return Shelves(exercises())


def found(text: str) -> list[str]:
    return [exercise.id for exercise in shelves().search(text).exercises]


# What people say.


@pytest.mark.parametrize(
    ("text", "area"),
    [("bum muscles", "glute"), ("bottom", "glute"), ("something for my tummy", "abdominals"), ("abs", "abdominals")],
)
def test_a_part_of_the_body_is_found_by_its_everyday_word(text: str, area: str) -> None:
    missing = [e.id for e in exercises() if area in e.areas and e.status == "standard" and e.id not in found(text)]
    assert not missing


def test_what_can_be_done_in_bed_and_what_warms_up_is_found_by_that() -> None:
    assert {e.id for e in exercises() if e.bed and e.status == "standard"} <= set(found("in bed"))
    warm = {e.id for e in exercises() if "warm-up" in e.use and e.status == "standard"}
    assert warm <= set(found("warm up"))
    assert found("warm up") == found("warm-up")


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("no kneeling", "quadruped"),
        ("not kneeling", "half-kneel"),
        ("stretch without lying down", "supine"),
        ("core no lying", "prone"),
        ("avoid sitting", "seated"),
    ],
)
def test_what_is_to_be_spared_is_in_none_of_those_found(text: str, position: str) -> None:
    by_id = {exercise.id: exercise for exercise in exercises()}
    assert found(text)
    assert not [key for key in found(text) if by_id[key].position == position or by_id[key].status == "excluded"]


def test_without_equipment_finds_those_that_need_none() -> None:
    by_id = {exercise.id: exercise for exercise in exercises()}
    assert found("without equipment")
    assert not [key for key in found("without equipment") if by_id[key].equipment]


def test_no_twisting_goes_by_the_movement_too() -> None:
    by_id = {exercise.id: exercise for exercise in exercises()}
    twists = [key for key in found("no twisting") if any(m.startswith("rotation") for m in by_id[key].movements)]
    assert found("no twisting")
    assert not twists


@pytest.mark.parametrize("text", ["five minutes", "warm up", "stiff in the morning", "5 minutes", "jump about a bit"])
def test_a_sport_or_a_later_move_is_not_found_by_a_word_of_its_steps(text: str) -> None:
    by_id = {exercise.id: exercise for exercise in exercises()}
    assert not [key for key in found(text) if by_id[key].status in ("excluded", "gated")]


# The list.


@pytest.mark.parametrize(
    ("flag", "word", "key"),
    [
        ("--block", "core", "block"),
        ("--modality", "yoga", "modality"),
        ("--area", "low-back", "areas"),
        ("--place", "pool", "place"),
        ("--equipment", "band", "equipment"),
        ("--level", "advanced", "level"),
    ],
)
def test_a_filter_keeps_those_that_have_the_word_and_no_others(flag: str, word: str, key: str, home: Path) -> None:
    wanted = [e.id for e in exercises() if word == getattr(e, key) or word in tuple(getattr(e, key))]
    assert listed(home, flag, word) == wanted
    assert 0 < len(wanted) < len(exercises())


def test_filters_narrow_together_and_are_written_as_people_write(home: Path) -> None:
    wanted = [e.id for e in exercises() if e.block == "core" and "low-back" in e.areas and e.level == "basic"]
    assert listed(home, "--block", "Core", "--area", "low back", "--level", " basic ") == wanted


def test_a_condition_leaves_out_by_movement_as_the_plan_does(home: Path) -> None:
    kept = set(listed(home, "--condition", "osteoporosis"))
    by_id = {exercise.id: exercise for exercise in exercises()}
    assert not [
        key for key in kept if "flexion" in by_id[key].movements and not barring.why_left_out(by_id[key], "healing")
    ]
    assert not kept & {e.id for e in exercises() if "osteoporosis" in e.contraindications}
    assert "one-leg-stand" in kept


def test_a_condition_leaves_out_what_only_its_movements_give_away() -> None:
    bend = people.exercise(movements=("flexion-loaded",))
    assert not fits(bend, {"condition": "flexion-intolerant"})
    assert fits(bend, {"condition": "hip-issue"})


def test_a_condition_may_be_one_that_follows_from_other_answers(home: Path) -> None:
    kept = listed(home, "--condition", "no-floor")
    assert "bird-dog" not in kept
    assert "sit-to-stand" in kept


@pytest.mark.parametrize(
    ("args", "near"),
    [
        (["--block", "cor"], "core"),
        (["--modality", "yogi"], "yoga"),
        (["--area", "lowback"], "low-back"),
        (["--place", "poool"], "pool"),
        (["--equipment", "bnad"], "band"),
        (["--level", "begin"], "basic"),
        (["--condition", "siatica"], "sciatica"),
        (["--condition", "healing"], "sciatica"),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"], ["--plain"]])
def test_a_wrong_word_is_exit_2_with_near_names(args: list[str], near: str, form: list[str], home: Path) -> None:
    done = run("library", *args, *form, home=home)
    assert done.code == 2
    assert near in done.err
    assert done.out == ""


def test_all_wrong_words_are_told_at_once(home: Path) -> None:
    done = run("library", "--block", "cor", "--condition", "siatica", home=home)
    assert done.code == 2
    assert "--block" in done.err
    assert "--condition" in done.err


def test_flags_that_leave_nothing_say_which_one_to_leave_out(home: Path) -> None:
    done = run("library", "--block", "relax", "--place", "gym", home=home)
    assert done.code == 0
    assert done.out == ""
    assert f"without --place gym: {sum(e.block == 'relax' for e in exercises())}" in done.err
    assert listed(home, "--block", "relax", "--place", "gym") == []


def test_a_filter_before_a_search_is_refused_and_not_passed_over(home: Path) -> None:
    done = run("library", "--block", "core", "search", "knee", home=home)
    assert done.code == 2
    assert "--block" in done.err


def test_the_list_marks_what_is_left_out_for_everybody(home: Path) -> None:
    *lines, _ = run("library", home=home).out.splitlines()  # the last says when to stop
    rows = dict(line.split("\t", 1) for line in lines)
    assert len(rows) == len(exercises())
    assert rows["road-running"].endswith("left out for now")
    assert rows["seated-sciatic-nerve-slider"].endswith("if prescribed")
    assert "left out" not in rows["bird-dog"]


# The search.


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("bird dog", "bird-dog"),
        ("Bird-Dog", "bird-dog"),
        ("birddog", "bird-dog"),
        ("bird dgo", "bird-dog"),
        ("brid-dog", "bird-dog"),
        ("sit ups", "full-sit-up"),
        ("easy walk", "easy-walk"),
        ("side bridge", "side-bridge"),
        ("quadruped arm and leg raise", "bird-dog"),
        ("wheat bag", "warm-pack"),
        ("breething belly", "belly-breathing"),
    ],
)
def test_what_is_meant_comes_first(text: str, first: str) -> None:
    assert found(text)[0] == first


def test_a_typing_error_finds_what_the_right_word_finds_and_says_so(home: Path) -> None:
    assert found("kneee") == found("knee") == found("knees")
    done = run("library", "search", "kneee", home=home)
    assert done.code == 0
    assert "did you mean knee?" in done.err
    assert run("library", "search", "kneee", "--json", home=home).json["meant"] == "knee"
    assert run("library", "search", "knee", home=home).err == ""


def test_names_come_before_kinds_and_words_of_the_steps_last() -> None:
    order = found("yoga")
    by_id = {exercise.id: exercise for exercise in exercises()}
    assert {by_id[key].modality for key in order[:3]} == {"yoga"}
    names = ["knee" in (e.id + e.name).lower() for e in shelves().search("knee").exercises]
    assert names == sorted(names, reverse=True) or names.index(False) >= sum(names) - 3
    assert found("handle")


def test_every_exercise_is_found_first_by_its_own_name() -> None:
    first = {each.id: found(each.name)[0] for each in exercises()}
    assert {key: other for key, other in first.items() if other != key} == {}


def test_what_must_wait_comes_after_its_equals() -> None:
    held = [e.status != "standard" for e in shelves().search("plank").exercises]
    assert held[0] is False


def test_words_that_nothing_has_together_give_what_has_most_of_them(home: Path) -> None:
    done = run("library", "search", "warm", "kettlebell", "breaststroke", home=home)
    assert done.code == 0
    assert done.out
    assert "No exercise has all of these words" in done.err


@pytest.mark.parametrize("text", ["xyzzyq", "!!", "\x1b[2J", "💥"])
def test_nothing_found_is_exit_2(text: str, home: Path) -> None:
    done = run("library", "search", text, home=home)
    assert done.code == 2
    assert "nothing found" in done.err
    assert "\x1b" not in done.err


@pytest.mark.parametrize("far", ["5 minutes", "10 reps", "ten seconds", "hello", "morning"])
def test_what_is_far_off_is_not_shown(far: str, home: Path) -> None:
    done = run("library", "search", *far.split(), home=home)
    assert (done.code, done.out) == (2, "")
    assert f"nothing found for {far}" in done.err


@pytest.mark.parametrize("asked", ["sore wrist", "brid dog", "clem shell"])
def test_what_is_near_is_shown_first(asked: str, home: Path) -> None:
    first = run("library", "search", *asked.split(), "--plain", home=home).out.split("\t", 1)[0]
    assert first == {"sore wrist": "forearm-wrist-stretch", "brid dog": "bird-dog", "clem shell": "clamshell"}[asked]


def test_an_empty_search_is_told_what_to_type(home: Path) -> None:
    assert "say what to look for" in run("library", "search", "  ", home=home).err


# One exercise.


def shown(home: Path, key: str) -> str:
    done = run("library", "show", key, home=home)
    assert done.code == 0
    return done.out


def test_show_says_everything(home: Path) -> None:
    bird = next(exercise for exercise in exercises() if exercise.id == "bird-dog")
    out = shown(home, "Bird dog")
    for part in (
        *bird.also,
        *bird.steps,
        *bird.cues,
        bird.stop,
        *map(spaced, bird.areas),
        *bird.place,
        *bird.equipment,
    ):
        assert part in out
    assert "Harder: Bird dog with squares (bird-dog-squares)" in out
    assert "Easier: Bird dog leg reach (bird-dog-leg)" in out
    assert "on hands and knees" in out
    assert all(words.in_a_line(dose) in out for dose in doses(bird))
    assert "Left out (cannot get down to the floor and up again): it is done on the floor." in out
    assert barring.TAG_MEANS["wrist-issue"] in out
    assert f"Effort: {bird.met} times that of sitting still" in out
    assert "Ainsworth" in out
    assert "Callaghan" in out


def test_show_says_what_keeps_an_exercise_from_everybody(home: Path) -> None:
    running = shown(home, "road-running")
    assert "lands hard" in running
    assert "Instead: " in running
    assert "Left out (" not in running
    assert "therapist has prescribed" in shown(home, "seated-sciatic-nerve-slider")
    assert "advanced level" in shown(home, "pilates-hundred")


def test_show_as_json_has_the_ladder_what_bars_it_and_whole_sources(home: Path) -> None:
    found = run("library", "show", "bird-dog", "--json", home=home).json
    assert found["id"] == "bird-dog"
    assert len(found["ladder"]) > 1
    assert {"tag": "no-floor", "reason": "it is done on the floor"} in found["barred"]
    assert [source["id"] for source in found["bibliography"]] == sorted(found["sources"])


def test_show_plain_is_the_same(home: Path) -> None:
    assert run("library", "show", "bird-dog", "--plain", home=home).out == shown(home, "bird-dog")


def test_show_of_an_unknown_exercise_is_exit_2_with_near_names(home: Path) -> None:
    done = run("library", "show", "bird-dgo", home=home)
    assert done.code == 2
    assert "bird-dog" in done.err


def test_every_exercise_can_be_shown(home: Path) -> None:
    from backplan.render.exercise import in_full

    whole = load.load()
    for exercise in whole.exercises:
        assert len(list(in_full(exercise, whole))) >= 8


def test_what_bars_is_the_plans_own_answer_for_every_mark() -> None:
    """Every mark of the library is among what bars, so that `show` and the week never disagree."""
    marks = {exercise.id: {*exercise.contraindications} & {*barring.TAGS} for exercise in exercises()}
    bars = {exercise.id: {*barring.reasons_by_tag(exercise)} for exercise in exercises() if marks[exercise.id]}
    assert {key: mark - bars[key] for key, mark in marks.items() if mark and mark - bars[key]} == {}


def test_in_a_narrow_terminal_no_name_is_squeezed_into_a_column() -> None:
    long = [each for each in exercises() if len(each.id) > 24]
    narrow = table(long, 60)
    assert isinstance(narrow, Text)
    assert all(len(line) <= 60 for line in narrow.plain.splitlines())
    whole = " ".join(narrow.plain.split())
    assert all(f"{each.name} ({each.id})" in whole for each in long)
    assert not isinstance(table(long, 140), Text)


def test_an_own_exercise_that_is_prescribed_is_missed_when_it_goes_and_leaves_an_export_that_is_read(
    tmp_path: Path,
) -> None:
    home, file = tmp_path / "home", tmp_path / "mine.yaml"
    started(home)
    file.write_text(MINE, encoding="utf-8")
    assert run("library", "add", str(file), home=home).code == 0
    for name in ("towel-pull", "bird-dog"):
        assert run("prescribe", "add", name, "--by", "doctor", home=home).code == 0
    assert run("prescribe", "avoid", "clamshell", "--by", "doctor", home=home).code == 0
    assert "prescribe end" in run("library", "remove", "mine", home=home).err
    exported = tmp_path / "prescription.yaml"
    assert run("prescribe", "export", str(exported), home=home).code == 0
    assert "towel-pull" in exported.read_text("utf-8")
    done = run("prescribe", "import", str(exported), home=home)
    assert done.code == 0, done


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("bridging", ["glute-bridge"]),
        ("seated marching", ["seated-march"]),
        ("dog bird", ["bird-dog"]),
        ("theraband rows", ["seated-band-row"]),
        ("prone extension", ["prone-press-up"]),
        ("press-ups", ["push-up", "prone-press-up"]),
        ("exercise bike", ["upright-bike-easy", "recumbent-bike-easy"]),
        ("QL stretch", ["seated-side-bend", "standing-side-reach", "childs-pose-side-reach"]),
        ("hammy stretch", ["lying-hamstring-stretch", "seated-hamstring-stretch"]),
    ],
)
def test_search_begins_with_what_every_other_command_takes_a_name_for(text: str, first: list[str], home: Path) -> None:
    found = run("library", "search", text, "--json", home=home).json["exercises"]
    assert [each["id"] for each in found][: len(first)] == first


@pytest.mark.parametrize("text", ["fire hydrant", "SLR", "QL", "VMO", "FIS", "good mornings", "windmill stretch"])
def test_search_finds_nothing_that_is_far_off(text: str, home: Path) -> None:
    done = run("library", "search", text, home=home)
    assert (done.code, done.out) == (2, "")
    assert f"nothing found for {text}" in done.err


@pytest.mark.parametrize("asked", ["easy ones", "gentle core", "something simple"])
def test_what_is_asked_to_be_easy_begins_with_what_is_basic_or_called_so(asked: str) -> None:
    by_id, ids = {exercise.id: exercise for exercise in exercises()}, found(asked)
    assert len(ids) > 5
    assert all(by_id[key].level == "basic" or "easy" in by_id[key].name.lower() for key in ids[:5])


def test_the_ones_of_a_search_are_no_part_of_a_name() -> None:
    assert found("easy ones") == found("easy")
    assert found("easy ones")[0] != "warrior-one"


@pytest.mark.parametrize(
    "asked", ["in bed before getting up", "before I get up", "when I wake up", "before getting out of bed"]
)
def test_what_is_for_before_getting_up_is_what_can_be_done_in_bed(asked: str) -> None:
    assert found(asked) == found("in bed")

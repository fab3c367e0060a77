"""`swap`: what it changes beside the two exercises, and that it says so."""

import shlex
from pathlib import Path
from typing import Any

import pytest

from backplan.actions import swap as swaps
from backplan.cli.terminal import asking, environment
from tests.support.cli import TODAY, diary_of, run, started, week_of
from tests.support.sitting import answer, ended, terminal


def works(home: Path) -> dict[str, dict[str, Any]]:
    """The exercises of each day's sessions, with their doses."""
    return {
        day["date"]: {
            item["exercise"]: item["dose"]
            for session in day["sessions"]
            for block in session["blocks"]
            for item in block["items"]
        }
        for day in week_of(home)["days"]
    }


@pytest.mark.parametrize("key", ["bird-dog-leg", "sit-to-stand", "heel-slide"])
def test_a_swap_keeps_the_walks_and_parts_of_each_day_and_says_what_else_changed(key: str, home: Path) -> None:
    started(home)
    before = works(home)
    done = run("swap", key, home=home)
    assert done.code == 0, done.err
    after, said = works(home), " ".join(done.out.split())
    (new,) = {each for held in after.values() for each in held} - {each for held in before.values() for each in held}
    for day, held in before.items():
        assert ("easy-walk" in held) == ("easy-walk" in after[day])
        assert len(held) == len(after[day])
        others = {each for each in held.keys() ^ after[day].keys() if each not in (key, new)}
        assert not others or "changes with it" in said


def test_taking_a_swap_back_says_what_else_changed_and_brings_the_week_back(home: Path) -> None:
    started(home)
    before = works(home)
    run("swap", "bird-dog-leg", home=home)
    assert run("swap", "--back", "bird-dog-leg", home=home).code == 0
    assert works(home) == before


# -- taken back -------------------------------------------------------------------------------------------------------

SIX_DAYS = ["mon", "tue", "thu", "fri", "sat", "sun"]


@pytest.mark.parametrize(
    ("days", "minutes", "today", "given_up"),
    [
        (["mon", "wed", "fri"], 20, "2026-11-25", ["single-knee-to-chest"]),
        (["mon", "wed", "fri"], 30, TODAY, ["lying-knee-rolls"]),
        (["mon", "wed", "fri"], 30, "2026-11-25", ["bird-dog-leg", "weight-shift"]),
        (SIX_DAYS, 60, TODAY, ["bird-dog", "lying-knee-rolls"]),
    ],
)
def test_a_swap_taken_back_gives_the_week_back_as_it_was(
    days: list[str], minutes: int, today: str, given_up: list[str], home: Path
) -> None:
    started(home, time={"days": days, "minutes": minutes}, level="intermediate" if minutes > 30 else "basic")
    run("log", "gardening", "--minutes", "30", home=home)
    shown = [week_of(home, today=today)]
    for key in given_up:
        assert run("swap", key, home=home, today=today).code == 0
        shown.append(week_of(home, today=today))
        assert shown[-1]["days"] != shown[-2]["days"]
    for key in reversed(given_up):
        shown.pop()
        assert run("swap", "--back", key, home=home, today=today).code == 0
        assert week_of(home, today=today) == shown[-1]


def test_what_was_done_and_changed_since_a_swap_stays_when_it_is_taken_back(home: Path) -> None:
    started(home)
    week_of(home)
    assert run("swap", "single-knee-to-chest", home=home).code == 0
    run("log", "--pain", "2", home=home)
    run("week", "--move", "tue=fri", home=home)
    moved = week_of(home)
    assert run("swap", "--back", "single-knee-to-chest", home=home).code == 0
    after = week_of(home)
    assert after["days"][0] == moved["days"][0]
    assert [bool(day["sessions"]) for day in after["days"]] == [bool(day["sessions"]) for day in moved["days"]]


@pytest.mark.parametrize(("typed", "left"), [("", True), ("none", True), ("1", False)])
def test_enter_alone_swaps_nothing(typed: str, left: bool, home: Path) -> None:
    started(home)
    week_of(home)
    child = terminal("swap", "clamshell", "--plain", home=home)
    answer(child, ("Enter changes nothing", typed))
    code, said = ended(child)
    assert (code, "nothing was changed" in said, "takes the place of Clamshell" in said) == (0, left, not left)


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        ("jogging", "Jogging is left out for you: it lands hard (running, jogging or jumping), which is left out for "
         "now; it waits until the back has healed. Easy flat walk stays. `backplan why jogging` says more"),
        ("sit up", "Full sit-up is left out for you: it loads the back heavily"),
        ("side plank", "it is advanced, and your level is basic"),
        ("running", "running is a kind of exercise of which none is given while the back heals"),
    ],
)  # fmt: skip
def test_what_is_left_out_takes_nobodys_place_and_says_why(instead: str, said: str, home: Path) -> None:
    started(home)
    before = run("week", "--json", home=home).json
    done = run("swap", "easy-walk", "--for", instead, home=home)
    assert done.code == 2
    assert said in " ".join(done.err.split())
    assert run("week", "--json", home=home).json == before


def test_what_was_swapped_away_is_said_to_be_so_though_a_day_that_is_over_held_it(home: Path) -> None:
    started(home)
    later = "2026-11-27"
    gone, days = next(
        (item, days)
        for item, days in held_on(run("week", "--json", home=home, today=TODAY).json).items()
        if min(days) < later <= max(days) and item in run("week", "--json", home=home).json["programme"].values()
    )
    assert days
    assert run("swap", gone, home=home, today=later).code == 0
    done = run("swap", gone, "--for", "glute-bridge", home=home, today=later)
    assert done.code == 2
    assert f"you swapped {gone} away already" in done.err


def held_on(week: dict[str, Any]) -> dict[str, list[str]]:
    """The days that hold each exercise."""
    found: dict[str, list[str]] = {}
    for day in week["days"]:
        for session in day["sessions"]:
            for item in (item for block in session["blocks"] for item in block["items"]):
                found.setdefault(item["exercise"], []).append(day["date"])
    return found


def test_what_a_swap_offers_spares_what_the_reason_is_about(home: Path) -> None:
    started(home)
    week_of(home)
    plain = run("swap", "bird-dog-leg", home=home).out
    assert run("swap", "--back", "bird-dog-leg", home=home).code == 0
    spared = run("swap", "bird-dog-leg", "--why", "my wrists", home=home).out
    assert "What else could" in spared
    assert "bird-dog-arm" in plain, "on the hands as well"
    assert "bird-dog-arm" not in spared


def test_a_short_name_is_of_what_the_week_holds(tmp_path: Path) -> None:
    home = tmp_path / "home"
    flags = (
        "--red-flags none --clearance-by doctor --clearance-on 2026-11-02 --pain 4 --usual 4 --controlled --leg none "
        "--since 2024-03-02 --days mon,wed,fri,sat --minutes 30"
    )
    run("init", *shlex.split(flags), home=home)
    held = {
        i["exercise"] for day in week_of(home)["days"] for s in day["sessions"] for b in s["blocks"] for i in b["items"]
    }
    assert "wall-push-up" in held
    assert " or " in run("swap", "wall", home=home).err, "of the two that the week holds"
    done = run("swap", "push", "up", home=home)
    assert (done.code, "Wall push-up" in done.out) == (0, True)


@pytest.mark.parametrize(("answer_given", "goes"), [("n", False), ("y", True)])
def test_what_nothing_can_take_the_place_of_goes_only_if_that_is_agreed_to(
    answer_given: str, goes: bool, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(home)
    week_of(home)
    asked: list[str] = []

    def prompt(question: str, default: str | None = None) -> str:
        asked.append(question)
        return answer_given

    monkeypatch.setattr(asking, "prompt", prompt)
    monkeypatch.setattr(environment, "at_terminal", lambda: True)
    monkeypatch.setattr(swaps, "others", lambda *_: ())
    done = run("swap", "clamshell", "--plain", home=home)
    assert done.code == 0
    assert "Nothing can take the place of Clamshell" in asked[0]
    assert ("nothing was changed" in done.out) != goes


def test_a_swap_is_taken_back_by_some_words_of_what_was_swapped_away(home: Path) -> None:
    started(home)
    assert run("swap", "pilates", "hundred", home=home).code == 0
    done = run("swap", "--back", "hundred", home=home)
    assert (done.code, "holds Pilates hundred preparation again" in done.out) == (0, True)


@pytest.mark.parametrize(
    ("words", "comes"),
    [
        ("sit to stand, my knee hurts", None),
        ("the bird dog because it hurts my wrists", None),
        ("i hate the clamshell", None),
        ("something for clamshell", None),
        ("bird dog for something easier", None),
        ("bird dog for standing bird dog", "standing-bird-dog"),
        ("heel slide too hard", None),
    ],
)
def test_a_swap_may_have_its_reason_or_what_is_to_come_in_words(words: str, comes: str | None, home: Path) -> None:
    started(home)
    before = week_of(home)["programme"].values()
    done = run("swap", *words.split(), home=home)
    assert done.code == 0, done.err
    (new,) = {*week_of(home)["programme"].values()} - {*before}
    assert comes in (None, new)


@pytest.mark.parametrize("words", ["my knee hurts", "my lower back hurts", "hip is sore"])
def test_a_part_that_hurts_is_no_exercise_to_give_up(words: str, home: Path) -> None:
    started(home)
    before = week_of(home)["programme"]
    done = run("swap", *words.split(), home=home)
    assert (done.code, "say which exercise is to go" in " ".join(done.err.split())) == (2, True)
    assert week_of(home)["programme"] == before


@pytest.mark.parametrize(
    "command", [["swap", "wibble,"], ["pause"], ["diary", "edit", "1"]], ids=["swap", "pause", "diary edit"]
)
def test_a_sign_in_the_words_of_a_refused_command_is_on_record(command: list[str], home: Path) -> None:
    started(home)
    done = run(*command, *["my", "foot", "went", "numb"], home=home)
    assert done.code == 2
    assert "may tell of a sign" in done.out
    assert "my foot went numb" in str(diary_of(home))
    assert run("today", home=home).code == 4


def test_a_sign_asked_of_the_pages_on_coping_is_pointed_to_log_and_to_help(home: Path) -> None:
    started(home)
    done = run("cope", *["my", "foot", "went", "numb"], home=home)
    text = " ".join(done.err.split())
    assert (done.code, "`backplan log`" in text, "get help at once" in text) == (2, True, True)


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("tuesday", "`backplan week --move tue=DAY`"),
        ("my tuesday session", "`backplan today tue`"),
        ("tuesday and wednesday", "`backplan week --move tue=wed`"),
        ("today", "`backplan today mon`"),
        ("tuesday heel slide", "`backplan swap heel slide` without the day"),
        ("tuesday's walk", "`backplan swap walk` without the day"),
        ("the clamshell on thursday", "`backplan swap clamshell` without the day"),
    ],
)
def test_a_day_is_no_exercise_to_give_up(words: str, way: str, home: Path) -> None:
    started(home)
    before = week_of(home)["programme"]
    done = run("swap", *words.split(), home=home)
    assert (done.code, way in " ".join(done.err.split())) == (2, True), done
    assert week_of(home)["programme"] == before


def test_a_day_in_the_reason_is_part_of_the_reason(home: Path) -> None:
    started(home)
    week_of(home)
    assert run("swap", "heel slide, it hurt on tuesday", home=home).code == 0


# -- which one, and what is easier than it -----------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["the walk", "walk", "my walking"])
def test_where_two_may_be_meant_both_are_named(typed: str, home: Path) -> None:
    started(home)
    before = works(home)
    done = run("swap", *typed.split(), home=home)
    assert done.code == 2
    assert "Easy flat walk (easy-walk) or Indoor walking laps (indoor-walking)" in done.err
    assert works(home) == before


def test_a_person_at_the_terminal_chooses_which_of_two_is_meant(home: Path) -> None:
    started(home)
    week_of(home)
    child = terminal("swap", "the walk", "--plain", home=home)
    answer(child, ("1 to 2, or a name", "indoor walking laps"), ("Indoor walking laps. Leave it out all the same", "n"))
    code, said = ended(child)
    assert (code, "nothing was changed" in said) == (0, True)


@pytest.mark.parametrize(
    "typed",
    [
        "easier than bird dog", "something easier than the bird dog", "an easier bird dog", "easier bird dog",
        "a gentler one than bird dog please", "less hard than my bird dog", "an easier version of bird dog",
    ],
)  # fmt: skip
def test_easier_may_stand_before_what_is_to_go(typed: str, home: Path) -> None:
    started(home)
    done = run("swap", *typed.split(), home=home)
    assert done.code == 0, done.err
    assert "Standing bird dog takes the place of Bird dog leg reach" in done.out


@pytest.mark.parametrize("typed", ["something easier for my knee", "easier on my back"])
def test_what_is_to_be_easier_on_a_part_of_the_body_swaps_nothing(typed: str, home: Path) -> None:
    started(home)
    before = works(home)
    assert run("swap", *typed.split(), home=home).code == 2
    assert works(home) == before


@pytest.mark.parametrize(
    ("typed", "easier"),
    [
        ("something easier", True), ("an easier one", True), ("can i have something easier please", True),
        ("i need a gentler exercise", True), ("something else", False), ("it hurts", False),
    ],
)  # fmt: skip
def test_where_no_exercise_is_named_those_there_are_are(typed: str, easier: bool, home: Path) -> None:
    started(home)
    before = works(home)
    done = run("swap", *typed.split(), home=home)
    assert done.code == 2
    assert done.err.startswith("say which one, like `backplan swap ")
    assert (" for something easier`" in done.err) is easier
    assert "You have: " in done.err
    assert works(home) == before


@pytest.mark.parametrize(
    ("typed", "comes"),
    [
        ("wall side bridge for something standing", "Counter side bridge"),
        ("heel slide for something standing", "Wall plank"),
        ("wall push-up for something sitting down", "Seated band chest press"),
        ("heel slide for something not on the floor", "Wall plank"),
    ],
)
def test_what_comes_may_be_of_a_sort(typed: str, comes: str, home: Path) -> None:
    started(home)
    done = run("swap", *typed.split(), home=home)
    assert done.code == 0, done.err
    assert f"{comes} takes the place of" in done.out


def test_where_nothing_is_of_the_sort_what_there_is_is_named_and_nothing_changes(home: Path) -> None:
    started(home)
    before = works(home)
    done = run("swap", *["bird", "dog", "leg", "reach", "for", "something", "with", "no", "kneeling"], home=home)
    other = run("swap", *["wall", "side", "bridge", "for", "something", "kneeling"], home=home)
    assert done.code == 0, done.err
    assert other.code == 2
    assert "what can: " in other.err
    assert "side-bridge-wall" in works(home)["2026-11-24"]
    assert works(home) != before


@pytest.mark.parametrize(
    ("typed", "floor"),
    [
        ("anything on the floor", True),
        ("the exercises on the floor", True),
        ("the ones that are not on the floor", False),
    ],
)
def test_of_a_sort_that_is_to_go_those_there_are_are_named(typed: str, floor: bool, home: Path) -> None:
    started(home)
    done = run("swap", *typed.split(), home=home)
    assert done.code == 2
    assert ("Heel slide" in done.err) is floor
    assert ("Wall side bridge" in done.err) is not floor


def test_the_last_one_is_asked_for_by_name(home: Path) -> None:
    started(home)
    assert run("swap", "the", "last", "one", home=home).err.startswith("say which one, like ")

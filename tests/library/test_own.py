"""A person's own exercises: judged, laid over ours, taken back, and never in the way of the plan."""

import json
import os
import re
import resource
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import event, given
from hypothesis import strategies as st

from backplan.errors import FileError
from backplan.files.yaml import parse
from backplan.library import load, own, own_overlay
from backplan.model import vocabulary
from backplan.model.exercise import Exercise, Library
from backplan.model.prescription import Prescribed
from backplan.model.week import Week
from backplan.planner.week import make_week
from tests.laws.test_prescribed_laws import known, prescribed_requests
from tests.support import judge
from tests.support.cli import Result, process, run, started, week_of
from tests.support.examples import law
from tests.support.planned import exercises
from tests.support.strategies import subset

WORDS, _ = parse((Path(__file__).parent / "impact_words.yaml").read_bytes(), "impact_words.yaml")
PAGE = Path(__file__).parents[2] / "docs" / "own-exercises.md"


def one(**changes: Any) -> dict[str, Any]:
    """An exercise of one's own that nothing stands against; a change to ... takes the key out."""
    plain = {
        "id": "towel-pull",
        "name": "Towel pull",
        "block": "strength",
        "modality": "upper",
        "slot": "pull",
        "level": "basic",
        "rank": 1,
        "place": ["home"],
        "position": "standing",
        "movements": ["neutral"],
        "areas": ["upper-back"],
        "use": ["main"],
        "dose": {"sets": 2, "reps": 8, "hold": 2},
        "steps": ["Stand tall with a towel.", "Draw both ends apart.", "Let go slowly."],
        "cues": ["Breathe easily."],
        "stop": "Stop if it hurts.",
    }
    return {key: value for key, value in {**plain, **changes}.items() if value is not ...}


def file(folder: Path, *entries: Any, name: str = "mine.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(yaml.safe_dump(list(entries), sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path


def verdicts(home: Path, path: Path) -> dict[str, list[str]]:
    """The rules against each entry, by id."""
    done = run("library", "check", str(path), "--json", home=home)
    assert done.code == (3 if done.json["add_refused"] else 0), done
    assert done.json["schema"] == 1
    assert done.json["file"] == path.name
    for entry in done.json["entries"]:
        assert entry["kept"] == (not entry["rules"])
        assert all(rule["reason"] for rule in entry["rules"])
    return {entry["id"]: [rule["id"] for rule in entry["rules"]] for entry in done.json["entries"]}


def everything_in(week: dict[str, Any]) -> set[str]:
    return set(re.findall(r'"exercise": "([^"]+)"', json.dumps(week["days"])))


# Checking.


def test_entries_are_judged_by_impact_words_and_what_holds_for_everybody(home: Path, tmp_path: Path) -> None:
    path = file(
        tmp_path,
        {"id": "box-jump", "name": "Box jump", "block": "core", "impact": "none"},
        {"id": "press", "name": "Wall press", "block": "strength"},
        {"id": "hard", "name": "Thing with a bang", "block": "aerobic", "impact": "High"},
        {"id": 12, "name": "Exercise 12", "block": "core"},
        {"id": "twelve", "name": "Exercise 12", "block": "core", "impact": "low"},
        {"id": "held", "name": "Full sit-up", "block": "core", "status": "excluded"},
        {"id": "aqua", "name": "Aqua jog", "block": "water", "colour": "blue"},
    )
    assert verdicts(home, path) == {
        "box-jump": ["impact-words"],
        "press": [],
        "hard": ["high-impact"],
        "12": ["impact-unknown"],
        "twelve": [],
        "held": ["held-back"],
        "aqua": [],
    }


@pytest.mark.parametrize("key", ["steps", "instructions", "description", "cues", "Instructions", "how-to", "step_2"])
@pytest.mark.parametrize("text", ["Jump up.", ["Stand.", "Jump up."], [{"text": "Jump up."}]])
def test_steps_are_found_under_their_usual_names(home: Path, tmp_path: Path, key: str, text: Any) -> None:
    assert verdicts(home, file(tmp_path, {"id": "a", "name": "Move it", "block": "core", key: text})) == {
        "a": ["impact-words"]
    }


@pytest.mark.parametrize("key", ["also", "aliases", "other_names", "otherNames", "also_known_as", "title"])
def test_other_names_are_found_under_their_usual_names(home: Path, tmp_path: Path, key: str) -> None:
    path = file(tmp_path, {"id": "a", "name": "Move it", "block": "core", key: ["star jump"]})
    assert verdicts(home, path) == {"a": ["impact-words"]}


def test_a_kind_counts_where_no_step_tells(home: Path, tmp_path: Path) -> None:
    bare = {"name": "Chest pass", "block": "core", "category": "plyometrics"}
    path = file(
        tmp_path,
        {**bare, "id": "a", "notes": " "},
        {**bare, "id": "b", "steps": ["Kneel and pass the ball to your partner."]},
    )
    assert verdicts(home, path) == {"a": ["impact-words"], "b": []}


def test_a_kind_is_read_with_its_name_as_lists_of_watches_have_it(home: Path, tmp_path: Path) -> None:
    kinds = {"Agility": "ladder", "Sprint": "bike", "Row": "sled"}
    path = file(tmp_path, *({"id": kind, "name": name, "block": "x", "type": kind} for name, kind in kinds.items()))
    assert verdicts(home, path) == {"ladder": ["impact-words"], "bike": [], "sled": []}


def test_an_address_is_no_word_of_another_language(home: Path, tmp_path: Path) -> None:
    film = "Shown here: https://example.org/watch?v=aBcDe12&list=run&t=4s and www.example.org/jump/index.html"
    path = file(tmp_path, {"id": "a", "name": "Arnold press", "block": "x", "steps": [film]})
    assert verdicts(home, path) == {"a": []}


@pytest.mark.parametrize("name", ["Велотренажор", "Rudern am Kabel", "Brustpresse", "スクワット"])
def test_a_name_alone_in_another_language_is_told_as_such(name: str, home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, {"id": "a", "name": name, "block": "x"})
    assert "not in English, so not judged" in run("library", "check", str(path), "--plain", home=home).out


@pytest.mark.parametrize("name", ["HIIT", "Tabata", "Team sport", "Aerobics class", "Match"])
def test_a_name_that_only_tells_how_work_is_cut_up_says_nothing_of_landing(
    name: str, home: Path, tmp_path: Path
) -> None:
    path = file(tmp_path, {"id": "a", "name": name, "block": "x"})
    assert "nothing says how hard it lands" in run("library", "check", str(path), "--plain", home=home).out


def test_a_tag_alone_puts_nothing_into_the_water(home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, {"id": "a", "name": "Jumping jack", "block": "water", "place": ["pool"]})
    assert verdicts(home, path) == {"a": ["impact-words"]}


def test_json_and_a_mapping_of_exercises_are_read_as_well(home: Path, tmp_path: Path) -> None:
    entry = {"id": "a", "name": "Wall press", "block": "core"}
    for number, content in enumerate(([entry], {"exercises": [entry]})):
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        assert verdicts(home, path) == {"a": []}


def test_missing_and_doubled_ids_are_told_all_at_once_with_their_places(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(
        "- {name: A, block: core}\n- {id: b, name: B, block: core}\n- {id: b, name: C, block: core}\n- {id: d}\n- 7\n"
    )
    done = run("library", "check", str(path), home=home)
    assert done.code == 3
    assert done.out == ""
    assert [line.split(": ")[0] for line in done.err.splitlines()][:6] == [
        "bad.yaml:1:3", "bad.yaml:2:4", "bad.yaml:3:4", "bad.yaml:4:3", "bad.yaml:4:3", "bad.yaml:5:3",
    ]  # fmt: skip


def test_a_check_stores_nothing_and_shows_a_table_or_lines(home: Path, tmp_path: Path) -> None:
    path = file(
        tmp_path, {"id": "a", "name": "Wall [red]press", "block": "core"}, {"id": "b", "name": "Run", "block": "x"}
    )
    table, lines = (run("library", "check", str(path), *more, home=home) for more in ((), ("--plain",)))
    assert table.code == lines.code == 3, "as `library add` would"
    assert "Wall [red]press" in table.out
    assert "1 would be left out" in table.out
    assert lines.out.splitlines()[0] == "kept: Wall [red]press (a)"
    assert lines.out.splitlines()[1].startswith(
        'left out: Run (b); it tells of running, jogging or jumping on land: "run"'
    )
    assert not (home / "own").exists()


def test_a_file_of_which_no_entry_can_be_judged_is_told_all_that_add_tells(home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, one(name=7, level="easy", stop=...), one(id="b", place=["moon"]))
    checked, added = (run("library", command, str(path), home=home) for command in ("check", "add"))
    assert checked.code == added.code == 3
    told = {line.split(" ")[1] for line in added.err.splitlines()}
    assert {line.split(" ")[1] for line in checked.err.splitlines()} == told == {"name", "level", "stop", "item"}


def test_partners_and_sources_of_an_entry_that_is_wrong_elsewhere_are_told_at_once(home: Path, tmp_path: Path) -> None:
    wrong = one(level="easy", progression="no-such", sources=["nobody"])
    path = file(tmp_path, wrong, one(id="b", progression="towel-pull"))
    told = run("library", "add", str(path), home=home).err
    assert "the progression no-such of towel-pull is not in the library" in told
    assert "the source nobody of towel-pull" in told
    assert told.count("progression") == 1, "an entry that is there is there, whatever is wrong with it"
    assert re.search(r"mine\.yaml:(\d+):\d+: level", told)
    key = next(n for n, line in enumerate(path.read_text().splitlines(), 1) if "no-such" in line)
    assert f"mine.yaml:{key}:3: the progression" in told


@pytest.mark.parametrize(("entry", "code"), [(one(), 0), (one(level="easy"), 3), (one(figure={}), 3)])
def test_a_check_ends_as_add_would(entry: dict[str, Any], code: int, home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, entry)
    assert [run("library", each, str(path), home=home).code for each in ("check", "add")] == [code, code]


def test_a_check_warns_as_add_does_and_counts_as_kept_only_what_is_given(home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, one(name="Full sit-up"), one(id="b", name="Lie down", steps=["Lie down.", "Rest.", "Rise."],
                                                       floor=False))  # fmt: skip
    checked, added = (run("library", command, str(path), home=home) for command in ("check", "add"))
    assert set(added.err.splitlines()) <= set(checked.err.splitlines())
    assert "it goes down on the floor" in checked.err
    assert "1 could be given, 1 would be left out" in checked.out


def test_check_and_add_take_files_of_the_same_size(home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, *(one(id=f"x{n}", name=f"Towel pull {n}") for n in range(1_700)))
    path.write_text(path.read_text() + "#" * (1 << 20))
    assert [run("library", each, str(path), home=home).code for each in ("check", "add")] == [0, 0]
    path.write_text(path.read_text() + "#" * (4 << 20))
    errors = [run("library", each, str(path), home=home) for each in ("check", "add")]
    assert [each.code for each in errors] == [3, 3]
    assert all("over 4 MiB" in each.err for each in errors)


def test_of_many_ids_that_were_added_some_are_named(home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, *(one(id=f"x{n}", name=f"Towel pull {n}") for n in range(30)))
    assert "30 added (x0, x1, " in (out := run("library", "add", str(path), home=home).out)
    assert "x11 and 18 more)" in out


def test_a_check_says_what_add_would_say(home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, {"id": "a", "name": "Wall press", "block": "core"})
    checked, added = run("library", "check", str(path), home=home), run("library", "add", str(path), home=home)
    assert added.err.splitlines()[0] in checked.out
    assert f"{len(added.err.splitlines())} things to put right" in checked.out
    assert "put right" not in run("library", "check", str(file(tmp_path, one())), home=home).out


def test_what_is_not_in_english_is_undecided_or_told(home: Path, tmp_path: Path) -> None:
    german = {"name": "Hampelmann", "block": "aerobic", "steps": "Springe mit beiden Beinen. Die Arme heben."}
    path = file(tmp_path, {**german, "id": "a"}, {**german, "id": "b", "impact": "low"})
    done = run("library", "check", str(path), "--plain", home=home)
    assert "left out: Hampelmann (a); not in English, so not judged" in done.out
    assert "not in English, so not judged by their words, only by the impact they give: b" in done.err


# Adding, replacing, hiding, taking back.


def test_an_own_exercise_is_added_shown_explained_and_given(home: Path, tmp_path: Path) -> None:
    started(home, likes=["bird-dog"])
    assert run("library", "add", str(file(tmp_path, one())), home=home).code == 0
    assert run("library", "show", "towel-pull", home=home).code == 0
    assert "a file of your own" in run("why", "towel-pull", home=home).out
    assert "towel-pull" in everything_in(week_of(home))
    assert run("swap", "towel-pull", home=home).code == 0
    assert run("init", "--likes", "towel-pull", home=home).code == 0


def test_a_copy_is_kept_and_the_file_itself_is_not_needed(home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, one())
    run("library", "add", str(path), home=home)
    path.unlink()
    assert run("why", "towel-pull", home=home).code == 0
    assert run("library", "own", "--json", home=home).json["files"][0]["exercises"] == ["towel-pull"]
    if os.name != "nt":
        assert (home / "own" / "mine.yaml").stat().st_mode & 0o077 == 0


def test_a_mislabelled_exercise_is_told_on_adding_and_never_given(home: Path, tmp_path: Path) -> None:
    started(home)
    steps = ["Stand tall.", "Jump up.", "Rest."]
    done = run("library", "add", str(file(tmp_path, one(steps=steps, impact="none"))), home=home)
    assert 'towel-pull: it tells of running, jogging or jumping on land: "jump" in step 2' in done.out
    week = week_of(home)
    assert "towel-pull" not in everything_in(week)
    assert {"exercise": "towel-pull"}.items() <= next(
        e for e in week["left_out"] if e["exercise"] == "towel-pull"
    ).items()
    assert "impact-words" in json.dumps(run("why", "towel-pull", "--json", home=home).json)


def test_ours_is_replaced_and_comes_back(home: Path, tmp_path: Path) -> None:
    name = run("library", "show", "bird-dog", home=home).out
    done = run("library", "add", str(file(tmp_path, one(id="bird-dog", name="My own dog"))), home=home)
    assert "1 replaced (bird-dog)" in done.out
    assert "My own dog" in run("library", "show", "bird-dog", home=home).out
    assert run("library", "remove", "mine", home=home).code == 0
    assert run("library", "show", "bird-dog", home=home).out == name
    assert not (home / "own").exists()


def test_what_is_hidden_is_never_given_and_comes_back(home: Path, tmp_path: Path) -> None:
    started(home)
    before = week_of(home)
    for key in sorted(everything_in(before))[:4]:
        assert run("library", "hide", key, home=home).code == 0
        assert key not in everything_in(week_of(home))
        assert run("library", "show-again", key, home=home).code == 0
    assert not (home / "own").exists()
    assert run("library", "show-again", "bird-dog", home=home).code == 2


def test_a_stored_week_is_laid_anew_when_the_own_exercises_change_and_only_then(home: Path, tmp_path: Path) -> None:
    started(home)
    first = week_of(home)
    run("library", "add", str(file(tmp_path, one())), home=home)
    changed = week_of(home)
    assert any("Your own exercises have changed" in line for line in changed["changes"])
    assert week_of(home) == changed
    run("library", "remove", "mine", home=home)
    assert any("Your own exercises have changed" in line for line in week_of(home)["changes"])
    assert everything_in(week_of(home)) == everything_in(first)


@pytest.mark.parametrize(
    "junk", [b"- {id: a}\n", b"\xff\xfe-\x00", b"{{{", b"- &a [*a]\n", b"", b"\x00", b"- !!python/object:os.x {}\n"]
)
def test_an_own_file_that_breaks_later_is_told_and_the_week_goes_on(home: Path, tmp_path: Path, junk: bytes) -> None:
    started(home)
    run("library", "add", str(file(tmp_path, one())), home=home)
    week_of(home)
    (home / "own" / "mine.yaml").write_bytes(junk)
    week = week_of(home)
    assert any("mine cannot be read, so the plan goes on without" in notice for notice in week["notices"])
    assert "towel-pull" not in everything_in(week)
    assert week_of(home) == week
    for command in (("today",), ("library",), ("why", "bird-dog"), ("library", "own"), ("week", "--week", "next")):
        assert run(*command, home=home).code == 0, command
    assert run("library", "remove", "mine", home=home).code == 0


def test_what_cannot_be_read_is_told_once_by_each_command_that_needs_the_library(home: Path) -> None:
    started(home)
    (home / "own").mkdir()
    (home / "own" / "mine.yaml").write_text("- {id: a}\n")
    needing = (
        ("prescribe", "add", "bird-dog"), ("prescribe", "avoid", "yoga"), ("prescribe", "show"), ("why", "bird-dog"),
        ("library", "search", "knee"), ("library", "show", "bird-dog"), ("prescribe", "end", "all"),
    )  # fmt: skip
    for command in needing:
        done = run(*command, home=home)
        assert done.code == 0, command
        assert done.err.count("Your own exercises in mine cannot be read") == 1, command
    for other in (("cope",), ("rules",), ("progress",), ("prescribe",), ("library", "own")):
        assert run(*other, home=home).err == "", other


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_or_a_folder_among_the_own_files_does_not_hang_the_week(home: Path) -> None:
    started(home)
    (home / "own" / "folder.yaml").mkdir(parents=True)
    os.mkfifo(home / "own" / "pipe.yaml")
    assert sum("cannot be read" in notice for notice in week_of(home)["notices"]) == 2


def test_words_of_lists_are_read_however_they_are_written(home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, one(block="Strength", level="Basic", areas=["Upper back"], place=["Home"], impact="None"))
    assert run("library", "add", str(path), home=home).code == 0


def test_a_step_that_yaml_took_for_a_key_is_told_how_to_be_quoted(home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, one(steps=["Stand tall: hold a towel.", "Draw the ends apart.", "Let go."]))
    path.write_text(path.read_text(encoding="utf-8").replace("'", ""), encoding="utf-8")
    assert "a colon stands within a text: put the text in quotes" in run("library", "add", str(path), home=home).err


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([one(rank="x")], ["rank must be a whole number"]),
        ([one(), one()], ["the id towel-pull is used more than once"]),
        ([one(own=True)], ["own is not a word this file knows"]),
        ([one(judged=True)], ["judged is not a word this file knows"]),
        ([one(gives_away="")], ["gives_away is not a word this file knows"]),
        ([one(progression="nobody")], ["the progression nobody of towel-pull is not in the library"]),
        ([one(sources=["nobody-1900"])], ["the source nobody-1900 of towel-pull is not one of ours"]),
        ([{"id": "bird-dogg", "hide": True}], ["there is no exercise bird-dogg to hide (did you mean"]),
        ([{"id": "bird-dog", "hide": False}], ["hide must be one of True"]),
        (
            [one(id="towel-pull", steps=[]), one(id="b", level="x")],
            ["steps needs at least 1", "level must be one"],
        ),
        ([], ["there is no exercise in this file"]),
    ],
)
def test_a_faulty_file_is_refused_whole(home: Path, tmp_path: Path, entries: list[Any], words: list[str]) -> None:
    done = run("library", "add", str(file(tmp_path, *entries)), home=home)
    assert done.code == 3
    assert done.out == ""
    for word in words:
        assert re.search(r"mine\.yaml:\d+:\d+: .*" + re.escape(word), done.err), (word, done.err)
    assert not (home / "own").exists()


def test_every_fault_of_an_entry_is_told_also_beside_a_word_that_no_file_may_say(home: Path, tmp_path: Path) -> None:
    done = run("library", "add", str(file(tmp_path, one(own=True, impact_known=True, rank="x"))), home=home)
    told = [line.partition(": ")[2] for line in done.err.splitlines()]
    unknown = [f"{word} is not a word this file knows" for word in ("own", "impact_known")]
    assert sorted(told) == sorted(["rank must be a whole number", *unknown])


@pytest.mark.parametrize(
    ("said", "intervals"),
    [
        ({"id": "bike-turns", "intervals": True}, True),
        ({"id": "bike-turns"}, False),
        ({"id": "bike-intervals"}, True),  # left unsaid, so its id speaks for it
        ({"id": "bike-intervals", "intervals": False}, False),
    ],
)
def test_intervals_are_what_an_own_entry_says_or_else_what_its_id_says(
    tmp_path: Path, said: dict[str, Any], intervals: bool
) -> None:
    found = own.read(file(tmp_path, one(**said)), load.load())
    assert [exercise.intervals for exercise in found.exercises] == [intervals]


def test_ours_may_be_partners_and_sources(home: Path, tmp_path: Path) -> None:
    entry = one(regression="wall-push-up", progression="push-up-on-table", sources=["garber-2011"])
    known = load.load().by_id()
    entry["regression"] = next(e.id for e in known.values() if e.level == "basic" and e.status == "standard")
    entry["progression"] = next(e.id for e in known.values() if e.level == "advanced" and e.status == "standard")
    done = run("library", "add", str(file(tmp_path, entry)), home=home)
    assert done.code == 0, done


def test_an_id_is_in_one_own_file_only(home: Path, tmp_path: Path) -> None:
    run("library", "add", str(file(tmp_path, one())), home=home)
    done = run("library", "add", str(file(tmp_path, one(), name="other.yaml")), home=home)
    assert done.code == 3
    assert "the id towel-pull is in your own file mine already" in done.err
    assert run("library", "add", str(file(tmp_path, one(name="Another name"))), home=home).code == 0


def test_the_example_of_the_page_can_be_added(home: Path, tmp_path: Path) -> None:
    text = PAGE.read_text(encoding="utf-8").split("<!-- example -->\n```yaml\n")[1].split("```")[0]
    path = tmp_path / "page.yaml"
    path.write_text(text, encoding="utf-8")
    done = run("library", "add", str(path), home=home)
    assert done.code == 0, done
    assert "Left out" not in done.out


def test_the_example_to_begin_with_is_that_of_the_page_and_can_be_added(home: Path, tmp_path: Path) -> None:
    printed = run("library", "example", home=home).out
    assert printed.strip() in PAGE.read_text(encoding="utf-8")
    path = tmp_path / "mine.yaml"
    path.write_text(printed, encoding="utf-8")
    assert run("library", "add", str(path), home=home).code == 0


def test_the_schema_is_up_to_date(home: Path) -> None:
    kept = PAGE.with_name("exercises.schema.json").read_text(encoding="utf-8")
    assert json.loads(kept) == run("library", "schema", home=home).json


# Hostile files.


def _bombs() -> dict[str, bytes]:
    return {
        "aliases": b"a: &a [x, x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (n, n) for n in range(30)),
        "merge": b"- &a {id: x}\n- {<<: [*a, *a]}\n",
        "object": b"- !!python/object/apply:os.system ['true']\n",
        "deep": b"[" * 30_000,
        "deep-maps": b"{a: " * 30_000,
        "twice": b"- {id: a, id: b, name: x, block: core}\n",
        "control": b'- {id: a, name: "a\x07b", block: core}\n',
        "utf16": "- {id: a, name: x, block: core}\n".encode("utf-16"),
        "latin1": "- {id: a, name: Übung, block: core}\n".encode("latin-1"),
        "huge": b"- a\n" * (3 << 20),
        "flood": b"- a\n" * 900_000,
        "empty": b"",
        "scalar": b"just words\n",
        "null": b"\x00" * 100,
        "documents": b"- {id: a}\n---\n- {id: b}\n",
    }


@pytest.mark.parametrize("bomb", _bombs())
@pytest.mark.parametrize("command", ["check", "add"])
def test_a_hostile_file_is_refused_at_once_and_nothing_is_stored(
    home: Path, tmp_path: Path, bomb: str, command: str
) -> None:
    path = tmp_path / "bomb.yaml"
    path.write_bytes(_bombs()[bomb])
    begun = time.process_time()
    done = run("library", command, str(path), home=home)
    assert time.process_time() - begun < 4  # under 2 s where this was written
    assert done.code == 3, done
    assert done.out == ""
    assert re.match(r"bomb\.yaml:\d+:\d+: ", done.err)
    assert len(done.err.splitlines()) <= 52
    assert not (home / "own").exists()


@pytest.mark.skipif(os.name == "nt", reason="no pipes with names, no limits on memory")
def test_a_hundred_megabytes_a_pipe_a_device_and_a_folder_are_refused(home: Path, tmp_path: Path) -> None:
    with (tmp_path / "big.yaml").open("wb") as big:
        big.truncate(100 << 20)
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (200 << 20, 200 << 20))

    limited = partial(process, preexec_fn=limit)
    refused: dict[str, Callable[..., Result]]
    refused = {"big.yaml": limited, "/dev/zero": limited, "pipe.yaml": run, "folder.yaml": run, "missing.yaml": run}
    for name, running in refused.items():
        for command in ("check", "add"):
            done = running("library", command, str(tmp_path / name), home=home)
            assert done.code == 3, (name, done)
            assert "Traceback" not in done.err
    assert not (home / "own").exists()


def test_what_a_file_says_cannot_drive_a_terminal(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "esc.yaml"
    path.write_text('- {id: a, name: "\\e[2Jx", block: core}\n', encoding="utf-8")
    for command in ("check", "add"):
        done = run("library", command, str(path), home=home)
        assert done.code == 3
        assert re.match(r"esc\.yaml:1:17: this file must not contain a control character", done.err)
        assert "\x1b" not in done.err
    assert not (home / "own").exists()
    path.write_text('- {id: a, name: "[red]x[/red] \\u202eabc", block: core}\n', encoding="utf-8")
    for more in ((), ("--plain",), ("--json",)):
        done = run("library", "check", str(path), *more, home=home)
        assert done.code == 3
        assert not set(done.out) & {"\x1b", "\u202e"}


# Whatever an own file holds, nothing that its words call a run or a jump reaches a week.


def _some(name: str) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(getattr(vocabulary, name)))


def _list(name: str, most: int = 3) -> st.SearchStrategy[list[Any]]:
    return st.lists(_some(name), min_size=1, max_size=most, unique=True)


TAGS: dict[str, st.SearchStrategy[Any]] = {
    **{key: _some(key.title()) for key in ("block", "modality", "slot", "level", "status", "position")},
    **{
        key: _list(name)
        for key, name in (("place", "Place"), ("movements", "Movement"), ("areas", "Area"), ("use", "Use"))
    },
    **{
        key: _list(name, 1)
        for key, name in (("equipment", "Equipment"), ("demands", "Demand"), ("precautions", "Condition"))
    },
    **{key: st.booleans() for key in ("flare", "floor", "bed", "swim")},
    "dose": st.sampled_from(
        (
            {"sets": 2, "reps": 8, "hold": 0},
            {"sets": 1, "reps": 3, "hold": 30},
            {"minutes": 3, "target": 3},
            {"minutes": 9, "target": 30},
        )
    ),
}
PLAIN = [e for e in load.load().exercises if e.status == "standard" and e.impact != "high"]


def written(exercise: Exercise) -> dict[str, Any]:
    """One of ours as an own file would say it, without its other names, partners and sources."""
    left_out = {"also", "progression", "regression", "sources", "own", "gives_away", "judged"}
    said = {key: value for key, value in exercise.as_dict().items() if value and key not in left_out}
    return {**said, "dose": {key: value for key, value in said["dose"].items() if value is not None}}


@st.composite
def own_entries(draw: st.DrawFn) -> tuple[dict[str, Any], bool]:
    """One of ours under another name, first in its slot, with a few random tags; and whether its words run or jump."""
    like = draw(st.sampled_from(PLAIN))
    entry = written(like)
    hard = draw(st.booleans())
    name, step = "Some move", "Stand tall."
    if draw(st.booleans()):
        name = draw(st.sampled_from(WORDS["names_out" if hard else "names_stay"]))
    else:
        step = draw(st.sampled_from(WORDS["steps_out" if hard else "steps_stay"]))
    for key in draw(st.sets(st.sampled_from(sorted(TAGS)), max_size=2)):
        entry[key] = draw(TAGS[key])
    entry |= {"rank": 1, "name": name, "steps": ["Stay where you are.", step, "Rest."], "cues": ["Breathe."]}
    entry["id"] = draw(st.sampled_from((like.id, f"zz-{like.id}")))
    if draw(st.booleans()):
        del entry["impact"]
    return entry, hard


@law(30)
@given(
    prescribed_requests(history=False),
    st.lists(own_entries(), min_size=10, max_size=30, unique_by=lambda drawn: drawn[0]["id"]),
    subset(tuple(e.id for e in load.load().exercises), 60),
    st.sets(st.integers(0, 29), max_size=6),
)
def test_no_own_file_and_no_prescription_of_it_brings_what_is_barred_into_a_week(
    request_: Any, drawn: list[tuple[dict[str, Any], bool]], hidden: tuple[str, ...], wanted: set[int]
) -> None:
    entries = [entry for entry, _ in drawn]
    away = set(hidden) - {entry["id"] for entry in entries}
    ours = Library(tuple(exercises()), ())
    try:
        text = json.dumps([*entries, *({"id": key, "hide": True} for key in sorted(away))])
        found = own.check(text.encode(), "own.yaml", ours, {})
    except FileError:
        event("refused")
        return
    whole = own_overlay.laid_over(ours, [found])
    asked = [
        Prescribed("add", "doctor", request_.starts, exercise=entries[number]["id"], per_week=3, id=100 + number)
        for number in wanted
        if number < len(entries)
    ]
    request = request_._replace(exercises=whole.exercises, prescriptions=(*request_.prescriptions, *asked))
    week = make_week(request)
    event("given" if everything_in(week.as_dict()) & {entry["id"] for entry in entries} else "none given")
    hard = {entry["id"] for entry, runs in drawn if runs}
    assert everything_in(week.as_dict()).isdisjoint(hard | away)
    assert not list(barred_in(request, week, whole))


def barred_in(request: Any, week: Week, whole: Library) -> Iterator[tuple[date, str, str]]:
    """What a second opinion bars of what a week holds."""
    by_id = whole.by_id()
    for day in week.days:
        state = known(request, week, day.on)
        for item in judge.everything(day):
            if why := judge.barred(by_id[item.exercise], request.person, state):
                yield day.on, item.exercise, why


# What breaks later, names that stand for two, tags that its own steps gainsay.


def test_a_folder_in_the_place_of_an_own_file_is_told_and_never_emptied(home: Path, tmp_path: Path) -> None:
    started(home)
    path = file(tmp_path, one())
    run("library", "add", str(path), home=home)
    (home / "own" / "mine.yaml").unlink()
    (home / "own" / "mine.yaml").mkdir()
    kept = home / "own" / "mine.yaml" / "letter.txt"
    kept.write_text("mine")
    assert any("mine cannot be read" in notice for notice in week_of(home)["notices"])
    assert any("mine cannot be read" in notice for notice in week_of(home, "--week", "next")["notices"])
    for command in (("library", "add", str(path)), ("library", "remove", "mine")):
        done = run(*command, home=home)
        assert done.code == 5, done
        assert kept.read_text() == "mine"
    kept.unlink()
    assert run("library", "remove", "mine", home=home).code == 0


def test_a_folder_in_the_place_of_what_is_hidden_is_told(home: Path) -> None:
    (home / "own" / "hidden.yaml").mkdir(parents=True)
    assert run("library", "hide", "bird-dog", home=home).code == 5
    assert run("library", "remove", "hidden", home=home).code == 0
    assert run("library", "hide", "bird-dog", home=home).code == 0


def test_a_file_in_the_place_of_the_folder_of_own_files_is_told(home: Path, tmp_path: Path) -> None:
    started(home)
    (home / "own").write_text("x")
    assert any("own, cannot be read" in notice for notice in week_of(home)["notices"])
    assert run("library", "add", str(file(tmp_path, one())), home=home).code == 5
    assert (home / "own").read_text() == "x"


def test_a_name_that_stands_for_two_is_told_and_the_id_chooses(home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, one(name="Bird dog"))
    checked, added = (run("library", word, str(path), home=home) for word in ("check", "add"))
    for done in (checked, added):
        assert done.code == 0
        assert "towel-pull is called bird dog, and so is bird-dog" in done.err
    for command in (("why", "bird dog"), ("library", "show", "Bird dog"), ("prescribe", "add", "bird dog")):
        done = run(*command, home=home)
        assert done.code == 2
        assert "bird-dog" in done.err
        assert "towel-pull" in done.err
    assert run("why", "bird-dog", home=home).out.startswith("Bird dog (bird-dog)")
    assert run("why", "towel-pull", home=home).out.startswith("Bird dog (towel-pull)")
    prescription = tmp_path / "p.yaml"
    prescription.write_text(
        "prescription: {by: doctor, on: 2026-11-20}\nadd:\n  - exercise: Bird dog\n", encoding="utf-8"
    )
    done = run("prescribe", "import", str(prescription), home=home)
    assert done.code == 3
    assert re.match(r"p\.yaml:3:\d+: Bird dog is the name of bird-dog and of towel-pull", done.err)


def test_an_own_exercise_may_be_prescribed_disliked_and_explained(home: Path, tmp_path: Path) -> None:
    started(home)
    run("library", "add", str(file(tmp_path, one())), home=home)
    assert run("prescribe", "add", "towel-pull", home=home).code == 0
    assert run("prescribe", "avoid", "towel pull", home=home).code == 0
    assert run("init", "--dislikes", "towel-pull", home=home).code == 0
    assert "you said you dislike it" in run("why", "towel-pull", home=home).out


def test_a_check_passes_over_what_only_hides_one_of_ours(home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, {"id": "a", "name": "Wall press", "block": "core"}, {"id": "bird-dog", "hide": True})
    assert verdicts(home, path) == {"a": []}


def test_a_left_out_own_exercise_is_shown_as_such(home: Path, tmp_path: Path) -> None:
    run("library", "add", str(file(tmp_path, one(steps=["Stand tall.", "Jump up.", "Rest."]))), home=home)
    shown = run("library", "show", "towel-pull", home=home).out
    assert 'Left out for now: it tells of running, jogging or jumping on land: "jump" in step 2.' in shown
    assert "Nothing that backplan asks about" not in shown
    listed = next(line for line in run("library", home=home).out.splitlines() if line.startswith("towel-pull\t"))
    assert "left out for now" in listed


def test_a_source_that_is_not_ours_is_shown_as_the_files_own(home: Path, tmp_path: Path) -> None:
    run("library", "add", str(file(tmp_path, one())), home=home)
    copy = home / "own" / "mine.yaml"
    copy.write_text(copy.read_text() + "  sources: [garber-2011, my-own-1999]\n")
    for command in (("library", "show", "towel-pull"), ("why", "towel-pull")):
        out = run(*command, home=home).out
        assert "Garber" in out
        assert "my-own-1999 (named by your own file; not in our bibliography)" in out


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"floor": False, "steps": ["Lie on your back.", "Lift one arm.", "Rest."]}, "it goes down on the floor"),
        ({"floor": False, "position": "supine"}, "it goes down on the floor"),
        ({"steps": ["Go to the pool.", "Swim a length.", "Rest."]}, "swim is not said"),
        ({"steps": ["Stand tall.", "Bend forward.", "Rest."]}, "bend the back forward"),
        ({"name": "Superman"}, "which we hold back for everybody"),
        ({"id": "full-sit-up"}, "replaces one of ours that we hold back for everybody"),
    ],
)
def test_tags_that_the_steps_gainsay_are_told_on_adding(
    home: Path, tmp_path: Path, changes: dict[str, Any], said: str
) -> None:
    done = run("library", "add", str(file(tmp_path, one(**changes))), home=home)
    assert done.code == 0
    assert said in done.err
    assert run("library", "add", str(file(tmp_path, one())), home=home).err == ""


@pytest.mark.parametrize("changes", [{"id": "full-sit-up"}, {"name": "Superman"}, {"name": "Full Sit ups"}])
def test_one_that_stands_for_what_we_hold_back_is_held_back(
    home: Path, tmp_path: Path, changes: dict[str, Any]
) -> None:
    run("library", "add", str(file(tmp_path, one(**changes))), home=home)
    started(home)
    why = json.loads(run("why", changes.get("id", "towel-pull"), "--json", home=home).out)
    assert [rule["id"] for rule in why["rules"]] == ["held-back"]


@pytest.mark.parametrize(
    ("changes", "on_the_floor"),
    [
        ({"position": "supine"}, True),
        ({"steps": ["Lie down on your back.", "Lift one arm.", "Rest."]}, True),
        ({"position": "supine", "bed": True}, False),
        ({"position": "supine", "floor": False}, False),
        ({}, False),
    ],
)
def test_who_cannot_get_down_to_the_floor_is_spared_it_where_the_file_does_not_say(
    home: Path, tmp_path: Path, changes: dict[str, Any], on_the_floor: bool
) -> None:
    run("library", "add", str(file(tmp_path, one(**changes))), home=home)
    started(home, can={"swim": True, "floor": False})
    why = json.loads(run("why", "towel-pull", "--json", home=home).out)
    assert ("no-floor" in [rule["id"] for rule in why["rules"]]) is on_the_floor


def test_a_watery_name_does_not_excuse_a_jump_where_the_place_is_on_land(home: Path, tmp_path: Path) -> None:
    jumps = one(name="Pool party", steps=["Stand tall.", "Jump rope for a minute.", "Rest."])
    run("library", "add", str(file(tmp_path, jumps)), home=home)
    started(home)
    why = json.loads(run("why", "towel-pull", "--json", home=home).out)
    assert "impact-words" in [rule["id"] for rule in why["rules"]]
    assert verdicts(home, file(tmp_path, jumps)) == {"towel-pull": ["impact-words"]}


@pytest.mark.parametrize("name", ["Dr. Smith press", "Towel pull", "Press no. 1; slow"])
def test_why_tells_what_the_week_lacks_of_a_prescription_whatever_the_exercise_is_called(
    name: str, home: Path, tmp_path: Path
) -> None:
    started(home)
    run("library", "add", str(file(tmp_path, one(name=name))), home=home)
    run("prescribe", "add", "towel-pull", "--per-week", "6", home=home)
    notice = next(notice for notice in week_of(home)["notices"] if name in notice)
    lacks = "Asked for on 6 days this week, planned on 5: you offered 5 days."
    assert lacks in notice
    told = run("why", "towel-pull", home=home).out
    assert f"  {lacks}" in told
    assert told.count(lacks) == 1
    assert lacks not in run("why", "bird-dog", home=home).out


def test_a_hidden_exercise_is_told_as_hidden(home: Path) -> None:
    started(home)
    run("prescribe", "add", "bird-dog", "--per-week", "5", home=home)
    run("library", "hide", "bird-dog", home=home)
    done = run("why", "bird-dog", home=home)
    assert done.code == 2
    assert "you have hidden Bird dog; `backplan library show-again bird-dog` brings it back" in done.err
    week = week_of(home)
    assert any("not in your library now" in notice for notice in week["notices"])
    assert not any(
        row["target"] == "prescribed" for row in week["balance"]
    )  # what is not given is not counted as short


def test_a_list_with_a_wrong_item_is_not_told_as_too_short_as_well(home: Path, tmp_path: Path) -> None:
    done = run("library", "add", str(file(tmp_path, one(areas=["thigh"]))), home=home)
    assert len(done.err.splitlines()) == 1


def test_an_entry_that_never_ends_is_refused_before_it_is_judged(home: Path, tmp_path: Path) -> None:
    long = {"id": "a", "name": "A", "block": "core", "description": "do not run, jump or " * 40_000}
    many = {"id": "b", "name": "B", "block": "core", "aliases": [f"jump rope {n}" for n in range(10_000)]}
    for entry in (long, many):
        done = run("library", "check", str(file(tmp_path, entry)), home=home)
        assert done.code == 3
        assert "this entry says more than an exercise needs" in done.err


def figured(**said: Any) -> dict[str, Any]:
    return one(figure={"base": "facing", **said})


def test_an_own_exercise_may_bring_its_picture(tmp_path: Path) -> None:
    home = tmp_path / "home"
    moving = figured(end={"arm": [0, 0, 0], "arm2": [180, 180, 180]}, props=["wall"])
    assert run("library", "add", str(file(tmp_path, moving)), home=home).code == 0
    told = run("library", "show", "towel-pull", "--json", home=home).json
    assert told["figure"].startswith("Towel pull. Stand tall")
    assert "no picture" not in run("library", "show", "towel-pull", home=home).out
    data = tmp_path / "data.json"
    assert run("export", "data", "--out", str(data), home=home).code == 0
    other = tmp_path / "other"
    assert run("import", "data", str(data), home=other).code == 0
    assert run("library", "show", "towel-pull", "--json", home=other).json == told


def test_every_fault_of_a_picture_is_told_with_its_place(tmp_path: Path) -> None:
    wrong = figured(
        base="sofa", start={"arm": ["a"], "tail": 3, "neck": 900}, rest="seat", plant="foot", arrows="up",
        props=["dragon", {"kind": "ball", "size": -3}, {"kind": "band"}], signs=[["elbows"], {"round": "nose"}],
    )  # fmt: skip
    done = run("library", "add", str(file(tmp_path, wrong)), home=tmp_path / "home")
    assert done.code == 3
    lines = done.err.splitlines()
    assert len(lines) == 12
    assert all(re.match(r"mine\.yaml:\d+:\d+: ", line) for line in lines)
    for said in ("base must be one of", "a limb is angles", "tail is not a word", "neck must be", "rest is floor",
                 "a joint is one of", "arrows are joints", "a prop is one of", "a sign is points"):  # fmt: skip
        assert said in done.err


def test_a_picture_that_no_body_can_take_is_refused_kindly(tmp_path: Path) -> None:
    bent = figured(base="stand", end={"leg": [-90, -20, 0]})
    done = run("library", "add", str(file(tmp_path, bent)), home=tmp_path / "home")
    assert done.code == 3
    assert "mine.yaml:" in done.err
    assert "the figure of towel-pull cannot be so: the knee of leg bends the wrong way at the end" in done.err


def test_a_picture_of_another_position_is_doubted(tmp_path: Path) -> None:
    done = run("library", "add", str(file(tmp_path, figured(base="back"))), home=tmp_path / "home")
    assert done.code == 0
    assert "its figure does not look like its position, standing" in done.out + done.err


def test_an_empty_file_is_told_as_empty(home: Path, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("# nothing yet\n", encoding="utf-8")
    done = run("library", "add", str(tmp_path / "x.yaml"), home=home)
    assert (done.code, "the file is empty" in done.err) == (3, True)


def test_check_and_add_count_the_same_faults_and_all_of_them_can_be_seen(home: Path, tmp_path: Path) -> None:
    path = file(tmp_path, *({"id": f"x{n}", "name": f"Knee roll {n}", "block": "core"} for n in range(8)))
    added = run("library", "add", str(path), home=home)
    assert added.code == 3
    *told, tail = added.err.splitlines()
    many = len(told) + int(tail.split()[2])
    assert "`backplan library check FILE --all` shows them" in tail
    checked = run("library", "check", str(path), "--plain", home=home).out
    assert f"would not take this file yet: {many} things to put right." in checked
    assert f"... and {many - 5} more; `--all` shows them" in checked
    whole = run("library", "check", str(path), "--plain", "--all", home=home).out
    assert whole.count("  mine.yaml:") == many
    assert " more; " not in whole
    assert len(json.loads(run("library", "check", str(path), "--json", home=home).out)["add_refused"]) == many


def refused(path: Path, _most: int) -> bytes:
    raise FileError([f"{path.name}:1:1: the file cannot be read: too many open files"])


@pytest.mark.parametrize(("what", "done"), [("files", lambda _: []), ("unreadable", str), ("contents", refused)])
def test_what_could_not_be_read_for_a_moment_holds_again_at_the_next_look(
    what: str, done: Callable[[Path], Any], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(home)
    hidden = week_of(home)["programme"]["back"]
    run("library", "hide", hidden, home=home)
    with monkeypatch.context() as patch:
        patch.setattr(own_overlay, what, done)
        assert hidden in week_of(home, "--replan")["programme"].values(), "the plan goes on without them"
    found = week_of(home)
    assert hidden not in found["programme"].values()
    assert not any("cannot be read" in notice for notice in found["notices"])


MINE = (
    "- id: my-pull\n  name: My pull\n  block: strength\n  modality: upper\n  slot: pull\n  level: basic\n  rank: 5\n"
    "  impact: none\n  place: [home]\n  position: standing\n  equipment: [towel]\n  movements: [neutral]\n"
    "  areas: [upper-back]\n  use: [main]\n  dose: {sets: 2, reps: 8, hold: 3}\n"
    "  steps: [Hold a towel in front of you with both hands., Draw the ends apart and hold., Let go slowly.]\n"
    "  cues: [Keep your shoulders low.]\n  stop: Stop if a shoulder pinches.\n- {id: box-squat, hide: true}\n"
)


class Kept:
    """A folder with an own file, a cache, and a count of how often own files were read."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.cache, self.reads = folder / "own", folder / "cache", 0
        self.folder.mkdir()
        self.write(MINE)
        really = own.own_in

        def counted(found: Any) -> Any:
            self.reads += 1
            return really(found)

        monkeypatch.setattr(own, "own_in", counted)

    def write(self, text: str) -> None:
        (self.folder / "mine.yaml").write_text(text)

    def read(self) -> tuple[Library, tuple[str, ...], str]:
        return own_overlay.with_own(load.load(), self.folder, self.cache)

    @property
    def file(self) -> Path:
        (found,) = self.cache.glob("own-*.json")
        return found


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    return Kept(tmp_path, monkeypatch)


def test_own_files_are_judged_once_until_they_change(kept: Kept) -> None:
    first = kept.read()
    assert first[0].by_id()["my-pull"].own
    assert "box-squat" not in first[0].by_id()
    assert kept.read() == first == own_overlay.with_own(load.load(), kept.folder)
    assert kept.reads == 2  # once without a cache
    kept.write(MINE.replace("My pull", "Jumping jacks"))
    changed = kept.read()
    assert changed[0].by_id()["my-pull"].gives_away
    assert changed[2] != first[2]
    assert kept.reads == 3
    assert kept.file.stat().st_mode & 0o777 == 0o600


def test_own_files_are_judged_anew_by_other_words(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    first = kept.read()
    others = [b"other words", *own_overlay._judges()]
    monkeypatch.setattr(own_overlay, "_judges", lambda: others)
    assert kept.read() == first
    assert kept.reads == 2
    files = {path.read_bytes() for path in Path(own.__file__).parent.glob("impact_*.py")}
    assert len(files) > 4
    assert files < set(others)


@pytest.mark.parametrize("damage", [lambda raw: raw[:-9], lambda raw: b"", lambda raw: raw.replace(b"true", b"null", 1),
                                    lambda raw: b"\0" * len(raw)])  # fmt: skip
def test_a_damaged_cache_of_own_files_changes_nothing(kept: Kept, damage: Callable[[bytes], bytes]) -> None:
    first, file = kept.read(), kept.file
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert kept.read() == first
    assert kept.reads == 2
    assert file.read_bytes() == whole


@pytest.mark.parametrize("document", [None, 3, [3], [[[], 3]], [[[[1, 2]], []]], [["ab", []]]])
def test_a_document_that_is_none_of_ours_is_passed_over(kept: Kept, document: Any) -> None:
    from backplan.library import cache

    first = kept.read()
    cache.keep(kept.cache, own_overlay.NAME, kept.file.stem.rpartition("-")[2], document)
    assert kept.read() == first


def test_a_file_that_cannot_be_read_is_told_each_time(kept: Kept) -> None:
    kept.write("- id: [")
    first = kept.read()
    assert "cannot be read" in first[1][0]
    assert kept.read() == first
    assert not [*kept.cache.glob("own-*")] if kept.cache.exists() else True


def test_what_is_kept_of_own_files_goes_with_forget(home: Path) -> None:
    started(home)
    (home / "own").mkdir()
    (home / "own" / "mine.yaml").write_text(MINE)
    assert run("why", "my-pull", home=home).code == 0
    assert [*(home / "cache").glob("own-*.json")]
    assert run("forget", "--yes", home=home).code == 0
    assert not (home / "cache").exists()

"""The library: its faults all at once with their places, the shipped one whole, and the cache harmless."""

import contextlib
import os
import re
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal
from unittest.mock import patch

import pytest
import yaml
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from backplan.errors import FileError
from backplan.library import cache as caching
from backplan.library import coping_pages
from backplan.library import load as library_load
from backplan.library.data import data_file
from backplan.library.load import load
from backplan.library.parse import parse_library
from backplan.library.partners import Partners
from backplan.model.exercise import Exercise, Library, partners
from backplan.model.vocabulary import LEVELS
from tests.support.people import exercise

SOURCES = """\
- id: garber-2011
  authors: Garber CE
  year: 2011
  title: A title
  where: A journal
  supports: Something.
  seen: abstract
"""
ENTRY: dict[str, str] = {
    "id": "one",
    "name": "First move",
    "block": "core",
    "modality": "back",
    "slot": "back",
    "level": "basic",
    "rank": "10",
    "impact": "none",
    "place": "[home]",
    "position": "standing",
    "movements": "[neutral]",
    "areas": "[low-back]",
    "use": "[main]",
    "dose": "{sets: 2, reps: 8, hold: 0}",
    "steps": "[Stand., Lift., Lower.]",
    "cues": "[Breathe.]",
    "stop": "Stop if it hurts.",
    "sources": "[garber-2011]",
}
LINE = {key: number for number, key in enumerate(ENTRY, 1)}  # the line of each key in a first entry


def entry(**changes: str | None) -> str:
    """One exercise as YAML, a key a line; a change of None leaves the key out, a new key comes last."""
    parts = {**ENTRY, **changes}
    lines = [f"{key}: {text}" for key, text in parts.items() if text is not None]
    return "- " + "\n  ".join(lines) + "\n"


def parsed(*entries: str, sources: str = SOURCES) -> Library:
    return parse_library("".join(entries).encode(), sources.encode())


def faults(*entries: str, sources: str = SOURCES) -> list[str]:
    with pytest.raises(FileError) as caught:
        parsed(*entries, sources=sources)
    return list(caught.value.faults)


def at(fault: str) -> tuple[int, int]:
    found = re.match(r"(?:exercises|sources)\.yaml:(\d+):(\d+): ", fault)
    assert found, fault
    return int(found[1]), int(found[2])


# Faults.


def test_a_small_library_is_read() -> None:
    found = parsed(entry(), entry(id="two", progression="one"))
    assert [exercise.id for exercise in found.exercises] == ["one", "two"]
    assert found.exercises[0].dose.reps == 8


@pytest.mark.parametrize(
    ("changes", "place", "words"),
    [
        ({"rank": "yes"}, (7, 3), "rank must be a whole number"),
        ({"rank": '"7"'}, (7, 3), "rank must be a whole number"),
        ({"rank": "7.5"}, (7, 3), "rank must be a whole number"),
        ({"rank": "true"}, (7, 3), "rank must be a whole number"),
        ({"rank": "0"}, (7, 3), "rank must be at least 1"),
        ({"rank": "1000"}, (7, 3), "rank must be at most 999"),
        ({"rank": "1:30"}, (7, 3), "rank must be a whole number"),
        ({"level": "hard"}, (6, 3), "level must be one of 'basic', 'intermediate' or 'advanced'"),
        ({"level": None}, (1, 3), "level is missing"),
        ({"name": "''"}, (2, 3), "name must not be empty"),
        ({"name": "7"}, (2, 3), "name must be text; put the text in quotes"),
        ({"name": "x" * 241}, (2, 3), "name is longer than 240 characters"),
        ({"id": "Bird Dog"}, (1, 3), "id must be lower-case words joined by dashes, like bird-dog"),
        ({"id": "-one"}, (1, 3), "id must be lower-case words joined by dashes, like bird-dog"),
        ({"movements": "neutral"}, (11, 3), "movements must be a list, like [one, two]"),
        ({"movements": "[neutral, sideways]"}, (11, 24), "item 2 of movements must be one of"),
        ({"steps": "[Stand., Lift.]"}, (15, 3), "steps needs at least 3"),
        ({"steps": "[a, b, c, d, e, f, g]"}, (15, 3), "steps takes at most 6"),
        ({"cues": "[]"}, (16, 3), "cues needs at least 1"),
        ({"sources": "[]"}, (18, 3), "sources needs at least 1"),
        ({"flare": "yes"}, (19, 3), "flare must be true or false"),
        ({"flare": "1"}, (19, 3), "flare must be true or false"),
        ({"met": "yes"}, (19, 3), "met must be a number"),
        ({"met": "0.0"}, (19, 3), "met must be more than 0"),
        ({"met": "9" * 400 + ".0"}, (19, 3), "met"),
        ({"strength": "5"}, (19, 3), "strength is not a word this file knows"),
        ({"dose": "{sets: 2, reps: 8, hold: 0, minutes: 5}"}, (14, 3), "a dose is either"),
        ({"dose": "{reps: 8, target: 10}"}, (14, 3), "a dose is either"),
        ({"dose": "{sets: 2}"}, (14, 3), "a dose needs"),
        ({"dose": "{minutes: 5}"}, (14, 3), "a dose needs"),
        ({"dose": "{}"}, (14, 3), "a dose needs"),
        ({"dose": "{minutes: 10, target: 5}"}, (14, 3), "the target minutes are fewer"),
        ({"dose": "{sets: no, reps: 8, hold: 0}"}, (14, 10), "sets must be a whole number"),
        ({"dose": "{sets: 2, reps: 8, hold: 0, rest: 5}"}, (14, 37), "rest is not a word this file knows"),
        ({"dose": "5"}, (14, 3), "dose must be a mapping of keys and values"),
        ({"<<": "{level: basic}"}, (19, 3), "<< is not a word this file knows"),
    ],
)
def test_a_fault_is_told_in_plain_words_where_it_stands(
    changes: dict[str, str | None], place: tuple[int, int], words: str
) -> None:
    found = faults(entry(**changes))
    assert len(found) == 1, found
    assert at(found[0]) == place
    assert words in found[0]


def test_a_fault_never_repeats_what_the_file_holds_as_a_python_value() -> None:
    for fault in faults(entry(rank="secret", name="[a]", met="{a: b}")):
        assert "input" not in fault
        assert "pydantic" not in fault
        assert "secret" not in fault


@pytest.mark.parametrize("changes", [{"movements": "[]"}, {"place": "[]"}, {"use": "[]"}, {"areas": "[]"}])
def test_an_exercise_that_says_nothing_of_how_it_moves_or_where_is_refused(changes: dict[str, str]) -> None:
    """Without movements it would slip past every rule that judges by movement."""
    found = faults(entry(**changes))
    assert at(found[0]) == (LINE[next(iter(changes))], 3)


def test_a_repeated_id_is_told_at_each_place() -> None:
    found = faults(entry(), entry(id="two"), entry())
    assert [at(fault) for fault in found] == [(1, 3), (37, 3)]
    assert all("the id one is used 2 times" in fault for fault in found)


def test_a_repeated_key_is_told_where_it_is_repeated() -> None:
    found = faults(entry() + "  level: basic\n")
    assert [at(fault) for fault in found] == [(19, 3)]
    assert "the key level twice" in found[0]


def test_a_repeated_source_is_told_at_each_place() -> None:
    found = faults(entry(), sources=SOURCES + SOURCES)
    assert [at(fault) for fault in found] == [(1, 3), (8, 3)]
    assert all(fault.startswith("sources.yaml:") for fault in found)


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([entry(progression="nobody")], ["the progression nobody of one is not in the library"]),
        ([entry(regression="nobody")], ["the regression nobody of one is not in the library"]),
        ([entry(instead="nobody")], ["the exercise nobody, given instead of one, is not in the library"]),
        ([entry(progression="one")], ["the progression of one runs in a circle"]),
        (
            [entry(progression="two"), entry(id="two", progression="one")],
            ["the progression of one runs in a circle", "the progression of two runs in a circle"],
        ),
        (
            [entry(regression="two"), entry(id="two", regression="three"), entry(id="three", regression="one")],
            [f"the regression of {name} runs in a circle" for name in ("one", "two", "three")],
        ),
        (
            [entry(level="advanced", progression="two"), entry(id="two")],
            ["the progression two is easier than one"],
        ),
        ([entry(regression="two"), entry(id="two", level="advanced")], ["the regression two is harder than one"]),
        (
            [entry(progression="two"), entry(id="two", status="excluded")],
            ["the progression two of one is an exercise that is left out"],
        ),
        ([entry(impact="high")], ["one lands hard, so it needs 'instead:'"]),
        (
            [entry(impact="high", instead="two"), entry(id="two", impact="high", instead="three"), entry(id="three")],
            ["two, given instead of one, is left out itself"],
        ),
        ([entry(sources="[nobody-1900]")], ["the source nobody-1900 of one is not in sources.yaml"]),
    ],
)
def test_partners_and_sources_must_exist_and_lead_the_right_way(entries: Sequence[str], words: Sequence[str]) -> None:
    found = faults(*entries)
    assert len(found) == len(words), found
    assert [fault for fault, word in zip(found, words, strict=True) if word not in fault] == []


def test_partners_of_the_same_level_or_the_right_way_are_fine() -> None:
    assert parsed(
        entry(progression="two"),
        entry(id="two", regression="one"),
        entry(id="three", level="advanced", regression="two"),
    )


def test_several_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    found = faults(
        entry(level="hard", rank="yes"), entry(id="two", name=None, strength="5"), entry(id="three", cues="x")
    )
    assert [at(fault) for fault in found] == [(6, 3), (7, 3), (19, 3), (36, 3), (52, 3)]


def test_faults_between_exercises_are_told_in_the_order_of_the_file() -> None:
    found = faults(
        entry(impact="high", sources="[nobody-1900]", regression="nobody"),
        entry(id="two", progression="nobody"),
        entry(id="three", sources="[nobody-1901]"),
    )
    assert [at(fault) for fault in found] == [(8, 3), (18, 3), (19, 3), (38, 3), (56, 3)]


def test_a_fault_in_each_file_is_told_at_once() -> None:
    found = faults(entry(rank="yes"), sources=SOURCES.replace("2011\n  title", "long ago\n  title"))
    assert [fault.split(": ")[0] for fault in found] == ["exercises.yaml:7:3", "sources.yaml:3:3"]


@pytest.mark.parametrize("text", ["", "a: 1\n", "text\n", "7\n"])
def test_a_file_that_is_no_list_is_refused(text: str) -> None:
    assert "list of entries" in faults(text)[0]


@pytest.mark.parametrize("text", ["- a\n", "- 7\n", "-\n", "- [a]\n"])
def test_an_entry_that_is_no_mapping_is_refused(text: str) -> None:
    assert [fault for fault in faults(text) if "an exercise has at least an id" not in fault] == []


def test_a_flood_of_faults_is_cut_short() -> None:
    found = faults("- a\n" * 20_000)
    assert len(found) <= 100


SMALL = (entry(progression="two") + entry(id="two")).encode()
PIECES = [
    b"[",
    b"]",
    b"{",
    b"}",
    b"yes",
    b"1:30",
    b"nobody",
    b"&a ",
    b"*a",
    b"- ",
    b"\n",
    b"\t",
    b"\xff",
    b"~",
    b": x\n",
    b"9",
]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.integers(0, len(SMALL)), st.integers(0, 20), st.sampled_from(PIECES)), max_size=5))
def test_any_change_of_a_library_gives_a_library_or_faults_with_their_places(
    edits: list[tuple[int, int, bytes]],
) -> None:
    raw = SMALL
    for where, cut, piece in edits:
        raw = raw[:where] + piece + raw[where + cut :]
    told: tuple[str, ...] = ()
    try:
        parse_library(raw, SOURCES.encode())
    except FileError as error:
        told = error.faults
        event("refused")
    assert all(at(fault) >= (1, 1) for fault in told)


# The shipped library.


@cache
def shipped() -> Library:
    return load()


def exercises() -> tuple[Exercise, ...]:
    return shipped().exercises


def test_the_shipped_library_holds_over_three_hundred_exercises() -> None:
    assert len(exercises()) > 300
    assert len(shipped().by_id()) == len(exercises())


def test_what_is_called_intervals_is_marked_so() -> None:
    assert {e.id for e in exercises() if e.intervals} == {e.id for e in exercises() if "intervals" in e.id}


def test_no_two_exercises_share_a_name_or_another_name() -> None:
    names = Counter(name.casefold().strip() for e in exercises() for name in (e.name, *e.also))
    assert [name for name, count in names.items() if count > 1] == []
    slugs = [(e.id, name.casefold().replace(" ", "-")) for e in exercises() for name in (e.name, *e.also)]
    by_id = shipped().by_id()
    stolen = [(own, slug) for own, slug in slugs if slug in by_id and slug != own]
    assert stolen == []


def test_every_exercise_is_told_in_three_to_six_short_steps() -> None:
    assert [e.id for e in exercises() if not 3 <= len(e.steps) <= 6] == []
    loose = [(e.id, line) for e in exercises() for line in (*e.steps, *e.cues, e.stop) if not line.endswith((".", "!"))]
    assert loose == []
    assert [e.id for e in exercises() if len(set(e.steps)) != len(e.steps)] == []


def test_every_exercise_says_how_it_moves_where_and_what_for() -> None:
    assert [e.id for e in exercises() if not (e.movements and e.place and e.use and e.areas)] == []


def test_every_hard_landing_has_a_soft_exercise_instead() -> None:
    by_id = shipped().by_id()
    hard = [e for e in exercises() if e.impact == "high"]
    assert hard
    assert [e.id for e in hard if e.instead is None or by_id[e.instead].impact == "high"] == []
    assert [e.id for e in exercises() if e.impact != "high" and e.status != "excluded" and e.instead] == []


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_has_exercises_in_every_block_of_training(level: str) -> None:
    blocks = {e.block for e in exercises() if e.level == level and e.status == "standard"}
    assert {"core", "aerobic", "water", "strength"} <= blocks
    assert ("stretch" in blocks) == (level != "advanced")  # stretches have no advanced form


def test_no_text_holds_a_control_character_or_markup() -> None:
    bad = [
        e.id
        for e in exercises()
        for line in (e.name, *e.also, *e.steps, *e.cues, e.stop)
        if re.search(r"[\x00-\x1f\x7f-\x9f\[\]]", line)
    ]
    assert bad == []


def test_no_text_calls_a_move_dangerous_or_names_a_drug() -> None:
    words = re.compile(r"danger|ibuprofen|paracetamol|opioid|nsaid|painkiller|tablet", re.IGNORECASE)
    assert [e.id for e in exercises() for line in (*e.steps, *e.cues, e.stop) if words.search(line)] == []


def test_the_data_files_are_read_the_same_by_a_plain_yaml_reader() -> None:
    """Nothing in our own files leans on the defensive reader's own rules."""
    raw: list[dict[str, Any]] = yaml.load(
        data_file("exercises.yaml").read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    assert [item["id"] for item in raw] == [e.id for e in exercises()]
    assert [item["steps"] for item in raw] == [list(e.steps) for e in exercises()]
    assert [item["met"] for item in raw if "met" in item] == [e.met for e in exercises() if e.met is not None]


# The cache.


def loaded(cache: Path) -> Library:
    """The library as a process of its own would load it, with nothing in memory yet."""
    with patch.dict(library_load._read_before, clear=True):
        return load(cache)


def kept(folder: Path, name: str = "library") -> Path:
    (found,) = folder.glob(f"{name}-*.json")
    return found


@pytest.fixture(name="small")
def _small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of two exercises in place of ours; the folder of its files."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "exercises.yaml").write_bytes(SMALL)
    (data / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    monkeypatch.setattr(library_load, "data_file", lambda name: data / name)
    return data


def test_the_cache_gives_the_same_library(tmp_path: Path) -> None:
    first = loaded(tmp_path / "new")
    assert kept(tmp_path / "new").is_file()
    second = loaded(tmp_path / "new")
    assert first == second == shipped()
    assert [type(part) for part in second.exercises[0]] == [type(part) for part in shipped().exercises[0]]


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_pipe_in_the_cache_is_not_waited_for(small: Path) -> None:
    first = loaded(small)
    path = kept(small)
    path.unlink()
    os.mkfifo(path)
    assert loaded(small) == first
    assert path.is_file()


def test_the_second_load_reads_no_yaml(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = loaded(small)

    def refuse(*_: object) -> Library:
        raise AssertionError("the YAML was read again")

    monkeypatch.setattr("backplan.library.parse.parse_library", refuse)
    assert loaded(small) == first


@pytest.mark.parametrize(
    "junk",
    [b"", b"{", b"null", b"\xff\xfe", b'{"exercises": 5}', b"[" * 100_000, b'{"exercises": [{}], "sources": []}'],
)
def test_a_corrupt_cache_file_is_passed_over_and_mended(small: Path, junk: bytes) -> None:
    first = loaded(small)
    kept(small).write_bytes(junk)
    assert loaded(small) == first
    assert kept(small).read_bytes() != junk


@pytest.mark.parametrize(
    "document",
    [
        None, 5, {}, [], [[], [], []], [{}, {}], [[{}], []], [["x"], ["y"]], [[[]], []], [[[1, 2]], []], [[None], []],
        [[["x"] * len(Exercise._fields)], []], {"exercises": [], "sources": []},
    ],
)  # fmt: skip
def test_a_whole_cache_file_of_another_shape_is_passed_over_and_mended(small: Path, document: object) -> None:
    first = loaded(small)
    before = kept(small).read_bytes()
    caching.keep(small, "library", kept(small).stem.partition("-")[2], document)
    assert kept(small).read_bytes() != before
    assert loaded(small) == first
    assert kept(small).read_bytes() == before


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.integers(0, 10_000), change=st.integers(1, 255), cut=st.sampled_from(["flip", "end", "out", "in"]))
def test_a_cache_file_with_any_byte_changed_lost_or_added_is_passed_over_and_mended(
    small: Path, where: int, change: int, cut: str
) -> None:
    first = loaded(small)
    whole = kept(small).read_bytes()
    where %= len(whole)
    rest = {
        "flip": bytes([whole[where] ^ change]) + whole[where + 1 :],
        "end": b"",
        "out": whole[where + change :],
        "in": bytes([change]) + whole[where:],
    }
    kept(small).write_bytes(whole[:where] + rest[cut])
    assert caching.kept(small, "library", kept(small).stem.partition("-")[2]) is None
    assert loaded(small) == first
    assert kept(small).read_bytes() == whole


@pytest.mark.usefixtures("small")
def test_an_old_cache_file_is_cleared_away_and_other_files_are_left(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "library-0000.json").write_text("{}", encoding="utf-8")
    (cache / "notes.json").write_text("{}", encoding="utf-8")
    loaded(cache)
    assert sorted(path.name for path in cache.iterdir()) == sorted([kept(cache).name, "notes.json"])


def test_the_cache_is_named_after_what_is_in_the_files(small: Path) -> None:
    loaded(small)
    before = kept(small).name
    (small / "exercises.yaml").write_text(entry(), encoding="utf-8")
    assert [e.id for e in loaded(small).exercises] == ["one"]
    assert kept(small).name != before


def test_the_same_bytes_are_read_once_in_a_process_and_other_bytes_anew(small: Path) -> None:
    with patch.dict(library_load._read_before, clear=True):
        first = load()
        assert load(small) is first
        for number in range(10):
            (small / "exercises.yaml").write_text(entry(rank=str(number + 1)), encoding="utf-8")
            assert load().exercises[0].rank == number + 1
        assert len(library_load._read_before) < 10
        (small / "exercises.yaml").write_bytes(SMALL)
        assert load() == first


def test_a_file_where_the_cache_folder_should_be_is_passed_over(small: Path) -> None:
    first = loaded(small)
    (small / "taken").write_text("", encoding="utf-8")
    assert loaded(small / "taken") == first
    assert loaded(small / "taken" / "below") == first


def test_a_cache_folder_that_cannot_be_written_is_passed_over(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = loaded(small)
    folder = small / "shut"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)

    def refuse(*_: object, **__: object) -> None:  # root may write anywhere, so the refusal is played as well
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    try:
        assert loaded(folder) == first
        assert list(folder.iterdir()) == []
    finally:
        folder.chmod(stat.S_IRWXU)


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_full_disk_or_an_end_halfway_leaves_no_litter_in_the_cache(
    small: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with contextlib.suppress(KeyboardInterrupt):
        assert len(loaded(small).exercises) == 2
    assert sorted(path.name for path in small.iterdir()) == ["exercises.yaml", "sources.yaml"]


def test_an_old_cache_file_that_cannot_be_removed_is_passed_over(small: Path) -> None:
    first = loaded(small / "new")
    (small / "library-0000.json").mkdir()  # unlink refuses a folder, as it refuses another user's file
    assert loaded(small) == first


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
@pytest.mark.usefixtures("small")
def test_a_new_cache_folder_and_what_is_in_it_are_the_persons_own(tmp_path: Path) -> None:
    loaded(tmp_path / "own")
    assert stat.S_IMODE((tmp_path / "own").stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(kept(tmp_path / "own").stat().st_mode) == 0o600


def test_the_cache_gives_the_same_pages_on_coping_and_mends_them(tmp_path: Path) -> None:
    pages = coping_pages.load(shipped())
    assert coping_pages.load(shipped(), tmp_path) == pages
    whole = kept(tmp_path, "coping").read_bytes()
    assert coping_pages.load(shipped(), tmp_path) == pages
    for junk in (b"", whole[:-1], whole.replace(b"breath", b"wreath")):
        kept(tmp_path, "coping").write_bytes(junk)
        assert coping_pages.load(shipped(), tmp_path) == pages
        assert kept(tmp_path, "coping").read_bytes() == whole


@pytest.mark.parametrize("document", [5, {}, [], {"a": 1}, [[]], [["x"]], ["x"]])
def test_whole_pages_of_another_shape_are_passed_over_and_mended(tmp_path: Path, document: object) -> None:
    pages = coping_pages.load(shipped(), tmp_path)
    caching.keep(tmp_path, "coping", kept(tmp_path, "coping").stem.partition("-")[2], document)
    assert coping_pages.load(shipped(), tmp_path) == pages


def test_pages_that_were_fine_for_another_library_are_held_against_this_one(tmp_path: Path) -> None:
    coping_pages.load(shipped(), tmp_path)
    for other in (Library((), shipped().sources), Library(shipped().exercises, ())):
        with pytest.raises(FileError):
            coping_pages.load(other, tmp_path)


def test_planning_from_the_cache_starts_without_the_slow_libraries(tmp_path: Path) -> None:
    """pydantic, YAML and OpenSSL take longer to load than a week takes to plan; own files are marked without them."""
    loaded(tmp_path)
    coping_pages.load(shipped(), tmp_path)
    (tmp_path / "mine.yaml").write_bytes(SMALL)
    code = (
        "import sys; from pathlib import Path; import backplan.planner.week;"
        "from backplan.library import coping_pages, load; library = load.load(Path(sys.argv[1]));"
        "coping_pages.load(library, Path(sys.argv[1]));"
        "from backplan.library.own_folder import fingerprint; assert fingerprint(Path(sys.argv[1]));"
        "print(sorted({'pydantic', 'yaml', 'hashlib', 'sqlite3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


KEYS = ("a", "b", "c", "d", "e", "f")


@given(
    st.lists(st.none() | st.sampled_from(KEYS), min_size=6, max_size=6), st.sampled_from(["progression", "regression"])
)
def test_a_circle_is_told_of_those_in_it_alone(
    ways: list[str | None], way: Literal["progression", "regression"]
) -> None:
    known = {key: exercise(id=key, **{way: other}) for key, other in zip(KEYS, ways, strict=True)}
    found = Partners(known)
    for key, other in zip(KEYS, ways, strict=True):
        comes_back = other is not None and key in partners(other, way, known)
        assert [said for _, said in found.wrong(known[key])] == [f"the {way} of {key} runs in a circle"] * comes_back

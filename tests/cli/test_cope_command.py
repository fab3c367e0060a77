"""Coping: every page a screen, sourced, free of medicines; who may read what under a stop; the line of a week."""

import re
import sqlite3
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from backplan.actions.cope import Reader
from backplan.cli.terminal.output import wrapped
from backplan.errors import FileError
from backplan.library import coping_pages, load
from backplan.library.data import data_file
from backplan.model.case import PainToday
from backplan.model.coping import CopingPage
from backplan.model.exercise import Library
from backplan.model.vocabulary import Mode
from backplan.planner.telling import coping_line
from backplan.render import cope as looks
from backplan.render.emergency import LINE
from backplan.store import store
from tests.support.cli import Result, answered, answers, run, started

MEDICINES = re.compile(
    r"ibuprofen|paracetamol|acetaminophen|aspirin|naproxen|diclofenac|opioid|codeine|tramadol|morphine|nsaid|"
    r"anti-?inflammator|painkill|pain killer|tablet|pill(?!ow)|drug|medicine|medicat|gel\b|cream|dose\b",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d")
FLARE = {"now": 7, "usual": 3, "controlled": True, "since": "2025-10-01", "leg": "none"}
SEVERE = {**FLARE, "now": 9}


@cache
def shipped() -> Library:
    return load.load()


@cache
def pages() -> tuple[CopingPage, ...]:
    return coping_pages.load(shipped())


def by_id() -> dict[str, CopingPage]:
    return {page.id: page for page in pages()}


def everything() -> Reader:
    return Reader(fit=frozenset(shipped().by_id()))


class Terminal:
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


# The pages.


def test_the_topics_the_evidence_speaks_of_each_have_a_page() -> None:
    assert {"pacing", "breathing", "relaxation", "heat", "sleep", "moving", "fear", "mindfulness", "flare"} == set(
        by_id()
    )


@pytest.mark.parametrize("topic", by_id())
def test_a_page_with_all_its_exercises_is_no_longer_than_a_screen(topic: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """24 lines of 80 columns, of which the prompt takes one."""
    monkeypatch.setenv("COLUMNS", "80")
    said = looks.page(by_id()[topic], everything(), shipped())
    shown = [line for text in said for line in wrapped(text, Terminal()).split("\n")]  # type: ignore[arg-type]
    assert max(map(len, shown)) < 80
    assert len(shown) <= 23, "\n".join(shown)


def test_the_list_is_no_wider_than_a_screen() -> None:
    *listed, emergency = looks.topics(pages(), plain=False)
    assert emergency == LINE  # wrapped like any sentence
    assert [line for line in listed if len(line) >= 80] == []


@pytest.mark.parametrize("topic", by_id())
def test_a_page_names_no_medicine(topic: str) -> None:
    page = by_id()[topic]
    texts = (page.title, page.line, *page.about, *page.steps, page.care or "", page.own)
    assert [text for text in texts if MEDICINES.search(text)] == []


@pytest.mark.parametrize("topic", by_id())
def test_a_page_is_plain_english(topic: str) -> None:
    """Whole sentences, none of them long; no markup and no promise."""
    page = by_id()[topic]
    texts = (page.line, *page.about, *page.steps, *([page.care] if page.care else []))
    assert [text for text in texts if not text.endswith((".", "?", "!"))] == []
    sentences = [sentence for text in texts for sentence in re.split(r"(?<=[.?!]) ", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 34] == []
    assert [
        text for text in texts if re.search(r"[\[\]*_<>]|cure|guarantee|will (help|ease|heal)|never hurts", text)
    ] == []


@pytest.mark.parametrize("topic", by_id())
def test_a_figure_stands_only_where_what_is_known_is_told(topic: str) -> None:
    """What to do is put in words; the figures of studies stand beside their sources."""
    page = by_id()[topic]
    assert [text for text in (*page.steps, page.care or "", page.own) if FIGURE.search(text)] == []


def test_every_page_that_may_be_read_under_a_stop_names_only_still_exercises() -> None:
    known = shipped().by_id()
    still = [page for page in pages() if page.still]
    assert {page.id for page in still} == {"breathing", "mindfulness", "sleep"}
    assert {known[key].block for page in still for key in page.exercises} == {"relax"}


# Faults of the file.

SOURCE = "[costa-2022]"


def page(topic: str = "one", **changes: str) -> str:
    parts = {
        "title": "One",
        "line": "A line.",
        "about": "[Something.]",
        "steps": "[One., Two., Three.]",
        "own": "all.",
        "sources": SOURCE,
        **changes,
    }
    return f"- id: {topic}\n" + "".join(f"  {key}: {text}\n" for key, text in parts.items())


def faults(*entries: str) -> list[str]:
    with pytest.raises(FileError) as caught:
        coping_pages.parse_pages("".join(entries).encode(), shipped())
    return list(caught.value.faults)


def test_a_small_file_is_read() -> None:
    (found,) = coping_pages.parse_pages(page(exercises="[belly-breathing]").encode(), shipped())
    assert found.exercises == ("belly-breathing",)


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ([page(sources="[nobody-1900]")], "coping.yaml:7:3: the source nobody-1900 of one is not in sources.yaml"),
        ([page(sources="[]")], "sources needs at least 1"),
        ([page(exercises="[nothing]")], "the exercise nothing of one is not in the library"),
        ([page(exercises="[road-running]")], "the exercise road-running of one is no way to cope"),
        ([page(exercises="[dead-bug]")], "the exercise dead-bug of one is no way to cope"),
        ([page(), page()], "the topic one is used 2 times"),
        ([page(also="[two]"), page("two")], "the word two leads to more than one page"),
        ([page(steps="[One.]")], "steps needs at least 3"),
        ([page(stil="true")], "stil is not a word this file knows"),
    ],
)
def test_a_fault_is_told_where_it_stands(entries: list[str], fault: str) -> None:
    found = faults(*entries)
    assert any(fault in each for each in found), found
    assert all(re.match(r"coping\.yaml:\d+:\d+: ", each) for each in found)


def test_the_file_is_shipped_with_the_package() -> None:
    pyproject = Path(__file__).parents[2] / "pyproject.toml"
    assert data_file("coping.yaml").is_file()
    assert '"data/coping.yaml" = "backplan/data/coping.yaml"' in pyproject.read_text(encoding="utf-8")


# The command.


def topics(done: Result) -> list[str]:
    return [topic["id"] for topic in done.json["topics"]]


def named(topic: str, home: Path) -> list[str]:
    return [exercise["id"] for exercise in run("cope", topic, "--json", home=home).json["exercises"]]


def test_the_list_has_every_topic_in_a_line(home: Path) -> None:
    done = run("cope", home=home)
    assert done.code == 0
    assert [line.split()[0] for line in done.out.splitlines()[:9]] == list(by_id())
    assert topics(run("cope", "--json", home=home)) == list(by_id())
    assert run("cope", "--plain", home=home).out.splitlines()[0] == f"flare\t{by_id()['flare'].line}"


@pytest.mark.parametrize("form", [[], ["--plain"], ["--json"]])
@pytest.mark.parametrize("topic", by_id())
def test_a_page_shows_what_to_do_what_is_ours_and_the_sources(topic: str, form: list[str], home: Path) -> None:
    done = run("cope", topic, *form, home=home)
    page = by_id()[topic]
    assert done.code == 0
    assert not done.err
    assert all(step.replace('"', '\\"') in done.out for step in page.steps)
    assert page.own in done.out
    sources = {source.id: source for source in shipped().sources}
    assert all(sources[key].authors.split(",")[0] in done.out for key in page.sources)


def test_a_page_is_found_by_its_title_and_by_other_words(home: Path) -> None:
    for word in ("moving", "Moving between sitting", "SITTING", "sitting breaks"):
        assert run("cope", word, "--json", home=home).json["id"] == "moving"


@pytest.mark.parametrize(
    ("words", "topic"),
    [("i cant sleep", "sleep"), ("heat pack", "heat"), ("at my desk", "moving"), ("my back is in spasm", "flare")],
)
def test_a_page_is_found_by_its_word_among_others(words: str, topic: str, home: Path) -> None:
    assert run("cope", *words.split(), "--json", home=home).json["id"] == topic


def test_words_for_two_pages_open_neither(home: Path) -> None:
    assert run("cope", "heat or sleep", home=home).code == 2


def test_an_unknown_topic_is_exit_2_with_near_names(home: Path) -> None:
    done = run("cope", "breething", home=home)
    assert done.code == 2
    assert "did you mean" in done.err
    assert "breathing" in done.err


def test_before_the_safety_questions_no_exercise_is_named(home: Path) -> None:
    assert all(named(topic, home) == [] for topic in by_id())


def test_the_page_names_what_may_be_given_to_the_person(home: Path) -> None:
    started(home)
    assert named("breathing", home) == list(by_id()["breathing"].exercises)
    assert "Exercises that fit: Belly breathing" in run("cope", "breathing", home=home).out


@pytest.mark.parametrize("condition", ["skin-sensation-loss", "open-wound"])
def test_no_warm_pack_for_skin_that_should_be_spared(condition: str, home: Path) -> None:
    started(home, equipment=["heat-pack"])
    assert named("heat", home) == ["warm-pack"]
    started(home, equipment=["heat-pack"], conditions=[condition])
    assert named("heat", home) == []


def test_what_calls_for_care_is_not_named(home: Path) -> None:
    started(home, conditions=["dizziness"])
    assert "slow-breathing" not in named("breathing", home)


@pytest.mark.parametrize(("pain", "first"), [(FLARE, "flare"), (SEVERE, "breathing")])
def test_in_pain_the_fitting_page_comes_first(pain: dict[str, object], first: str, home: Path) -> None:
    started(home, pain=pain)
    done = run("cope", "--json", home=home)
    assert done.json["first"] == first
    assert topics(done)[0] == first
    assert sorted(topics(done)) == sorted(by_id())
    assert run("cope", home=home).out.split()[0] == first


def test_the_first_page_goes_by_the_pain_that_a_clinician_has_accepted(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Up to an accepted usual pain it is an ordinary day, in `cope` as in the week."""
    asked: list[tuple[Mode, PainToday]] = []

    def first_topic(mode: Mode, pain: PainToday) -> None:
        asked.append((mode, pain))

    monkeypatch.setattr(coping_line, "first_topic", first_topic)
    started(home, pain={**FLARE, "now": 6, "usual": 6})
    run("cope", home=home)
    run("prescribe", "accept-usual-pain", "6", home=home)
    run("cope", home=home)
    assert [(mode, pain.accepted) for mode, pain in asked] == [("flare", None), ("normal", 6)]


def test_a_flare_that_was_said_comes_first_too(home: Path) -> None:
    started(home)
    assert run("cope", "--json", home=home).json["first"] is None
    run("log", "--flare", home=home)
    assert run("cope", "--json", home=home).json["first"] == "flare"


@pytest.mark.parametrize("args", [[], ["breathing"], ["flare"], ["--json"], ["sleep", "--json"]])
def test_an_emergency_says_only_what_to_do(args: list[str], home: Path) -> None:
    answered(home, red_flags=["saddle-numbness"])
    done = run("cope", *args, home=home)
    assert done.code == 4
    if "--json" in args:
        assert done.json["stop"]["rule"] == "emergency-flags"
        assert set(done.json) == {"schema", "stop"}
    else:
        assert done.out == ""
        assert "emergency" in done.err


def test_under_an_urgent_sign_only_what_needs_no_moving_is_shown(home: Path) -> None:
    answered(home, red_flags=["fever"])
    done = run("cope", home=home)
    assert done.code == 0
    assert done.err.strip()
    assert topics(run("cope", "--json", home=home)) == ["breathing", "mindfulness", "sleep"]
    assert run("cope", "--json", home=home).json["stop"]["rule"] == "urgent-flags"
    assert run("cope", "heat", home=home).code == run("cope", "moving", home=home).code == 4
    assert run("cope", "moving", home=home).out == ""
    shown = run("cope", "breathing", home=home)
    assert shown.code == 0
    assert shown.err == done.err
    assert "Exercises that fit" not in shown.out


@pytest.mark.parametrize(
    "said",
    [
        {"clearance": None},
        {"clearance": {"by": "doctor", "on": "2024-11-02", "knows": []}},
        {"pain": {**answers()["pain"], "controlled": False}},
    ],
)
def test_under_a_stop_about_papers_or_pain_control_every_page_is_there_without_exercises(
    home: Path, said: dict[str, Any]
) -> None:
    answered(home, **said)
    assert run("week", home=home).code == 4
    assert topics(run("cope", "--json", home=home)) == list(by_id())
    assert all(named(topic, home) == [] for topic in by_id())


# The line of a week.

LINES = [line for lines in (*coping_line.BY_MODE.values(), coping_line.HIGH_PAIN) for line in lines]


@pytest.mark.parametrize("line", LINES)
def test_a_line_leads_to_a_page_that_has_its_sources(line: coping_line.CopingLine) -> None:
    assert set(line.sources) <= set(by_id()[line.topic].sources)
    assert line.words.endswith(".")
    assert not FIGURE.search(line.words)
    assert not MEDICINES.search(line.words)
    assert len(line.words) <= 100


def test_an_ordinary_week_has_no_line_unless_the_pain_is_high() -> None:
    assert coping_line.one_line("normal", 1) == ""
    assert coping_line.one_line("normal", 1, 5) == ""
    assert "backplan cope pacing" in coping_line.one_line("normal", 1, 6)


@pytest.mark.parametrize("mode", ["flare", "coping-only"])
def test_the_line_changes_from_week_to_week_and_is_the_same_for_the_same_week(mode: Mode) -> None:
    found = [coping_line.one_line(mode, week) for week in range(1, 9)]
    assert all(found)
    assert all(a != b for a, b in pairwise(found))
    assert found == [coping_line.one_line(mode, week) for week in range(1, 9)]


def test_lines_for_coping_only_ask_for_no_moving() -> None:
    assert {line.topic for line in coping_line.STILL} <= {"breathing", "mindfulness", "relaxation"}


@pytest.mark.parametrize("mode", get_args(Mode))
@pytest.mark.parametrize("now", range(11))
def test_the_first_topic_is_a_page(mode: Mode, now: int) -> None:
    assert coping_line.first_topic(mode, PainToday(now, 3)) in {None, *by_id()}


@pytest.mark.parametrize("said", [["cope"], ["cope", "breathing"], ["cope", "--json"]])
def test_the_pages_are_shown_at_once_where_another_process_holds_the_data(
    said: list[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(home)
    waited = list[str]()

    def waiting(path: Path) -> sqlite3.Connection:
        waited.append(str(path))
        return sqlite3.connect(path, timeout=0)

    monkeypatch.setattr(store, "connect", waiting)
    other = sqlite3.connect(home / "backplan.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    done = run(*said, home=home)
    other.close()
    assert (done.code, waited) == (5, []), done
    assert "breathing" in done.out
    assert "another window is using your data" in done.err
    assert run(*said, home=home).code == 0
    assert waited


@pytest.mark.parametrize(
    "words",
    [
        "pain is bad, 8", "my pain is 8", "pain 9/10", "pain 8 out of 10", "8", "ten", "it hurts a lot",
        "my back is terrible",
        "awful pain today", "rough day, 9",
    ],
)  # fmt: skip
def test_words_on_strong_pain_open_the_page_on_a_flare(words: str, home: Path) -> None:
    started(home)
    shown = run("cope", *words.split(), home=home)
    assert (shown.code, shown.out.split("\n")[0].strip()) == (0, "A flare")


@pytest.mark.parametrize(
    "words",
    [
        "pain is 3", "3", "12", "8 weeks", "not a lot of pain", "pain for 8 weeks", "chess", "bad luck",
        "terrible pain and my legs are numb", "pain 8 and chest pain 9",
    ],
)  # fmt: skip
def test_words_on_little_pain_or_on_a_sign_open_no_page(words: str, home: Path) -> None:
    started(home)
    assert run("cope", *words.split(), home=home).code == 2

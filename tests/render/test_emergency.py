"""What cannot wait stands on every page that a person may act on, whatever the week is like and however it is shown."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from textwrap import wrap

import pytest

from backplan.render.emergency import LINE, PLAIN
from backplan.rules.red_flags import RED_FLAGS
from tests.support.cli import TODAY, run, started, stopped_by, week_of
from tests.support.every_command import ACTED_ON, COMMANDS, EXAMPLE, FORMS, NO_PAGE, shown
from tests.support.shared import copied

PAIN = {"now": 3, "usual": 3, "controlled": True, "since": "2025-10-01", "leg": "none"}
REST_DAY = "2026-11-27"  # a Friday, and no day of the person's


def _flare(home: Path) -> None:
    started(home)
    run("log", "--flare", home=home)


def _coping_only(home: Path) -> None:
    started(home)
    run("log", "--pain", "9", "--done", "no", home=home)


def _acute(home: Path) -> None:
    started(home, pain={**PAIN, "since": "2026-11-10"})


def _paused(home: Path) -> None:
    started(home)
    assert run("pause", "--from", TODAY, "--to", "2026-11-29", home=home).code == 0


LIVES: dict[str, tuple[Callable[[Path], None], str, str]] = {  # how it came to be, the day, and the kind of week
    "normal": (started, TODAY, "normal"),
    "rest day": (started, REST_DAY, "normal"),
    "flare": (_flare, TODAY, "flare"),
    "coping only": (_coping_only, TODAY, "coping-only"),
    "new pain": (_acute, TODAY, "acute"),
    "pause": (_paused, TODAY, "normal"),
}
PAGES = (
    ("week",), ("week", "tue"), ("week", "next"), ("week", "--full"), ("week", "--sample"), ("today",),
    ("today", "--steps"), (), ("log", "--morning", "2"), ("log", "--done", "no"), ("cope",), ("cope", "breathing"),
    ("cope", "flare"), ("progress",), ("why", "sit-to-stand"), ("library", "show", "sit-to-stand"),
    ("prescribe", "preview", str(EXAMPLE)),
)  # fmt: skip
IN_BARE_LINES = ("week", "today", "cope", "progress")  # the commands whose --plain labels each line
FILES = (("handout",), ("handout", "--large"), ("report",), ("ics",), ("fhir",))


def in_one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(name="life", params=LIVES)
def _life(request: pytest.FixtureRequest, home: Path) -> tuple[Path, str]:
    """The folder of a person in such a week, and the day."""
    begin, today, mode = LIVES[request.param]

    def begun(folder: Path) -> None:
        begin(folder)
        assert week_of(folder, today=today)["mode"] == mode

    copied(f"emergency-{request.param}", begun, home)
    return home, today


@pytest.mark.parametrize("page", PAGES, ids=lambda page: " ".join(page) or "backplan")
def test_what_cannot_wait_stands_on_every_page_in_every_form(page: tuple[str, ...], life: tuple[Path, str]) -> None:
    home, today = life
    forms = [("--json",), ("--plain",)] if page and page[0] in IN_BARE_LINES else [("--json",)]
    shown = run(*page, home=home, today=today)
    assert shown.code == 0, shown
    assert in_one_line(shown.out).count(LINE) == 1
    for form in forms:
        done = run(*page, *form, home=home, today=today)
        assert done.code == 0, done
        if form == ("--json",):
            assert done.json["emergency"] == LINE
        else:
            assert done.out.splitlines().count(PLAIN) == 1


@pytest.mark.parametrize("file", FILES, ids=" ".join)
def test_what_cannot_wait_stands_in_every_file_that_is_handed_on(file: tuple[str, ...], life: tuple[Path, str]) -> None:
    home, today = life
    if file == ("report",):
        run("log", "gardening", "--minutes", "10", home=home, today=today)  # a report is of what was noted
    written = run("export", *file, "--out", "-", home=home, today=today)
    assert written.code == 0, written
    text = unescape(written.out)
    if file == ("ics",):
        text = unfolded(text)
    if file != ("ics",) or "BEGIN:VEVENT" in text:
        assert LINE in in_one_line(text)


def test_every_command_is_a_page_to_act_on_or_says_why_it_is_none() -> None:
    told = {key.partition(" --")[0] for key in ACTED_ON} | NO_PAGE.keys()
    assert told == COMMANDS.keys()
    assert NO_PAGE.keys().isdisjoint(ACTED_ON)


@pytest.mark.parametrize(("command", "form"), FORMS)
def test_what_cannot_wait_stands_on_what_every_command_shows(command: str, form: tuple[str, ...], home: Path) -> None:
    def begun(folder: Path) -> None:
        started(folder)
        week_of(folder)
        run("log", "gardening", "--minutes", "10", home=folder)

    copied("emergency-every-command", begun, home)
    done = shown(command, form, home)
    assert done.code == 0, done
    assert LINE in in_one_line(unfolded(done.out) if command == "export ics" else unescape(done.out))


def unfolded(calendar: str) -> str:
    """A calendar without its folds, and without the mark before each comma."""
    return re.sub(r"\r?\n ", "", calendar).replace("\\,", ",")


@pytest.mark.parametrize("page", [("prescribe",), ("diary",), ("diary", "--plain")], ids=" ".join)
def test_it_stands_where_there_is_nothing_to_show_yet(page: tuple[str, ...], home: Path) -> None:
    assert LINE in run(*page, home=home).out


def test_in_a_terminal_of_any_width_it_is_whole(home: Path) -> None:
    started(home)
    run("log", "--morning", "3", home=home)
    for command in ("week", "today", "progress"):
        for width in ("40", "60", "80", "140"):
            assert LINE in in_one_line(run(command, home=home, env={"COLUMNS": width}).out)


def test_under_a_stop_the_stop_alone_speaks(home: Path) -> None:
    started(home)
    run("init", "--red-flags", "fever", home=home)
    assert stopped_by(home) is not None
    assert LINE not in run("log", home=home).out
    for command in (("week",), ("today",), ()):
        done = run(*command, home=home)
        assert (done.code, done.out) == (4, "")


def test_it_is_short_and_names_only_what_is_asked_as_an_emergency() -> None:
    assert len(wrap(LINE, 79)) == 2
    emergencies = {flag.id for flag in RED_FLAGS if flag.level == "emergency"}
    signs = {
        "chest pain": "chest-pain", "spreading leg weakness": "leg-weakness", "between the legs": "saddle-numbness",
        "bladder or bowel": "bladder-bowel", "pain down both legs": "both-legs",
    }  # fmt: skip
    assert [words for words in signs if words not in LINE] == []
    assert set(signs.values()) <= emergencies

"""What stands on the screen: golden pictures of a week made by hand, and properties of real ones.

`pytest tests/render/test_screen.py --update-golden` writes the golden files anew; read them before keeping them.
"""

import os
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from backplan.model.card import ExerciseCard
from backplan.model.diary import LogEntry
from backplan.model.person import Clearance, Pain, Person
from backplan.model.told import Change, Notice
from backplan.model.usual import Usual
from backplan.model.vocabulary import ON_THE_BED
from backplan.model.week import Balance, Day, DayBlock, GivenDose, Item, Session, Week
from backplan.planner.diary.evidence import Evidence
from backplan.planner.screen import bars
from backplan.render import words
from backplan.store.store import opened
from tests.support.cli import Result, environment, exercises_of, process, run, started, week_of
from tests.support.shared import copied

GOLDEN = Path(__file__).parent / "golden"
MONDAY = date(2026, 11, 23)
TODAY = "2026-11-25"
WIDTHS = (60, 80, 100, 140)
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
# Rows that reach the terminal as they are would drive it: C0 but line ends and tabs, DEL and C1, marks of direction.
DRIVES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

PERSON = Person(
    heart=(),
    pain=Pain(3, 3, True, date(2026, 3, 1), "none", date(2026, 11, 2)),
    minutes={"mon": 45, "tue": 45, "thu": 45, "sat": 45},
    aerobic_minutes=20,
    clearance=Clearance("doctor", date(2026, 11, 2)),
    equipment=("band", "pool"),
)
# Hostile and long words, and a Tuesday that was too much: pain down to the buttock.
DIARY = (
    LogEntry(MONDAY, "session", "all", 3, 4, 4, "none", note="good"),
    LogEntry(MONDAY + timedelta(days=1), "session", "part", 3, 4, 4, "buttock", why="the pool closed early"),
    LogEntry(MONDAY + timedelta(days=1), "activity", "all", exercise="water-walk-easy", minutes=20),
    LogEntry(MONDAY + timedelta(days=2), "morning", pain=2, note="[red]not[/red] :bomb: [link=x]y[/link] [/]"),
    LogEntry(MONDAY + timedelta(days=2), "session", "no", 3, why="a word " * 30),
)


def item(name: str, dose: GivenDose, seconds: int, caution: str | None = None) -> Item:
    return Item(name.lower().replace(" ", "-"), name, seconds, dose, f"{name} keeps the back moving.", caution)


def block(kind: Any, *items: Item) -> DayBlock:
    return DayBlock(kind, items)


CORE = block(
    "core",
    item("Bird dog", GivenDose(3, 8, 8, True), 420),
    item("Side bridge on the knees with the top arm along the body", GivenDose(2, 4, 8, True), 200),
    item("Curl-up", GivenDose(2, 6, 8), 150, "it bends the back a little"),
)
WALK = block("aerobic", item("Easy flat walk", GivenDose(minutes=16), 960))
SWIM = block("aerobic", item("Backstroke", GivenDose(minutes=15), 900), item("Water walk", GivenDose(minutes=5), 300))
STRENGTH = block("strength", item("Sit to stand", GivenDose(2, 10), 120), item("Wall push-up", GivenDose(2, 10), 120))
STRETCH = block("cool-down", item("Lying knee rolls", GivenDose(1, 8, 0, True), 100))
WARM = block("warm-up", item("Cat-cow", GivenDose(1, 8, 2), 90))
COPE = block("coping", item("Belly breathing", GivenDose(minutes=3), 180))
DAYS = (
    (Session("outdoors", (WALK,)), Session("home", (CORE, STRETCH))),
    (Session("pool", (SWIM, STRETCH)),),
    (Session("home", (WARM, CORE, STRENGTH, STRETCH)),),
    (),
    (Session("gym", (block("aerobic", item("Treadmill walk", GivenDose(minutes=16), 960)),)),),
    (Session("home", (WARM, WALK, STRETCH)),),
    (),
)


def by_hand() -> Week:
    """A week that holds one of everything, so that no change of the planner changes it; laid out last with the diary
    known, so that nothing in it lays the week anew.
    """
    days = tuple(
        Day(MONDAY + timedelta(days=n), sessions, COPE if n in (2, 3, 6) else None) for n, sessions in enumerate(DAYS)
    )
    every = {i.exercise: i for day in days for b in (*day.blocks(), COPE) for i in b.items}
    return Week(
        starts=MONDAY,
        programme_week=3,
        level="basic",
        mode="normal",
        usual=Usual.all_day(3),
        days=days,
        balance=(
            Balance("aerobic", 48, 67, 90, "min"),
            Balance("core", 3, 2, 5, "sessions", "there is room for two; five more minutes on two days help", 26),
            Balance("strength", 2, 1, 2, "sessions", "one day is left for it"),
            Balance("stretch", 3, 4, 5, "sessions"),
            Balance("water", 1, 1, 2, "sessions"),
            Balance("coping", 3, 3, 7, "days"),
            Balance("active-days", 4, 5, 7, "days"),
            Balance("rest-days", 1, 2, 1, "days"),
        ),
        left_out=({"exercise": "road-running", "rules": [{"id": "high-impact", "reason": "it lands hard"}]},),
        left_out_counts=(("high impact", 37), ("equipment you do not have", 31)),
        changes=(
            Change("swapped", "Bird dog takes the place of bird dog leg reach: you swapped it.", ("bird-dog", "bdlr")),
        ),
        notices=(Notice("mornings", "In the first two hours after getting up, go easy on bending forward."),),
        programme={"back": "bird-dog"},
        aerobic_step=16,
        wishes=bars.wishes(PERSON),
        bars=bars.bars(PERSON, DIARY, [day.on for day in days], date.fromisoformat(TODAY), learning=True),
        evidence=Evidence.before(MONDAY, DIARY).mark,
        missed=(date.fromisoformat(TODAY),),
        begun=MONDAY,
        cards={
            key: ExerciseCard(
                (f"Get ready for {i.name.lower()}.", "Move slowly and breathe.", "Come back and rest."),
                ("Keep your hips level, as if a cup of tea stood on them and you were in no hurry at all.",),
                "Stop if pain runs further down your leg.",
            )
            for key, i in every.items()
        },
    )


@pytest.fixture
def shown(home: Path) -> Path:
    """The folder of a person whose week is the one made by hand, with a diary."""
    copied("by hand", _kept, home)
    return home


def _kept(home: Path) -> None:
    with opened(home) as store:
        store.people.record(PERSON, date(2026, 11, 2))
        store.weeks.keep(by_hand(), MONDAY)
        store.diary.add(*DIARY)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    def same(name: str, text: str) -> None:
        file = GOLDEN / f"{name}.txt"
        if request.config.getoption("--update-golden"):
            GOLDEN.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8")

    return same


def seen(shown: Path, *args: str, **env: str) -> str:
    done = run(*args, home=shown, today=TODAY, env=env)
    assert done.code == 0, done
    assert not done.err
    return done.out


def fits(text: str, width: int) -> None:
    for line in ESCAPES.sub("", text).splitlines():
        assert cell_len(line) <= width, line


# -- golden -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("what", ["week", "today", "diary"])
def test_it_looks_as_it_was_approved(what: str, width: int, shown: Path, golden: Callable[[str, str], None]) -> None:
    text = seen(shown, what, COLUMNS=str(width))
    fits(text, width)
    golden(f"{what}-{width}", text)


@pytest.mark.parametrize("what", ["week", "today", "diary"])
def test_plain_looks_as_it_was_approved_at_any_width(
    what: str, shown: Path, golden: Callable[[str, str], None]
) -> None:
    text = seen(shown, what, "--plain")
    assert all(seen(shown, what, "--plain", COLUMNS=str(width)) == text for width in WIDTHS)
    golden(f"{what}-plain", text)


@pytest.mark.parametrize("what", ["week", "today", "diary"])
def test_in_colour_it_says_the_same(what: str, shown: Path, golden: Callable[[str, str], None]) -> None:
    plain = seen(shown, what)
    colour = seen(shown, what, FORCE_COLOR="1", TERM="xterm-256color")
    assert "\x1b[" in colour
    assert ESCAPES.sub("", colour) == plain
    if what == "week":
        golden("week-colour", colour)


@pytest.mark.parametrize("what", ["week", "today", "diary"])
def test_in_ascii_nothing_is_lost(what: str, shown: Path, golden: Callable[[str, str], None]) -> None:
    done = process(what, home=shown, today=TODAY, env={"PYTHONIOENCODING": "ascii"})
    assert done.code == 0, done
    assert done.out.isascii()
    assert "?" not in done.out
    fits(done.out, 80)
    golden(f"{what}-ascii", done.out)


@pytest.mark.parametrize("what", ["week", "today", "diary"])
def test_a_pipe_no_color_and_a_dumb_terminal_get_no_escapes(what: str, shown: Path) -> None:
    at_80 = seen(shown, what, COLUMNS="80")
    assert seen(shown, what) == at_80
    assert seen(shown, what, NO_COLOR="1") == at_80
    assert seen(shown, what, TERM="dumb") == at_80
    coloured = seen(shown, what, NO_COLOR="1", FORCE_COLOR="1", TERM="xterm-256color")
    assert not re.search(r"\x1b\[[0-9;]*(3[0-7]|9[0-7])[0-9;]*m", coloured)


def test_the_week_by_hand_is_what_the_store_gives_back(shown: Path) -> None:
    week = run("week", "--json", home=shown, today=TODAY).json
    assert [day["done"] for day in week["days"]] == ["all", "part", "no", None, None, None, None]
    assert Week.of(by_hand().document()) == by_hand()


def test_everything_a_fridge_needs_is_on_the_week(shown: Path) -> None:
    for width in WIDTHS:
        text = " ".join(seen(shown, "week", COLUMNS=str(width)).split())
        dose = "8 each side 3 sets hold 8 s" if width == 100 else "3×8 a side, 8 s"
        for word in ("Mon 23", "Sun 29", "Bird dog", dose, "16 min", "rest", "Week 3"):
            assert word in text, (word, width)
        for word in ("Balance", "2 of 3", "two; five more minutes", "37 high impact", "Pain takes weeks", "with care"):
            assert word in text, (word, width)


# -- what a hostile word may do -----------------------------------------------------------------------------------

HOSTILE = "a\x1b[2Jb\x1b]8;;http://x\x07c\x9b31md\u202ee\u2066f\u200eg\x7fh\rk\x00l\x85m\u2028n\u061co"


@pytest.mark.parametrize("form", [[], ["--plain"], ["--json"]])
@pytest.mark.parametrize("env", [{}, {"FORCE_COLOR": "1", "TERM": "xterm-256color"}])
def test_no_word_of_a_note_drives_the_terminal(form: list[str], env: dict[str, str], home: Path) -> None:
    said = HOSTILE.replace("\x00", "")
    assert run("log", "--done", "part", "--why", said, "--note", said, home=home, today=TODAY).code in (0, 4)
    done = run("diary", *form, home=home, today=TODAY, env=env)
    assert done.code == 0
    assert not DRIVES.search(ESCAPES.sub("", done.out)), repr(done.out)
    for letter in "bcdefghklmno":
        assert letter in done.out


def test_no_word_of_an_argument_drives_the_terminal(home: Path, tmp_path: Path) -> None:
    started(home)
    for args in (
        ["log", HOSTILE.replace("\x00", ""), "--minutes", "5"],
        ["swap", HOSTILE.replace("\x00", "")],
        ["week", "--week", HOSTILE.replace("\x00", "")],
        ["week", "--days", HOSTILE.replace("\x00", "")],
        ["log", "--on", HOSTILE.replace("\x00", ""), "--done", "no"],
        ["init", "--answers", str(tmp_path / HOSTILE.replace("\x00", "").replace("/", ""))],
        ["init", "--likes", HOSTILE.replace("\x00", "")],
        [HOSTILE.replace("\x00", "")],
        ["week", "--" + HOSTILE.replace("\x00", "")],
        ["log", "--pain", HOSTILE.replace("\x00", "")],
    ):
        done = run(*args, home=home)
        assert done.code in (0, 2, 3)  # any words name an activity
        assert not DRIVES.search(done.out + done.err), (args[:2], done.err)


def test_what_looks_like_markup_is_shown_as_it_was_typed(home: Path) -> None:
    note = "[red]hot[/red] [/] :bomb: [link=http://x]y[/link] [hold]"
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", "--note", note, home=home)
    for form in ([], ["--plain"], ["--json"]):
        out = " ".join(run("diary", *form, home=home, env={"COLUMNS": "140"}).out.split())
        assert note in out


def test_a_name_in_other_letters_stays_whole(home: Path) -> None:
    note = "क्\u200dष نمی\u200cخواهم 背中 é"
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", "--note", note, home=home)
    assert note in run("diary", "--plain", home=home).out
    for width in WIDTHS:
        fits(run("diary", home=home, env={"COLUMNS": str(width)}).out, width)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_therapists_parts_in_a_row_are_labelled_once(width: int, home: Path) -> None:
    theirs = tuple(part._replace(prescribed=True) for part in (STRENGTH, CORE))
    week = by_hand()
    days = tuple(
        day._replace(sessions=(Session("home", (WARM, *theirs, STRETCH)),))
        if day.on > date.fromisoformat(TODAY)
        else day
        for day in week.days
    )
    with opened(home) as store:
        store.people.record(PERSON, date(2026, 11, 2))
        store.weeks.keep(week._replace(days=days), MONDAY)
        store.diary.add(*DIARY)
    text = seen(home, "week", COLUMNS=str(width))
    fits(text, width)
    assert text.count("Therapist") == 1  # the four days are the same, so they stand together
    assert "Sit to stand" in text
    assert "Bird dog" in text
    plain = seen(home, "week", "--plain")
    assert plain.count(", therapist: ") == 4 * sum(len(part.items) for part in theirs)


def test_the_week_tells_the_bed_from_other_care() -> None:
    dose, bed = GivenDose(1, 8), ON_THE_BED
    assert words.name(item("Plain", dose, 60)) == "Plain"
    assert words.name(item("Gentle", dose, 60, "go gently, because of your knee")) == "Gentle (with care)"
    assert words.name(item("Lying", dose, 60, bed)) == "Lying (on your bed)"
    both = item("Both", dose, 60, f"{bed}; go gently, because of your knee")
    assert words.name(both) == "Both (on your bed, with care)"


# -- real weeks ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS)
def test_the_sample_fits_every_width_and_cuts_no_word(width: int, home: Path) -> None:
    done = run("week", "--sample", home=home, env={"COLUMNS": str(width)})
    fits(done.out, width)
    week = run("week", "--sample", "--json", home=home).json
    text = " ".join(re.sub(r"[─✓½□]", " ", done.out).split())
    for day in week["days"]:
        for session in day["sessions"]:
            for found in (item for part in session["blocks"] for item in part["items"]):
                if width >= 80:
                    assert found["name"] in text
    assert "…" not in done.out


def test_the_sample_in_plain_is_one_labelled_line_an_item(home: Path) -> None:
    week = run("week", "--sample", "--json", home=home).json
    items = [
        item["name"]
        for day in week["days"]
        for part in [*(b for s in day["sessions"] for b in s["blocks"]), *([day["coping"]] if day["coping"] else [])]
        for item in part["items"]
    ]
    lines = run("week", "--sample", "--plain", home=home).out.splitlines()
    assert all(":" in line for line in lines)
    told = [line for line in lines if re.match(r"[A-Z][a-z]+day, ", line)]
    assert len(told) == len(items)
    assert all(name in line for name, line in zip(items, told, strict=True))
    assert not any(set(line) & set("│─╭╰|") for line in lines)


@pytest.mark.parametrize("width", [60, 80, 96, 100, 140])
def test_a_long_load_stays_on_the_line_of_its_dose_or_below_its_name(width: int, home: Path) -> None:
    started(home)
    key = next(iter(exercises_of(week_of(home)["days"][0])))
    load = "x" * 24
    assert run("log", "--load", f"{key}={load}", home=home).code == 0
    for shown in ("week", "today"):
        text = run(shown, home=home, today="2026-11-24", env={"COLUMNS": str(width)}).out
        fits(text, width)
        assert load in text or shown == "today"


@pytest.mark.parametrize("columns", ["1", "20", "39", "0", "", "x", "-5", "1000", "99999999999999999999"])
def test_no_width_breaks_it(columns: str, home: Path) -> None:
    assert run("week", "--sample", home=home, env={"COLUMNS": columns}).code == 0


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("width", [60, 100])
def test_in_a_real_terminal_no_line_is_wider_than_it(width: int, shown: Path) -> None:
    from tests.support.at_terminal import ended, terminal

    env = environment(shown, TODAY, TERM="xterm-256color")
    for what in ("week", "today", "diary"):
        code, said = ended(terminal(what, env=env, dimensions=(500, width)))
        assert "\x1b[" in said
        fits(said.replace("\r", ""), width)
        assert code == 0


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_a_dumb_terminal_gets_no_escapes_at_all(shown: Path) -> None:
    from tests.support.at_terminal import ended, terminal

    code, said = ended(terminal("week", env=environment(shown, TODAY, TERM="dumb"), dimensions=(50, 80)))
    assert code == 0
    assert "\x1b" not in said


def test_latin_1_and_windows_code_pages_do_not_crash_it(shown: Path) -> None:
    for coding in ("latin-1", "cp1252", "cp437"):
        done: Result = process("week", home=shown, today=TODAY, env={"PYTHONIOENCODING": coding})
        assert done.code == 0, (coding, done.err)
        assert "Bird dog" in done.out

"""The interview: one screen at a time, in the order of the sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

import typer

from backplan.cli import questions
from backplan.cli.terminal import asking, output
from backplan.errors import UsageError, nearest
from backplan.files.answers import document_of
from backplan.rules.red_flags import RED_FLAGS

if TYPE_CHECKING:
    from backplan.cli.questions import Document, Sitting
    from backplan.model.person import Person


class Section(NamedTuple):
    """One screen of the interview: its name for --only, what it is about, and how it is asked."""

    name: str
    about: str
    keys: tuple[str, ...]
    ask: Callable[[Document, Sitting], None]
    needs: str = ""  # the flags to name when it is missing and nobody can be asked
    flags: str = ""  # the flags that answer it, where it may be missing
    named_only: bool = False  # whether it is asked by itself only where it is named: else another leads to it


def sections_named(only: str) -> tuple[Section, ...]:
    """The sections of --only, in the interview's order; all of them for an empty text. Raises UsageError."""
    names = [part.strip() for part in only.split(",") if part.strip() and part.strip() != "all"]
    known = [section.name for section in SECTIONS]
    for name in names:
        if name not in known:
            raise UsageError(f"--only {name}: no such section{nearest(name, known)}; choose from {', '.join(known)}")
    return tuple(section for section in SECTIONS if section.name in names or not (names or section.named_only))


def choose_sections(before: Person) -> tuple[Section, ...]:
    """Show what is on record and let the person say what to change."""
    import yaml

    output.say("On record:\n")
    output.say(yaml.safe_dump(document_of(before), sort_keys=False, default_flow_style=None))
    names = ", ".join(section.name for section in SECTIONS)
    while True:
        text = asking.prompt(f"What would you like to change? ({names}; all; Enter for nothing)", "")
        if not text:
            raise typer.Exit(0)
        try:
            return sections_named(text)
        except UsageError as error:
            output.say(str(error))


def ask(document: Document, sections: Iterable[Section], sitting: Sitting) -> bool:
    """Ask section after section; whether it came to its end: an emergency sign ends it at once."""
    chosen = list(sections)
    for number, section in enumerate(chosen, 1):
        output.say(f"\n── {section.about} ({number} of {len(chosen)}) ──")
        if section.name == "red-flags" and questions.nothing_new(sitting):
            continue
        before = emergencies(document)
        section.ask(document, sitting)
        now = emergencies(document)
        if now - before or (now and section.name == "red-flags"):
            return False
    return True


def emergencies(document: Document) -> set[str]:
    """The emergency signs among the answers."""
    return {rule.id for rule in RED_FLAGS if rule.level == "emergency"} & set(document.get("red_flags", ()))


TOLERANCE_FLAGS = "--aerobic-minutes, --tolerance"

SECTIONS: tuple[Section, ...] = (
    Section("born", "Your age", ("born",), questions.ask_born, flags="--born"),
    Section(
        "red-flags", "Signs to look at first", ("red_flags",), questions.ask_red_flags, "--red-flags none (or ids)"
    ),
    Section("heart", "Heart and lungs", ("heart",), questions.ask_heart, flags="--heart"),
    Section(
        "clearance",
        "A clinician's agreement",
        ("clearance",),
        questions.ask_clearance,
        "--clearance-by, --clearance-on",
    ),
    Section("pain", "Your pain", ("pain",), questions.ask_pain, "--pain, --usual, --controlled, --since, --leg"),
    Section("conditions", "What you were told", ("conditions",), questions.ask_conditions, flags="--conditions"),
    Section(
        "surgery",
        "Operations on the spine",
        ("surgery",),
        questions.ask_surgery,
        flags="--surgery, --surgery-on, --released",
    ),
    Section("pregnancy", "Pregnancy and birth", ("pregnancy",), questions.ask_pregnancy, flags="--pregnant-weeks"),
    Section("birth", "A birth", ("birth",), questions.ask_birth, flags="--birth-on, --birth", named_only=True),
    Section("changed", "Changes of health", ("changed",), questions.ask_changed, flags="--changed, --changed-on"),
    Section("can", "What you can do", ("can",), questions.ask_can, flags="--swim, --strokes, --floor"),
    Section("time", "Your time", ("time",), questions.ask_time, "--days, --minutes"),
    Section("equipment", "What you have", ("equipment", "places"), questions.ask_equipment, flags="--equipment, --gym"),
    Section("tolerance", "Where you start", ("tolerance",), questions.ask_tolerance, flags=TOLERANCE_FLAGS),
    Section("level", "Your level", ("level",), questions.ask_level, flags="--level"),
    Section("likes", "What you like", ("likes", "dislikes"), questions.ask_likes, flags="--likes, --dislikes"),
    Section("functions", "What you want back", ("functions",), questions.ask_functions, flags="--functions"),
)

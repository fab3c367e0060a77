"""The interview: one screen at a time, in the order of the sections."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from copy import deepcopy
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

import typer

from backplan.cli.interview import clearance, comfort, days, health, more, pain, signs
from backplan.cli.interview.meant import section_meant, tells_answer
from backplan.cli.interview.sitting import Document, Sitting
from backplan.cli.terminal import asking, for_later, output, spoken
from backplan.cli.terminal.listed import NOTHING, ChangeMenu
from backplan.errors import FileError, UsageError, nearest
from backplan.files.answers import document_of
from backplan.model.diary import HEALTH
from backplan.named_tuple import NamedTuple
from backplan.rules.red_flags import EMERGENCIES

if TYPE_CHECKING:
    from backplan.cli.interview.sitting import Document, Sitting
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
    titled: bool = True  # whether a title says what it is about: no, where its questions say so themselves


def sections_named(only: str) -> tuple[Section, ...]:
    """The sections of --only, in the interview's order; all of them for an empty text. Raises UsageError."""
    names = [part.strip() for part in only.split(",") if part.strip() and part.strip() != "all"]
    sections = [section.name for section in SECTIONS]
    for name in names:
        if name not in sections:
            raise UsageError(
                f"--only {name}: no such section{nearest(name, sections)}; choose from {', '.join(sections)}"
            )
    return tuple(section for section in SECTIONS if section.name in names or not (names or section.named_only))


STOPPED = 130  # the exit code of what was broken off
MORE = ("can", "equipment", "work", "level", "likes", "functions")

WELCOME = "About 12 answers to your first week, 5 to 12 minutes."
HOW = "Type ? for more, or back; quit keeps your answers."


def ask_first(document: Document, sitting: Sitting, anew: Iterable[Section] = ()) -> bool:
    """A first interview, from where it was left, each section kept; whether it came to its end and was agreed to. The
    sections that are asked for by name are asked ``anew``.
    """
    from backplan.actions import draft

    place, done = sitting.place, list[str]()
    output.lines(filter(None, [stopped(sitting)]))
    output.lines([WELCOME, HOW])
    if kept := draft.draft(place):
        document |= {**kept.document, **document}
        before = set(kept.answered).difference(section.name for section in anew)
        done = [section.name for section in FIRST if section.name in before]
        output.say(GOING_ON.format(len(done), len(FIRST)))
    answered = deepcopy(document)

    def keep(section: Section) -> None:
        done.extend({section.name}.difference(done))
        answered.clear()
        answered.update(deepcopy(document))
        draft.keep(place, done, answered, for_later.waiting())
        if section.name in TELLS_A_STOP and (stop := _stop_so_far(document, sitting)):
            asking.tell(stop)

    try:
        with asking.going_back(), _words_kept(partial(draft.keep, place, done, answered)):
            for_later.put_back(kept.words if kept else {})
            return ask(document, FIRST, sitting, tuple(done), keep) and _agreed(document, FIRST, sitting, keep)
    except typer.Abort:
        if not done:
            raise
        output.say("\nWhat you answered is kept; `backplan init` goes on from there. Nothing is planned yet.")
        raise typer.Exit(STOPPED) from None


@contextmanager
def _words_kept(keep: Callable[[Mapping[str, bool]], None]) -> Iterator[None]:
    """Keep the words at lists that nothing has asked about yet, where the interview is broken off."""
    try:
        yield
    except (typer.Abort, SystemExit):  # by the person, or by a kill
        if words := for_later.waiting():
            keep(words)
        raise


def ask_changes(document: Document, sections: Sequence[Section], sitting: Sitting) -> bool:
    """Sections of what is on record, anew; whether they came to their end."""
    with for_later.keeping():
        return ask(document, sections, sitting)


def ask_rest(document: Document, sections: Sequence[Section], sitting: Sitting, record: Callable[[], object]) -> None:
    """What a first week does not need, from where it was left, until it is agreed to. Where somebody breaks it off, the
    sections that are answered are recorded.
    """
    from backplan.actions import draft

    found, kept = draft.draft(sitting.place), deepcopy(document)
    left = found.answered if found and len(sections) == len(MORE) else ()  # what is asked by name is asked
    done = [section.name for section in sections if section.name in left]
    if len(sections) > 1:
        output.say(HOW)
    if done:
        output.say(GOING_ON.format(len(done), len(sections)))

    def keep(section: Section) -> None:
        done.extend({section.name}.difference(done))
        kept.clear()
        kept.update(deepcopy(document))

    words = dict[str, bool]()
    try:
        with asking.going_back(), _words_kept(words.update):
            for_later.put_back(found.words if found else {})
            ask(document, sections, sitting, tuple(done), keep)
            if len(sections) > 1:
                _agreed(document, sections, sitting, keep)
    except (typer.Abort, SystemExit) as broken_off:  # by the person, or by a kill
        if not done:
            raise
        document.clear()
        document.update(kept)
        record()
        draft.keep(sitting.place, done, {}, words)
        if isinstance(broken_off, SystemExit):
            raise
        output.say("\nWhat you answered is recorded; `backplan init --more` asks the rest.")
        raise typer.Exit(STOPPED) from None


GOING_ON = "\nGoing on where you stopped: {} of {} sections are answered."
TELLS_A_STOP = ("clearance", "body")  # the sections after which a plan may wait for a clinician
_NOT_ASKED_YET: Document = {
    "pain": {"now": 0, "usual": 0, "controlled": True, "since": "1970-01-01"},
    "time": {"days": ["mon"], "minutes": 5},
}


def _stop_so_far(document: Document, sitting: Sitting) -> str:
    """What the plan of somebody waits for by the answers so far, so that it is told at its question; nothing where
    nobody has agreed yet, which is told apart.
    """
    from backplan.files.answers import check
    from backplan.files.yaml import Places
    from backplan.planner.screen import stops

    if not document.get("clearance"):
        return ""
    today = sitting.place.today
    pain = document.get("pain", {}) if "can" in document else {}  # whether it is controlled is asked with the body
    so_far = {**_NOT_ASKED_YET, **document, "pain": {**_NOT_ASKED_YET["pain"], **pain}}
    with suppress(FileError):
        person = check(so_far, Places("answers"), today, sitting.place.names).person(today, sitting.before)
        found = stops.stop(person, today)
        return found.sentence if found else ""
    return ""


def _agreed(document: Document, sections: Sequence[Section], sitting: Sitting, keep: Callable[[Section], None]) -> bool:
    """Show the answers in sentences until nothing is to be changed; False where a change brings an emergency sign."""
    from backplan.render.interview import conditions, summary

    while True:
        typed = dict[str, list[str]]()
        asking.begin("", len(sections), len(sections))
        words = summary(document) | {"work": conditions(document, health.ASKED_OF_WORK)}
        lines = {section.name: f"{section.about}: {words[section.name]}" for section in sections}
        lines_shown = ["Your answers:", *(f"  {number}. {line}" for number, line in enumerate(lines.values(), 1))]
        choices = {NOTHING: "Nothing", **lines}
        asked = "Enter if right, or a number to change"
        try:
            chosen = asking.menu(
                ChangeMenu(
                    "Your answers: anything to change?",
                    choices,
                    lines_shown,
                    asked,
                    partial(_to_change, document, sections, typed),
                    own=True,
                )
            )
        except asking.GoBack:
            chosen = sections[-1].name
        if not chosen:
            return True
        if chosen == CHANGED:
            keep(next(section for section in sections if section.name == "pain"))
            continue
        again = [section for section in sections if section.name == chosen]
        if not ask(document, again, sitting, (), keep, leaves=True, typed={chosen: typed}):
            return False


CHANGED = "changed"  # by the very words that say what is to be changed


_ASKED_FIRST: Mapping[str, str] = {  # of each section whose answer can be told in the words that lead to it
    "born": clearance.YOUR_AGE, "clearance": clearance.WHO_AGREED, "pain": pain.HOW_MUCH, "time": days.WHICH_DAYS,
    "tolerance": comfort.IN_COMFORT,
}  # fmt: skip


def _to_change(document: Document, sections: Sequence[Section], typed: dict[str, list[str]], text: str) -> str:
    """The name of a section to be asked again, the answer that the words tell ``typed`` there already; CHANGED where
    they tell levels of pain, which are taken as they are. Raises UsageError.
    """
    chosen = _numbered(sections, text)
    typed.clear()
    if chosen in _ASKED_FIRST and tells_answer(text):
        typed[_ASKED_FIRST[chosen]] = [text]
    levels = pain.levels_to_change(text) if chosen == "pain" and "pain" in document else {}
    if not levels:
        return chosen
    document["pain"] = document["pain"] | levels
    return CHANGED


def _numbered(sections: Sequence[Section], text: str) -> str:
    """The name of a section, by its number, or by words on it; nothing for nothing, or yes. Raises UsageError."""
    if text.lower() in ("", "y", "yes") or spoken.says_right(text):
        return ""
    with suppress(UsageError):
        number = re.sub(r"^(?:the )?(?:number|no\.?|line) ", "", text.lower())
        return sections[asking.whole(1, len(sections))(number) - 1].name
    if meant := section_meant(text, [section.name for section in sections]):
        return meant
    raise UsageError("Which one? Its number, or a word of it, like days; Enter alone if all is right.")


def stopped(sitting: Sitting) -> str:
    """That the plan of somebody is stopped, or not made yet, why, and how that is lifted; nothing where it is not."""
    from backplan.actions.mistake import of_late
    from backplan.planner.screen import stops
    from backplan.render.init import mistaken
    from backplan.rules.screening import clearance_required, emergency_flags, flags

    found = stops.stop(sitting.before, sitting.place.today) if sitting.before else None
    if found is None or sitting.before is None:
        return ""
    begun = sitting.before.unfinished
    if begun and found.rule == clearance_required.RULE.id:
        return ""  # it is asked in a moment
    held = "No plan is made yet" if begun else "Your plan is stopped"
    slip = f" {way_back}" if (way_back := mistaken(of_late(sitting.place, found))) else ""
    if found.rule != emergency_flags.RULE.id:
        return f"{held}. {found.sentence}{slip}"
    lifted = "" if "backplan init" in found.sentence else emergency_flags.SEEN
    names = flags.names_of(flags.open_flags(sitting.before, "emergency"))
    return f"{held}: {names}. {found.sentence}{lifted}{slip}"


def choose_sections(before: Person, sitting: Sitting) -> tuple[Section, ...]:
    """Show what is on record, and first a stop that holds, and let the person say what to change."""
    from backplan.render.interview import summary

    words, stop = summary(document_of(before)), stopped(sitting)
    answered = [section for section in SECTIONS if section.name in words]
    lines_shown = [
        *([f"{stop}\n"] if stop else []),
        "On record:\n",
        *(f"  {section.name}: {words[section.name]}" for section in answered),
    ]
    choices = {NOTHING: "Nothing", **{section.name: f"{section.about}: {words[section.name]}" for section in answered}}
    choices |= {"all": "All of it"}
    names = ", ".join(section.name for section in SECTIONS)

    def read(text: str) -> str:
        if spoken.says_right(text) or not text:
            return ""
        try:
            return ",".join(section.name for section in sections_named(text))
        except UsageError:
            if not (meant := section_meant(text, [section.name for section in answered])):
                raise
            return meant

    asked = f"What would you like to change? ({names}; all; Enter for nothing)"
    if not (
        chosen := asking.menu(
            ChangeMenu("What would you like to change?", choices, lines_shown, asked, read, about=stop, own=True)
        )
    ):
        raise typer.Exit(0)
    return sections_named(chosen)


def ask(
    document: Document,
    sections: Iterable[Section],
    sitting: Sitting,
    done: Collection[str] = (),
    keep: Callable[[Section], None] = lambda _: None,
    *,
    leaves: bool = False,
    typed: Mapping[str, Mapping[str, list[str]]] = MappingProxyType({}),
) -> bool:
    """Ask section after section but those that are done, each kept when it is answered, and back by a question where
    that is asked for, out of the first where somebody ``leaves`` so; whether it came to its end: an emergency sign
    ends it at once. Of each section what was ``typed`` before is what Enter answers.
    """
    chosen = list(sections)
    number, passed_by, done = 0, 0, set(done)
    left = {name: dict(answers) for name, answers in typed.items()}
    many_in = dict[str, int]()  # how many questions a section had
    while number < len(chosen):
        section, number = chosen[number], number + 1
        if section.name in done:
            continue
        title = section.about if section.titled else ""
        asking.begin(title, number, len(chosen), left.pop(section.name, {}), passed_by)
        passed_by, before = 0, emergencies(document)
        if not _answered(section, document, sitting):
            left[section.name] = asking.given_here()
            if number == 1 and leaves and not asking.answered_here():
                return True
            number, passed_by = _back_from(number, chosen, many_in)
            done.discard(chosen[number].name)
            continue
        now = emergencies(document)
        if now - before or (now and "red_flags" in section.keys):
            return False
        keep(section)
        left[section.name], many_in[section.name] = asking.given_here(), asking.answered_here()
    return True


def _answered(section: Section, document: Document, sitting: Sitting) -> bool:
    """Ask one section, and what its lists have left open; False where somebody goes back in it, which leaves the
    document as it was.
    """
    answers = deepcopy(document)
    try:
        if section.name != "red-flags" or not signs.nothing_new(sitting):
            section.ask(document, sitting)
        if emergencies(document) <= emergencies(answers):  # a new one ends the interview
            signs.ask_open_words(document)
    except asking.GoBack:
        document.clear()
        document.update(answers)
        return False
    return True


def _back_from(number: int, chosen: Sequence[Section], many_in: Mapping[str, int]) -> tuple[int, int]:
    """The place of the section that a question before is in, seen from the ``number``th, and how many of its questions
    are passed by on the way there; ``many_in`` tells how many a section had.
    """
    if many := asking.answered_here():  # back to the last of them
        return number - 1, many - 1
    if number > 1:  # to the last question of the section before
        return number - 2, many_in.get(chosen[number - 2].name, 1) - 1
    asking.tell("This is the first question. Ctrl-C stops.")
    return 0, 0


def emergencies(document: Document) -> set[str]:
    """The emergency signs among the answers."""
    return {*EMERGENCIES.intersection(document.get("red_flags", ()))}


def is_rest(sections: Iterable[Section]) -> bool:
    """Whether sections ask nothing but what a first week does not need."""
    return {section.name for section in sections}.issubset(MORE)


TOLERANCE_FLAGS = "--aerobic-minutes, --tolerance"

SECTIONS: tuple[Section, ...] = (
    Section("born", "Your age", ("born",), clearance.ask_born, flags="--born"),
    Section("red-flags", "Signs to look at first", ("red_flags",), signs.ask_red_flags, "--red-flags none (or ids)"),
    Section("heart", "Heart and lungs", ("heart",), clearance.ask_heart, flags="--heart"),
    Section(
        "clearance",
        "A clinician's agreement",
        ("clearance",),
        clearance.ask_clearance,
        "--clearance-by, --clearance-on",
    ),
    Section("pain", "Your pain", ("pain",), pain.ask_pain, "--pain, --usual, --controlled, --since, --leg"),
    Section("conditions", "What you were told", ("conditions",), health.ask_conditions, flags="--conditions"),
    Section(
        "surgery",
        "Operations on the spine",
        ("surgery",),
        health.ask_surgery,
        flags="--surgery, --surgery-on, --released",
    ),
    Section("pregnancy", "Pregnancy and birth", ("pregnancy",), health.ask_pregnancy, flags="--pregnant-weeks"),
    Section("birth", "A birth", ("birth",), health.ask_birth, flags="--birth-on, --birth", named_only=True),
    Section("changed", "Changes of health", ("changed",), health.ask_changed, flags="--changed, --changed-on"),
    Section("can", "What you can do", ("can",), more.ask_can, flags="--swim, --strokes, --floor"),
    Section("time", "Your time", ("time",), days.ask_time, "--days, --minutes"),
    Section("equipment", "What you have", ("equipment", "places"), more.ask_equipment, flags="--equipment, --gym"),
    Section("tolerance", "Where you start", ("tolerance",), comfort.ask_tolerance, flags=TOLERANCE_FLAGS),
    Section("work", "Your work, and what eases the pain", ("conditions",), more.ask_work, named_only=True),
    Section("level", "Your level", ("level",), more.ask_level, flags="--level"),
    Section("likes", "What you like", ("likes", "dislikes"), more.ask_likes, flags="--likes, --dislikes"),
    Section("functions", "What you want back", ("functions",), more.ask_functions, flags="--functions"),
)

FIRST = (  # a first interview: what a first safe day needs, several sections in one
    Section("born", "Born", ("born",), clearance.ask_born, titled=False),
    Section("signs", "Warning signs", ("red_flags", "heart"), signs.ask_signs, titled=False),
    Section("clearance", "Agreed", ("clearance",), clearance.ask_clearance, titled=False),
    Section("pain", "Pain", ("pain",), pain.ask_pain_first, titled=False),
    Section("body", "Health", ("conditions", "can"), health.ask_applies, titled=False),
    Section("time", "Days", ("time",), days.ask_time, titled=False),
    Section("tolerance", "Start", ("tolerance",), comfort.ask_tolerance, titled=False),
)

# What of their health that own words may have raised is answered by a section of another name.
_OF_HEALTH: Mapping[str, tuple[str, ...]] = {
    "signs": ("heart",), "pain": ("leg",), "body": ("conditions", "surgery", "pregnancy", "birth"),
}  # fmt: skip


def of_health(sections: Iterable[Section], document: Document) -> frozenset[str]:
    """What of their health that own words may have raised is answered by sections; a first interview asks of a change
    of health only where somebody has agreed.
    """
    names = {section.name for section in sections}
    found = names.intersection(HEALTH).union(*(_OF_HEALTH.get(name, ()) for name in names))
    return frozenset(found | ({"changed"} if "body" in names and document.get("clearance") else set()))

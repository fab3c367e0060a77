"""`backplan init`: the safety questions, the pain, and what the person has and can do."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from backplan.cli.at_once import say_if_held
from backplan.cli.interview.flags import InitFlags
from backplan.cli.recorded import tell
from backplan.cli.terminal import asking, environment, output
from backplan.cli.terminal.flags import taking
from backplan.cli.terminal.together import AllAtOnce, Together
from backplan.cli.terminal.unread import tell_unread
from backplan.errors import FileError, StoreError, UsageError, nearest
from backplan.model.wording import all_of
from backplan.render import emergency
from backplan.render.safe import line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backplan.actions.answers import NewlySaid
    from backplan.actions.workspace import Workspace
    from backplan.cli.interview.sitting import Document, Sitting
    from backplan.files.yaml import Places

app = typer.Typer(rich_markup_mode=None, add_completion=False)

MORE_TO_SAY = "`backplan week` shows your week, `backplan init --more` asks the rest."

BEGIN_ANEW = "Begin anew, as if nothing had been told before? What is in the backups stays there (y/n)"

SIGNS = ("red_flags", "heart", "changed")  # the answers that may tell of what cannot wait

LISTS = ("red-flags", "heart", "conditions", "equipment", "sections")


class _Init(AllAtOnce):
    """A command of which one flag may have several words without quotes."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As usual, the words of a sign joined."""
        from backplan.cli.by_mistake import sign_in_words

        return super().parse_args(ctx, sign_in_words(args) if "--by-mistake" in args else args)


@app.command(cls=_Init)
@taking(InitFlags)
def init(flags: InitFlags) -> None:
    """Record the safety answers, the clearance, the pain, and what you have and can do.

    Asks in a terminal; every question also has a flag, and --answers takes them all from a file.
    Run again, it shows what is on record and changes only what you ask for with --only or a flag.
    """
    # What is typed is kept, so it is cleaned here; a path is taken as it is.
    clean: dict[str, Any] = {key: line(value) for key, value in flags._asdict().items() if isinstance(value, str)}
    flags = flags._replace(**clean)
    if flags.list_ or flags.export or flags.answers is not None or flags.by_mistake is not None:
        Together().raise_faults()
    if flags.by_mistake is not None:
        _take_back(flags, flags.by_mistake)
    elif flags.never_so:
        raise UsageError("--never-so goes with --by-mistake and the id of a sign")
    elif flags.list_:
        _list(flags.list_)
    elif flags.export:
        _show()
    elif flags.answers is not None:
        if flags.given or flags.more or flags.only:
            raise UsageError("--answers gives every answer at once; it cannot go with other answers")
        _from_file(_place(flags), flags.answers)
    else:
        cannot_wait = _cannot_wait(flags.given, {})
        say_if_held(environment.workspace(), lambda: cannot_wait, from_looking=True)
        try:
            _from_answers(_place(flags), flags.given, _sections(flags), plain=flags.plain)
        except StoreError:
            if cannot_wait:  # and nobody can be looked up of whom it is told
                output.complain(cannot_wait)
            raise


def _cannot_wait(answered: "Mapping[str, Any]", before: "Mapping[str, Any]") -> str:
    """When to get help, where a sign or a change of health is told that was not before; nothing where none is."""
    told_now = (answered[key] for key in SIGNS if key in answered and answered[key] != before.get(key))
    return emergency.LINE if any(each not in (None, "none", []) for each in told_now) else ""


def _place(flags: InitFlags) -> "Workspace":
    """Where the answers are recorded. Where the person's data is gone, and backups of it are kept, beginning anew must
    be said. Raises StoreError, and UsageError where nothing is gone.
    """
    from backplan.actions import backup
    from backplan.store.store import GoneError

    place = environment.workspace()
    if flags.anew:
        return backup.begin_anew(place)
    try:
        backup.refuse_gone(place)
    except GoneError as error:
        if flags.answers or flags.given or not environment.at_terminal():
            raise
        output.say(f"Y{str(error)[1:]}.")
        if not asking.until_right(BEGIN_ANEW, "n", asking.yes):
            raise typer.Exit(GoneError.exit_code) from None
        return backup.begin_anew(place)
    return place


def _take_back(flags: InitFlags, signs: str) -> None:
    from backplan.cli import by_mistake

    given = flags.given.keys() - {"leg"}
    if given or flags.more or flags.only or flags.answers is not None or flags.list_ or flags.export:
        raise UsageError("--by-mistake takes back a sign and nothing else; it cannot go with other answers")
    with asking.by_keys(plain=flags.plain):
        by_mistake.take_back(environment.workspace(), signs, flags.given.get("leg"), never_so=flags.never_so)


def _sections(flags: InitFlags) -> str:
    """The sections that are asked for by name."""
    if not flags.more:
        return flags.only
    from backplan.cli.interview.course import MORE

    return ",".join(filter(None, (flags.only, *MORE)))


def _list(what: str) -> None:
    if what not in LISTS:
        raise UsageError(f"--list {what}: there is no such list{nearest(what, LISTS)}; choose from {', '.join(LISTS)}")
    for key, means in listed(what):
        output.say(f"{key}\t{means}")


def listed(what: str) -> list[tuple[str, str]]:
    """The ids that may be answered in one place, with what each means."""
    from backplan.model import vocabulary
    from backplan.rules.heart import HEART
    from backplan.rules.red_flags import RED_FLAGS

    if what == "red-flags":
        return [(rule.id, f"{rule.asks} ({rule.level})") for rule in RED_FLAGS]
    if what == "heart":
        return [(rule.id, f"{rule.asks} ({rule.kind})") for rule in HEART]
    if what == "conditions":
        return list(vocabulary.CONDITION_MEANS.items())
    if what == "sections":
        from backplan.cli.interview.course import SECTIONS

        return [(section.name, section.about) for section in SECTIONS]
    granted = [(item, "taken for granted at home") for item in sorted(vocabulary.GRANTED)]
    return [*granted, *vocabulary.EQUIPMENT_MEANS.items()]


def _show() -> None:
    import yaml

    from backplan.actions.person import on_record
    from backplan.files import answers

    place = environment.workspace()
    if not place.begun:
        raise UsageError("nothing is on record yet; run `backplan init`")
    person = on_record(place)
    if person is None or person.unfinished:
        raise UsageError("no finished interview is on record; run `backplan init`")
    output.say(yaml.safe_dump(answers.document_of(person), sort_keys=False, default_flow_style=None).rstrip())


def _from_file(place: "Workspace", path: Path) -> None:
    from backplan.actions.answers import NewlySaid
    from backplan.files.other_files import ANSWERS, instead_of
    from backplan.files.yaml import read

    found, places = read(path)
    other = instead_of(ANSWERS, found)
    if other or not isinstance(found, dict):
        raise FileError([places.say((), f"{other}the answers file must hold keys and values, like `red_flags: []`")])
    _record(place, found, NewlySaid(), places)


def _from_answers(place: "Workspace", given: dict[str, Any], only: str, *, plain: bool) -> None:
    """Take the answers given as flags, laid over those on record, and ask at a terminal for what is missing or named by
    ``only``. Raises UsageError where nobody can be asked.
    """
    from backplan.actions.answers import NewlySaid
    from backplan.actions.person import on_record
    from backplan.cli.interview import by_flags, course
    from backplan.cli.interview.clearance import to_tell
    from backplan.cli.interview.sitting import Sitting
    from backplan.files import answers
    from backplan.store.door import DamagedRecordError

    try:
        before = on_record(place)
    except DamagedRecordError:
        if given or only or not environment.at_terminal():
            raise
        before = None
    finished = before is not None and not before.unfinished
    sections = course.sections_named(only)
    over = partial(by_flags.laid_over, given=given, today=place.today)
    document, sitting = over(answers.document_of(before) if before and finished else {}), Sitting(place, before)
    if environment.at_terminal() and (only or not given):
        with asking.by_keys(plain=plain):
            _interview(document, given, only, sitting, plain=plain)
    elif course.emergencies(document) and not finished:
        _end_here(place, document, {})
    else:
        _refuse_known_later(place, given, document)
        reportable = to_tell(document, sitting)
        by_flags.complain_of_missing(document, sections, given, reportable)
        pain, signs = bool({"pain", "usual"} & given.keys()), "red_flags" in given
        newly = NewlySaid(pain, signs, by_flags.of_health(given), over=over)
        base = answers.document_of(before) if before and finished else {}
        _record(place, document, newly, base=base, if_stopped=by_flags.knows_not(document, given, reportable))


def _refuse_known_later(place: "Workspace", given: dict[str, Any], document: "Document") -> None:
    """Raise UsageError where a clearance on record is said to know of what was reported after it: somebody has to have
    looked at it since, and that is said with who it was, and the day.
    """
    if "knows" not in given or {"clearance_by", "clearance_on"} & given.keys():
        return
    from backplan.actions.known_later import reported_since
    from backplan.rules.screening.flags import name_of

    clearance = document["clearance"]
    if later := reported_since(place, clearance.get("knows", ())):
        raise UsageError(
            f"--knows {','.join(later)}: you reported {all_of([*map(name_of, later)])} after the agreement of "
            f"{clearance.get('on')} was recorded, so that agreement cannot know of it. Once it was looked at since "
            "then, say who did, and on which day: `backplan init --clearance-by doctor --clearance-on DAY --knows "
            f"{given['knows']}`"
        )


def _interview(document: "Document", given: dict[str, Any], only: str, sitting: "Sitting", *, plain: bool) -> None:
    """Ask what is to be asked, and record it, however early the interview ends."""
    from backplan.actions.answers import NewlySaid
    from backplan.cli.interview import by_flags, course, more

    before = sitting.before
    sections = course.sections_named(only)
    if before is not None and not before.unfinished and not only:
        sections = course.choose_sections(before, sitting)
    first, anew = before is None or before.unfinished, sections if only else ()
    if first:
        sections = course.FIRST
    asked = {section.name for section in sections}
    pain, signs = "pain" in asked or "pain" in given, bool({"red-flags", "signs"} & asked) or "red_flags" in given
    if course.is_rest(sections):
        part = NewlySaid(pain, signs, by_flags.of_health(given))
        course.ask_rest(document, sections, sitting, lambda: _record_part(document, sitting, part))
    elif not (course.ask_first(document, sitting, anew) if first else course.ask_changes(document, sections, sitting)):
        _end_here(sitting.place, document, sitting.base)
        return
    scores = more.ask_first_scores(document, sitting) if "functions" in asked else {}
    health = course.of_health(sections, document) | by_flags.of_health(given)
    _record(sitting.place, document, NewlySaid(pain, signs, health, scores), base=sitting.base, first=first)
    if first:
        _show_first_day(sitting.place, plain=plain)


def _show_first_day(place: "Workspace", *, plain: bool) -> None:
    """The first day from today on that holds a session, so that nothing needs to be typed to see it."""
    from backplan.actions import week
    from backplan.model.vocabulary import WEEKDAYS
    from backplan.render import init as words
    from backplan.render import today

    on = week.first_session(place)
    output.say(words.begins(on, place.today))
    if on is None:
        output.say(MORE_TO_SAY)
        return
    shown = week.today(place, WEEKDAYS[on.weekday()], practice=False)
    if plain:
        output.lines([*today.first_in_lines(shown), MORE_TO_SAY])
    else:
        output.show_page(lambda page: today.first(shown, page))


def _record_part(document: "Document", sitting: "Sitting", newly: "NewlySaid") -> None:
    """Record what is answered of an interview that is broken off, and say nothing of it."""
    from backplan.actions.answers import record, refuse_forgotten
    from backplan.files.yaml import Places

    refuse_forgotten(sitting.place, sitting.base)
    record(sitting.place, document, Places("answers"), newly, sitting.base)


def _end_here(place: "Workspace", document: "Document", base: "Document") -> None:
    """Record an emergency sign and stop; a person who had not answered the rest is asked for it another time."""
    from backplan.actions.answers import NewlySaid

    rest = {
        "pain": {"now": 10, "usual": 10, "controlled": False, "since": place.today.isoformat(), "leg": "none"},
        "time": {"days": ["mon"], "minutes": 5},
    }
    unfinished = not rest.keys() <= document.keys()
    _record(place, {**rest, **document}, NewlySaid(pain=False, health=frozenset(), unfinished=unfinished), base=base)


def _record(
    place: "Workspace",
    document: "Document",
    newly: "NewlySaid",
    places: "Places | None" = None,
    base: "Document | None" = None,
    *,
    first: bool = False,
    if_stopped: str = "",
) -> None:
    """Record the answers first and say so; then a stop, if one holds, after what is said ``if_stopped``. Answers of a
    file have their places in it. After a ``first`` interview the first day follows, unless a stop holds.

    Raises UsageError, FileError and SafetyStop.
    """
    from backplan.actions import draft
    from backplan.actions.answers import record, refuse_forgotten
    from backplan.files.yaml import Places
    from backplan.render import init as words

    tell_unread(place)
    refuse_forgotten(place, base)
    say_if_held(place, lambda: _cannot_wait(document, base or {}))
    try:
        found = record(place, document, places or Places("answers"), newly, base)
    except FileError as error:
        if places is not None:
            raise
        raise UsageError("\n".join(fault.partition(": ")[2] for fault in error.faults)) from None
    if newly.unfinished:
        draft.leave_signs(place, document)
    else:
        draft.end(place)
    missing = if_stopped if found.stop and "--knows" not in found.stop.sentence else ""  # the stop may say it itself
    more = [missing] if missing else []
    tell(lambda: output.lines([*words.answered(found, day_follows=first), *more]), found.stop)

"""`backplan pause`: days on which nothing is asked."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.at_once import all_the_same
from backplan.cli.kept_signs import signs_kept
from backplan.cli.still_open import repeat_open_questions
from backplan.cli.terminal import dates, environment, options, output
from backplan.cli.terminal.spoken import days_said
from backplan.cli.terminal.together import AllAtOnce, Together
from backplan.errors import UsageError
from backplan.model.diary import LogEntry
from backplan.model.wording import NUMBER_WORDS
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from datetime import date

app = typer.Typer(rich_markup_mode=None, add_completion=False)

LONGEST = 366  # days


@app.command(cls=AllAtOnce)
def pause(
    how_long: Annotated[
        list[str] | None,
        typer.Argument(metavar="[how long]", help="How long, not --to: 5 days, a month, until friday."),
    ] = None,
    start: Annotated[str, typer.Option("--from", help="The first day: 2026-12-24, today.")] = "",
    to: Annotated[str, typer.Option("--to", "--until", help="The last day: 2027-01-02.")] = "",
    why: Annotated[str | None, typer.Option("--why", help="Why, in a word.")] = None,
    end: Annotated[bool, typer.Option("--end", help="End the pause: today is the first day after it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Pause for a holiday, an illness, or any reason of your own; coming back starts gently.

    `backplan pause --end` ends a pause before its time, or takes back one that has not begun.
    """
    with signs_kept(environment.workspace(), " ".join(how_long or ()), why, as_json=as_json):
        _pause(how_long, start, to, why, end=end, as_json=as_json)


def _pause(how_long: list[str] | None, start: str, to: str, why: str | None, *, end: bool, as_json: bool) -> None:
    """Begin or end a pause. Raises UsageError."""
    flags = Together()
    words = _parted(" ".join(how_long or ()))
    if re.fullmatch(_OVER, words.how_long, re.IGNORECASE):
        end, how_long, words = True, None, PauseWords()
    if end:
        flags.raise_faults()
        if start or to or how_long or why is not None:
            raise UsageError("--end ends the pause today; it goes with no other day and no reason")
        _end(as_json=as_json)
    else:
        why = words.why if why is None else why
        _begin(flags, start or words.start, to, words.how_long, why, as_json=as_json)


_OVER = r"(?:is |it['’]?s )?(?:end|ended|over|finished|off)"


_NUMBER = rf"(?:\d{{1,3}}|an?|{'|'.join(NUMBER_WORDS[1:])})"
_SO_LONG = rf"(?:for |about |around )*(?:{_NUMBER}|the|this) (?:day|week|fortnight|month|year)s?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_ONE_DAY = (
    r"\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}(?:[/.]\d*)?|tomorrow|today|christmas|"
    rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: (?:of )?{_MONTH}(?: \d{{4}})?)?|{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|"
    r"(?:next |this |the |coming )*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
)
_WHY = r"[^\d\s][^\d]*"
_WITH_A_REASON = (
    rf"(?P<why>(?!for\b|until\b|till\b|to\b|{_SO_LONG})(?:(?!\bfrom\b)[^\d])+?),? "
    rf"(?P<how_long>(?:until|till) (?:{_ONE_DAY}))",
    r"(?P<how_long>.*?[^\s,])(?:,? (?=because\b|due to\b)|, *|: )(?P<why>(?!\d{4}\b).*[^\d\s].*)",
    rf"(?P<how_long>{_SO_LONG}|(?:until|till|to|from .+? (?:until|till|to)) (?:{_ONE_DAY})),? "
    rf"(?P<why>(?!{_MONTH}\b|from\b){_WHY})",
    rf"(?P<why>(?!for\b|from\b|until\b|till\b|to\b|{_SO_LONG}){_WHY}?),? "
    rf"(?P<how_long>(?:until|till|from|for) .+|{_SO_LONG})",
)

# So long, and from when, with the reason between or around: a week in spain from saturday; from monday 5 days of rest.
_FROM = rf"(?:from|starting|beginning|as of)(?: on)? (?P<start>{_ONE_DAY})"
_FROM_A_DAY = (
    rf"(?P<how_long>{_SO_LONG})(?: (?P<why>[^\d,]+?))?,? {_FROM}(?:[, ]+(?P<more>.+))?",
    rf"(?P<why>[^\d,]+?),? {_FROM},? (?P<how_long>{_SO_LONG})(?:[, ]+(?P<more>.+))?",
    rf"{_FROM},? (?P<how_long>{_SO_LONG})(?P<why>)(?:[, ]+(?P<more>.+))?",
)


class PauseWords(NamedTuple):
    """What a pause was told by in words: from when, how long or until when, and why."""

    start: str = ""
    how_long: str = ""
    why: str | None = None


def _parted(text: str) -> PauseWords:
    """How long a pause lasts, and why where that was said with it: until sunday, going away; holiday until 2 january;
    from monday to friday.
    """
    text, why = text.strip(), None
    if later := next(filter(None, (re.fullmatch(each, text, re.IGNORECASE) for each in _FROM_A_DAY)), None):
        why = ", ".join(filter(None, (later["why"], later["more"]))) or None
        return PauseWords(later["start"], later["how_long"], why)
    if with_reason := next(filter(None, (re.fullmatch(each, text, re.IGNORECASE) for each in _WITH_A_REASON)), None):
        text, why = with_reason["how_long"], re.sub(r"(?i)^(?:because(?: of)?|due to) ", "", with_reason["why"])
    if between := re.fullmatch(r"(?i)from (?P<start>.+?) (?P<rest>(?:until|till|to|for) .+)", text):
        return PauseWords(between["start"], between["rest"], why)
    if later := re.fullmatch(rf"(?i)(?P<how_long>{_SO_LONG}) (?:from|starting(?: on)?) (?P<start>.+)", text):
        return PauseWords(later["start"], later["how_long"], why)
    if whole_week := re.fullmatch(r"(?i)(?:all |the whole )?(?P<which>this|next) week(?: off)?", text):
        return PauseWords(*_days_of(whole_week["which"].lower()), why)
    if text.lower() in ("today", "tomorrow"):
        return PauseWords(text, f"until {text}", why)
    return PauseWords("", text, why)


def _days_of(which: str) -> tuple[str, str]:
    """From when to when this week, or the next, is paused."""
    monday = dates.week(which)
    return max(monday, environment.today()).isoformat(), f"until {monday + timedelta(days=6)}"


def _begin(flags: Together, start: str, to: str, how_long: str, why: str | None, *, as_json: bool) -> None:
    from backplan.actions import pause as pauses
    from backplan.render import pause as words

    first, word = flags.read(_first, start or "today"), flags.read(options.short, why)
    last = flags.read(_said_last, first, to, how_long)
    flags.raise_faults()
    place = environment.workspace()
    with all_the_same(place, LogEntry(place.today, "pain"), options.pieces(word or "")):
        repeat_open_questions(place)
        begun = pauses.begin(place, first, last or _asked(first), word)
    if as_json:
        output.document(words.begun_document(begun))
    else:
        output.lines(words.begun_lines(begun))


def _first(text: str) -> "date":
    """The first day of a pause: one to come, where it is not named as gone or has only just been. Raises UsageError."""
    from backplan.cli.sentences.last_day import ahead

    first = ahead(text, "--from", environment.today())
    if (first - environment.today()).days > LONGEST:
        raise UsageError(f"--from {text}: that is over a year from today; say it when it is nearer")
    return first


def _said_last(first: "date | None", to: str, how_long: str) -> "date | None":
    """The last day of a pause, where it was said. Raises UsageError."""
    if to and how_long:
        raise UsageError(f"{how_long} and --to {to} both say how long; one of them is enough")
    if until := re.match(r"(?:until|till|to) (?=\S)", how_long, re.IGNORECASE):
        to, how_long = how_long[until.end() :], ""
        if first is not None:
            return _last(first, to, "until")
    if first is None:  # which of two days is first, nobody knows yet
        return _last(environment.today(), to, "--to") if to else None
    return _after(first, how_long) if how_long else _last(first, to, "--to") if to else None


def _after(first: "date", how_long: str) -> "date":
    """The last day of a pause of so many days or weeks. Raises UsageError."""
    plain = re.sub(r"^(?:for )?(?:the |this )?(?=(?:day|week|fortnight|month|year)$)", "a ", how_long.lower())
    if (many := days_said(plain.removeprefix("for "))) is None or many < 1:
        days = "or from when to when: `backplan pause --from mon --to fri`"
        raise UsageError(f"pause {how_long}: write how long, like `backplan pause 5 days`, {days}")
    if many > LONGEST:
        raise UsageError(
            f"pause {how_long}: a pause may last a year, {LONGEST} days at most. If you do not know yet when you are "
            "back, say less: `backplan pause --end` ends it, and it may be said anew"
        )
    return first + timedelta(days=many - 1)


def _asked(first: "date") -> "date":
    """The last day of a pause, asked for. Raises UsageError where nobody can be asked."""
    from backplan.cli.terminal import asking

    if not environment.at_terminal():
        raise UsageError("until when? `backplan pause --from 2026-12-24 --to 2027-01-02`")
    example = first + timedelta(days=7)
    return asking.until_right(
        f"Until when? (the last day of the pause, like {example})",
        None,
        lambda text: _last(first, text, "That"),
        unsure=f"A guess will do, like {example}: `backplan pause --end` ends the pause whenever you are back.",
    )


def _last(first: "date", text: str, flag: str) -> "date":
    """The last day of a pause, which lies ahead of the first. Raises UsageError."""
    from backplan.cli.sentences.last_day import ahead
    from backplan.render.pause import named

    last = ahead(text, flag, first)
    if last < first:
        raise UsageError(f"{flag} {text}: {named(last)} is before the first day, {named(first)}")
    if (last - first).days > LONGEST:
        raise UsageError(f"{flag} {text}: that is over a year after the first day, {named(first)}")
    return last


def _end(*, as_json: bool) -> None:
    from backplan.actions import pause as pauses
    from backplan.render import pause as words

    ended = pauses.end(environment.workspace())
    if as_json:
        output.document(words.ended_document(ended))
    else:
        output.lines(words.ended_lines(ended))

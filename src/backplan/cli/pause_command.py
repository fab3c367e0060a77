"""`backplan pause`: days on which nothing is asked."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.terminal import dates, environment, options, output
from backplan.cli.terminal.spoken import days_said
from backplan.cli.terminal.together import AllAtOnce, Together
from backplan.errors import UsageError
from backplan.model.wording import weekday_named

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
    flags = Together()
    how_long_text, said_why = _parted(" ".join(how_long or ()))
    if re.fullmatch(_OVER, how_long_text, re.IGNORECASE):
        end, how_long, how_long_text = True, None, ""
    if end:
        flags.raise_faults()
        if start or to or how_long or why is not None:
            raise UsageError("--end ends the pause today; it goes with no other day and no reason")
        _end(as_json=as_json)
    else:
        _begin(flags, start, to, how_long_text, said_why if why is None else why, as_json=as_json)


_OVER = r"(?:is |it['’]?s )?(?:end|ended|over|finished|off)"


def _parted(text: str) -> tuple[str, str | None]:
    """How long a pause lasts, and why where that was said with it: until sunday, going away."""
    found = re.fullmatch(r"(?P<long>.*?[^\s,])(?:,? (?=because\b|due to\b)|, *|: )(?P<why>.*[^\d\s].*)", text.strip())
    if found is None or re.match(r"\d{4}\b", found["why"]):
        return text.strip(), None
    return found["long"], re.sub(r"^(?:because(?: of)?|due to) ", "", found["why"])


def _begin(flags: Together, start: str, to: str, how_long: str, why: str | None, *, as_json: bool) -> None:
    from backplan.actions import pause as pauses
    from backplan.render import pause as words

    first, word = flags.read(_first, start or "today"), flags.read(options.short, why)
    last = flags.read(_said_last, first, to, how_long)
    flags.raise_faults()
    begun = pauses.begin(environment.workspace(), first, last or _asked(first), word)
    if as_json:
        output.document(words.begun_document(begun))
    else:
        output.lines(words.begun_lines(begun))


def _first(text: str) -> "date":
    """The first day of a pause. Raises UsageError."""
    first = dates.day(text, "--from")
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
        return dates.day(to, "--to") if to else None
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
    """The last day of a pause; a day by its name may be the coming one here. Raises UsageError."""
    from backplan.render.pause import named

    last = dates.day(text, flag)
    if last < first and weekday_named(text.strip().lower()):
        last = first + timedelta(days=(last - first).days % 7)
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

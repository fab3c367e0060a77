"""Flags judged one by one and told of together: a line with three wrong ones is refused once, with all three."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar, cast

import typer
from typer.core import TyperCommand

from backplan.errors import UsageError, nearest
from backplan.model.vocabulary import MINUTES_OF_A_DAY
from backplan.patterns import on_first_use

Given = ParamSpec("Given")
Item = TypeVar("Item")
Key = TypeVar("Key")
Read = TypeVar("Read")

LONGEST_SHOWN = 60  # characters of what was typed that are said back
_parsed: ContextVar[tuple[str, ...]] = ContextVar("_parsed", default=())


class AllAtOnce(TyperCommand):
    """A command that hears all of its flags before it says which are wrong. What it runs begins with a `Together` and
    does nothing before `raise_faults`; a flag that could not be read is None there, as if it had not been given.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As usual, but that faults wait for those that the command finds itself."""
        _parsed.set(())
        args = _with_days_joined(args)
        try:
            return super().parse_args(ctx, list(args))
        except typer.BadParameter as first:
            if first.param is None:
                raise
        except Exception as error:
            if type(error).__name__ == "BadOptionUsage":
                error.ctx = ctx  # type: ignore[attr-defined]  # the parser does not know it
            raise
        opts, _, _ = self.make_parser(ctx).parse_args(args=list(args))
        faults = []
        for param in self.get_params(ctx):
            opts[param.name or ""] = in_figures(param, opts.get(param.name or ""))
            try:
                param.handle_parse_result(ctx, opts, [])
            except typer.BadParameter as error:
                if opts.get(param.name or "") in (None, (), []):
                    raise  # nothing was given where something must be
                ctx.params[param.name] = None
                faults.append(of_the_parser(error) or error.format_message())
        _parsed.set(tuple(faults))
        return []


_OF_DAYS = on_first_use(
    r"(?:every|each|other|second|2nd|alternate|days?|weekdays|weekends?|and|then|all|but|not|"
    r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:days?)?),?",
    re.IGNORECASE,
)


def _with_days_joined(args: list[str]) -> list[str]:
    """What was typed, with the words of days behind --days as one value, as nobody thinks of quotes there: every
    second day.
    """
    if "--days" not in args[:-1]:
        return args
    begin = args.index("--days") + 1
    end = next((at for at in range(begin, len(args)) if not _OF_DAYS.fullmatch(args[at])), len(args))
    return [*args[:begin], " ".join(args[begin:end]), *args[end:]] if end > begin + 1 else args


class Together:
    """The faults of a run's flags; those that the parser found come first."""

    def __init__(self, begun: Iterable[str] | None = None) -> None:
        self._faults = [*(_parsed.get() if begun is None else begun)]

    def read(self, reader: Callable[Given, Read], *args: Given.args, **named: Given.kwargs) -> Read:
        """What a reader makes of a flag; None, until `raise_faults` ends the run, where it raised UsageError."""
        try:
            return reader(*args, **named)
        except UsageError as error:
            self._faults.append(str(error))
            return cast("Read", None)

    def fault(self, sentence: str) -> None:
        """Keep what is wrong, for `raise_faults` to say."""
        self._faults.append(sentence)

    def raise_faults(self) -> None:
        """Raise UsageError with all the faults, one a line; nothing where there are none."""
        if self._faults:
            raise UsageError("\n".join(dict.fromkeys(self._faults)))


# What is to be said with a command that cannot do without it, by the name of the argument or flag.
_WITH = {
    "exercise": "say which exercise, like `{command} bird dog`; `backplan week` shows yours",
    "text": "say what to look for, like `{command} hip`",
    "minutes": "say how many minutes, like `{command} --minutes 30`",
    "pain": "say which pain, from 0 to 7, like `{command} 5`",
    "file": "say which file, like `{command} FILE`",
    "name": "say which of your own, like `{command} NAME`; `backplan library` lists them",
}


def read_each(reader: Callable[[Item], Read], items: Iterable[Item]) -> list[Read]:
    """What a reader makes of each time that a flag was given; raises UsageError with the faults of all of them."""
    together = Together(())
    found = [together.read(reader, item) for item in items]
    together.raise_faults()
    return found


def said_once(found: Iterable[tuple[Key, Item]], flag: str) -> dict[Key, Item]:
    """What was said of each of some things. Raises UsageError where two things are said of one."""
    kept: dict[Key, Item] = {}
    for key, value in found:
        if kept.setdefault(key, value) != value:
            raise UsageError(f"{flag} says {kept[key]} and {value}{f' of {key}' if key else ''}: leave one out")
    return kept


def in_figures(param: Any, given: Any) -> Any:
    """What was given for a whole number, in figures where it was said otherwise: three, 3/10; for minutes an hour. One
    out of range stays as it was typed.
    """
    if not isinstance(given, str) or not hasattr(param.type, "min"):
        return given
    from backplan.cli.terminal import asking, spoken

    if str(param.name).endswith("minutes"):
        with suppress(UsageError):
            return str(asking.minutes(param.type.min or 0, param.type.max or MINUTES_OF_A_DAY)(given))
    number = spoken.whole_number(given)
    within = number is not None and (param.type.min or 0) <= number <= (param.type.max or number)
    return str(number) if within else given


# What people call a flag that is called otherwise, where the command has that one.
_CALLED = {
    "--morning": "--pain", "--worst": "--peak", "--date": "--on", "--day": "--on", "--when": "--on", "--end": "--until",
    "--time": "--minutes", "--duration": "--minutes", "--mins": "--minutes", "--text": "--note", "--comment": "--note",
    "--reason": "--why", "--repetitions": "--reps", "--seconds": "--hold", "--weight": "--load", "--band": "--load",
    "--frequency": "--per-week", "--rpe": "--effort", "--progress": "--grow", "--leg": "--side", "--therapist": "--by",
}  # fmt: skip


def _misused(error: Any, command: str) -> str:
    """Of a flag that is none, or that stands alone where something must follow it, or not alone where nothing may;
    nothing otherwise.
    """
    flag, ctx = str(getattr(error, "option_name", ""))[:LONGEST_SHOWN], getattr(error, "ctx", None)
    if type(error).__name__ == "NoSuchOption" and re.match(r"-\d", flag):
        return f"{flag} is below nothing: write a number without the sign; `{command} --help` tells more"
    if (
        type(error).__name__ == "NoSuchOption"
        and flag == "--plain"
        and hasattr(getattr(ctx, "command", None), "commands")
    ):
        return f"{flag} goes after the command, like `{command} week {flag}`"
    if type(error).__name__ == "NoSuchOption":
        flags = [each for param in ctx.command.params for each in param.opts if each.startswith("-")] if ctx else []
        meant = _CALLED.get(flag)
        near = f" (did you mean {meant}?)" if meant in flags else nearest(flag, flags)
        return f"{flag} is no flag of `{command}`{near}; `{command} --help` lists them"
    if type(error).__name__ == "BadOptionUsage":
        follows = _must_follow(flag, ctx) if "requires" in error.message else "nothing can follow it with ="
        return f"{flag}: {follows}; `--help` tells more"
    return ""


def _must_follow(flag: str, ctx: Any) -> str:
    """What must follow a flag."""
    param = next((each for each in ctx.command.params if flag in each.opts), None) if ctx else None
    low, high = getattr(getattr(param, "type", None), "min", None), getattr(getattr(param, "type", None), "max", None)
    if low is None or high is None:
        return "something must follow it"
    return f"a whole number from {low} to {high} must follow it, like {flag} {min(high, low + 3)}"


def of_the_parser(error: Any) -> str:
    """What a flag takes that wants a whole number and was given none, or one out of its range; what a command cannot do
    without, or does not take; nothing otherwise.
    """
    command = getattr(getattr(error, "ctx", None), "command_path", "")
    if missing := type(error).__name__ == "MissingParameter" and _WITH.get(error.param.name):
        return missing.format(command=command)
    if flag := _misused(error, command):
        return flag
    if extra := re.search(
        r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", getattr(error, "message", ""), re.DOTALL
    ):
        what = extra[1][:LONGEST_SHOWN]
        return f"`{command}` does not know what to do with {what}; `{command} --help` shows what it takes"
    wanted = getattr(getattr(error, "param", None), "type", None)
    low, high = getattr(wanted, "min", None), getattr(wanted, "max", None)
    found = re.search(
        r"'(.*)' is not a valid int|^(-?\d+) is not in the range", getattr(error, "message", ""), re.DOTALL
    )
    if found is None:
        return ""
    flag = error.param.opts[0] if error.param.opts[0].startswith("-") else f"the {error.param.name}"
    bounds = f" from {low} to {high}" if low is not None and high is not None else f" from {low} up" if low else ""
    given = (found[2] if found[1] is None else found[1] or "''")[:LONGEST_SHOWN]
    return f"{flag} {given}: write a whole number{bounds}"

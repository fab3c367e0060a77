"""The command line as a whole: commands are loaded when asked for, errors are caught once for all of them."""

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from backplan import __version__
from backplan.cli.recorded import RECORDED, what_became
from backplan.cli.terminal import environment, output, paging
from backplan.errors import BackplanError, FileError, SafetyStop, UsageError, in_a_line, nearest, reason_of

if TYPE_CHECKING:
    from collections.abc import Callable

# In the order of a first week: the command's name and the first line of its help. Each is backplan.cli.NAME_command,
# holding `app`; --help reads this table, because loading every command to ask it would double the time it takes. These
# files go without `from __future__ import annotations`: Typer would compile each annotation again, and more than once.
COMMANDS = {
    "init": "Record the safety answers, the clearance, the pain, and what you have and can do.",
    "week": "Show the week: what to do, on which day, how much, what is left out and why.",
    "today": "Show today's session in full: each exercise with its dose, its steps and why it is there.",
    "start": "Go through today's session, one exercise a screen, with a clock for holds, rests and minutes.",
    "log": "Record a session (asks in a terminal), how the morning was, an activity of your own, or a flare.",
    "diary": "Show what was logged, newest last; edit and undo.",
    "progress": "Show the last 12 weeks: pain over time, what was done, and how far each exercise has come.",
    "pause": "Pause for a holiday, an illness, or any reason of your own; coming back starts gently.",
    "swap": "Put another exercise in the place of one, from today on.",
    "prescribe": "Lay a therapist's prescription over the plan: exercises and doses, what to avoid, a limit.",
    "why": "Say why an exercise is in this week or not, by which rules, on which sources, and how sure.",
    "cope": "Show ways to cope with pain, as short pages: pacing, breathing, heat, sleep, what to do in a flare.",
    "rules": "Show every rule, one rule, or the rules of one kind: what it claims, on which sources, and how sure.",
    "library": "List the exercises, search them, or show one; narrow the list with a flag or more.",
    "backup": "Keep a whole copy of your data; one is kept by itself before the first change of each day.",
    "restore": "Bring a backup back, after showing what it holds; what it replaces is kept.",
    "export": "Write a file: the week to print, a report to show, a calendar, a clinic's record, or all of your data.",
    "import": "Take your data in from a file that `export data` wrote.",
    "forget": "Take away all that is kept of you on this machine: data, backups and own exercises.",
    "help": "Show what the commands are, or all about one: the same as --help.",
}
# What --help shows together; each command stands in one.
GROUPS = {
    "Every day": ("init", "week", "today", "start", "log", "diary", "progress"),
    "When life comes between": ("pause", "swap", "cope"),
    "To understand it": ("why", "rules", "library", "help"),
    "With a therapist": ("prescribe",),
    "Your data": ("backup", "restore", "export", "import", "forget"),
}


class Commands(TyperGroup):
    """The commands by name, each imported only when it is wanted."""

    def list_commands(self, ctx: Any) -> list[str]:
        """All names, in reading order."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name; None for an unknown one."""
        if cmd_name not in COMMANDS:
            return None
        command = typer.main.get_command(import_module(f"backplan.cli.{cmd_name}_command").app)
        command.name = cmd_name
        return _paged(command)

    def get_help_option(self, ctx: Any) -> Any:
        """As usual, its text shown as one page."""
        return _as_a_page(super().get_help_option(ctx))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands with their first lines, from the tables above."""
        widest = max(map(len, COMMANDS))
        for title, names in GROUPS.items():
            with formatter.section(title):
                formatter.write_dl([(name.ljust(widest), COMMANDS[name]) for name in names])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As usual, with near names for a mistyped one."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from backplan.cli.meant import instead

            if not args[0].strip():
                output.complain(
                    "An empty word is no command. `backplan` alone shows today, `backplan --help` the commands."
                )
                raise typer.Exit(2)
            way = instead(args)
            near = "" if way else nearest(args[0], COMMANDS)
            output.complain(f"There is no command {args[0]}{near}.{way} `backplan --help` lists them.")
            raise typer.Exit(2)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """As usual, errors told as those of a command are; remembers whether JSON was asked for."""
        ctx.meta["json"] = "--json" in args
        environment.wants_document(wanted=ctx.meta["json"])
        paging.wants_lines(wanted="--plain" in args)
        return self._with_errors_told(ctx, lambda: super(Commands, self).parse_args(ctx, args))

    def invoke(self, ctx: Any) -> Any:
        """Run a command, errors told."""
        return self._with_errors_told(ctx, lambda: super(Commands, self).invoke(ctx))

    def _with_errors_told(self, ctx: Any, step: "Callable[[], Any]") -> Any:
        """Do one step; every error of ours becomes its sentence on stderr and its exit code."""
        lasting = environment.run_begun()
        try:
            return _written(step)
        except BackplanError as error:
            with suppress(OSError, KeyboardInterrupt):  # where it cannot be said, the exit code tells it
                _tell(error, ctx.meta["json"])
                if lasting.any and not isinstance(error, (SafetyStop, UsageError)):  # a week that was opened is no news
                    output.complain(RECORDED)
            raise typer.Exit(error.exit_code) from None
        except (KeyboardInterrupt, EOFError, typer.Abort):
            raise _stopped(lasting.any) from None
        except typer.Exit:
            raise
        except _WRONG_USE as error:
            output.complain(_in_full(error))
            raise typer.Exit(error.exit_code) from None
        except BrokenPipeError:  # under the text of a --help
            output.let_go(sys.stdout)
            raise typer.Exit(0) from None
        except OSError as error:
            output.let_go(sys.stdout)
            output.complain(_of_a_file(error, recorded=lasting.any))
            raise typer.Exit(1) from None
        except Exception as error:
            if _is_of_a_stop(error):
                raise _stopped(lasting.any) from None
            if _is_of_memory(error):
                output.complain(f"There is too little memory for this just now. {what_became(lasting.any)} {_ROOM}")
                raise typer.Exit(1) from None
            if os.environ.get("BACKPLAN_DEBUG") or type(error).__module__.startswith(("click", "typer")):
                raise
            output.complain(_of_ours(error, recorded=lasting.any))
            raise typer.Exit(1) from None


def _stopped(recorded: bool) -> typer.Exit:
    """The end of a run that was broken off, once it is said what became of it."""
    output.complain(f"\nStopped. {what_became(recorded)}")
    return typer.Exit(130)


def _is_of_a_stop(error: BaseException | None) -> bool:
    """Whether an error is a Ctrl-C that came while a library of another language worked, which made its own of it."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt) or KeyboardInterrupt.__name__ in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def _of_a_file(error: OSError, *, recorded: bool) -> str:
    """What the system refused, and of which file where it says so."""
    what = in_a_line(error.filename) if error.filename else "This"
    why = reason_of(error, str(error))
    return f"{what} could not be read or written: {why}.{' ' + RECORDED if recorded else ''}"


def _of_ours(error: Exception, *, recorded: bool) -> str:
    """That a fault of ours was met, and how it is told to us."""
    return (
        f"Something went wrong inside backplan ({type(error).__name__}: {error}). "
        f"{RECORDED if recorded else 'Your data is as it was.'} "
        "Please report it; BACKPLAN_DEBUG=1 shows the details."
    )


_ROOM = "Please close what you do not need, and try again."


def _is_of_memory(error: Exception) -> bool:
    """Whether an error comes of too little memory, which may be met first where a part of a program is loaded."""
    return isinstance(error, MemoryError) or (isinstance(error, ImportError) and "failed to map" in str(error))


def _paged(command: Any) -> Any:
    """The command; its help, and that of the commands in it, is one page, in words."""
    if "get_help_option" not in vars(command):
        flag = command.get_help_option
        command.get_help_option = lambda ctx: _as_a_page(flag(ctx))
        _asked_once(command)
        for each in getattr(command, "commands", {}).values():
            _paged(each)
    return command


def _asked_once(command: Any) -> None:
    """Let a command refuse a flag that is there twice, of which the last would win without a word."""
    made = command.make_parser

    def parser(ctx: Any) -> Any:
        found = made(ctx)
        parse = found.parse_args

        def parsed(args: list[str]) -> Any:
            opts, rest, order = parse(args=args)
            options = [each for each in order if each.param_type_name == "option" and not each.multiple]
            for each in options:
                if options.count(each) > 1 and (each.secondary_opts or not each.is_flag):
                    raise UsageError(
                        _TWICE.format(" and ".join((*each.opts[:1], *(each.secondary_opts[:1] or each.opts[:1]))))
                    )
            return opts, rest, order

        found.parse_args = parsed
        return found

    command.make_parser = parser


_TWICE = "{} are two answers to one question: leave one out"


def _as_a_page(flag: Any) -> Any:
    """The flag that asks for help, which then goes through the pager where it is long; None where there is none."""
    if flag:
        flag.callback = _show_help
    return flag


def _show_help(ctx: Any, _: Any, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from backplan.cli.terminal.helping import in_words

        in_words(ctx.command)
        output.help_text(ctx.get_help())
        ctx.exit()


_WRONG_USE: Any = typer.BadParameter.__mro__[1]  # the parser's own error, which Typer does not name


def _in_full(error: Any) -> str:
    """What the parser would say of an error, to be said in our way: what was typed may drive a terminal."""
    from io import StringIO

    from backplan.cli.terminal.together import of_the_parser

    if otherwise := of_the_parser(error):
        return otherwise
    whole = StringIO()
    error.show(whole)
    return whole.getvalue().rstrip()


def _written(step: "Callable[[], Any]") -> Any:
    """Do one step to its end, whether or not anybody could be told; only then raise OSError where they could not. An
    exit code of its own stays: a stop is a stop.
    """
    try:
        done = step()
    except typer.Exit as end:
        if not end.exit_code and (error := output.unwritten()):
            raise error from None
        raise
    if error := output.unwritten():
        raise error
    return done


def _tell(error: BackplanError, as_json: bool) -> None:
    from backplan.render import emergency

    if isinstance(error, SafetyStop) and as_json:
        output.document({"schema": 1, "stop": {"rule": error.rule, "sentence": error.sentence}})
        if output.unwritten():
            output.complain(error.sentence)
    elif isinstance(error, SafetyStop) and emergency.is_alarm(error.rule):
        output.alarm(error.sentence)
        _tell_of_slips(error)
    elif isinstance(error, FileError):
        for fault in error.faults:
            output.complain(fault)
    else:
        output.complain(str(error))
        if isinstance(error, SafetyStop):
            _tell_of_slips(error)


def _tell_of_slips(stop: SafetyStop) -> None:
    """How what a stop rests on is taken back, where it was pressed by mistake just now."""
    if stop.mistakable:
        from backplan.render.init import mistaken

        output.complain(mistaken(stop.mistakable))


app = typer.Typer(
    cls=Commands,
    invoke_without_command=True,
    rich_markup_mode=None,  # halves the time of --help
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        output.say(f"backplan {__version__}")
        raise typer.Exit


@app.callback()
def start(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """A safe, balanced and personal week of exercise for people with back pain.

    Begin with `backplan init`, then `backplan week`, and `backplan log` after each session.
    `backplan week --sample` shows a made-up person's week.
    """
    if as_json and ctx.invoked_subcommand is not None:
        raise UsageError(f"--json goes after the command: `backplan {ctx.invoked_subcommand} --json`")
    if ctx.invoked_subcommand is None:
        from backplan.cli.bare_command import show

        show(as_json)

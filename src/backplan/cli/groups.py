"""Commands with commands of their own, in whose help no line is cut short."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup

from backplan.cli.terminal import output
from backplan.errors import nearest


class CommandGroup(TyperGroup):
    """A command with commands of its own: whole first sentences in its help, and a way on from a word that is none."""

    instead = "`{path} --help` lists them."
    called: ClassVar[Mapping[str, str]] = {}  # what people call a command, several words in one text: what does it

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands, each with its first sentence."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, _first(command.help)) for name, command in found if command])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command of the first word; a mistyped one is told with near names, and ends the run."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            if not args[0].strip():
                output.complain(
                    f"An empty word is no command of {ctx.info_name}. `{ctx.command_path} --help` lists them."
                )
                raise typer.Exit(2)
            does = next((way for words, way in self.called.items() if args[0].lower() in words.split()), None)
            near = "" if does else nearest(args[0], self.list_commands(ctx))
            number = next((word for word in args[1:] if word.isdecimal()), "3")
            way = (does or self.instead).format(path=ctx.command_path, word=" ".join(args), number=number)
            output.complain(f"There is no command {ctx.info_name} {args[0]}{near}. {way}")
            raise typer.Exit(2)
        return super().resolve_command(ctx, args)


def _first(text: str | None) -> str:
    return " ".join((text or "").split("\n\n")[0].split())

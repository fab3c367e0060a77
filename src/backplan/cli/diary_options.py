"""The options of `backplan diary edit`."""

from typing import Annotated

import typer

from backplan.cli.log_options import DownTheLeg, HowFar, Minutes
from backplan.named_tuple import NamedTuple

WhichEntry = Annotated[
    list[str] | None,
    typer.Argument(metavar="NUMBER", help="The entry's number, as `backplan diary` shows it; or: last."),
]
NeverSo = Annotated[
    bool,
    typer.Option(
        "--never-so", help="What it told of the leg, or of a sign, was never so, and only written by mistake."
    ),
]


class EditFlags(NamedTuple):
    """What `backplan diary edit` was given."""

    more: WhichEntry = None
    pain: Annotated[int | None, typer.Option("--pain", min=0, max=10, help="Pain before the session, or then.")] = None
    peak: Annotated[int | None, typer.Option("--peak", min=0, max=10, help="The highest pain during it.")] = None
    effort: Annotated[int | None, typer.Option("--effort", min=0, max=10, help="How hard it was.")] = None
    on: Annotated[str | None, typer.Option("--on", help="Another day.")] = None
    done: HowFar = None
    leg: DownTheLeg = None
    minutes: Minutes = None
    score: Annotated[int | None, typer.Option("--score", min=0, max=10, help="How well you can do it.")] = None
    tired: Annotated[
        bool | None, typer.Option("--tired/--back", help="A morning's pain: tired muscles, or the back.")
    ] = None
    load: Annotated[
        list[str] | None,
        typer.Option(
            "--load",
            metavar="EXERCISE=LOAD",
            help="What an exercise was done with, like 'sit-to-stand=8kg'; none takes all out.",
        ),
    ] = None
    not_: Annotated[
        list[str] | None,
        typer.Option("--not", help="An exercise that you did not do; may be repeated; none: you did all."),
    ] = None
    why: Annotated[str | None, typer.Option("--why", help="Why it was let go or cut short; '' takes it out.")] = None
    note: Annotated[str | None, typer.Option("--note", help="Other words; '' takes them out.")] = None
    never_so: NeverSo = False

"""The options of `backplan log`."""

from typing import Annotated

import typer

from backplan.cli.terminal import completing
from backplan.model.vocabulary import MINUTES_OF_A_DAY
from backplan.named_tuple import NamedTuple

# What `backplan diary edit` takes in the same words.
HowFar = Annotated[str | None, typer.Option("--done", help="all, part or no.")]
DownTheLeg = Annotated[
    str | None, typer.Option("--leg", help="How far down the leg: none, buttock, thigh, calf, foot.")
]
Minutes = Annotated[int | None, typer.Option("--minutes", min=1, max=MINUTES_OF_A_DAY, help="Minutes of an activity.")]


class LogFlags(NamedTuple):
    """What `backplan log` was given."""

    activity: Annotated[
        list[str] | None,
        typer.Argument(
            help="An activity, like swimming or gardening; leave out for a session.",
            autocompletion=completing.activities,
        ),
    ] = None
    pain: Annotated[int | None, typer.Option("--pain", min=0, max=10, help="Pain before the session, 0 to 10.")] = None
    peak: Annotated[int | None, typer.Option("--peak", min=0, max=10, help="The highest pain during it.")] = None
    effort: Annotated[int | None, typer.Option("--effort", min=0, max=10, help="How hard it was, 0 to 10.")] = None
    on: Annotated[str, typer.Option("--on", help="The day: 2026-11-20, yesterday, mon, -2d.")] = "today"
    done: HowFar = None
    leg: DownTheLeg = None
    why: Annotated[str | None, typer.Option("--why", help="Why it was let go or cut short.")] = None
    note: Annotated[str | None, typer.Option("--note", help="A word of your own.")] = None
    minutes: Minutes = None
    morning: Annotated[int | None, typer.Option("--morning", min=0, max=10, help="Pain on waking today, 0 to 10.")] = (
        None
    )
    tired: Annotated[
        bool | None, typer.Option("--tired/--back", help="With --morning: tired muscles, or your back pain.")
    ] = None
    flare: Annotated[bool, typer.Option("--flare", help="This is a flare.")] = False
    function: Annotated[
        list[str] | None,
        typer.Option(
            "--function", help="How well something you named goes: 'put on my socks=4', or 1=4 for the first."
        ),
    ] = None
    load: Annotated[
        list[str] | None,
        typer.Option(
            "--load",
            metavar="EXERCISE=LOAD",
            help="What an exercise was done with: 'sit-to-stand=8kg', 'seated-band-row=red band'.",
        ),
    ] = None
    not_: Annotated[
        list[str] | None, typer.Option("--not", help="An exercise of the session that you did not do; may be repeated.")
    ] = None
    again: Annotated[bool, typer.Option("--again", help="A second session of the day, told like the first.")] = False
    numb: Annotated[bool, typer.Option("--numb", help="New: numbness, tingling or mild weakness in a leg.")] = False
    weak: Annotated[bool, typer.Option("--weak", help="New or worse: a leg that is weak, or a foot that drops.")] = (
        False
    )
    bladder: Annotated[bool, typer.Option("--bladder", help="New: trouble with bladder or bowel.")] = False
    saddle: Annotated[
        bool, typer.Option("--saddle", help="New: numbness between the legs, where a saddle would touch.")
    ] = False
    sign: Annotated[
        list[str] | None,
        typer.Option("--sign", help="New: another sign to look at first, by its id, like chest-pain; may be repeated."),
    ] = None
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False
    plain: Annotated[
        bool, typer.Option("--plain", help="Ask line by line, for screen readers: no lists to move in.")
    ] = False

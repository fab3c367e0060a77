"""The options of `backplan init`: a flag for every question of the interview."""

from pathlib import Path
from typing import Annotated, Any

import typer

from backplan.cli.terminal import completing
from backplan.named_tuple import NamedTuple

_OF = "Several with commas; 'none' for none."


HOW = frozenset(
    {"answers", "only", "more", "plain", "list_", "export", "by_mistake", "never_so", "anew"}
)  # flags that are no answer


class InitFlags(NamedTuple):
    """What `backplan init` was given."""

    answers: Annotated[Path | None, typer.Option("--answers", help="All answers from a YAML file.")] = None
    only: Annotated[str, typer.Option("--only", help="Just these sections, like pain,time.")] = ""
    more: Annotated[
        bool,
        typer.Option("--more", help="What a first interview leaves out: things, likes, level."),
    ] = False
    plain: Annotated[
        bool, typer.Option("--plain", help="Ask line by line, for screen readers: no lists to move in.")
    ] = False
    list_: Annotated[str, typer.Option("--list", help="List red-flags, heart, conditions, equipment or sections.")] = ""
    export: Annotated[bool, typer.Option("--show", help="Show what is on record as an answers file.")] = False
    red_flags: Annotated[
        str | None, typer.Option("--red-flags", help=f"Red-flag ids. {_OF}", autocompletion=completing.red_flags)
    ] = None
    heart: Annotated[
        str | None,
        typer.Option("--heart", help=f"Heart ids (signs, diseases). {_OF}", autocompletion=completing.heart),
    ] = None
    born: Annotated[
        str | None, typer.Option("--born", help="The year you were born, like 1958, or your age, like 67 years; none.")
    ] = None
    clearance_by: Annotated[
        str | None, typer.Option("--clearance-by", help="doctor, physiotherapist, surgeon, midwife or none.")
    ] = None
    clearance_on: Annotated[str | None, typer.Option("--clearance-on", help="The day of the clearance.")] = None
    knows: Annotated[
        str | None,
        typer.Option(
            "--knows",
            help=f"Red flags, heart ids, conditions and changes the clinician knows of. {_OF}",
            autocompletion=completing.clearance_ids,
        ),
    ] = None
    pain: Annotated[int | None, typer.Option("--pain", min=0, max=10, help="Pain now, 0 to 10.")] = None
    usual: Annotated[int | None, typer.Option("--usual", min=0, max=10, help="Your usual pain, 0 to 10.")] = None
    controlled: Annotated[
        bool | None, typer.Option("--controlled/--not-controlled", help="Controlled enough to exercise?")
    ] = None
    since: Annotated[str | None, typer.Option("--since", help="The day this pain began.")] = None
    leg: Annotated[str | None, typer.Option("--leg", help="none, buttock, thigh, calf or foot.")] = None
    conditions: Annotated[
        str | None, typer.Option("--conditions", help=f"Condition ids. {_OF}", autocompletion=completing.conditions)
    ] = None
    surgery: Annotated[str | None, typer.Option("--surgery", help="disc, decompression, fusion, other or none.")] = None
    surgery_on: Annotated[str | None, typer.Option("--surgery-on", help="The day of the operation.")] = None
    released: Annotated[str | None, typer.Option("--released", help="The day you were released to exercise.")] = None
    pregnant_weeks: Annotated[
        int | None, typer.Option("--pregnant-weeks", min=0, max=45, help="Weeks of pregnancy; 0 for not pregnant.")
    ] = None
    babies: Annotated[int | None, typer.Option("--babies", min=1, max=8, help="Babies on the way: 2 for twins.")] = None
    birth_on: Annotated[str | None, typer.Option("--birth-on", help="The day you gave birth.")] = None
    birth: Annotated[str | None, typer.Option("--birth", help="vaginal, caesarean or none.")] = None
    changed: Annotated[
        str | None, typer.Option("--changed", help="fall, hospital, diagnosis, heart, numbness or none.")
    ] = None
    changed_on: Annotated[str | None, typer.Option("--changed-on", help="The day of that change.")] = None
    swim: Annotated[bool | None, typer.Option("--swim/--no-swim", help="Can you swim?")] = None
    strokes: Annotated[
        str | None,
        typer.Option("--strokes", help="The strokes you swim, like breaststroke,backstroke; 'all' for all of them."),
    ] = None
    floor: Annotated[
        bool | None, typer.Option("--floor/--no-floor", help="Can you get down to the floor and up again?")
    ] = None
    days: Annotated[
        str | None, typer.Option("--days", help="Days, like mon,thu,sat.", autocompletion=completing.days)
    ] = None
    minutes: Annotated[int | None, typer.Option("--minutes", min=5, max=240, help="Minutes on each of them.")] = None
    pool_days: Annotated[
        str | None,
        typer.Option("--pool-days", help="Days on which you can go to a pool.", autocompletion=completing.days),
    ] = None
    equipment: Annotated[
        str | None, typer.Option("--equipment", help=f"Equipment ids. {_OF}", autocompletion=completing.equipment)
    ] = None
    gym: Annotated[
        str | None, typer.Option("--gym", help=f"Equipment of your gym. {_OF}", autocompletion=completing.equipment)
    ] = None
    aerobic_minutes: Annotated[
        int | None, typer.Option("--aerobic-minutes", min=1, max=240, help="What you walk or cycle in comfort today.")
    ] = None
    tolerance: Annotated[
        str | None,
        typer.Option("--tolerance", help="The same by kind, where they differ, like walk=5,cycle=15,swim=8."),
    ] = None
    level: Annotated[str | None, typer.Option("--level", help="basic, intermediate or advanced.")] = None
    likes: Annotated[
        str | None,
        typer.Option("--likes", help=f"Exercises or kinds you like. {_OF}", autocompletion=completing.wishes),
    ] = None
    dislikes: Annotated[
        str | None,
        typer.Option("--dislikes", help=f"Exercises or kinds you dislike. {_OF}", autocompletion=completing.wishes),
    ] = None
    functions: Annotated[
        str | None, typer.Option("--functions", help=f"What you want back, like put on my socks. {_OF}")
    ] = None

    by_mistake: Annotated[
        str | None,
        typer.Option(
            "--by-mistake",
            metavar="SIGN",
            help="A sign or change of health, by its id, or leg, operation or birth, that was never so: pressed by "
            "mistake, today or yesterday. Asks twice.",
            autocompletion=completing.pressed,
        ),
    ] = None
    never_so: Annotated[
        bool, typer.Option("--never-so", help="With --by-mistake, in place of being asked: it was never so.")
    ] = False

    anew: Annotated[
        bool,
        typer.Option("--anew", help="Begin anew where your data is gone, without the backups that are kept of it."),
    ] = False

    @property
    def given(self) -> dict[str, Any]:
        """The answers that were given, by flag; none of what only says how they are taken."""
        return {key: value for key, value in self._asdict().items() if value is not None and key not in HOW}

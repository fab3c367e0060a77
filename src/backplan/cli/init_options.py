"""The options of `backplan init`: a flag for every question of the interview."""

from pathlib import Path
from typing import Annotated

import typer

from backplan.cli.terminal import completing

_OF = "Several with commas; 'none' for none."

Answers = Annotated[Path | None, typer.Option("--answers", help="All answers from a YAML file.")]
Only = Annotated[str, typer.Option("--only", help="Just these sections, like pain,time.")]
More = Annotated[bool, typer.Option("--more", help="What a first interview leaves out: things, likes, level.")]
Plain = Annotated[bool, typer.Option("--plain", help="Ask line by line, for screen readers: no lists to move in.")]
ListOf = Annotated[str, typer.Option("--list", help="List red-flags, heart, conditions, equipment or sections.")]
Export = Annotated[bool, typer.Option("--show", help="Show what is on record as an answers file.")]
RedFlags = Annotated[
    str | None, typer.Option("--red-flags", help=f"Red-flag ids. {_OF}", autocompletion=completing.red_flags)
]
ClearanceBy = Annotated[
    str | None, typer.Option("--clearance-by", help="doctor, physiotherapist, surgeon, midwife or none.")
]
ClearanceOn = Annotated[str | None, typer.Option("--clearance-on", help="The day of the clearance.")]
Knows = Annotated[
    str | None,
    typer.Option(
        "--knows",
        help=f"Red flags, heart ids and conditions the clinician knows of. {_OF}",
        autocompletion=completing.known,
    ),
]
Pain = Annotated[int | None, typer.Option("--pain", min=0, max=10, help="Pain now, 0 to 10.")]
Usual = Annotated[int | None, typer.Option("--usual", min=0, max=10, help="Your usual pain, 0 to 10.")]
Controlled = Annotated[
    bool | None, typer.Option("--controlled/--not-controlled", help="Controlled enough to exercise?")
]
Since = Annotated[str | None, typer.Option("--since", help="The day this pain began.")]
Leg = Annotated[str | None, typer.Option("--leg", help="none, buttock, thigh, calf or foot.")]
Conditions = Annotated[
    str | None, typer.Option("--conditions", help=f"Condition ids. {_OF}", autocompletion=completing.conditions)
]
Surgery = Annotated[str | None, typer.Option("--surgery", help="disc, decompression, fusion, other or none.")]
SurgeryOn = Annotated[str | None, typer.Option("--surgery-on", help="The day of the operation.")]
Released = Annotated[str | None, typer.Option("--released", help="The day you were released to exercise.")]
PregnantWeeks = Annotated[
    int | None, typer.Option("--pregnant-weeks", min=0, max=45, help="Weeks of pregnancy; 0 for not pregnant.")
]
BirthOn = Annotated[str | None, typer.Option("--birth-on", help="The day you gave birth.")]
BirthKind = Annotated[str | None, typer.Option("--birth", help="vaginal, caesarean or none.")]
Changed = Annotated[str | None, typer.Option("--changed", help="fall, hospital, diagnosis, heart, numbness or none.")]
ChangedOn = Annotated[str | None, typer.Option("--changed-on", help="The day of that change.")]
Heart = Annotated[
    str | None,
    typer.Option("--heart", help=f"Heart ids (signs, diseases). {_OF}", autocompletion=completing.heart),
]
Born = Annotated[str | None, typer.Option("--born", help="The year you were born, like 1958; none to leave it out.")]
Swim = Annotated[bool | None, typer.Option("--swim/--no-swim", help="Can you swim?")]
Floor = Annotated[bool | None, typer.Option("--floor/--no-floor", help="Can you get down to the floor and up again?")]
Days = Annotated[str | None, typer.Option("--days", help="Days, like mon,thu,sat.", autocompletion=completing.days)]
Minutes = Annotated[int | None, typer.Option("--minutes", min=5, max=240, help="Minutes on each of them.")]
PoolDays = Annotated[
    str | None,
    typer.Option("--pool-days", help="Days on which you can go to a pool.", autocompletion=completing.days),
]
Equipment = Annotated[
    str | None, typer.Option("--equipment", help=f"Equipment ids. {_OF}", autocompletion=completing.equipment)
]
Gym = Annotated[
    str | None, typer.Option("--gym", help=f"Equipment of your gym. {_OF}", autocompletion=completing.equipment)
]
AerobicMinutes = Annotated[
    int | None, typer.Option("--aerobic-minutes", min=1, max=240, help="What you walk or cycle in comfort today.")
]
Tolerance = Annotated[
    str | None, typer.Option("--tolerance", help="The same by kind, where they differ, like walk=5,cycle=15,swim=8.")
]
Strokes = Annotated[
    str | None,
    typer.Option("--strokes", help="The strokes you swim, like breaststroke,backstroke; 'all' for all of them."),
]
Level = Annotated[str | None, typer.Option("--level", help="basic, intermediate or advanced.")]
Likes = Annotated[
    str | None,
    typer.Option("--likes", help=f"Exercises or kinds you like. {_OF}", autocompletion=completing.wishes),
]
Dislikes = Annotated[
    str | None,
    typer.Option("--dislikes", help=f"Exercises or kinds you dislike. {_OF}", autocompletion=completing.wishes),
]
Functions = Annotated[str | None, typer.Option("--functions", help=f"What you want back, like put on my socks. {_OF}")]

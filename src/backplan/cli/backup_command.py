"""`backplan backup`: a whole copy of the person's data."""

from pathlib import Path
from typing import Annotated

import typer

from backplan.cli.terminal import environment, output

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def backup(
    out: Annotated[Path | None, typer.Option("--out", help="The file to write; among your backups without it.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Keep a whole copy of your data; one is kept by itself before the first change of each day.

    It holds answers, diary, weeks, prescriptions and own exercises. Of those kept by itself the last seven days stay.
    """
    from backplan.actions.backup import make
    from backplan.render.backup import made

    output.lines(made(make(environment.workspace(), out, force=force)))

"""`backplan swap`: another exercise for the same slot, from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli import completing, output, surroundings
from backplan.errors import BackplanError, UsageError, nearest
from backplan.model.diary import Swap

if TYPE_CHECKING:
    from backplan.model.week import Week

app = typer.Typer(rich_markup_mode=None)


@app.command()
def swap(
    exercise: Annotated[
        str,
        typer.Argument(
            help="The exercise to give up, as `backplan week --plain` or --json names it.",
            autocompletion=completing.exercises,
        ),
    ],
    why: Annotated[str | None, typer.Option("--why", help="Why, in a word.")] = None,
) -> None:
    """Put another exercise in the place of one, from today on."""
    from backplan import diary
    from backplan.cli import planned
    from backplan.cli.log_command import short
    from backplan.cli.why_command import exercise_named

    key = exercise_named(exercise, planned.exercises()).id
    today, home = surroundings.today(), surroundings.home()
    if not diary.exists(home):
        raise planned.NOT_SCREENED
    with diary.opened(home) as store:
        person = planned.screened(store, today)
        wanted = Swap(today, key, short(why))
        before, after = planned.swapped(store, person, today, wanted)
        used = _ids(before)
        if key not in used:
            raise UsageError(f"{key} is not in this week{nearest(key, used)}; `backplan week` shows what is")
        ahead = {item for day in after.days if day.on >= today for item in _day_ids(day)}
        if key in ahead:
            raise BackplanError(
                f"Nothing else fits in the place of {key} with what you told us, so it stays. "
                "If it troubles you, add it to what you dislike: `backplan init --only likes`."
            )
        store.keep_week(after, today, wanted)
    new = sorted(_ids(after) - used)
    output.say(f"From today on, {key} makes way" + (f" for {', '.join(new)}." if new else "."))


def _ids(week: Week) -> set[str]:
    return {item for day in week.days for item in _day_ids(day)} | set(week.programme.values())


def _day_ids(day: object) -> set[str]:
    from backplan.model.week import Day

    assert isinstance(day, Day)
    blocks = [*day.blocks(), *([day.coping] if day.coping else [])]
    return {item.exercise for block in blocks for item in block.items}

"""`backplan today`: today's session in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from backplan.cli.terminal import environment, output

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from backplan.model.person import Person
    from backplan.model.week import Day, Week
    from backplan.store.store import Store

app = typer.Typer(rich_markup_mode=None)

UNCHECKED = (
    "Pain today is not known yet. If it is 8 or more, or 2 above your usual, stop here and say so first: "
    "`backplan today --pain N`."
)


@app.command()
def today(
    pain: Annotated[int | None, typer.Option("--pain", min=0, max=10, help="Pain now, 0 to 10.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="No boxes: one labelled line per item.")] = False,
) -> None:
    """Show today's session in full: each exercise with its dose, its steps and why it is there."""
    from backplan.cli import planned
    from backplan.store.store import exists, opened

    now, home = environment.today(), environment.home()
    if not exists(home):
        raise planned.NOT_SCREENED
    with opened(home) as store:
        person = planned.screened(store, now)
        checked = _pain_known(store, person, now, pain, ask=not as_json and not plain)
        week = planned.this_week(store, person, now)
        silence = planned.silence(week, store.recent(now), now)
    day = week.day(now)
    assert day is not None
    heard = [silence] if silence else []
    unchecked = [] if checked or not day.sessions else [UNCHECKED]
    _show(day, week, checked, [*_of_today(week.notices, day), *heard, *unchecked], as_json=as_json, plain=plain)


def _of_today(notices: Iterable[str], day: Day) -> list[str]:
    """The notices of the week without those about prescribed exercises that today does not hold."""
    blocks = day.with_coping()
    names = {item.name for block in blocks for item in block.items}
    return [each for each in notices if not each.startswith("Prescribed") or any(name in each for name in names)]


def _pain_known(store: Store, person: Person, now: date, pain: int | None, *, ask: bool) -> bool:
    """Record the pain that was given or asked for; whether today's pain is known in the end."""
    entries = store.entries(now, now)
    if pain is None and (person.pain.on == now or any(entry.pain is not None for entry in entries)):
        return True
    if pain is None and ask and environment.at_terminal():
        from backplan.cli.log_command import ask_morning
        from backplan.cli.terminal import asking

        if (morning := ask_morning(store, now)) is not None:
            store.log(morning)
        pain = asking.score("Pain right now")
    if pain is None:
        return False
    from backplan.model.diary import LogEntry

    store.log(LogEntry(now, "pain", pain=pain))
    return True


def _show(day: Day, week: Week, checked: bool, notices: Sequence[str], *, as_json: bool, plain: bool) -> None:
    if as_json:
        output.document(_document(day, week, checked, notices))
        return
    if plain:
        from backplan.render import plain as lines

        output.lines([*(f"Notice: {notice}" for notice in notices), *lines.today(day, week)])
        return
    from backplan.render import table

    output.show(lambda width: [*(table.hanging(f"• {n}", width, 2) for n in notices), *table.today(day, week, width)])
    output.say("\nAfterwards: `backplan log`." if day.sessions and not day.done else "")


def _document(day: Day, week: Week, checked: bool, notices: Sequence[str]) -> dict[str, Any]:
    document = day.as_dict()
    cards = {
        item.exercise: dict(week.cards.get(item.exercise, {})) for block in day.with_coping() for item in block.items
    }
    return {
        "schema": 1,
        "week": week.name,
        "mode": week.mode,
        "pain_checked": checked,
        **document,
        "exercises": cards,
        "notices": list(notices),
    }

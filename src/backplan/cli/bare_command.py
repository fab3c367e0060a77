"""Bare `backplan`: where the person stands and what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.cli.terminal import environment, output

if TYPE_CHECKING:
    from backplan.model.week import Day, Week


def show_standing(as_json: bool) -> None:
    """One or two sentences; a stop or a missing interview is told as everywhere."""
    from backplan.cli import planned
    from backplan.store.store import exists, opened

    today, home = environment.today(), environment.home()
    if not exists(home):
        raise planned.NOT_SCREENED
    with opened(home) as store:
        person = planned.screened(store, today)
        if environment.at_terminal() and not as_json:
            from backplan.cli.log_command import ask_morning

            if (morning := ask_morning(store, today)) is not None:
                store.log(morning)
        week = planned.this_week(store, person, today)
    day = week.day(today)
    assert day is not None
    if as_json:
        output.document(_document(day, week))
    else:
        output.say(_sentence(day, week))


def _document(day: Day, week: Week) -> dict[str, Any]:
    coming = next((later for later in week.days if later.on > day.on and later.sessions), None)
    return {
        "schema": 1,
        "week": week.name,
        "date": day.on.isoformat(),
        "minutes": day.minutes,
        "blocks": kinds(day),
        "done": day.done,
        "next": coming and coming.on.isoformat(),
    }


def kinds(day: Day) -> list[str]:
    """The main kinds of a day, in words."""
    named = {"core": "core", "strength": "strength"}
    found = []
    for session in day.sessions:
        for block in session.blocks:
            word = {"outdoors": "a walk or ride", "pool": "the pool", "gym": "the gym", "home": "aerobic work"}[
                session.place
            ]
            found.append(named.get(block.kind, word if block.kind == "aerobic" else ""))
    return list(dict.fromkeys(word for word in found if word))


def _sentence(day: Day, week: Week) -> str:
    if day.done in ("all", "part"):
        return f"Today is done. {_coming(day, week)}"
    if day.done == "no":
        return f"Today was let go, and that is fine. {_coming(day, week)}"
    if not day.planned:
        from backplan.render import words

        return f"Today lies {words.unplanned(week)}, so nothing is planned. {_coming(day, week)}"
    if day.pause is not None:
        from backplan.render import words

        return f"Today is a day of your {words.pause(day)}; nothing is asked of you. {_coming(day, week)}"
    if not day.sessions:
        cope = f" A few quiet minutes: {day.coping.items[0].name}." if day.coping else ""
        return f"Today is a rest day.{cope} {_coming(day, week)}"
    what = " and ".join(kinds(day))
    return f"Today: {what}, {day.minutes} minutes. `backplan today` shows it; afterwards `backplan log`."


def _coming(day: Day, week: Week) -> str:
    coming = next((later for later in week.days if later.on > day.on and later.sessions), None)
    if coming is None:
        return "Next week: `backplan week --week next`."
    return f"Next: {coming.on:%A}, {' and '.join(kinds(coming))}, {coming.minutes} minutes."

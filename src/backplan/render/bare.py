"""Where the person stands and what is next, in one or two sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.model.wording import all_of
from backplan.render import emergency

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from backplan.model.vocabulary import Place
    from backplan.model.week import Day, Week

AEROBIC: Mapping[Place, str] = {
    "outdoors": "a walk or ride",
    "pool": "the pool",
    "gym": "the gym",
    "home": "aerobic work",
}

ON_LAND = frozenset({AEROBIC["outdoors"], AEROBIC["home"]})


def document(day: Day, week: Week) -> dict[str, Any]:
    """Where the person stands, as one JSON document."""
    coming = _next(day, week)
    found = {
        "schema": 1,
        "week": week.name,
        "date": day.on.isoformat(),
        "minutes": day.minutes,
        "blocks": _kinds(day),
        "done": day.done,
        "next": coming and coming.on.isoformat(),
    }
    return emergency.with_line(found)


def lines(day: Day, week: Week) -> tuple[str, str]:
    """Where the person stands, and what cannot wait."""
    return sentence(day, week), emergency.LINE


def sentence(day: Day, week: Week) -> str:
    """Where the person stands, in words."""
    if day.done in ("all", "part"):
        return f"Today is done. {_coming(day, week)}"
    if day.done == "no":
        return f"Today was let go, and that is fine. {_coming(day, week)}"
    if not day.planned:
        from backplan.render import words

        return f"Today lies {words.unplanned(week, day)}, so nothing is planned. {_coming(day, week)}"
    if day.pause is not None:
        from backplan.render import words

        return f"Today is a day of your {words.pause(day)}; nothing is asked of you. {_coming(day, week)}"
    if not day.sessions:
        cope = f" A few quiet minutes: {day.coping.items[0].name}." if day.coping else ""
        return f"Today is a rest day.{cope} {_coming(day, week)}"
    from backplan.render import words

    return f"Today: {_held(day)}, {words.minutes(day)}. {_names(day)}".rstrip()


def _names(day: Day) -> str:
    """The exercises that a day is about, by name."""
    from backplan.render.grouped import main_names

    names = main_names(day)
    return f"{names}." if names else ""


def offers(day: Day, *, morning: bool) -> Iterator[str]:
    """What to type next; ``morning``: how the back was on waking after a session is not known yet."""
    if morning and day.pause is None:
        yield "How was your back on waking? `backplan log --morning N`, N from 0 to 10."
    if day.sessions and not day.done:
        yield "`backplan start` goes through it with you, `backplan today` shows it. The whole week: `backplan week`."
    else:
        yield "The whole week: `backplan week`. Anything you did: `backplan log`."


def questions(week: Week) -> tuple[str, ...]:
    """What the person was never asked, where there is such a thing, and that the week could not be stored."""
    return tuple(notice.sentence for notice in week.notices if notice.kind in ("new-questions", "unstored"))


def _coming(day: Day, week: Week) -> str:
    coming = _next(day, week)
    if coming is None:
        return "Next week: `backplan week next`."
    from backplan.render import words

    return f"Next: {coming.on:%A}, {_held(coming)}, {words.minutes(coming)}."


def _held(day: Day) -> str:
    """What a day holds, in one phrase: a walk, strength and core."""
    from backplan.render.grouped import walks

    aerobic = [block.items for each in day.sessions for block in each.blocks if block.kind == "aerobic"]
    walked = bool(aerobic) and all(map(walks, aerobic))
    return all_of(["a walk" if walked and kind in ON_LAND else kind for kind in _kinds(day)] or ["stretching"])


def _next(day: Day, week: Week) -> Day | None:
    """The next day of the week that holds a session."""
    return next((later for later in week.days if later.on > day.on and later.sessions), None)


def _kinds(day: Day) -> list[str]:
    """The main kinds of a day, in words."""
    found: list[str] = []
    for session in day.sessions:
        for block in session.blocks:
            if block.kind in ("core", "strength"):
                found.append(block.kind)
            elif block.kind == "aerobic":
                found.append(AEROBIC[session.place])
    return list(dict.fromkeys(found))

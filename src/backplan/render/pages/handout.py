"""The hand-out of a week: a page to pin up, then each exercise with its figure, its dose and its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from backplan.model.card import NO_CARD
from backplan.model.told import by_danger
from backplan.model.wording import capital, long_day, short_day
from backplan.named_tuple import NamedTuple
from backplan.render import emergency, words
from backplan.render import figure as words_of_figures
from backplan.render.dose_sentence import sentence
from backplan.render.pages.page import page

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import date

    from backplan.model.week import Day, DayBlock, Item, Week

    Figures = Callable[[str], str | None]


class Line(NamedTuple):
    """What stands under a day: a part of a session, and its exercises."""

    part: str
    names: str


class Visit(NamedTuple):
    """A session of a day: where, how long, and its parts."""

    where: str
    lines: tuple[Line, ...]


class DayShown(NamedTuple):
    """A day of the page to pin up; ``word`` stands where it has no session."""

    name: str
    date: str
    word: str
    visits: tuple[Visit, ...]
    beside: tuple[Line, ...]
    done: str


class DoseShown(NamedTuple):
    """A dose as spoken, and the days that have it."""

    words: str
    days: tuple[str, ...]


class Card(NamedTuple):
    """An exercise of the week, with all that is to be known to do it."""

    name: str
    doses: tuple[DoseShown, ...]
    days: tuple[str, ...]
    figure: Markup | None
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    care: str
    how_hard: str
    stop: str
    times: int = 1  # on a day
    asked: str = ""  # who prescribed it, until when and what for


class KindOnPage(NamedTuple):
    """Exercises of one kind."""

    name: str
    cards: tuple[Card, ...]


def no_figure(exercise: str) -> str | None:  # noqa: ARG001 - what draws takes the place of this
    """No figure is drawn of any exercise."""
    return None


def handout(
    shown: Week,
    today: date,
    prescribed: Collection[str] = (),
    *,
    large: bool = False,
    figure: Figures = no_figure,
) -> str:
    """The hand-out as one HTML page; of what is ``prescribed`` it says by whom, until when and what for. ``figure``
    gives the SVG of an exercise, which names itself, or None.
    """
    return page(
        "handout.html",
        title=f"Your week from {short_day(shown.starts)} {shown.starts.year}",
        week=words.title(shown),
        made=f"{long_day(today)} {today.year}",
        days=[_day(day, shown) for day in shown.days],
        notices=[words.sentence_of(notice) for notice in by_danger(shown.notices)],
        parts=list(_parts(shown, prescribed, figure)),
        usual=shown.usual.later,
        without=words_of_figures.NONE,
        emergency=emergency.LINE,
        large=large,
    )


def _day(day: Day, shown: Week) -> DayShown:
    visits = tuple(
        Visit(f"{words.PLACES[each.place]}, {each.minutes} min", tuple(_line(block) for block in each.blocks))
        for each in day.sessions
    )
    beside = tuple(_line(block) for block in day.beside)
    done = words.done(day) if day.done and day.planned else ""
    return DayShown(f"{day.on:%A}", short_day(day.on), _word(day, shown), visits, beside, done)


def _word(day: Day, shown: Week) -> str:
    if not day.planned:
        return capital(words.unplanned(shown, day))
    if day.pause is not None:
        return capital(words.pause(day))
    return "" if day.sessions else "Rest day"


def _line(block: DayBlock) -> Line:
    return Line(words.part(block), ", ".join(map(_named, block.items)))


def _named(item: Item) -> str:
    """An exercise with its minutes, and how many times a day it is asked for."""
    minutes, daily = item.dose.minutes, item.dose.particulars.daily
    return item.name + (f" {minutes} min" if minutes else "") + (f" {daily}" if daily else "")


def _parts(shown: Week, prescribed: Collection[str], figure: Figures) -> Iterator[KindOnPage]:
    """The exercises of the week, each once: first what is prescribed, then the others by the part in which each is
    first met.
    """
    given: dict[str, dict[str, list[tuple[Day, Item]]]] = {}
    part_of: dict[str, str] = {}
    for day in shown.days:
        for block in day.everything():
            for item in block.items:
                of = words.THERAPIST if item.exercise in prescribed else words.part(block)
                part = part_of.setdefault(item.exercise, of)
                given.setdefault(part, {}).setdefault(item.exercise, []).append((day, item))
    order = [words.THERAPIST, *words.BLOCKS.values()]
    for part in sorted(given, key=order.index):
        cards = (_card(key, met, shown, figure) for key, met in given[part].items())
        asked = (met[-1][1].why if key in prescribed else "" for key, met in given[part].items())
        yield KindOnPage(part, tuple(card._replace(asked=why) for card, why in zip(cards, asked, strict=True)))


def _card(key: str, met: list[tuple[Day, Item]], shown: Week, figure: Figures) -> Card:
    """The card of an exercise that a week holds: its doses and days, its figure, how it is done and when to stop."""
    item, card, drawn = met[-1][1], shown.cards.get(key, NO_CARD), figure(key)
    return Card(
        name=words.name(item),
        doses=tuple(_doses(met)),
        days=tuple(dict.fromkeys(f"{day.on:%a}" for day, _ in met)),
        figure=None if drawn is None else Markup(drawn),
        steps=tuple(words.steps(item.dose, card)),
        cues=card.cues,
        care=item.caution or "",
        how_hard=item.how_hard or "",
        stop=card.stop,
        times=item.dose.particulars.times,
    )


def _doses(met: list[tuple[Day, Item]]) -> Iterator[DoseShown]:
    by_words: dict[str, list[str]] = {}
    for day, item in met:
        loads = [capital(each) for each in (item.load, item.last_load and f"last time {item.last_load}") if each]
        dose_words = " ".join([sentence(item.dose), *(f"{load}." for load in loads)])
        by_words.setdefault(dose_words, []).append(f"{day.on:%a}")
    alone = len(by_words) == 1
    for dose_words, days in by_words.items():
        yield DoseShown(dose_words, () if alone else tuple(dict.fromkeys(days)))

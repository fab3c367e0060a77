"""Flare: when one began, whether it is still open, and the days of coming back from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal, NamedTuple

from backplan.model.case import PainToday
from backplan.model.diary import LogEntry
from backplan.rules.pain import flare
from backplan.rules.pain.flare_open import CALM_DAYS, NEAR

State = Literal["calm", "flare", "returning"]


class Episode(NamedTuple):
    """Where a person stands with a flare: the state, since when, the usual pain before it, the calm days so far."""

    state: State = "calm"
    since: date | None = None
    usual: int = 0
    said: bool = False
    calm: frozenset[date] = frozenset()


def follow(first: LogEntry, entries: Iterable[LogEntry], usual_on: Callable[[date], int]) -> Episode:
    """Read the diary from the first known pain on, in order of the days."""
    episode = Episode()
    for entry in (first, *entries):
        if entry.kind == "flare":
            usual = usual_on(entry.on) if episode.state == "calm" else episode.usual
            episode = Episode("flare", entry.on, usual, said=True)
        if entry.pain is not None:
            episode = _after(episode, entry.on, entry.pain, usual_on)
    return episode


def _after(episode: Episode, on: date, pain: int, usual_on: Callable[[date], int]) -> Episode:
    usual = usual_on(on) if episode.state == "calm" else episode.usual
    if flare.check(PainToday(pain, usual)) is not None:
        if episode.state == "flare":
            return episode._replace(calm=frozenset())
        return Episode("flare", on, usual)
    if episode.state == "calm" or pain > usual + NEAR:
        return episode
    calm = episode.calm | {on}
    if len(calm) < CALM_DAYS:
        return episode._replace(calm=calm)
    return episode._replace(state="returning", calm=frozenset()) if episode.state == "flare" else Episode()

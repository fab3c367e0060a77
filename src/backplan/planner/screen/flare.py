"""Flare: when one began, whether it is still open, and the days of coming back from it."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache
from typing import Literal

from backplan.model.case import PainToday
from backplan.model.diary import LogEntry
from backplan.model.usual import Usual
from backplan.named_tuple import NamedTuple
from backplan.rules.pain import flare
from backplan.rules.pain.flare_open import CALM_DAYS, NEAR, QUIET_DAYS
from backplan.rules.pain.severe import SEVERE

FlareState = Literal["calm", "flare", "returning"]


class Episode(NamedTuple):
    """Where a person stands with a flare: the state, since when, the usual pain before it, the calm days so far.

    ``raised`` is the last day with a word of it: the flare said, or pain above what is near the usual. ``unsaid``: the
    last calm day was a session done whole, and no number. ``turned``: the day on which it began to settle, or was over,
    which counts to what was before. ``named``: those of the days in ``begun`` whose flare the person called one.
    """

    state: FlareState = "calm"
    since: date | None = None
    usual: Usual = Usual(0, 0)
    declared: bool = False
    calm: frozenset[date] = frozenset()
    inside: frozenset[date] = frozenset()  # the days of this flare and of those before it
    begun: tuple[date, ...] = ()  # the days on which flares began, this one and those before it
    raised: date | None = None
    unsaid: bool = False
    turned: date | None = None
    named: frozenset[date] = frozenset()

    @property
    def said_days(self) -> frozenset[date]:
        """The days in flares that the person called one, from the first word of each on."""
        return frozenset(day for day in self.inside if max(on for on in self.begun if on <= day) in self.named)

    def returning_on(self, day: date) -> bool:
        """Whether a day is one of three quarters: while a flare settles, and on the day on which that was over."""
        return self.state == "returning" or (self.state == "calm" and day == self.turned)

    def flaring(self, on: date, usual: Usual, *, declared: bool = False) -> "Episode":
        """This flare going on, without its calm days; or a new one, where none was or one was settling."""
        begun = self.since if self.state == "flare" and self.since else on
        named = self.named | {begun} if declared else self.named
        if self.state == "flare":
            return self._replace(declared=self.declared or declared, calm=frozenset(), raised=on, named=named)
        return Episode(
            "flare", on, usual, declared, inside=self.inside, begun=(*self.begun, on), raised=on, named=named
        )

    def calmer(self, on: date) -> "Episode":
        """This flare with one more calm day: the last of two lets it settle, then end. A day counts once, however much
        is noted of it.
        """
        if on == self.turned:
            return self
        calm = self.calm | {on}
        if len(calm) < CALM_DAYS:
            return self._replace(calm=calm)
        if self.state == "flare":
            return self._replace(state="returning", calm=frozenset(), turned=on)
        return Episode(inside=self.inside | {on}, begun=self.begun, unsaid=self.unsaid, turned=on, named=self.named)


# The usual pain on a day, leaving out the days of flares, so that a long flare does not become the new usual.
UsualOn = Callable[[date, frozenset[date]], Usual]


def follow(entries: Iterable[LogEntry], usual_on: UsualOn) -> Episode:
    """Where a person stands with a flare after these entries of the diary, oldest first.

    ``usual_on`` gives the usual pain on a day, without the days of flares.
    """
    episode, pain = Episode(), 0
    for entry in entries:
        if entry.kind == "flare":
            usual = usual_on(entry.on, episode.inside) if episode.state == "calm" else episode.usual
            episode = episode.flaring(entry.on, usual, declared=True)
        if entry.pain is not None:
            pain = entry.pain
            episode = _after(episode, entry, pain, usual_on)
            episode = episode._replace(unsaid=False) if episode.unsaid else episode
        elif episode.state != "calm" and _quiet(episode, entry, pain):
            episode = episode._replace(unsaid=True).calmer(entry.on)
        if episode.state != "calm" and entry.on not in episode.inside:
            episode = episode._replace(inside=episode.inside | {entry.on})
    return episode


def _after(episode: Episode, entry: LogEntry, pain: int, usual_on: UsualOn) -> Episode:
    on = entry.on
    usual = usual_on(on, episode.inside) if episode.state == "calm" else episode.usual
    if _is_flare(pain, usual.beside(entry)):
        return episode.flaring(on, usual)
    if episode.state == "calm":
        return episode
    if pain > usual.beside(entry) + NEAR:
        return episode._replace(calm=episode.calm - {on}, raised=on)
    return episode.calmer(on)


@cache
def _is_flare(pain: int, usual: int) -> bool:
    """Whether so much pain is a flare beside the usual: asked of each entry of a diary, which has few numbers."""
    return flare.check(PainToday(pain, usual)) is not None


def _quiet(episode: Episode, entry: LogEntry, pain: int) -> bool:
    """Whether an entry is a session done whole and no word of pain, once so many days have passed without a word of the
    flare; ``pain`` is what was known last.
    """
    whole = entry.kind == "session" and entry.done in (None, "all") and entry.pain is None and entry.peak is None
    since = episode.raised
    return whole and since is not None and entry.on - since >= timedelta(days=QUIET_DAYS) and pain < SEVERE


def third(pain: PainToday) -> tuple[date, ...]:
    """The days on which three flares or more began within six weeks, while the last of them is open; else none."""
    return last_third(pain) if pain.flare_open else ()


def last_third(pain: PainToday) -> tuple[date, ...]:
    """The days on which three flares or more began within six weeks, up to the last, open or over; else none."""
    if not pain.flares:
        return ()
    from backplan.model.lately import Lately
    from backplan.rules.advice import third_flare

    return third_flare.check(Lately(flares=pain.flares))

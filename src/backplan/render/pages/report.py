"""The report for the next appointment: how it went over the last weeks, on one page."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from backplan.model.diary import FROM_INTERVIEW
from backplan.model.vocabulary import LEGS
from backplan.model.wording import capital, full_day, long_day, short_day
from backplan.named_tuple import NamedTuple
from backplan.planner.lookback.change import pain_by_day
from backplan.render import emergency, words
from backplan.render import prescription as prescribed_words
from backplan.render.pages import charts
from backplan.render.pages.findings import findings
from backplan.render.pages.page import page
from backplan.render.progress import minutes as minutes_of
from backplan.render.progress import notes as notes_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from markupsafe import Markup

    from backplan.actions.pages import ReportContent
    from backplan.model.exercise import Exercise
    from backplan.model.week import Week
    from backplan.planner.lookback.progress import FunctionRow, WeekRow

MOST_CHANGES, MOST_NOTES = 5, 5  # of each, the latest; a page has so much room


class ReportWeek(NamedTuple):
    """A week of the table, in words."""

    week: str
    pain: str
    sessions: str
    minutes: str
    leg: str
    notes: str


class Happening(NamedTuple):
    """Something told of a day or a week; ``rule`` is what it was done by, if it was a change of the plan."""

    on: str
    what: str
    rule: str = ""


class ActivityScores(NamedTuple):
    """An activity with its line, its first score and its latest."""

    key: Markup
    name: str
    went: str


def report(found: ReportContent, library: Mapping[str, Exercise]) -> str:
    """The report as one HTML page; ``library`` is the library by id."""
    shown = found.progress
    changes, notes = list(_changes(found)), list(dict.fromkeys(_notes(found)))
    return page(
        "report.html",
        title=f"Back pain and exercise: {_span(found)}",
        made=f"{long_day(shown.today)} {shown.today.year}",
        found=findings(shown.verdict),
        leg=words.leg_story(shown.leg) if shown.leg else "Pain has not been noted as going down a leg.",
        legs=_legs(found),
        start=_start(found),
        pain=_pain(found),
        functions=_functions(found),
        scores=[_scored(each, number) for number, each in enumerate(shown.functions)],
        sessions=charts.bars("Sessions done, of those planned, week by week", [_sessions(row) for row in shown.rows]),
        minutes=charts.bars("Aerobic minutes done, of those planned, week by week",
                            [charts.Bar(row.starts, row.minutes_planned, row.minutes_done) for row in shown.rows]),
        rows=[_row(row, last=row is shown.rows[-1]) for row in shown.rows],
        changes=changes[:MOST_CHANGES],
        more_changes=max(0, len(changes) - MOST_CHANGES),
        flares=list(_flares(found)),
        signs=list(_signs(found)),
        prescribed=_prescribed(found, library),
        notes=notes[:MOST_NOTES],
        more_notes=max(0, len(notes) - MOST_NOTES),
        emergency=emergency.LINE,
    )  # fmt: skip


def _prescribed(found: ReportContent, library: Mapping[str, Exercise]) -> dict[str, list[str]]:
    """What is prescribed, under who gave it and when."""
    given: dict[str, list[str]] = {}
    for each in found.prescribed:
        item_words = (
            f"{prescribed_words.words(each, library.get(each.exercise or ''))}.{prescribed_words.because(each)}"
        )
        given.setdefault(f"By a {each.giver}, {full_day(each.on)}", []).append(item_words)
    return given


def _span(found: ReportContent) -> str:
    rows, today = found.progress.rows, found.progress.today
    first = rows[0].starts if rows else today
    return f"{short_day(first)} {first.year} to {short_day(today)} {today.year}"


def _start(found: ReportContent) -> str:
    """What the answers say: pain now usual, since when, and the clearance."""
    person = found.person
    facts = [f"Usual pain {person.pain.usual} of 10 as last answered, in the back since {full_day(person.pain.since)}"]
    if person.clearance:
        facts.append(f"cleared for exercise by a {person.clearance.by} on {full_day(person.clearance.on)}")
    return "; ".join(facts) + "."


def _pain(found: ReportContent) -> Markup | None:
    """Pain as a chart: the mean of 7 days, what was noted day by day, the flares; None where no pain was noted."""
    shown = found.progress
    days = pain_by_day(None, found.entries)
    if not days or not shown.rows:
        return None
    line = charts.Series("mean of 7 days", [*shown.means.items()])
    latest = next((mean for mean in reversed([*shown.means.values()]) if mean is not None), None)
    title = (
        f"Pain over time, 0 to 10; the mean of the last 7 days is {latest:.1f}"
        if latest is not None
        else "Pain over time"
    )
    marks = [(on, day.mean) for on, day in days.items()]
    return charts.lines(title, [line], _mondays(found), shown.today, marks, [*_flare_days(found)])


def _legs(found: ReportContent) -> Markup | None:
    """How far down the leg pain went, as each day said; None where it never went down a leg."""
    shown = found.progress
    if not shown.leg:
        return None
    depths = {day: LEGS.index(leg) for day, leg in found.person.legs or (shown.leg.first, shown.leg.latest)}
    since = [(max(day, _mondays(found)[0]), float(depth)) for day, depth in depths.items() if day <= shown.today]
    points: list[tuple[date, float | None]] = []
    for (day, depth), after in zip(since, [*(day for day, _ in since[1:]), shown.today], strict=True):
        points += [(day, depth), (after, depth)]
    scale = [(number, "no" if leg == "none" else leg) for number, leg in enumerate(LEGS)]
    return charts.lines(
        words.leg_story(shown.leg), [charts.Series("leg", points)], _mondays(found), shown.today, scale=scale
    )


def _mondays(found: ReportContent) -> list[date]:
    return [row.starts for row in found.progress.rows]


def _functions(found: ReportContent) -> Markup | None:
    """The scores of what the person wants back, week by week; None where nothing is scored."""
    shown = found.progress
    if not any(score is not None for each in shown.functions for score in each.weeks):
        return None
    lines = [charts.Series(each.activity, [*zip(_mondays(found), each.weeks, strict=True)]) for each in shown.functions]
    scores = "; ".join(f"{each.activity}: {_went(each)}" for each in shown.functions)
    return charts.lines(f"Function over time, 0 cannot to 10 as before. {scores}", lines, _mondays(found), shown.today)


def _scored(each: FunctionRow, number: int) -> ActivityScores:
    return ActivityScores(charts.key(number), each.activity, _went(each))


def _went(each: FunctionRow) -> str:
    if each.first is None or each.latest is None:
        return "not scored yet"
    return f"{each.first[1]} at first, {each.latest[1]} now" if each.first != each.latest else f"{each.latest[1]}"


def _sessions(row: WeekRow) -> charts.Bar:
    return charts.Bar(row.starts, row.sessions.planned, row.sessions.done + row.sessions.part)


def _row(row: WeekRow, *, last: bool) -> ReportWeek:
    count = row.sessions
    number = f" (week {row.programme_week})" if row.programme_week else ""
    so_far = ["so far"] if last else []
    return ReportWeek(
        week=f"{short_day(row.starts)}{number}",
        pain=f"{row.pain.mean:.1f}" if row.pain.days else "",
        sessions=f"{count.done + count.part} of {count.planned}" if count.planned else "",
        minutes=minutes_of(row, "{} of their own", ", "),
        leg="" if row.leg is None else row.leg,
        notes="; ".join([*so_far, *notes_on(row, leg=False, whole=True)]),
    )


def _changes(found: ReportContent) -> Iterator[Happening]:
    """What the diary changed in the plan, latest first, each with its rule; what has one reason is told together."""
    for week in reversed(found.weeks):
        yield from reversed(list(_turns(found, week)))
        by_reason: dict[tuple[str, str], list[str]] = {}
        for move in week.moves:
            by_reason.setdefault((move.because, move.rule), []).append(move.subject)
        for (because, rule), subjects in by_reason.items():
            yield Happening(short_day(week.starts), f"{capital('; '.join(subjects))}: {because}", rule)


def _turns(found: ReportContent, week: Week) -> Iterator[Happening]:
    """What became of a week, on the day on which it did."""
    before = ""
    for on, stood in found.stood:
        if stood.starts == week.starts:
            before, what = _kind(stood), before
            if before and before != what:
                yield Happening(short_day(on), before)


def _kind(week: Week) -> str:
    """What pain made of a week that was to be a normal one; nothing where it was one."""
    kind = week.kind
    if kind.gentle or not kind.trains:
        return f"{capital(kind.about)} in place of a normal one" if kind.gentle else f"{capital(kind.about)}, for pain"
    quarters = kind.grows and any(barred.quarters for barred in week.bars.values())
    return "Three quarters of a normal week, while pain settles" if quarters else ""


def _flares(found: ReportContent) -> Iterator[Happening]:
    for on, what in sorted(_flare_days(found).items()):
        yield Happening(short_day(on), what)


def _flare_days(found: ReportContent) -> dict[date, str]:
    """The flares that were said, and the days on which a gentle week began without a word of one."""
    noted_flares = {
        entry.on: ". ".join(filter(None, (entry.why, entry.note))) or "said to be a flare"
        for entry in found.entries
        if entry.kind == "flare"
    }
    began = (on for (_, before), (on, week) in pairwise(found.stood) if week.kind.gentle and not before.kind.gentle)
    noted = {on: "a gentle week began" for on in began if not {on, on - timedelta(days=1)} & noted_flares.keys()}
    return noted_flares | noted


def _signs(found: ReportContent) -> Iterator[Happening]:
    """Signs that were new on a day, as a clinician asks for them."""
    from backplan.rules.red_flags import RED_FLAGS

    means = {flag.id: flag.asks for flag in RED_FLAGS}
    for entry in found.entries:
        for sign in entry.signs:
            yield Happening(short_day(entry.on), means.get(sign, sign))


def _notes(found: ReportContent) -> Iterator[Happening]:
    """What was written into the diary, latest first."""
    for entry in reversed(found.entries):
        own_words = dict.fromkeys(each for each in (entry.why, entry.note) if each and each != FROM_INTERVIEW)
        if own_words and entry.kind != "flare":
            yield Happening(short_day(entry.on), "; ".join(own_words))

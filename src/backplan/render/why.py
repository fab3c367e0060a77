"""How `backplan why` looks: one exercise, with its rules, its places, its history and its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.model.week import week_name
from backplan.model.wording import dated
from backplan.render import emergency, prescription, sources, words
from backplan.rules.exclusion import sciatica

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from backplan.actions.prescription import Weighed
    from backplan.actions.why import Moved, Why
    from backplan.model.exercise import Exercise, Source
    from backplan.planner.lookback.leg import LegTold
    from backplan.rules.plan_kinds import Exclusion

UNREAD = "So what follows is said of anybody, and nothing of it of you."
OUTDATED = "Something has changed since this week was last shown: `backplan week` lays the days from today on anew."


def lines(shown: Why, bibliography: Sequence[Source], *, short: bool = False) -> Iterator[str]:
    """Everything there is to say of the exercise, line by line; in ``short`` with its sources by who and when, and
    without the claims of the rules.
    """
    exercise, stop = shown.exercise, shown.stop
    yield f"{exercise.name} ({exercise.id})"
    yield from _answer(shown)
    for rule, reason in shown.reasons:
        yield from _rule(rule, reason, () if short else bibliography)
    if shown.leg and _tells_of_the_leg(shown, shown.leg):
        yield words.leg_story(shown.leg)
    if shown.care:
        yield f"Used with care, and only when nothing plainer serves: {shown.care}."
    yield from _places(shown)
    if shown.outdated and not stop:
        yield OUTDATED
    yield from _asked(shown)
    yield from _history(shown.history)
    if shown.instead and not stop:
        yield f"Instead: {shown.instead.name}, which does the same job softly."
    yield _whose(exercise, any(_sets_the_dose(each.found, stopped=stop is not None) for each in shown.asked))
    named = _briefly(exercise, bibliography) if short else sources.lines(exercise.sources, bibliography)
    yield from (f"  {line}" for line in named)
    if short:
        yield f"All of it, with what each rule claims: `backplan why {exercise.id} --full`."
    if not stop:
        yield emergency.LINE


def of_a_kind(kind: str, exercises: Sequence[Exercise]) -> str:
    """That no exercise of a kind is given while the back heals, and which of them is told of."""
    return f"None of {len(exercises)} exercises of the kind {kind} is given while the back heals. Why, of the first:"


def _briefly(exercise: Exercise, bibliography: Sequence[Source]) -> Iterator[str]:
    """The sources of an exercise in one line."""
    if exercise.sources:
        yield "; ".join(map(sources.who_and_when, sources.named(exercise.sources, bibliography))) or "your own file."


def _places(shown: Why) -> Iterator[str]:
    """Where it stands in the week, the days together on which it is the same."""
    found: dict[tuple[str, str], list[date]] = {}
    for on, block, item in shown.places:
        found.setdefault((f"{block}: {words.in_a_line(item.dose)}", item.why), []).append(on)
    yield from (f"  {dated(days)}, {what}. {why}" for (what, why), days in found.items())


def _tells_of_the_leg(shown: Why, leg: LegTold) -> bool:
    """Whether the leg bears on the exercise: it bars it, or it went further down, so that nothing grew."""
    return leg.furthest[1] != leg.first[1] or any(rule == sciatica.RULE.id for rule, _ in shown.reasons)


def _answer(shown: Why) -> Iterator[str]:
    """Whether it is given or left out, and what stops everything."""
    if shown.stop:
        yield f"Nothing is given to you now. {shown.stop.sentence}"
    elif not shown.reasons:
        yield _allowed(shown)
    if shown.reasons:
        yield "Left out for you:" if shown.yours else "Left out:"


def _allowed(shown: Why) -> str:
    if shown.unread:
        return "No rule speaks against it for a person without trouble; of you that cannot be told now."
    if not shown.yours:
        return "No rule speaks against it for a person without trouble. `backplan init` makes this answer yours."
    if shown.places:
        return "It may be given to you, and it is in this week:"
    return f"It may be given to you. {_not_in_week(shown)}"


def _not_in_week(shown: Why) -> str:
    if shown.week is None:
        return "`backplan week` shows whether it is in your week."
    if shown.outdated:
        return "It was not in this week as last shown."
    if any(prescription.is_given(each.found, stopped=False) for each in shown.asked):
        limit = shown.prescription.limit
        do = "do it as you were shown" if limit is None else f"ask your {limit.by} before you do it"
        return f"This week has no place of its own for it; {do}."
    if shown.exercise.block == "stretch":
        return "It is not in this week: stretches take turns, and others come before it now."
    return "It is not in this week: another exercise comes before it in its place."


def _rule(key: str, reason: str, bibliography: Sequence[Source]) -> Iterator[str]:
    """A rule with its claim and its sources; by itself where there is no bibliography."""
    from backplan.rules.claims import claim, paragraphs

    rule = _exclusion(key)
    yield f"  {reason} (rule {key})"
    if not bibliography:
        return
    yield from (f"    {paragraph}" for paragraph in paragraphs(claim(rule)))
    if rule.inference:
        yield f"    Our own inference: {rule.inference}."
    yield from (f"    Source: {sources.cited(source)}" for source in sources.named(rule.sources, bibliography))


def _exclusion(key: str) -> Exclusion:
    from backplan.rules.exclusion import EXCLUSIONS

    return next(rule for rule in EXCLUSIONS if rule.id == key)


def _asked(shown: Why) -> Iterator[str]:
    """What a therapist asked for, who and when, where our own rules answer differently, and what the week lacks."""
    for found, missing in shown.asked:
        yield from prescription.about(shown.exercise, [found.item])
        yield from (f"  {line}" for line in (*prescription.our_word(found, shown.prescription), *missing))


def _history(history: Sequence[Moved]) -> Iterator[str]:
    """How the exercise has moved, week by week, with the rule."""
    if history:
        yield "  What has become of it:"
    for starts, move in history:
        yield f"    Week of {dated([starts])}: {move.what}: {move.because} (rule {move.rule})"


def _sets_the_dose(found: Weighed, *, stopped: bool) -> bool:
    """Whether a therapist set the dose that is given."""
    given = prescription.is_given(found, stopped=stopped)
    return found.item.kind == "add" and found.item.has_dose and given is not False


def _whose(exercise: Exercise, dosed: bool) -> str:
    """Whose judgement its dose and its tags are; a list of sources follows."""
    if exercise.own and dosed:
        return "It comes from a file of your own, and so do its tags. Its dose is your therapist's."
    if exercise.own:
        return "It comes from a file of your own, and so do its dose and its tags."
    if dosed:
        return "Its dose is your therapist's; its tags are our own judgement, informed by:"
    return "Its dose and its tags are our own judgement, informed by:"


def document(shown: Why, bibliography: Sequence[Source]) -> dict[str, Any]:
    """Everything there is to say of the exercise, as one JSON document."""
    exercise, stop = shown.exercise, shown.stop
    found = {
        "schema": 1,
        "exercise": exercise.id,
        "name": exercise.name,
        "allowed": not shown.reasons,
        "week": shown.week and shown.week.name,
        "outdated": shown.outdated,
        "in_week": bool(shown.places),
        "given": [
            {"date": on.isoformat(), "block": block, "dose": item.dose.as_dict(), "why": item.why}
            for on, block, item in shown.places
        ],
        "history": [
            {"week": week_name(starts), "starts": starts.isoformat(), **move.as_dict()}
            for starts, move in shown.history
        ],
        "care": shown.care,
        "rules": [_rule_document(rule, reason, bibliography) for rule, reason in shown.reasons],
        "prescribed": [prescription.item_document(each.found, stopped=stop is not None) for each in shown.asked],
        "instead": exercise.instead,
        "sources": [source.as_dict() for source in sources.named(exercise.sources, bibliography)],
        "for": "you" if shown.yours else "anybody",
        "leg": shown.leg and shown.leg.as_dict(),
        "stop": stop and {"rule": stop.rule, "sentence": stop.sentence},
        **({"unread": str(shown.unread)} if shown.unread else {}),
    }
    return found if stop else emergency.with_line(found)


def _rule_document(key: str, reason: str, bibliography: Sequence[Source]) -> dict[str, Any]:
    from backplan.rules.claims import claim

    rule = _exclusion(key)
    return {
        "id": key,
        "reason": reason,
        "claim": claim(rule),
        "inference": rule.inference,
        "sources": [source.as_dict() for source in sources.named(rule.sources, bibliography)],
    }

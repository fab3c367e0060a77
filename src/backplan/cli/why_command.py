"""`backplan why`: why an exercise is in this week or not, and may or may not be given."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backplan.cli import completing, output, surroundings
from backplan.errors import UsageError, nearest
from backplan.model.move import dated
from backplan.model.week import monday
from backplan.planner import screen

MOST_WEEKS = 520  # of history

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from backplan.model.exercise import Exercise, Library, Source
    from backplan.model.week import Week
    from backplan.planner.select import Selection

app = typer.Typer(rich_markup_mode=None)


def exercise_named(text: str, exercises: Iterable[Exercise]) -> Exercise:
    """The exercise of an id, a name or another name. Raises UsageError with near names, or those it could be."""
    from backplan.library import ambiguous, by_word

    word, known = text.strip().lower(), by_word(exercises)
    found = known.get(word) or known.get(word.replace(" ", "-"))
    if found is None:
        raise UsageError(f"there is no exercise {text}{nearest(word, known)}; `backplan library` lists them")
    if len(found) > 1:
        raise UsageError(ambiguous(text, found))
    return found[0]


@app.command()
def why(
    exercise: Annotated[
        str, typer.Argument(help="An exercise: its id or its name.", autocompletion=completing.exercises)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="The same lines; there is no box to leave out.")] = False,
) -> None:
    """Say why an exercise is in this week or not, by which rules, on which sources, and how sure."""
    from backplan.cli import planned

    whole = planned.whole()
    found = exercise_named(exercise, whole.exercises)
    document = _judged(found, whole)
    if as_json:
        output.document(document)
    else:
        output.lines(_lines(found, document))


def _judged(exercise: Exercise, whole: Library) -> dict[str, Any]:
    """Everything there is to say about one exercise for the person on record, or for anybody."""
    selection, weeks, known = _selection(whole)
    week = weeks[-1] if weeks and weeks[-1].starts == monday(surroundings.today()) else None
    reasons = selection.left_out.get(exercise.id, ())
    stop = screen.stop(selection.case.person, surroundings.today()) if known else None
    given = _given(exercise, week)
    return {
        "schema": 1,
        "exercise": exercise.id,
        "name": exercise.name,
        "allowed": not reasons,
        "in_week": bool(given) and stop is None,
        "given": given if stop is None else [],
        "history": [
            {"week": each.name, "starts": each.starts.isoformat(), **move.as_dict()}
            for each in weeks
            for move in each.moves
            if move.exercise == exercise.id
        ],
        "care": selection.care.get(exercise.id),
        "rules": [_rule(rule, reason, whole) for rule, reason in reasons],
        "instead": exercise.instead,
        "sources": [_source(source) for source in whole.sources if source.id in exercise.sources],
        "for": "you" if known else "anybody",
        "stop": stop and {"rule": stop.rule, "sentence": stop.sentence},
    }


def _selection(whole: Library) -> tuple[Selection, Sequence[Week], bool]:
    """The library judged for the person on record (a made-up person without one), the weeks shown, and whether
    anybody is on record.
    """
    from backplan import diary
    from backplan.cli import planned
    from backplan.cli.sample import sample_person
    from backplan.planner.plan import Request, judged

    today, home = surroundings.today(), surroundings.home()
    if diary.exists(home):
        with diary.opened(home) as store:
            if (person := store.person()) is not None and not person.unfinished:
                asked = planned.request(store, person, monday(today), today)
                return judged(asked), store.weeks(monday(today), MOST_WEEKS), True
    return judged(Request(sample_person(today), whole.exercises, monday(today), today)), (), False


def _given(exercise: Exercise, week: Week | None) -> list[dict[str, object]]:
    if week is None:
        return []
    return [
        {"date": day.on.isoformat(), "block": block.kind, "dose": item.dose.as_dict(), "why": item.why}
        for day in week.days
        for block in (*day.blocks(), *([day.coping] if day.coping else []))
        for item in block.items
        if item.exercise == exercise.id
    ]


def _rule(key: str, reason: str, whole: Library) -> dict[str, Any]:
    from backplan.rules.exclusion import EXCLUSIONS
    from backplan.rules.kinds import claim

    rule = next(rule for rule in EXCLUSIONS if rule.id == key)
    return {
        "id": key,
        "reason": reason,
        "claim": claim(rule),
        "inference": rule.inference,
        "sources": [_source(source) for source in whole.sources if source.id in rule.sources],
    }


def _source(source: Source) -> dict[str, Any]:
    return source.model_dump(exclude_none=True)


def _lines(exercise: Exercise, document: dict[str, Any]) -> Iterator[str]:
    yield f"{exercise.name} ({exercise.id})"
    if document["allowed"]:
        yield _allowed(document)
    else:
        yield f"Left out for {document['for']}:" if document["for"] == "you" else "Left out:"
    for rule in document["rules"]:
        yield from _rule_lines(rule)
    if document["care"]:
        yield f"Used with care, and only when nothing plainer serves: {document['care']}."
    for place in document["given"]:
        yield f"  {place['date']}, {place['block']}: {place['why']}"
    yield from (f"  {line}" for line in _history(document["history"]))
    if document["instead"]:
        yield f"Instead: {document['instead']}, which does the same job softly."
    if exercise.own:
        yield "It comes from a file of your own, and so do its dose and its tags."
    else:
        yield "Its dose and its tags are our own judgement, informed by:"
    yield from (f"  {cited(source)}" for source in document["sources"])
    listed = {source["id"] for source in document["sources"]}
    yield from (f"  {not_ours(key)}" for key in exercise.sources if key not in listed)


def _history(moves: Sequence[dict[str, Any]]) -> Iterator[str]:
    """How the exercise has moved, week by week, with the rule and the diary's days."""
    if moves:
        yield "What has become of it:"
    for move in moves:
        on = date.fromisoformat(move["starts"])
        yield f"  Week of {dated([on])}: {move['what']}: {move['because']} (rule {move['rule']})"


def _allowed(document: dict[str, Any]) -> str:
    if document["for"] != "you":
        return "No rule speaks against it for a person without trouble. `backplan init` makes this answer yours."
    if document["stop"]:
        return f"Nothing is given to you now. {document['stop']['sentence']}"
    if document["in_week"]:
        return "It may be given to you, and it is in this week:"
    return "It may be given to you. It is not in this week: another exercise comes before it in its place."


def _rule_lines(rule: dict[str, Any]) -> Iterator[str]:
    yield f"  {rule['reason']} (rule {rule['id']})"
    for line in rule["claim"].split("\n"):
        if line.strip():
            yield f"    {line.strip()}"
    if rule["inference"]:
        yield f"    Our own inference: {rule['inference']}."
    yield from (f"    Source: {cited(source)}" for source in rule["sources"])


def not_ours(source: str) -> str:
    """A source that an own file names and our bibliography does not hold."""
    return f"{source} (named by your own file; not in our bibliography)"


SEEN = {
    "abstract": "",
    "secondary": " (seen on a page that reports it)",
    "memory": " (from memory, not yet confirmed)",
}


def cited(source: dict[str, Any]) -> str:
    """A source in one line, with how its figure reached us."""
    where = (
        (source.get("doi") and f"doi {source['doi']}")
        or (source.get("pmid") and f"PMID {source['pmid']}")
        or source.get("url", "")
    )
    found = f"{source['authors']} {source['year']}: {source['title']}. {source['where']}"
    return f"{found}{', ' + where if where else ''}{SEEN[source['seen']]}"

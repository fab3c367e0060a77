"""`backplan why`: why an exercise is in this week or not, and may or may not be given."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_args

import typer

from backplan.cli.terminal import completing, environment, output
from backplan.errors import UsageError, nearest
from backplan.model.prescription import Prescribed, Prescription, in_force
from backplan.model.vocabulary import Modality
from backplan.model.week import GivenDose, monday
from backplan.model.wording import dated
from backplan.planner.screen import stops

MOST_WEEKS = 520  # of history

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from backplan.model.exercise import Exercise, Library, Source
    from backplan.model.week import Week
    from backplan.planner.choice.select import Selection

app = typer.Typer(rich_markup_mode=None)


def exercise_named(text: str, exercises: Iterable[Exercise]) -> Exercise:
    """The exercise of an id, a name or another name. Raises UsageError with near names, or those it could be."""
    from backplan.model.naming import ambiguous, by_word, named

    word, known = " ".join(text.lower().split()), by_word(exercises)
    found = named(word, known)
    if not found:
        raise UsageError(_hidden(word) or _nothing_called(word, known))
    if len(found) > 1:
        raise UsageError(ambiguous(text, found))
    return found[0]


def _hidden(word: str) -> str:
    """That an exercise of ours is hidden, where it is; nothing where there is none of that name."""
    from backplan.library import load
    from backplan.model import naming

    for each in naming.named(word, naming.by_word(load.load().exercises))[:1]:
        return f"you have hidden {each.name}; `backplan library show-again {each.id}` brings it back"
    return ""


def _nothing_called(word: str, by_word: Mapping[str, Sequence[Exercise]]) -> str:
    """That no exercise is called so, with the nearest ones and where to look."""
    if not word:
        return "say which exercise, like bird-dog; `backplan library` lists them"
    kind = word.replace(" ", "-")
    if kind in get_args(Modality):
        return f"{word} is a kind of exercise; `backplan library --modality {kind}` lists those of it"
    from backplan.model.naming import near_words

    near = nearest(word, near_words(by_word))
    return f"there is no exercise {word}{near}; `backplan library search {word}` looks for it"


@app.command()
def why(
    exercise: Annotated[
        str, typer.Argument(help="An exercise: its id or its name.", autocompletion=completing.exercises)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="The same lines; there is no box to leave out.")] = False,
) -> None:
    """Say why an exercise is in this week or not, by which rules, on which sources, and how sure."""
    from backplan.cli.terminal.unread import library_workspace

    whole = library_workspace().library
    found = exercise_named(exercise, whole.exercises)
    known = _known(whole)
    document = _judged(found, whole, known)
    if as_json:
        output.document(document)
    else:
        output.lines(_lines(found, document, _prescribed(found, known)))


class Known(NamedTuple):
    """What an exercise is judged by: the library judged for the person on record (a made-up one without), what is
    prescribed, what stops them, the weeks shown, whether anybody is on record with a whole interview, and whether the
    week will be laid anew when next shown.
    """

    selection: Selection
    prescription: Prescription
    stop: stops.Stop | None = None
    weeks: Sequence[Week] = ()
    anybody: bool = False
    outdated: bool = False

    @property
    def week(self) -> Week | None:
        """This week as last shown."""
        last = self.weeks[-1] if self.weeks else None
        return last if last and last.starts == monday(environment.today()) else None


def _judged(exercise: Exercise, whole: Library, known: Known) -> dict[str, Any]:
    """Everything there is to say about one exercise for the person on record, or for anybody."""
    from backplan.cli.prescribe_command import item_document

    selection, week = known.selection, known.week
    reasons = selection.left_out.get(exercise.id, ())
    stop = known.stop
    given = _given(exercise, week)
    case = selection.case if known.anybody else None
    return {
        "schema": 1,
        "exercise": exercise.id,
        "name": exercise.name,
        "allowed": not reasons,
        "week": week and week.name,
        "outdated": known.outdated,
        "in_week": bool(given) and stop is None,
        "given": given if stop is None else [],
        "history": [
            {"week": each.name, "starts": each.starts.isoformat(), **move.as_dict()}
            for each in known.weeks
            for move in each.moves
            if move.exercise == exercise.id
        ],
        "care": selection.care.get(exercise.id),
        "rules": [_rule(rule, reason, whole) for rule, reason in reasons],
        "prescribed": [
            item_document(item, exercise, case, live=True, stopped=stop is not None)
            for item in _about(exercise, known.prescription)
        ],
        "instead": exercise.instead,
        "sources": [_source(source) for source in whole.sources if source.id in exercise.sources],
        "for": "you" if known.anybody else "anybody",
        "stop": stop and {"rule": stop.rule, "sentence": stop.sentence},
    }


def _about(exercise: Exercise, prescription: Prescription) -> list[Prescribed]:
    return [item for item in prescription.items if item.concerns(exercise.id, exercise.modality)]


def _prescribed(exercise: Exercise, known: Known) -> Iterator[str]:
    """What a therapist said of it, who and when, and where our own rules answer differently."""
    from backplan.cli import prescribe_command

    judge = prescribe_command.judge_of(known.prescription, known.selection.case if known.anybody else None)
    for item in _about(exercise, known.prescription):
        yield from prescribe_command.about(exercise, [item])
        ours = judge(item, exercise)
        yield from (f"  {line}" for line in (*ours, *_missing(item, exercise, known)))


def _missing(item: Prescribed, exercise: Exercise, known: Known) -> Iterator[str]:
    """What this week, as last shown, said that it does not hold of it."""
    for notice in known.week.notices if known.week else ():
        if notice.kind == "fewer" and exercise.id in notice.about:
            yield notice.detail


def _known(whole: Library) -> Known:
    from backplan.actions import on_record, sample
    from backplan.actions import week as weeks_of
    from backplan.planner.week import selection_for
    from backplan.store.store import exists, opened

    today, home = environment.today(), environment.home()
    prescription, stop = Prescription(), None
    if exists(home):
        with opened(home) as store:
            prescription = in_force(store.prescriptions(), today)
            person = store.person()
            stop = stops.stop(person, today) if person else None
            if person is not None and not person.unfinished:
                place, record = environment.workspace(), on_record.read(store, person, today)
                asked = weeks_of.request(place, store, record, monday(today))
                weeks, kept = store.weeks(monday(today), MOST_WEEKS), store.week(monday(today))
                outdated = kept is not None and weeks_of.outdated(place, record, kept)
                return Known(selection_for(asked), prescription, stop, weeks, anybody=True, outdated=outdated)
    somebody = sample.request(whole.exercises, today)
    return Known(selection_for(somebody), prescription, stop)


def _given(exercise: Exercise, week: Week | None) -> list[dict[str, object]]:
    if week is None:
        return []
    return [
        {"date": day.on.isoformat(), "block": block.kind, "dose": item.dose.as_dict(), "why": item.why}
        for day in week.days
        for block in day.with_coping()
        for item in block.items
        if item.exercise == exercise.id
    ]


def _rule(key: str, reason: str, whole: Library) -> dict[str, Any]:
    from backplan.rules.claims import claim
    from backplan.rules.exclusion import EXCLUSIONS

    rule = next(rule for rule in EXCLUSIONS if rule.id == key)
    return {
        "id": key,
        "reason": reason,
        "claim": claim(rule),
        "inference": rule.inference,
        "sources": [_source(source) for source in whole.sources if source.id in rule.sources],
    }


def _source(source: Source) -> dict[str, Any]:
    return source.as_dict()


def _lines(exercise: Exercise, document: dict[str, Any], prescribed: Iterable[str]) -> Iterator[str]:
    yield f"{exercise.name} ({exercise.id})"
    if document["stop"]:
        yield f"Nothing is given to you now. {document['stop']['sentence']}"
    elif document["allowed"]:
        yield _allowed(document)
    if not document["allowed"]:
        yield f"Left out for {document['for']}:" if document["for"] == "you" else "Left out:"
    for rule in document["rules"]:
        yield from _rule_lines(rule)
    if document["care"]:
        yield f"Used with care, and only when nothing plainer serves: {document['care']}."
    for place in document["given"]:
        yield f"  {place['date']}, {place['block']}, {GivenDose(**place['dose']).words()}: {place['why']}"
    if document["outdated"] and not document["stop"]:
        yield OUTDATED
    yield from prescribed
    yield from (f"  {line}" for line in _history(document["history"]))
    if document["instead"] and not document["stop"]:
        yield f"Instead: {document['instead']}, which does the same job softly."
    yield _whose(exercise, any(map(_dosed, document["prescribed"])))
    yield from (f"  {cited(source)}" for source in document["sources"])
    listed = {source["id"] for source in document["sources"]}
    yield from (f"  {not_ours(key)}" for key in exercise.sources if key not in listed)


def _dosed(item: Mapping[str, Any]) -> bool:
    """Whether a therapist set the dose that is given."""
    said = any(item[part] is not None for part in ("sets", "reps", "hold_s", "minutes"))
    return bool(item["kind"] == "add" and said and item["given"] is not False)


def _whose(exercise: Exercise, dosed: bool) -> str:
    """Whose judgement its dose and its tags are; a list of sources follows."""
    if exercise.own and dosed:
        return "It comes from a file of your own, and so do its tags. Its dose is your therapist's."
    if exercise.own:
        return "It comes from a file of your own, and so do its dose and its tags."
    if dosed:
        return "Its dose is your therapist's; its tags are our own judgement, informed by:"
    return "Its dose and its tags are our own judgement, informed by:"


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
    if document["in_week"]:
        return "It may be given to you, and it is in this week:"
    return f"It may be given to you. {_not_in_week(document)}"


def _not_in_week(document: dict[str, Any]) -> str:
    if document["week"] is None:
        return "`backplan week` shows whether it is in your week."
    if document["outdated"]:
        return "It was not in this week as last shown."
    if any(item["given"] for item in document["prescribed"]):
        return "This week has no place of its own for it; do it as you were shown."
    return "It is not in this week: another exercise comes before it in its place."


OUTDATED = "Something has changed since this week was last shown: `backplan week` lays the days from today on anew."


def _rule_lines(rule: dict[str, Any]) -> Iterator[str]:
    from backplan.rules.claims import paragraphs

    yield f"  {rule['reason']} (rule {rule['id']})"
    yield from (f"    {paragraph}" for paragraph in paragraphs(rule["claim"]))
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
    end = "" if source["title"].endswith(("?", "!", ".")) else "."
    found = f"{source['authors']} {source['year']}: {source['title']}{end} {source['where']}"
    return f"{found}{', ' + where if where else ''}{SEEN[source['seen']]}"

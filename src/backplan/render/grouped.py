"""A session is said once: the days of a week that hold the same, or nearly the same, stand together."""

from typing import TYPE_CHECKING

from backplan.named_tuple import NamedTuple
from backplan.render import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from backplan.model.vocabulary import BlockKind, Place
    from backplan.model.week import Day, DayBlock, Item, Session, Week

ALIKE = 2 / 3  # of the exercises of the fuller day, or all but one; days that share less are told apart
KINDS: "Mapping[BlockKind, str]" = {"core": "Core", "strength": "Strength", "stretch": "Stretching"}
OF_PLACE: "Mapping[Place, str]" = {"pool": "Water", "gym": "Gym"}


class SharedRow(NamedTuple):
    """An exercise with its part of the session and its place, and the days that hold it."""

    part: str
    place: "Place"
    prescribed: bool
    item: "Item"
    on: "tuple[date, ...]"

    def like(self, other: "SharedRow") -> bool:
        """Whether another day's exercise is the same, at the same dose; what was lifted last does not tell them
        apart, as only days to come know it.
        """
        ours, theirs = self.item, other.item
        same = (ours.exercise, ours.dose, ours.caution) == (theirs.exercise, theirs.dose, theirs.caution)
        return same and (self.part, self.place) == (other.part, other.place)


class AlikeDays(NamedTuple):
    """Days that hold nearly the same, and their exercises in the order they are done in."""

    days: "tuple[Day, ...]"
    rows: tuple[SharedRow, ...]

    @property
    def title(self) -> str:
        """What the days have in common: the kinds of work, and where."""
        places = {places_of(day) for day in self.days}
        where = then(places.pop()) if len(places) == 1 else ""
        if (only := next((place for place in OF_PLACE if where == then((place,))), None)) is not None:
            return words.PLACES[only]
        return f"{self.work}, {where}" if where else self.work

    @property
    def work(self) -> str:
        """The kinds of work that the days have in common."""
        first, *others = map(kinds, self.days)
        return joined([kind for kind in first if all(kind in other for other in others)]) or "Session"

    @property
    def minutes(self) -> str:
        """The minutes of each day, or of all where they are the same: 26 min, or 26 and 34 min."""
        found = list(dict.fromkeys(day.minutes for day in self.days))
        return f"{' and '.join(map(str, found))} min" if len(found) < 3 else f"{min(found)} to {max(found)} min"


def then(places: "Sequence[Place]") -> str:
    """Where a day goes, in order: at home; outdoors then home."""
    first, *rest = (words.PLACES[place].lower() for place in places)
    return " then ".join([first, *(place.removeprefix("at ") for place in rest)])


def joined(found: "Sequence[str]") -> str:
    """Kinds of work in one phrase: Walk + strength."""
    return " + ".join([*found[:1], *(kind.lower() for kind in found[1:])])


def groups(days: "Iterable[Day]") -> list[AlikeDays]:
    """The sessions of some days, each told once, in the order of their first day."""
    found: list[AlikeDays] = []
    for day in days:
        if not sessions(day):
            continue
        rows = day_rows(day)
        place = next((number for number, group in enumerate(found) if _alike(group.rows, rows)), None)
        if place is None:
            found.append(AlikeDays((day,), rows))
        else:
            found[place] = AlikeDays((*found[place].days, day), _merged(found[place].rows, rows))
    return found


def sessions(day: "Day") -> "tuple[Session, ...]":
    """The sessions a day shows: none before the plan began, and none in a pause."""
    return day.sessions if day.planned and not day.pause else ()


def day_rows(day: "Day") -> tuple[SharedRow, ...]:
    """The exercises of a day's sessions, in order."""
    return tuple(
        SharedRow(part(session.place, block), session.place, block.prescribed, item, (day.on,))
        for session in sessions(day)
        for block in session.blocks
        for item in block.items
    )


def part(place: "Place", block: "DayBlock") -> str:
    """What a part of a session is called in the place it is done in."""
    if block.kind != "aerobic" or block.prescribed:
        return words.part(block)
    if place in OF_PLACE:
        return OF_PLACE[place]
    return "Walk" if walks(block.items) else words.BLOCKS["aerobic"]


def walks(items: "Iterable[Item]") -> bool:
    """Whether aerobic work is walking and nothing else; by the name, which is all that a stored week knows."""
    return all("walk" in item.name.lower() for item in items)


def beside(shown: "Week", kind: "BlockKind") -> "list[tuple[Item, list[Day]]]":
    """What stands beside the sessions of a week, of one kind, each exercise with its days."""
    found: dict[tuple[str, object], tuple[Item, list[Day]]] = {}
    for day in shown.days:
        for block in day.beside:
            for item in block.items if block.kind == kind else ():
                found.setdefault((item.exercise, item.dose), (item, []))[1].append(day)
    return list(found.values())


def main_names(day: "Day") -> str:
    """The exercises that a day is about, by name: its core and strength work, and what a therapist set."""
    main = [
        item.name
        for session in sessions(day)
        for block in session.blocks
        if block.kind in ("core", "strength") or block.prescribed
        for item in block.items
    ]
    return ", ".join([*main[:1], *(name[:1].lower() + name[1:] for name in main[1:])])


def _alike(ours: "Sequence[SharedRow]", theirs: "Sequence[SharedRow]") -> bool:
    shared, most = sum(any(row.like(other) for other in ours) for row in theirs), max(len(ours), len(theirs))
    return shared >= ALIKE * most or 0 < shared == most - 1


def _merged(ours: "Sequence[SharedRow]", theirs: "Sequence[SharedRow]") -> tuple[SharedRow, ...]:
    """The rows of both, in the order of both; where their orders cross, an exercise stands twice."""
    found, place = list(ours), 0
    for row in theirs:
        same = next((n for n in range(place, len(found)) if found[n].like(row)), None)
        if same is None:
            while place < len(found) and found[place].part == row.part and not any(map(found[place].like, theirs)):
                place += 1  # what the days before hold alone stands first
            found.insert(place, row)
            place += 1
        else:
            before = found[same]
            item = row.item if row.item.load or row.item.last_load else before.item
            found[same] = before._replace(on=(*before.on, *row.on), item=item)
            place = same + 1
    return tuple(found)


def places_of(day: "Day") -> "tuple[Place, ...]":
    """The places of a day's sessions, in order."""
    return tuple(dict.fromkeys(session.place for session in sessions(day)))


def kinds(day: "Day") -> list[str]:
    """The main kinds of a day's work, in order; what warms up and eases off is in every session."""
    found = [_kind(session, block) for session in sessions(day) for block in session.blocks]
    return list(dict.fromkeys(kind for kind in found if kind)) or ["Stretching"]


def _kind(session: "Session", block: "DayBlock") -> str:
    if block.prescribed:
        return "Your therapist's"
    return part(session.place, block) if block.kind == "aerobic" else KINDS.get(block.kind, "")

"""Signs to look at first: whether pain goes further down the leg than before, and what a person reports or tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from backplan.model.diary import LogEntry
from backplan.model.person import Clearance, Flag, Pain, Person
from backplan.model.vocabulary import LEGS, Condition, Leg
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.despair_words import tells_of_despair, tells_of_no_hope, without_its_words
from backplan.planner.diary.health_words import changes_in, in_labour, pressure_in
from backplan.planner.diary.leg_words import further_in, leg_in
from backplan.planner.diary.own_words import in_own_words, not_yet_asked_of, own_words
from backplan.planner.diary.sign_words import midwife_first, signs_in, speak_of_a_birth
from backplan.planner.diary.unlisted_words import Unlisted, unlisted_in
from backplan.rules.heart import HEART
from backplan.rules.red_flags import EMERGENCIES, fragility, one_leg_numbness
from backplan.rules.screening import legs

WEEKS_AFTER_BIRTH = 12  # in which bleeding is a sign; our own inference
THIN_BONES: frozenset[Condition] = frozenset({"osteoporosis", "vertebral-fracture-new", "vertebral-fracture-healed"})
UNCONTROLLED: Condition = "bp-uncontrolled"
OF_THE_HEART = frozenset(rule.id for rule in HEART)


def goes_further(person: Person | None, entries: Iterable[LogEntry]) -> bool:
    """Whether an entry tells of pain further down the leg than any word on record."""
    depths = [LEGS.index(entry.leg) for entry in entries if entry.leg]
    return max(depths, default=0) > legs.deepest(person)


def told_of(person: Person | None, entries: Sequence[LogEntry]) -> tuple[str, ...]:
    """The signs that the notes of entries may tell of, and that no entry reports; a numb leg only where it is new, and
    a minor fall only of whose bones may be thin.
    """
    found = dict.fromkeys(sign for text in _own_words(entries) for sign in signs_in(text))
    on_record = {sign for entry in entries for sign in entry.signs}
    if person is not None:
        on_record |= {flag.id for flag in person.flags} & {one_leg_numbness.RULE.id}
        on_record |= set() if _bones_may_be_thin(person, entries) else {fragility.RULE.id}
    return tuple(sign for sign in found if sign not in on_record)


def signs_waiting(person: Person, entries: Sequence[LogEntry]) -> list[tuple[LogEntry, tuple[str, ...]]]:
    """The entries whose words may tell of signs that nobody has answered since, with these: neither were they reported,
    nor was it said, in an entry of signs, that none of them is new.
    """
    found = []
    for entry in not_yet_asked_of(person, entries):
        later = (each for each in entries if each.kind == "signs" and (each.id or 0) > (entry.id or 0))
        answered = {sign for each in later for sign in each.signs}
        if signs := tuple(sign for sign in told_of(person, [entry]) if sign not in answered):
            found.append((entry, signs))
    return found


def unlisted_told(person: Person | None, entries: Sequence[LogEntry]) -> Unlisted:
    """Whether the words of entries may tell of something in the body that no question of ours is about, or nobody
    knows: what may be an emergency in any case, the rest only where no question of ours is about these words, or a fall
    is not asked about at their age, and they tell of no exercise that hurt.
    """
    if any(entry.signs for entry in entries):
        return "none"
    found = {unlisted_in(without_its_words(text)) for text in _own_words(entries)}
    found |= {"now"} if any(map(in_labour, _own_words(entries))) else set()
    if "now" in found:
        return "now"
    listed = {each for text in _own_words(entries) for each in (*signs_in(text), *changes_in(text))}
    listed |= {each for text in _own_words(entries) if (each := leg_in(text)) != "none"}
    if _midwife_first(person, entries):
        return "midwife"
    fell = fragility.RULE.id in listed and not told_of(person, entries)
    silent = listed - {fragility.RULE.id} or any(entry.leg or entry.hurt for entry in entries)
    return "ask" if fell or ("ask" in found and not listed and not silent) else "none"


def _midwife_first(person: Person | None, entries: Sequence[LogEntry]) -> bool:
    """Whether the words of entries tell of what a midwife should hear of at once, and of no sign that is asked of."""
    if not any(map(midwife_first, _own_words(entries))) or told_of(person, entries):
        return False
    return midwife_should_hear(person, entries, entries[-1].on)


def unlisted_waiting(person: Person, entries: Sequence[LogEntry]) -> list[tuple[LogEntry, Unlisted]]:
    """The entries with such words since the person was last asked about all signs, or reported any."""
    found: list[tuple[LogEntry, Unlisted]] = []
    for entry in not_yet_asked_of(person, entries):
        answered = any(each.kind == "signs" and (each.id or 0) > (entry.id or 0) for each in entries)
        if not answered and (what := unlisted_told(person, [entry])) != "none":
            found.append((entry, what))
    return found


def unanswered(person: Person, entries: Sequence[LogEntry]) -> dict[int, frozenset[str]]:
    """What the words of entries may tell of that may stop somebody, by the number of the entry, as long as nobody has
    answered it: signs, an emergency that no question is about, sections of the interview, the leg.
    """
    found = [(entry, frozenset(signs)) for entry, signs in signs_waiting(person, entries)]
    found += [
        (entry, frozenset({what})) for entry, what in unlisted_waiting(person, entries) if what in ("now", "midwife")
    ]
    found += [(each.entry, each.parts) for each in health_waiting(person, entries)]
    asked: dict[int, frozenset[str]] = {}
    for entry, parts in found:
        asked[entry.id or 0] = asked.get(entry.id or 0, frozenset()) | parts
    return asked


def despair_told(entries: Sequence[LogEntry]) -> bool:
    """Whether the words of entries may tell of thoughts of dying."""
    return any(map(tells_of_despair, _own_words(entries)))


def no_hope_told(entries: Sequence[LogEntry]) -> bool:
    """Whether the words of entries may tell of no hope."""
    return any(map(tells_of_no_hope, _own_words(entries)))


class HealthWaiting(NamedTuple):
    """An entry whose words may tell of changes of health, by the sections of the interview that record them, or of pain
    further down the leg than on record, and nobody has answered it since.
    """

    entry: LogEntry
    changes: tuple[str, ...]
    leg: Leg

    @property
    def parts(self) -> frozenset[str]:
        """What of HEALTH waits for an answer."""
        return frozenset((*self.changes, *(["leg"] if self.leg != "none" else [])))


def health_waiting(person: Person, entries: Sequence[LogEntry]) -> list[HealthWaiting]:
    """The entries whose words may tell of a change of health, or of pain further down the leg, where neither an answer
    of the interview on it nor, of the leg, a word in the diary came since.
    """
    answered = Counter[str]()  # the number of the last answer on each part
    for each in entries:
        for part in (*each.asked, *(["leg"] if each.leg else [])):
            answered[part] = max(answered[part], each.id or 0)
    found = []
    for entry in in_own_words(entries):
        number = entry.id or 0
        changes = tuple(each for each in changes_told(person, [entry]) if answered[each] <= number)
        leg = leg_told_of(person, [entry]) if answered["leg"] <= number else "none"
        if changes or leg != "none":
            found.append(HealthWaiting(entry, changes, leg))
    return found


def _bones_may_be_thin(person: Person, entries: Sequence[LogEntry]) -> bool:
    """Whether a minor fall may have broken a bone: who is not known to be younger is asked."""
    ages = [person.age_on(entry.on) for entry in entries]
    return not THIN_BONES.isdisjoint(person.conditions) or any(age is None or age >= fragility.FROM_AGE for age in ages)


def midwife_should_hear(person: Person | None, entries: Sequence[LogEntry], today: date) -> bool:
    """Whether somebody pregnant, or in the first weeks after a birth, tells of what should be heard of at once."""
    if any(map(in_labour, _own_words(entries))):
        return True
    if person is None or not any(map(speak_of_a_birth, _own_words(entries))):
        return False
    born = person.birth is not None and (today - person.birth.on).days < 7 * WEEKS_AFTER_BIRTH
    return born or person.pregnancy is not None


def changes_told(person: Person | None, entries: Sequence[LogEntry]) -> tuple[str, ...]:
    """The sections of the interview whose answer the words of entries may change; none whose answer is on record, as a
    pregnancy or thin bones are.
    """
    found = dict.fromkeys(section for text in _own_words(entries) for section in changes_in(text))
    on_record = set()
    if person is not None:
        on_record |= {"pregnancy"} if person.pregnancy else set()
        pressed = any(map(pressure_in, _own_words(entries)))  # which thin bones tell nothing of
        conditions = {UNCONTROLLED} if pressed else THIN_BONES
        on_record |= {"conditions"} if not conditions.isdisjoint(person.conditions) else set()
    return tuple(section for section in found if section not in on_record)


def leg_told_of(person: Person | None, entries: Sequence[LogEntry]) -> Leg:
    """How far down the leg pain may go by the words of entries, where that is further than on record, and no entry
    says it otherwise.
    """
    words = _own_words(entries)
    depths = [LEGS.index(leg_in(text)) for text in words]
    next_part = min(legs.deepest(person) + 1, len(LEGS) - 1)
    in_words = LEGS[max([*depths, *(next_part for text in words if further_in(text))], default=0)]
    by_flag = any(entry.leg for entry in entries)
    return in_words if not by_flag and goes_further(person, [e._replace(leg=in_words) for e in entries[:1]]) else "none"


def _own_words(entries: Sequence[LogEntry]) -> list[str]:
    return [text for entry in entries for text in own_words(entry)]


def reported(person: Person | None, entries: Iterable[LogEntry], today: date) -> Person | None:
    """The person with the signs that entries report as new on their days: nobody who cleared them knows of these yet.
    Of somebody whom nobody has asked yet, an emergency sign is kept, and the rest is asked another time.
    """
    since = {sign: entry.on for entry in sorted(entries, key=lambda entry: entry.on) for sign in entry.signs}
    person = person or (_unasked(today) if EMERGENCIES & since.keys() else None)
    if person is None or not since:
        return person
    new = [_as_new(sign, on, person) for sign, on in since.items()]
    flags, heart = (_with_new(kept, new, of_heart=each) for kept, each in ((person.flags, False), (person.heart, True)))
    clearance = person.clearance
    if clearance:
        clearance = clearance._replace(knows=tuple(sign for sign in clearance.knows if sign not in since))
    return person._replace(flags=flags or (), heart=heart, clearance=clearance)


def _with_new(kept: tuple[Flag, ...] | None, new: Sequence[Flag], *, of_heart: bool) -> tuple[Flag, ...] | None:
    """The flags, or the signs of heart and lungs, with the new ones of their kind; None where none were ever asked."""
    mine = [flag for flag in new if (flag.id in OF_THE_HEART) is of_heart]
    if not mine:
        return kept
    return (*(flag for flag in kept or () if flag.id not in {each.id for each in mine}), *mine)


def _as_new(sign: str, on: date, person: Person) -> Flag:
    """A sign as new on a day, or on a later one of which it was reported before."""
    return Flag(sign, max([on, *(flag.since for flag in person.reported if flag.id == sign)]))


def somebody(today: date) -> Person:
    """Somebody of whom all is known that is needed, and nothing stops them: of whom nobody can be looked up, only what
    is told now is to stop.
    """
    cleared = Clearance("doctor", today)
    return Person(Pain(0, 0, controlled=True, since=today, leg="none", on=today), {"mon": 5}, 5, clearance=cleared)


def _unasked(today: date) -> Person:
    return Person(Pain(10, 10, controlled=False, since=today, leg="none", on=today), {"mon": 5}, 5, unfinished=True)

"""What hurt, by a note of the person's: an exercise that is named as painful, and what could come in its place."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from backplan.errors import SafetyStop
from backplan.model.diary import EVERYTHING, HOLDS
from backplan.model.name_words import folded, words_of
from backplan.model.slots import CORE, CORE_MORE, STRENGTH
from backplan.model.week import monday
from backplan.named_tuple import NamedTuple
from backplan.patterns import on_first_use

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from backplan.actions.workspace import Workspace
    from backplan.model.diary import LogEntry
    from backplan.model.exercise import Exercise
    from backplan.model.naming import Names
    from backplan.model.week import Week
    from backplan.store.store import Store

TRAINED = frozenset((*CORE, *CORE_MORE, *STRENGTH))
LONGEST_NAME = 8  # words
SHORTEST_TAIL = 4  # letters of a last word that stands for the whole name: plank
# Words that stand for no exercise by themselves: what one does anyway, parts of the body, where and which way, and
# what joins them.
_PLAIN = frozenset((
    "stand", "walk", "walking", "step", "turn", "reach", "rest", "arm", "back", "calf", "elbow", "feet", "foot", "hand",
    "head", "heel", "hip", "knee", "leg", "neck", "shoulder", "side", "thigh", "toe", "wrist", "chest", "face",
    "down", "up", "forward", "backward", "front", "apart", "over", "floor", "chair", "wall", "bed", "stair", "bench",
    "counter", "worktop", "pillow", "seat", "water", "lying", "sitting", "standing", "kneeling", "position", "bent",
    "lifted", "faster", "weight", "machine", "class", "routine", "plan", "check", "break", "book", "spot", "the", "and",
    "on", "in", "at", "to", "with", "from", "my", "a", "of",
))  # fmt: skip
_HURT = on_first_use(
    r"\b(?:hurt(?:s|ing)?|painful|sore|twing(?:e[sd]?|ing)|ach(?:e|es|ed|ing)|"
    r"(?:because of|due to|too much) (?:the )?pain|"
    r"pain (?:in|during|with|from|after|while|when|doing|on)|(?:too much|more) pain|"
    r"pain (?:got |was |is |became |went )?(?:too much|too bad|worse|unbearable|terrible|awful))\b",
    re.IGNORECASE,
)
_TAKEN_BACK = on_first_use(
    r"\b(?:not|no|never|nothing|none|neither|nor|without|less|hardly|barely|scarcely|longer|stopped|used to|free|if|"
    r"cannot|(?:did|does|do|was|is|were|has|have|had|could|would|should|wo)nt)\b|n['’]t\b",
    re.IGNORECASE,
)


# Sharp, so that it is more than what an exercise may hurt, or what ended it; a pain that stopped is no such word.
_SHARP = on_first_use(
    r"\b(?:sharp(?:ly)?|stab(?:s|bed|bing)?|shooting|jabb?(?:s|ing)?|jolts?|badly|bad|severe(?:ly)?|"
    r"terribl[ey]|awful(?:ly)?|horribl[ey]|intens(?:e|ely)|agony|excruciating(?:ly)?|unbearabl[ey]|like hell|like mad|"
    r"(?:so|too|very|really|quite) much|(?<!not )a lot|lots|very|really|clearly more)\b",
    re.IGNORECASE,
)
_ENDED = on_first_use(
    r"\b(?:(?:had|have|has|made me|needed) (?:to )?(?:stop|quit|break off|give up)|"
    r"(?:i|and|so|then|we|until i) (?:had )?(?:stopped|quit|broke off|gave up)(?! hurting| aching)|"
    r"(?:could not|couldn['’]?t|cannot|can['’]?t|unable to) (?:go on|finish|continue|carry on|complete|do it)|"
    r"(?:stopped|quit|broke off|gave up)(?! hurting| aching)(?= (?:because|as|since|it|that|the|doing|early|due)\b)|"
    r"^ *(?:stopped|quit|broke off|gave up|stop)(?! hurting| aching))",
    re.IGNORECASE,
)
_SHARP_PAIN = on_first_use(
    r"\b(?:pains?|twinges?|stab(?:s|bed|bing)?|jolts?|jabs?|agony|hurt(?:s|ing)?)\b", re.IGNORECASE
)


_PAIN = on_first_use(r"\b(?:hurt(?:s|ing)?|pain(?:ful)?)\b", re.IGNORECASE)  # and not only sore
_ALL_OF_IT = on_first_use(
    r"\b(?:everything|all of (?:it|them)|it all|every (?:single )?(?:exercise|one|move)|"
    r"the (?:lot|whole (?:thing|session)))\b",
    re.IGNORECASE,
)


# Pain that may be an exercise's, but where it is the body's, or a bit, which an exercise may do.
_MAY_BE_OF_ONE = on_first_use(r"\b(?:hurt(?:s|ing)?|twing(?:e[sd]?|ing))\b", re.IGNORECASE)
_OF_A_PART_OR_A_BIT = on_first_use(
    r"\b(?:back|spine|legs?|hips?|knees?|neck|shoulders?|arms?|foot|feet|head|buttocks?|bum|thighs?|cal(?:f|ves)|"
    r"muscles?|a (?:bit|little)|slight(?:ly)?|mild(?:ly)?)\b",
    re.IGNORECASE,
)
_OF_ANOTHER_PART = on_first_use(r"\b(?:knees?|shoulders?|wrists?|elbows?|ankles?|neck|hips?)\b", re.IGNORECASE)
_WHILE = on_first_use(r"\b(?:while|during|when|doing|after|from)\b", re.IGNORECASE)


class Hurt(NamedTuple):
    """An exercise that hurt, whether another could take its place, and the easier one that could, if one is among
    them, and whether it is ``eased`` by itself, because it hurt sharply, and whether a day ``ahead`` in the week holds
    it; or one that the week does not hold, with those of the week that may have been meant.
    """

    exercise: Exercise
    replaced: bool
    easier: Exercise | None
    held: bool = True
    meant: tuple[Exercise, ...] = ()
    eased: bool = False
    ahead: bool = True


def hurt(workspace: Workspace, entries: Sequence[LogEntry]) -> tuple[Hurt, ...]:
    """The exercises that entries tell of as painful, in words or by themselves; none under a stop."""
    clauses = [
        clause for entry in entries for text in (entry.note, entry.why) if text for clause, *_ in _told_of_pain(text)
    ]
    sharply = {key for entry in entries for key in entry.hurt}
    if not clauses and not sharply:
        return ()
    with workspace.opened() as store, suppress(SafetyStop):
        return tuple(_hurt_named(workspace, store, clauses, sharply, entries[0].planned))
    return ()


def names_none(entries: Sequence[LogEntry]) -> bool:
    """Whether words of a session or of pain tell that something hurt, and nobody can tell which exercise."""
    if any(entry.kind == "morning" or entry.done == "no" for entry in entries):
        return False
    clauses = [
        each
        for entry in entries
        if entry.kind in ("session", "pain") and not entry.hurt
        for text in (entry.note, entry.why)
        if text
        for each in _told_of_pain(text)
    ]
    return any(_may_be_of_an_exercise(each) for each in clauses)


def hurt_beside(entry: LogEntry) -> bool:
    """Whether the words of an activity tell that it hurt sharply, and nothing of the plan is of its kind."""
    texts = filter(None, (entry.note, entry.why)) if entry.kind == "activity" and not entry.hurt else ()
    return any(each.sharp for text in texts for each in _told_of_pain(text))


def _may_be_of_an_exercise(heard: _Told) -> bool:
    """Whether a clause on pain may be of an exercise, though it names none."""
    sharp = bool(_SHARP.search(heard.clause) and _SHARP_PAIN.search(heard.clause))
    if _OF_ANOTHER_PART.search(heard.clause) and _MAY_BE_OF_ONE.search(heard.clause):
        return True
    if _OF_A_PART_OR_A_BIT.search(heard.clause):
        return sharp and _WHILE.search(heard.clause) is not None
    return sharp or _MAY_BE_OF_ONE.search(heard.clause) is not None


def with_hurt(workspace: Workspace, entry: LogEntry) -> LogEntry:
    """An entry with the exercises that its words tell of as sharply painful, or as stopped or left out because they
    hurt, beside those that it tells of already; of a session that hurt as a whole, or that pain ended, everything.
    """
    from backplan.errors import StoreError

    if "hurt" not in HOLDS[entry.kind] or not (entry.hurt or entry.note or entry.why):
        return entry
    with suppress(StoreError, SafetyStop):
        keys = dict.fromkeys((*entry.hurt, *hurt_sharply(workspace, entry)))
        return entry._replace(hurt=tuple(keys) or ((EVERYTHING,) if _all_of_it_hurt(entry) else ()))
    return entry


def _all_of_it_hurt(entry: LogEntry) -> bool:
    """Whether words tell that all of a session hurt, or that pain ended it, where they name no exercise."""
    if entry.kind != "session" or entry.done == "no":
        return False
    clauses = [each for text in (entry.note, entry.why) if text for each in _told_of_pain(text)]
    ended = entry.done == "part" and any(
        (each.ended or "too much" in each.clause.lower()) and _PAIN.search(each.clause) for each in clauses
    )
    return ended or any(_ALL_OF_IT.search(each.clause) and each.sharp for each in clauses)


def told_anew(workspace: Workspace, before: LogEntry, now: LogEntry) -> LogEntry:
    """An entry whose words are changed, without what only the words of before told of as sharply painful."""
    earlier = with_hurt(workspace, before._replace(hurt=())).hurt
    return with_hurt(workspace, now._replace(hurt=tuple(key for key in now.hurt if key not in earlier)))


def hurt_sharply(workspace: Workspace, entry: LogEntry) -> tuple[str, ...]:
    """The ids of the exercises that the words of a session tell of as sharply painful, or as ended by pain."""
    clauses = [each for text in (entry.note, entry.why) if text for each in _told_of_pain(text)]
    if not clauses:
        return ()
    week = None
    if workspace.begun:
        with workspace.opened() as store:
            week = store.weeks.of(monday(entry.planned))
    held = _held_in(workspace.exercises, week, entry.planned)
    if week is None:  # before the first week nobody knows which walk is meant
        held, entry = held._replace(every=workspace.exercises), entry._replace(exercise=None)
    return tuple(dict.fromkeys(key for each in clauses for key in _sharply(each, entry, held, workspace.names)))


class _Held(NamedTuple):
    """The exercises that a week holds, and those of the session of a day: only these may be meant by a general word;
    None where that day has no session.
    """

    every: Sequence[Exercise]
    then: frozenset[str] | None = None

    def nearest(self, found: set[str], *, general: bool) -> set[str]:
        """Of what words may mean what the day's session holds; else all of it, but of a general word nothing."""
        if self.then is None:
            return found
        return (found & self.then) or (set() if general else found)


def _held_in(exercises: Sequence[Exercise], week: Week | None, on: date) -> _Held:
    if week is None:
        return _Held(())
    held = {key for day in week.days for key in day.exercises} | set(week.programme.values())
    day = week.day(on)
    then = day.exercises if day and day.sessions else None
    return _Held([each for each in exercises if each.id in held], then)


class _Told(NamedTuple):
    """A clause that tells of pain, whether that was sharp or ended the exercise, and the clauses beside it that tell of
    the end.
    """

    clause: str
    sharp: bool
    ended: tuple[str, ...] = ()


def _told_of_pain(text: str) -> Iterator[_Told]:
    """The clauses of a note that tell of pain, a pain that ended an exercise among them; what ended it may stand in the
    clause before or behind.
    """
    from backplan.planner.diary.sign_words import CLAUSE

    clauses = CLAUSE.split(text)
    for at, clause in enumerate(clauses):
        plain = _ENDED.sub(" ", clause)
        sharp = bool(_SHARP.search(plain))
        if not (_HURT.search(plain) or (sharp and _SHARP_PAIN.search(plain))) or _TAKEN_BACK.search(plain):
            continue
        ended = tuple(each for each in clauses[max(0, at - 1) : at + 2] if _ENDED.search(each))
        yield _Told(plain, sharp or bool(ended), tuple(_ENDED.sub(" ", each) for each in ended))


def _sharply(heard: _Told, entry: LogEntry, held: _Held, names: Names) -> Iterator[str]:
    """The ids of what a clause tells of as sharply painful; what was left out, where it names nothing else."""
    named = next(
        (found for clause in (heard.clause, *heard.ended) if (found := _one_meant(clause, held, names))), set()
    )
    own = (entry.exercise or "").replace("-", " ")
    general = entry.kind == "session"  # of a walk beside the plan any of the week is eased
    of_kind = held.nearest(_of_kinds(heard.clause, held.every, names), general=general)
    named = named or of_kind or _one_stretch(heard.clause, held)
    named = named or set(entry.not_in_full) or _of_kinds(own, held.every, names)
    yield from sorted(named if heard.sharp else named & set(entry.not_in_full))


def _one_stretch(clause: str, held: _Held) -> set[str]:
    """The id of the one stretch of the day's session, where words tell of the stretch."""
    then = {each.id for each in held.every if each.slot == "stretch" and each.id in (held.then or ())}
    return then if len(then) == 1 and re.search(r"(?:^ *|\b(?:the|my) )stretch\b", clause, re.IGNORECASE) else set()


def _of_kinds(text: str, held: Sequence[Exercise], names: Names) -> set[str]:
    """The ids of the walks and rides held that are of a kind which words name: the walk."""
    kinds = {kind for word in text.split() if (kind := names.kinds.get(folded(word)))}
    return {each.id for each in held if each.slot == "aerobic" and each.modality in kinds}


def _one_meant(clause: str, held: _Held, names: Names) -> set[str]:
    """The ids of the exercises held that a clause names, or of the one that may be meant by a name of another."""
    near = {each.id for _, words in _beside(clause, held, names) for each in _meant(words, held.every, names)}
    return {*_named(clause, held, names)} or (near if len(near) == 1 else set())


def _meant(text: str, held: Sequence[Exercise], names: Names) -> Iterator[Exercise]:
    """The exercises held that may be meant by the words for one which is not."""
    for exercise in names.exactly(text):
        yield from _near(exercise, text, held)


def _hurt_named(
    workspace: Workspace, store: Store, clauses: Sequence[str], sharply: Collection[str], on: date
) -> Iterator[Hurt]:
    from backplan.actions import on_record
    from backplan.actions.person import screened
    from backplan.actions.selection import selection
    from backplan.model.sparing import sparing
    from backplan.planner.choice.programme import in_place_of

    person, week = screened(workspace, store), store.weeks.of(monday(workspace.today))
    held = _held_in(workspace.exercises, week, on)
    found = held.every
    meant = {*sharply, *(key for clause in clauses for key in _named(clause, held, workspace.names))}
    if week is None:
        return
    beside = dict(pair for clause in clauses for pair in _beside(clause, held, workspace.names))
    yield from (
        Hurt(each, replaced=False, easier=None, held=False, meant=tuple(_near(each, beside[each.id], found)))
        for each in workspace.exercises
        if each.id in beside and not sharply
    )
    if not meant:
        return
    choice = selection(workspace, store, on_record.read(store, person, workspace.today))
    days = [day for day in week.days if day.on > on and day.on >= workspace.today]
    ahead = {key for day in days for key in day.exercises}
    walks = any(day.aerobic_minutes for day in days)  # what hurt in one walk or ride eases them all
    for exercise in (each for each in found if each.id in meant):
        others = sparing(in_place_of(exercise.id, choice, week.programme), ". ".join(clauses))
        easier = next((each for each in others if each.id == exercise.regression), None)
        replaced = bool(others) or exercise.id not in week.programme.values()
        again = walks if exercise.slot == "aerobic" else exercise.id in ahead
        yield Hurt(exercise, replaced, easier, eased=exercise.id in sharply, ahead=again)


def _named(clause: str, held: _Held, names: Names) -> Iterator[str]:
    """The ids of the exercises held that a clause names: by any name, or by some of the words of one, as plank."""
    words, ids = clause.split(), {each.id for each in held.every}
    for size in range(min(LONGEST_NAME, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size])
            apart = size > 1 and not {*words_of(name)} <= _PLAIN
            meant = names.named(name) if apart else names.exactly(name)  # late is no lat stretch
            whole = {each.id for each in meant} & ids
            found = held.nearest(whole or _in_short(name, held.every), general=size == 1 and not whole)
            another = size > 1 and not found and names.exactly(name)  # a glute bridge is no side bridge
            if another or len(found) == 1:
                yield from found
                yield from _named(" ".join([*words[:at], "|", *words[at + size :]]), held, names)
                return


def _beside(clause: str, held: _Held, names: Names) -> Iterator[tuple[str, str]]:
    """The id of the exercise that a clause names whole, in two words or more, and these words, where it names none that
    is held.
    """
    words = clause.split()
    if any(_named(clause, held, names)):
        return
    for size in range(min(LONGEST_NAME, len(words)), 1, -1):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size])
            if len(meant := names.exactly(name)) == 1:
                yield meant[0].id, name
                return


def _near(named: Exercise, text: str, held: Sequence[Exercise]) -> Iterator[Exercise]:
    """The exercises held that may be meant by the words for one which is not: a name of the one has all the words of
    the other's.
    """
    names = [{*words_of(name)} for name in (text, named.name, *named.also)]
    for each in held:
        others = [{*words_of(name)} for name in (each.name, *each.also)]
        if any(len(mine & other) > 1 and (mine <= other or other <= mine) for mine in names for other in others):
            yield each


def _in_short(text: str, held: Sequence[Exercise]) -> set[str]:
    """The ids of the exercises held that have a name of these words and others beside, which ends as they do."""
    words = words_of(text)
    if not words or len(words[-1]) < SHORTEST_TAIL or len(words) != len(text.split()) or {*words} <= _PLAIN:
        return set()
    return {each.id for each in held if _is_short_for(words, [words_of(name) for name in (each.name, *each.also)])}


def _is_short_for(words: tuple[str, ...], names: Sequence[tuple[str, ...]]) -> bool:
    """Whether words are a name in short; one word, that of the first name, or of two names."""
    ending = [name for name in names if set(words) <= set(name) and name[-1] == words[-1]]
    return bool(ending) if len(words) > 1 else names[0] in ending or len(ending) > 1

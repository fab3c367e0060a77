"""Changes: what changed in a week and why: since it was last shown, and since the week before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from backplan.model.case import Case
from backplan.model.exercise import Exercise, is_brisker
from backplan.model.move import Move
from backplan.model.slots import CORE_MORE
from backplan.model.told import Change, ChangeKind
from backplan.model.week import Day, Totals, Week, held_on
from backplan.model.wording import all_of, capital, clause, counted, spaced
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.select import Selection
from backplan.planner.diary import missed
from backplan.planner.diary.done import shown_whole
from backplan.planner.growth.aerobic_step import A_WEEK
from backplan.planner.growth.ladder import AEROBIC, SLOTS
from backplan.planner.growth.new_pain import BEGINNINGS
from backplan.planner.growth.offer import Offer
from backplan.planner.growth.pace import all_wait
from backplan.planner.layout.laid import Laid
from backplan.planner.telling.amounts import PARTS, WHY_LESS, why_less
from backplan.planner.telling.bouts import in_shorter_bouts
from backplan.planner.telling.other_days import on_other_days
from backplan.rules.exclusion import hurt_lately
from backplan.rules.progress.gap_restart import percent_after


def changes(laid: Laid, missed_days: Collection[date]) -> tuple[Change, ...]:
    """All that changed in a week: why it was laid anew, what became of missed sessions, what the diary moved, and what
    is replaced.
    """
    days, request = laid.standing.days, laid.standing.request
    newly = set(missed_days) - set(days.shown.missed) if days.shown else set()
    found = (
        *request.changes,
        *_missed(laid, newly),
        *of_moves(laid.moves),
        *_resting(laid),
        *_replaced(laid),
        *_came_meanwhile(laid),
        *_fuller(laid, missed_days),
        *on_other_days(laid),
        *in_shorter_bouts(laid),
        *_other_stretches(laid),
    )
    found = (*found, *_come_and_gone(laid, found))
    earlier = _still_told(laid, days.shown, missed_days) if days.shown else ()
    sentences = {change.sentence for change in found}
    return (*found, *(change for change in earlier if change.sentence not in sentences))


def of_moves(moves: Iterable[Move]) -> Iterator[Change]:
    """The moves that the diary made, as changes to tell; those with the same rule and reason in one sentence."""
    groups: dict[tuple[str, str], list[Move]] = {}
    for move in moves:
        groups.setdefault((move.rule, move.because), []).append(move)
    for (rule, why), group in groups.items():
        what = "; ".join(move.subject for move in group)
        about = tuple(move.exercise for move in group if move.exercise)
        yield Change("moved", capital(f"{what}: {why} (rule {rule})."), about)


def _resting(laid: Laid) -> Iterator[Change]:
    """What is left out for a while because it hurt, of what the days of this week, or of the last, held."""
    shown = [*laid.standing.days.earlier[-1:], *filter(None, [laid.standing.days.shown])]
    held = frozenset().union(*(day.exercises for week in shown for day in week.days))
    selection = laid.question.selection
    for key in sorted(held.intersection(selection.left_out)):
        for rule, why in selection.left_out[key]:
            if rule == hurt_lately.RULE.id:
                yield Change("moved", clause(selection.every[key].name, f"is left out: {why} (rule {rule})."), (key,))


def _missed(laid: Laid, newly: Collection[date]) -> tuple[Change, ...]:
    """What became of the sessions that were missed since the week was last shown."""
    days = laid.standing.days
    if days.shown is None or not newly:
        return ()
    return missed.what_became_of(newly, laid.standing.request.entries, days.shown, laid.days, days.first)


def _replaced(laid: Laid) -> Iterator[Change]:
    """Which exercises have taken the place of others since the last normal week, and why; none in a first week, none
    that no day shows, and none again in the next of several gentle weeks.
    """
    by_id, selection, previous = laid.standing.by_id, laid.question.selection, laid.chosen.lower.programme
    for slot, key in laid.chosen.programme.items():
        held = previous.get(slot)
        old = held if held == key else _stood_last(slot, held, laid)
        if old is None or old == key or _has_own_days(old, selection):
            continue
        before = by_id[old].name if old in by_id else spaced(old) if old in selection.left_out else old
        kind: ChangeKind = "swapped" if old in selection.swapped and old not in selection.left_out else "replaced"
        if kind == "replaced" and (key not in held_on(laid.days) or _stood_there(slot, key, laid)):
            continue
        what = f"takes the place of {before}{_why_replaced(old, key, selection)}."
        sentence = clause(by_id[key].name, what)
        yield Change(kind, sentence, (key, old))


def _stood_last(slot: str, held: str | None, laid: Laid) -> str | None:
    """What stood in a slot before: not the harder partner that would have come this week, which no day showed."""
    base = laid.standing.past.base_week
    came = any(move.new and move.exercise == held for move in laid.chosen.lower.moves)
    return base.calm_programme.get(slot, held) if came and base is not None else held


def _came_meanwhile(laid: Laid) -> Iterator[Change]:
    """The easier partners that took over while no day held them, as in a flare, and that this week is the first to
    show.
    """
    if not laid.question.case.kind.grows:
        return
    by_id, new = laid.standing.by_id, held_on(laid.days) - {move.exercise for move in laid.moves}
    lately = [(week, held_on(week.days)) for week in reversed(laid.standing.days.earlier[-LOOKED_BACK:])]
    for key in laid.chosen.programme.values():
        if key in new and (old := _stood_before(key, laid, lately)):
            sentence = clause(by_id[key].name, f"takes the place of {by_id[old].name}: {EASIER}.")
            yield Change("replaced", sentence, (key, old))


EASIER = "it is the easier of the two, and came in while no day held it"
LOOKED_BACK = 4  # weeks


def _stood_before(key: str, laid: Laid, lately: Iterable[tuple[Week, frozenset[str]]]) -> str | None:
    """The harder partner that a week of late was the last to show in place of an exercise, of which none has told;
    ``lately`` are those weeks, the last first, with the exercises that they hold.
    """
    by_id, swapped = laid.standing.by_id, laid.question.selection.swapped
    for week, shown in lately:
        if key in shown or any(key in _came(change) for change in week.changes):
            return None
        harder = (each for each in sorted(shown - swapped) if each in by_id and by_id[each].regression == key)
        if found := next((each for each in harder if by_id[each].slot == by_id[key].slot), None):
            return found
    return None


def _came(change: Change) -> tuple[str, ...]:
    """The exercises that a change tells of as they are now; what one took the place of comes second."""
    return change.about if change.kind == "moved" else change.about[:1]


def _stood_there(slot: str, key: str, laid: Laid) -> bool:
    """Whether the week before showed an exercise in its slot already."""
    return any(
        week.programme.get(slot) == key and key in held_on(week.days) for week in laid.standing.days.earlier[-1:]
    )


def _has_own_days(exercise: str, selection: Selection) -> bool:
    """Whether an exercise that gave up its slot is prescribed, and so has days of its own."""
    return exercise in selection.case.prescribed and exercise not in selection.left_out


def _why_replaced(old: str, new: str, selection: Selection) -> str:
    if old in selection.left_out:
        return f": {selection.left_out[old][0][1]}"
    if old in selection.swapped:
        return ": you swapped it"
    if asked := selection.case.prescription.item_for(new):
        return f": your {asked.by} prescribed it"
    if old in selection.care and new not in selection.care:
        return ", which now needs care"
    by_id = selection.by_id
    if new in by_id and old in by_id and selection.liked(by_id[new]) > selection.liked(by_id[old]):
        return ": it is of a kind you like"
    return ": it fits better what you have and what you can do now"


def _fuller(laid: Laid, missed_days: Collection[date]) -> Iterable[Change]:
    """What the week holds more or less of than last week: both normal ones, and this one whole."""
    days, case, last = laid.standing.days, laid.question.case, _week_before(laid)
    if last is None or last.holds is None or laid.holds is None or not last.kind.grows or not case.kind.grows:
        return ()
    if days.shown or missed_days or days.off:
        return ()
    if any(move.rule in BEGINNINGS for move in (*last.moves, *laid.moves)):
        return _walks_give_way(last.holds.aerobic, laid.holds.aerobic)
    waits_again = case.easy_only and (last.holds.core or last.holds.strength)  # which is told
    if last.mode != case.mode or waits_again:
        return ()
    unlike = case.pain.returning or case.three_quarters != _at_three_quarters(last)
    if any(begun and begun.weekday() for begun in (last.begun, days.begun)) or unlike:
        return ()
    return (*_amounts(laid, last, last.holds, laid.holds), *_stretched_less(last, laid))


def _week_before(laid: Laid) -> Week | None:
    """The week that a week is held against: the last, or the normal one before a flare that a big day explains."""
    late_first = reversed(laid.standing.days.earlier)
    if laid.standing.after_big_day:
        return next((week for week in late_first if week.full and shown_whole(week)), None)
    return next(late_first, None)


def _amounts(laid: Laid, last: Week, before: Totals, now: Totals) -> Iterator[Change]:
    """What a week holds more and less of than a week before held, or would have held whole."""
    because = why_less(laid, last)
    too_much = laid.standing.bad or laid.standing.past.too_much_lately
    why_eased = AFTER_GAP if _comes_back(laid) else AFTER_TOO_MUCH if too_much else because
    than = LAST_WEEK if shown_whole(last) and not laid.standing.after_big_day else A_WHOLE_WEEK
    if any(A_WEEK in move.what for move in laid.moves):  # which tells of it
        before = before._replace(aerobic=now.aerobic)
    theirs = _newly_prescribed(laid, last)
    return amounts_changed(
        before, now, laid.question.offer, Against(because, why_eased, than, theirs, not all_wait(laid.standing))
    )


def _newly_prescribed(laid: Laid, last: Week) -> dict[str, str]:
    """The parts of which this week holds what is prescribed and the week before held nothing, each with who gave it."""
    before, now = (frozenset().union(*(day.exercises for day in week.days)) for week in (last, laid))
    parts: dict[str, Collection[str]] = {"aerobic": AEROBIC, "more": CORE_MORE}
    parts |= dict(SLOTS.items())
    found: dict[str, str] = {}
    for item in laid.question.case.prescription.added:
        exercise = laid.standing.by_id.get(item.exercise or "")
        if exercise and exercise.id in now - before:
            found |= {part: item.by for part, slots in parts.items() if exercise.slot in slots}
    return found


def _stretched_less(last: Week, laid: Laid) -> Iterator[Change]:
    """How much less often a week stretches than the last: days that walk for longer leave no time for it."""
    before, now = (sum(day.stretched for day in days) for days in (last.days, laid.days))
    if 0 < now < before and shown_whole(last) and (_at_three_quarters(last) or not last.eased):
        longer = sum(day.minutes for day in laid.days) >= sum(day.minutes for day in last.days)
        why = f": {WHY_LESS}." if longer else f". {ON_ANY_DAY}"
        yield Change("sets", f"Less than last week: stretching, {counted(now, 'time')} instead of {before}{why}")


ON_ANY_DAY = "What your sessions ended with may be done on any other day, too, if it feels good."


def _other_stretches(laid: Laid) -> Iterator[Change]:
    """That the stretches take turns: told once, in the first normal week that has others than the normal one before,
    all of which might be given still.
    """
    days, last, grows = laid.standing.days, _week_before(laid), laid.question.case.kind.grows
    if last is None or not (grows and last.kind.grows) or days.shown:
        return
    if any(each.sentence == TURNS for week in days.earlier for each in week.changes):
        return
    before, now = (_stretches(each) for each in (last.days, laid.days))
    if before and now - before and before <= laid.question.selection.by_id.keys():
        yield Change("sets", TURNS)


TURNS = "Other stretches than last week: they take turns."


def _stretches(days: Iterable[Day]) -> frozenset[str]:
    """The stretches that the sessions of some days end with."""
    blocks = (block for day in days for block in day.blocks() if block.kind == "cool-down")
    return frozenset(item.exercise for block in blocks for item in block.items)


def _at_three_quarters(week: Week) -> bool:
    """Whether a week was given at three quarters, for pain that is high but steady."""
    return all(day.quarters for day in week.bars.values()) and bool(week.bars)


def _walks_give_way(before: int, now: int) -> Iterator[Change]:
    """What the walks give up where training has begun, which is told for itself."""
    if now < before:
        yield Change("sets", f"Less than last week: {_amount('aerobic', before, now)}: training takes their place.")


def _come_and_gone(laid: Laid, found: Collection[Change]) -> Iterator[Change]:
    """The exercises that a normal week's days hold and no normal week of late did, and those that the last such week
    held and this one does not, of which nothing else tells: what the days have room for is the layout's to choose. What
    is new is told back to a week that was shown to its end with all that it held.
    """
    days = laid.standing.days
    alike = [week for week in days.earlier[-LOOKED_BACK:] if _is_alike(week, laid.question.case)]
    if not alike or days.shown or days.off or days.begun != days.every[0] or _comes_back(laid):
        return
    last, now = alike[-1], _given(laid.days)
    whole = max((at for at, week in enumerate(alike) if shown_whole(week)), default=None)
    lately = frozenset().union(*(_given(week.days) for week in alike[whole:])) if whole is not None else now
    came, gone = _untold(now - lately, laid, found), _untold(_given(last.days) - now, laid, found)
    yield from walked_otherwise(came, gone, laid.standing.by_id)
    yield from _stood_in_for(came, gone, last, laid)
    if came:
        yield Change("sets", f"New on your days: {all_of([*came.values()])}.", tuple(came))
    if gone:
        yield Change(
            "sets", f"On no day this week: {all_of([*gone.values()])}, as {why_less(laid, last)}.", tuple(gone)
        )


def _comes_back(laid: Laid) -> bool:
    """Whether days without a session lower a week, which is told."""
    return percent_after(laid.standing.gap_days) != 100


def _is_alike(week: Week, case: Case) -> bool:
    """Whether an earlier week was one of the kind that is planned, at as much of its doses, from its Monday on."""
    quarters = _at_three_quarters(week)
    return week.full and week.mode == case.mode and quarters == case.three_quarters and (quarters or not week.eased)


def walked_otherwise(came: dict[str, str], gone: dict[str, str], by_id: Mapping[str, Exercise]) -> Iterator[Change]:
    """What takes the place of another walk, ride or work in the water of its kind, or of several, where nothing else
    does; taken out of what came and went.
    """
    kinds = {key: (by_id[key].slot, by_id[key].modality) for key in (*came, *gone)}
    for new in [key for key in came if kinds[key][0] == "aerobic"]:
        olds = [old for old in gone if kinds[old] == kinds[new]]
        olds = olds[:1] if any(kinds[key] == kinds[new] for key in came if key != new) else olds
        if olds:
            brisker = is_brisker(by_id[new], by_id[olds[0]])
            easier = WHY_EASIER if is_brisker(by_id[olds[0]], by_id[new]) else WHY_LENGTH
            why = WHY_BRISKER if brisker else WHY_TURN if "pool" in by_id[new].place else easier
            names = all_of([gone.pop(old) for old in olds])
            yield Change("sets", clause(came.pop(new), f"takes the place of {names}: {why}."), (new, *olds))


def _stood_in_for(came: dict[str, str], gone: dict[str, str], last: Week, laid: Laid) -> Iterator[Change]:
    """What stands on each day of something that is gone, in the same slot and of the same kind, or fills its slot on
    other days, so that nothing has become less; taken out of what came and went.
    """
    by_id, given, slots = laid.standing.by_id, _given(laid.days), {key: slot for slot, key in last.programme.items()}
    instead: dict[str, list[str]] = {}
    for old in [*gone]:
        its_days = {day.on.weekday() for day in last.days if old in _given((day,))}
        now = [_given((day,)) for day in laid.days if day.on.weekday() in its_days]
        filling = given.intersection([laid.chosen.programme.get(slots.get(old, ""), "")])
        there = given.intersection(*now) | filling if now else filling
        alike = (key for key in sorted(there) if key in by_id and _alike(by_id[key], by_id[old]))
        if new := next(alike, None):
            instead.setdefault(new, []).append(old)
    why = f": {WHY_FLARE}" if last.normal_until or not last.kind.grows else ""
    for new, olds in instead.items():
        came.pop(new, None)
        names = all_of([gone.pop(old) for old in olds])
        yield Change("sets", clause(by_id[new].name, f"takes the place of {names}{why}."), (new, *olds))


def _alike(exercise: Exercise, other: Exercise) -> bool:
    """Whether two exercises have one slot, and are one kind of aerobic work where they are any."""
    return exercise.slot == other.slot and (exercise.slot != "aerobic" or exercise.modality == other.modality)


def _untold(keys: Collection[str], laid: Laid, found: Collection[Change]) -> dict[str, str]:
    """The names of some exercises by id, without those that a change speaks of."""
    names = {key: laid.standing.by_id[key].name for key in sorted(keys) if key in laid.standing.by_id}
    about = {key for change in found for key in change.about}
    return {
        key: name
        for key, name in names.items()
        if key not in about and not any(name in change.sentence for change in found)
    }


def _given(days: Iterable[Day]) -> frozenset[str]:
    """The exercises of core, strength and aerobic work on some days, without what is prescribed beside them."""
    blocks = (block for day in days for block in day.blocks() if block.kind in WORK and not block.prescribed)
    return frozenset(item.exercise for block in blocks for item in block.items)


WORK = ("core", "strength", "aerobic")
WHY_TURN = "they take turns"
WHY_BRISKER = "it is the brisker of the two"
WHY_FLARE = "as the flare passes"
WHY_EASIER = "it is the easier of the two"
WHY_LENGTH = "it is the one for walks and rides as long as yours are now"


def _still_told(laid: Laid, shown: Week, missed_days: Collection[date]) -> tuple[Change, ...]:
    """What was told of this week's changes before and still holds: a session that stays missed, a swap, and what the
    week holds more or less of than the last, where nothing has become less since. What the diary moved is worked out
    anew, and so is what took the place of something else.
    """
    as_much = (
        not missed_days and not laid.standing.no_more and laid.holds == shown.holds and laid.question.case.kind.grows
    )
    return tuple(
        change
        for change in shown.changes
        if change.kind == "swapped"
        or (change.kind == "missed" and change.on in missed_days)
        or (change.kind == "sets" and as_much)
    )


class Against(NamedTuple):
    """Why a week holds less than before, why what is kept is less, what it is held against, and the parts of which more
    is newly prescribed, each with who gave it. ``grows``: something may grow; else how the days fall brings a little
    more, by no rule.
    """

    less: str
    eased: str
    than: str
    theirs: Mapping[str, str] = MappingProxyType({})
    grows: bool = True


def amounts_changed(before: Totals, now: Totals, offer: Offer, why: Against) -> Iterator[Change]:
    """What a week holds more of than the one before, and what less, each with why."""
    amounts = list(zip(PARTS, before, now, strict=True))
    if not before.balance or (now.balance - before.balance) * (now.strength - before.strength) > 0:
        amounts.pop()  # nothing is known of balance, or it comes and goes with strength, which is told
    grown = [(part, _amount(part, old, new)) for part, old, new in amounts if new > old]
    more = [amount for part, amount in grown if part not in why.theirs]
    if more and why.grows:
        yield Change("sets", f"More than {why.than}: {'; '.join(more)} ({WHY_MORE}).")
    for by in sorted({why.theirs[part] for part, _ in grown if part in why.theirs}):
        theirs = "; ".join(amount for part, amount in grown if why.theirs.get(part) == by)
        yield Change("sets", f"More than {why.than}: {theirs}: your {by} prescribed it.")
    if fewer := [(part, old, new) for part, old, new in amounts if new < old]:
        eased = any(getattr(offer.floors, part) < old for part, old, _ in fewer)
        because = why.eased if eased else why.less
        yield Change("sets", f"Less than {why.than}: {'; '.join(_amount(*each) for each in fewer)}: {because}.")


def _amount(part: str, before: int, now: int) -> str:
    name, unit = PARTS[part]
    return f"{name}, {counted(now, unit)} instead of {before}"


LAST_WEEK, A_WHOLE_WEEK = "last week", "a whole week before"
AFTER_GAP, AFTER_TOO_MUCH = "after days without a session", "after a session that was too much"
WHY_MORE = "rule growth-three: sessions done without a warning"

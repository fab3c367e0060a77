"""What an answer to a list in words comes to: numbers, names, and the clauses of a sentence."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from backplan.cli.terminal import for_later, output
from backplan.cli.terminal.list_words import (
    ALL_WELL,
    SURELY,
    elsewhere,
    found_in,
    found_near,
    held_here,
    in_one_word,
    merely_shares,
    of_worse,
    surely_turned,
    turned,
)
from backplan.cli.terminal.listed import AnswerList
from backplan.cli.terminal.spoken import names_nothing, says_none, slip_of_none
from backplan.errors import UsageError
from backplan.model import thing_words
from backplan.model.condition_words import near
from backplan.model.name_words import folded
from backplan.model.said_numbers import number
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

_NO_LIST = AnswerList("", ())


IF_NONE = "If none of these is so, type none."
WHICH = "Type its number, or a word of it; none, if none of these is so."
IF_NONE_SO = "Enter once more, if none of these is so."
MEANT_NONE = "Did you mean none?"


def kept_for(listed: AnswerList) -> list[str]:
    """The words at other pages that this list asks about."""
    words = {key: f"{meaning} {listed.unseen(key)}" for key, meaning in listed.choices.items()}

    def is_here(part: str) -> bool:
        other = elsewhere(part, words, listed.later) or of_worse(part, words, listed)
        return held_here(part, words) and not other

    return for_later.taken(is_here)


class ClauseAnswers(NamedTuple):
    """The ids that the clauses of a sentence tell, and the clauses that tell none here: what a later page asks, what is
    said not to be so, and the rest.
    """

    found: Sequence[str]
    later: Sequence[str] = ()
    worse: Sequence[str] = ()  # which may be of what cannot wait, on an earlier page
    turned: Sequence[str] = ()
    rest: Sequence[str] = ()
    several: Sequence[str] = ()  # of which each may tell more than one, or shares a part of the body with one
    none: bool = False  # whether one says that there is none
    by_word: bool = False  # and by the word
    surely_turned: bool = True  # whether nothing that was turned may be so after all

    @property
    def named(self) -> Sequence[str]:
        """The ids that are told; none where the word none stands beside them."""
        return () if self.by_word else self.found

    @property
    def none_beside(self) -> bool:
        """Whether it is said that there is none, beside nothing but what a later page asks, or what is not so."""
        return self.none and self.surely_turned and not (self.found or self.worse or self.rest or self.several)

    def missing(self) -> str:
        """What is said of the clauses that tell none here; those of another page are kept for it."""
        reasons = {"left unticked": self.turned, "not on this list": self.rest, "say which it is, if any": self.several}
        wanting = [f"“{part}”: {why}." for why, parts in reasons.items() for part in parts]
        before = for_later.keep_worse(self.worse) if self.worse else ""
        return " ".join(filter(None, [before, for_later.keep(self.later), *wanting]))


_IT_IS = r"(?:that|it|this|they|those|which)(?:['’]?s|['’]?re| is| are| has been| have been)?"
_ALL_WELL_OF_IT = rf"^(?:{_IT_IS} )?(?:(?:all|now|under) )*(?!can\b){ALL_WELL}"
# The same in fewer words, and that it is treated, of what is on a list unless all is well with it.
_LONG_WELL = rf"^(?:{_IT_IS} )?(?:(?:been|always|well|quite|very) )+(?!can\b){ALL_WELL}"
_TREATED = (  # on tablets for it; and not: on tablets for my heart
    r"^(?:(?:i['’]?m|i am|i take|taking|take|i have|have|been|just|only) )*(?:on |with )?(?:(?:my|the|some|daily) )*"
    r"(?:tablets?|pills?|medication|medicines?|meds|treatment)(?: for (?:it|that|this|them))?"
    r"(?: now| daily| every day)?$"
)


def _clauses(text: str, words: Mapping[str, str]) -> list[str]:
    """The clauses of a sentence, what says of the one before that all is well together with it."""
    found = list[str]()
    parts = [part.strip() for part in re.split(r"[,;.]|\b(?:and|but|also|plus)\b", in_one_word(text))]
    clauses = [part for part in parts if re.search(r"[^\W_]", part)]
    for clause, following in zip(clauses, [*clauses[1:], ""], strict=True):
        treated = re.match(_TREATED, clause.lower()) is not None  # counts only where it is told to be well with it
        if found and _is_of(following if treated else clause, found[-1], words):
            found[-1] += f", {clause}"
        else:
            found.append(clause)
    return found


def _is_of(clause: str, before: str, words: Mapping[str, str]) -> bool:
    """Whether a clause says of the one before that all is well."""
    if re.match(_ALL_WELL_OF_IT, clause.lower()):
        return True
    first, _, _ = before.partition(",")
    unless = any("unless" in words[key].lower() for key in found_in(first, words) or found_near(first, words))
    return unless and re.match(_LONG_WELL, clause.lower()) is not None


def by_clause(text: str, words: Mapping[str, str], listed: AnswerList) -> ClauseAnswers:
    """What several clauses of a sentence tell, each one id: my knees are bad and getting down to the floor is hard.
    Nothing where figures stand in it.
    """
    clauses = _clauses(text, words)
    if len(clauses) < len(("one", "another")) or re.search(r"\d", text):
        return ClauseAnswers(())
    none = [part for part in clauses if says_none(part)]
    worse = [part for part in clauses if part not in none and of_worse(part, words, listed)]
    of_later = [part for part in clauses if part not in (*none, *worse) and elsewhere(part, words, listed.later)]
    rest = [part for part in clauses if part not in (*none, *worse, *of_later)]
    here = {part: found_in(part, words) or found_near(part, words) for part in rest}
    denied = [part for part, each in here.items() if any(turned(part, words[key]) for key in each)]
    shared = [part for part, each in here.items() if any(merely_shares(part, words[key]) for key in each)]
    sure = [part for part, each in here.items() if len(each) == 1 and part not in (*denied, *shared)]
    taken_back = {key for part in denied for key in here[part]}
    found = dict.fromkeys(key for part in sure for key in here[part] if key not in taken_back)
    return ClauseAnswers(
        [*found],
        of_later,
        worse,
        denied,
        [part for part, each in here.items() if not each],
        [part for part, each in here.items() if each and part not in (*denied, *sure)],
        bool(none),
        any(says_none(part, clearly=True) for part in none),
        all(surely_turned(part, words[key]) for part in denied for key in here[part]),
    )


def _named(part: str, ids: Collection[str]) -> str | None:
    """The id that some words are another way to write, or a name of."""
    written, thing = folded(part), thing_words.thing(part)
    return next((key for key in ids if key == thing or folded(key) == written), None)


def _told_by(part: str, words: Mapping[str, str]) -> str | None:
    """The one id that is told by some of its words."""
    found = found_in(part, words) if len(part.strip()) >= SURELY and not re.search(r"\d", part) else []
    if len(found) != 1 or turned(part, words[found[0]]) or merely_shares(part, words[found[0]]):
        return None
    return found[0]


def _none_of_them(text: str, *, typed: bool, by_word: bool) -> bool:
    """Whether it is said that none is so. Raises UsageError where nothing is said, or not as it has to be."""
    if names_nothing(text):
        raise UsageError(WHICH)
    if slip_of_none(text):
        raise UsageError(f"{MEANT_NONE} If so, type none.")
    if typed and not text:
        raise UsageError("Please type the numbers, or the word none if you have none of these.")
    none = text.lower() in ("", "n", "0") or says_none(text)
    if none and by_word and not says_none(text, clearly=True):
        raise UsageError("If none of these is so, please type the word none.")
    return none


def _refuse_turned(parts: Iterable[str], words: Mapping[str, str], number_of: Callable[[str], int]) -> None:
    """Say of what may be meant the other way round which number says that it is so. Raises UsageError."""
    for part in parts:
        found = found_in(part, words)
        if len(found) == 1 and turned(part, words[found[0]]) and number(part) is None:
            raise UsageError(
                f"“{part.strip()}” was not taken as number {number_of(found[0])}. Give {number_of(found[0])} if that "
                "is so, or none."
            )


def _refuse_of_other_page(text: str, of_clauses: ClauseAnswers, words: Mapping[str, str], listed: AnswerList) -> None:
    """Keep for another page what is of it, and say so. Raises UsageError."""
    if of_clauses.worse:
        raise UsageError(of_clauses.missing())
    if "," not in text and of_worse(text, words, listed):
        raise UsageError(for_later.keep_worse([text]))
    if "," not in text and elsewhere(text, words, listed.later):
        raise UsageError(f"{for_later.keep([text])} {IF_NONE}")


def _tell_missing(answered: ClauseAnswers, kept: Iterable[str]) -> None:
    """Say what of a sentence was not taken. Raises UsageError where some of it is to be said again."""
    if answered.rest or answered.several or answered.worse:
        raise UsageError(f"{answered.missing()} Kept: {', '.join(dict.fromkeys(kept))}. Say the rest, or none.")
    output.lines(filter(None, [answered.missing()]))


def _not_on_list(wrong: Iterable[str], ids: list[str], first: int, kept: list[str]) -> str:
    """That some words are not on the list, what can be given, and what stands."""
    wrong_words = "; ".join(f"{word} is not on the list{near(word, ids)}" for word in wrong)
    held = f" Kept: {', '.join(kept)}." if kept else ""
    return f"{wrong_words}; give numbers from {first} to {first + len(ids) - 1}, or none.{held}"


def _on_list(word: str, ids: list[str], others: Collection[str], first: int) -> str | None:
    """The id that a word is the number of, or is itself; None where it is on no list."""
    if (place := number(word)) is not None and 0 <= place - first < len(ids):
        return ids[place - first]
    return word if word in ids or word in others else None


def numbers(
    ids: list[str],
    *,
    typed: bool = False,
    by_word: bool = False,
    first: int = 1,
    others: Collection[str] = (),
    words: Mapping[str, str] = MappingProxyType({}),
    listed: AnswerList = _NO_LIST,
) -> Callable[[str], list[str]]:
    """Numbers of a list, or ids, with commas or spaces, or names between commas; Enter or `none` for none, but no Enter
    where that is ``typed``, and nothing but the word none ``by_word``. Where some are not on the list the others stand,
    and those alone are asked again. ``first`` is the number of the first; ``others`` are ids of other pages, which may
    be named, too. Where the ``words`` of ids are known, one alone may be told by them; and of the other pages that
    ``listed`` knows of.
    """
    kept: list[str] = []

    def read(text: str) -> list[str]:
        parts = [] if _none_of_them(text, typed=typed, by_word=by_word) else text.split(",")
        told_by = {part: None if of_worse(part, words, listed) else _told_by(part, words) for part in parts}
        named = {part: key for part in parts if (key := _named(part, [*ids, *others]) or told_by[part])}
        if len(named) < len(parts):
            of_clauses = by_clause(text, words, listed)
            if of_clauses.named or (of_clauses.none_beside and of_clauses.by_word and not of_clauses.turned):
                kept.extend(of_clauses.named)
                _tell_missing(of_clauses, kept)
                return list(dict.fromkeys(kept))
            _refuse_of_other_page(text, of_clauses, words, listed)
            _refuse_turned([text, *parts], words, lambda key: first + ids.index(key))
        rest = " ".join(part for part in parts if part not in named).split()
        on_list = [_on_list(word, ids, others, first) for word in rest]
        kept_and_found = dict.fromkeys([*kept, *named.values(), *filter(None, on_list)])
        if None in on_list:
            wrong = [word for word, key in zip(rest, on_list, strict=True) if key is None]
            kept[:] = kept_and_found
            raise UsageError(_not_on_list(wrong, ids, first, kept))
        return list(kept_and_found)

    return read

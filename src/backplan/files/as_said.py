"""Words that people write into a form, as the value that is meant; whatever is not known is handed on as it was, to be
told of by the form.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, cast, get_args

from pydantic import BeforeValidator

from backplan.files.dose import NUMBER, number_in
from backplan.model.said_numbers import minutes_said
from backplan.model.vocabulary import CLINICIANS, ClearedBy, Weekday
from backplan.model.wording import weekday_named

_BETWEEN_WORDS = re.compile(r"(?<=\w)-(?=\w)|\.(?!\d)")  # no sign of a number, and no point within one
_OUT_OF_TEN = re.compile(r" ?(?:/|out of|of) ?10$")


def _plain(value: Any) -> str:
    return " ".join(_BETWEEN_WORDS.sub(" ", value.lower()).split()) if isinstance(value, str) else ""


def clinician(value: Any) -> Any:
    """Who gave it: GP for a doctor, physical therapist for a physiotherapist."""
    return CLINICIANS.get(_plain(value), _plain(value) or value)


def clinician_named(text: str) -> tuple[ClearedBy | None, str]:
    """A clinician and their name, of a text that holds both: Ann Lee, physio; Sarah Jones MCSP; Dr Brown. None for one
    that does not say what they are.
    """
    words = [word for word in re.split(r"[\s,;()]+", text) if word.lower() not in ("my", "the", "by", "a", "")]
    letters = [_LETTERS.get(word.strip(".").lower()) for word in words]
    roles = [CLINICIANS.get(_plain(word)) or (word.lower() if word.lower() in _ROLES else None) for word in words]
    who = next((role for role in (*letters, *roles) if role), None)
    name = (word for word, letter, role in zip(words, letters, roles, strict=True) if letter or not role)
    return cast("ClearedBy | None", who), " ".join(name)


_ROLES = frozenset(get_args(ClearedBy))
_LETTERS: dict[str, ClearedBy] = {
    **dict.fromkeys(("mcsp", "hcpc", "pt", "dpt", "fcsp"), "physiotherapist"),
    **dict.fromkeys(("dr", "md", "mrcgp"), "doctor"),
    **dict.fromkeys(("frcs", "facs"), "surgeon"),
}


def yes_no(value: Any) -> Any:
    """True for yes, False for no."""
    return {"yes": True, "y": True, "no": False, "n": False}.get(_plain(value), value)


def weekday(value: Any) -> Any:
    """The weekday of Monday, Tues, weds or thurs."""
    word = _plain(value).removesuffix("s") if len(_plain(value)) > len("thurs") else _plain(value)
    return weekday_named("wed" if word == "weds" else word) or value


def whole(value: Any) -> Any:
    """A number of three, 3/10 or "3"."""
    plain = _OUT_OF_TEN.sub("", _plain(value))
    return number_in(plain) if re.fullmatch(NUMBER, plain) else value


def minutes(value: Any) -> Any:
    """The minutes of 30 min, an hour or half an hour."""
    found = minutes_said(_plain(value))
    return value if found is None else found


By = Annotated[ClearedBy, BeforeValidator(clinician)]
YesNo = Annotated[bool, BeforeValidator(yes_no)]
SpokenDay = Annotated[Weekday, BeforeValidator(weekday)]
AS_WHOLE, AS_MINUTES = BeforeValidator(whole), BeforeValidator(minutes)

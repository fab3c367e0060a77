"""The answers file and the interview's answers: checked by strict pydantic models, turned into a Person."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import MAXYEAR, date
from functools import partial
from types import MappingProxyType
from typing import Annotated, Any, Self, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationError, ValidationInfo, model_validator

from backplan.errors import nearest
from backplan.files.as_said import AS_MINUTES, AS_WHOLE, By, SpokenDay, YesNo, yes_no
from backplan.files.entry import JOINERS, Entry, in_figures, iso_day
from backplan.files.yaml import Fault, Places, explain, tuples, worded
from backplan.model import condition_words
from backplan.model.condition_words import near
from backplan.model.naming import Names, unknown_wish
from backplan.model.person import Birth, Clearance, Flag, HealthChange, Pain, Person, Pregnancy, Surgery
from backplan.model.thing_words import thing
from backplan.model.vocabulary import (
    BIRTH,
    MOST_BABIES,
    MOST_MINUTES,
    MULTIPLE,
    MUST_BE_KNOWN,
    OPERATION,
    UNREADABLE,
    WEEKDAYS,
    AerobicKind,
    BirthKind,
    Condition,
    Equipment,
    HealthChangeKind,
    Leg,
    Level,
    Place,
    Stroke,
    SurgeryKind,
    Weekday,
)
from backplan.rules.heart import HEART
from backplan.rules.red_flags import RED_FLAGS
from backplan.rules.screening import birth_cleared, clearance_ended, surgery_released
from backplan.rules.screening.adults import FOR_ADULTS, YOUNGEST
from backplan.rules.screening.clearance_ended import WHAT, agreed_since
from backplan.rules.screening.clearance_expired import anniversary
from backplan.rules.screening.flags import heart_is_open, is_open
from backplan.rules.screening.legs import FURTHER_DOWN

COMFORTABLE = 10  # aerobic minutes taken for a person who did not say; the cautious reading

MOST_FUNCTIONS = 3
LONGEST_FUNCTION = 60  # characters

FIELD_FOR = {
    "post-surgery": "surgery",
    "pregnancy-t2t3": "pregnancy",
    "birth-first-weeks": "birth",
    "birth-wound": "birth",
    "post-natal": "birth",
    "no-floor": "can: {floor: false}",
    "no-swim": "can: {swim: false}",
    "heart": "heart: [...]",
    "from-65": "born: 1958",
    "healing": "nothing: it holds for everybody",
}

# Work by shifts is no condition: no rule could guess the days, and every week may be given its own.
SHIFTS = ("shift-work", "shifts", "work-shifts", "night-shifts", "night-work")
DAYS_EACH_WEEK = "with shifts, say the days of each week as it comes: `backplan week --days mon,thu,sat`"


def _day(value: Any, info: ValidationInfo) -> date:
    day = iso_day(value)
    if day is None:
        raise ValueError(f"{info.field_name} must be a date like 2026-11-23{in_figures(value)}")
    if info.context and day > info.context["today"] and day.isoformat() not in _there(info, "days"):
        raise ValueError(f"{info.field_name} is in the future")
    return day


FLAG_IDS = tuple(rule.id for rule in RED_FLAGS)
HEART_IDS = tuple(rule.id for rule in HEART)


MOST_TOLD = 5  # words of one list that a complaint names
MOST_LISTED = 500  # words of a list of answers: more than there are of any
NOTHING_THERE: Mapping[str, Collection[Any]] = MappingProxyType({})
LONGEST_WORD = 60  # characters of a word for which near names are looked for


def _there(info: ValidationInfo, what: str) -> Collection[Any]:
    """What stands on record already, of one kind, and is not asked now: it keeps nobody from saying something else,
    even where it is no word of ours any more, or of a day that is still to come here.
    """
    return info.context.get("there", NOTHING_THERE).get(what, ()) if info.context else ()


def _known_word(value: Any, words: Collection[str], no: str, listed: str, on_record: Collection[Any] = ()) -> str:
    """A word that is known, or stands on record. Raises ValueError, with the nearest that is, and how to have all of
    them listed.
    """
    if not isinstance(value, str):
        raise ValueError(f"{_shape_of(value)} stands where a word belongs; {listed}")  # noqa: TRY004
    if value not in words and value not in on_record:
        hint = near(value, words) if len(value) <= LONGEST_WORD else ""
        raise ValueError(f"{worded(value)} is {no}{hint}; {listed}")
    return value


def _shape_of(value: Any) -> str:
    """What a value is that is no text, in a person's words."""
    if isinstance(value, dict):
        return f"a key with a value ({worded(next(iter(value), ''))}: ...)"
    return "a list" if isinstance(value, list | tuple) else worded(value)


def _known_flag(value: str) -> str:
    ids = (*FLAG_IDS, UNREADABLE)
    return _known_word(value, ids, "not a red flag", "`backplan init --list red-flags` lists them")


def _known_heart(value: str) -> str:
    ids, listed = (*HEART_IDS, UNREADABLE), "`backplan init --list heart` lists them"
    return _known_word(value, ids, "no sign or disease of heart or lungs", listed)


def _known_to_tell(value: str, info: ValidationInfo) -> str:
    ids = (*FLAG_IDS, FURTHER_DOWN, *HEART_IDS, *MUST_BE_KNOWN, MULTIPLE, UNREADABLE, *WHAT)
    if value == "leg":
        return FURTHER_DOWN
    listed = (
        "`backplan init --list red-flags`, `--list heart` and `--list conditions` list what it can; of the leg: leg"
    )
    return _known_word(value, ids, "nothing that a clearance can know of", listed, _there(info, "knows"))


EARLIEST_BIRTH = 1900
Told = TypeVar("Told", Surgery, Birth)


def _birth_year(value: Any, info: ValidationInfo) -> Any:
    this = info.context["today"].year if info.context else MAXYEAR
    if type(value) is not int or not EARLIEST_BIRTH <= value <= this:
        raise ValueError(f"born must be a year from {EARLIEST_BIRTH} to now, like 1958")
    if info.context and this - value < YOUNGEST and value not in _there(info, "born"):
        raise ValueError(f"born {value}: {FOR_ADULTS}")
    return value


CONDITIONS_LISTED = (
    "`backplan init --list conditions` says what each means. What is not among them: ask the clinician who cleared you "
    "what to leave out, and leave it out with `backplan prescribe avoid`"
)


def _known_condition(value: Any) -> Any:
    ids = get_args(Condition)
    if not isinstance(value, str) or len(value) > LONGEST_WORD:
        return _known_word(value, ids, "not a condition", CONDITIONS_LISTED)
    follows = [FIELD_FOR[tag] for tag in (value, *condition_words.meant(value)) if tag in FIELD_FOR]
    if follows and value not in ids:
        raise ValueError(f"{worded(value)} is not written as a condition; it follows from {follows[0]}")
    if value in SHIFTS:
        raise ValueError(f"{value} is not a condition; {DAYS_EACH_WEEK}")
    return _known_word(value, ids, "not a condition", CONDITIONS_LISTED)


def _known_equipment(value: Any) -> Any:
    listed = "`backplan init --list equipment` lists them"
    value = (thing(value) if isinstance(value, str) and len(value) <= LONGEST_WORD else None) or value
    return _known_word(value, get_args(Equipment), "not a piece of equipment", listed)


def _strokes(value: Any) -> Any:
    strokes, value = get_args(Stroke), yes_no(value)
    if not isinstance(value, bool | list | tuple):
        raise ValueError(f"swim must be true, false, or a list of strokes: {', '.join(strokes)}")  # noqa: TRY004
    unknown = [worded(each) for each in value if each not in strokes] if not isinstance(value, bool) else []
    if unknown:
        near = nearest(unknown[0], strokes)
        raise ValueError(f"{', '.join(unknown[:MOST_TOLD])}: not a stroke{near}; the strokes are {', '.join(strokes)}")
    return value


def a_function(text: str) -> str:
    """An activity as the person words it: one short line of things that show. Raises ValueError."""
    clean = " ".join("".join(c if c.isprintable() or c in JOINERS else " " for c in text).split())
    if not any(char.isalpha() for char in clean):
        raise ValueError("an activity needs a word or two, like put on my socks")
    if "," in clean:
        raise ValueError("an activity holds no comma, because commas part one from the next")
    if len(clean) > LONGEST_FUNCTION:
        raise ValueError(f"an activity of {len(clean)} characters; {LONGEST_FUNCTION} is the most")
    return clean


def _wishes(words: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    """The kinds of exercise and the exercises that wishes mean; as it is what means none, which is told elsewhere."""
    if not info.context:
        return words
    names: Names = info.context["names"]
    return tuple(dict.fromkeys(wish for word in words for wish in names.wishes(word) or (word,)))


PastDay = Annotated[date, BeforeValidator(_day)]
Score = Annotated[int, Field(ge=0, le=10), AS_WHOLE]
FlagId = Annotated[str, AfterValidator(_known_flag)]
HeartId = Annotated[str, AfterValidator(_known_heart)]
TellId = Annotated[str, AfterValidator(_known_to_tell)]
BirthYear = Annotated[int, BeforeValidator(_birth_year)]
ConditionId = Annotated[Condition, BeforeValidator(_known_condition)]
EquipmentId = Annotated[Equipment, BeforeValidator(_known_equipment)]
Minutes = Annotated[int, Field(ge=5, le=MOST_MINUTES), AS_MINUTES]
Comfortable = Annotated[int, Field(ge=1, le=MOST_MINUTES), AS_MINUTES]
Wishes = Annotated[tuple[str, ...], AfterValidator(_wishes)]
Function = Annotated[str, AfterValidator(a_function)]


class ClearanceAnswer(Entry):
    """Who agreed that the person may exercise, when, and what they know of: signs, heart and lungs, conditions."""

    by: By
    on: PastDay
    knows: tuple[TellId, ...] = ()


class PainAnswer(Entry):
    """Pain 0-10 now and usually, whether it is controlled, since when, and how far down the leg."""

    now: Score
    usual: Score
    controlled: YesNo
    since: PastDay
    leg: Leg = "none"


class SurgeryAnswer(Entry):
    """A spinal operation; an unknown kind is ``other``, which is treated most carefully."""

    kind: SurgeryKind = "other"
    on: PastDay
    released: PastDay | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.released and self.released < self.on:
            raise ValueError("released is before the operation")
        return self


class PregnancyAnswer(Entry):
    """Weeks of pregnancy on a day, and how many babies are on the way."""

    weeks: Annotated[int, Field(ge=1, le=45)]
    on: PastDay
    babies: Annotated[int, Field(ge=1, le=MOST_BABIES)] = 1


class BirthAnswer(Entry):
    """A birth: its day, and its kind."""

    on: PastDay
    kind: BirthKind


class ChangedAnswer(Entry):
    """A change of health, and its day."""

    on: PastDay
    what: HealthChangeKind


class CanAnswer(Entry):
    """What the person can do; not said is taken as no."""

    swim: Annotated[bool | tuple[Stroke, ...], BeforeValidator(_strokes)] = False
    floor: YesNo = False


class TimeAnswer(Entry):
    """Either days and minutes, or minutes by weekday; and the days on which a pool is open to the person."""

    days: tuple[SpokenDay, ...] | None = Field(default=None, min_length=1)
    minutes: Minutes | None = None
    pool_days: tuple[SpokenDay, ...] = ()
    mon: Minutes | None = None
    tue: Minutes | None = None
    wed: Minutes | None = None
    thu: Minutes | None = None
    fri: Minutes | None = None
    sat: Minutes | None = None
    sun: Minutes | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        by_day = [day for day in WEEKDAYS if getattr(self, day) is not None]
        if by_day and (self.days or self.minutes):
            raise ValueError("time is either days and minutes, or minutes by weekday, not both")
        if not by_day and not (self.days and self.minutes):
            raise ValueError("time needs days and minutes, like {days: [mon, thu], minutes: 30}")
        return self

    def by_weekday(self) -> dict[Weekday, int]:
        """Minutes of each offered day, in the order of the week."""
        if self.days and self.minutes:
            return {day: self.minutes for day in WEEKDAYS if day in self.days}
        return {day: minutes for day in WEEKDAYS if (minutes := getattr(self, day)) is not None}


class ToleranceAnswer(Entry):
    """What the person can do today in comfort: minutes of aerobic work, or of some kinds of it apart."""

    aerobic_minutes: Comfortable | None = None
    walk: Comfortable | None = None
    cycle: Comfortable | None = None
    swim: Comfortable | None = None

    @property
    def kinds(self) -> dict[AerobicKind, int]:
        """The minutes of each kind that was said apart."""
        minutes_of: dict[AerobicKind, int | None] = {"walk": self.walk, "cycle": self.cycle, "swim": self.swim}
        return {kind: minutes for kind, minutes in minutes_of.items() if minutes is not None}

    @property
    def in_general(self) -> int:
        """The minutes of what was not said apart: as said, else as few as of what was said of land."""
        least = min((minutes for kind, minutes in self.kinds.items() if kind != "swim"), default=COMFORTABLE)
        return least if self.aerobic_minutes is None else self.aerobic_minutes


class Answers(Entry):
    """The answers file as a whole."""

    red_flags: tuple[FlagId, ...] = Field(examples=[[], ["saddle-numbness"]])
    clearance: ClearanceAnswer | None = Field(
        default=None, examples=[{"by": "doctor", "on": "2026-11-02", "knows": []}]
    )
    pain: PainAnswer = Field(
        examples=[{"now": 3, "usual": 3, "controlled": True, "since": "2026-03-01", "leg": "none"}]
    )
    conditions: tuple[ConditionId, ...] = Field(default=(), examples=[["osteoporosis"]])
    surgery: SurgeryAnswer | None = Field(
        default=None, examples=[{"kind": "disc", "on": "2026-08-01", "released": "2026-09-15"}]
    )
    pregnancy: PregnancyAnswer | None = Field(default=None, examples=[{"weeks": 20, "on": "2026-11-20"}])
    changed: ChangedAnswer | None = Field(default=None, examples=[{"on": "2026-11-20", "what": "fall"}])
    heart: tuple[HeartId, ...] | None = Field(default=None, examples=[[], ["heart-disease"]])
    born: BirthYear | None = None
    equipment: tuple[EquipmentId, ...] = Field(default=(), examples=[["mat", "chair"]])
    places: dict[Place, tuple[EquipmentId, ...]] = Field(default_factory=dict, examples=[{"gym": ["treadmill"]}])
    can: CanAnswer = Field(default=CanAnswer(), examples=[{"swim": True, "floor": True}])
    time: TimeAnswer = Field(examples=[{"days": ["mon", "wed", "fri"], "minutes": 30}])
    tolerance: ToleranceAnswer = Field(default=ToleranceAnswer(), examples=[{"aerobic_minutes": 15}])
    level: Level = "basic"
    likes: Wishes = Field(default=(), examples=[["walking"]])
    dislikes: Wishes = Field(default=(), examples=[["sit-up"]])
    functions: tuple[Function, ...] = Field(default=(), examples=[["put on my socks"]])
    birth: BirthAnswer | None = Field(default=None, examples=[{"on": "2026-11-10", "kind": "vaginal"}])

    def _as_told(self, key: str, kind: type[Told], before: Person | None, today: date) -> Told | None:
        """A birth or an operation as it is said. The one on record stands where answers have no word on it, and where
        it stops the person: none, or an earlier day, takes neither back.
        """
        kept: Told | None = getattr(before, key) if before is not None else None
        if before is not None and key not in self.model_fields_set:
            return kept
        answer: BaseModel | None = getattr(self, key)
        answered = kind(**answer.model_dump()) if answer else None
        if kept is None or before is None or not holds(before._replace(clearance=self._clearance), key, today):
            return answered
        later = answered is not None and max(answered.on, getattr(answered, "released", None) or answered.on) >= kept.on
        return answered if later else kept

    @property
    def _clearance(self) -> Clearance | None:
        return Clearance(**self.clearance.model_dump()) if self.clearance else None

    def end_untold(self, before: Person) -> str:
        """What is missing where the pregnancy on record has ended without a word on a birth; "" where nothing is."""
        if before.pregnancy is None or self.pregnancy or "birth" in self.model_fields_set:
            return ""
        return f"{A_BIRTH_OR_NOT}: `birth: {{on: 2026-11-10, kind: vaginal}}` (or caesarean); if not, `birth: null`"

    def born_all_the_same(self, person: Person) -> str:
        """What is wrong with a pregnancy that a birth ended which stands all the same; "" where nothing is."""
        birth, pregnancy = person.birth, person.pregnancy
        if birth is None or pregnancy is None or pregnancy.began >= birth.on or BIRTH not in self.unsays(person):
            return ""
        return (
            f"the birth on {birth.on} is on record, and stands until a clinician has agreed since. If it was none, ask "
            "your midwife or doctor, and say with it who agreed, and when: the clearance"
        )

    def _changed(self, before: Person | None) -> HealthChange | None:
        """The change of health that is said. The one on record stands where answers have no word on it, and where no
        clinician has agreed since: none says that nothing has changed since then.
        """
        old = before.changed if before else None
        if old is not None and "changed" not in self.model_fields_set:
            return old
        change = HealthChange(**self.changed.model_dump()) if self.changed else None
        clearance = self._clearance
        agreed = old is not None and agreed_since(clearance, old)
        return change if old is None or agreed or (change and change.on >= old.on) else old

    def unsays(self, person: Person) -> tuple[str, ...]:
        """The change of health, the operation and the birth that these answers take back, or have otherwise, and that
        stand all the same in who they describe.
        """
        what = self.changed.what if self.changed else None
        changed = "changed" in self.model_fields_set and person.changed is not None and what != person.changed.what
        found: list[str] = [person.changed.what] if changed and person.changed else []
        for name, key, answer, kept in (
            (OPERATION, "surgery", self.surgery, person.surgery),
            (BIRTH, "birth", self.birth, person.birth),
        ):
            if key in self.model_fields_set and kept and (answer is None or answer.on != kept.on):
                found.append(name)
        return tuple(found)

    def person(self, today: date, before: Person | None, pain_on: date | None = None) -> Person:
        """The person these answers describe, with the red flags that are still open from before."""
        person = Person(
            pain=Pain(**self.pain.model_dump(), on=pain_on or today),
            minutes=self.time.by_weekday(),
            aerobic_minutes=self.tolerance.in_general,
            clearance=self._clearance,
            conditions=self.conditions,
            surgery=self._as_told("surgery", Surgery, before, today),
            pregnancy=Pregnancy(**self.pregnancy.model_dump()) if self.pregnancy else None,
            changed=self._changed(before),
            born=before.born if before and "born" not in self.model_fields_set else self.born,
            age_asked="born" in self.model_fields_set or before is None or before.age_asked,
            equipment=self.equipment,
            places=self.places,
            pool_days=self.time.pool_days,
            swim=bool(self.can.swim),
            strokes=self.can.swim if isinstance(self.can.swim, tuple) else (),
            tolerance=self.tolerance.kinds or None,
            floor=self.can.floor,
            level=self.level,
            likes=self.likes,
            dislikes=self.dislikes,
            functions=self.functions,
            birth=self._as_told("birth", Birth, before, today),
        )
        return person._replace(
            flags=_with_flags(person, self.red_flags, before, today),
            heart=_with_heart(person, self.heart, before, today),
        )


def holds(person: Person, key: str, today: date) -> bool:
    """Whether the operation, or the birth, that a person told of stops them until a clinician has agreed since."""
    had = getattr(person, key)
    if person.clearance is None:  # which stops by itself, so that nobody can tell
        return bool(had) and today < anniversary(had.on)
    if key == "birth":
        return birth_cleared.check(person, today) is not None
    alone = person._replace(changed=None)
    return surgery_released.check(alone, today) is not None or clearance_ended.check(alone, today) is not None


def _with_flags(person: Person, reported: Sequence[str], before: Person | None, today: date) -> tuple[Flag, ...]:
    """The red flags there are; one answered no stays until the clearance closes it."""
    levels = {rule.id: rule.level for rule in RED_FLAGS}

    def stays(gone: Flag) -> bool:
        level = levels.get(gone.id, "emergency")
        return level != "clinician-first" and is_open(gone, person, level)

    return _carried(reported, before.flags if before else (), today, stays)


def _with_heart(
    person: Person, reported: Sequence[str] | None, before: Person | None, today: date
) -> tuple[Flag, ...] | None:
    """What there is of heart and lungs; a sign answered no stays until a clearance closes it. Who is not asked, or
    leaves it out of a file, has what is on record.
    """
    flags = before.heart if before else None
    if reported is None:
        return flags
    kinds = {rule.id: rule.kind for rule in HEART}
    return _carried(reported, flags or (), today, lambda gone: heart_is_open(gone, person, kinds.get(gone.id, "sign")))


def _carried(
    reported: Sequence[str], flags: Sequence[Flag], today: date, stays: Callable[[Flag], bool]
) -> tuple[Flag, ...]:
    """What is reported, each with the day it was first reported; and what is not any more, and stays all the same."""
    by_id = {flag.id: flag for flag in flags}
    there = [old if (old := by_id.get(key)) and old.present else Flag(key, today) for key in reported]
    gone = [flag._replace(present=False) for flag in flags if flag.id not in reported]
    return (*there, *(flag for flag in gone if stays(flag)))


def check(
    document: Any, places: Places, today: date, names: Names, there: Mapping[str, Collection[Any]] = NOTHING_THERE
) -> Answers:
    """Answers from a document; raises FileError with every fault. ``names`` are what a person may like; what is
    ``there`` already (`there_in`) is taken as it is.
    """
    if faults := _too_long(document):
        raise places.error(faults)
    answers: Answers | None = None
    try:
        context = {"today": today, "names": names, "there": there}
        answers = Answers.model_validate(tuples(document), context=context)
    except ValidationError as error:
        faults += explain(error.errors(include_url=False, include_input=False), "the answers file", Answers)
    faults += _unknown_wishes(document, names, there.get("wishes", ()))
    faults += _too_many_functions(document)
    faults += _pregnant_when_born(document)
    if faults or answers is None:
        raise places.error(faults)
    return answers


def _too_long(document: Any) -> list[Fault]:
    """Lists with more words than there are, which nobody need look at word by word."""
    fields = document if isinstance(document, Mapping) else {}
    parts = [
        *((key,) for key in fields),
        *((key, each) for key in fields if isinstance(fields[key], dict) for each in fields[key]),
    ]
    found: list[Fault] = []
    for path in parts:
        value = fields[path[0]] if len(path) == 1 else fields[path[0]][path[1]]
        if isinstance(value, list | tuple) and len(value) > MOST_LISTED:
            found.append((path, f"{worded(path[-1])} has {len(value)} items; {MOST_LISTED} are the most"))
    return found


def _unknown_wishes(document: Any, names: Names, there: Collection[Any]) -> list[Fault]:
    found: list[Fault] = []
    for key in ("likes", "dislikes"):
        listed = document.get(key) if isinstance(document, Mapping) else None
        for index, word in enumerate(listed if isinstance(listed, list | tuple) else ()):
            if isinstance(word, str) and not names.wishes(word) and word not in there:
                found.append(((key, index), partial(_unknown_wish, word, names)))
    return found


def _unknown_wish(word: str, names: Names, _line: str) -> str:
    """That a word is nothing one can like, and what may have been meant; nothing of that for one longer than any."""
    if len(word) <= LONGEST_WORD:
        return unknown_wish(word, names)
    return f"{worded(word)} is no exercise and no kind of exercise"


# A birth ends the clearance before it, so whoever ends a pregnancy says whether there was one.
A_BIRTH_OR_NOT = "a pregnancy is on record. If you gave birth, say so"


def _pregnancy_document(pregnancy: Pregnancy) -> dict[str, Any]:
    """A pregnancy as it is answered; one baby goes without saying."""
    more = {"babies": pregnancy.babies} if pregnancy.babies > 1 else {}
    return {"weeks": pregnancy.weeks, "on": pregnancy.on.isoformat(), **more}


def end_pregnancy(document: dict[str, Any]) -> None:
    """Take away a pregnancy that the birth in a document ended."""
    if _pregnant_when_born(document):
        document["pregnancy"] = None


def _pregnant_when_born(document: Any) -> list[Fault]:
    """A birth ends the pregnancy before it: only one that began since may stand beside it."""
    fields = document if isinstance(document, Mapping) else {}
    try:
        pregnancy = PregnancyAnswer.model_validate(tuples(fields.get("pregnancy")))
        birth = BirthAnswer.model_validate(tuples(fields.get("birth")))
    except ValidationError:
        return []
    if Pregnancy(**pregnancy.model_dump()).began >= birth.on:
        return []
    why = f"the birth on {birth.on} ended this pregnancy; only one that began since may stand beside it"
    return [(("pregnancy",), why)]


def _too_many_functions(document: Any) -> list[Fault]:
    listed = document.get("functions") if isinstance(document, Mapping) else None
    named = listed if isinstance(listed, list | tuple) else ()
    return [(("functions", *where), sentence) for where, sentence in against_list(named)]


def against_list(named: Sequence[Any]) -> list[tuple[tuple[int, ...], str]]:
    """What is wrong with a list of activities as a whole, with the index of the one at fault: at most three, and each
    named once.
    """
    found: list[tuple[tuple[int, ...], str]] = []
    if len(named) > MOST_FUNCTIONS:
        found.append(((), f"{len(named)} activities; {MOST_FUNCTIONS} are the most, so choose those that matter most"))
    keys = [" ".join(str(name).split()).casefold() for name in named]
    first = {key: index for index, key in reversed(list(enumerate(keys)))}
    twice = [index for index, key in enumerate(keys) if first[key] < index]
    return [*found, *(((index,), f"{worded(named[index])} is named twice") for index in twice)]


def there_in(*documents: Mapping[str, Any]) -> Mapping[str, Collection[Any]]:
    """What stands in answers that are on record, by its kind: what a clearance knows of, wishes, days, birth years."""
    return {
        "knows": {key for each in documents for key in (each.get("clearance") or {}).get("knows", ())},
        "wishes": {word for each in documents for key in ("likes", "dislikes") for word in each.get(key) or ()},
        "days": {word for each in documents for word in _values(each) if isinstance(word, str) and iso_day(word)},
        "born": {each.get("born") for each in documents},
    }


def _values(document: Any) -> Iterator[Any]:
    """Every word, number and day of answers."""
    if isinstance(document, Mapping):
        document = [*document.values()]
    if isinstance(document, list | tuple):
        for each in document:
            yield from _values(each)
    else:
        yield document


def document_of(person: Person) -> dict[str, Any]:
    """The answers file that would describe a person again."""
    clearance, surgery, pregnancy, changed = person.clearance, person.surgery, person.pregnancy, person.changed
    birth = person.birth
    return {
        "red_flags": [flag.id for flag in person.flags if flag.present],
        "clearance": clearance and {"by": clearance.by, "on": clearance.on.isoformat(), "knows": list(clearance.knows)},
        "pain": {
            "now": person.pain.now,
            "usual": person.pain.usual,
            "controlled": person.pain.controlled,
            "since": person.pain.since.isoformat(),
            "leg": person.pain.leg,
        },
        "conditions": list(person.conditions),
        "surgery": surgery
        and {
            "kind": surgery.kind,
            "on": surgery.on.isoformat(),
            "released": surgery.released.isoformat() if surgery.released else None,
        },
        "pregnancy": pregnancy and _pregnancy_document(pregnancy),
        "changed": changed and {"on": changed.on.isoformat(), "what": changed.what},
        **({} if person.heart is None else {"heart": [flag.id for flag in person.heart if flag.present]}),
        **({} if person.born is None else {"born": person.born}),
        "equipment": list(person.equipment),
        "places": {place: list(items) for place, items in (person.places or {}).items()},
        "can": {"swim": list(person.strokes) or person.swim, "floor": person.floor},
        "time": {**person.minutes, "pool_days": list(person.pool_days)},
        "tolerance": {"aerobic_minutes": person.aerobic_minutes, **(person.tolerance or {})},
        "level": person.level,
        "likes": list(person.likes),
        "dislikes": list(person.dislikes),
        "functions": list(person.functions),
        "birth": birth and {"on": birth.on.isoformat(), "kind": birth.kind},
    }

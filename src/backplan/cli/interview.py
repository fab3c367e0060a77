"""The interview: one screen at a time; each question says its range, its default and why it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import typer

from backplan.cli.terminal import asking, environment, output
from backplan.errors import UsageError, nearest
from backplan.files.answers import a_function, against_list, document_of
from backplan.model import vocabulary
from backplan.model.person import Person
from backplan.rules.red_flags import RED_FLAGS

Document = dict[str, Any]


class Section(NamedTuple):
    """One screen of the interview: its name for --only, what it is about, and how it is asked."""

    name: str
    about: str
    keys: tuple[str, ...]
    ask: Callable[[Document, date], None]
    needs: str = ""  # the flags to name when it is missing and nobody can be asked
    flags: str = ""  # the flags that answer it, where it may be missing


def sections_named(only: str) -> tuple[Section, ...]:
    """The sections of --only, in the interview's order; all of them for an empty text. Raises UsageError."""
    names = [part.strip() for part in only.split(",") if part.strip() and part.strip() != "all"]
    known = [section.name for section in SECTIONS]
    for name in names:
        if name not in known:
            raise UsageError(f"--only {name}: no such section{nearest(name, known)}; choose from {', '.join(known)}")
    return tuple(section for section in SECTIONS if not names or section.name in names)


def choose_sections(before: Person) -> tuple[Section, ...]:
    """Show what is on record and let the person say what to change."""
    import yaml

    output.say("On record:\n")
    output.say(yaml.safe_dump(document_of(before), sort_keys=False, default_flow_style=None))
    names = ", ".join(section.name for section in SECTIONS)
    while True:
        text = asking.prompt(f"What would you like to change? ({names}; all; Enter for nothing)", "")
        if not text:
            raise typer.Exit(0)
        try:
            return sections_named(text)
        except UsageError as error:
            output.say(str(error))


def ask(document: Document, sections: Iterable[Section], today: date, before: Person | None) -> None:
    """Ask section after section; an emergency sign ends the interview there, recorded."""
    chosen = list(sections)
    open_before = [flag.id for flag in before.flags] if before else []
    for number, section in enumerate(chosen, 1):
        output.say(f"\n── {section.about} ({number} of {len(chosen)}) ──")
        if section.name == "clearance":
            _ask_clearance(document, open_before)
        elif section.name == "red-flags" and before and _nothing_new(before, today):
            continue
        else:
            section.ask(document, today)
        if section.name == "red-flags" and has_emergency(document):
            end_here(document, today)


def has_emergency(document: Document) -> bool:
    """Whether an emergency sign is among the answers."""
    emergencies = {rule.id for rule in RED_FLAGS if rule.level == "emergency"}
    return bool(emergencies & set(document.get("red_flags", ())))


def end_here(document: Document, today: date) -> None:
    """Record the emergency and stop; a person who had not answered the rest is asked for it another time."""
    from backplan.cli.init_command import record

    rest = {
        "pain": {"now": 10, "usual": 10, "controlled": False, "since": today.isoformat(), "leg": "none"},
        "time": {"days": ["mon"], "minutes": 5},
    }
    unfinished = not rest.keys() <= document.keys()
    record({**rest, **document}, None, pain_told=False, unfinished=unfinished)


# What an answer needs, and the flag that gives it.
_NEEDED: Mapping[str, Mapping[str, str]] = {
    "clearance": {"by": "--clearance-by", "on": "--clearance-on"},
    "pain": {
        "now": "--pain",
        "usual": "--usual",
        "controlled": "--controlled or --not-controlled",
        "since": "--since",
    },
    "surgery": {"on": "--surgery-on"},
    "changed": {"what": "--changed"},
}


def complain_of_missing(document: Document, sections: Iterable[Section], given: Mapping[str, Any]) -> None:
    """Nobody can be asked: name the flags of what is missing. Raises UsageError unless nothing is."""
    missing = [section.needs for section in sections if section.needs and not all(k in document for k in section.keys)]
    for key, needed in _NEEDED.items():
        if document.get(key) is not None:
            missing += [flag for part, flag in needed.items() if part not in document[key]]
    time = document.get("time")
    if time is not None and not any(day in time for day in vocabulary.WEEKDAYS):
        missing.append("--days and --minutes")
    if not missing and not given:
        missing = [flags for section in sections for flags in (section.flags or section.needs,) if flags]
    if missing:
        raise UsageError(
            "Nobody is at the terminal to ask, so answers must come as flags or with --answers FILE. "
            f"Missing: {'; '.join(dict.fromkeys(missing))}"
        )


# -- the questions ------------------------------------------------------------------------------------------------


def _ask_clearance_now(document: Document, today: date) -> None:
    _ask_clearance(document, ())


def _nothing_new(before: Person, today: date) -> bool:
    """Somebody who reported none is asked once whether any sign is new, with all of them in sight; on a yes, or with a
    sign on record, or on the day of the last answers, each is asked.
    """
    if before.unfinished or before.flags or before.screened in (None, today):
        return False
    output.say(f"These signs should be looked at before any exercise. Since {before.screened}, is any of them new?")
    for level in ("emergency", "urgent", "clinician-first"):
        output.say("")
        output.lines(f"  • {rule.asks}" for rule in RED_FLAGS if rule.level == level)
    new: bool = asking.until_right("Any of these new? (y/n)", None, asking.yes)
    return not new


def _ask_red_flags(document: Document, today: date) -> None:
    output.say("A few signs should be looked at before any exercise. Most people have none of them.")
    found: list[str] = []
    before = document.get("red_flags", [])
    for level, head in (
        ("emergency", "Signs that cannot wait. Do you have any of these?"),
        ("urgent", "Signs to have looked at soon. Any of these?"),
        ("clinician-first", "Signs your clinician should know of. Any of these?"),
    ):
        rules = [rule for rule in RED_FLAGS if rule.level == level]
        ids = [rule.id for rule in rules]
        output.say(f"\n{head}")
        kept = [key for key in before if key in ids]
        found += asking.pick(ids, [rule.asks for rule in rules], "Numbers, or none", kept)
        if level == "emergency" and found:
            break
    document["red_flags"] = found


def _ask_clearance(document: Document, open_before: Sequence[str]) -> None:
    output.say("Exercise is safest once a clinician has agreed to it; a clearance lasts 12 months.")
    old = document.get("clearance") or {}
    by = asking.until_right(
        "Who agreed that you may exercise? (doctor, physiotherapist, surgeon, midwife; none)",
        old.get("by", "none"),
        asking.one_of("doctor", "physiotherapist", "surgeon", "midwife", "none"),
    )
    if by == "none":
        document["clearance"] = None
        return
    on = asking.until_right("On which day? (2026-11-02, yesterday, mon ...)", old.get("on"), asking.past)
    flags = list(dict.fromkeys([*document.get("red_flags", []), *open_before]))
    knows = [key for key in old.get("knows", []) if key not in flags]
    if flags:
        output.say("You reported, now or before: " + ", ".join(flags))
        known = asking.until_right("Does the clinician know of all of these? (y/n)", "n", asking.yes)
        knows += flags if known else []
    document["clearance"] = {"by": by, "on": on, "knows": knows}


def _ask_pain(document: Document, today: date) -> None:
    old = document.get("pain") or {}
    output.say("0 is no pain, 10 the worst you can imagine. This decides how hard the week may be.")
    score = asking.whole(0, 10)
    now = asking.until_right("Pain now (0-10)", _text(old.get("now")), score)
    usual = asking.until_right("Your usual pain (0-10)", _text(old.get("usual")), score)
    default = "y" if old.get("controlled", True) else "n"
    controlled = asking.until_right("Is it controlled well enough to move and exercise? (y/n)", default, asking.yes)
    since = asking.until_right(
        f"Since when? (a date like {today.isoformat()}; a rough one will do)", old.get("since"), asking.past
    )
    legs = vocabulary.LEGS
    leg = asking.until_right(
        f"How far down the leg does it go? ({', '.join(legs)})", old.get("leg", "none"), asking.one_of(*legs)
    )
    document["pain"] = {"now": now, "usual": usual, "controlled": controlled, "since": since, "leg": leg}


def _ask_conditions(document: Document, today: date) -> None:
    output.say("What has a clinician told you? It decides which exercises are left out.")
    means = vocabulary.CONDITION_MEANS
    ids: list[str] = list(means)
    old = document.get("conditions", [])
    document["conditions"] = asking.pick(ids, [f"{key}: {means[key]}" for key in means], "Numbers, or none", old)


def _ask_surgery(document: Document, today: date) -> None:
    old = document.get("surgery") or {}
    kinds = ("disc", "decompression", "fusion", "other", "none")
    kind = asking.until_right(
        "An operation on your spine in the last 12 months? (disc, decompression, fusion, other; none)",
        old.get("kind", "none"),
        asking.one_of(*kinds),
    )
    if kind == "none":
        document["surgery"] = None
        return
    on = asking.until_right("On which day?", old.get("on"), asking.past)
    free = asking.until_right(
        "When did the surgeon or physiotherapist release you to exercise? (a date; none)",
        old.get("released") or "none",
        lambda text: None if text.lower() == "none" else asking.past(text),
    )
    document["surgery"] = {"kind": kind, "on": on, "released": free}


def _ask_pregnancy(document: Document, today: date) -> None:
    old = document.get("pregnancy") or {}
    reached = old["weeks"] + (today - date.fromisoformat(old["on"])).days // 7 if old else 0
    weeks = asking.until_right("Weeks of pregnancy? (0 for not pregnant)", _text(min(45, reached)), asking.whole(0, 45))
    document["pregnancy"] = {"weeks": weeks, "on": today.isoformat()} if weeks else None


def _ask_changed(document: Document, today: date) -> None:
    old = document.get("changed") or {}
    output.say("A change of health means asking again whether you may exercise.")
    kinds = ("fall", "hospital", "diagnosis", "heart", "numbness", "none")
    what = asking.until_right(
        "Since your clearance: a fall with injury, a hospital stay or new diagnosis of the heart, lungs, bones or "
        "nerves, new heart or breathing signs, new numbness? (fall, hospital, diagnosis, heart, numbness; none)",
        old.get("what", "none"),
        asking.one_of(*kinds),
    )
    on = None if what == "none" else asking.until_right("On which day?", old.get("on"), asking.past)
    document["changed"] = {"on": on, "what": what} if on else None


def _ask_can(document: Document, today: date) -> None:
    old = document.get("can") or {}
    floor = asking.until_right(
        "Can you get down to the floor and up again? (y/n)", _letter(old.get("floor", True)), asking.yes
    )
    swim = asking.until_right("Can you swim? (y/n)", _letter(old.get("swim", False)), asking.yes)
    document["can"] = {"floor": floor, "swim": swim}


def _ask_time(document: Document, today: date) -> None:
    from backplan.cli.week_command import weekdays

    old = document.get("time") or {}
    now = old.get("days") or [day for day in vocabulary.WEEKDAYS if day in old]
    output.say("Three to five days do most good; ten minutes count, too.")

    def days_of(text: str) -> list[str]:
        found = weekdays(text)
        if not found:
            raise UsageError("Please name at least one day, like mon,wed,fri.")
        return list(found)

    def minutes_of(text: str) -> list[int]:
        parts = [asking.whole(5, 240)(part.strip()) for part in text.split(",")]
        if len(parts) not in (1, len(days)):
            raise UsageError(f"Please give one number, or {len(days)} numbers with commas, one for each day.")
        return parts * len(days) if len(parts) == 1 else parts

    days = asking.until_right(
        "On which days? (mon,tue,wed,thu,fri,sat,sun)", ",".join(now or ("mon", "wed", "fri")), days_of
    )
    kept = [str(old[day]) for day in now if day in old]
    many = str(old.get("minutes") or (kept[0] if len(set(kept)) == 1 else ",".join(kept)) or 30)
    minutes = asking.until_right("Minutes on each day (5-240; one number, or one for each day)", many, minutes_of)
    document["time"] = {**dict(zip(days, minutes, strict=True)), "pool_days": old.get("pool_days", [])}


def _ask_equipment(document: Document, today: date) -> None:
    means = vocabulary.EQUIPMENT_MEANS
    output.say(
        "A chair, a wall, a worktop, a towel, a pillow, shoes and a mat or folded blanket are taken for granted."
    )
    old = document.get("equipment", [])
    found = asking.pick(
        list(means), [f"{key}: {means[key]}" for key in means], "What else do you have? Numbers, or none", old
    )
    document["equipment"] = found
    gym = asking.until_right(
        "Which of these stand in a gym and not at home? Numbers, or none",
        ", ".join((document.get("places") or {}).get("gym", [])) or "none",
        asking.numbers(list(means)),
    )
    document["places"] = {**(document.get("places") or {}), "gym": gym} if gym else {}
    document["equipment"] = list(dict.fromkeys([*found, *gym]))
    if "pool" in found:
        _ask_pool_days(document)


def _ask_pool_days(document: Document) -> None:
    from backplan.cli.week_command import weekdays

    old = document["time"].get("pool_days") or []

    def read(text: str) -> list[str]:
        return [] if text.lower() in ("", "any", "none") else list(weekdays(text) or ())

    found = asking.until_right(
        "On which days can you go to the pool? (like tue,fri; any)", ",".join(old) or "any", read
    )
    document["time"]["pool_days"] = found


def _ask_tolerance(document: Document, today: date) -> None:
    old = (document.get("tolerance") or {}).get("aerobic_minutes", 10)
    minutes = asking.until_right(
        "How many minutes can you walk or cycle today in comfort? (1-240)", _text(old), asking.whole(1, 240)
    )
    document["tolerance"] = {"aerobic_minutes": minutes}


def _ask_level(document: Document, today: date) -> None:
    output.say("basic: new to this or just getting going; intermediate: regular for months; advanced: trained.")
    document["level"] = asking.until_right("Level", document.get("level", "basic"), asking.one_of(*vocabulary.LEVELS))


def _ask_likes(document: Document, today: date) -> None:
    from backplan.cli.init_command import wishes

    known = wishes()
    output.say("Kinds like walking, cycling, swimming, yoga, pilates, or any exercise id (`backplan library`).")
    for key, question in (
        ("likes", "What do you like? (with commas; none)"),
        ("dislikes", "What would you rather not do?"),
    ):

        def read(text: str) -> list[str]:
            words = [] if text.lower() in ("", "none") else [part.strip() for part in text.split(",") if part.strip()]
            for word in words:
                if word not in known:
                    raise UsageError(f"{word} is no exercise and no kind of exercise{nearest(word, known)}.")
            return words

        document[key] = asking.until_right(question, ", ".join(document.get(key, [])) or "none", read)


def _ask_functions(document: Document, today: date) -> None:
    output.say(
        "Up to three things that your back makes hard and that you want back, in your own words. What you can do often "
        "changes before pain does; `backplan progress` shows it."
    )
    old = document.get("functions", [])
    document["functions"] = asking.until_right(
        "Which ones? (with commas, like put on my socks, drive for an hour; none)", ", ".join(old) or "none", _functions
    )


def _functions(text: str) -> list[str]:
    """Activities in the person's own words, parted by commas; none for none. Raises UsageError."""
    try:
        named = [a_function(part) for part in _words(text)]
    except ValueError as error:
        raise UsageError(f"{error}.") from None
    for _, sentence in against_list(named):
        raise UsageError(f"{sentence}.")
    return named


def ask_first_scores(document: Document, before: Person | None) -> dict[str, int]:
    """How well the person can do what they have just named; what is skipped is asked again after a session."""
    old = before.functions if before else ()
    asked = {name: asking.ability(name) for name in document.get("functions", ()) if name not in old}
    return {name: score for name, score in asked.items() if score is not None}


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _letter(value: bool) -> str:
    return "y" if value else "n"


SECTIONS: tuple[Section, ...] = (
    Section("red-flags", "Signs to look at first", ("red_flags",), _ask_red_flags, "--red-flags none (or ids)"),
    Section(
        "clearance", "A clinician's agreement", ("clearance",), _ask_clearance_now, "--clearance-by, --clearance-on"
    ),
    Section("pain", "Your pain", ("pain",), _ask_pain, "--pain, --usual, --controlled, --since, --leg"),
    Section("conditions", "What you were told", ("conditions",), _ask_conditions, flags="--conditions"),
    Section(
        "surgery", "Operations on the spine", ("surgery",), _ask_surgery, flags="--surgery, --surgery-on, --released"
    ),
    Section("pregnancy", "Pregnancy", ("pregnancy",), _ask_pregnancy, flags="--pregnant-weeks"),
    Section("changed", "Changes of health", ("changed",), _ask_changed, flags="--changed, --changed-on"),
    Section("can", "What you can do", ("can",), _ask_can, flags="--swim, --floor"),
    Section("time", "Your time", ("time",), _ask_time, "--days, --minutes"),
    Section("equipment", "What you have", ("equipment", "places"), _ask_equipment, flags="--equipment, --gym"),
    Section("tolerance", "Where you start", ("tolerance",), _ask_tolerance, flags="--aerobic-minutes"),
    Section("level", "Your level", ("level",), _ask_level, flags="--level"),
    Section("likes", "What you like", ("likes", "dislikes"), _ask_likes, flags="--likes, --dislikes"),
    Section("functions", "What you want back", ("functions",), _ask_functions, flags="--functions"),
)


# -- the flags ----------------------------------------------------------------------------------------------------


def take_flags(document: Document, given: Mapping[str, Any], today: date) -> None:
    """Put the answers given as flags into the document. Raises UsageError for words that cannot be read."""
    for flag, key in (
        ("red_flags", "red_flags"),
        ("conditions", "conditions"),
        ("likes", "likes"),
        ("dislikes", "dislikes"),
        ("functions", "functions"),
    ):
        if flag in given:
            document[key] = _words(given[flag])
    _take_clearance(document, given)
    _take_pain(document, given)
    _take_health(document, given, today)
    _take_place_and_time(document, given)


def _words(text: str) -> list[str]:
    return [] if text.strip().lower() in ("", "none") else [part.strip() for part in text.split(",") if part.strip()]


def _date_flag(given: Mapping[str, Any], key: str) -> str:
    return environment.past_day(given[key], f"--{key.replace('_', '-')}").isoformat()


def _take_clearance(document: Document, given: Mapping[str, Any]) -> None:
    if given.get("clearance_by") == "none":
        document["clearance"] = None
    elif {"clearance_by", "clearance_on", "knows"} & given.keys():
        # Another clinician, or another day, is another clearance: what the last one knew of says nothing about it.
        old = dict(document.get("clearance") or {})
        if "clearance_by" in given:
            old = {"by": given["clearance_by"]}
        if "clearance_on" in given:
            old.pop("knows", None)
        old |= {"on": _date_flag(given, "clearance_on")} if "clearance_on" in given else {}
        old |= {"knows": _words(given["knows"])} if "knows" in given else {}
        document["clearance"] = old


def _take_pain(document: Document, given: Mapping[str, Any]) -> None:
    found = {new: given[flag] for flag, new in (("pain", "now"), ("usual", "usual"), ("leg", "leg")) if flag in given}
    if "controlled" in given:
        found["controlled"] = given["controlled"]
    if "since" in given:
        found["since"] = _date_flag(given, "since")
    if found:
        document["pain"] = {**(document.get("pain") or {}), **found}


def _take_health(document: Document, given: Mapping[str, Any], today: date) -> None:
    if given.get("surgery") == "none":
        document["surgery"] = None
    elif {"surgery", "surgery_on", "released"} & given.keys():
        old = dict(document.get("surgery") or {})
        old |= {"kind": given["surgery"]} if "surgery" in given else {}
        old |= {"on": _date_flag(given, "surgery_on")} if "surgery_on" in given else {}
        old |= {"released": _date_flag(given, "released")} if "released" in given else {}
        document["surgery"] = old
    if "pregnant_weeks" in given:
        weeks = given["pregnant_weeks"]
        document["pregnancy"] = {"weeks": weeks, "on": today.isoformat()} if weeks else None
    if given.get("changed") == "none":
        document["changed"] = None
    elif "changed" in given or "changed_on" in given:
        old = dict(document.get("changed") or {})
        old |= {"what": given["changed"], "on": today.isoformat()} if "changed" in given else {}
        old |= {"on": _date_flag(given, "changed_on")} if "changed_on" in given else {}
        document["changed"] = old


def _take_place_and_time(document: Document, given: Mapping[str, Any]) -> None:
    from backplan.cli.week_command import weekdays

    can = {key: given[key] for key in ("swim", "floor") if key in given}
    if can:
        document["can"] = {**(document.get("can") or {}), **can}
    if "equipment" in given:
        document["equipment"] = _words(given["equipment"])
    if "gym" in given:
        document["places"] = {**(document.get("places") or {}), "gym": _words(given["gym"])}
    if {"days", "minutes", "pool_days"} & given.keys():
        old = document.get("time") or {}
        kept = {day: old[day] for day in vocabulary.WEEKDAYS if old.get(day)}
        days = list(weekdays(given["days"]) or ()) if "days" in given else list(kept)
        usual = max(kept.values(), default=0)
        minutes = {day: given.get("minutes") or kept.get(day, usual) for day in days}
        pool = weekdays(given["pool_days"]) if "pool_days" in given else old.get("pool_days", [])
        document["time"] = {**{day: many for day, many in minutes.items() if many}, "pool_days": list(pool or ())}
    if "aerobic_minutes" in given:
        document["tolerance"] = {"aerobic_minutes": given["aerobic_minutes"]}
    if "level" in given:
        document["level"] = given["level"]

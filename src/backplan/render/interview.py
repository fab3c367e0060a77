"""The answers of the interview in plain sentences, one of each section."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from backplan.model.vocabulary import CONDITION_BRIEFLY, WEEKDAYS
from backplan.model.wording import full_day, roughly, spaced
from backplan.rules.screening.flags import name_of


def summary(document: Mapping[str, Any]) -> dict[str, str]:
    """What was answered, by the name of the section that asks it. Takes a document of answers."""
    can, health = document.get("can") or {}, _health(document)
    found = {
        "born": str(document.get("born") or "left out"),
        "signs": _listed(map(name_of, _reported(document))),
        "red-flags": _listed(map(name_of, document.get("red_flags", ()))),
        "heart": _listed(map(name_of, document["heart"] or ())) if "heart" in document else "",
        "clearance": _clearance(document.get("clearance")),
        "pain": _pain(document.get("pain") or {}),
        "conditions": health["conditions"],
        "surgery": health["surgery"],
        "pregnancy": health["pregnancy"],
        "birth": health["birth"],
        "changed": health["changed"],
        "body": _listed(
            answer for answer in (*_unheld(document), *health.values(), *_off_the_floor(can)) if answer != "none"
        ),
        "can": f"floor: {_yes(can.get('floor'))}; swim: {_swim(can.get('swim'))}",
        "time": _time(document.get("time") or {}),
        "equipment": _listed(map(spaced, document.get("equipment", ()))),
        "tolerance": _tolerance(document.get("tolerance") or {}),
        "level": document.get("level", "basic"),
        "likes": "; rather not: ".join(_listed(map(spaced, document.get(key, ()))) for key in ("likes", "dislikes")),
        "functions": _listed(document.get("functions", ())),
    }
    return found | ({} if found["heart"] else {"heart": "not asked yet"})


def conditions(document: Mapping[str, Any], among: Collection[str]) -> str:
    """Those of some conditions that are so."""
    return _health({"conditions": [key for key in document.get("conditions", ()) if key in among]})["conditions"]


def _health(document: Mapping[str, Any]) -> dict[str, str]:
    means: Mapping[str, str] = {str(key): words for key, words in CONDITION_BRIEFLY.items()}
    surgery, pregnancy = document.get("surgery"), document.get("pregnancy")
    birth, changed = document.get("birth"), document.get("changed")
    return {
        "conditions": _listed([means.get(key, key) for key in document.get("conditions", ())]),
        "surgery": _surgery(surgery) if surgery else "none",
        "pregnancy": _pregnancy(pregnancy) if pregnancy else "none",
        "birth": f"a birth ({birth['kind']}) on {_day(birth['on'])}" if birth else "none",
        "changed": f"a change of health ({changed['what']}) on {_day(changed['on'])}" if changed else "none",
    }


def _pregnancy(pregnancy: Mapping[str, Any]) -> str:
    babies = pregnancy.get("babies", 1)
    more = ", twins" if babies == 2 else f", {babies} babies" if babies > 2 else ""
    return f"{pregnancy['weeks']} weeks pregnant on {_day(pregnancy['on'])}{more}"


def _reported(document: Mapping[str, Any]) -> list[str]:
    return [*document.get("red_flags", ()), *(document.get("heart") or ())]


def _unheld(document: Mapping[str, Any]) -> list[str]:
    return [] if (document.get("pain") or {}).get("controlled", True) else ["your pain is not controlled"]


def _off_the_floor(can: Mapping[str, Any]) -> list[str]:
    return [] if can.get("floor") else ["the plan stays off the floor"]


def _surgery(surgery: Mapping[str, Any]) -> str:
    released = f"released on {_day(surgery['released'])}" if surgery.get("released") else "not released yet"
    return f"an operation on the spine ({surgery.get('kind', 'other')}) on {_day(surgery['on'])}, {released}"


def _clearance(clearance: Mapping[str, Any] | None) -> str:
    return f"{clearance['by']}, {_day(clearance['on'])}" if clearance else "none yet, so the week waits"


def _pain(pain: Mapping[str, Any]) -> str:
    if not pain:
        return "none"
    leg = "not in the leg" if pain.get("leg", "none") == "none" else f"down to the {pain['leg']}"
    held = "" if pain["controlled"] else " not controlled;"
    since = roughly(date.fromisoformat(str(pain["since"])))
    return f"{pain['now']} now, usually {pain['usual']};{held} since {since}; {leg}"


def _time(time: Mapping[str, Any]) -> str:
    by_day = {day: time[day] for day in WEEKDAYS if time.get(day)} or dict.fromkeys(
        time.get("days") or (), time.get("minutes")
    )
    return f"{days_said(by_day)} minutes"


def days_said(by_day: Mapping[Any, Any]) -> str:
    """Days with their minutes, as they may be typed, too: Mon, Wed, Fri 30; Mon 20, Sat 60."""
    alike = len(set(by_day.values())) == 1
    last = next(reversed(by_day), None)
    return ", ".join(day.capitalize() + ("" if alike and day != last else f" {many}") for day, many in by_day.items())


def _tolerance(tolerance: Mapping[str, int]) -> str:
    kinds = [f"{'walking or cycling' if kind == 'aerobic_minutes' else kind} {n}" for kind, n in tolerance.items()]
    last = [0, *tolerance.values()][-1]
    return f"{', '.join(kinds)} minute{'' if last == 1 else 's'}" if kinds else "not said"


def _swim(swim: bool | list[str] | None) -> str:
    return ", ".join(map(spaced, swim)) if isinstance(swim, list | tuple) else _yes(swim)


def _yes(value: bool | None) -> str:
    return "yes" if value else "no"


def _listed(words: Any) -> str:
    return "; ".join(words) or "none"


def _day(text: str | date) -> str:
    return full_day(date.fromisoformat(str(text)))

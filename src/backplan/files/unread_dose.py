"""What is said of a part of a dose that cannot be planned as it is written: how it may be written instead."""

from __future__ import annotations

import re

WHY = "what your patient should read besides goes into why"

# The first that is found in what could not be read; compiled when first asked for.
_INSTEAD: tuple[tuple[str, str], ...] = (
    (
        r"\bhold ?:? ?\d+ ?[x×*] ?\d+",
        "say which of the two is the time: hold 30 s, 3 times",
    ),
    (
        r"\b(?:fatigued?|failure|amrap|exhaust\w+|(?:un)?till? .*\b(?:tired?|tires|burns?)\b|max(?:imum)?\b|as many)",
        "the plan needs a number of repetitions: write a range, like 8-12, and effort 8 for nearly all you can",
    ),
    (
        r"\d ?[x×*] ?\d+ (?:(?:an?|per) day|daily)\b",
        "say what each number is: 10 reps, 2 times a day, or 2 sets of 10, once a day",
    ),
    (
        r"^(?:on|off)\b|\d ?(?:s|secs?|seconds?|m|mins?|minutes?) (?:on|off|hard|easy)\b",
        f"the plan parts no minutes: write them all together, like 15 minutes; {WHY}",
    ),
    (r"\bminutes? (?:an?|per) week\b|^an? week\b", "the minutes are those of a day: 30 minutes, 5 days a week"),
    (
        r"\d ?(?:°|degrees?\b|deg\b)",
        "leave that out here: how far it goes can stand under why",
    ),
    (
        r"\b(?:little (?:and|but) often|often|regularly|throughout the day|through the day|frequently)\b",
        "write how many, and how often: 5 reps, 6 times a day; or every two hours",
    ),
    (
        r"^(?:up ?to|aim(?:ing)? (?:for|at)) \d+(?: ?(?:minutes?|mins?|reps?|repetitions?|seconds?|secs?|s)\b|$)",
        "write what it begins with, too, like 10 minutes up to 20, or 8 reps up to 12",
    ),
    (
        r"\b(?:least|more than|minimum|maximum) |^up to ",
        "write one number, or a range, like 8-12, or 2-3 days a week",
    ),
    (
        r"\d ?(?:cm|inch(?:es)?)\b",
        "leave that out here: how high a step or a seat is can stand under why",
    ),
    (
        r"\b(?:up|add|increas|progress|grow|build)\w* .*\b(?:an?|every|each|per) (?:session|time|visit|workout)\b",
        "a step comes in days: add 5 seconds every 3 days, up to 60 seconds",
    ),
    (
        r"\bfirst (?:\w+ )?(?:days?|weeks?|months?|fortnight)\b|\bthen \d",
        "write what it begins with, and how it grows: 1 x 10, add 1 set every week, up to 2 sets",
    ),
    (
        r"\bweek \d|\bfrom (?:next|the|mon|tue|wed|thu|fri|sat|sun|\d)|\bstart",
        "it holds from today on, and one dose at a time: write it anew when it is to change",
    ),
    (
        r"^times (?:an?|per) day"
        r"|\d ?(?:-|–|to) ?\d+ ?(?:times|x) ?(?:an?|per|each|every|daily)\b.*|every \d+ ?(?:-|–|to) ?\d+ hours",
        "write one number of times a day, like 3 times a day",
    ),
    (
        r"\b(?:one|affected|sore|painful|bad|weak|worse|good|other|same|op(?:erated)?) (?:side|leg|arm|hip)\b",
        "say which: left side only, or right side only",
    ),
    (r"\balternat(?:e|ing) (?:sides|legs|arms)\b", "write how many of each side: 8 each side"),
    (
        r"\b(?:nocte|mane|morning|mornings|night|evenings?|bed(?:time)?|meals?|breakfast|lunch|dinner|on the hour)\b",
        f"the plan keeps no hour of the day: write once a day, or 3 times a day; {WHY}",
    ),
    (
        r"\b(?:prn|when needed|as needed|if needed|as required|when required)\b",
        f"the plan lays it out on days: write on how many days a week, like 2-3 days a week; {WHY}",
    ),
    (
        r"(?<![\d/])\d{1,2}/(?:7|12)\b(?!/)",
        "write it in words: 2 sets of 12, 3 days a week, or for 3 days; 2 months, or a date",
    ),
    (r"\bfor \d+ ?(?:-|–|to) ?\d+ (?:days|weeks|months)\b", "write one end, like for 6 weeks, or until 2027-01-15"),
    (r"\bmost days\b", "write a number, like 5-6 days a week"),
    (
        r"\b(?:fortnight(?:ly)?|every (?:third|3rd|fourth|4th|\d+|three|four|five) days?|monthly)\b",
        "the days of a week are what can be said: 2 days a week, or mon and thu",
    ),
    (r"\b(?:rir|1 ?rm)\b|\d ?%", "write the effort from 0 to 10, like effort 7, or the weight, like 5 kg"),
    (r"\b(?:effort|rpe)\b", "write one number of effort from 0 to 10, like effort 5"),
    (
        r"\b(?:body ?weight|bw|no weights?|unweighted|without weights?)\b",
        "where no load is written none is given: leave it out",
    ),
    (r"\bbands?\b|\btubing\b", "write one band, like red band"),
    (r"\d ?[x×] ?\d+(?:[.,]\d+)? ?(?:kg|lb)", "write the weight once, like 5 kg each hand"),
    (r"\brest\b", "write one time of rest, like rest 60 s"),
    (r"\btempo\b", "write the seconds of each part, like tempo 3-1-3"),
    (
        r"\b(?:increas|build|progress|grow|add)\w*\b",
        "write a step and how often, like add 2 reps every week, up to 12",
    ),
    (
        r"\d ?(?:m|metres?|meters?|km|kilomet\w+|miles?|yards?|steps|laps|lengths|floors|flights)\b",
        "the plan counts minutes, no distance: write how long it takes, like 15 minutes",
    ),
    (r"\bbreaths?\b", "write the seconds: a breath takes about 4 or 5, so 3 breaths are hold 15 s"),
    (r"\b(?:superset|giant set)\b", "give both exercises one circuit, like circuit A"),
    (r"\b(?:a few|few|several|some|a couple|couple)\b", "write a number"),
    (r"\d ?[x×] ?\d+ ?[x×] ?\d+$", "say what each number is: 3 sets of 8, hold 5 s"),
    (r"\bbrisk(?:ly)?\b", "a brisk walk is an exercise of its own: moderate-walk"),
    (
        r"\b(?:as|if|when) (?:\w+ )?(?:toler|able\b|pain|comfort|possible|you like|allow)"
        r"|\bpain\b|\bslowly\b",
        WHY,
    ),
)  # fmt: skip


def instead(rest: str) -> str:
    """How what could not be read may be written; nothing where that is not known."""
    plain = rest.lower()
    if re.fullmatch(r"\d{1,3}", plain):
        return f"say what {plain} is: {plain} reps, or {plain} minutes"
    return next((how for written, how in _INSTEAD if re.search(written, plain)), "")

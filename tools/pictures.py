"""Draw the pictures of the README and the pages as the program shows things: `python tools/pictures.py [docs]`.

The hand-out, the report and the calendar are of twelve made-up weeks, as Chromium and khal show them; without these,
theirs stay as they are.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console, RenderableType
from rich.text import Text

from backplan.actions import sample
from backplan.actions.guided import guide
from backplan.actions.guided.turns import Turn, turns
from backplan.figures.svg import svg
from backplan.library import figures, load
from backplan.model.week import Week
from backplan.planner.week import make_week
from backplan.render import figure, start, table
from backplan.render.page import Page

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

# The tests stand beside this folder, not inside a package.
from tests.support import browser, cli

MONDAY = date(2026, 11, 23)
WIDE, ROWS = 80, 24
WEEKS, FLARE = 12, 5  # of the person whose report is shown, and the week of a flare
KHAL = shutil.which("khal", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
WISHES = ["put on my socks", "carry the shopping"]
PAGE, HIGH = 794, {"handout": 1420, "report": 940}  # pixels that are shown of a page
FIGURE, HELD = "bird-dog", 3.0  # whose figure is shown; seconds of its hold that are gone on the picture of a session


def main() -> None:
    """Write the pictures into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("docs"))
    folder = parser.parse_args().folder
    exercises = load.load().exercises
    week = make_week(sample.request(exercises, MONDAY))
    _write(folder / "week.svg", "backplan week --sample", table.week(week, Page(100), MONDAY), 100)
    _write(folder / "start.svg", "backplan start", _session(week), WIDE)
    drawn = figures.load()[FIGURE]
    exercise = next(each for each in exercises if each.id == FIGURE)
    (folder / "figure.svg").write_text(svg(drawn, figure.alt(exercise.name, exercise.steps)), encoding="utf-8")
    with TemporaryDirectory() as apart:
        _handed_out(folder, Path(apart))


def _handed_out(folder: Path, apart: Path) -> None:
    """What somebody who has used the program for twelve weeks hands out."""
    home = apart / "home"
    _lived(home)
    if browser.CHROMIUM:
        _pages(folder, apart, home)
    if KHAL:
        _write(folder / "calendar.svg", f"khal list {MONDAY} 7d", [Text(_in_khal(apart, home))], WIDE)


def _in_khal(apart: Path, home: Path) -> str:
    """The week as a calendar of the terminal shows it, the first line of each session."""
    events, config = apart / "events", apart / "khal.conf"
    cli.run("export", "ics", "--vdir", str(events), "--at", "18:30", home=home, today=str(MONDAY))
    days = "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
    times = "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
    config.write_text(f"[calendars]\n[[backplan]]\npath = {events}\n[locale]\n{days}{times}", encoding="utf-8")
    around = {**os.environ, "XDG_CACHE_HOME": str(apart), "XDG_DATA_HOME": str(apart), "HOME": str(apart)}
    how = ["list", "--day-format", "{date}", "--format", "  {start-time} to {end-time}  {title}, {location}"]
    khal = [str(KHAL), "-c", str(config), *how, str(MONDAY), "7d"]
    done = subprocess.run(khal, env=around, check=True, capture_output=True)
    return done.stdout.decode()


def _pages(folder: Path, apart: Path, home: Path) -> None:
    """The hand-out and the report, as they are printed."""
    today = str(MONDAY)
    for form, high in HIGH.items():
        file = apart / f"{form}.html"
        cli.run("export", form, "--out", str(file), home=home, today=today)
        picture = browser.pictured(apart, _printed(file.read_text(encoding="utf-8")), PAGE, high)
        (folder / f"{form}.png").write_bytes(picture)


def _printed(text: str) -> str:
    """A page that looks on a screen as it does on paper."""
    on_paper = text.replace("@media print", "@media all").replace("@media screen", "@media tty")
    return on_paper.replace("</head>", "<style>body { padding: 12mm !important; }</style></head>")


def _lived(home: Path) -> None:
    """Twelve weeks: all sessions, pain that comes down, a flare in the middle, two things possible again."""
    first = MONDAY - timedelta(weeks=WEEKS)
    cleared = {"by": "doctor", "on": str(first - timedelta(days=5)), "knows": []}
    usual = {"now": 5, "usual": 4, "controlled": True, "since": str(first - timedelta(days=180)), "leg": "none"}
    cli.started(home, today=str(first), clearance=cleared, pain=usual, functions=WISHES)
    for week in range(WEEKS):
        for day in (0, 1, 2, 3, 5):
            on, pain = str(first + timedelta(weeks=week, days=day)), 6 if week == FLARE else 5 - week // 4
            how = ["--flare"] if (week, day) == (FLARE, 0) else ["--effort", "4"]
            cli.run("week", home=home, today=on)
            cli.run("log", "--pain", str(pain), "--peak", str(pain + 1), *how, home=home, today=on)
        scores = [f"--function=1={4 + week // 3}", f"--function=2={3 + week // 2}"]
        for score in scores:
            cli.run("log", score, home=home, today=on)


def _session(week: Week) -> Iterable[RenderableType]:
    """A moment of the first session that has a hold: in the middle of it."""
    day = next(day for day in week.days if any(map(_moves_and_holds, turns(day))))
    now = guide.begun(turns(day))
    while not _moves_and_holds(now.turn):
        now = guide.with_outcome(now, "done")
    while now.now.kind != "hold":
        now = guide.passed(now, now.left)
    shown = start.GuidedPage(Page(WIDE, ROWS), week.cards, _drawn)
    return start.screen(guide.passed(now, HELD), shown)


def _moves_and_holds(turn: Turn) -> bool:
    """Whether a turn has a hold, and its figure a movement that leads there."""
    drawn = figures.load().get(turn.item.exercise)
    return drawn is not None and not drawn.still and any(phase.kind == "hold" for phase in turn.phases)


def _drawn(turn: Turn, extent: float, width: int, height: int) -> Sequence[Text]:
    found = figures.load().get(turn.item.exercise)
    return figure.picture(found, extent, min(width, figure.WIDE), height) if found else ()


def _write(path: Path, title: str, parts: Iterable[RenderableType], columns: int) -> None:
    console = Console(record=True, width=columns, force_terminal=True, file=StringIO(), highlight=False)
    for part in parts:
        console.print(part, end="\n" if isinstance(part, Text) else "")
    drawn = re.sub(r" *@font-face \{[^}]*\}\n", "", console.export_svg(title=title))  # no font from elsewhere
    path.write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()

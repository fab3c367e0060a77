"""What every command says at 80 columns, told as stories: each run, its answer, its complaint and its exit code.

`pytest tests/laws/test_transcripts.py --update-golden` writes them anew; read the diff before keeping it.
"""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.cli import answered, run

TRANSCRIPTS = Path(__file__).parent / "transcripts"
EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"

OWN = """\
- id: towel-pull-apart
  name: Towel pull-apart
  block: strength
  modality: upper
  slot: pull
  level: basic
  rank: 5
  place: [home]
  position: standing
  equipment: [towel]
  movements: [neutral]
  areas: [upper-back]
  use: [main]
  dose: {sets: 2, reps: 8, hold: 3}
  steps: [Stand tall and hold a towel in front of you., Pull it apart., Let go slowly.]
  cues: [Keep your shoulders low.]
  stop: Stop if your shoulder hurts.
- {id: dead-bug, hide: true}
"""
BROKEN = """\
- id: Towel Pull
  name: 7
  block: strenght
- {name: Box jump, block: strength, steps: [Jump onto the box.]}
"""
JUMPS = "- {id: box-jump, name: Box jump, block: strength, steps: [Jump onto the box., Land., Step down.]}\n"

FIRST_DAYS = """
23 week
23 week --plain
23 today
23 today --plain
23 today --pain 3
23
23 --json
23 log --pain 3 --peak 4 --effort 4
24 log --morning 2
24 week
24
24 today
24 log swimming --minutes 30
24 log --done no --why "too tired"
25 today --plain
25 week --plain
25 log --pain 3 --peak 7 --effort 4 --leg buttock --json
26 week
26 diary
26 diary --plain
26 diary --json
26 diary edit 2 --pain 1
26 diary undo
26 diary undo 4
26 diary
27 log --flare
27 week
27 today
28 today --json
28 week --week next --plain
28 week --week last
28 init --show
28 week --days mon,sat
28 week --replan --plain
"""
NOTING = """
23 log
23 log --pain 3
24 log --peak 4 --json
25 log --done part
25 log --on mon --effort 5 --note sunny
25 log --load "sit-to-stand=8kg" --load "seated band row=red band" --on mon
25 diary
25 diary undo
25 diary --plain
25 progress --plain
"""
LATER = """
23 init --functions "put on my socks, walk to the shop"
23 log --function 1=4
23 log --function "walk to the shop=3"
23 log --pain 3 --peak 3 --effort 4
24 log --morning 2
24 log --pain 2 --peak 3 --effort 4
25 log --morning 2
25 log --pain 2 --peak 3 --effort 4
26 log --morning 2
26 log --pain 2 --peak 3 --effort 4
27 log --morning 2
28 log --pain 2 --peak 3 --effort 4
29 log --morning 2
30 week --plain
30 log --morning 2
30 log --pain 2 --peak 2 --effort 4
31 log --morning 1
31 log --pain 2 --peak 2 --effort 4
32 log --morning 2
32 log --pain 2 --peak 2 --effort 4
33 log --pain 2 --peak 2 --effort 4
35 log --pain 2 --peak 2 --effort 4
36 log --morning 1
37 week --plain
37 swap side-bridge-wall --why "my wrist"
37 week --plain
37 swap 'wall side bridge'
37 swap side-bridge-wall --back
37 swap wall-plank
37 progress
37 progress --plain
37 progress --json
37 why bird-dog
37 why easy-walk
37 pause --from 2026-12-10 --to 2026-12-14 --why holiday
37 week --plain
37 pause --json
42 pause --end
42 week --plain
52 week --plain
52 today --plain
"""
THERAPIST = """
23 week --plain
23 prescribe
23 prescribe add bird-dog --sets 3 --reps 6 --hold 10 --per-week 5 --why "it helps"
23 prescribe add easy-walk --minutes 12 --per-week 7
23 prescribe add belly-breathing --per-week 7
23 prescribe avoid dead-bug
23 prescribe avoid yoga
23 prescribe limit --minutes 35
23 prescribe accept-usual-pain 4
23 prescribe show
23 prescribe show --plain
23 prescribe show --json
23 week
23 week --plain
23 why bird-dog
23 why dead-bug --json
24 today --plain
24 log --pain 3 --peak 8 --effort 4
24 week --plain
25 prescribe end 1
25 prescribe end --all
25 prescribe show --all
25 prescribe import EXAMPLES/stenosis.yaml
25 prescribe import EXAMPLES/disc.yaml
25 prescribe export
25 week --plain
25 prescribe add road-running
25 prescribe add bird-dog --minutes 5
25 prescribe add nothing-like-it
25 prescribe limit 2
"""
OWN_LIBRARY = """
23 library check own.yaml
23 library check jumps.yaml
23 library check broken.yaml
23 library check jumps.yaml --json
23 library add own.yaml
23 library add jumps.yaml
23 library add broken.yaml
23 library own
23 library own --json
23 library own --plain
23 library show towel-pull-apart
23 why towel-pull-apart
23 library hide wall-plank
23 library hide wall-plank
23 why wall-plank
23 library show wall-plank
23 week --plain
23 library show-again wall-plank
23 library remove own
23 library remove own
"""
ASKING = """
23 week --sample
23 week --sample --plain
23 library --block core --level basic
23 library --block core --level basic --plain
23 library --modality breathing --json
23 library --condition sciatica --area low-back --plain
23 library search bridge
23 library search 'brid dog' --plain
23 library search wall --json
23 library show bird-dog
23 library show bird-dog --json
23 why 'bird dog'
23 why road-running
23 why road-running --json
23 why squat
23 rules
23 rules screening
23 rules high-impact --json
23 rules level
23 cope
23 cope pacing
23 cope breathing --plain
23 cope flare --json
23 init --list red-flags
23 init --list conditions
23 init --list equipment
23 init --list sections
"""
STOPS = """
23 week
23 init --red-flags saddle-numbness
23 week
23 week --json
23 today
23
23 log --pain 3 --peak 4 --effort 4
23 why bird-dog
23 diary
23 progress
23 library show bird-dog
24 init --red-flags none --clearance-by doctor --clearance-on 2026-11-24 --knows saddle-numbness
24 week --plain
24 log --morning 9
24 week
24 today
24 cope
25 log --morning 3
25 week --plain
25 init --changed fall --changed-on 2026-11-25
25 week
"""
MISTAKES = """
23 wek
23 week --week 2026-W99
23 week --week soon
23 week --days monn
23 today --pain 11
23 log --why tired
23 log --pain x
23 log --on tomorrow --pain 3 --peak 3
23 log --on nonsense --done no
23 log swiming --minutes 5
23 log swimming
23 swap
23 swap running
23 swap nothing
23 why
23 why xyzzy
23 rules xyzzy
23 cope xyzzy
23 diary edit 99 --pain 1
23 diary undo 99
23 pause --from 2026-12-10 --to 2026-12-01
23 pause
23 init --list xyzzy
23 init --only xyzzy
23 init --conditions xyzzy
23 init --answers missing.yaml
23 init --answers broken.yaml
23 library show xyzzy
23 library check missing.yaml
23 library --block xyzzy
23 prescribe import broken.yaml
23 --json week
"""
STORIES: Mapping[str, str] = {
    "first-days": FIRST_DAYS,
    "noting": NOTING,
    "later": LATER,
    "therapist": THERAPIST,
    "own-library": OWN_LIBRARY,
    "asking": ASKING,
    "stops": STOPS,
    "mistakes": MISTAKES,
}
SCREENED = {"first-days", "noting", "later", "therapist", "own-library", "stops", "mistakes"}


def day(number: int) -> str:
    """A day counted from the first of November 2026: 23 is Monday the 23rd, 31 the first of December."""
    return f"2026-11-{number}" if number <= 30 else f"2026-12-{number - 30:02d}"


def told(story: str, home: Path, folder: Path) -> str:
    """Every run of a story as a person would see it."""
    parts = []
    for line in story.strip().splitlines():
        number, _, command = line.partition(" ")
        here = command.replace("EXAMPLES", str(EXAMPLES))
        args = [str(folder / arg) if arg.endswith(".yaml") else arg for arg in shlex.split(here)]
        done = run(*args, home=home, today=day(int(number)), env={"COLUMNS": "80"})
        complaint = f"[complaint]\n{done.err}" if done.err else ""
        parts.append(f"$ backplan {command}   # {day(int(number))}, exit {done.code}\n{done.out}{complaint}")
    plain = "\n".join(parts).replace(str(EXAMPLES), "EXAMPLES").replace(str(folder), "FOLDER")
    return re.sub(r'"recorded_at": "[^"]*"', '"recorded_at": "then"', plain)


@pytest.mark.parametrize("name", STORIES)
def test_every_command_says_what_it_said(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    home = tmp_path / "data"
    for written, content in (("own.yaml", OWN), ("broken.yaml", BROKEN), ("jumps.yaml", JUMPS)):
        (tmp_path / written).write_text(content, encoding="utf-8")
    if name in SCREENED:
        answered(home, "2026-11-23", equipment=["band", "pool"])
    text = told(STORIES[name], home, tmp_path)
    file = TRANSCRIPTS / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        TRANSCRIPTS.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text.splitlines() == file.read_text(encoding="utf-8").splitlines()

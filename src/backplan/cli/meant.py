"""What people type in place of a command, and the commands that they may mean."""

from collections.abc import Iterator, Sequence
from importlib import import_module

import typer

GROUPS = ("diary", "library", "prescribe", "export", "import")  # commands with commands of their own
# A command, by the words in which people ask for it.
ASKED: dict[str, tuple[str, ...]] = {
    "week": ("plan", "schedule", "program", "programme", "workout", "routine"),
    "start": ("exercise", "exercises", "session", "begin", "go", "train"),
    "log": ("done", "did", "finished"),
    "log --done no": ("skip", "skipped", "missed"),
    "log --flare": ("flare",),
    "pause": ("stop", "holiday", "vacation", "ill", "sick", "rest", "break"),
    "week --move fri=sat": ("move", "reschedule", "postpone", "shift"),
    "progress": ("stats", "status", "report", "results", "chart"),
    "diary": ("history", "entries", "journal"),
    "init": ("setup", "set-up", "configure", "config", "profile", "answers", "settings", "doctor", "clearance"),
    "why": ("explain", "reason"),
    "library": ("list", "catalogue", "catalog"),
    "export handout": ("print", "paper", "pdf", "printout", "handout"),
    "help": ("usage", "commands", "man"),
}
PAUSED = ("resume", "unpause", "resumed", "continue", "restart", "return")
TOLD = (  # of a day
    "pain", "morning", "walk", "walked", "bike", "cycled", "swim", "swam", "gardening", "i", "im", "i'm", "ive", "i've",
    "my", "felt", "feel", "feeling", "woke", "slept", "sore", "stiff", "better", "worse", "hurts", "back", "couldnt",
    "didnt", "had", "too",
)  # fmt: skip
OF_A_DAY = {"tomorrow": "week tomorrow", "today": "today", "todays": "today", "tonight": "today", "week": "week"}
QUESTIONS = ("what", "whats", "what's", "which", "show", "when", "how", "tomorrow", "tonight", "todays")


def instead(words: Sequence[str]) -> str:
    """What may be meant by words of which the first is no command, in a sentence; nothing where nobody can tell."""
    word, *rest = " ".join(words).lower().replace("’", "'").rstrip(" ?!.").split()
    if word in QUESTIONS:
        day = next((OF_A_DAY[each] for each in (word, *rest) if each in OF_A_DAY), "today")
        return f" Perhaps `backplan {day}`."
    if word in TOLD:
        return " Perhaps `backplan log`, and then the same words."
    if word in PAUSED:
        return " A pause ends by itself after its last day, and before it by `backplan pause --end`."
    found = [*_asked(word), *_within(word)]
    return f" Perhaps {' or '.join(f'`backplan {each}`' for each in found)}." if found else ""


def _asked(word: str) -> Iterator[str]:
    yield from (command for command, words in ASKED.items() if word in words)


def _within(word: str) -> Iterator[str]:
    """The commands of this name that stand within another."""
    for name in GROUPS:
        group = typer.main.get_command(import_module(f"backplan.cli.{name}_command").app)
        if word in getattr(group, "commands", {}):
            yield f"{name} {word}"

"""Show how the golden weeks have changed since the last commit, and approve them with --renew.

    python tools/golden_weeks.py [--renew] [--most 5]

The weeks are made by the code as it stands; where a line differs from the approved one, the same week is made by the
code of the last commit as well (in a worktree of its own), and the two documents are shown as a diff.
"""

import argparse
import difflib
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# The tests stand beside this folder, not inside a package.
from tests.laws.golden_weeks import KEPT, Golden, kept, lives, people  # noqa: E402
from tests.support.shared import in_memory  # noqa: E402


def written(folder: Path, names: set[str]) -> None:
    """Write the documents of some weeks into a folder, one file each."""
    for each in made(names):
        (folder / each.name).write_text(each.text, encoding="utf-8")


def made(names: set[str] | None = None) -> list[Golden]:
    """All golden weeks, or those of some names."""
    if names is None:
        return [*people(), *lives()]
    numbers = {kind: sorted({int(name.split()[1]) for name in names if name.startswith(kind)}) for kind in KINDS}
    found = [each for kind, make in KINDS.items() for number in numbers[kind] for each in make(number_range(number))]
    return [each for each in found if each.name in names]


KINDS = {"person": people, "life": lives}


def number_range(number: int) -> range:
    """One number alone."""
    return range(number, number + 1)


def before(names: set[str]) -> dict[str, str]:
    """The same documents as the last commit makes them."""
    with tempfile.TemporaryDirectory() as name:
        tree, out = Path(name) / "tree", Path(name) / "out"
        out.mkdir()
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", tree, "HEAD"], cwd=ROOT, check=True)
        try:
            code = "import sys; sys.path[:0] = ['.', 'src', 'tools']; import golden_weeks as g, pathlib as p;"
            code += "g.written(p.Path(sys.argv[1]), set(sys.argv[2:]))"
            subprocess.run([sys.executable, "-c", code, out, *sorted(names)], cwd=tree, check=True)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", tree], cwd=ROOT, check=True)
        return {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()}


def show(changed: list[Golden]) -> None:
    """The documents of some weeks beside those of the last commit."""
    old = before({each.name for each in changed})
    for each in changed:
        lines = (old.get(each.name, "").splitlines(), each.text.splitlines())
        print("\n".join(difflib.unified_diff(*lines, f"{each.name}, last commit", f"{each.name}, now", "", "", 2, "")))


def main() -> int:
    """Compare, show, and renew where that was asked for; 1 when something differs and was not renewed."""
    parser = argparse.ArgumentParser(description="Show how the golden weeks have changed, and approve them.")
    parser.add_argument("--renew", action="store_true", help="write the lines anew")
    parser.add_argument("--most", type=int, default=5, help="how many of the changed documents are shown")
    asked = parser.parse_args()
    in_memory()
    now, approved = made(), kept() if KEPT.exists() else {}
    changed = [each for each in now if approved.get(each.name) != each.line]
    if asked.renew:
        KEPT.write_text("".join(f"{each.line}\n" for each in now), encoding="utf-8", newline="\n")
    for each in changed:
        print(f"- {approved.get(each.name, 'none')}\n+ {each.line}")
    if known := [each for each in changed if each.name in approved][: asked.most]:
        show(known)
    print(f"{len(changed)} of {len(now)} golden weeks differ from those approved")
    return int(bool(changed) and not asked.renew)


if __name__ == "__main__":
    sys.exit(main())

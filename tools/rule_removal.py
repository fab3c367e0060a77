"""Take each rule out of its index in turn, run the rules' tests, and name every rule whose removal no test notices.

    python tools/rule_removal.py [-j JOBS] [RULE ...]      (RULE is an id, or INDEX:id where an id repeats)

The tests that only compare the index with the files (test_index, test_removal) are left out of the run: they would
notice any removal, and say nothing about whether the rule itself is tested. tests/conftest.py does the removing.
"""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.support.indexes import all_rules  # noqa: E402 - the tests stand beside this folder, not inside a package

LEFT_OUT = ("test_index.py", "test_removal.py")


def failing(without: str = "") -> set[str]:
    """The tests that fail with a rule taken out."""
    command = [sys.executable, "-m", "pytest", "tests/rules", "-q", "-rfE", "--tb=no", "-p", "no:cacheprovider"]
    command += [f"--ignore=tests/rules/{name}" for name in LEFT_OUT]
    environment = {**os.environ, "BACKPLAN_WITHOUT": without, "COLUMNS": "500"}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        raise SystemExit(f"the tests could not be run without {without or 'nothing'}:\n{run.stdout}{run.stderr}")
    lines = [line for line in run.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    return {line.split(" ", 1)[1].split(" - ", 1)[0] for line in lines}


def main() -> int:
    """Run, report, and fail when a removal goes unnoticed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rules", nargs="*", metavar="RULE")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args()
    names = [f"{index}:{rule.id}" for index, rule in all_rules()]
    names = [name for name in names if not chosen.rules or {name, name.partition(":")[2]} & set(chosen.rules)]
    if not names:
        parser.error("no rule of that name")
    before = failing()
    with ThreadPoolExecutor(chosen.jobs) as pool:
        noticed = dict(zip(names, pool.map(lambda name: sorted(failing(name) - before), names), strict=True))
    for name, tests in noticed.items():
        own = f"::test_{name.partition(':')[2].replace('-', '_')}"
        mark = "ok  " if any(own in test for test in tests) else "WEAK" if tests else "MISS"
        sys.stdout.write(f"{mark} {name}: {len(tests)} tests notice\n")
    missed = [name for name, tests in noticed.items() if not tests]
    sys.stdout.write(f"{len(names)} rules taken out, {len(missed)} unnoticed; {len(before)} tests failed before\n")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())

"""A real browser without a window, for what only one can tell: how wide a page is, and how many sheets it prints on."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NEEDS_CHROMIUM = pytest.mark.skipif(
    CHROMIUM is None and "BACKPLAN_SKIPS_NOTHING" not in os.environ,  # CI sets it, and fails rather than skips
    reason="NOT CHECKED: how pages look needs Chromium; `apt-get install chromium` brings it",
)
AXE = Path(__file__).parent / "axe" / "node_modules" / "axe-core" / "axe.min.js"
NEEDS_AXE = pytest.mark.skipif(
    not AXE.exists() and "BACKPLAN_SKIPS_NOTHING" not in os.environ,
    reason="NOT CHECKED: who can read the pages needs axe-core; `npm ci --prefix tests/support/axe` brings it",
)
_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
_MEASURE = """<!DOCTYPE html><meta charset="utf-8"><title>wait</title>{frames}<script>
addEventListener("load", () => {{ for (const frame of document.querySelectorAll("iframe")) {{
  const found = frame.contentDocument.documentElement;
  frame.insertAdjacentHTML("afterend", `<b>${{frame.id}} ${{found.clientWidth}} ${{found.scrollWidth}}</b>`);
  frame.remove(); }} }});
</script>"""


_JUDGE = """<!DOCTYPE html><meta charset="utf-8"><title>wait</title>{frames}<script>
addEventListener("load", async () => {{ for (const frame of [...document.querySelectorAll("iframe")]) {{
  const script = frame.contentDocument.createElement("script");
  script.textContent = document.getElementById("axe").textContent;
  frame.contentDocument.head.append(script);
  const found = await frame.contentWindow.axe.run({{ resultTypes: ["violations"] }});
  const said = found.violations.flatMap(each => each.nodes.map(node => `${{each.id}}: ${{node.target}}`));
  frame.insertAdjacentHTML("afterend", `<b title="${{frame.id}}"></b>`);
  frame.nextSibling.textContent = JSON.stringify(said); }} }});
</script><script type="text/plain" id="axe">{axe}</script>"""


def _run(folder: Path, page: Path, *how: str) -> str:
    assert CHROMIUM
    profile = folder / f"profile-{page.stem}"
    done = subprocess.run(
        [CHROMIUM, *_QUIET, f"--user-data-dir={profile}", *how, page.as_uri()],
        capture_output=True,
        timeout=90,
        check=True,
    )
    shutil.rmtree(profile, ignore_errors=True)
    return done.stdout.decode("utf-8", "replace")


def overflows(folder: Path, pages: dict[str, str], widths: tuple[int, ...]) -> dict[str, int]:
    """By how many pixels each page is wider than a window of each width; pages have no scripts of their own."""
    frames = "".join(
        f'<iframe id="{name}-{width}" style="width:{width}px;border:0" srcdoc="{html.escape(text)}"></iframe>'
        for name, text in pages.items()
        for width in widths
    )
    page = folder / "measure.html"
    page.write_text(_MEASURE.format(frames=frames), encoding="utf-8")
    seen = re.findall(r"<b>(\S+) (\d+) (\d+)</b>", _run(folder, page, "--window-size=1400,900", "--dump-dom"))
    assert len(seen) == len(pages) * len(widths), seen
    return {name: int(needed) - int(given) for name, given, needed in seen}


def unread(folder: Path, pages: dict[str, str]) -> dict[str, list[str]]:
    """What axe finds in each page that somebody could not see, hear or reach."""
    frames = "".join(
        f'<iframe id="{name}" style="width:1000px;height:9000px" srcdoc="{html.escape(text)}"></iframe>'
        for name, text in pages.items()
    )
    page = folder / "judge.html"
    page.write_text(_JUDGE.format(frames=frames, axe=AXE.read_text(encoding="utf-8")), encoding="utf-8")
    seen = re.findall(r'<b title="([\w-]+)">(.*?)</b>', _run(folder, page, "--virtual-time-budget=60000", "--dump-dom"))
    assert len(seen) == len(pages), seen
    return {name: json.loads(html.unescape(said)) for name, said in seen}


def sheets(folder: Path, name: str, text: str, part: str) -> list[tuple[int, int]]:
    """The sheets that a part of a page prints on, once on A4 and once on Letter: their width and height in points."""
    head = text.partition("</head>")[0]
    style = "@page a4 { size: a4 } @page letter { size: letter } .a4 { page: a4 } .letter { page: letter }"
    copies = "".join(f'<div class="{size}">{part}</div>' for size in ("a4", "letter"))
    page, pdf = folder / f"{name}.html", folder / f"{name}.pdf"
    page.write_text(f"{head}<style>{style}</style></head><body>{copies}</body></html>", encoding="utf-8")
    _run(folder, page, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf.read_bytes())
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def pictured(folder: Path, text: str, wide: int, high: int) -> bytes:
    """The top of a page as a window of a size shows it, as PNG."""
    page, picture = folder / "pictured.html", folder / "pictured.png"
    page.write_text(text, encoding="utf-8")
    _run(folder, page, "--hide-scrollbars", f"--window-size={wide},{high}", f"--screenshot={picture}")
    return picture.read_bytes()

"""A page from a template: escaping is on for all of it, and what could drive a terminal is taken out of every text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from backplan.errors import BackplanError
from backplan.render.safe import safe

if TYPE_CHECKING:
    from jinja2 import Environment

NO_PDF = "--pdf needs WeasyPrint, which is not here: `pip install 'backplan[pdf]'`, or print the page from a browser"


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    found = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["coded"] = coded
    return found


def coded(text: str) -> Markup:
    """A sentence of ours as markup, with the commands in it set apart."""
    parts = safe(text).split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else part for number, part in enumerate(parts)
    )


def _harmless(value: Any) -> Any:
    """A value as it is put into a page; drawings of our own are markup already."""
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def page(template: str, **values: Any) -> str:
    """A page from the template of a name, as HTML that needs no network and no script."""
    return _templates().get_template(template).render(**values)


def as_pdf(html: str) -> bytes:
    """A page as PDF. Raises BackplanError where the library for it is not installed."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError):  # the latter where its own libraries are missing
        raise BackplanError(NO_PDF) from None
    found: bytes = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=())).write_pdf()
    return found

"""`backplan rules`: every rule with its claim and its sources, from the rules' own text."""

from typing import Annotated

import typer

from backplan.cli.terminal import environment, output

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def rules(
    rule: Annotated[str | None, typer.Argument(help="One rule's id, or a kind of rule.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="The same lines; there is no box to leave out.")] = False,
) -> None:
    """Show every rule, one rule, or the rules of one kind: what it claims, on which sources, and how sure."""
    from backplan.actions import rules as asked
    from backplan.render import rules as looks

    found = asked.every_rule() if rule is None else asked.rules_named(rule)
    if rule is None and not as_json:
        output.read(looks.overview(found))
        return
    bibliography = {source.id: source for source in environment.workspace().ours.sources}
    if as_json:
        output.document(looks.document(found, bibliography))
    else:
        output.read(looks.in_full(found, bibliography))

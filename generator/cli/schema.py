"""explainer schema."""

import json

import click


@click.command()
@click.argument("what", type=click.Choice(["page", "evidence"]), default="page")
def schema(what: str) -> None:
    """Print the JSON Schema of a page's front matter, for editors that complete and check it, or of evidence.json."""
    from generator.evidence.json_form import render_schema  # noqa: PLC0415
    from generator.front_matter import json_schema  # noqa: PLC0415

    if what == "evidence":
        click.echo(render_schema(), nl=False)
    else:
        click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))

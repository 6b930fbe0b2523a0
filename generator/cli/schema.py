"""explainer schema."""

import json

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of the front matter, for editors that complete and check it."""
    from generator.front_matter import json_schema  # noqa: PLC0415

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))

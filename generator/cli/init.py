"""explainer init."""

import shlex
from importlib.metadata import distribution
from pathlib import Path

import click

from generator.cli.base import problems_told


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default="", help="The site's name, which readers see. [default: the folder's]")
def init(folder: Path, name: str) -> None:
    """Make a new site in DIR, with an example, ready to write and to publish.

    DIR must be new or empty; nothing that is there is overwritten.
    """
    from generator.authoring.new_site import write_new_site  # noqa: PLC0415
    from generator.authoring.package import find_package  # noqa: PLC0415

    with problems_told():
        files = write_new_site(folder, name, find_package(distribution("mkdocs-explainer")))
        click.echo(f"wrote {len(files)} files to {folder}")
        if folder.resolve() != Path.cwd():
            click.echo(f"  cd {'-- ' if str(folder).startswith('-') else ''}{shlex.quote(str(folder))}")
        click.echo("  mkdocs serve   # and see the example; README.md tells the rest")

"""The command line."""

import io
import sys

import click

from generator.cli.audit import audit
from generator.cli.check import check
from generator.cli.diff import diff
from generator.cli.draft import draft
from generator.cli.export import export
from generator.cli.init import init
from generator.cli.lock import lock
from generator.cli.new import new
from generator.cli.rename import rename
from generator.cli.schema import schema
from generator.cli.source import source
from generator.cli.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-explainer", prog_name="explainer")
def main() -> None:
    """Draft explainers from articles, and prove every quotation on them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


for command in (init, new, draft, source, check, verify, lock, audit, diff, export, rename, schema):
    main.add_command(command)

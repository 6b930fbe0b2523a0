"""explainer rename."""

from pathlib import Path

import click

from generator.cli.base import problems_told, site_option, site_settings


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@site_option
def rename(old: str, new: str, folder: Path, *, dry_run: bool) -> None:
    """Rename an id wherever the site names it: a person, source, quotation, event or topic.

    OLD is an id; where several things have it, say which: person:ada. Of one page alone: soup.md#hot. All that
    is not the id stays as it is, to the byte; either all files are written or none.
    """
    from generator.authoring.renaming import carry_out, plan_rename  # noqa: PLC0415

    with problems_told():
        settings = site_settings(folder)
        renamed, changes = plan_rename(settings, old, new)
        if not dry_run:
            carry_out(changes)
        for change in changes:
            click.echo("".join(f"{change.shown}:{line}:{column}\n" for line, column in change.places), nl=False)
            if change.target != change.path:
                click.echo(f"{change.shown} -> {change.target.name}")
        done = "would become" if dry_run else "is now"
        files = f"{len(changes)} file{'' if len(changes) == 1 else 's'}"
        click.echo(f"{renamed.kind} '{renamed.old}' {done} '{renamed.new}' in {files}")

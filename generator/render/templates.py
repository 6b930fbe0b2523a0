"""Templates: the theme's partials, which a site's owner may replace one by one."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.render.theme import theme_folder


def load_templates(overrides: Sequence[Path] = ()) -> Environment:
    """Load the partials of the theme.

    Args:
        overrides: Folders that are searched before the theme's own; a `partials/quotation.html.j2`
            in one of them takes the place of the theme's.

    Returns:
        The environment: everything is escaped, and a name that does not exist is an error.
    """
    return Environment(
        loader=FileSystemLoader([*overrides, theme_folder()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render_partial(templates: Environment, name: str, /, **values: object) -> Markup:
    """Render a partial to HTML on one line.

    Args:
        templates: The environment.
        name: Its name, such as "quotation".
        **values: What it shows.

    Returns:
        The HTML; no value brings line ends, so those that are left are the template's own.
    """
    html = templates.get_template(f"partials/{name}.html.j2").render(**values)
    return Markup(" ".join(line for row in html.split("\n") if (line := row.strip())))  # noqa: S704 - autoescaped

"""Small sites in a folder of a test's own."""

from pathlib import Path

from generator.site.settings import Settings

BROTH = "The kitchen opened at noon. “Soup is hot,” said Ada Example. “Stew is not.”\n"


def write_site(root: Path, files: dict[str, str | bytes]) -> Settings:
    """Write files below a folder, with one source text, and return the settings of the site."""
    for name, content in {"seeds/broth.txt": BROTH, "mkdocs.yml": SITE_FILE, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (root / "content").mkdir(exist_ok=True)
    return Settings(root=root, content=root / "content", seeds=(root / "seeds",))


SITE_FILE = """\
site_name: Soup
docs_dir: content
theme: {name: material, font: false}
plugins: [explainer]
"""

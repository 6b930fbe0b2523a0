"""Exporting: the finished site as ordinary Markdown and assets, which MkDocs builds without this plugin."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

import yaml

from generator.build.added_files import added_files, published_place
from generator.build.built_site import SITE_DATA, Built
from generator.files.load import is_person_page
from generator.files.staging import begin_staging, finish_staging
from generator.markdown.body_html import EXTENSIONS, OPTIONS
from generator.model.errors import Location, UnreadableError
from generator.render.theme import STYLE_SHEET, overrides_folder
from generator.site.options import PLUGIN
from generator.site.settings import Settings
from generator.site.site_file import find_site_file

MARK = ".explainer-export"
_MARK_TEXT = "This folder is written by `explainer export`, which replaces all that is in it.\n"
_OVERRIDES = "explainer-theme"
_DEFAULT_PLUGINS = ("search",)


def export(built: Built, settings: Settings, target: Path) -> int:
    """Write a built site so that MkDocs with Material builds it without our plugin.

    Args:
        built: The site.
        settings: Where its files stand.
        target: The folder to write: new, empty, or an earlier export, which is replaced as a whole.

    Returns:
        How many files were written. The same site gives the same bytes.

    Raises:
        UnreadableError: The folder holds something else, or cannot be written.
    """
    _refuse_foreign(target, settings)
    site_file = find_site_file(settings.root)
    try:
        staged = begin_staging(target.absolute())
        docs = staged / _docs_name(settings)
        _write(staged / MARK, _MARK_TEXT)
        text = export_site_file(site_file.read_text("utf-8"), built.outside_navigation, built.site_data)
        _write(staged / "mkdocs.yml", text)
        for name in _companions(site_file):
            _copy(settings.root / name, staged / name)
        own = {file.relative_to(settings.content).as_posix(): file for file in _content_files(settings.content)}
        own = {path: file for path, file in own.items() if not is_person_page(path)}
        for path, file in own.items():
            if path in built.drafts:
                continue
            if path in built.pages:
                _write(docs / path, built.pages[path])
            else:
                _copy(file, docs / path)
        taken = {published_place(path, settings) for path in own}
        for added in added_files(built, settings, taken=taken, drafts=False):
            _write(docs / added.path, added.content)
        _add_templates(site_file, staged)
        count = sum(file.is_file() for file in staged.rglob("*"))
        finish_staging(staged, target.absolute())
    except OSError as error:
        raise UnreadableError(f"cannot be written: {error.strerror}", Location(path=str(target))) from error
    return count


def _add_templates(site_file: Path, staged: Path) -> None:
    """Put our templates beside those of the site's own, which stay as they are."""
    root = _read_nodes(site_file.read_text("utf-8"))
    folder = _custom(_field(root, "theme"))
    if folder is None or _is_inside(folder):
        for template in sorted(overrides_folder().iterdir()):
            own = staged / (folder or _OVERRIDES) / template.name
            if not own.exists():
                _copy(template, own)


def _is_inside(name: str) -> bool:
    return not PurePosixPath(name).is_absolute() and ".." not in PurePosixPath(name).parts


def _read_nodes(text: str) -> yaml.MappingNode:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise UnreadableError("must be a mapping of settings", Location(path="mkdocs.yml"))
    return root


def _refuse_foreign(target: Path, settings: Settings) -> None:
    place = Location(path=str(target))
    if target.exists() and not target.is_dir():
        raise UnreadableError("this is a file, not a folder", place)
    resolved = target.resolve()
    if settings.content.resolve().is_relative_to(resolved) or resolved.is_relative_to(settings.content.resolve()):
        raise UnreadableError("the export would write over the site's own pages; name another folder", place)
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise UnreadableError("this folder holds something that is no export; name a new folder", place)


def _docs_name(settings: Settings) -> str:
    name = PurePosixPath(os.path.relpath(settings.content, settings.root).replace(os.sep, "/"))
    return "docs" if ".." in name.parts else name.as_posix()


def _content_files(content: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(content):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent) / name for name in sorted(names) if not name.startswith("."))


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def _copy(source: Path, target: Path) -> None:
    if source.is_symlink():
        raise UnreadableError("this is a link to another place; put the file itself there", Location(path=str(source)))
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True)
    else:
        shutil.copyfile(source, target)


def export_site_file(text: str, outside: Iterable[str] = (), site_data: Mapping[str, object] | None = None) -> str:
    """Rewrite mkdocs.yml for a site without our plugin.

    Args:
        text: The site's mkdocs.yml; tags of its own, such as !ENV, are kept.
        outside: Paths of the pages that an automatic navigation does not show.
        site_data: What our templates are told of the site.

    Returns:
        The same settings without the plugin, with the Markdown extensions and style sheets that it adds.
    """
    root = _read_nodes(text)
    plugins = _items(_field(root, "plugins"))
    kept = [node for node in plugins if _name(node) != PLUGIN]
    if not plugins:
        kept = [_text(name) for name in _DEFAULT_PLUGINS]
    _set(root, "plugins", kept)
    extensions = _items(_field(root, "markdown_extensions"))
    known = {_name(node) for node in extensions}
    _set(root, "markdown_extensions", [*extensions, *(_extension(name) for name in EXTENSIONS if name not in known)])
    _set(root, "extra_css", [_text(STYLE_SHEET), *_items(_field(root, "extra_css"))])
    _set_custom(root)
    _hide(root, outside)
    if site_data:
        _set_extra(root, site_data)
    docs = _field(root, "docs_dir")
    if isinstance(docs, yaml.ScalarNode) and (docs.value.startswith("/") or ".." in PurePosixPath(docs.value).parts):
        docs.value = "docs"
    return yaml.serialize(root, allow_unicode=True, width=1_000_000)


def _field(root: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in root.value if key.value == name), None)


def _set(root: yaml.MappingNode, name: str, items: list[yaml.Node]) -> None:
    node = yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=False)
    fields = [(key, value) for key, value in root.value if key.value != name]
    root.value = [*fields, (_text(name), node)]


def _hide(root: yaml.MappingNode, paths: Iterable[str]) -> None:
    """Keep pages out of an automatic navigation, beside those that the site's owner keeps out."""
    rows = [f"/{path}" for path in sorted(paths)]
    if rows and _field(root, "nav") is None:
        own = _field(root, "not_in_nav")
        text = "\n".join([*([str(own.value).strip()] if own is not None else []), *rows]) + "\n"
        kept = [(key, value) for key, value in root.value if key.value != "not_in_nav"]
        root.value = [*kept, (_text("not_in_nav"), yaml.ScalarNode("tag:yaml.org,2002:str", text, style="|"))]


def _set_extra(root: yaml.MappingNode, site_data: Mapping[str, object]) -> None:
    """Put what our templates are told of the site beside what the site's owner puts there."""
    own = _compose({SITE_DATA: site_data})
    extra = _field(root, "extra")
    if isinstance(extra, yaml.MappingNode) and isinstance(own, yaml.MappingNode):
        extra.value = [*(pair for pair in extra.value if pair[0].value != SITE_DATA), *own.value]
    else:
        root.value = [*((key, value) for key, value in root.value if key.value != "extra"), (_text("extra"), own)]


def _set_custom(root: yaml.MappingNode) -> None:
    """Name the folder of our templates, unless the site has one of its own, which they join."""
    theme = _field(root, "theme")
    if isinstance(theme, yaml.ScalarNode):
        theme = yaml.MappingNode("tag:yaml.org,2002:map", [(_text("name"), theme)], flow_style=False)
        root.value = [(key, theme if key.value == "theme" else value) for key, value in root.value]
    if isinstance(theme, yaml.MappingNode) and _custom(theme) is None:
        theme.value.append((_text("custom_dir"), _text(_OVERRIDES)))


def _custom(theme: yaml.Node | None) -> str | None:
    node = _field(theme, "custom_dir") if isinstance(theme, yaml.MappingNode) else None
    return str(node.value) if node is not None else None


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    """Return the entries of a list, or of a mapping by name, as MkDocs takes either."""
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if isinstance(node, yaml.MappingNode):
        return [yaml.MappingNode("tag:yaml.org,2002:map", [pair], flow_style=False) for pair in node.value]
    return []


def _name(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode) and node.value:
        return str(node.value[0][0].value)
    return str(node.value)


def _extension(name: str) -> yaml.Node:
    return _compose({name: OPTIONS[name]} if name in OPTIONS else name)


def _compose(value: object) -> yaml.Node:
    node = yaml.compose(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), Loader=yaml.SafeLoader)
    assert node is not None
    return node


def _text(value: str) -> yaml.Node:
    return yaml.ScalarNode("tag:yaml.org,2002:str", value)


def _companions(site_file: Path) -> Iterable[str]:
    """Give the files and folders beside mkdocs.yml that it names: a theme of the site's own, and hooks."""
    root = _read_nodes(site_file.read_text("utf-8"))
    custom = _custom(_field(root, "theme"))
    for name in [*([custom] if custom else []), *(str(node.value) for node in _items(_field(root, "hooks")))]:
        if _is_inside(name) and (site_file.parent / name).exists():
            yield PurePosixPath(name).as_posix()

"""What runs: parts of HTML that carry out a script, by a parser and a list that the package does not use."""

import html5lib

_RUNNING = frozenset(
    {
        "script",
        "iframe",
        "object",
        "embed",
        "base",
        "meta",
        "link",
        "style",
        "form",
        "frame",
        "applet",
        "animate",
        "set",
    }
)
_SCHEMES = ("javascript:", "vbscript:", "data:text", "data:image/svg", "data:application", "blob:", "file:")
_UNSEEN = dict.fromkeys(range(33))


def things_that_run(html: str) -> list[str]:
    """Return the elements, the attributes and the addresses in HTML that a browser would carry out."""
    found: list[str] = []
    for element in html5lib.parse(f"<div>{html}</div>", namespaceHTMLElements=False).iter():
        name = str(element.tag).rsplit("}", 1)[-1].lower()
        if name in _RUNNING and not element.get("type", "").startswith("math/tex"):
            found.append(name)
        for attribute, value in element.attrib.items():
            address = value.translate(_UNSEEN).lower()
            if str(attribute).lower().startswith("on") or (
                str(attribute).rsplit("}", 1)[-1] in {"href", "src"} and address.startswith(_SCHEMES)
            ):
                found.append(f"{attribute}={value}")
    return found

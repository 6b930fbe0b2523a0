"""llms.txt: a site's own words about itself for language models (llmstxt.org)."""

from collections.abc import Callable, Mapping

from generator.catalogue.addresses import Section
from generator.catalogue.entries import Record
from generator.markdown.plain_text import plain
from generator.markdown.words_of import words_of
from generator.syndication.web import Web

_ESCAPES = str.maketrans({char: f"\\{char}" for char in "\\[]<`"})
_PROOF = (Section.QUOTATIONS, Section.SOURCES, Section.PEOPLE, Section.TIMELINE, Section.CORRECTIONS)


def llms_text(
    record: Record,
    web: Web,
    phrases: Mapping[str, str],
    *,
    site_name: str,
    description: str,
    evidence: Callable[[str], str] | None = None,
) -> str:
    """Return the llms.txt of a site.

    Args:
        record: The record.
        web: Where things stand.
        phrases: The words of the site's language.
        site_name: The site's name.
        description: What the site is.
        evidence: Gives the path of the evidence of an explainer by its own; None where there is none.

    Returns:
        Markdown in the order that the proposal fixes: the name, what the site is, and lists of links; addresses
        are relative to the file where the site's own is not known.
    """
    lines = [f"# {_escaped(site_name)}"]
    if description:
        lines += ["", f"> {_escaped(description)}"]
    if method := web.addresses.path(Section.METHODOLOGY):
        lines += ["", f"- {_link(phrases['methodology'], web.page(method))}"]
    if record.explainers:
        lines += ["", f"## {_escaped(phrases['explainers'])}", ""]
        for page in record.explainers:
            about = words_of(page.standfirst)
            line = f"- {_link(page.title, web.page(page.path))}"
            lines.append(f"{line}: {_escaped(about)}" if about else line)
    proofs = [(phrases[name], web.page(path)) for name in _PROOF if (path := web.addresses.path(name))]
    if evidence is not None:
        proofs += [(page.title, web.file(evidence(page.path))) for page in record.explainers]
    if proofs:
        lines += ["", f"## {_escaped(phrases['proof'])}", ""]
        lines += [f"- {_link(words, url)}" for words, url in proofs]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return plain(text).translate(_ESCAPES)


def _link(words: str, url: str) -> str:
    return f"[{_escaped(words)}]({url})"

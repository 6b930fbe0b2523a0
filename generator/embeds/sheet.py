"""The style sheet of an embed: those rules of the theme that its elements need."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.render.theme import style_sheet
from generator.site.accent import Accent

COMPONENTS = (
    "layers",
    "tokens",
    "page",
    "header",
    "quotation",
    "proof",
    "expert",
    "timeline",
    "corrections",
    "embeds/embed",
    "print",
)
"""The style sheets that an embed may need, in the order of the cascade."""

_DARK = '[data-md-color-scheme="slate"]'
_ELSEWHERE = ("[data-md-color-scheme", "[id]")
"""What only a page of Material has: its switch of colours, and places that links on the page lead to."""
_PART = re.compile(r"([^{};]*)([{};])")
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_LIST = re.compile(r":(is|has)\(((?:[^()]|\([^()]*\))*)\)")
_TYPE = re.compile(r"(?<![\w.#:-])[a-z][a-z0-9]*")
_LANGUAGE = re.compile(r":lang\([^()]*\)")
_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
_ZERO = re.compile(r"(?<![\w.])0(?=\.\d)")
_DOUBLED = re.compile(r"#(?:([0-9a-f])\1)(?:([0-9a-f])\2)(?:([0-9a-f])\3)(?![0-9a-f])")
_SPACES = re.compile(r"\s*([,>+])\s*")
_TOKEN = re.compile(r"var\((--[\w-]+)")
_NOWHERE = ".-"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a style sheet.

    Args:
        prelude: Its selectors, or the name and the condition of an at-rule.
        declarations: Property and value of each declaration.
        rules: The rules in it.
    """

    prelude: str
    declarations: tuple[tuple[str, str], ...] = ()
    rules: tuple["Rule", ...] = ()


def parse_rules(css: str) -> tuple[Rule, ...]:
    """Parse a style sheet without comments, none of whose strings holds braces, semicolons or commas.

    Args:
        css: The style sheet.

    Returns:
        Its rules in order; a statement such as `@layer a, b;` is a rule with nothing in it.
    """
    return _parse("", _PART.finditer(css)).rules


def _parse(prelude: str, parts: Iterator[re.Match[str]]) -> Rule:
    declarations: list[tuple[str, str]] = []
    rules: list[Rule] = []
    for part in parts:
        text = " ".join(part[1].split())
        if part[2] == "{":
            rules.append(_parse(text, parts))
        elif part[2] == ";" and text.startswith("@"):
            rules.append(Rule(text))
        elif text:
            name, _, value = text.partition(":")
            declarations.append((name.strip(), _shortened(value.strip())))
        if part[2] == "}":
            break
    return Rule(prelude, tuple(declarations), tuple(rules))


def _shortened(value: str) -> str:
    return _DOUBLED.sub(r"#\1\2\3", _ZERO.sub("", value)).replace(", ", ",")


def render_rules(rules: Iterable[Rule]) -> str:
    """Render rules as a style sheet on one line, in as few characters as that takes."""
    return "".join(map(_render, rules))


def _render(rule: Rule) -> str:
    if not rule.declarations and not rule.rules:
        return f"{rule.prelude};"
    declared = ";".join(f"{name}:{value}" for name, value in rule.declarations)
    return f"{rule.prelude}{{{declared}{render_rules(rule.rules)}}}"


def select_rules(rules: Iterable[Rule], names: Collection[str]) -> tuple[Rule, ...]:
    """Choose the rules that a page of its own needs.

    Args:
        rules: The theme's rules.
        names: The names and classes of the page's elements.

    Returns:
        Those in our cascade layers whose elements and classes the page has, since what stands in no layer is there for
        Material. Material's switch of colours becomes the reader's preference.
    """
    chosen = _joined(_selected(rules, names, layered=False))
    while True:
        used = set(_TOKEN.findall(render_rules(chosen)))
        kept = tuple(_with_tokens(chosen, used))
        if kept == chosen:
            return chosen
        chosen = kept


def _selected(rules: Iterable[Rule], names: Collection[str], *, layered: bool) -> Iterator[Rule]:
    for rule in rules:
        if rule.prelude.startswith("@"):
            inside = layered or rule.prelude.startswith("@layer")
            inner = tuple(_selected(rule.rules, names, layered=inside))
            if inner or not rule.rules:
                yield replace(rule, rules=inner)
        elif layered and rule.prelude == _DARK:
            yield Rule("@media (prefers-color-scheme:dark)", rules=(replace(rule, prelude=":root"),))
        elif layered and (prelude := _needed(rule.prelude, names)):
            yield replace(rule, prelude=prelude)


def _joined(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Join neighbours that have the same prelude, which changes nothing in the cascade."""
    joined: list[Rule] = []
    for rule in rules:
        if joined and joined[-1].prelude == rule.prelude and rule.rules:
            joined[-1] = replace(joined[-1], rules=(*joined[-1].rules, *rule.rules))
        else:
            joined.append(rule)
    return tuple(joined)


def _needed(selectors: str, names: Collection[str]) -> str:
    """Return those of some selectors that could match in a page whose elements have no other names and classes."""

    def inner(match: re.Match[str]) -> str:
        kept = _needed(match[2], names)
        if match.start() == 0 and match[1] == "is" and "," not in kept:
            return kept or _NOWHERE
        return f":{match[1]}({kept})" if kept else _NOWHERE

    kept = []
    for selector in _split(selectors):
        reduced = _LIST.sub(inner, _SPACES.sub(r"\1", selector))
        asked = {*_CLASS.findall(reduced), *_types(reduced)}
        if asked <= set(names) and not any(part in reduced for part in (*_ELSEWHERE, _NOWHERE)):
            kept.append(reduced)
    return ",".join(kept)


def _split(selectors: str) -> Iterator[str]:
    """Part selectors at the commas that stand in no brackets."""
    depth = start = 0
    for place, char in enumerate(selectors):
        depth += (char == "(") - (char == ")")
        if char == "," and depth == 0:
            yield selectors[start:place].strip()
            start = place + 1
    yield selectors[start:].strip()


def _types(selector: str) -> set[str]:
    """Return the elements that a selector names; those in its lists were looked at before."""
    return set(_TYPE.findall(_ATTRIBUTE.sub("", _LANGUAGE.sub("", selector))))


def _with_tokens(rules: Iterable[Rule], used: Collection[str]) -> Iterator[Rule]:
    """Leave out the definitions of tokens that nothing uses."""
    for rule in rules:
        declarations = tuple(d for d in rule.declarations if not d[0].startswith("--") or d[0] in used)
        inner = tuple(_with_tokens(rule.rules, used))
        if declarations or inner or not (rule.declarations or rule.rules):
            yield replace(rule, declarations=declarations, rules=inner)


@dataclass(frozen=True, slots=True)
class Sheets:
    """The style sheets of a site's embeds, each made once."""

    rules: tuple[Rule, ...]
    _made: dict[frozenset[str], str] = field(default_factory=dict)

    def render(self, names: frozenset[str]) -> str:
        """Return the style sheet of a page whose elements have these names and classes."""
        if names not in self._made:
            self._made[names] = render_rules(select_rules(self.rules, names))
        return self._made[names]


def load_sheets(accent: Accent) -> Sheets:
    """Load the theme's rules.

    Args:
        accent: The colour that the site's owner chose.
    """
    return Sheets(parse_rules(style_sheet(accent, COMPONENTS)))

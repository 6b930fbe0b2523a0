"""Options: the indented `key: value` lines beneath a directive."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.markdown.author_text import AuthorText
from generator.markdown.layout import Line
from generator.model.edtf import Edtf, parse_edtf
from generator.model.edtf_refusals import EdtfError
from generator.model.issue import Issue
from generator.model.suggestion import did_you_mean

_OPTION = re.compile(r"(?P<key>[\w-]+)[ \t]*:[ \t]+(?P<value>\S(?:.*\S)?)[ \t]*$")
_NAME = re.compile(r"[^\s,\[\]]+")


@dataclass(frozen=True, slots=True)
class _Option:
    value: str
    offset: int


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


class OptionReader:
    """Reads the options of one directive, and keeps what is wrong with them in `issues`."""

    def __init__(self, author: AuthorText, directive: str, allowed: Sequence[str], lines: Iterable[Line]) -> None:
        """Read the lines.

        Args:
            author: The text that they stand in.
            directive: The directive as messages show it.
            allowed: The keys that it takes.
            lines: The lines beneath it.
        """
        self.issues: list[Issue] = []
        self._author = author
        self._directive = directive
        self._values: dict[str, _Option] = {}
        for line in lines:
            self._read(line, allowed)

    def word(self, key: str, allowed: Sequence[str]) -> str:
        """Return the value of an option that is one of some words; empty where it is not given."""
        option = self._values.get(key)
        if option is None:
            return ""
        if option.value not in allowed:
            choices = " or ".join(f"`{key}: {word}`" for word in allowed)
            message = f"option '{key}' cannot be '{option.value}'"
            self._report("bad-option", option.offset, option.value, message, f"write {choices}")
        return option.value

    def number(self, key: str) -> int | None:
        """Return the value of an option that is a number from 1 on; None where it is not given."""
        option = self._values.get(key)
        if option is None:
            return None
        if not option.value.isascii() or not option.value.isdecimal() or int(option.value) < 1:
            message = f"option '{key}' cannot be '{option.value}'"
            self._report("bad-option", option.offset, option.value, message, f"write a number, such as `{key}: 12`")
            return None
        return int(option.value)

    def known(self, key: str, known: Iterable[str], noun: str) -> str:
        """Return the value of an option that is one of some names, in whatever case; empty where it is not given."""
        option = self._values.get(key)
        if option is None:
            return ""
        found = {_alike(name): name for name in known}.get(_alike(option.value))
        if found is None:
            message = f"there is no {noun} '{option.value}' on this site"
            listed = ", ".join(sorted(known)[:8])
            help_text = did_you_mean(
                option.value, known, f"its {noun}s are {listed}" if listed else f"it has no {noun}s"
            )
            self._report(f"unknown-{noun}", option.offset, option.value, message, help_text)
        return found or ""

    def date(self, key: str) -> Edtf | None:
        """Return the value of an option that is a date; None where it is not given."""
        option = self._values.get(key)
        if option is None:
            return None
        try:
            return parse_edtf(option.value)
        except EdtfError as error:
            help_text = error.help or f"write a date such as `{key}: 2025-03` or `{key}: 2025-03-15`"
            self._report("bad-date", option.offset, option.value, f"option '{key}': {error}", help_text)
            return None

    def names(self, key: str, known: Iterable[str], noun: str) -> tuple[str, ...]:
        """Return the value of an option that is a list of ids; empty where it is not given."""
        option = self._values.get(key)
        if option is None:
            return ()
        known = list(known)
        found = list(_NAME.finditer(option.value))
        for name in found:
            if name.group() not in known:
                message = f"there is no {noun} '{name.group()}' on this page"
                help_text = did_you_mean(name.group(), known, f"`{key}:` takes ids of this page's {noun}s")
                self._report(f"unknown-{noun}", option.offset + name.start(), name.group(), message, help_text)
        if not found:
            message = f"option '{key}' names no {noun}"
            self._report("bad-option", option.offset, option.value, message, f"write `{key}: id, id`")
        return tuple(name.group() for name in found)

    def _read(self, line: Line, allowed: Sequence[str]) -> None:
        content = line.text.strip(" \t>")
        start = line.start + line.text.index(content)
        option = _OPTION.match(content)
        if option is None:
            message = f"'{content}' is no option of '{self._directive}'"
            help_text = "write `key: value`, or leave a blank line before text of your own"
            self._report("bad-option", start, content, message, help_text)
        elif option["key"] not in allowed:
            message = f"'{self._directive}' has no option '{option['key']}'"
            takes = f"it takes {', '.join(f'`{key}:`' for key in allowed)}" if allowed else "it takes none"
            help_text = did_you_mean(option["key"], allowed, takes)
            self._report("unknown-option", start, option["key"], message, help_text)
        elif option["key"] in self._values:
            message = f"option '{option['key']}' is given twice"
            self._report("bad-option", start, option["key"], message, "keep one of them")
        else:
            self._values[option["key"]] = _Option(option["value"], start + option.start("value"))

    def _report(self, code: str, offset: int, words: str, message: str, help_text: str) -> None:
        self.issues.append(Issue.error(code, self._author.at(offset, len(words)), message, help_text))

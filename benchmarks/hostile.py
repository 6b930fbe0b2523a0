"""Measure how long texts that are made to be slow take, in the body of a page, in its values and in its front matter.

    python benchmarks/hostile.py [--build] [--over SECONDS] [WORD ...]

Each text repeats one piece up to 20, 40 and 80 kB, on one line and on a line each. Seconds are of the processor, not of
the clock, of `explainer check` or, with --build, of `mkdocs build`; the factor is of the last doubling: 2 is linear, 4
quadratic. With --over, only what takes longer is printed. WORDs choose pieces that hold one of them.
"""

import argparse
import os
import resource
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.build.checked_site import check
from generator.model.issue import Severity
from generator.site.site_file import load_settings

SIZES = (20_000, 40_000, 80_000)
LIMIT = 12
"""Seconds after which a measurement is given up."""

# fmt: off
PIECES = (
    # citations, links, definitions
    "[@", "[@b", "[@b; ", "[@a] ", "[@a", "[", "]", "![", "![a](", "[a](", "[a](b ", "[a][", "[a][b] ", "[[", "[]",
    "[a]: b\n", "[a]: <b", "[a]: <b\n", "*[a]: b", "*[a]: b\n", "[^a]:", "[^a]: b\n", "[^a]", "[^a] ", "[[a]] ",
    "[a", "[a ", "(", "](", "[a](<", "[a](b \"", "[a](b '", "![a]", "[\\", "\\", "\\[",
    # directives, blocks
    ":::", "::: ", "::: quote", "::: quote a\n", ":::\n", "::: timeline\n    from: 2025\n", "    from: 2025\n",
    "::", ":",
    "/// ", "/// html | div\n", "///\n", "/// a\n", "//// a\n", "!!! a\n", "!!! a\n    ", "??? a\n    ", "=== \"a\"\n",
    "=== \"a\"\n    ", "a\n: b\n", ": a\n", ": a\n\n", "{: a}", "{: ", "{.a", "{", "{#a}\n", "# a {", "#", "# a\n",
    # code
    "`", "` ", "`` ` ", "```", "```a", "```a\n", "```\n", "~~~a\n", "``` a\n\n", "    ```a\n", "> ```a\n",
    "`a\n", "`\n\n",
    "```{.a", "```{ a\n",
    # HTML
    "<", "<a ", "<a", "<a>", "<b>", "<b", "<pre>", "<pre>\n", "</", "</a>", "<?", "<!", "<!--", "<!---->", "<![CDATA[",
    "<!a ", "<div>", "<div>\n", "<div markdown>\n", "<div markdown=1>", "<p>", "<p>\n", "&", "&#", "&a",
    "&#1;", "<a@b.c>",
    "<http://a", "<a href='", "<a\n", "<script>", "<style>", "<textarea>", "<title>", "<svg>", "<!--\n",
    "<kbd>", "</kbd>",
    "<table>", "<span markdown>",
    # emphasis
    "*", "**", "* ", "** ", "*a", "**a", "*a ", "_", "__", "_a", "_a ", "__a ", "***", "***a", "*a**", "*_", "a*", "a_",
    "~", "~~", "~~a", "~a", "^", "^^a", "==", "==a", "=", "++", "++a", "++a+", "{++", "{--", "{~~", "{==",
    "{>>", "$", "$$",
    "$a", "\\(", "\\[a", ":a:", ":a", ":smile:", "--", "---", "...", "\"", "'", "\"a", "'a", "“", "“a ",
    "“a” ", "«", "‘a ",
    "(c)", "#!", "`#!a ",
    # lists, quotations, tables, headings
    ">", "> ", ">\n", "> a\n", ">a\n\n", "- ", "-\n", "- a\n", "* a\n", "1. ", "1. a\n", "1) a\n", "- a\n\n",
    "- [ ] a\n",
    "-", "- - ", "> - ", "- > ", "    - a\n", "\t", "\t\n", "\ta\n", " ", "  \n", "    a\n", "    a\n\n", "|",
    "| ", "|a",
    "|a|\n", "|-", "|-|\n", "|a|b|\n|-|-|\n", "a|b\n", "-|-\n", "a\n=\n", "a\n-\n", "=\n", "-\n-\n", "***\n", "[ ]",
    "\n", " \n", "a\n", "a ", "a", "a  \n", "a\n\n", "\u2028", "a. ", "A. ", "Mr. ", "\\\n",
    # addresses
    "http://", "http://a ", "http://a.b ", "www.a.b ", "a@b.c ", "a@", "@a ", "#1 ", "@", "a@a",
    "https://a.b/(", "mailto:",
    # mixed
    "[@a](", "[@a]:", "[@a][", "{.scare}", "“a”{.scare} ", "--8<-- ", "%", "[=1%]\n", "[= ", "%%", "\x02", "\x03",
)  # fmt: skip
"""What is repeated."""


def nested(piece: str, size: int) -> str:
    """Return lists or quotations, each in the one above it."""
    rows: list[str] = []
    length = 0
    while length < size:
        rows.append(f"{'    ' * len(rows)}{piece}")
        length += len(rows[-1]) + 1
    return "\n".join(rows)


def growing(piece: str, size: int) -> str:
    """Return lines, each with one piece more than the one above."""
    rows: list[str] = []
    length = 0
    while length < size:
        rows.append(f"{piece * (len(rows) + 1)} a")
        length += len(rows[-1]) + 1
    return "\n".join(rows)


def texts() -> Iterator[tuple[str, Callable[[int], str]]]:
    """Give each hostile text: its name, and what makes it of a size."""
    for piece in PIECES:
        yield f"{piece!r} on one line", lambda size, piece=piece: piece * (size // len(piece))
        if "\n" not in piece:
            yield f"{piece!r} on a line each", lambda size, piece=piece: f"{piece}\n" * (size // (len(piece) + 1))
            yield f"{piece!r} as paragraphs", lambda size, piece=piece: f"{piece}\n\n" * (size // (len(piece) + 2))
    for piece in ("- a", "1. a", "* a", "> a", "!!! a", '=== "a"', "a", "```", "- > a"):
        yield f"{piece!r} nested", lambda size, piece=piece: nested(piece, size)
    for piece in (">", "> ", "- ", "`", "#", "*", "_", "|", "[", "<", " ", "\t", "~", ":"):
        yield f"{piece!r} growing", lambda size, piece=piece: growing(piece, size)
    for opened, closed in (
        ("[", "]"),
        ("*", "*"),
        ("**", "**"),
        ("(", ")"),
        ("`", "`"),
        ("<b>", "</b>"),
        ("![", "](a)"),
        ("[", "](a)"),
        ("_", "_"),
        ("~~", "~~"),
        ("“", "”"),
    ):
        yield (
            f"{opened!r} before and {closed!r} behind",
            lambda size, opened=opened, closed=closed: (
                opened * (size // len(opened + closed)) + "a" + closed * (size // len(opened + closed))
            ),
        )
    yield "abbreviations, each another", lambda size: "".join(f"*[a{n}]: b\n" for n in range(size // 12))
    yield "abbreviations used", lambda size: "".join(f"*[a{n}]: b\n\na{n}\n\n" for n in range(size // 22))
    yield "footnotes, each another", lambda size: "".join(f"[^a{n}]: b\n\n[^a{n}]\n\n" for n in range(size // 24))
    yield "definitions, each another", lambda size: "".join(f"[a{n}]: b\n" for n in range(size // 11))
    yield "definitions used", lambda size: "".join(f"[a{n}]: b\n\n[a{n}]\n\n" for n in range(size // 20))
    yield "headings of one name", lambda size: "# a\n\n" * (size // 5)
    yield "fences of growing length", lambda size: growing("`", size)
    yield "columns of a table", lambda size: f"{'|a' * (size // 6)}\n{'|-' * (size // 6)}\n{'|b' * (size // 6)}\n"
    yield "rows of a table", lambda size: f"|a|b|\n|-|-|\n{'|a|b|' + chr(10)}" + "|a|b|\n" * (size // 6)


def front_matters() -> Iterator[tuple[str, Callable[[int], str]]]:
    """Give front matters that are made to be slow."""
    for name, piece in {
        "flow lists": "[", "flow mappings": "{a: ", "keys": None, "anchors": "&a ", "aliases": None, "a long line": "a",
        "quotation marks": "'", "escapes": "\\x41", "comments": "# a\n", "blank lines": "\n", "dashes": "- ",
        "bars": "|\n",
        "questions": "? ", "tags": "!a ", "tabs": "\t", "percents": "%", "colons": ": ", "doubled marks": "''",
    }.items():  # fmt: skip
        if piece is not None:
            yield f"front matter of {name}", lambda size, piece=piece: f"x: {piece * (size // len(piece))}"
            yield f"front matter of {name} in a text", lambda size, piece=piece: f'x: "{piece * (size // len(piece))}'
    yield "front matter of many keys", lambda size: "".join(f"k{n}: a\n" for n in range(size // 9))
    yield (
        "front matter of many people",
        lambda size: "people:\n" + "".join(f"  k{n}: {{name: Ada Example}}\n" for n in range(size // 30)),
    )
    yield (
        "front matter of many quotations",
        lambda size: "quotes:\n" + "".join(f"  k{n}: {{text: a b c, source: a}}\n" for n in range(size // 36)),
    )
    yield (
        "front matter of many events",
        lambda size: "timeline:\n" + "".join(f"  k{n}: {{title: a, date: 2025}}\n" for n in range(size // 36)),
    )
    yield "front matter of many terms", lambda size: "glossary:\n" + "".join(f"  k{n}: a\n" for n in range(size // 11))
    yield (
        "front matter of anchors, each used",
        lambda size: "".join(f"k{n}: &a{n} b\nj{n}: *a{n}\n" for n in range(size // 26)),
    )
    yield "front matter of lists in lists", lambda size: "\n".join(f"{' ' * n}-" for n in range(int((2 * size) ** 0.5)))


PAGE = "---\ntitle: Soup\n{front}---\n\n{body}\n"
SOURCE = "sources:\n  a: {publisher: The Pot, title: Soup, url: 'https://pot.example/'}\n"
PLACES: dict[str, Callable[[str], str]] = {
    "body": lambda text: PAGE.format(front=SOURCE, body=text),
    "ordinary": lambda text: f"# Soup\n\n{text}\n",
    "value": lambda text: PAGE.format(
        front=SOURCE + "key_points:\n- |\n" + "".join(f"  {row}\n" for row in text.split("\n")), body=""
    ),
}
SITE_FILE = """\
site_name: Soup
docs_dir: content
theme: {name: material, font: false}
plugins: [explainer: {cards: false}]
"""


def measure(page: str, *, build: bool) -> tuple[float, str]:
    """Return the processor's seconds that one page takes in a process of its own, and how many errors it has."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content").mkdir()
        (root / "seeds").mkdir()
        (root / "mkdocs.yml").write_text(SITE_FILE)
        (root / "content" / "page.md").write_text(page, "utf-8")
        (root / "content" / "index.md").write_text("# Home\n")
        reading, writing = os.pipe()
        if (child := os.fork()) == 0:
            resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT + 1))
            os.write(writing, _run(root, build=build).encode()[:4000])
            os._exit(0)
        os.close(writing)
        _, status, used = os.wait4(child, 0)
        with os.fdopen(reading, encoding="utf-8") as told:
            said = told.read()
        return used.ru_utime, said if status == 0 else "given up"


def _run(root: Path, *, build: bool) -> str:
    issues = check(load_settings(root / "mkdocs.yml"))
    errors = sorted({issue.code for issue in issues if issue.severity is Severity.ERROR})
    if build:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        try:
            mkdocs_build(load_config(str(root / "mkdocs.yml")))  # type: ignore[no-untyped-call]
        except Exception as error:  # noqa: BLE001 - whatever stops a build is told
            return f"{type(error).__name__} {', '.join(errors)}"
    return ", ".join(errors) or f"{len(issues)} warnings"


def main() -> None:
    """Print the seconds that each text takes at each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", action="store_true")
    parser.add_argument("--over", type=float, default=0)
    parser.add_argument("--places", default=",".join(PLACES))
    parser.add_argument("words", nargs="*")
    options = parser.parse_args()
    slowest = 0.0
    pages = [
        (f"{place}: {name}", lambda size, make=make, place=place: PLACES[place](make(size)))
        for place in options.places.split(",")
        if place
        for name, make in texts()
    ]
    pages += [
        (name, lambda size, make=make: f"---\ntitle: Soup\n{make(size)}\n---\n\nText.\n")
        for name, make in front_matters()
    ]
    for name, make in pages:
        if options.words and not any(word in name for word in options.words):
            continue
        seconds: list[float] = []
        told = ""
        for size in SIZES:
            took, told = measure(make(size), build=options.build)
            seconds.append(took)
            if took > LIMIT / 2:
                break
        slowest = max(slowest, *seconds)
        if seconds[-1] >= options.over:
            factor = seconds[-1] / seconds[-2] if len(seconds) > 1 and seconds[-2] > 0 else 0
            shown = " ".join(f"{value:6.2f}" for value in seconds)
            print(f"{shown:20} s  ×{factor:4.1f}  {name}  [{told[:60]}]", flush=True)
    print(f"{slowest:.2f} s is the most")


if __name__ == "__main__":
    main()

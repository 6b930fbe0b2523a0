"""Showing: the quotations of a finished page as a browser finds them."""

import time

import pytest

from generator.errors import UnreadableError
from generator.evidence.showing import Shown, read_quotations

QUOTATION = """<div class="ex-quotation ex-quotation--short" id="quote-hot"><blockquote class="ex-quotation__words">
<p>Soup is &amp; was</p>\n<p>hot<script>x</script><!-- cold --></p></blockquote>
<p class="ex-quotation__attribution"><strong class="ex-quotation__speaker">Ada
 Example</strong>, cook</p><img src=x><p>More.</div>"""
SHOWN = Shown(anchor="quote-hot", words="Soup is & was hot", speaker="Ada Example")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (QUOTATION, (SHOWN,)),
        (f"<main><p>A<p>B<ul><li>C<li>{QUOTATION}</ul></main>", (SHOWN,)),
        (f"<!-- {QUOTATION.replace('<!-- cold -->', '')} -->", ()),
        (f"<script>{QUOTATION.replace('<script>x</script>', '')}</script>", ()),
        (QUOTATION.replace('id="quote-hot"', 'id="quote-hot" id="quote-cold"'), (SHOWN,)),
        (QUOTATION.removesuffix("</div>"), (SHOWN,)),
        (f"</div></p>{QUOTATION}</div>", (SHOWN,)),
        ('<blockquote class="ex-quotation__words">x</blockquote>', ()),
        (f"<noscript>{QUOTATION}</noscript>", ()),
        (f"<div hidden>{QUOTATION}</div>", ()),
        (f'<div style="color: red; DISPLAY : none">{QUOTATION}</div>', ()),
        (QUOTATION.replace("Soup is", "<i hidden>Soup is</i> <b style='visibility:hidden'>cold</b>Soup is"), (SHOWN,)),
        (QUOTATION.replace("Soup is", '<i style="opacity: 0.9; display: block">Soup is</i>'), (SHOWN,)),
        ("", ()),
    ],
)
def test_the_quotations_of_a_page(html: str, shown: tuple[Shown, ...]) -> None:
    assert read_quotations(html) == shown


def test_everything_that_is_said_of_a_quotation() -> None:
    html = """<div class="ex-quotation ex-quotation--altered" id="quote-hot"><p class="ex-quotation__attribution">
      <span class="ex-quotation__who"><span class="ex-quotation__by"><strong class="ex-quotation__speaker">Ada</strong>,
      cook, </span><span class="ex-quotation__said"><time>April 7, 2025</time></span></span>
      <span class="ex-quotation__source"><cite>Soup goes up</cite>, The Daily Broth</span></p>
      <footer><strong class="ex-proof__status">Verified</strong></footer></div>"""
    (found,) = read_quotations(html)
    assert (found.speaker, found.by, found.said) == ("Ada", "Ada, cook", "April 7, 2025")
    assert (found.source, found.state, found.status) == ("Soup goes up, The Daily Broth", "altered", "Verified")


def test_a_translation_has_its_original() -> None:
    html = """<div class="ex-quotation"><blockquote class="ex-quotation__words"><p>Hot</p></blockquote>
      <div class="ex-quotation__source-words"><p class="ex-quotation__translated">From German:</p>
      <blockquote class="ex-quotation__original"><p>Heiß</p></blockquote></div></div>"""
    assert read_quotations(html) == (Shown(anchor="", words="Hot", original="Heiß"),)


def test_a_page_that_is_nested_without_end_is_refused_at_once() -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableError, match="more than 500 elements within each other"):
        read_quotations("<div>x" * 300_000)
    assert len(read_quotations("<p>x" * 100_000 + QUOTATION)) == 1
    assert time.monotonic() - began < 10

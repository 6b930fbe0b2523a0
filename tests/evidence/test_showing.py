"""Showing: what a finished page shows of its quotations, as a browser finds it."""

import pytest

from generator.evidence.showing import Pull, Shown, read_page
from generator.model.errors import UnreadableError

QUOTATION = """<div class="ex-quotation ex-quotation--short" id="quote-hot"><blockquote class="ex-quotation__words">
<p>Soup is &amp; was</p>\n<p>hot<!-- cold --></p></blockquote>
<p class="ex-quotation__attribution"><span class="ex-quotation__by"><strong class="ex-quotation__speaker">Ada
 Example</strong>, cook, </span></p></div>"""
SHOWN = Shown(anchor="quote-hot", words="Soup is & was hot", speaker="Ada Example", by="Ada Example, cook,")


def words(inner: str) -> str:
    (found,) = read_page(QUOTATION.replace("Soup is &amp; was", inner)).quotations
    return found.words.removesuffix(" hot")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (QUOTATION, (SHOWN,)),
        (f"<main><p>A<p>B<ul><li>C<li>{QUOTATION}</ul></main>", (SHOWN,)),
        (f"<!-- {QUOTATION.replace('<!-- cold -->', '')} -->", ()),
        (f"<script>{QUOTATION}</script>", ()),
        (QUOTATION.replace('id="quote-hot"', 'id="quote-hot" id="quote-cold"'), (SHOWN,)),
        (QUOTATION.removesuffix("</div>"), (SHOWN,)),
        (f"</div></p>{QUOTATION}</div>", (SHOWN,)),
        ('<blockquote class="ex-quotation__words">x</blockquote>', ()),
        (f"<!doctype html><title>x</title><body>{QUOTATION}<![mso]>", (SHOWN,)),
        ("", ()),
    ],
)
def test_the_quotations_of_a_page(html: str, shown: tuple[Shown, ...]) -> None:
    assert read_page(html).quotations == shown


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("Soup <i hidden>never</i> is", "Soup <i>never is"),
        ('Soup <span style="display:none;display:inline">not</span> is', "Soup <span>not is"),
        ("Soup <span popover>not</span> is", "Soup <span>not is"),
        ("Soup <script style='display:inline'>not</script> is", "Soup <script>not is"),
        ("Soup <textarea>not</textarea> is", "Soup <textarea>not is"),
        ('Soup <font color="white" size="1">not</font> is', "Soup <font>not is"),
        ('Soup <bdi dir="rtl">12</bdi>', "Soup <bdi>12"),
        ('Soup <span class="white">not</span> is', "Soup <span>not is"),
        ("Soup is<br>was", "Soup is was"),
        ("<font>Soup</font> <em>is</em>", "Soup is"),
        ('Soup is <b class="ex-quotation__original">never </b>', "Soup is <b>never"),
        ("Soup is <s>not</s>", "Soup is <s>not"),
        ("Soup is <img alt='not'>", "Soup is <img>"),
        ("Soup is <bdo dir=rtl>12</bdo>", "Soup is <bdo>12"),
        ("Soup is &#x202E;12&#x202C;", "Soup is \ufffd12\ufffd"),
        ("Soup is <!-->never <!-- -->", "Soup is never"),
        ("<!-- --!>Soup is never", "Soup is never"),
        ("<![CDATA[x>Soup ]]> is", "Soup ]]> is"),
    ],
)
def test_words_as_a_browser_shows_them(inner: str, shown: str) -> None:
    assert words(inner) == shown


def test_everything_that_is_said_of_a_quotation() -> None:
    html = """<div class="ex-quotation ex-quotation--altered" id="quote-hot"><p class="ex-quotation__attribution">
      <span class="ex-quotation__who"><span class="ex-quotation__by"><strong class="ex-quotation__speaker">Ada</strong>,
      cook, </span><span class="ex-quotation__said"><time>April 7, 2025</time></span></span>
      <span class="ex-quotation__source"><cite>Soup goes up</cite>, The Daily Broth</span></p>
      <footer class="ex-proof"><strong class="ex-proof__status">Verified</strong>
      <details><p class="ex-proof__context">She said <mark>Soup is hot</mark>.</p></details></footer></div>"""
    (found,) = read_page(html).quotations
    assert (found.speaker, found.by, found.said) == ("Ada", "Ada, cook,", "April 7, 2025")
    assert (found.source, found.state, found.status) == ("Soup goes up, The Daily Broth", "altered", "Verified")
    assert (found.passage, found.context, found.stray) == ("Soup is hot", "She said Soup is hot.", "")


@pytest.mark.parametrize(
    "stray",
    [
        "<blockquote>and cold</blockquote>",
        '<p class="ex-quotation__attribution">and <em>cold</em></p>',
        '<div class="ex-quotation__source-words">and cold</div>',
        '<p class="ex-proof">and cold</p>',
        '<footer class="ex-proof">and cold</footer>',
    ],
)
def test_what_stands_beside_the_parts(stray: str) -> None:
    (found,) = read_page(QUOTATION.replace("</blockquote>", f"</blockquote>{stray}")).quotations
    assert found.stray == "and cold"
    assert found.words == SHOWN.words


@pytest.mark.parametrize(
    "wrapper",
    [
        "<div hidden>{}</div>",
        '<div style="display:none">{}</div>',
        "<main><noscript>{}</noscript></main>",
        "<dialog>{}</dialog>",
        "<canvas>{}</canvas>",
    ],
)
def test_what_hides_a_block_is_told(wrapper: str) -> None:
    (found,) = read_page(wrapper.format(QUOTATION)).quotations
    assert found.stray.endswith("hidden>")


def test_what_hides_the_block_itself_its_proof_or_all_is_told() -> None:
    hidden = QUOTATION.replace('id="quote-hot"', 'id="quote-hot" hidden')
    assert read_page(hidden).quotations[0].stray == "<div hidden>"
    proof = '<footer hidden class="ex-proof"><strong class="ex-proof__status">Verified</strong></footer></div>'
    assert read_page(QUOTATION.replace("</div>", proof)).quotations[0].status == "<footer>Verified"
    shadow = "<div><template shadowrootmode='open'>Poison</template>" + QUOTATION + "</div>"
    assert read_page(shadow).quotations[0].stray == "<template shadowrootmode>"


def test_free_words_in_a_proof_are_told() -> None:
    proof = '<footer class="ex-proof"><p class="ex-proof__note">A note.</p><p>Retracted</p><img></footer></div>'
    assert read_page(QUOTATION.replace("</div>", proof)).quotations[0].stray == "Retracted<img>"


def test_drawings_are_not_deep() -> None:
    chart = "<svg>" + '<circle cx="1" cy="1" r="1"/>' * 600 + "</svg>"
    assert read_page(chart + QUOTATION).quotations == (SHOWN,)


def test_a_translation_has_its_original() -> None:
    html = """<div class="ex-quotation"><blockquote class="ex-quotation__words"><p>Hot</p></blockquote>
      <div class="ex-quotation__source-words"><p class="ex-quotation__translated">From German:</p>
      <blockquote class="ex-quotation__original"><p>Heiß</p></blockquote></div></div>"""
    assert read_page(html).quotations == (Shown(anchor="", words="Hot", translated="From German:", original="Heiß"),)


def test_pull_quotes_and_anchors() -> None:
    pull = '<div class="ex-pull"><p class="ex-pull__words">“Hot”</p><p class="ex-pull__speaker">Ada</p></div>'
    found = read_page(f'<p id="quote-hot">{pull}{QUOTATION}')
    assert found.pulls == (Pull(words="“Hot”", speaker="Ada"),)
    assert found.anchors == {"quote-hot": 2}


@pytest.mark.parametrize("html", ["<div>x" * 300_000, "<b>" * 2000, "<x></y>" * 2000])
def test_a_page_that_is_nested_without_end_is_refused(html: str) -> None:
    with pytest.raises(UnreadableError, match="more than 500 elements within each other"):
        read_page(html)

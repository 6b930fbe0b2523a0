"""What a finished page shows at first sight."""

from generator.embeds.outline import Block, read_outline


def test_each_block_has_its_text_and_the_classes_around_it() -> None:
    html = '<div class="a b"><p class="c">One <strong>two</strong><br>three</p> <p>four &amp; five</p></div>'
    outline = read_outline(html)
    assert outline.blocks == (Block("One twothree", ("c", "a", "b")), Block("four & five", ("a", "b")))
    assert outline.names == {"div", "p", "strong", "br", "a", "b", "c"}


def test_what_is_folded_is_not_seen_but_has_its_style() -> None:
    html = '<details><summary>More</summary> <p class="in">hidden</p></details><details open><p>shown</p></details>'
    outline = read_outline(html)
    assert [block.text for block in outline.blocks] == ["More", "shown"]
    assert "in" in outline.names

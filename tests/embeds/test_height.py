"""How tall a frame is."""

from generator.embeds.height import frame_height
from generator.embeds.outline import Block

WORDS = ("ex-quotation__words", "ex-quotation", "ex-quotation--long")


def test_more_text_needs_more_room() -> None:
    heights = [frame_height([Block("word " * count, WORDS)]) for count in (5, 50, 500)]
    assert heights == sorted(set(heights))
    assert all(height % 10 == 0 for height in heights)


def test_wide_characters_count_twice() -> None:
    assert frame_height([Block("字" * 60, WORDS)]) > frame_height([Block("a" * 60, WORDS)])


def test_short_words_are_set_larger_but_not_in_a_box() -> None:
    short = ("ex-quotation__words", "ex-quotation", "ex-quotation--short")
    text = "a" * 200
    assert frame_height([Block(text, (*short, "ex-expert"))]) < frame_height([Block(text, short)])

"""How long the lines of running text are."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.support.built import Sites
from tests.support.faces import NARROW, ORDINARY, WIDE, Faces
from tests.support.pages import HEARING, HOME, JAILING, PRINTS, name_of
from tests.support.visit import visit

pytestmark = pytest.mark.browser

GUIDE = ("demonstration", "guide/verification/")
_LINES = """paragraphs => paragraphs.flatMap(paragraph => {
  const lines = []
  let bottom = -Infinity
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.closest(".ex-citation, .headerlink")) continue
    for (let i = 0; i < walker.currentNode.length; i++) {
      const range = document.createRange()
      range.setStart(walker.currentNode, i)
      range.setEnd(walker.currentNode, i + 1)
      const box = range.getClientRects()[0]
      if (!box) continue
      if (box.top >= bottom - 2) lines.push(0)
      bottom = lines.at(-1) ? bottom : box.bottom
      lines[lines.length - 1] += 1
    }
  }
  return lines.slice(0, -1)
})"""
"""Counts the characters of each line; the last line of a paragraph is as long as it happens to be."""


@pytest.mark.parametrize("faces", [NARROW, ORDINARY, WIDE], ids=lambda faces: faces.serif)
@pytest.mark.parametrize("kind", [JAILING, PRINTS, HEARING, HOME, GUIDE], ids=name_of)
def test_lines_of_running_text_are_easy_to_read(
    browsers: Callable[[Faces], Browser], sites: Sites, kind: tuple[str, str], faces: Faces
) -> None:
    with visit(browsers(faces), sites.url(*kind)) as seen:
        lines = seen.page.locator(":is(.ex-page, .md-content__inner) > p").evaluate_all(_LINES)
        assert len(lines) > 2
        # From 45 to 75 letters are easy to read, 66 is best; one measure has to serve narrow and wide faces alike.
        assert 59 <= sum(lines) / len(lines) <= 70, lines
        assert max(lines) <= 75

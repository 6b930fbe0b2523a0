"""JSON as text that may stand in an HTML page."""

import json
from collections.abc import Mapping

_HARMLESS = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def json_for_html(value: Mapping[str, object]) -> str:
    """Return a value as JSON (RFC 8259) for a `script` element.

    Args:
        value: The value.

    Returns:
        One line. No character of it ends the element or opens a comment in it: angle brackets and ampersands,
        which JSON has in texts alone, are written as escapes.
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_HARMLESS)

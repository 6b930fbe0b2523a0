"""Where things of the checkout stand."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "generator"
DATA = ROOT / "tests" / "data"

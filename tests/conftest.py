"""What all tests share."""

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

# A machine that is busy with something else is no failure; the tests' speed is measured by the benchmarks.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

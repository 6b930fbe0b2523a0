"""What all tests share."""

from hypothesis import settings

# A machine that is busy with something else is no failure; the tests' speed is measured by the benchmarks.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

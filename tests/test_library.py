"""The library's public names."""

import importlib
import pkgutil

import generator


def test_every_public_name_is_there_and_no_module_hides_one() -> None:
    for _, name, _ in pkgutil.iter_modules(generator.__path__):
        importlib.import_module(f"generator.{name}")
    for name in generator.__all__:
        assert getattr(generator, name).__name__ == name

"""Front matter: YAML with places, pydantic's fields, and the page that they make."""

from generator.front_matter.page import ParsedPage, parse_page, parse_person
from generator.front_matter.schema import json_schema

__all__ = ["ParsedPage", "json_schema", "parse_page", "parse_person"]

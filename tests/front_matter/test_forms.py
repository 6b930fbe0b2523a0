"""Forms for editing in a browser: every field that a form can hold, as the model describes it."""

from typing import Any

import jsonschema
import pytest
import yaml
from pydantic import BaseModel

from generator.authoring.new_site import render_new_site
from generator.front_matter.forms import explainer_fields, person_fields
from generator.front_matter.schema import ENTRIES, PageFields, SharedPersonFields
from tests.support.places import DATA

RULES = yaml.safe_load((DATA / "pages_cms.yaml").read_text("utf-8"))


def test_the_forms_of_a_new_site_follow_the_rules_of_pages_cms() -> None:
    forms = yaml.safe_load(render_new_site("Soup", "1.0")[".pages.yml"])
    jsonschema.Draft202012Validator.check_schema(RULES)
    jsonschema.validate(forms, RULES)
    names = [entry["name"] for entry in forms["content"]]
    assert len(names) == len(set(names))
    assert forms["settings"]["content"]["merge"], "without it a form takes away what it does not hold"


@pytest.mark.parametrize(
    ("model", "form", "left_out"),
    [(PageFields, explainer_fields(), {*ENTRIES, "glossary"}), (SharedPersonFields, person_fields(), set())],
)
def test_a_form_has_every_field_but_entries_by_id(
    model: type[BaseModel], form: list[dict[str, Any]], left_out: set[str]
) -> None:
    fields = {field["name"]: field for field in form}
    assert set(fields) == {*model.model_fields, "body"} - left_out
    for name, told in model.model_fields.items():
        if name in fields:
            assert fields[name]["description"] == told.description
            assert fields[name].get("required", False) == told.is_required()


def test_a_form_that_is_saved_as_it_opens_changes_nothing() -> None:
    for field in (*explainer_fields(), *person_fields()):
        if "default" in field:
            model = PageFields if field in explainer_fields() else SharedPersonFields
            assert model.model_fields[field["name"]].default == field["default"]

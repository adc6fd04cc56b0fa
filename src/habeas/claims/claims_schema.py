"""The JSON Schema of one line of a claims file, made from the vocabulary so that it cannot drift from it."""

from __future__ import annotations

from typing import Any

from habeas.claims.vocabulary import ALIASES, Predicate, vocabulary
from habeas.sources.note import CONSENTS

_NUMBER: dict[str, Any] = {"type": "number", "minimum": 0}
_TEXT: dict[str, Any] = {"type": "string"}
_BOOLEAN: dict[str, Any] = {"type": "boolean"}


def claims_schema() -> dict[str, Any]:
    """JSON Schema 2020-12. A line is a claim, or one of the acts."""
    words = vocabulary()
    fields: dict[str, Any] = {}
    for predicate in words.predicates.values():
        for name, kind in predicate.fields.items():
            fields.setdefault(name, {"anyOf": []})["anyOf"].append(_field(kind))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of a Habeas claims file",
        "oneOf": [_claim(fields), *_acts()],
        "$defs": {"party": _party(), "values": {name: _value(p) for name, p in words.predicates.items()}},
    }


def _claim(fields: dict[str, Any]) -> dict[str, Any]:
    words = vocabulary()
    own = {
        "subject": {"$ref": "#/$defs/party"}, "person": {"$ref": "#/$defs/party"}, "predicate": {"enum": [*words.predicates, *ALIASES]},
        "type": {"enum": [*words.predicates, *ALIASES]}, "value": {}, "valid": {"type": ["string", "array", "null"]},
        "date": {"type": ["string", "null"]}, "quote": {"type": ["string", "null"]}, "source": {"type": "string", "minLength": 1},
        "published_on": {"type": ["string", "null"]}, "published": {"type": ["string", "null"]}, "speaker": {"type": ["string", "null"]},
        "said_by": {"type": ["string", "null"]}, "reality": {"enum": list(words.codes["reality"])}, "recorded_at": _TEXT,
        "count": {"type": ["integer", "null"], "minimum": 0}, "comparator": {"enum": [*words.codes["comparator"], None]},
        "members": {"type": "array", "items": {"$ref": "#/$defs/party"}}, "label": _TEXT, "weak": _BOOLEAN, "list": _TEXT,
        "derived_from": _TEXT, "grade": {"type": "integer"}, "url": _TEXT, "source_id": _TEXT, "source_key": _TEXT,
        "source_consent": {"enum": list(CONSENTS)},
        "span": {"type": ["array", "null"], "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
    }  # fmt: skip
    return {
        "type": "object",
        "required": ["source"],
        "anyOf": [{"required": ["predicate"]}, {"required": ["type"]}],
        "properties": {**fields, **own},
        "additionalProperties": False,
    }


def _acts() -> list[dict[str, Any]]:
    beside = {"label": _TEXT, "why": _TEXT, "recorded_at": _TEXT}
    two = {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2}
    shapes: list[dict[str, Any]] = [
        {"judge": two, "verdict": {"enum": ["same", "different", "unsure"]}},
        {"retract": _TEXT},
        {"reinstate": _TEXT},
        {"rule": _TEXT, "set_aside": {"type": "array", "items": _TEXT}},
        {"policy": {"type": "object"}},
    ]
    return [
        {
            "type": "object", "required": list(shape), "additionalProperties": False,
            "properties": {**shape, **beside, **_decided(shape)},
        }
        for shape in shapes
    ]  # fmt: skip


def _decided(shape: dict[str, Any]) -> dict[str, Any]:
    """What else stands in a line that may be decided otherwise in another register."""
    if not shape.keys() & {"judge", "retract", "reinstate"}:
        return {}
    return {"decided_at": _TEXT, **({"automatic": _BOOLEAN} if "judge" in shape else {})}


def _party() -> dict[str, Any]:
    named = {
        "type": "object",
        "properties": {"name": _TEXT, "id": _TEXT, "key": _TEXT},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [{"type": "string", "minLength": 1}, named]}


def _value(predicate: Predicate) -> dict[str, Any]:
    return {
        "type": "object", "description": predicate.label, "additionalProperties": False,
        "properties": {name: _field(kind) for name, kind in predicate.fields.items()},
    }  # fmt: skip


def _field(kind: str) -> dict[str, Any]:
    if kind in vocabulary().codes:
        return {"enum": list(vocabulary().codes[kind])}
    shapes: dict[str, dict[str, Any]] = {
        "number": _NUMBER, "boolean": _BOOLEAN, "texts": {"type": "array", "items": _TEXT},
        "conditions": {"type": "array", "items": {"enum": list(vocabulary().codes["condition"])}},
        "description_kind": {"enum": ["called", "member", "example"]}, "yes_no_unknown": {"enum": ["yes", "no", "unknown"]},
    }  # fmt: skip
    return shapes.get(kind, _TEXT)

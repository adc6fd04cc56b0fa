"""What the numbers mean and how they are made: definitions with their rules, methods, the review policy in force, the words used."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from habeas.claims.vocabulary import vocabulary
from habeas.figures.definitions import definition_files
from habeas.kernel.country_files import read_yaml
from habeas.register.opened import Register
from habeas.web.asking import Question
from habeas.web.pages.rules import rule_in_words


def about(register: Register, question: Question) -> dict[str, Any]:
    """Everything the page shows."""
    policy = register.knowledge.policy(question.asked.known_by)
    words = vocabulary()
    return {
        "title": "About", "definitions": [_definition(content) for content in definition_files()], "policy": policy,
        "head": register.store.head(), **glossary(),
        "two_for": [words.predicate(name).label if name in words.predicates else name for name in policy.two_for],
        "predicates": sorted(words.predicates.values(), key=lambda p: p.label),
        "ways_out": words.codes["way_out"], "place_kinds": words.codes["place_kind"],
    }  # fmt: skip


@lru_cache(maxsize=1)
def glossary() -> Mapping[str, Any]:
    """`methods`, `glossary` and `data_protection` as their file has them."""
    return read_yaml(resources.files("habeas.web").joinpath("glossary.yml").read_text("utf-8"), "glossary.yml")


def _definition(content: Mapping[str, Any]) -> dict[str, Any]:
    return {**content, "rule": rule_in_words(content["rule"]), "says": content["headline"].split("{certain} ")[-1]}

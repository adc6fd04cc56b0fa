"""What a question may be asked under: definitions, with whoever they may be about, and whose knowledge."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.figures.definitions import definition_files
from habeas.kernel.asof import AsOf
from habeas.register.bodies import bodies
from habeas.register.known import known
from habeas.register.opened import Register
from habeas.web.asking import Question


@dataclass(frozen=True, slots=True)
class DefinitionChoice:
    """`id` as an address takes it, what it is called, and what has to be named beside it, such as a body; None = nothing."""

    id: str
    title: str
    parameter: str | None


def definition_choices(register: Register, question: Question) -> list[DefinitionChoice]:
    """Every definition, those about one body once for each body told of, once with the body left to be named, and the one asked under."""
    asked, found = question.asked, []
    for content in definition_files():
        id, title = str(content["id"]), str(content["title"])
        if "parameter" not in content:
            found.append(DefinitionChoice(id, title, None))
            continue
        found += [DefinitionChoice(f"{id}:{body}", f"{title}: {body}", None) for body in bodies(register, asked)]
        found.append(DefinitionChoice(id, f"{title}: …", str(content["parameter"])))
    if question.plain_definition not in {choice.id for choice in found}:
        found.append(DefinitionChoice(question.plain_definition, f"{question.of.title}: {question.of.parameter}", None))
    return found


def basis_choices(register: Register, asked: AsOf) -> list[tuple[str, str]]:
    """Each basis as an address takes it, and in words."""
    sources = known(register, asked.known_by, asked.basis).sources.values()
    lists = sorted({source.list_name for source in sources if source.list_name})
    found = [
        ("register", "everything entered here by then"), ("public", "only what was published by then"),
        *((f"source:{name}", f"the list {name} alone") for name in lists),
    ]  # fmt: skip
    if str(asked.basis) not in {id for id, _ in found}:
        found.append((str(asked.basis), f"the source {asked.basis.list_name} alone"))
    return found

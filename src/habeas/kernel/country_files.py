"""Knowledge that belongs to a country, or to an expert, is data: YAML files read by kind.

A file is named `COUNTRY.KIND.yml` (as in `xx.terms.yml`). Packaged ones come first; files of the same name in the operator's
folder (HABEAS_COUNTRIES) replace them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, ClassVar

import yaml

from habeas.kernel.errors import InputRefused

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):  # type: ignore[misc]  # the faster C loader where PyYAML was built with it, so the base is Any
    """A safe loader for which only true and false are truth values, as in YAML 1.2: a column may be called No, a word may be "on"."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in _Safe.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def read_yaml(text: str, name: str) -> dict[str, Any]:
    """One YAML mapping. Raises InputRefused with the file's name and line."""
    try:
        content = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise InputRefused(f"{name}: not valid YAML ({' '.join(str(error).split())}); correct that line") from error
    if not isinstance(content, dict):
        raise InputRefused(f"{name}: expected 'key: value' lines at the top; see the packaged files for the shape")
    return content


def country_files(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every (country code, content) of `kind`, in order of country. Raises InputRefused on a broken file."""
    found: dict[str, tuple[str, str]] = {}
    for entry in resources.files("habeas.countries").iterdir():
        if entry.name.endswith(f".{kind}.yml"):
            found[entry.name] = (entry.name, entry.read_text(encoding="utf-8"))
    own = os.environ.get("HABEAS_COUNTRIES")
    if own:
        for path in sorted(Path(own).glob(f"*.{kind}.yml")):
            found[path.name] = (str(path), path.read_text(encoding="utf-8"))
    for name in sorted(found):
        path_name, text = found[name]
        yield name.split(".")[0], read_yaml(text, path_name)

"""A page's form as somebody fills it in: what the page offers, what it holds already, and every field or press counted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client


@dataclass
class Field:
    """One name of a form. `offered`: the values to choose from; None = anything may be typed."""

    values: list[str] = field(default_factory=list)
    offered: list[str] | None = None
    required: bool = False


class _Reader(HTMLParser):
    """The last form of a page that is sent by post."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.fields: dict[str, Field] = defaultdict(Field)
        self.buttons: list[tuple[str, str, str]] = []
        self.action = ""
        self.inside = False
        self._text: list[str] | None = None
        self._name = ""
        self._button: dict[str, str | None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        name = told.get("name") or ""
        if tag == "form" and told.get("method") == "post":
            self.fields, self.buttons, self.action, self.inside = defaultdict(Field), [], told.get("action") or "", True
        elif not self.inside:
            return
        elif tag == "input":
            self._input(name, told)
        elif tag in ("textarea", "select"):
            self._name, self._text = name, [] if tag == "textarea" else None
            self.fields[name].offered = None if tag == "textarea" else []
        elif tag == "option":
            field = self.fields[self._name]
            assert field.offered is not None
            field.offered.append(told.get("value") or "")
            if "selected" in told:
                field.values = [told.get("value") or ""]
        elif tag == "button":
            self._button, self._text = told, []

    def _input(self, name: str, told: dict[str, str | None]) -> None:
        field, value = self.fields[name], told.get("value") or ""
        if told.get("type") in ("radio", "checkbox"):
            field.offered = [*(field.offered or []), value or "on"]
            if "checked" in told:
                field.values.append(value or "on")
        else:
            field.values = [value]

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._text is not None:
            self.fields[self._name].values, self._text = ["".join(self._text).removeprefix("\n")], None
        elif tag == "select" and not self.fields[self._name].values:
            self.fields[self._name].values = (self.fields[self._name].offered or [])[:1]
        elif tag == "button" and self._button is not None:
            told = self._button
            self.buttons.append((told.get("name") or "", told.get("value") or "", "".join(self._text or []).strip()))
            self._button, self._text = None, None
        elif tag == "form":
            self.inside = False


class Walk:
    """Somebody at a desk. `interactions` counts fields filled in or chosen, and presses."""

    def __init__(self, browser: Client, address: str) -> None:
        self.browser = browser
        self.address = address
        self.interactions = 0
        self.answer: Any = None
        self._came(browser.get(address))

    def _came(self, answer: Any) -> None:
        self.answer = answer
        self.page = answer.content.decode()
        reader = _Reader()
        reader.feed(self.page)
        self.fields, self.buttons, self.action = reader.fields, reader.buttons, reader.action

    def fill(self, name: str, value: str) -> Walk:
        """Type or choose something that the page offers."""
        assert name in self.fields, f"the page has no field {name}; it has {sorted(self.fields)}"
        found = self.fields[name]
        assert found.offered is None or value in found.offered, f"{name} does not offer {value}"
        found.values = [value]
        self.interactions += 1
        return self

    def press(self, text: str) -> Walk:
        """Press a button by its words, and follow where it leads."""
        name, value, _ = next(button for button in self.buttons if button[2] == text)
        sent: dict[str, list[str]] = {field: found.values for field, found in self.fields.items() if found.values}
        self.interactions += 1
        answer = self.browser.post(self.action or self.address, {**sent, **({name: value} if name else {})})
        if answer.status_code == 303:
            self.address = answer.headers["Location"]
            answer = self.browser.get(self.address)
        self._came(answer)
        return self

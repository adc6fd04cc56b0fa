"""Every kind of page, with an address of each: what has to be found first is taken from the pages that list it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from web_server import Page, Server

_WORDS = {
    "front": "/", "front of another day": "/?on=2023-06-01", "people": "/people/", "people, last page": "/people/?page=99999",
    "people, one facet": "/people/?status=yes", "people, two facets": "/people/?status=yes&recognised_by=Lantern",
    "people, latest arrest first": "/people/?order=arrest", "people, a name": "/people/?q=Borim+Velarling",
    "people, a frequent name": "/people/?q=Borim", "people of another day": "/people/?on=2023-06-01",
    "names while typing": "/people/suggested.json?q=borim+vel", "figures": "/figures/", "figures of another day": "/figures/?on=2023-06-01",
    "figures, fiftieth page": "/figures/?page=50", "figures, a name": "/figures/?q=Borim+Velarling",
    "figures, another definition": "/figures/?definition=recognised-by:Lantern", "figures, days asked for": "/figures/?from=2022-01-01&to=2022-12-31",
    "days as CSV": "/figures/days.csv", "roll as CSV": "/figures/roll.csv", "bridge": "/figures/bridge/",
    "bridge of two years": "/figures/bridge/?from_on=2022-12-31&to_on=2024-12-31", "bridge as CSV": "/figures/bridge.csv",
    "published figures": "/figures/published/", "picture of published figures": "/figures/published.svg",
    "sources": "/sources/", "sources, a word": "/sources/?q=courier", "cases": "/cases/", "cases, later page": "/cases/?page=9",
    "places": "/places/", "letters": "/letters/", "releases": "/waves/", "one release": "/waves/2024-07-03/",
    "one release, later page": "/waves/2024-07-03/?page=3", "about": "/about/",
    "desks": "/desk/", "desk for today": "/desk/today/", "month's review": "/desk/today/?month=2024-07",
    "one kind of today's needs": "/desk/today/?kind=due_out", "review desk": "/desk/review/", "identity desk": "/desk/identity/",
    "fact desk": "/desk/fact/", "fact desk, whom": "/desk/fact/?name=Borim+Velarling", "note desk": "/desk/notes/", "list desk": "/desk/lists/",
    "recognition desk": "/desk/recognition/",
}  # fmt: skip
#: Where the first address of a kind is found, and the kind's pattern.
_FOUND = {
    "a person": ("/people/?status=yes", r'href="(/people/m[^"]*)"'),
    "a source of many claims": ("/sources/?q=case+files", r'href="(/sources/c[^"]*)"'),
    "a source with marks": ("/sources/?q=report.txt", r'href="(/sources/c[^"]*)"'),
    "a case": ("/cases/", r'href="(/cases/(?!articles)[^"?]+)"'), "an article": ("/cases/", r'href="(/cases/articles/[^"]*)"'),
    "a prison": ("/places/", r'href="(/places/colony[^"]*)"'), "a court": ("/places/", r'href="(/places/[^"]*court[^"]*)"'),
    "a letter sheet": ("/letters/", r'href="(/letters/[^"]+)"'),
}  # fmt: skip
#: Not asked for by several clients at once: nobody reads them as pages.
FILES = ("days as CSV", "roll as CSV", "bridge as CSV")
_NAMED = 52
_TOLD_ON = "2024-12-20"


def all_pages(server: Server) -> dict[str, Page]:
    """Each kind of page."""
    found = {name: Page(address) for name, address in _WORDS.items()}
    for name, (listed, pattern) in _FOUND.items():
        found[name] = Page(_links(server, listed, pattern)[0])
    person = found["a person"].address.split("/")[2]
    found["fact desk, what"] = Page(f"/desk/fact/?person={person}")
    found["fact desk, the form"] = Page(f"/desk/fact/?person={person}&predicate=release")
    found["two people compared"] = Page(_two_people(server))
    found["names of an event looked up"] = Page("/desk/events/", dict(_names_pasted(server)))
    return found


def fact_to_enter(server: Server) -> Page:
    """A fact about somebody, as the desk's form sends it."""
    person = _links(server, *_FOUND["a person"])[0].split("/")[2]
    form = f"/desk/fact/?person={person}&predicate=last_contact"
    name = re.search(r'name="name" value="([^"]*)"', server.asked(Page(form)).decode())
    assert name is not None
    return Page(
        form,
        {
            "when": _TOLD_ON,
            "publisher": "Veldan Courier (invented)",
            "published": _TOLD_ON,
            "name": unescape(name[1]),
            "reality": "actual",
        },
    )


def _links(server: Server, listed: str, pattern: str) -> list[str]:
    links = [unescape(link) for link in re.findall(pattern, server.asked(Page(listed)).decode())]
    if not links:
        raise SystemExit(f"{listed} leads to no {pattern}: choose another register")
    return links


def _two_people(server: Server) -> str:
    """Two people in one list: the desk compares whomever it is asked to."""
    a, b, *_ = dict.fromkeys(link.split("/")[2] for link in _links(server, *_FOUND["a person"]))
    return f"/desk/identity/?a={a}&b={b}"


def _names_pasted(server: Server) -> Iterator[tuple[str, str]]:
    people = (
        server.asked(Page("/people/?status=yes")).decode() + server.asked(Page("/people/?status=yes&page=2")).decode()
    )
    names = list(dict.fromkeys(re.findall(r'href="/people/m[^"]*"[^>]*>([^<]+)<', people)))[:_NAMED]
    yield "text", "\n".join(f"{number}. {unescape(name)}" for number, name in enumerate(names, 1))
    yield from (("event", "release"), ("day", _TOLD_ON), ("step", "names"))

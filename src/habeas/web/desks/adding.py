"""An article taken in at the desk: its bytes or its pasted text, then straight to what was read in it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from habeas.kernel.errors import InputRefused
from habeas.register.taking_in import Added, add_taken, read_ahead, recognised
from habeas.sources.capture import About
from habeas.sources.take_in import take_in
from habeas.web.desks.beside import Seat, beside_desk
from habeas.web.desks.desk import working_as
from habeas.web.desks.going_on import see
from habeas.web.desks.review_forms import ArticleForm
from habeas.web.desks.taking_up import people_taken_up
from habeas.web.permissions import Deed

_PASTED = "pasted.txt"


@require_http_methods(["GET", "HEAD", "POST"])
@beside_desk(Deed.REVIEW)
def add_article(seat: Seat) -> HttpResponseBase:
    """The form, and taking in what it sends. The text is read while others work: only entering what was read takes a turn."""
    request = seat.request
    form = (
        ArticleForm(request.POST, request.FILES, label_suffix="")
        if request.method == "POST"
        else ArticleForm(label_suffix="")
    )
    if request.method == "POST" and form.is_valid():
        try:
            added = _taken_in(seat, form.cleaned_data)
        except InputRefused as error:
            form.add_error(None, str(error))
        else:
            notes = [*([added.not_parsed] if added.not_parsed else []), *added.notes]
            return see(reverse("desk-review"), source=added.source, added="new" if added.new else "again", note=notes)
    return seat.page(
        "desks/add_article.html", {"title": "Add an article", "form": form}, status=422 if form.errors else 200
    )


def _taken_in(seat: Seat, told: dict[str, Any]) -> Added:
    about = About(told["published"], told["publisher"] or None, told["url"] or None)
    with TemporaryDirectory() as folder:
        if told["file"]:
            path = Path(folder) / _named(told["file"].name)
            with path.open("wb") as out:
                out.writelines(told["file"].chunks())
        else:
            path = Path(folder) / _PASTED
            path.write_text(told["text"].replace("\r\n", "\n"), "utf-8")
        try:
            return _entered(seat, str(path), about)
        except InputRefused as error:  # the folder is ours and says nothing to whoever sent the file
            raise InputRefused(str(error).replace(f"{folder}/", "")) from error


def _entered(seat: Seat, path: str, about: About) -> Added:
    taken = take_in(path, about)
    with seat.shelf.worked_on() as register:
        already = recognised(register, path, taken, about)
    if already is not None:
        return already
    ahead = read_ahead(taken, about)
    with seat.shelf.worked_on() as register, working_as(register, seat.who), people_taken_up(register):
        return add_taken(register, path, taken, about, ahead=ahead)


def _named(sent: str) -> str:
    """The file's own name, short enough for a file system and without a folder."""
    name = PurePosixPath(sent.replace("\\", "/")).name or _PASTED
    stem, dot, ending = name.rpartition(".")
    return f"{stem[:80]}{dot}{ending[:12]}"

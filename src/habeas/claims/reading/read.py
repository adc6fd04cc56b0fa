"""Reads a passage of prose in whichever language it is: the one way into this stage."""

from __future__ import annotations

from datetime import date

from habeas.claims.reading.model import Reading
from habeas.claims.reading.text.language import guess_language
from habeas.claims.reading.text.long_texts import LONGEST, joined, parts_of

#: Changes whenever a rule changes what is read.
READER = "habeas-reading-3"


def read_text(text: str, published: date | None = None, lang: str | None = None) -> Reading:
    """People, happenings, figures, descriptions and states in `text`, each with exact spans.

    `published` None leaves relative dates open and lists them in `undated`. `lang` None guesses the language; anything but English is
    returned unread, with a note saying so. No text makes it fail. The rules of a language are loaded with the first text in it: they
    take half a second and the models up to 300 MB.
    """
    if len(text) > LONGEST:
        language = lang or guess_language(text)
        return joined([(start, read_text(part, published, language)) for start, part in parts_of(text)])
    language = lang or guess_language(text)
    if language in ("ru", "be"):
        from habeas.claims.reading.russian.models import is_readable

        if is_readable():
            from habeas.claims.reading.russian.read import read_russian

            return read_russian(text, published, language)
    if language != "en" and (language != "und" or lang):
        return Reading(
            (),
            (),
            (),
            (),
            (),
            (),
            language,
            READER,
            (f"not read: the text is in '{language}', only English is read so far",),
        )
    if not text.strip():
        return Reading((), (), (), (), (), (), language, READER, ("not read: the text is empty",))
    from habeas.claims.reading.english import read_english

    return read_english(text, published, READER)

"""An HTML page to its main text, as trafilatura finds it, and the publication day that htmldate finds. Scripts are never run."""

from __future__ import annotations

from habeas.sources.child.confined import Answer, clean


def read_html(data: bytes) -> Answer:
    """One passage, the page's title, and `published_hint` (None = the page states no day)."""
    # heavy, and trusted only with what is left after the confinement
    import trafilatura
    from htmldate import find_date
    from trafilatura.utils import load_html

    tree = load_html(data)
    if tree is None:
        return {"because": "it is no HTML that can be read"}
    meta = trafilatura.extract_metadata(tree)
    title = clean(meta.title) if meta and meta.title else None
    # no extensive search: a day that is only guessed would be worse than none; no clock: the same page always gives the same day
    day = find_date(load_html(data), extensive_search=False, original_date=True, max_date="2199-12-31")
    text = trafilatura.extract(data, include_comments=False, include_tables=True, favor_recall=True)
    if not text:
        return {"because": "no text found in the page"}
    return {"passages": [{"text": clean(text), "title": title}], "published_hint": day}
